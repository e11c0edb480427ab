import Artefacts
import Diagnostics
import Tables

/// The raw amounts of the units, as normalise left them.
struct MeasuredAmounts {
  /// The codes of the units, sorted; *n*.
  let units: [String]
  /// The number of respondents of each unit; 0 where it is not told.
  let respondents: [Int]
  /// The names of the amounts.
  let names: [String]
  /// One column a name; NaN where an amount is not known.
  let columns: [[Double]]

  init(_ folder: ArtefactFolder) throws(Failure) {
    let table = try folder.table("units")
    let present = Set(table.columns.map(\.name))
    let measured = table.columns.filter { column in
      if ["unit", "name", "respondents", "weight"].contains(column.name) { return false }
      for ending in ["_n", "_se"] where column.name.hasSuffix(ending) {
        if present.contains(String(column.name.dropLast(ending.count))) { return false }
      }
      switch column.values {
      case .number, .integer, .boolean: return true
      case .text, .date: return false
      }
    }
    units = (table["unit"]?.texts ?? []).map { $0 ?? "" }
    respondents = table["respondents"]?.numbers.map { Int($0 ?? 0) } ?? units.map { _ in 0 }
    names = measured.map(\.name)
    columns = measured.map { $0.numbers.map { $0 ?? .nan } }
  }
}
