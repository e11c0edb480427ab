import Diagnostics
import Files
import Tables
import Testing

@testable import CSVFiles

/// What a source gives below its header.
private func read(_ text: String, longestField: Int = CSVReader.longestField) async throws -> RawRecords {
  try await read(Array(text.utf8), longestField: longestField)
}

private func read(_ bytes: [UInt8], longestField: Int = CSVReader.longestField) async throws -> RawRecords {
  let source = try CSVSource(bytes: bytes, file: "wave.csv", longestField: longestField)
  return ReaderCheck.joined(try await source.pieces(below: 1) { $0 }.results)
}

@Suite struct BrokenRecordTests {
  @Test func `a stray quote costs its record and no other`() async throws {
    let records = try await read("id,a\n1,x\n2,5\" pipe\n3,y\n")
    #expect(records.map(\.fields) == [["1", "x"], ["3", "y"]])
    #expect(records.map(\.line) == [2, 4])
    #expect(
      records.broken == [
        BrokenRecord(
          before: 1, line: 3, byte: 9,
          finding: Finding(
            .error, rule: "stray-quote",
            at: Place(file: "wave.csv", line: 3, column: 4, excerpt: "2,5\" pipe"),
            message: "a quote stands within a field, or text follows a closing quote",
            mend: "put the whole field between quotes, and write a quote inside it twice"),
          text: "2,5\" pipe")
      ])
  }

  @Test func `a quote that is not closed costs the line on which it opens, although the next quote closes it`()
    async throws
  {
    let records = try await read("id,a\n1,\"open\n2,x\n3,\"y\"\n4,z\n")
    #expect(records.map(\.fields) == [["2", "x"], ["3", "y"], ["4", "z"]])
    #expect(records.map(\.line) == [3, 4, 5])
    #expect(records.broken.map(\.line) == [2])
    #expect(records.broken.map(\.before) == [0])
    #expect(records.broken.map(\.finding.place.position) == ["wave.csv:4:4"])
  }

  @Test func `a quote that is open at the end of the file costs the line on which it opens`() async throws {
    let records = try await read("id,a\n1,\"one\ntwo\",\"open\n2,x\n3,y")
    #expect(records.map(\.fields) == [["2", "x"], ["3", "y"]])
    #expect(
      records.broken.map(\.finding.rendered) == [
        """
        wave.csv:3:6: error: a quoted field opens on line 3 and is never closed
          3 | two","open
            |      ^
          mend: close the field with a quote, and write a quote inside it twice
        """
      ])
    #expect(records.broken.map(\.line) == [2])
    #expect(records.broken.map(\.text) == ["1,\"one\ntwo\",\"open"])
  }

  @Test func `columns are counted in characters of the encoding`() async throws {
    let utf8 = try await read("id,a\n1,crèpe \"x\n")
    let latin = try await read(Array("id,a\n1,cr".utf8) + [0xE8] + Array("pe \"x\n".utf8))
    #expect(utf8.broken.map(\.finding.place.column) == [9])
    #expect(latin.broken.map(\.finding.place.column) == [9])
    #expect(latin.broken.map(\.text) == ["1,crèpe \"x"])
  }

  @Test func `a field beyond the bound costs its record, and reading goes on below the line on which it begins`()
    async throws
  {
    let long = String(repeating: "x", count: 30)
    let records = try await read("id,a\n1,\(long)\n2,\"y\n\(long)\"\n3,z\n", longestField: 20)
    #expect(records.map(\.fields) == [["3", "z"]])
    #expect(records.broken.map(\.line) == [2, 3, 4])
    #expect(records.broken.map(\.finding.rule) == ["field-too-long", "field-too-long", "field-too-long"])
  }

  @Test func `a line far beyond the bound is passed over, and what stands below it is read`() async throws {
    let line = "1," + String(repeating: "x", count: 3 << 16)
    let records = try await read("id,a\n\(line)\n2,y\n", longestField: 1 << 16)
    #expect(records.map(\.fields) == [["2", "y"]])
    #expect(records.map(\.line) == [3])
    #expect(records.map(\.byte) == [5 + line.utf8.count + 1])
    #expect(
      records.broken.map(\.finding.message) == ["a field is longer than 65536 bytes"])
    #expect(records.broken.map(\.text.count) == [401])
  }

  @Test func `a line of too many short fields is passed over too`() async throws {
    let line = String(repeating: "1,", count: 1 << 20)
    let records = try await read("id,a\n\(line)\n2,y\n", longestField: 1 << 16)
    #expect(records.map(\.fields) == [["2", "y"]])
    #expect(records.broken.map(\.finding.rule) == ["record-too-long"])
    #expect(records.broken.map(\.finding.message) == ["a record is longer than 1048576 bytes"])
  }

  @Test func `a NUL far below the header costs its record`() async throws {
    let rows = 1 << 16
    let text = "id,a\n" + String(repeating: "1,x\n", count: rows) + "2,\"y\n\0\"\n3,z\n"
    let records = try await read(text)
    #expect(records.count == rows + 1)
    #expect(
      records.broken.map(\.finding.rendered) == [
        """
        wave.csv:65538: error: byte 262154 is NUL, which no text holds
          65538 | 2,"y
          mend: export the record again
        """
      ])
    #expect(records.broken.map(\.before) == [rows])
    #expect(records.broken.map(\.line) == [rows + 2])
  }

  @Test func `a heading that is broken stops the reading, with all that is wrong in it`() async throws {
    let failure = #expect(throws: Failure.self) {
      try CSVSource(bytes: Array("id,a\"b\n1,2\n".utf8), file: "wave.csv")
    }
    #expect(
      failure?.findings.map(\.rendered) == [
        """
        wave.csv:1:5: error: a quote stands within a field, or text follows a closing quote
          1 | id,a"b
            |     ^
          mend: put the whole field between quotes, and write a quote inside it twice
        """
      ])
    let source = try CSVSource(bytes: Array("id,a\nx,\"y\"z\n1,2\n".utf8), file: "wave.csv")
    let second = await #expect(throws: Failure.self) { try await source.pieces(below: 2) { $0.count } }
    #expect(second?.findings.map(\.place.position) == ["wave.csv:2:6"])
  }

  @Test func `broken records without number are all told`() async throws {
    let count = 10_000
    let records = try await read("id,a\n" + String(repeating: "1,a\"b\n2,c\n", count: count))
    #expect(records.count == count)
    #expect(records.broken.map(\.line) == (0..<count).map { 2 + 2 * $0 })
    #expect(records.broken.map(\.before) == Array(0..<count))
  }
}
