public import Diagnostics
import Files

extension PointsWorkbook {
  /// Where things stand on the sheet of a person, counted from 0.
  enum Layout {
    static let headRow = 3
    static let label = 0
    static let points = 1
    static let present = 2
    static let explanation = 3
    /// The widths of these columns, in characters.
    static let widths = [30.0, 12, 10, 84]
    /// The hidden column with the keys of the rows, and in its first cell the mark of the sheet.
    static let key = 4
    /// The mark of the sheet of a person, before the number of the person.
    static let mark = "koers-points"
    /// The name of the hidden sheet.
    static let facts = "koers"
    /// The version of all this.
    static let version = "1"
  }

  /// Returns the bytes of the file.
  ///
  /// Every text is written as a text, never as a formula; what no cell can hold is replaced as in ``Workbook``.
  ///
  /// - Parameters:
  ///   - name: The name of the file, for messages.
  ///   - folder: The folder for temporary files; that of the system when left out.
  /// - Returns: The bytes, the same for the same workbook.
  /// - Throws: ``Diagnostics/Failure`` with status 73 when temporary files cannot be written.
  /// - Complexity: O(persons · rows).
  public func file(named name: String, in folder: String? = nil) throws(Failure) -> [UInt8] {
    try withTemporaryFolder(in: folder) { (temporary: String) throws(Failure) -> [UInt8] in
      let path = joinPath(temporary, "workbook.xlsx")
      let library = try LibraryWorkbook(path, temporary: temporary, file: name)
      write(to: library)
      try library.close()
      return try readFile(path, shownAs: name)
    }
  }

  private func write(to library: LibraryWorkbook) {
    library.setProperties(title: cut(cellText(title).text, to: 80), comments: "", created: date)
    let names = sheetNames([Layout.facts, words.about] + persons)
    let own = Array(names.dropFirst(2))
    if let sheet = library.addSheet(names[1]) { writeAbout(on: sheet, names: own) }
    for (number, (person, name)) in zip(persons, own).enumerated() {
      if let sheet = library.addSheet(name) { writeForm(of: person, number: number + 1, on: sheet) }
    }
    if let sheet = library.addSheet(names[0]) { writeFacts(on: sheet, names: own) }
  }

  private func writeAbout(on sheet: LibrarySheet, names: [String]) {
    sheet.write(cellText(title).text, row: 0, column: 0, as: .title)
    for (row, line) in words.lines.enumerated() {
      sheet.write(cellText(line).text, row: row + 2, column: 0, as: .wrapped)
      sheet.fit(row: row + 2, to: [(line, Layout.widths[Layout.explanation])])
    }
    for (row, name) in names.enumerated() { sheet.writeLink(to: name, row: row + words.lines.count + 3, column: 0) }
    sheet.setWidth(Layout.widths[Layout.explanation], column: 0)
    sheet.setPrinting(head: "")
    sheet.protect()
  }

  private func writeForm(of person: String, number: Int, on sheet: LibrarySheet) {
    let first = Layout.headRow + 1
    let last = Layout.headRow + rows.count
    sheet.write(cellText("\(words.heading) \(person)").text, row: 0, column: Layout.label, as: .title)
    sheet.write(cellText(words.task).text, row: 1, column: Layout.label)
    sheet.write("\(Layout.mark) \(number)", row: 0, column: Layout.key)
    for (column, head) in words.heads.prefix(Layout.key).enumerated() {
      sheet.write(cellText(head).text, row: Layout.headRow, column: column, as: .head)
    }
    for (index, row) in rows.enumerated() {
      sheet.write(cellText(row.label).text, row: first + index, column: Layout.label, as: .wrapped)
      sheet.writeInput(
        row: first + index, column: Layout.points, bounds: 0...total, prompt: words.prompt, refusal: words.refusal)
      sheet.write(row.present, row: first + index, column: Layout.present, as: .plainTop)
      sheet.write(cellText(row.explanation).text, row: first + index, column: Layout.explanation, as: .indented)
      sheet.write(cellText(row.key).text, row: first + index, column: Layout.key)
      sheet.fit(
        row: first + index,
        to: [(row.label, Layout.widths[Layout.label]), (row.explanation, Layout.widths[Layout.explanation])])
    }
    writeSums(on: sheet, row: last + 1, first: first, last: last)
    for (column, width) in Layout.widths.enumerated() { sheet.setWidth(width, column: column) }
    sheet.hide(column: Layout.key)
    sheet.freeze(below: Layout.headRow)
    sheet.setPrinting(head: "")
    sheet.fitOnePage()
    sheet.protect()
  }

  /// Writes the sum of the points, and what is still to be divided.
  private func writeSums(on sheet: LibrarySheet, row: Int, first: Int, last: Int) {
    sheet.write(cellText(words.sum).text, row: row, column: Layout.label, as: .total)
    func sum(_ column: Int) -> String {
      let ends = [first, last].map { CellAddress(row: $0, column: column).text }
      return "SUM(\(ends.joined(separator: ":")))"
    }
    sheet.write(formula: "=" + sum(Layout.points), giving: 0, row: row, column: Layout.points, as: .total)
    sheet.write(
      formula: "=" + sum(Layout.present), giving: rows.reduce(0) { $0 + $1.present }, row: row, column: Layout.present,
      as: .total)
    let points = CellAddress(row: row, column: Layout.points).text
    let left = "ROUND(\(total)-\(points),6)"
    let balance = words.balance
    sheet.write(
      formula:
        "=IF(\(left)=0,\(literal(balance.right)),IF(\(left)>0,\(literal(balance.left + " "))&\(left),"
        + "\(literal(balance.over + " "))&-\(left)))",
      giving: "\(balance.left) \(whole(total))", row: row, column: Layout.explanation, as: .total)
  }

  /// Writes what is needed to read the points back: a kind and a few values a row.
  private func writeFacts(on sheet: LibrarySheet, names: [String]) {
    var lines = [[Layout.mark, Layout.version], ["subject"] + subject]
    lines += zip(persons, names).map { ["person", $0, $1] }
    lines += rows.map { ["row", $0.key, $0.label] }
    for (row, line) in lines.enumerated() {
      for (column, text) in line.enumerated() { sheet.write(cellText(text).text, row: row, column: column) }
    }
    sheet.protect()
    sheet.hide()
  }
}

/// A text as it stands in a formula.
private func literal(_ text: String) -> String {
  "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}

/// A number without decimals when it has none.
private func whole(_ number: Double) -> String {
  Int(exactly: number).map { String($0) } ?? String(number)
}
