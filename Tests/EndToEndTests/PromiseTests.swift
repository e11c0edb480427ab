import Foundation
import Testing

/// Promises about people and records, held against what the real executables write.
@Suite struct PromiseTests {
  @Test func `no word of an open answer and no respondent reaches a publication`() throws {
    let copy = try SchoolsCopy()
    for line in 2...164 {
      try copy.changeLine(line, of: "schools-2021.csv") { text in
        if text.contains("\"") { return text }
        return text.split(separator: ";", omittingEmptySubsequences: false).dropLast().joined(separator: ";")
          .replacingOccurrences(of: "R0", with: "Zaanweg") + ";Kwibusmarkering"
      }
    }
    let result = try copy.run("koers", ["run", ".", "--quiet"])
    #expect(result.status == 0)
    let work = try copy.contents(of: ".koers").values.map { String(decoding: $0, as: UTF8.self) }
    #expect(work.contains { $0.contains("Kwibusmarkering") && $0.contains("Zaanweg") })
    for (name, bytes) in try copy.contents(of: "Reports") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("Kwibusmarkering"), "\(name) holds an open answer")
      #expect(!text.contains("Zaanweg"), "\(name) holds a respondent")
    }
  }

  @Test func `a hostile name becomes no formula and no script`() throws {
    let copy = try SchoolsCopy()
    let name = "=HYPERLINK(\"\"http://x\"\")<script>alert(1)</script>"
    try copy.replace(";School 01;", by: ";\"\(name)\";", in: "schools-2021.csv")
    let result = try copy.run("koers", ["run", ".", "--quiet"])
    #expect(result.status == 0, "\(result.errors)")
    var shown = 0
    for (name, bytes) in try copy.contents(of: "Reports") {
      let text = String(decoding: bytes, as: UTF8.self)
      shown += text.contains("HYPERLINK") ? 1 : 0
      if !name.hasSuffix(".csv") {
        #expect(!text.contains("<script>alert(1)"), "\(name) holds a script")
      } else {
        for cell in text.split(whereSeparator: { ",\n".contains($0) }) {
          #expect(!cell.hasPrefix("=") && !cell.hasPrefix("\"="), "\(name) holds a formula: \(cell)")
        }
      }
    }
    #expect(shown > 0)
  }

  @Test func `every record has one outcome, and the sums are right`() throws {
    let copy = try SchoolsCopy()
    try copy.changeLine(20, of: "schools-2021.csv") { $0 + ";;" }
    let result = try copy.run("koers-ingest", ["--pipeline", ".", "--output", "ingest"])
    #expect(result.status == 0)
    let records = try copy.text(of: "schools-2021.csv").split(separator: "\n").count - 1
    let rows = try copy.text(of: "ingest/ledger.csv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows.map { String($0[0]) } == (1...records).map(String.init))
    let outcomes = Dictionary(grouping: rows.map { String($0[4]) }) { $0 }.mapValues(\.count)
    #expect(outcomes == ["used": 161, "partial": 1, "duplicate": 1, "quarantined": 2])
    let record = try JSONDecoder().decode(Record.self, from: Data(copy.text(of: "ingest/run.json").utf8))
    let counts = Dictionary(uniqueKeysWithValues: record.counts.map { ($0.name, $0.count) })
    let sum = ["used", "partial", "duplicate", "no_unit", "excluded", "quarantined"].reduce(0) {
      $0 + (counts[$1] ?? -1)
    }
    #expect(counts["records"] == records)
    #expect(sum == records)
  }

  @Test func `the people whom a report speaks of are those whose answers were used`() throws {
    let copy = try SchoolsCopy()
    #expect(try copy.run("koers", ["run", ".", "--quiet"]).status == 0)
    #expect(try copy.text(of: "Reports/schools/2021/nl/summary.txt").contains("\n162"))
  }

  private struct Record: Decodable {
    struct Count: Decodable {
      var name: String
      var count: Int
    }
    var counts: [Count]
  }
}
