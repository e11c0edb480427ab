import Diagnostics
import Files
import Foundation
import GRDB
import RunHistory
import Testing

@Suite struct RunHistoryTests {
  /// Calls a function with the path of a history that is not there yet.
  private func withPlace(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "koers-history-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appending(path: "history.sqlite").path)
  }

  private func begin(_ history: RunHistory, wave: String = "2020") throws -> Int64 {
    try history.begin(
      wave: wave, date: wave + "-04-15", now: "2026-01-02T03:04:05Z", version: "1.2.3", host: "host", process: 7)
  }

  private let stage = HistoryStage(
    stage: "cluster", hasRun: true, key: "k", record: "r", seconds: 1.5, reason: "types.to 10 -> 8",
    settings: [HistoryStage.Setting("types.to", "8"), HistoryStage.Setting("seed", "1")],
    inputs: [HistoryStage.Input(name: "normalise/run.json", path: "work:2020/normalise", digest: "d1")],
    files: [HistoryStage.File("run.json", digest: "r"), HistoryStage.File("types.csv", digest: "d2")],
    findings: [HistoryStage.Tally(level: "warning", rule: "found-once", count: 2)])

  @Test func `a run comes back as it was written`() throws {
    try withPlace { path in
      let history = try RunHistory(path)
      let run = try begin(history)
      try history.add(stage, to: run)
      try history.add([HistoryGate(gate: "gain", value: 0.1, wanted: 0.02, passed: true, sentence: "s")], to: run)
      try history.add([HistoryAssignment(unit: "U1", type: "A", certainty: 0.9)], to: run)
      try history.publish(.published, run: run, wave: "2020", now: "2026-01-02T03:04:06Z")
      try history.end(run, .done, status: 0, now: "2026-01-02T03:04:07Z")
      let opened = try RunHistory(path, isReadOnly: true)
      let read = try #require(try opened.runs().first)
      #expect(try opened.runs().count == 1)
      #expect([read.wave, read.date, read.version, read.host] == ["2020", "2020-04-15", "1.2.3", "host"])
      #expect([read.started, read.ended] == ["2026-01-02T03:04:05Z", "2026-01-02T03:04:07Z"])
      #expect(read.run == 1 && read.outcome == .done && read.status == 0 && read.process == 7 && read.isKept)
      #expect(try opened.stages(of: run) == [stage])
      #expect(try opened.gates(of: run).map(\.passed) == [true])
      #expect(try opened.publications().map(\.event) == [.published])
      #expect(try opened.keptDigests() == ["d1", "d2", "r"])
      #expect(try opened.run(leaving: "r") == run)
    }
  }

  @Test func `a run that never ended was interrupted when the next begins`() throws {
    try withPlace { path in
      let history = try RunHistory(path)
      _ = try begin(history)
      _ = try begin(history)
      #expect(try history.runs().map(\.outcome) == [.interrupted, .running])
    }
  }

  @Test func `the views tell of the last publication of each wave`() throws {
    try withPlace { path in
      let history = try RunHistory(path)
      for type in ["A", "B"] {
        let run = try begin(history)
        try history.add(stage, to: run)
        try history.add([HistoryAssignment(unit: "U1", type: type, certainty: 0.9)], to: run)
        try history.publish(.published, run: run, wave: "2020", now: "2026-01-02T03:04:06Z")
      }
      let database = try DatabaseQueue(path: path)
      func types() throws -> [String] {
        try database.read { try String.fetchAll($0, sql: "SELECT type FROM unit_types") }
      }
      #expect(try types() == ["B"])
      try history.publish(.rolledBack, run: 1, wave: "2020", now: "2026-01-02T03:04:07Z")
      #expect(try types() == ["A"])
      try history.publish(.withdrawn, run: nil, wave: "2020", now: "2026-01-02T03:04:08Z")
      #expect(try types() == [])
      let views = try database.read {
        try String.fetchAll($0, sql: "SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")
      }
      #expect(views == ["gate_results", "published", "stage_times", "type_sizes", "unit_types"])
      #expect(try database.read { try Double.fetchAll($0, sql: "SELECT seconds FROM stage_times") } == [1.5, 1.5])
    }
  }

  @Test func `what was forgotten is not kept`() throws {
    try withPlace { path in
      let history = try RunHistory(path)
      let run = try begin(history)
      try history.add(stage, to: run)
      try history.forget([run])
      #expect(try history.keptDigests() == [])
      #expect(try history.digests() == ["d1", "d2", "r"])
      #expect(try history.runs().map(\.isKept) == [false])
    }
  }

  @Test func `notes and acceptances come back`() throws {
    try withPlace { path in
      let history = try RunHistory(path)
      let run = try begin(history)
      try history.write(note: "looks odd", about: run, author: "anna", now: "2026-01-02T03:04:06Z")
      try history.accept(key: "k", wave: "2020", reason: "seen by the group", now: "2026-01-02T03:04:06Z")
      #expect(try history.notes().map(\.text) == ["looks odd"])
      #expect(try history.acceptance(of: "k") == "seen by the group")
      #expect(try history.acceptance(of: "other") == nil)
      let failure = #expect(throws: Failure.self) {
        try history.write(note: "x", about: 9, author: "anna", now: "2026-01-02T03:04:06Z")
      }
      #expect(
        failure?.findings.map(\.rendered) == [
          "\(path): error: the history has no run '9'\n  mend: 'koers history' lists the runs"
        ])
    }
  }

  @Test func `a damaged history is told, and stays as it is`() throws {
    try withPlace { path in
      let bytes = Data(repeating: 0x41, count: 5000)
      try bytes.write(to: URL(filePath: path))
      let failure = #expect(throws: Failure.self) { try RunHistory(path) }
      #expect(failure?.status == .badData)
      #expect(
        failure?.findings.map(\.rendered) == [
          """
          \(path): error: the history of runs is damaged (file is not a database)
            mend: move the file away, or restore it from a backup: without it a new history begins, and what was published \
          stays
          """
        ])
      #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
    }
  }

  @Test func `a history of a newer version is told, and stays as it is`() throws {
    try withPlace { path in
      _ = try RunHistory(path)
      let database = try DatabaseQueue(path: path)
      try database.write { try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('999: later')") }
      let failure = #expect(throws: Failure.self) { try RunHistory(path) }
      #expect(
        failure?.findings.map(\.rendered) == [
          """
          \(path): error: a newer version of the program wrote the history of runs
            mend: use that version, or move the file away: a new history begins, and what was published stays
          """
        ])
    }
  }

  @Test func `a history that is wanted for reading and is not there is missing`() throws {
    try withPlace { path in
      let failure = #expect(throws: Failure.self) { try RunHistory(path, isReadOnly: true) }
      #expect(failure?.status == .cannotWrite)
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }
}
