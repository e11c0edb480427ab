import Diagnostics
import Tables

extension Workbook {
  /// Writes all sheets.
  ///
  /// - Returns: A warning for each column with a text that was cut.
  func write(to library: LibraryWorkbook, file: String) -> [Finding] {
    let head = printed(notice ?? "")
    library.setProperties(title: printed(title), comments: head, created: date)
    let names = sheetNames([words.about] + sheets.map(\.title))
    if let sheet = library.addSheet(names[0]) {
      sheet.setPrinting(head: doubled(head))
      writeAbout(on: sheet, names: Array(names.dropFirst()))
    }
    var findings: [Finding] = []
    for (content, name) in zip(sheets, names.dropFirst()) {
      guard let sheet = library.addSheet(name) else { continue }
      sheet.setPrinting(head: doubled(head))
      for cut in write(content, on: sheet) {
        findings.append(finding(cut.rows, of: cut.column, on: name, file: file))
      }
    }
    return findings
  }

  /// Writes the sheet that says what the others hold.
  private func writeAbout(on sheet: LibrarySheet, names: [String]) {
    let lines = (notice.map { [$0] } ?? []) + [title] + words.lines
    for (row, line) in lines.enumerated() {
      sheet.write(cellText(line).text, row: row, column: 0, as: row < lines.count - words.lines.count ? .title : .plain)
    }
    let head = lines.count + 1
    for (column, word) in [words.sheet, words.table, words.column, words.meaning].enumerated() {
      sheet.write(cellText(word).text, row: head, column: column, as: .head)
    }
    var row = head
    for (content, name) in zip(sheets, names) {
      for (position, column) in content.table.columns.enumerated() {
        row += 1
        if position == 0 {
          sheet.writeLink(to: name, row: row, column: 0)
        } else {
          sheet.write(name, row: row, column: 0, as: .wrapped)
        }
        for (index, text) in [content.table.name, column.name, column.description].enumerated() {
          sheet.write(cellText(text).text, row: row, column: index + 1, as: .wrapped)
        }
      }
    }
    for (column, width) in [28.0, 20, 26, 90].enumerated() { sheet.setWidth(width, column: column) }
    sheet.setHead(row: head, lastRow: row, columns: 4)
  }

  /// Writes a table, and returns the rows of the texts that were cut, by column.
  private func write(_ content: Sheet, on sheet: LibrarySheet) -> [(column: String, rows: [Int])] {
    let head = Self.headRow
    let table = content.table
    sheet.write(
      cellText([notice, content.title].compactMap { $0 }.joined(separator: " · ")).text, row: 0, column: 0, as: .title)
    var cut: [(column: String, rows: [Int])] = []
    for (index, column) in table.columns.enumerated() {
      sheet.write(cellText(column.name).text, row: head, column: index, as: .head)
      let written = write(column, on: sheet, from: head + 1, at: index)
      sheet.setWidth(Double(min(48, max(8, column.name.count + 3, written.width + 1))), column: index)
      if !written.cut.isEmpty { cut.append((column.name, written.cut)) }
    }
    sheet.setHead(row: head, lastRow: head + table.rowCount, columns: table.columns.count)
    return cut
  }

  /// Writes the values of a column, and returns the characters of the widest cell and the rows of the texts that were cut.
  private func write(
    _ column: Column, on sheet: LibrarySheet, from first: Int, at index: Int
  ) -> (width: Int, cut: [Int]) {
    var widest = 0
    var cut: [Int] = []
    func each<Value>(_ values: [Value?], _ write: (Value, Int) -> Void) {
      for (row, value) in values.enumerated() { if let value { write(value, first + row) } }
    }
    switch column.values {
    case .text(let values):
      each(values) { value, row in
        let cell = cellText(value)
        sheet.write(cell.text, row: row, column: index)
        if cell.isCut { cut.append(row) }
        widest = max(widest, value.utf8.count)
      }
    case .integer(let values):
      each(values) { value, row in
        let digits = String(value)
        if value.magnitude > 1 << 53 {
          sheet.write(digits, row: row, column: index)
        } else {
          sheet.write(Double(value), row: row, column: index, as: .whole)
        }
        widest = max(widest, digits.utf8.count)
      }
    case .number(let values):
      let finite = values.map { $0.flatMap { $0.isFinite ? $0 : nil } }
      let largest = finite.reduce(0) { max($0, $1?.magnitude ?? 0) }
      each(finite) { value, row in
        sheet.write(value, row: row, column: index, as: largest < 1000 ? .fine : .coarse)
      }
      widest = largest < 1e15 ? String(Int(largest)).utf8.count + 5 : 24
    case .boolean(let values):
      each(values) { value, row in sheet.write(value, row: row, column: index) }
    case .date(let values):
      each(values) { value, row in
        if (value.year, value.month) < (1900, 3) {
          sheet.write(value.iso, row: row, column: index)
        } else {
          sheet.write(value, row: row, column: index)
        }
      }
      widest = 10
    }
    return (widest, cut)
  }

  private func finding(_ rows: [Int], of column: String, on sheet: String, file: String) -> Finding {
    let one = rows.count == 1
    return Finding(
      .warning, rule: "cut-text", at: Place(file: file, field: column),
      message: "\(one ? "a text" : "\(rows.count) texts") in the column '\(column)' of the sheet '\(sheet)' "
        + "\(one ? "has" : "have") more than the \(mostCellUnits) characters that a cell holds, and "
        + "\(one ? "is cut: row" : "are cut; the first is in row") \(rows[0] + 1)",
      mend: "shorten the text where it comes from, or take it from the CSV file of the table")
  }

  /// A text that is short enough for properties and printed lines.
  private func printed(_ text: String) -> String { cut(cellText(text).text, to: 80) }

  /// A text in which nothing is a code of a printed line.
  private func doubled(_ text: String) -> String {
    text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
  }
}
