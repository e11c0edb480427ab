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
    guard !table.columns.isEmpty else { return "" }
    let columns = table.columns.map { column -> [String?] in
      guard spreadsheetSafe, case .text(let values) = column.values else { return column.texts }
      return values.map { $0.map(defused) }
    }
    var lines = table.columns.map { quoted(spreadsheetSafe ? defused($0.name) : $0.name) }.joined(separator: ",") + "\n"
    for row in 0..<table.rowCount {
      for (index, column) in columns.enumerated() {
        if index > 0 { lines += "," }
        if let value = column[row] { lines += quoted(value) } else if columns.count == 1 { lines += "\"\"" }
      }
      lines += "\n"
    }
    return lines
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
    let bytes = text.utf8
    let edges = [bytes.first, bytes.last]
    let needed =
      edges.contains { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      || bytes.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 10 || $0 == 13 }
    guard needed else { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
