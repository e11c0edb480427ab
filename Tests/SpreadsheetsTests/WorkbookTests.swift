import CXLSXWriter
import Diagnostics
import Tables
import Testing
import ZipParts

@testable import Spreadsheets

@Suite struct WorkbookTests {
  private let words = Workbook.Words(
    about: "Uitleg", lines: ["Stand van 15 april 2020"], sheet: "Blad", table: "Tabel", column: "Kolom",
    meaning: "Wat het is")

  private func workbook(_ tables: [Table], notice: String? = nil, titles: [String]? = nil) throws -> Workbook {
    Workbook(
      title: "Peiling", date: try #require(CalendarDate(iso: "2020-04-15")), notice: notice, words: words,
      sheets: zip(titles ?? tables.map(\.name), tables).map { Workbook.Sheet($0, $1) })
  }

  private func parts(_ tables: [Table], notice: String? = nil) throws -> ZipParts {
    try ZipParts(workbook(tables, notice: notice).file(named: "t.xlsx").bytes)
  }

  /// A sheet of one column; the library keeps its texts in a part of their own.
  private func texts(_ values: [String?]) throws -> (sheet: String, texts: String) {
    let parts = try parts([Table("t", [Column("c", .text(values))])])
    return (try parts.text("xl/worksheets/sheet2.xml"), try parts.text("xl/sharedStrings.xml"))
  }

  private var mixed: Table {
    get throws {
      Table(
        "mixed",
        [
          Column("name", .text(["a", nil, "<script>"]), description: "A name."),
          Column("count", .integer([1, -2, nil])), Column("share", .number([0.5, .nan, .infinity])),
          Column("clear", .boolean([true, nil, false])),
          Column("day", .date([CalendarDate(iso: "2020-06-26"), CalendarDate(iso: "1900-02-28"), nil])),
        ])
    }
  }

  @Test func `each value is a cell of its own type, and what is missing is an empty cell`() throws {
    let sheet = try parts([mixed]).text("xl/worksheets/sheet2.xml")
    // Texts are numbers into a table of texts; 26 June 2020 is day 44008 of the spreadsheets.
    #expect(
      sheet.contains(
        """
        <row r="3" spans="1:5"><c r="A3" t="s"><v>13</v></c><c r="B3" s="5"><v>1</v></c><c r="C3" s="6"><v>0.5</v></c>\
        <c r="D3" t="b"><v>1</v></c><c r="E3" s="7"><v>44008</v></c></row>\
        <row r="4" spans="1:5"><c r="B4" s="5"><v>-2</v></c><c r="E4" t="s"><v>15</v></c></row>\
        <row r="5" spans="1:5"><c r="A5" t="s"><v>14</v></c><c r="D5" t="b"><v>0</v></c></row>
        """), "\(sheet)")
    let texts = try parts([mixed]).text("xl/sharedStrings.xml")
    #expect(
      texts.hasSuffix("<si><t>a</t></si><si><t>&lt;script&gt;</t></si><si><t>1900-02-28</t></si></sst>"), "\(texts)")
    let styles = try parts([mixed]).text("xl/styles.xml")
    #expect(styles.contains("formatCode=\"yyyy-mm-dd\""), "\(styles)")
  }

  @Test func `the names of the columns are frozen, repeated on paper, and carry a filter over all rows`() throws {
    let parts = try parts([mixed])
    let sheet = try parts.text("xl/worksheets/sheet2.xml")
    #expect(
      sheet.contains("<pane ySplit=\"2\" topLeftCell=\"A3\" activePane=\"bottomLeft\" state=\"frozen\"/>"), "\(sheet)")
    #expect(sheet.contains("<autoFilter ref=\"A2:E5\"/>"))
    #expect(sheet.contains("orientation=\"landscape\""))
    #expect(sheet.contains("fitToHeight=\"0\""))
    let book = try parts.text("xl/workbook.xml")
    #expect(book.contains("name=\"_xlnm.Print_Titles\" localSheetId=\"1\">mixed!$2:$2<"), "\(book)")
  }

  @Test func `a text that could be a formula is a string, unchanged and without an apostrophe`() throws {
    let hostile = ["=1+1", "+31", "-3", "@SUM(A1)", "\tx", "=HYPERLINK(\"http://x\")"]
    let (sheet, texts) = try texts(hostile)
    #expect(!sheet.contains("<f>"))
    #expect(sheet.components(of: "t=\"s\"") == hostile.count + 2)
    #expect(
      texts.contains(
        "<t>=1+1</t></si><si><t>+31</t></si><si><t>-3</t></si><si><t>@SUM(A1)</t></si>"
          + "<si><t xml:space=\"preserve\">\tx</t></si><si><t>=HYPERLINK(\"http://x\")</t></si>"), "\(texts)")
  }

  @Test func `what XML forbids or would change does not break the file`() throws {
    let (_, texts) = try texts(["a\u{0}b\u{1}c", "one\r\ntwo\rthree", "_x0041_", "\u{FFFF}<&>", "\u{202E}rtl\u{200B}"])
    #expect(
      texts.contains(
        "<si><t>a�b�c</t></si><si><t>one\ntwo\nthree</t></si><si><t>_x005F_x0041_</t></si><si><t>�&lt;&amp;&gt;</t></si>"
          + "<si><t>\u{202E}rtl\u{200B}</t></si>"), "\(texts)")
  }

  @Test func `a text beyond what a cell holds is cut with a mark, and told`() throws {
    let most = String(repeating: "é", count: 32_767)
    let table = Table("t", [Column("c", .text(["short", most + "!", most, most + most]))])
    let file = try workbook([table], titles: ["De tabel"]).file(named: "t.xlsx")
    let texts = try ZipParts(file.bytes).text("xl/sharedStrings.xml")
    #expect(texts.contains("<t>\(most.dropLast())…</t>"))
    #expect(texts.contains("<t>\(most)</t>"))
    #expect(
      file.findings.map(\.rendered) == [
        """
        t.xlsx: warning: 2 texts in the column 'c' of the sheet 'De tabel' have more than the 32767 characters that a \
        cell holds, and are cut; the first is in row 4
          mend: shorten the text where it comes from, or take it from the CSV file of the table
        """
      ])
  }

  @Test func `whole numbers that a spreadsheet would round are texts`() throws {
    let parts = try parts([Table("t", [Column("c", .integer([1 << 53, 1 << 53 + 1, .min]))])])
    let sheet = try parts.text("xl/worksheets/sheet2.xml")
    #expect(sheet.contains("<v>9007199254740992</v>"), "\(sheet)")
    let texts = try parts.text("xl/sharedStrings.xml")
    #expect(texts.contains("<t>9007199254740993</t></si><si><t>-9223372036854775808</t>"))
  }

  @Test func `simulated data is called so on every sheet, on paper, and in the properties of the file`() throws {
    let parts = try parts([mixed, Table("empty", [Column("c", .number([]))])], notice: "Gesimuleerd & verzonnen")
    let texts = try parts.text("xl/sharedStrings.xml")
    #expect(texts.contains("<t>Gesimuleerd &amp; verzonnen</t>"))
    #expect(texts.contains("<t>Gesimuleerd &amp; verzonnen · mixed</t>"))
    #expect(texts.contains("<t>Gesimuleerd &amp; verzonnen · empty</t>"))
    for number in 1...3 {
      let sheet = try parts.text("xl/worksheets/sheet\(number).xml")
      #expect(sheet.contains("<oddHeader>&amp;CGesimuleerd &amp;&amp; verzonnen</oddHeader>"), "\(sheet)")
    }
    let properties = try parts.text("docProps/core.xml")
    #expect(properties.contains("<dc:description>Gesimuleerd &amp; verzonnen</dc:description>"), "\(properties)")
  }

  @Test func `the first sheet says what each column means, and leads to the sheets`() throws {
    let parts = try parts([mixed])
    let sheet = try parts.text("xl/worksheets/sheet1.xml")
    #expect(sheet.contains("<hyperlink ref=\"A5\" location=\"'mixed'!A1\" display=\"mixed\"/>"), "\(sheet)")
    let texts = try parts.text("xl/sharedStrings.xml")
    #expect(
      texts.contains(
        "<si><t>Peiling</t></si><si><t>Stand van 15 april 2020</t></si><si><t>Blad</t></si><si><t>Tabel</t></si>"
          + "<si><t>Kolom</t></si><si><t>Wat het is</t></si><si><t>mixed</t></si><si><t>name</t></si>"
          + "<si><t>A name.</t></si>"), "\(texts)")
  }

  @Test func `the same tables give the same bytes, dated by the wave and never by the clock`() throws {
    let first = try workbook([mixed], notice: "Gesimuleerd").file(named: "t.xlsx").bytes
    #expect(try workbook([mixed], notice: "Gesimuleerd").file(named: "other.xlsx").bytes == first)
    let parts = try ZipParts(first)
    #expect(Set(parts.dates) == [[0, 0, 0x21, 0]])  // 1 January 1980, from which DOS counts
    let properties = try parts.text("docProps/core.xml")
    #expect(properties.contains("<dcterms:created xsi:type=\"dcterms:W3CDTF\">2020-04-15T00:00:00Z</dcterms:created>"))
    #expect(
      properties.contains("<dcterms:modified xsi:type=\"dcterms:W3CDTF\">2020-04-15T00:00:00Z</dcterms:modified>"))
  }

  @Test func `a table without rows keeps its names, and a workbook without tables its first sheet`() throws {
    let parts = try parts([Table("empty", [Column("c", .number([]))])])
    let sheet = try parts.text("xl/worksheets/sheet2.xml")
    #expect(sheet.contains("<c r=\"A2\" s=\"2\" t=\"s\">") && !sheet.contains("<autoFilter"))
    #expect(try self.parts([]).names.filter { $0.hasPrefix("xl/worksheets/sheet") } == ["xl/worksheets/sheet1.xml"])
    #expect(try self.parts([Table("nothing")]).text("xl/workbook.xml").contains("<sheet name=\"nothing\""))
  }

  @Test func `tables that no sheet holds are refused, all at once`() throws {
    let long = Table("long", rows: EndlessRows(count: 1_048_575), columns: [("c", "integer", "")])
    let longer = Table("longer", rows: EndlessRows(count: 2_000_000), columns: [("c", "integer", "")])
    let failure = #expect(throws: Failure.self) { try workbook([long, try mixed, longer]).file(named: "t.xlsx") }
    #expect(failure?.status == .badData)
    #expect(
      failure?.findings.map(\.rendered) == [
        """
        t.xlsx: error: the table 'long' has 1048575 rows, and a sheet of a workbook holds 1048574
          mend: leave 'xlsx' out of 'report.formats', and take the CSV file of the table
        """,
        """
        t.xlsx: error: the table 'longer' has 2000000 rows, and a sheet of a workbook holds 1048574
          mend: leave 'xlsx' out of 'report.formats', and take the CSV file of the table
        """,
      ])
    let wide = Workbook.findings(rows: 1_048_574, columns: 16_385, of: Workbook.Sheet("Breed", Table("wide")))
    #expect(
      wide.map(\.message) == ["the table 'wide' has 16385 columns, and a sheet of a workbook holds 16384"])
  }

  @Test func `errors of the library are told apart by who can mend them`() throws {
    #expect(
      failure(LXW_ERROR_CREATING_XLSX_FILE, file: "t.xlsx").findings.map(\.rendered) == [
        """
        t.xlsx: error: the workbook cannot be written: Error creating output xlsx file. Usually a permissions error
          mend: check that the folder for temporary files (TMPDIR) may be written to and that its disk is not full
        """
      ])
    let own = failure(LXW_ERROR_SHEETNAME_ALREADY_USED, file: "t.xlsx")
    #expect(own.status == .ownFault)
    #expect(
      own.findings.map(\.rendered) == [
        """
        t.xlsx: error: the workbook cannot be made: Worksheet name is already in use
          mend: this is a fault of the program: report it, and leave 'xlsx' out of 'report.formats' until it is mended
        """
      ])
  }

  @Test func `a folder that is not there is told with how to mend it`() throws {
    let failure = #expect(throws: Failure.self) { try workbook([]).file(named: "t.xlsx", in: "/nowhere") }
    #expect(failure?.status == .cannotWrite)
    #expect(
      failure?.findings.map(\.rendered) == [
        """
        /nowhere: error: no folder for temporary files can be made here
          mend: check that it may be written to and that the disk is not full, or name another folder in TMPDIR
        """
      ])
  }
}

/// Rows of a table that is only counted.
private struct EndlessRows: RowContent {
  var count: Int
  func texts(of row: Int) -> [String?] { [nil] }
}

extension String {
  /// How often a text stands in this one.
  fileprivate func components(of text: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: text) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
