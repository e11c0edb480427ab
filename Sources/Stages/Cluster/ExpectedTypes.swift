import Artefacts
import Diagnostics
import Matrices
import Normalisation
import Tables

/// The types that may be expected of units that did not answer, by the types of answering units that are most alike.
///
/// Units are compared on the features that come from the register alone, scaled as for the typology, by Euclidean
/// distance; equally near units are taken in the order of their codes. What is expected says nothing about the answers that
/// such a unit would give.
struct ExpectedTypes {
  /// The number of answering units that are taken for each unit.
  static let neighbours = 15

  /// The units without answers, in order of their codes.
  private(set) var units: [String] = []
  /// For each of them the number of neighbours of each type.
  private(set) var counts: [[Int]] = []
  private let typeCount: Int

  /// Compares the units of a ledger, or gives `nil` when no feature comes from the register or every unit answered.
  ///
  /// - Parameters:
  ///   - ledger: The table `units-ledger` of normalise, with the attributes of the register.
  ///   - transform: The fitted features.
  ///   - types: The type of each answering unit, by its code; sorted by code.
  ///   - typeCount: The number of types.
  init?(ledger: Table, transform: FittedTransform, types: [(unit: String, type: Int)], typeCount: Int) {
    guard let outcomes = ledger["outcome"]?.texts, let codes = ledger["unit"]?.texts else { return nil }
    let used = transform.features.filter { $0.use == .cluster && ledger[$0.attribute] != nil }
    let silent = outcomes.indices.filter { outcomes[$0] == "non_respondent" && codes[$0] != nil }
    guard !used.isEmpty, !silent.isEmpty, !types.isEmpty else { return nil }
    self.typeCount = typeCount
    let coordinates = Self.coordinates(used, of: ledger)
    let answering = types.compactMap { entry in
      codes.firstIndex(of: entry.unit).map { (row: $0, type: entry.type) }
    }
    for row in silent.sorted(by: { (codes[$0] ?? "") < (codes[$1] ?? "") }) {
      let near = answering.enumerated()
        .map { (order: $0, type: $1.type, distance: squaredDistance(coordinates[row], coordinates[$1.row])) }
        .sorted { ($0.distance, $0.order) < ($1.distance, $1.order) }
      var found = [Int](repeating: 0, count: typeCount)
      for neighbour in near.prefix(Self.neighbours) { found[neighbour.type] += 1 }
      units.append(codes[row] ?? "")
      counts.append(found)
    }
  }

  private static func coordinates(_ features: [FittedFeature], of ledger: Table) -> [[Double]] {
    let columns = features.map { feature -> [Double] in
      guard let column = ledger[feature.attribute] else { return [] }
      guard let level = feature.level else { return column.numbers.map(feature.scaled) }
      return column.texts.map { text in feature.scaled(text.map { $0 == level ? 1 : 0 }) }
    }
    return (0..<ledger.rowCount).map { row in columns.map { $0[row] } }
  }

  /// One row for each unit and each type that a neighbour of it has.
  var table: Table {
    let rows = units.indices.flatMap { unit in (0..<typeCount).map { (unit, $0) } }
      .filter { counts[$0.0][$0.1] > 0 }
    let totals = counts.map { $0.reduce(0, +) }
    return Table(
      "expected",
      [
        Column("unit", .text(rows.map { units[$0.0] }), description: "Code of a unit without respondents."),
        Column("type", .text(rows.map { typeLetter($0.1) }), description: "A type."),
        Column(
          "share", .number(rows.map { Double(counts[$0.0][$0.1]) / Double(totals[$0.0]) }),
          description: "Its share among the answering units that are most alike on the features of the register."),
        Column("neighbours", .integer(rows.map { totals[$0.0] }), description: "The number of these units."),
      ])
  }
}

private func squaredDistance(_ first: [Double], _ second: [Double]) -> Double {
  zip(first, second).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
}

extension FittedFeature {
  /// The name of the attribute of the register that it is made from; of another source, a name that no column has.
  fileprivate var attribute: String {
    source.hasPrefix("register.") ? String(source.dropFirst("register.".count)) : ""
  }
}
