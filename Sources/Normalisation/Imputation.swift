import Matrices

/// How missing values were filled in, with what a later wave needs for the same.
public struct FittedImputation: Hashable, Sendable, Codable {
  /// The method.
  public var method: ImputationMethod
  /// The name of the classification whose cells are the strata.
  public var strata: String?
  /// The units that can give values, for the method `nearest`.
  public var donors: Donors?
}

/// One value that was filled in.
public struct ImputedCell: Hashable, Sendable {
  /// Where a value was taken from.
  public enum Method: String, Hashable, Sendable {
    /// The median (of texts the most frequent) of all units.
    case median
    /// That of the units of the same stratum.
    case stratum
    /// The mean (of texts the most frequent) of the nearest neighbours.
    case nearest
  }

  /// The position of the unit.
  public var unit: Int
  /// The position of the column.
  public var column: Int
  /// Where the value was taken from.
  public var method: Method
  /// The raw value.
  public var value: Double
  /// The number of neighbours, for the method `nearest`; else 0.
  public var neighbours: Int
}

/// The values of all columns, gaps filled.
struct CompletedColumns {
  var units: Int
  /// The raw values.
  var columns: [[Double]]
  /// The transformed values, not yet winsorised.
  var transformed: [[Double]]
  /// What was filled in, column by column and unit by unit.
  var imputed: [ImputedCell]
}

extension FittedTransform {
  /// Fills the gaps of all columns.
  func completed(_ values: [UnitValues], strata: Strata?) -> CompletedColumns {
    completed(rawColumns(of: values), strata: strata)
  }

  /// Fills the gaps of all columns, NaN where a unit has none.
  func completed(_ raw: [[Double]], strata: Strata?) -> CompletedColumns {
    var columns = raw
    let units = columns.first?.count ?? 0
    let gaps = columns.map { column in column.indices.filter { column[$0].isNaN } }
    var imputed: [ImputedCell] = []
    let search = imputation?.donors.map { NeighbourSearch($0, features, queries: columns) }
    for (index, feature) in features.enumerated() {
      let byCell = feature.stratumValues(strata)
      for unit in gaps[index] {
        var cell = ImputedCell(unit: unit, column: index, method: .median, value: feature.imputation, neighbours: 0)
        if let search, let found = search.value(of: index, for: unit) {
          (cell.method, cell.value, cell.neighbours) = (.nearest, found.value, found.neighbours)
        } else if let strata, let value = byCell[strata.cellOfUnit[unit]] {
          (cell.method, cell.value) = (.stratum, value)
        }
        imputed.append(cell)
      }
    }
    for cell in imputed { columns[cell.column][cell.unit] = cell.value }
    let transformed = zip(features, columns).map { $0.transformedColumn($1) }
    return CompletedColumns(units: units, columns: columns, transformed: transformed, imputed: imputed)
  }
}

extension FittedFeature {
  /// Returns the value of each cell of strata, found by the names of the cells.
  fileprivate func stratumValues(_ strata: Strata?) -> [Double?] {
    guard let own = self.strata, let strata else { return Array(repeating: nil, count: strata?.cells.count ?? 0) }
    return strata.cells.map { name in own.first { $0.stratum == name }?.value }
  }
}

/// Returns what a missing value takes, of all units and by stratum.
///
/// - Parameters:
///   - columns: The raw columns of one feature, NaN where a unit has none.
///   - sorted: The known values of each column, ascending.
///   - isText: Whether the columns are ones and zeros of texts: the most frequent text takes 1, the first of equals.
///   - strata: The stratum of each unit, if any.
/// - Returns: One entry a column.
func imputations(
  of columns: [[Double]], sorted: [[Double]], isText: Bool, strata: Strata?
) -> [(overall: Double, strata: [StratumValue]?)] {
  func typical(_ known: [[Double]]) -> [Double?] {
    if !isText { return known.map(\.median) }
    let counts = known.map(\.sum)
    guard let most = counts.max(), most > 0, let level = counts.firstIndex(of: most) else {
      return known.map { _ in nil }
    }
    return known.indices.map { $0 == level ? 1 : 0 }
  }
  let overall = typical(sorted)
  guard let strata else { return overall.map { ($0 ?? 0, nil) } }
  var byStratum = overall.map { _ in [StratumValue]() }
  let members = strata.cells.indices.map { cell in strata.cellOfUnit.indices.filter { strata.cellOfUnit[$0] == cell } }
  for (name, units) in zip(strata.cells, members) {
    let known = columns.map { column in units.map { column[$0] }.filter { !$0.isNaN } }
    for (index, value) in typical(known).enumerated() {
      if let value { byStratum[index].append(StratumValue(stratum: name, value: value)) }
    }
  }
  return zip(overall, byStratum).map { ($0 ?? 0, $1) }
}
