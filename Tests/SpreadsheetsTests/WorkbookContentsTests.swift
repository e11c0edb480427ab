import Diagnostics
import Foundation
import Tables
import Testing

@testable import Spreadsheets

/// Workbooks as other programs write them; see `Fixtures/make-workbooks.py`.
@Suite struct WorkbookContentsTests {
  private static func path(_ name: String) throws -> String {
    let url = Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Fixtures")
    return try #require(url).path
  }

  private func contents(_ name: String) throws -> WorkbookContents { try WorkbookContents(path: Self.path(name)) }

  private func cell(_ sheet: WorkbookContents.Sheet, _ address: String) throws -> WorkbookContents.Value? {
    sheet[try #require(CellAddress(address))]
  }

  /// What is said of a file, without the folder of the machine.
  private func refusal(_ path: String) throws -> String {
    let failure = #expect(throws: Failure.self) { try WorkbookContents(path: path) }
    #expect(failure?.status == .badData)
    #expect(failure?.findings.count == 1)
    let folder = (path as NSString).deletingLastPathComponent
    return (failure?.findings[0].rendered ?? "").replacingOccurrences(of: folder + "/", with: "")
  }

  // MARK: - Addresses

  @Test func `addresses are those of spreadsheets`() {
    for (text, row, column) in [("A1", 0, 0), ("$C$4", 3, 2), ("AA30", 29, 26), ("XFD1048576", 1_048_575, 16_383)] {
      #expect(CellAddress(text) == CellAddress(row: row, column: column))
      #expect(CellAddress(row: row, column: column).text == text.replacingOccurrences(of: "$", with: ""))
    }
    for text in ["", "A", "1", "A0", "1A", "a1", "A1B", "XFE1", "A1048577", "A-1", "A99999999999999999999"] {
      #expect(CellAddress(text) == nil, "\(text)")
    }
    #expect(CellAddress(row: 1, column: 0) > CellAddress(row: 0, column: 5))
  }

  // MARK: - What is read

  @Test(arguments: ["openpyxl.xlsx", "libreoffice.xlsx"])
  func `cells hold what was written, whichever program wrote them`(name: String) throws {
    let contents = try contents(name)
    #expect(contents.sheets.map(\.name) == ["Cells & more", "hidden one"])
    #expect(contents.sheets.map(\.isHidden) == [false, true])
    let sheet = contents.sheets[0]
    #expect(try cell(sheet, "A1") == .text("a text"))
    #expect(try cell(sheet, "C1") == .number(12.5))
    #expect(try cell(sheet, "D1") == .truth(true))
    #expect(try cell(sheet, "AA30") == .number(-3))
    #expect(try cell(sheet, "A3") == .text("12"))
    // The day of a spreadsheet: 15 April 2020.
    #expect(try cell(sheet, "B3") == .number(43936))
    #expect(try cell(sheet, "B2") == nil)
    // A formula has a value only when a program worked it out.
    #expect(try cell(sheet, "E1") == (name == "openpyxl.xlsx" ? .unknown : .number(2)))
    #expect(try cell(contents.sheets[1], "A1") == .text("a text"))
  }

  @Test func `escaped characters are what they stand for, and mistakes are told apart from texts`() throws {
    let sheet = try contents("openpyxl.xlsx").sheets[0]
    #expect(try cell(sheet, "B1") == .text("A é < & 😀"))
    #expect(try cell(sheet, "F1") == .mistake("#REF!"))
    #expect(unescaped("_x005F_x0041_") == "_x0041_")
    #expect(unescaped("_xD83D__xDE00_ _x00zz_ _x0041") == "😀 _x00zz_ _x0041")
  }

  @Test func `texts in cells, prefixes and cells without an address`() throws {
    let sheet = try contents("inline.xlsx").sheets[0]
    #expect(try cell(sheet, "A1") == .text("two parts"))
    #expect(try cell(sheet, "B1") == .number(15))
    #expect(try cell(sheet, "C1") == .truth(false))
    #expect(try cell(sheet, "C4") == .text("ab"))
    #expect(try cell(sheet, "D4") == .number(2))
    // A text that is in no list.
    #expect(try cell(sheet, "E4") == .mistake("7"))
    #expect(sheet.cells.count == 6)
  }

  @Test func `what this program writes is read back`() throws {
    let table = Table(
      "t",
      [
        Column("c", .text(["=1+1", "_x0041_", "a\r\nb"]), description: "A text."),
        Column("n", .number([0.1, nil, -7])),
      ])
    let workbook = Workbook(
      title: "T", date: try #require(CalendarDate(iso: "2020-04-15")),
      words: Workbook.Words(about: "About", lines: [], sheet: "s", table: "t", column: "c", meaning: "m"),
      sheets: [Workbook.Sheet("Texts", table)])
    let folder = FileManager.default.temporaryDirectory.appending(path: "koers-contents-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "t.xlsx")
    try Data(try workbook.file(named: "t.xlsx").bytes).write(to: file)
    let sheet = try WorkbookContents(path: file.path).sheets[1]
    #expect(sheet.name == "Texts")
    #expect((2...4).map { sheet.text($0, 0) } == ["=1+1", "_x0041_", "a\nb"])
    #expect((2...4).map { sheet[CellAddress(row: $0, column: 1)] } == [.number(0.1), nil, .number(-7)])
  }

  // MARK: - What is refused

  @Test(arguments: [
    (
      "other.zip", "this is a zip file without a workbook in it",
      "save it as an Excel workbook (.xlsx), or name another file"
    ),
    (
      "open-document.ods", "this is an OpenDocument file, and no Excel workbook (.xlsx)",
      "save it as an Excel workbook (.xlsx), or name another file"
    ),
    (
      "make-workbooks.py", "this is no Excel workbook (.xlsx)",
      "save it as an Excel workbook (.xlsx), or name another file"
    ),
    (
      "entities.xlsx",
      "the workbook cannot be read: the part 'xl/sheets/one.xml' is broken, it declares a document type, which no workbook does",
      "open it in a spreadsheet program and save it anew, or ask for it once more"
    ),
    (
      "broken-part.xlsx",
      "the workbook cannot be read: the part 'xl/sheets/one.xml' is broken, line 2: mismatched tag",
      "open it in a spreadsheet program and save it anew, or ask for it once more"
    ),
    (
      "no-sheet.xlsx", "the workbook cannot be read: the part 'xl/sheets/one.xml' is missing",
      "open it in a spreadsheet program and save it anew, or ask for it once more"
    ),
    (
      "bomb.xlsx", "the workbook is larger than a workbook that was filled in can be",
      "take away what was added to it: pictures, sheets and pasted tables"
    ),
  ])
  func `a file that is no workbook, or a hostile one, is refused with what it is`(
    name: String, message: String, mend: String
  ) throws {
    #expect(try refusal(Self.path(name)) == "\(name): error: \(message)\n  mend: \(mend)")
  }

  @Test func `old files, damaged files and empty ones are refused`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "koers-contents-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func refuse(_ bytes: [UInt8]) throws -> String {
      let file = folder.appending(path: "f.xlsx")
      try Data(bytes).write(to: file)
      return try refusal(file.path)
    }
    #expect(
      try refuse([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]) == """
        f.xlsx: error: this is an old Excel file (.xls), or a workbook with a password
          mend: open it in a spreadsheet program, take the password away, and save it as an Excel workbook (.xlsx)
        """)
    #expect(try refuse([]).contains("this is no Excel workbook (.xlsx)"))
    let whole = Array(try Data(contentsOf: URL(filePath: Self.path("libreoffice.xlsx"))))
    #expect(
      try refuse(Array(whole[..<(whole.count / 2)])) == """
        f.xlsx: error: the workbook cannot be read: its list of parts cannot be read
          mend: open it in a spreadsheet program and save it anew, or ask for it once more
        """)
    // One byte of a packed part is another: the check sum tells.
    var spoiled = whole
    let name = Array("xl/workbook.xml".utf8)
    let start = try #require(whole.indices.first { whole[$0...].starts(with: name) })
    for index in 40..<60 { spoiled[start + name.count + index] ^= 0x55 }
    #expect(
      try refuse(spoiled) == """
        f.xlsx: error: the workbook cannot be read: the part 'xl/workbook.xml' is damaged
          mend: open it in a spreadsheet program and save it anew, or ask for it once more
        """)
    let missing = #expect(throws: Failure.self) { try WorkbookContents(path: folder.path + "/none.xlsx") }
    #expect(missing?.status == .missingInput)
  }
}
