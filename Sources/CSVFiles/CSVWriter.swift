public import Tables

/// Writes tables as delimited text: UTF-8, comma, decimal point, LF, a header, ISO dates.
public enum CSVWriter {
  /// Returns a table as CSV text.
  ///
  /// Missing values are empty. A field is quoted when it holds a comma, a quote or a line break, or begins or ends with a
  /// space or tab, which readers trim. The same table gives the same bytes.
  ///
  /// - Parameters:
  ///   - table: The table; without columns the text is empty.
  ///   - spreadsheetSafe: Whether texts that begin with `=`, `+`, `-`, `@`, a tab or a carriage return get an apostrophe
  ///     in front, so that a spreadsheet shows them and never runs them. Columns of other types need none.
  /// - Returns: The text, with a line break at its end.
  /// - Complexity: O(characters).
  public static func text(_ table: Table, spreadsheetSafe: Bool = false) -> String {
    String(decoding: bytes(table, spreadsheetSafe: spreadsheetSafe), as: UTF8.self)
  }

  /// Returns a table as the bytes of a CSV file; as ``text(_:spreadsheetSafe:)`` otherwise.
  ///
  /// Rows are rendered one by one, so that nothing is kept beside the table and the bytes.
  public static func bytes(_ table: Table, spreadsheetSafe: Bool = false) -> [UInt8] {
    guard !table.columns.isEmpty else { return [] }
    let columns = table.columns.map { (column: $0, canRun: spreadsheetSafe && $0.schemaType == "string") }
    let names = table.columns.map { quoted(spreadsheetSafe ? defused($0.name) : $0.name) }
    var bytes = Array((names.joined(separator: ",") + "\n").utf8)
    for row in 0..<table.rowCount {
      for (index, entry) in columns.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        let start = bytes.count
        if entry.column.appendText(of: row, to: &bytes) {
          finishField(from: start, canRun: entry.canRun, in: &bytes)
        } else if columns.count == 1 {
          bytes.append(contentsOf: "\"\"".utf8)
        }
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// Defuses and quotes the field that begins at an offset, where it needs to be.
  private static func finishField(from start: Int, canRun: Bool, in bytes: inout [UInt8]) {
    if canRun, start < bytes.count, "=+-@\t\r".utf8.contains(bytes[start]) {
      bytes.insert(UInt8(ascii: "'"), at: start)
    }
    guard needsQuotes(bytes[start...]) else { return }
    let field = Array(bytes[start...])
    bytes.removeSubrange(start...)
    bytes.append(UInt8(ascii: "\""))
    for byte in field {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ field: ArraySlice<UInt8>) -> Bool {
    guard let first = field.first, let last = field.last else { return false }
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    if isBlank(first) || isBlank(last) { return true }
    return field.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 10 || $0 == 13 }
  }

  /// Returns fields as one record, without a line break at its end.
  public static func record(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",")
  }

  /// Returns a text with an apostrophe in front when a spreadsheet could run it as a formula.
  public static func defused(_ text: String) -> String {
    guard let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) else { return text }
    return "'" + text
  }

  private static func quoted(_ text: String) -> String {
    var bytes = Array(text.utf8)
    finishField(from: 0, canRun: false, in: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
