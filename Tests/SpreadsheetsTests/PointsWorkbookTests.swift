import Diagnostics
import Foundation
import Tables
import Testing
import ZipParts

@testable import Spreadsheets

@Suite struct PointsWorkbookTests {
  private func workbook(_ persons: [String], rows: Int = 2) throws -> PointsWorkbook {
    PointsWorkbook(
      title: "Weights", date: try #require(CalendarDate(iso: "2020-04-15")),
      words: PointsWorkbook.Words(
        about: "About", lines: ["Divide.", "All of them."], heading: "Of", task: "Divide 100 points.",
        heads: ["What", "Points", "Now", "Meaning"], sum: "Sum",
        balance: PointsWorkbook.Balance(right: "Say \"done\"", left: "Left:", over: "Over:"),
        prompt: PointsWorkbook.Message("Points", "0 to 100"), refusal: PointsWorkbook.Message("No", "0 to 100 please")),
      subject: ["criteria", "digest"], persons: persons,
      rows: (1...rows).map {
        PointsWorkbook.Row(key: "k\($0)", label: "Thing \($0)", explanation: "=About \($0)", present: 50)
      },
      total: 100)
  }

  private func contents(_ workbook: PointsWorkbook) throws -> WorkbookContents {
    let file = FileManager.default.temporaryDirectory.appending(path: "koers-points-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(try workbook.file(named: "p.xlsx")).write(to: file)
    return try WorkbookContents(path: file.path)
  }

  @Test func `each person has a sheet, whose cells for points alone are open, and take 0 to 100`() throws {
    let parts = try ZipParts(workbook(["Anna", "Bilal"]).file(named: "p.xlsx"))
    let sheet = try parts.text("xl/worksheets/sheet2.xml")
    #expect(sheet.contains("<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\"/>"), "\(sheet)")
    #expect(
      sheet.contains(
        "<dataValidation type=\"decimal\" allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" "
          + "errorTitle=\"No\" error=\"0 to 100 please\" promptTitle=\"Points\" prompt=\"0 to 100\" sqref=\"B5\">"
          + "<formula1>0</formula1><formula2>100</formula2></dataValidation>"), "\(sheet)")
    #expect(sheet.components(separatedBy: "<dataValidation ").count == 3)
    // The style of the cells for points is the one that is not locked.
    let styles = try parts.text("xl/styles.xml")
    let style = try #require(sheet.firstMatch(of: /<c r="B5" s="(\d+)"\/>/)?.output.1)
    let cells = try #require(styles.range(of: "<cellXfs")).upperBound
    let looks = styles[cells...].components(separatedBy: "<xf ").dropFirst()
    #expect(Array(looks)[try #require(Int(style))].contains("<protection locked=\"0\"/>"))
    #expect(sheet.contains("<col min=\"5\" max=\"5\" width=\"4.7109375\" hidden=\"1\" customWidth=\"1\"/>"), "\(sheet)")
  }

  @Test func `the sum and what is left are worked out by the spreadsheet`() throws {
    let sheet = try ZipParts(workbook(["Anna"]).file(named: "p.xlsx")).text("xl/worksheets/sheet2.xml")
    #expect(sheet.contains("<f>SUM(B5:B6)</f><v>0</v>"))
    #expect(sheet.contains("<f>SUM(C5:C6)</f><v>100</v>"))
    #expect(
      sheet.contains(
        "<f>IF(ROUND(100.0-B7,6)=0,\"Say \"\"done\"\"\",IF(ROUND(100.0-B7,6)&gt;0,\"Left: \"&amp;ROUND(100.0-B7,6),"
          + "\"Over: \"&amp;-ROUND(100.0-B7,6)))</f><v>Left: 100</v>"), "\(sheet)")
    // What people and the catalogue say is never a formula: three formulas are all there are.
    #expect(sheet.components(separatedBy: "<f>").count == 4)
  }

  @Test func `what was written is found again, whatever people are called`() throws {
    let names = ["=1+1", "koers", "About", "A/B", "a/b", "'s-Hertogenbosch"]
    let contents = try contents(workbook(names))
    let found = try #require(PointsSheets(contents))
    #expect(found.subject == ["criteria", "digest"])
    #expect(found.persons.map(\.name) == names)
    #expect(found.persons.map(\.sheet) == found.sheets.map(\.name))
    #expect(found.rows == [.init(key: "k1", label: "Thing 1"), .init(key: "k2", label: "Thing 2")])
    #expect(found.sheets.map(\.person) == [1, 2, 3, 4, 5, 6])
    #expect(found.sheets[0].cells.map(\.key) == ["k1", "k2"])
    #expect(found.sheets[0].cells.map(\.address.text) == ["B5", "B6"])
    #expect(found.sheets[0].cells.allSatisfy { $0.value == nil })
    #expect(found.others == [])
    #expect(contents.sheets.last?.isHidden == true)
  }

  @Test func `a sheet under another name and moved rows and columns are still known`() throws {
    var contents = try contents(workbook(["Anna", "Bilal"]))
    contents.sheets[1].name = "Mine"
    contents.sheets[1].cells = Dictionary(
      uniqueKeysWithValues: contents.sheets[1].cells.map { address, value in
        (CellAddress(row: address.row + 2, column: address.column + 1), value)
      })
    contents.sheets[1].cells[CellAddress(row: 6, column: 2)] = .number(60)
    contents.sheets.insert(WorkbookContents.Sheet(name: "Notes", isHidden: false, cells: [:]), at: 1)
    let found = try #require(PointsSheets(contents))
    #expect(found.sheets.map(\.name) == ["Mine", "Bilal"])
    #expect(found.sheets[0].cells[0] == .init(key: "k1", address: CellAddress(row: 6, column: 2), value: .number(60)))
    #expect(found.others == ["Notes"])
  }

  @Test func `a workbook without the hidden sheet is none of ours`() throws {
    var contents = try contents(workbook(["Anna"]))
    contents.sheets.removeLast()
    #expect(PointsSheets(contents) == nil)
    #expect(PointsSheets(WorkbookContents(sheets: [])) == nil)
  }

  @Test func `the same workbook gives the same bytes`() throws {
    #expect(try workbook(["Anna"]).file(named: "a.xlsx") == workbook(["Anna"]).file(named: "b.xlsx"))
  }

  @Test func `messages beside cells are cut to what they may hold`() throws {
    var long = try workbook(["Anna"])
    long.words.prompt = PointsWorkbook.Message(String(repeating: "é", count: 50), String(repeating: "x", count: 400))
    let sheet = try ZipParts(long.file(named: "p.xlsx")).text("xl/worksheets/sheet2.xml")
    #expect(sheet.contains("promptTitle=\"\(String(repeating: "é", count: 32))\""))
    #expect(sheet.contains("prompt=\"\(String(repeating: "x", count: 255))\""))
  }
}
