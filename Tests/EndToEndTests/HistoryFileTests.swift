import Foundation
import Testing

/// The database of the history as a file: damaged, of a later version, taken away, and read by others.
@Suite struct HistoryFileTests {
  private static let history = ".koers/schools/history.sqlite"
  /// All that needs the history.
  private static let commands = [
    "run . --force", "status .", "history .", "diff . 2021 2022", "rollback .", "repro . 2021", "gc . --keep 1",
    "backfill . --as 2022", "history . --note seen",
  ]

  /// Two waves that were published.
  private func twoWaves() throws -> SchoolsCopy {
    let copy = try SchoolsCopy()
    try copy.replace("  starts: 50", by: "  starts: 20", in: "pipeline.yaml")
    try copy.addWave("2022")
    let runs = try copy.run("koers", ["run", ".", "--quiet", "--all"])
    #expect(runs.status == 0, "\(runs.errors)")
    return copy
  }

  /// Expects that every command that needs the history says the same, and that nothing is changed.
  private func expectRefusals(_ copy: SchoolsCopy, _ errors: String) throws {
    let file = try Data(contentsOf: URL(filePath: copy.path(Self.history)))
    let contents = try copy.contents(of: ".")
    for command in Self.commands { try copy.expectRefusal("koers " + command, status: 65, errors) }
    // What is up to date needs no history.
    #expect(try copy.run("koers", ["run", ".", "--quiet"]).status == 0)
    #expect(try copy.contents(of: ".") == contents)
    #expect(try Data(contentsOf: URL(filePath: copy.path(Self.history))) == file)
  }

  @Test func `a damaged history is told by all that needs it, and without it what is published stays`() throws {
    let copy = try twoWaves()
    let whole = Array(try Data(contentsOf: URL(filePath: copy.path(Self.history))))
    for (bytes, why) in [
      ([UInt8](repeating: 0x41, count: 5000), "file is not a database"),
      (Array(whole.prefix(20_000)), "database disk image is malformed"),
    ] {
      try copy.write(bytes, to: Self.history)
      try expectRefusals(
        copy,
        """
        .koers/schools/history.sqlite: error: the history of runs is damaged (\(why))
          mend: move the file away, or restore it from a backup: without it a new history begins, and what was published stays
        """)
    }

    // Without the file a new history begins, which knows nothing of the newer wave; readers go on to see it.
    try copy.remove(Self.history)
    let published = try copy.contents(of: "Reports/schools/2022")
    let older = try copy.run("koers", ["run", ".", "--quiet", "--force", "--wave", "2021"])
    #expect(older.status == 0, "\(older.errors)")
    #expect(try copy.current == "2022")
    #expect(try copy.contents(of: "Reports/schools/2022") == published)

    // What is kept of runs that the new history knows nothing of stays, so that the old one can come back.
    let cleaned = try copy.run("koers", ["gc", ".", "--keep", "1"])
    #expect(cleaned.output.hasPrefix("taken away: 0 files of 0 runs; kept: "), "\(cleaned.output)\(cleaned.errors)")
    #expect(cleaned.output.contains("; of no run of this history, and left: "), "\(cleaned.output)")
    try copy.write(whole, to: Self.history)
    let again = try copy.run("koers", ["repro", ".", "2022"])
    #expect(again.status == 0 && again.output.hasPrefix("run 2, "), "\(again.output)\(again.errors)")
  }

  @Test(.enabled(if: CommandRunner.hasPython))
  func `a history of a later version is told by all that needs it, and stays as it is`() throws {
    let copy = try twoWaves()
    let script = """
      import sqlite3, sys
      with sqlite3.connect(sys.argv[1]) as history:
          history.execute("INSERT INTO grdb_migrations (identifier) VALUES ('999: later')")
      """
    #expect(try CommandRunner.python(script, [copy.path(Self.history)]).status == 0)
    try expectRefusals(
      copy,
      """
      .koers/schools/history.sqlite: error: a newer version of the program wrote the history of runs
        mend: use that version, or move the file away: a new history begins, and what was published stays
      """)
  }

  // MARK: - Read by others

  /// Prints how many rows each view has, and its columns.
  private static let views = """
    import sqlite3, sys
    history = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True, timeout=0)
    for view in ["published", "unit_types", "type_sizes", "stage_times", "gate_results"]:
        rows = history.execute(f"SELECT * FROM {view}")
        names = [column[0] for column in rows.description]
        print(view, len(rows.fetchall()), *names)
    print("running", *history.execute("SELECT COUNT(*) FROM runs WHERE outcome = 'running'").fetchone())
    """

  @Test(.enabled(if: CommandRunner.hasPython))
  func `others read the views while a run is under way, and do not disturb it`() throws {
    let copy = try twoWaves()
    // The log of the run goes into a pipe that is full, so that it stands still at its first line, with the lock in its hands.
    let log = Pipe()
    let descriptor = log.fileHandleForWriting.fileDescriptor
    let flags = fcntl(descriptor, F_GETFL)
    _ = fcntl(descriptor, F_SETFL, flags | O_NONBLOCK)
    while unsafe write(descriptor, [UInt8(ascii: "\n")], 1) == 1 {}
    _ = fcntl(descriptor, F_SETFL, flags)
    let run = Process()
    run.executableURL = CommandRunner.binaries.appending(path: "koers")
    run.arguments = ["run", ".", "--quiet", "--force", "--log", "json"]
    run.currentDirectoryURL = URL(filePath: copy.path("."))
    run.standardOutput = FileHandle.nullDevice
    run.standardError = log
    try run.run()
    try log.fileHandleForWriting.close()

    var read = ""
    for _ in 0..<1000 where !read.hasSuffix("running 1\n") && run.isRunning {
      read = try CommandRunner.python(Self.views, [copy.path(Self.history)]).output
    }
    #expect(
      read == """
        published 2 publication run wave date event at is_current
        unit_types 80 wave date unit type certainty run
        type_sizes 6 wave date type units
        stage_times 10 run wave stage outcome seconds reason
        gate_results 5 run wave gate value wanted passed
        running 1

        """)
    #expect(try copy.run("koers", ["run", ".", "--quiet", "--force"]).status == 75)
    let lines = try log.fileHandleForReading.readToEnd() ?? Data()
    run.waitUntilExit()
    #expect(run.terminationStatus == 0)
    #expect(String(decoding: lines, as: UTF8.self).contains("\"event\":\"published\""))
  }
}
