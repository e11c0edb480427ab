import Tables
import Testing

@Suite struct RawRecordsTests {
  private let records: RawRecords = [
    RawRecord(line: 2, byte: 10, fields: ["1", "ja"]), RawRecord(line: 4, byte: 17, fields: []),
    RawRecord(line: 5, byte: 19, fields: ["", "Súdwest", ""]),
  ]

  @Test func `fields lie one behind another, and ends tell them apart`() {
    #expect(records.bytes == Array("1jaSúdwest".utf8))
    #expect(records.fieldEnds == [1, 3, 3, 11, 11])
    #expect(records.recordEnds == [2, 2, 5])
    #expect(records.map(\.line) == [2, 4, 5])
    #expect(records.map(\.byte) == [10, 17, 19])
  }

  @Test func `records and fields read back as texts`() {
    #expect(records.count == 3)
    #expect(records[0].fields == ["1", "ja"])
    #expect(records[1].fields.isEmpty)
    #expect(records[2].fields.map { $0 } == ["", "Súdwest", ""])
    #expect(records.text(2, 1) == "Súdwest")
    #expect(records.fieldCount(2) == 3)
  }

  @Test func `a record that is given up leaves nothing behind`() {
    var records = records
    let before = records
    records.appendField("half".utf8)
    records.appendField("a record".utf8)
    records.dropOpenRecord()
    #expect(records == before)
    #expect(records.bytes == before.bytes)
    #expect(records.fieldEnds == before.fieldEnds)
  }

  @Test func `records are equal when places and fields are`() {
    #expect(RawRecord(line: 1, byte: 0, fields: ["ab", "c"]) != RawRecord(line: 1, byte: 0, fields: ["a", "bc"]))
    #expect(RawRecord(line: 1, byte: 0, fields: ["a"]) != RawRecord(line: 2, byte: 0, fields: ["a"]))
    #expect(Set([records[0], RawRecord(line: 2, byte: 10, fields: ["1", "ja"])]).count == 1)
  }
}
