import Diagnostics
public import Tables

/// A unit that lies far from the others on a feature.
public struct Outlier: Hashable, Sendable {
  /// The position of the unit.
  public var unit: Int
  /// The position of the column.
  public var column: Int
  /// The raw value.
  public var value: Double
  /// How far it lies from the centre in spreads, transformed and not yet winsorised; negative below the centre.
  public var spreads: Double
  /// The raw value that it was set to; `nil` when it was left as it is.
  public var winsorisedTo: Double?
}

extension FittedTransform {
  /// Returns the units that lie far from the centre or beyond the bounds of a winsorised feature, by column and unit.
  ///
  /// Features of several columns, and those that types are not made from, have none.
  func outliers(_ completed: CompletedColumns, beyond: Double) -> [Outlier] {
    var found: [Outlier] = []
    for (index, feature) in features.enumerated() where feature.use == .cluster && feature.level == nil {
      let yardstick = feature.yardstick ?? Yardstick(centre: feature.centre, spread: feature.spread)
      let least = min(beyond, feature.winsorised?.spreads ?? beyond)
      for (unit, value) in completed.transformed[index].enumerated() {
        let spreads = (value - yardstick.centre) / yardstick.spread
        guard spreads.magnitude > least else { continue }
        let bounded = feature.bounded(value)
        let bound = feature.ranks.map { $0.inverse(bounded) } ?? feature.transform.inverse(bounded)
        found.append(
          Outlier(
            unit: unit, column: index, value: completed.columns[index][unit], spreads: spreads,
            winsorisedTo: bounded == value ? nil : bound))
      }
    }
    return found
  }

  /// Returns a warning for each feature with outliers, a note where they were winsorised.
  func findings(on outliers: [Outlier], beyond: Double, _ settings: NormalisationSettings) -> [Finding] {
    features.indices.compactMap { column in
      let own = outliers.filter { $0.column == column }
      if own.isEmpty { return nil }
      let feature = features[column]
      let units = own.count == 1 ? "1 unit" : "\(own.count) units"
      let place = settings.features.first { $0.name == feature.feature }?.place ?? Place()
      if let winsorised = feature.winsorised {
        return Finding(
          .note, rule: "winsorised", at: place, value: feature.name,
          message:
            "feature '\(feature.name)' has \(units) beyond \(rounded(winsorised.spreads)) spreads from the centre, "
            + "set to that bound as declared",
          mend: "nothing to do; the table 'outliers' names \(own.count == 1 ? "it" : "them")")
      }
      return Finding(
        .warning, rule: "outlier", at: place, value: feature.name,
        message:
          "feature '\(feature.name)' has \(units) further than \(rounded(beyond)) spreads from the centre, which could own a type",
        mend: (feature.transform == .identity ? "write 'transform: log' or 'transform: asinh'" : "look at these units")
          + ", or write 'winsorise: \(rounded(beyond))'")
    }
  }
}

extension FeatureFit {
  /// The units that lie far from the others: the table `outliers`, by unit and column.
  ///
  /// - Parameter units: The codes of the units, in the order of the values.
  /// - Returns: One row a unit and column.
  public func outlierTable(_ units: [String]) -> Table {
    let rows = outliers.sorted { ($0.unit, $0.column) < ($1.unit, $1.column) }
    return Table(
      "outliers",
      [
        Column("unit", .text(rows.map { units[$0.unit] }), description: "Code of the unit."),
        Column("feature", .text(rows.map { transform.features[$0.column].name }), description: "A column of features."),
        Column("value", .number(rows.map(\.value)), description: "The raw value."),
        Column(
          "spreads", .number(rows.map(\.spreads)),
          description: "Spreads from the centre, transformed, before winsorising."),
        Column(
          "winsorised_to", .number(rows.map(\.winsorisedTo)),
          description: "The raw value that it was set to; empty when it was left as it is."),
      ])
  }

  /// The values that were filled in: the table `imputed`, by unit and column.
  ///
  /// Of a feature of texts the one text is listed that the unit takes, with the value 1.
  ///
  /// - Parameter units: The codes of the units, in the order of the values.
  /// - Returns: One row a unit and column.
  public func imputedTable(_ units: [String]) -> Table {
    let rows = imputed.filter { transform.features[$0.column].transform != .oneHot || $0.value == 1 }
      .sorted { ($0.unit, $0.column) < ($1.unit, $1.column) }
    return Table(
      "imputed",
      [
        Column("unit", .text(rows.map { units[$0.unit] }), description: "Code of the unit."),
        Column("feature", .text(rows.map { transform.features[$0.column].name }), description: "A column of features."),
        Column(
          "method", .text(rows.map(\.method.rawValue)),
          description: "median (of all units), stratum (the median of its stratum) or nearest."),
        Column("value", .number(rows.map(\.value)), description: "The raw value that it takes."),
        Column(
          "neighbours", .integer(rows.map { $0.method == .nearest ? $0.neighbours : nil }),
          description: "The number of neighbours that gave it."),
      ])
  }
}
