public import Matrices
public import Tables

/// The principal components of the features that types are made from, for looking at the data.
///
/// They are those of the scaled and weighted columns, so that a block shows as much as it counts for.
public struct FeatureComponents: Hashable, Sendable {
  /// The components of the clustered columns.
  public let components: PrincipalComponents
  /// The names of the clustered columns.
  public let names: [String]
  /// The scores of the units, units x kept components.
  public let scores: Matrix

  /// The number of components that are kept.
  public var kept: Int { scores.columns }

  /// The components: the table `components`.
  public var table: Table {
    let shares = components.shares
    let rows = 0..<kept
    var sum = 0.0
    let cumulative = rows.map { row -> Double? in
      sum += shares[row]
      return sum
    }
    var table = Table(
      "components",
      [
        Column("component", .integer(rows.map { $0 + 1 }), description: "Number of the component, by variance."),
        Column("variance", .number(rows.map { components.variances[$0] }), description: "Variance along it."),
        Column("share", .number(rows.map { shares[$0] }), description: "Its share of the total variance."),
        Column("cumulative", .number(cumulative), description: "The share of this component and those before it."),
      ])
    for (column, name) in names.enumerated() where table[name] == nil {
      table.append(
        Column(
          name, .number(rows.map { components.loadings[$0, column] }), description: "Loading of this feature."))
    }
    return table
  }

  /// Where the units lie along the components: the table `component-scores`.
  ///
  /// - Parameter units: The codes of the units, in the order of the values.
  /// - Returns: One row a unit, one column a component.
  public func scoreTable(_ units: [String]) -> Table {
    Table(
      "component-scores",
      [Column("unit", .text(units), description: "Code of the unit.")]
        + (0..<kept).map { component in
          Column(
            "component_\(component + 1)", .number(scores.column(component)),
            description: "Where the unit lies along the component.")
        })
  }
}

extension FeatureFit {
  /// Returns the first principal components of the features that types are made from; `nil` when none is wanted.
  ///
  /// - Parameter kept: The number of components, at most that of the clustered columns.
  /// - Returns: The components with the scores of the units.
  /// - Complexity: O(units · columns² + columns³).
  public func components(_ kept: Int) -> FeatureComponents? {
    let columns = transform.features.indices.filter { transform.features[$0].use == .cluster }
    if kept == 0 || columns.isEmpty { return nil }
    let data = features.selectingColumns(columns)
    let components = PrincipalComponents(data)
    return FeatureComponents(
      components: components, names: columns.map { transform.features[$0].name },
      scores: components.scores(data, kept: kept))
  }
}
