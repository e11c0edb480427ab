import Tables

/// The first records of a file, as wide as the widest of them, among which the headings stand.
struct Headings {
  /// The records, tidied.
  let rows: [[String]]
  /// The texts of the first record as they stand, without spaces around them.
  let first: [String]

  /// Takes the first records of a file.
  init(_ head: RawRecords) {
    let taken = head.prefix(6).map { $0.fields.map { tidy($0) } }
    let width = taken.first?.count ?? 0
    rows = taken.map { row in
      row.count >= width ? Array(row.prefix(width)) : row + Array(repeating: "", count: width - row.count)
    }
    first = head.first.map { Array($0.fields) } ?? []
  }

  /// The number of columns: what the first record has.
  var width: Int { rows.first?.count ?? 0 }

  /// The texts of a row; empty texts below the end.
  func row(_ index: Int) -> [String] {
    index < rows.count ? rows[index] : Array(repeating: "", count: width)
  }

  /// The keys of the first row.
  var keys: [String] { row(0).map(key) }
}
