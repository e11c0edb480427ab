import Clustering
import Matrices
import Normalisation
import Tables

/// What the types have to do with variables that they were not made from.
struct TypologyValidation {
  /// The most categories of an attribute that is compared.
  static let mostCategories = 20

  private struct Variable {
    var name: String
    var source: String
    var values: ExternalVariable
    var overlap: Overlap?
  }

  /// The feature that a variable tells most about, of those that the types are made from.
  private struct Overlap {
    var feature: String
    var share: Double
  }

  private let rows: [(variable: Variable, found: ExternalAssociation)]
  private let adjusted: [Double]

  /// Tests the profile features and the attributes of the register that no feature is made from; `nil` when there is
  /// nothing that can be told.
  ///
  /// Attributes of texts with more than ``mostCategories`` categories are left out, and so is one that divides the units
  /// exactly as a feature does, or as an attribute before it: the same under another name.
  init?(_ typology: Typology, _ background: UnitBackground) async {
    var variables = Self.profileVariables(background)
    variables += Self.registerVariables(background, beside: variables)
    for index in variables.indices {
      variables[index].overlap = Self.overlap(variables[index].values, typology.features)
    }
    let found = await ExternalValidation(seed: typology.seed).measure(
      variables.map(\.values), typology.evidence.fit.partition)
    rows = zip(variables, found).compactMap { variable, found in found.map { (variable, $0) } }
    guard !rows.isEmpty else { return nil }
    adjusted = holmAdjusted(rows.map(\.found.probability))
  }

  private static func profileVariables(_ background: UnitBackground) -> [Variable] {
    var variables: [Variable] = []
    for feature in background.transform.features where feature.use == .profile {
      if let categories = background.categories(ofFeature: feature.feature) {
        if variables.contains(where: { $0.name == feature.feature }) { continue }
        variables.append(Variable(name: feature.feature, source: feature.source, values: .categories(categories)))
      } else if let numbers = background.compared(column: feature.name) {
        variables.append(Variable(name: feature.name, source: feature.source, values: .numbers(numbers)))
      }
    }
    return variables
  }

  private static func registerVariables(_ background: UnitBackground, beside others: [Variable]) -> [Variable] {
    guard let register = background.register else { return [] }
    let used = background.transform.features
    let own = ["unit", "name", "outcome", "respondents", "into"]
    var known = used.compactMap { background.categories(ofFeature: $0.feature) }
    var variables: [Variable] = []
    for column in register.table.columns where !own.contains(column.name) {
      let source = "register." + column.name
      if used.contains(where: { $0.source == source }) || others.contains(where: { $0.name == column.name }) {
        continue
      }
      if let categories = register.categories(column.name) {
        let count = Set(categories.compactMap { $0 }).count
        guard count > 1, count <= mostCategories, !known.contains(where: { sameDivision($0, categories) }) else {
          continue
        }
        known.append(categories)
        variables.append(Variable(name: column.name, source: source, values: .categories(categories)))
      } else if let numbers = register.numbers(column.name) {
        variables.append(Variable(name: column.name, source: source, values: .numbers(numbers)))
      }
    }
    return variables
  }

  /// Whether two series of categories are one under two names.
  private static func sameDivision(_ first: [Int?], _ second: [Int?]) -> Bool {
    ContingencyTable(Partition(labels: first.map { $0 ?? -1 }), Partition(labels: second.map { $0 ?? -1 })).isIdentity
  }

  /// Returns the feature of which a variable explains most.
  private static func overlap(_ variable: ExternalVariable, _ features: FeatureTable) -> Overlap? {
    let shares: [Double?]
    switch variable {
    case .numbers(let numbers):
      let known = numbers.indices.filter { numbers[$0] != nil }
      let values = known.compactMap { numbers[$0] }
      shares = features.features.indices.map { column in
        correlation(values, known.map { features.values[$0, column] }).map { $0 * $0 }
      }
    case .categories(let categories):
      let known = categories.indices.filter { categories[$0] != nil }
      let division = Partition(labels: known.compactMap { categories[$0] })
      shares = ClusterProfiles(of: features.values.selectingRows(known), division).etaSquared
    }
    var best: Overlap?
    for (feature, share) in zip(features.features, shares) {
      if let share, share > best?.share ?? 0 { best = Overlap(feature: feature, share: min(1, share)) }
    }
    return best
  }

  /// One row for each variable.
  var table: Table {
    Table(
      "validation",
      [
        Column(
          "variable", .text(rows.map(\.variable.name)),
          description:
            "A profile feature, or an attribute of the register that no feature is made from; attributes with "
            + "more than \(Self.mostCategories) categories are left out."),
        Column("source", .text(rows.map(\.variable.source)), description: "Where it comes from."),
        Column(
          "kind", .text(rows.map { $0.variable.values.statistic }),
          description:
            "eta-squared for numbers (share of the sum of squares between the types), cramers-v for categories "
            + "(corrected for bias, Bergsma 2013)."),
        Column("statistic", .number(rows.map(\.found.strength)), description: "Its value, from 0 to 1."),
        Column(
          "p", .number(rows.map(\.found.probability)),
          description: "Probability of an association at least as strong when the types are dealt out at random."),
        Column(
          "p_adjusted", .number(adjusted), description: "The same, adjusted for the number of variables (Holm 1979)."),
        Column("n", .integer(rows.map(\.found.rows)), description: "Number of units with a value."),
        Column("permutations", .integer(rows.map(\.found.permutations)), description: "Number of permutations."),
        Column(
          "overlap_with", .text(rows.map { $0.variable.overlap?.feature }),
          description: "The feature used for the types that the variable tells most about."),
        Column(
          "overlap", .number(rows.map { $0.variable.overlap?.share }),
          description:
            "The share of that feature's variance that it explains; where it is high, the variable is hardly an "
            + "outside witness."),
      ])
  }
}

extension ExternalVariable {
  /// The name of the statistic.
  fileprivate var statistic: String {
    switch self {
    case .numbers: "eta-squared"
    case .categories: "cramers-v"
    }
  }
}
