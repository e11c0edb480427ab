import Foundation
import Testing

/// A second wave whose types the gates hold, through the real executables.
@Suite struct HeldWaveTests {
  /// What is told of every gate that is closed, and how to go on.
  private static let closed = ["gain", "smallest"].map { gate in
    """
    pipeline.yaml: error: the gate '\(gate)' holds the wave '2022': \(sentences[gate] ?? "")
      mend: look at gates.csv and refit.csv in .koers/schools/2022/cluster; then publish the new types with 'koers run \
    --wave 2022 --accept REASON', keep the published ones with 'cluster: {waves: {refit: never}}', or change the gate. The \
    last publication stays until then

    """
  }.joined()

  private static let sentences = [
    "gain": """
    the gain in fit, the part of the sum of squares within the assigned types that the refit takes away, is 0 %, and at \
    least 50 % is wanted: the refit is held
    """,
    "smallest":
      "the number of units of the smallest refitted type is 12, and at least 20 is wanted: the refit is held",
  ]

  /// What ingest warns of in the second wave.
  private static let warnings = """
    schools-2022.csv:8: warning: the respondent "R007" has 2 records, and the one on line 164 counts
      mend: remove the others from the export, or choose another rule with 'koers:duplicates' in the codebook
    schools-2022.csv:165: warning: 'school' is empty, and every record needs it; the record is quarantined
      mend: fill in the cell, or remove 'required' from school in the codebook

    """

  /// Publishes the first wave, and adds a second with the same answers and with gates that these cannot pass.
  private func twoWaves() throws -> SchoolsCopy {
    let copy = try SchoolsCopy()
    try copy.replace("  starts: 50", by: "  starts: 20", in: "pipeline.yaml")
    let first = try copy.run("koers", ["run", ".", "--quiet"])
    #expect(first.status == 0, "\(first.errors)")
    try copy.addWave("2022")
    try copy.replace(
      "  resamples: 50\n",
      by: "  resamples: 50\n  waves:\n    refit: gate\n    gates: {agreement: 1, gain: 0.5, smallest: 20}\n",
      in: "pipeline.yaml")
    return copy
  }

  @Test func `a wave that its gates hold leaves what readers see, and is published when somebody accepts it`() throws {
    let copy = try twoWaves()
    let published = try copy.contents(of: "Reports")
    let held = try copy.run("koers", ["run", "."])
    #expect(held.status == 3 && held.output.isEmpty)
    #expect(held.errors == Self.closed + Self.warnings)

    // Again it is held, and no stage runs for it.
    let again = try copy.run("koers", ["run", ".", "--log", "json"])
    #expect(again.status == 3)
    #expect(!again.errors.contains("\"stage-started\""), "\(again.errors)")
    #expect(again.errors.contains("\"rule\":\"held-gain\"") && again.errors.contains("\"rule\":\"held-smallest\""))
    #expect(try copy.contents(of: "Reports") == published)
    #expect(try copy.current == "2021")

    // Before anything runs, the plan and the status tell so as well.
    let plan = try copy.run("koers", ["run", ".", "--dry-run"])
    #expect(plan.status == 1)
    #expect(
      plan.output == """
        2022 ingest is up to date
        2022 normalise is up to date
        2022 cluster is up to date
        2022 match cannot run: the gates hold the types of the wave
        2022 report cannot run: the gates hold the types of the wave

        """)
    let status = try copy.run("koers", ["status", ".", "--exit-code"])
    #expect(status.status == 1)
    #expect(
      status.output.contains(
        """
        wave 2022 (2022-04-01): not published, held by its gates
          \(Self.sentences["gain"] ?? "")
          \(Self.sentences["smallest"] ?? "")
          match: the gates hold the types of the wave
          report: the gates hold the types of the wave
        wave 2021 (2021-04-01): up to date
        lock: free
        last success: run 1 over 2021,
        """), "\(status.output)")
    #expect(status.output.contains("\nlast run: held, run 3 over 2022, "))
    #expect(try copy.run("koers", ["repro", ".", "2"]).status == 0)

    // Somebody accepts it, and the reason stays.
    let planned = try copy.run("koers", ["run", ".", "--dry-run", "--accept", "seen by the board"])
    #expect(planned.output.hasSuffix("2022 match runs: it has not run yet\n2022 report runs: after match\n"))
    let accepted = try copy.run(
      "koers", ["run", ".", "--quiet", "--wave", "2022", "--accept", "seen by the board"])
    #expect(accepted.status == 0 && accepted.output == "Reports/schools/2022/nl/index.html\n", "\(accepted.errors)")
    #expect(try copy.current == "2022")
    #expect(try copy.contents(of: "Reports/schools/2021") == copy.below("schools/2021/", of: published))
    let history = try copy.run("koers", ["history", "."]).output
    #expect(
      history.contains("\n  closed gates: gain, smallest\n  accepted all the same: seen by the board\n  match: "),
      "\(history)")
    #expect(history.components(separatedBy: "\n  closed gates: gain, smallest\n").count == 4)
    #expect(history.components(separatedBy: "accepted all the same").count == 2)

    // The same types are accepted from then on, also when they are made again.
    #expect(try copy.run("koers", ["status", ".", "--exit-code"]).status == 0)
    #expect(try copy.run("koers", ["run", ".", "--quiet", "--force"]).status == 0)
    #expect(try copy.run("koers", ["repro", ".", "2022"]).status == 0)
  }

  @Test func `with 'refit never' the units get the published types, and nothing holds them`() throws {
    let copy = try twoWaves()
    #expect(try copy.run("koers", ["run", ".", "--quiet"]).status == 3)
    try copy.replace("refit: gate", by: "refit: never", in: "pipeline.yaml")
    let assigned = try copy.run("koers", ["run", ".", "--quiet"])
    #expect(assigned.status == 0 && assigned.output == "Reports/schools/2022/nl/index.html\n", "\(assigned.errors)")
    #expect(try copy.current == "2022")
    #expect(try copy.types("2022") == copy.types("2021"))
    #expect(try copy.text(of: ".koers/schools/2022/cluster/run.json").contains("\"assigned\""))
    let history = try copy.run("koers", ["history", "."]).output
    #expect(!history.contains("accepted all the same"))
  }

  @Test func `a wave after one that is held follows the last that was published, and tells nothing of the other`()
    throws
  {
    let copy = try twoWaves()
    #expect(try copy.run("koers", ["run", ".", "--quiet"]).status == 3)
    try copy.addWave("2023", SchoolsCopy.moveSeven)
    try copy.replace("refit: gate", by: "refit: always", in: "pipeline.yaml")
    let third = try copy.run("koers", ["run", ".", "--quiet"])
    #expect(third.status == 0 && third.output == "Reports/schools/2023/nl/index.html\n", "\(third.errors)")
    let record = try copy.text(of: ".koers/schools/2023/cluster/run.json")
    #expect(record.contains("\"2021/cluster/run.json\"") && !record.contains("\"2022/cluster/run.json\""))
    #expect(try !copy.text(of: ".koers/schools/2023/cluster/transitions.csv").contains("2022"))
    #expect(try copy.contents(of: "Reports/schools")["2022/run.json"] == nil)
  }
}

extension SchoolsCopy {
  /// The files of a folder among those of a larger one.
  fileprivate func below(_ folder: String, of contents: [String: Data]) -> [String: Data] {
    var below: [String: Data] = [:]
    for (name, bytes) in contents where name.hasPrefix(folder) { below[String(name.dropFirst(folder.count))] = bytes }
    return below
  }
}
