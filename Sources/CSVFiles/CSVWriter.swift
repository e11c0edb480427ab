public import Diagnostics
import Files
import Synchronization
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
  public static func bytes(_ table: Table, spreadsheetSafe: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    do throws(Failure) {
      try pieces(of: table, spreadsheetSafe: spreadsheetSafe) { (piece: [UInt8]) throws(Failure) in bytes += piece }
    } catch {
      preconditionFailure("taking a piece into memory does not fail")
    }
    return bytes
  }

  /// Hands on a table as the bytes of a CSV file, piece by piece; as ``text(_:spreadsheetSafe:)`` otherwise.
  ///
  /// Some thousands of rows are rendered at a time, side by side on all cores, so that nothing grows with the table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - spreadsheetSafe: As for ``text(_:spreadsheetSafe:)``.
  ///   - take: Takes a piece; pieces come in order.
  /// - Throws: What `take` throws.
  public static func pieces(
    of table: Table, spreadsheetSafe: Bool = false, _ take: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard !table.columns.isEmpty else { return }
    let names = table.columns.map { quoted(spreadsheetSafe ? defused($0.name) : $0.name) }
    try take(Array((names.joined(separator: ",") + "\n").utf8))
    let renderer = RowRenderer(table, spreadsheetSafe: spreadsheetSafe)
    let size = RowRenderer.rowsInPiece
    var start = 0
    while start < table.rowCount {
      let from = start
      let count = min(coreCount, (table.rowCount - from + size - 1) / size)
      let rendered = Mutex([[UInt8]](repeating: [], count: count))
      onAllCores(count: count) { index in
        let first = from + index * size
        let piece = renderer.bytes(of: first..<min(table.rowCount, first + size))
        rendered.withLock { $0[index] = piece }
      }
      for piece in rendered.withLock({ $0 }) { try take(piece) }
      start += count * size
    }
  }

  /// Defuses and quotes the field that begins at an offset, where it needs to be.
  static func finishField(from start: Int, canRun: Bool, in bytes: inout [UInt8]) {
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
    let bytes = field.span
    for index in bytes.indices where bytes[index] <= UInt8(ascii: ",") {
      switch bytes[index] {
      case UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13: return true
      default: continue
      }
    }
    return false
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
