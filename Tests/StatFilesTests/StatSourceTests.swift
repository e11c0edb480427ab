import Diagnostics
import Exports
import Foundation
import StatFiles
import Tables
import Testing

@Suite struct StatSourceTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  private static func fixture(_ name: String) -> String { folder.appending(path: name).path }

  /// Calls a body with a file of these bytes.
  private func withFile<Result>(_ bytes: some Sequence<UInt8>, _ body: (String) throws -> Result) throws -> Result {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".sav")
    try Data(bytes).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    return try body(path.path)
  }

  @Test(arguments: ["small.sav", "small.zsav"])
  func `values are texts as they are meant`(_ name: String) async throws {
    let source = try StatSource(path: Self.fixture(name), shownAs: name)
    let long = String(repeating: "x", count: 300)
    #expect(source.announced == 5)
    #expect(Array(source.head[0].fields) == ["code", "share", "name", "day", "moment"])
    let pieces = try await source.pieces(below: 1) { $0.map { ($0.line, Array($0.fields)) } }
    let records = pieces.results.flatMap(\.self)
    #expect(records.map(\.0) == [1, 2, 3, 4, 5])
    #expect(
      records.map(\.1) == [
        ["1", "0.5", "Ane", "2021-03-01", "2021-03-01T23:59:58"],
        ["2", "12.25", "Bé", "", ""],
        ["9", "", "", "1582-10-15", ""],
        ["", "-3", long, "2024-02-29", ""],
        ["97", "1e+20", "geen", "", ""],
      ])
    #expect(source.head.dropFirst().map { Array($0.fields) } == records.map(\.1))
    #expect(pieces.findings == [])
  }

  @Test func `labels tell questions, values, measures and what is declared to be no answer`() throws {
    let labels = try StatSource(path: Self.fixture("small.sav")).labels
    #expect(
      labels[0]
        == ColumnLabels(
          name: "code", label: "Hoe vaak?",
          values: [("1", "nooit"), ("2", "soms"), ("9", "weet niet")].map {
            ColumnLabels.ValueLabel(value: $0.0, label: $0.1)
          }, userMissing: [.range(90, 99), .value("9")], measure: .ordinal))
    #expect(labels.map(\.label) == ["Hoe vaak?", "Welk deel?", "Hoe heet u?", "Wanneer?", "Op welk moment?"])
    #expect(labels[1].measure == .scale)
    #expect(labels[2].userMissing == [.value("geen")])
    #expect(["9", "97", "90", "100", "x"].map(labels[0].isUserMissing) == [true, true, true, false, false])
  }

  @Test func `the heading is left out as far as asked`() async throws {
    let source = try StatSource(path: Self.fixture("small.sav"))
    let firsts = { @Sendable (records: RawRecords) in records.map { $0.fields[0] } }
    #expect(try await source.pieces(below: 0, firsts).results == [["code", "1", "2", "9", "", "97"]])
    #expect(try await source.pieces(below: 3, firsts).results == [["9", "", "97"]])
    #expect(try await source.pieces(below: 9, firsts).results == [])
  }

  @Test(arguments: ["small.sav", "small.zsav"])
  func `a file cut off anywhere, or with any byte changed, never traps`(_ name: String) throws {
    let whole = try Data(contentsOf: Self.folder.appending(path: name))
    for length in stride(from: 4, to: whole.count, by: 7) {
      try withFile(whole.prefix(length)) { path in
        let failure = #expect(throws: Failure.self, "\(length) bytes") { try StatSource(path: path) }
        #expect(failure?.status == .badData)
      }
    }
    for position in stride(from: 4, to: whole.count, by: 11) {
      var bytes = whole
      bytes[position] ^= 0xFF
      try withFile(bytes) { path in
        do {
          let source = try StatSource(path: path)
          #expect(source.head.count >= 1)
        } catch let failure as Failure {
          #expect(failure.status == .badData)
        }
      }
    }
  }

  @Test func `a file cut in half says after which record`() throws {
    let whole = try Data(contentsOf: Self.folder.appending(path: "small.sav"))
    try withFile(whole.prefix(whole.count - 400)) { path in
      let failure = #expect(throws: Failure.self) { try StatSource(path: path, shownAs: "answers.sav") }
      #expect(
        failure?.findings.map(\.rendered) == [
          """
          answers.sav: error: the SPSS file is cut off or damaged, after 3 of 5 records: file did not \
          contain the expected number of rows
            mend: copy or export the file again
          """
        ])
    }
    try withFile(whole.prefix(300)) { path in
      let failure = #expect(throws: Failure.self) { try StatSource(path: path, shownAs: "answers.sav") }
      #expect(
        failure?.findings.map(\.rendered) == [
          """
          answers.sav: error: the SPSS file is cut off or damaged, in its dictionary: unable to read from file
            mend: copy or export the file again
          """
        ])
    }
  }

  @Test func `what is no SPSS file is told apart`() throws {
    func message(_ bytes: some Sequence<UInt8>) throws -> String? {
      try withFile(bytes) { path in
        let failure = #expect(throws: Failure.self) { try StatSource(path: path, shownAs: "answers.sav") }
        #expect(failure?.status == .badData)
        return failure?.findings.first?.rendered
      }
    }
    let other = """
      answers.sav: error: this is not an SPSS data file: it does not begin with "$FL2" or "$FL3"
        mend: save the data as .sav in SPSS, or export it as CSV (UTF-8)
      """
    #expect(try message("a,b\n1,2\n".utf8) == other)
    #expect(try message([]) == other)
    #expect(
      try message("ENCRYPTEDSAV....".utf8) == """
        answers.sav: error: the SPSS file is encrypted
          mend: open it in SPSS and save it without a password
        """)
    let missing = #expect(throws: Failure.self) { try StatSource(path: "/nowhere/answers.sav", shownAs: "answers.sav") }
    #expect(missing?.status == .missingInput)
  }

  @Test func `the first bytes tell an SPSS file`() {
    #expect(StatSource.isSPSS(Array("$FL2@(#)".utf8)))
    #expect(StatSource.isSPSS(Array("$FL3".utf8)))
    #expect(!StatSource.isSPSS(Array("$FL".utf8)))
    #expect(!StatSource.isSPSS([]))
  }
}
