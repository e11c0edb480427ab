import CSVFiles
import Diagnostics
import Tables
import Testing

private func parse(_ text: String, delimiter: UInt8? = nil) throws -> RawTable {
  try CSVReader.parse(Array(text.utf8), file: "wave.csv", delimiter: delimiter)
}

/// The whole messages of the failure that some bytes lead to.
private func messages(_ bytes: [UInt8], longestField: Int = CSVReader.longestField) -> (
  Diagnostics.ExitStatus?, [String]
) {
  do {
    _ = try CSVReader.parseDocument(bytes, file: "wave.csv", longestField: longestField)
    return (nil, [])
  } catch {
    return (error.status, error.findings.map(\.rendered))
  }
}

private func messages(_ text: String) -> (Diagnostics.ExitStatus?, [String]) { messages(Array(text.utf8)) }

@Suite struct CSVReaderTests {
  @Test func `a record knows the line and the byte where it begins`() throws {
    let table = try parse("id,answer\n1,yes\n\n2,no\n")
    #expect(table.header == ["id", "answer"])
    #expect(table.headerLine == 1)
    #expect(
      table.records == [
        RawRecord(line: 2, byte: 10, fields: ["1", "yes"]), RawRecord(line: 4, byte: 17, fields: ["2", "no"]),
      ])
  }

  @Test func `a line break between quotes belongs to the field, and counts as a line`() throws {
    let table = try parse("id,answer\n1,\"a\nb,\n\nc\"\n2,d\n")
    #expect(table.records.map(\.fields) == [["1", "a\nb,\n\nc"], ["2", "d"]])
    #expect(table.records.map(\.line) == [2, 6])
    #expect(table.records.map(\.byte) == [10, 22])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `lines end with LF, CRLF or CR`(lineBreak: String) throws {
    let table = try parse(["id,answer", "1,yes", "2,no"].joined(separator: lineBreak))
    #expect(table.records.map(\.fields) == [["1", "yes"], ["2", "no"]])
    #expect(table.records.map(\.line) == [2, 3])
  }

  @Test func `a byte-order mark is no part of the first name`() throws {
    let table = try parse("\u{FEFF}id,answer\n1,yes\n")
    #expect(table.header == ["id", "answer"])
    #expect(table.records.map(\.byte) == [13])
  }

  @Test func `a quote inside a quoted field is written twice`() throws {
    #expect(try parse("id,answer\n1,\"he said \"\"no\"\"\"\n").records[0].fields == ["1", "he said \"no\""])
  }

  @Test func `spaces around a bare field are trimmed, and kept between quotes`() throws {
    #expect(try parse("id,answer\n 1 ,\" yes \"\n").records[0].fields == ["1", " yes "])
  }

  @Test func `empty fields stay, and so does a record that is too short`() throws {
    #expect(try parse("a,b,c\n,,\n1\n").records.map(\.fields) == [["", "", ""], ["1"]])
  }

  @Test(arguments: [
    ("a,b;c,d\n", CSVReader.comma, "fields of the header: 3 by comma, 2 by semicolon, 1 by tab"),
    ("a;b;\"c,d,e,f\"\n", CSVReader.semicolon, "fields of the header: 0 by comma, 3 by semicolon, 0 by tab"),
    ("a\tb\n", CSVReader.tab, "fields of the header: 1 by comma, 1 by semicolon, 2 by tab"),
    ("a\n1,2,3\n", CSVReader.comma, "the header is one field by any delimiter"),
  ])
  func `without records the delimiter is what gives the header most fields`(text: String, byte: UInt8, reason: String)
    throws
  {
    let document = try CSVReader.parseDocument(Array(text.utf8), file: "wave.csv")
    #expect(document.delimiter == Delimiter(byte: byte, reason: reason))
  }

  @Test func `a delimiter that is given is not questioned`() throws {
    #expect(try parse("a,b;c\n1,2;3\n", delimiter: CSVReader.semicolon).records[0].fields == ["1,2", "3"])
  }

  @Test func `text that is not UTF-8 is read as Windows-1252, with a note`() throws {
    let bytes =
      Array("id,name\n1,S".utf8) + [0xFA] + Array("dwest-Frysl".utf8) + [0xE2] + Array("n ".utf8) + [0x80, 10]
    let document = try CSVReader.parseDocument(bytes, file: "wave.csv")
    #expect(document.table.records[0].fields == ["1", "Súdwest-Fryslân €"])
    #expect(document.encoding == .windows1252)
    #expect(
      document.notes.map(\.rendered) == [
        """
        wave.csv:2: note: the file is not UTF-8 from byte 11 on, and was read as Windows-1252
          mend: check a name with an accent; save the file as CSV (UTF-8) to be sure
        """
      ])
  }

  @Test func `a file with nothing in it says so`() {
    let wanted = """
      wave.csv: error: the file is empty
        mend: export the survey again; the first line must hold the names of the columns
      """
    #expect(messages("") == (.badData, [wanted]))
  }

  @Test func `a file of blank lines has no header`() {
    let wanted = """
      wave.csv: error: the file holds no header and no records
        mend: export the survey again; the first line must hold the names of the columns
      """
    #expect(messages("\n\n  \n") == (.badData, [wanted]))
  }

  @Test func `a header alone is a table without records`() throws {
    #expect(try parse("a,b\n").records.isEmpty)
  }

  @Test func `a quote that is never closed is named with the line where it opened`() {
    let first = """
      wave.csv:3:3: error: a quoted field opens on line 3 and is never closed
        3 | 2,"open,y
          |   ^
        mend: close the field with a quote, and write a quote inside it twice
      """
    let last = """
      wave.csv:3:5: error: a quoted field opens on line 3 and is never closed
        3 | 2,x,"open
          |     ^
        mend: close the field with a quote, and write a quote inside it twice
      """
    #expect(messages("id,a,b\n1,x,y\n2,\"open,y\n3,x,y\n") == (.badData, [first]))
    #expect(messages("id,a,b\n1,x,y\n2,x,\"open") == (.badData, [last]))
  }

  @Test func `a second quote that opens later in the same record is the one named`() {
    let (_, found) = messages("id,a,b\n1,\"x\ny\",\"open\nz\n")
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("wave.csv:3:4: error: a quoted field opens on line 3"))
  }

  @Test func `every stray quote is told, with line and column`() {
    let (status, found) = messages("id,a\n1,5\" pipe\n2,fine\n3,\"x\"y\n")
    #expect(status == .badData)
    #expect(
      found == [
        """
        wave.csv:2:4: error: a quote stands within a field, or text follows a closing quote
          2 | 1,5" pipe
            |    ^
          mend: put the whole field between quotes, and write a quote inside it twice
        """,
        """
        wave.csv:4:6: error: a quote stands within a field, or text follows a closing quote
          4 | 3,"x"y
            |      ^
          mend: put the whole field between quotes, and write a quote inside it twice
        """,
      ])
  }

  @Test(arguments: [
    ([0x50, 0x4B, 0x03, 0x04, 0x14], "an Excel or ZIP file", "open it in a spreadsheet and save it as CSV (UTF-8)"),
    ([0x25, 0x50, 0x44, 0x46, 0x2D], "a PDF file", "export the answers as CSV (UTF-8)"),
    ([0xFF, 0xFE, 0x61, 0x00], "UTF-16 text", "save it as CSV (UTF-8)"),
  ])
  func `a file of another kind is named`(bytes: [UInt8], kind: String, mend: String) {
    let wanted = "wave.csv: error: this is not a CSV file but \(kind)\n  mend: \(mend)"
    #expect(messages(bytes) == (.badData, [wanted]))
  }

  @Test func `a byte that no text holds is named`() {
    let wanted = """
      wave.csv:2: error: this is not a CSV file: byte 5 is NUL, which no text holds
        mend: export the answers as CSV (UTF-8)
      """
    #expect(messages([0x61, 0x2C, 0x62, 0x0A, 0x31, 0x00]) == (.badData, [wanted]))
  }

  @Test func `all mistakes of a header are told at once`() {
    let wanted = [
      """
      wave.csv:1: error: columns 1 and 3 are both called 'id'
        mend: rename or remove one of the two
      """,
      """
      wave.csv:1: error: column 4 has no name
        mend: give it a name in the header, or remove the column
      """,
    ]
    #expect(messages("id,a,id,\n1,2,3,4\n") == (.badData, wanted))
  }

  @Test func `a field beyond the bound is refused with the line where it opened`() {
    let text = "id,a\n1,\"" + String(repeating: "x\n", count: 50)
    let wanted = """
      wave.csv:2:3: error: a field is longer than 20 bytes
        2 | 1,"x
          |   ^
        mend: look for a quote that is not closed; a survey answer is never that long
      """
    #expect(messages(Array(text.utf8), longestField: 20) == (.badData, [wanted]))
  }

  @Test func `a file that is not there is missing input`() {
    let failure = #expect(throws: Failure.self) { try CSVReader.read(path: "no/such/wave.csv") }
    #expect(failure?.status == .missingInput)
    #expect(
      failure?.findings.map(\.rendered) == [
        """
        no/such/wave.csv: error: there is no such file
          mend: check the spelling, or the folder from which the command is run
        """
      ])
  }
}
