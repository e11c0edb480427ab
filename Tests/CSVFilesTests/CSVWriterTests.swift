import CSVFiles
import Tables
import Testing

@Suite struct CSVWriterTests {
  @Test func `a table is written with a header, points and LF`() throws {
    let day = try #require(CalendarDate(year: 2020, month: 4, day: 15))
    let table = Table(
      "t",
      [
        Column("name", .text(["a", nil])), Column("count", .integer([1, -2])), Column("share", .number([0.5, 2])),
        Column("chosen", .boolean([true, false])), Column("day", .date([day, nil])),
      ])
    #expect(CSVWriter.text(table) == "name,count,share,chosen,day\na,1,0.5,true,2020-04-15\n,-2,2,false,\n")
  }

  @Test func `only fields that need quotes get them`() {
    let table = Table("t", [Column("a", .text(["x,y", "say \"no\"", "two\nlines", " edge", "plain text"]))])
    #expect(
      CSVWriter.text(table) == "a\n\"x,y\"\n\"say \"\"no\"\"\"\n\"two\nlines\"\n\" edge\"\nplain text\n")
  }

  @Test func `a missing value alone on its line is not a blank line`() throws {
    let text = CSVWriter.text(Table("t", [Column("a", .text(["x", nil, "y"]))]))
    #expect(text == "a\nx\n\"\"\ny\n")
    #expect(try CSVReader.parse(Array(text.utf8), file: "t.csv").records.map(\.fields) == [["x"], [""], ["y"]])
  }

  @Test func `what is written reads back the same`() throws {
    let values = ["", "a", " b ", "c,d", "\"", "\"\"", "e\nf", "g\r\nh", "é", "\t", "'", "=1+1", ";"]
    let table = Table("t", [Column("id", .integer(Array(values.indices))), Column("value", .text(values))])
    let read = try CSVReader.parse(Array(CSVWriter.text(table).utf8), file: "t.csv")
    #expect(read.records.map { $0.fields[1] } == values)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+31 6", "'+31 6"), ("-", "'-"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "\"'\tx\""), ("a=b", "a=b"),
  ])
  func `a text that a spreadsheet could run gets an apostrophe`(value: String, written: String) {
    let table = Table("t", [Column("n", .integer([-1])), Column("a", .text([value]))])
    let cell = written == "\"'\tx\"" ? "'\tx" : written
    #expect(CSVWriter.text(table, spreadsheetSafe: true) == "n,a\n-1,\(cell)\n")
  }

  @Test(arguments: [0, 1, 1023, 1024, 16_384, 16_385, 70_001])
  func `rows that are rendered in blocks are those rendered one by one`(rows: Int) {
    let texts = ["a", "b,c", "", "say \"x\"", "=1", " z", "é\n"]
    let codes = (0..<rows).map { UInt32(($0 * 7 + $0 / 5) % (texts.count + 1)) }
    let shared = Table(
      "s", rows: Shared(count: rows),
      columns: [("s1", "integer", ""), ("s2", "string", ""), ("s3", "string", "")])
    let columns = [
      Column("n", .integer((0..<rows).map { $0 % 3 == 0 ? nil : $0 - 9 })), Column("c", content: Coded(texts, codes)),
      shared.columns[0], shared.columns[1], Column("t", Coded(texts, codes).values),
      shared.columns[2], Column("d", content: Coded([], Array(repeating: 0, count: rows))),
    ]
    for safe in [false, true] {
      for table in [Table("all", columns)] + columns.map({ Table("one", [$0]) }) {
        #expect(CSVWriter.text(table, spreadsheetSafe: safe) == plain(table, safe))
      }
    }
  }

  /// A table as text, written the plain way.
  private func plain(_ table: Table, _ safe: Bool) -> String {
    var text = table.columns.map(\.name).joined(separator: ",") + "\n"
    let columns = table.columns.map { (texts: $0.texts, isText: $0.schemaType == "string") }
    for row in 0..<table.rowCount {
      let cells = columns.map { column in
        guard let value = column.texts[row] else { return columns.count == 1 ? "\"\"" : "" }
        return CSVWriter.record([safe && column.isText ? CSVWriter.defused(value) : value])
      }
      text += cells.joined(separator: ",") + "\n"
    }
    return text
  }
}

private struct Shared: RowContent {
  let count: Int
  func texts(of row: Int) -> [String?] {
    [row % 4 == 0 ? nil : String(row), row % 3 == 0 ? nil : "-\(row)", "x,\(row)"]
  }
}

private struct Coded: CodedContent {
  let texts: [String]
  let codes: [UInt32]

  init(_ texts: [String], _ codes: [UInt32]) { (self.texts, self.codes) = (texts, codes) }

  var count: Int { codes.count }
  var schemaType: String { "string" }
  var codedTexts: [String]? { texts }
  var values: Column.Values { .text(codes.map { texts.indices.contains(Int($0)) ? texts[Int($0)] : nil }) }

  func appendCodes(of rows: Range<Int>, to codes: inout [UInt32]) { codes.append(contentsOf: self.codes[rows]) }

  func appendText(of row: Int, to bytes: inout [UInt8]) -> Bool {
    guard texts.indices.contains(Int(codes[row])) else { return false }
    bytes.append(contentsOf: texts[Int(codes[row])].utf8)
    return true
  }
}
