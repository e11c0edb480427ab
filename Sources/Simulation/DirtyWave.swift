public import Tables

/// A wave with dirt in it, before it is written as a file of some dialect.
public struct DirtyWave: Sendable {
  /// One piece of dirt, as it was planted.
  public struct Spot: Hashable, Sendable {
    /// The number of the record in the file, from 1; `nil` for what belongs to no record.
    public var record: Int?
    /// The respondent, when the record tells.
    public var respondent: String?
    /// The kind.
    public var kind: DirtKind
    /// The column, when one cell is dirty.
    public var column: String?
    /// What would stand there otherwise.
    public var original: String
    /// What is written.
    public var written: String
  }

  /// The names of the columns.
  public let header: [String]
  /// All dirt, in the order of the file.
  public let spots: [Spot]
  let rows: [DirtyRow]
  /// The lines below the records, as they are.
  let footer: [String]
  /// The rows of nothing but delimiters.
  let blankRows: Int

  /// The dirt as a table, in the order of the file.
  public var truth: Table {
    Table(
      "dirt",
      [
        Column("record", .integer(spots.map(\.record)), description: "Number of the record, from 1"),
        Column("respondent", .text(spots.map(\.respondent)), description: "The respondent"),
        Column("kind", .text(spots.map(\.kind.rawValue)), description: "Kind of dirt"),
        Column("column", .text(spots.map(\.column)), description: "Column"),
        Column("original", .text(spots.map(\.original)), description: "What would stand there otherwise"),
        Column("written", .text(spots.map(\.written)), description: "What is written"),
      ])
  }

  /// Returns the wave as the bytes of a file.
  ///
  /// - Parameter dialect: How the file is written.
  /// - Returns: A heading, the records, and what stands below them.
  public func bytes(_ dialect: WrittenDialect) -> [UInt8] {
    var text = dialect.hasByteOrderMark ? "\u{FEFF}" : ""
    let mark = dialect.delimiter
    text += header.map { quoted($0, mark) }.joined(separator: String(mark)) + dialect.lineEnd
    for row in rows {
      let cells = row.fields.enumerated().map { $0 == row.bare ? $1 : quoted($1, mark) }
      let before = row.hasByteOrderMark && dialect.holdsByteOrderMarks ? "\u{FEFF}" : ""
      text += before + cells.joined(separator: String(mark)) + dialect.lineEnd
    }
    for _ in 0..<blankRows { text += String(repeating: mark, count: header.count - 1) + dialect.lineEnd }
    for line in footer { text += quoted(line, mark) + dialect.lineEnd }
    return dialect.encoding.bytes(of: text)
  }

  private func quoted(_ field: String, _ delimiter: Character) -> String {
    let asks = field.unicodeScalars.contains { ["\"", "\n", "\r"].contains($0) } || field.contains(delimiter)
    return asks ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
  }
}

/// A record on its way to a file.
struct DirtyRow: Sendable {
  var fields: [String]
  /// The field that is written without quotes, whatever stands in it.
  var bare: Int?
  /// Whether a byte-order mark stands in front of the record.
  var hasByteOrderMark = false
}
