import Foundation
import Testing

/// A pipeline that is run again and again: what runs, why, and what readers see.
@Suite struct RerunTests {
  private static let stages = ["ingest", "normalise", "cluster", "match", "report"]

  /// What a plan says, stage by stage.
  private func plan(_ copy: SchoolsCopy) throws -> [String: String] {
    let answer = try copy.run("koers", ["run", ".", "--dry-run"])
    var plan: [String: String] = [:]
    for line in answer.output.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      plan[parts[1]] = parts[2]
    }
    #expect(answer.status == (plan.values.allSatisfy { $0 == "is up to date" } ? 0 : 1))
    return plan
  }

  private func ran(_ result: CommandResult) -> [String] {
    result.errors.split(separator: "\n").compactMap { line in
      guard line.contains("\"event\":\"stage-started\""), let start = line.range(of: "\"stage\":\"") else { return nil }
      return String(line[start.upperBound...].prefix { $0 != "\"" })
    }
  }

  private func publication(_ copy: SchoolsCopy) throws -> [String: Data] {
    try copy.contents(of: "Reports/schools/2021")
  }

  @Test func `a pipeline runs what changed and says why, and everything of it can be undone and made again`() throws {
    let copy = try SchoolsCopy()
    // Nothing is there: the plan is the whole run, and nothing is written.
    let before = copy.names
    #expect(
      try plan(copy) == [
        "ingest": "runs: it has not run yet", "normalise": "runs: after ingest", "cluster": "runs: after normalise",
        "match": "runs: after normalise; after cluster",
        "report": "runs: after ingest; after normalise; after cluster; after match",
      ])
    #expect(copy.names == before)
    let status = try copy.run("koers", ["status", ".", "--exit-code"])
    #expect(status.status == 1)
    #expect(status.output.contains("wave 2021 (2021-04-01): not published"), "\(status.output)")

    let first = try copy.run("koers", ["run", ".", "--log", "json", "--quiet"])
    #expect(first.status == 0, "\(first.errors)")
    #expect(ran(first) == Self.stages)
    let published = try publication(copy)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: copy.path("Reports/schools/current")) == "2021")
    #expect(try copy.run("koers", ["status", ".", "--exit-code"]).status == 0)
    #expect(try plan(copy).values.allSatisfy { $0 == "is up to date" })

    // A setting of the report: the report alone runs, and the plan said so.
    try copy.replace("one: {nl: school", by: "one: {nl: basisschool", in: "pipeline.yaml")
    #expect(try plan(copy)["report"] == "runs: unit.one.nl school -> basisschool")
    let second = try copy.run("koers", ["run", ".", "--log", "json", "--quiet"])
    #expect(ran(second) == ["report"])
    #expect(try publication(copy) != published)
    let difference = try copy.run("koers", ["diff", ".", "2021^", "2021"])
    #expect(
      difference.output.contains("decided by:\n  report: unit.one.nl school -> basisschool\n"), "\(difference.output)")
    #expect(difference.output.contains("movers: 0 of "))

    // Back to what was published before: every byte, and a rerun leaves it so until something changes.
    let back = try copy.run("koers", ["rollback", "."])
    #expect(back.output == "Reports/schools/2021 is that of run 1 again\n", "\(back.errors)")
    #expect(try publication(copy) == published)
    #expect(try copy.run("koers", ["run", ".", "--quiet"]).status == 0)
    #expect(try publication(copy) == published)
    let nothing = try copy.run("koers", ["rollback", "."])
    #expect(nothing.status == 64)
    #expect(
      nothing.errors == """
        Reports/schools: error: the only publication has none before it
          mend: 'koers history' lists the runs and what they published

        """)
    try copy.replace("one: {nl: basisschool", by: "one: {nl: school", in: "pipeline.yaml")

    // Every run can be made again, byte by byte.
    for run in ["1", "2"] {
      let again = try copy.run("koers", ["repro", ".", run])
      #expect(again.status == 0, "\(again.output)\(again.errors)")
      #expect(again.output.contains("files are the same, byte by byte"))
    }

    let note = try copy.run("koers", ["history", ".", "--note", "seen by the board", "--run", "1"])
    #expect(note.status == 0, "\(note.errors)")
    let history = try copy.run("koers", ["history", "."])
    #expect(history.output.contains("run 1  2021  ") && history.output.contains("done  shown to readers"))
    #expect(history.output.contains("report: unit.one.nl school -> basisschool"))
    #expect(history.output.contains("rolled back to run 1") && history.output.contains(": seen by the board\n"))

    let cleaned = try copy.run("koers", ["gc", ".", "--keep", "1"])
    #expect(cleaned.status == 0 && cleaned.output.hasPrefix("taken away: "), "\(cleaned.errors)")
    #expect(try publication(copy) == published)
    #expect(try copy.run("koers", ["repro", ".", "2021"]).status == 0)
  }

  @Test func `a plan says of stages that wait for others what else changed, as the run does`() throws {
    let copy = try SchoolsCopy()
    #expect(try copy.run("koers", ["run", ".", "--quiet"]).status == 0)
    try copy.replace("seed: 40", by: "seed: 41", in: "pipeline.yaml")
    try copy.replace("resamples: 50", by: "resamples: 40", in: "pipeline.yaml")
    let planned = try plan(copy)
    #expect(
      planned == [
        "ingest": "is up to date", "normalise": "runs: seed 40 -> 41",
        "cluster": "runs: seed 40 -> 41; resamples 50 -> 40; after normalise",
        "match": "runs: seed 40 -> 41; after normalise; after cluster",
        "report": "runs: after normalise; after cluster; after match",
      ])
    let log = try copy.run("koers", ["run", ".", "--quiet", "--log", "text"]).errors
    for (stage, what) in planned where what != "is up to date" {
      #expect(log.contains(" 2021 \(stage): \(what.dropFirst("runs: ".count))\n"), "\(log)")
    }
  }

  @Test func `answers corrected after they were published are run again, and the report says so`() throws {
    let copy = try SchoolsCopy()
    #expect(try copy.run("koers", ["run", ".", "--quiet"]).status == 0)
    try copy.changeLine(2, of: "schools-2021.csv") { $0.replacing(";3;4;5;4;3;", with: ";1;1;1;1;1;") }
    let corrected = try copy.run("koers", ["run", ".", "--quiet", "--log", "text"])
    #expect(corrected.status == 0, "\(corrected.errors)")
    #expect(
      corrected.errors.contains(
        "2021 was published from other answers: 0 respondents came, 0 went, 1 changed their answers"),
      "\(corrected.errors)")
    let account = try copy.text(of: "Reports/schools/2021/en/account.html")
    #expect(account.contains("Corrections after publication"))
    #expect(try copy.text(of: "Reports/schools/2021/nl/index.html").contains("na publicatie gecorrigeerd"))
    // What was noted is an input: a rerun from it gives the same bytes.
    let once = try publication(copy)
    #expect(try copy.run("koers", ["run", ".", "--quiet", "--force"]).status == 0)
    #expect(try publication(copy) == once)
  }

  @Test func `waves follow each other, and an older one moves nothing of a newer one`() throws {
    let copy = try SchoolsCopy()
    try copy.write(try copy.text(of: "schools-2021.csv"), to: "schools-2022.csv")
    try copy.changeLine(2, of: "schools-2022.csv") { $0.replacing(";3;4;5;4;3;", with: ";1;1;1;1;1;") }
    try copy.write(
      try copy.text(of: "schools-2021.wave.yaml").replacing("2021", with: "2022"), to: "schools-2022.wave.yaml")
    try copy.changeLine(2, of: "schools-2022.csv") { $0.replacing("2021-", with: "2022-") }
    try copy.replace(
      "[schools-2021.wave.yaml]", by: "[schools-2022.wave.yaml, schools-2021.wave.yaml]", in: "pipeline.yaml")
    func current() throws -> String {
      try FileManager.default.destinationOfSymbolicLink(atPath: copy.path("Reports/schools/current"))
    }
    // The newest wave comes first, and the older one after it: what readers see by default stays the newest.
    let newest = try copy.run("koers", ["run", ".", "--quiet", "--wave", "2022"])
    #expect(newest.status == 0, "\(newest.errors)")
    #expect(try current() == "2022")
    let again = try copy.run("koers", ["run", "."])
    #expect(again.status == 0)
    #expect(
      again.errors.contains(
        """
        schools-2021.wave.yaml: warning: the wave '2021' never ran here, and is older than '2022', which did: it is not run by \
        itself, because later waves are compared with it
          mend: run it with 'koers run --wave 2021', or as a later run would have done with 'koers backfill'; 'koers run' \
        then compares '2022' with it where it is the wave before

        """), "\(again.errors)")
    let published = try copy.contents(of: "Reports/schools/2022")
    let older = try copy.run("koers", ["backfill", ".", "--as", "2022"])
    #expect(older.status == 0 && older.output == "Reports/schools/2021/nl/index.html\n", "\(older.errors)")
    #expect(try current() == "2022")
    #expect(try copy.contents(of: "Reports/schools/2022") == published)
    let late = try copy.run("koers", ["backfill", ".", "--as", "2021", "--wave", "2022"])
    #expect(late.status == 64)
    #expect(
      late.errors == """
        schools-2022.wave.yaml: error: the wave '2022' is not older than '2021', whose parameters are used
          mend: run it with 'koers run --wave 2022'; a backfill never touches newer publications

        """, "\(late.errors)")

    // Without an earlier publication of the wave, the wave before it is what readers see.
    let back = try copy.run("koers", ["rollback", "."])
    #expect(
      back.output == "Reports/schools/2022 was taken away; 'current' leads to the wave before it\n", "\(back.errors)")
    #expect(try current() == "2021")
    let forced = try copy.run("koers", ["run", ".", "--quiet", "--force"])
    #expect(forced.status == 0, "\(forced.errors)")
    #expect(try current() == "2022")
  }

  @Test func `where nothing ran yet, the waves before the newest run first, because it follows their types`() throws {
    let copy = try SchoolsCopy()
    try copy.write(try copy.text(of: "schools-2021.csv"), to: "schools-2022.csv")
    try copy.changeLine(2, of: "schools-2022.csv") { $0.replacing("2021-", with: "2022-") }
    try copy.write(
      try copy.text(of: "schools-2021.wave.yaml").replacing("2021", with: "2022"), to: "schools-2022.wave.yaml")
    try copy.replace(
      "[schools-2021.wave.yaml]", by: "[schools-2022.wave.yaml, schools-2021.wave.yaml]", in: "pipeline.yaml")
    let run = try copy.run("koers", ["run", ".", "--quiet"])
    #expect(run.output == "Reports/schools/2021/nl/index.html\nReports/schools/2022/nl/index.html\n", "\(run.errors)")
    #expect(try copy.text(of: ".koers/schools/2022/cluster/run.json").contains("\"earlier_wave\""))
    // From then on the newest alone, and before it those that were corrected.
    #expect(try copy.run("koers", ["run", ".", "--quiet"]).output == "Reports/schools/2022/nl/index.html\n")
    try copy.changeLine(2, of: "schools-2021.csv") { $0.replacing(";3;4;5;4;3;", with: ";1;1;1;1;1;") }
    let corrected = try copy.run("koers", ["run", ".", "--quiet"])
    #expect(
      corrected.output == "Reports/schools/2021/nl/index.html\nReports/schools/2022/nl/index.html\n",
      "\(corrected.errors)")
  }

  @Test func `what cannot be done gets a clear answer`() throws {
    let copy = try SchoolsCopy()
    for command in [["diff", ".", "1", "2"], ["repro", ".", "1"], ["history", "."], ["backfill", "."]] {
      let answer = try copy.run("koers", command)
      #expect(answer.status == 66, "\(command)")
      #expect(
        answer.errors == """
          .koers/schools/history.sqlite: error: there is no history of runs yet
            mend: run 'koers run' first, or name the workspace with '--workspace'

          """)
    }
    try copy.remove("schools-2021.csv")
    let blocked = try copy.run("koers", ["run", ".", "--dry-run"])
    #expect(blocked.status == 1)
    #expect(blocked.output.hasPrefix("2021 ingest cannot run: schools-2021.csv is missing\n"), "\(blocked.output)")
    #expect(try copy.run("koers", ["run", ".", "--quiet"]).status == 66)
  }

  @Test func `waves in an inbox are found by a pattern, and wait until their files are complete`() throws {
    let copy = try SchoolsCopy()
    try copy.replace("schools-2021.wave.yaml", by: "\"*.wave.yaml\"", in: "pipeline.yaml")
    let survey = try copy.text(of: "schools-2021.csv")
    try copy.remove("schools-2021.csv")
    let early = try copy.run("koers", ["run", ".", "--quiet"])
    #expect(early.status == 66)
    #expect(
      early.errors == """
        pipeline.yaml:10:8: error: there is no wave yet that can be run
          10 | waves: ["*.wave.yaml"]
             |        ^
          mend: put a description NAME.wave.yaml with its survey where 'waves' looks for them
        schools-2021.wave.yaml: warning: the wave '2021' waits: its survey 'schools-2021.csv' is not there yet
          mend: run again when its files are complete; writing them under another name and renaming them is safest

        """, "\(early.errors)")
    #expect(try copy.run("koers", ["run", ".", "--quiet", "--wave", "2021"]).status == 75)
    try copy.write(survey, to: "schools-2021.csv")
    for file in ["schools-2021.csv", "schools-2021.wave.yaml"] {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: copy.path(file))
    }
    #expect(try copy.run("koers", ["status", ".", "--exit-code"]).output.contains("newest wave: 2021"))

    try copy.write(try copy.text(of: "schools-2021.wave.yaml"), to: "twice.wave.yaml")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: copy.path("twice.wave.yaml"))
    let twice = try copy.run("koers", ["run", ".", "--quiet"])
    #expect(twice.status == 65)
    #expect(
      twice.errors == """
        twice.wave.yaml: error: the wave '2021' is there twice, in 'schools-2021.wave.yaml' as well
          mend: give one of them another name, or take it away

        """, "\(twice.errors)")
  }
}
