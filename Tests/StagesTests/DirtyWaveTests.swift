import Artefacts
import Diagnostics
import Files
import Simulation
import Stages
import Survey
import Tables
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

private let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
private let plan = root + "/SampleData/member-survey-2020.simulation.yaml"

/// What ingest made of a survey: the ledger column by column, and what was found.
private struct Read {
  var respondents: [String?]
  var units: [String?]
  var outcomes: [String?]
  var flags: [Set<String>]
  var lines: [Int?]
  var findings: [Finding]
}

/// Draws the wave, writes it to a folder of its own, and reads it by the pipeline of the member survey.
private func read(dirt: [DirtKind]?, dialect: WrittenDialect = WrittenDialect(), excluding: String? = nil) async throws
  -> (read: Read, files: SimulatedFiles)
{
  var simulate = SimulateRequest(plan: plan)
  simulate.dirt = dirt
  simulate.dialect = dialect
  let files = try simulate.run()
  let folder = FileManager.default.temporaryDirectory.appending(path: "koers-dirt-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for file in [files.survey, files.description] { try Data(file.bytes).write(to: folder.appending(path: file.path)) }
  let wave = try WaveDescription(folder.path + "/" + files.description.path)
  var request = try IngestRequest(
    pipeline: Pipeline(root + "/Pipelines/member-survey"), wave: wave, work: WorkFolders(base: ""))
  if let sign = excluding.flatMap({ CarelessRules.Sign(rawValue: $0) }) { request.settings.excludeCareless = [sign] }
  let output = try await request.run()
  let ledger = try #require(output.tables.first { $0.name == "ledger" })
  func texts(_ name: String) -> [String?] { ledger[name]?.texts ?? [] }
  let findings = output.findings.map { finding in
    var finding = finding
    finding.place.file = finding.place.file.map(lastName)
    return finding
  }
  return (
    Read(
      respondents: texts("respondent"), units: texts("unit"), outcomes: texts("outcome"),
      flags: texts("flags").map { Set(($0 ?? "").split(separator: " ").map(String.init)) },
      lines: texts("line").map { $0.flatMap { Int($0) } }, findings: findings),
    files
  )
}

/// What must become of a record with a piece of dirt.
private struct Expectation {
  var outcome = "used"
  /// The flags beside those that the clean record has.
  var flags: Set<String> = []
  /// The rule that tells of the record, if one does.
  var rule: String?
  /// Whether the name leads to another unit than the clean record's.
  var isOtherUnit = false
  /// Whether more or fewer questions are open than in the clean record.
  var isOtherCoverage = false

  init(_ kind: DirtKind, isFirst: Bool) {
    switch kind {
    case .padding, .thousands, .codesWithLabels, .labels, .refused, .hostile, .lineBreaks, .byteOrderMarks: break
    case .blankRows, .footer: break
    case .outOfRange: (flags, rule, isOtherCoverage) = (["bad_cell"], "out-of-range", true)
    case .notAllowed: (flags, rule, isOtherCoverage) = (["bad_cell"], "not-allowed", true)
    case .routing: (rule, isOtherCoverage) = ("pilots-asked", true)
    case .outOfTime: rule = "in-fieldwork"
    case .typos, .ambiguous, .outsiders: (outcome, rule, isOtherUnit) = ("no_unit", "no-unit", true)
    case .suffixes, .historic, .accents, .prefixes: isOtherUnit = true
    case .duplicates: if !isFirst { (outcome, rule, isOtherCoverage) = ("duplicate", "duplicate-respondent", true) }
    case .conflicts: if isFirst { (outcome, rule) = ("duplicate", "duplicate-respondent") }
    case .straightLines: flags = ["straight_lining"]
    case .speeders: flags = ["speeding"]
    case .sparse: (flags, isOtherCoverage) = (["sparse"], true)
    case .nameless: (outcome, rule) = ("quarantined", "required-answer")
    case .ragged: (outcome, rule) = ("quarantined", "ragged-record")
    case .strayQuotes: (outcome, rule) = ("quarantined", "stray-quote")
    }
  }
}

@Suite struct DirtyWaveTests {
  /// The wave with every kind of dirt, read once for all tests.
  private static let dirty = Task { try await read(dirt: DirtKind.allCases) }

  @Test func `the committed dirty wave is what its plan draws`() throws {
    var request = SimulateRequest(plan: plan)
    try request.setDirt(named: "all")
    let files = try request.run()
    for file in [files.survey, files.description, try #require(files.dirt)] {
      #expect(try file.bytes == readFile(root + "/SampleData/" + file.path), "\(file.path)")
    }
  }

  @Test func `every piece of dirt comes out as it should, and nothing else does`() async throws {
    let clean = try await read(dirt: nil).read
    let (dirty, files) = try await Self.dirty.value
    let spots = try spots(of: files)
    #expect(Set(spots.map(\.kind)) == Set(DirtKind.allCases))
    var ofRecord: [Int: (kind: DirtKind, isFirst: Bool)] = [:]
    for (record, kind, respondent) in spots {
      guard let record else { continue }
      let isFirst = !spots.contains { $0.respondent == respondent && ($0.record ?? record) < record }
      ofRecord[record] = (kind, isFirst)
    }
    var wanted: [String] = []
    var cleanRow = 0
    for row in dirty.outcomes.indices {
      let spot = ofRecord[row + 1]
      // The second record of a respondent stands beside the same clean record as the first.
      if let spot, !spot.isFirst { cleanRow -= 1 }
      let expected = spot.map { Expectation($0.kind, isFirst: $0.isFirst) } ?? Expectation(.padding, isFirst: true)
      let what = "record \(row + 1): \(spot.map { "\($0.kind)" } ?? "clean")"
      let isOut = clean.outcomes[cleanRow] != "used" && spot == nil
      #expect(dirty.outcomes[row] == (isOut ? clean.outcomes[cleanRow] : expected.outcome), "\(what)")
      if expected.outcome == "used" {
        let free = Set(
          (expected.isOtherCoverage ? ["incomplete"] : [])
            + (expected.isOtherUnit ? dirty.flags[row].filter { $0.hasPrefix("unit_") } : []))
        let base = clean.flags[cleanRow].filter { !expected.isOtherUnit || !$0.hasPrefix("unit_") }
        #expect(
          dirty.flags[row].subtracting(free) == base.union(expected.flags).subtracting(free), "\(what)")
        if !expected.isOtherUnit { #expect(dirty.units[row] == clean.units[cleanRow], "\(what)") }
        if spot?.kind == .suffixes || spot?.kind == .historic || spot?.kind == .accents || spot?.kind == .prefixes {
          #expect(dirty.flags[row].count { $0.hasPrefix("unit_") } == 1, "\(what)")
        }
      }
      if let rule = expected.rule { wanted.append("\(dirty.lines[row] ?? 0) \(rule)") }
      cleanRow += 1
    }
    #expect(cleanRow == clean.outcomes.count)
    let told = dirty.findings.filter { $0.place.line != nil && $0.rule != "listed-no-unit" && $0.rule != "blank-rows" }
    let kept = told.filter { $0.rule != "byte-order-mark" && $0.rule != "footer" }
    #expect(kept.map { "\($0.place.line ?? 0) \($0.rule)" } == wanted)
  }

  @Test func `the findings of the dirty wave are what they were`() async throws {
    let findings = try await Self.dirty.value.read.findings
    try expectGolden(findings.map(\.rendered).joined(separator: "\n") + "\n", "dirty-findings.txt")
  }

  @Test(arguments: [
    WrittenDialect(delimiter: ",", lineEnd: "\n", hasByteOrderMark: false),
    WrittenDialect(delimiter: "\t", lineEnd: "\r"),
    WrittenDialect(delimiter: ";", encoding: .windows1252),
    WrittenDialect(delimiter: ";", encoding: .iso885915, lineEnd: "\n"),
    WrittenDialect(delimiter: ";", encoding: .cp850),
    WrittenDialect(delimiter: ",", encoding: .utf8Twice, lineEnd: "\n", hasByteOrderMark: false),
  ])
  func `the wave is the same in every dialect`(_ dialect: WrittenDialect) async throws {
    let plain = try await Self.dirty.value.read
    let other = try await read(dirt: DirtKind.allCases, dialect: dialect).read
    #expect(other.respondents == plain.respondents)
    #expect(other.units == plain.units)
    #expect(other.outcomes == plain.outcomes)
    #expect(other.flags == plain.flags)
  }

  @Test func `careless answers are left out when the pipeline says so`() async throws {
    let (read, files) = try await read(dirt: [.straightLines, .speeders], excluding: "straight_lining")
    let lined = try spots(of: files).filter { $0.kind == .straightLines }.compactMap(\.record)
    #expect(lined.count == 2)
    #expect(read.outcomes.indices.filter { read.outcomes[$0] == "excluded" }.map { $0 + 1 } == lined)
    #expect(read.flags.count { $0.contains("speeding") } == 3)
  }

  @Test func `a kind of dirt that is not known is told with the nearest`() {
    var request = SimulateRequest(plan: plan)
    let failure = #expect(throws: Failure.self) { try request.setDirt(named: "typo,ragged,mud") }
    #expect(failure?.status == .usage)
    #expect(
      failure?.findings.map(\.rendered) == [
        """
        error: there is no kind of dirt called 'typo'
          mend: did you mean 'typos'?
        """,
        """
        error: there is no kind of dirt called 'mud'
          mend: use 'all', or some of: \(SimulateRequest.dirtNames.joined(separator: ", "))
        """,
      ])
    #expect(throws: Never.self) { try request.setDirt(named: "typos, ragged") }
    #expect(request.dirt == [.typos, .ragged])
  }

  /// The dirt that was planted.
  private func spots(of files: SimulatedFiles) throws -> [(record: Int?, kind: DirtKind, respondent: String)] {
    try files.spots.map { spot in (spot.record, spot.kind, try #require(spot.record == nil ? "" : spot.respondent)) }
  }
}

/// Compares a text with a committed file; with `KOERS_RECORD=1` in the environment the file is written anew.
private func expectGolden(_ text: String, _ name: String) throws {
  let file = URL(fileURLWithPath: root + "/Tests/StagesTests/Golden/" + name)
  if ProcessInfo.processInfo.environment["KOERS_RECORD"] == "1" {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name)")
    return
  }
  let golden = try String(decoding: Data(contentsOf: file), as: UTF8.self)
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let goldenLines = golden.split(separator: "\n", omittingEmptySubsequences: false)
  for (number, (line, wanted)) in zip(lines, goldenLines).enumerated() where line != wanted {
    Issue.record("\(name):\(number + 1) is\n\(line)\nand was\n\(wanted)")
    return
  }
  #expect(lines.count == goldenLines.count, "\(name) has another number of lines")
}
