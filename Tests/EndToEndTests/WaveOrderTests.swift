import Foundation
import Testing

/// Waves and corrections that come in late: what is compared with what, what runs, and what readers see.
@Suite struct WaveOrderTests {
  private func schools() throws -> SchoolsCopy {
    let copy = try SchoolsCopy()
    try copy.replace("  starts: 50", by: "  starts: 20", in: "pipeline.yaml")
    return copy
  }

  private func run(_ copy: SchoolsCopy, _ arguments: String...) throws {
    let result = try copy.run("koers", ["run", ".", "--quiet"] + arguments)
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test func `an older wave that comes in late takes the letters that readers know`() throws {
    let copy = try schools()
    try copy.addWave("2022", SchoolsCopy.moveSeven)
    try run(copy, "--wave", "2022")
    let (newer, published) = (try copy.types("2022"), try copy.contents(of: "Reports/schools/2022"))
    #expect(newer.values.count { $0 == "A" } == 19 && newer.values.count { $0 == "C" } == 9)

    // In the older wave the types have another order by size. It gets the letters of the newer one, and moves nothing of it.
    try run(copy, "--wave", "2021")
    let older = try copy.types("2021")
    #expect(older.values.count { $0 == "C" } == 16)
    #expect(older.count { newer[$0.key] != $0.value } == 7)
    #expect(try copy.current == "2022")
    #expect(try copy.contents(of: "Reports/schools/2022") == published)
    #expect(published["nl/changes.html"] == nil)

    // From now on the newer wave is compared with it, and says so before it does.
    let status = try copy.run("koers", ["status", ".", "--exit-code"])
    #expect(status.status == 1)
    #expect(
      status.output.contains(
        """
        wave 2022 (2022-04-01): published, stale
          cluster: waves.refit added: gate; waves.gates.agreement added: 0.5; waves.gates.stability added: 0.75; \
        waves.gates.gain added: 0; waves.gates.smallest added: 5; waves.gates.drift added: 0.5; \
        2021/normalise/run.json is new; 2021/cluster/run.json is new
          match: after cluster
          report: after cluster; after match
        wave 2021 (2021-04-01): up to date
        """), "\(status.output)")
    try run(copy)
    #expect(try copy.types("2022") == newer)
    #expect(try copy.current == "2022")
    #expect(try copy.contents(of: "Reports/schools/2022")["nl/changes.html"] != nil)
    for wave in ["2021", "2022"] {
      let again = try copy.run("koers", ["repro", ".", wave])
      #expect(again.status == 0, "\(again.output)\(again.errors)")
    }
  }

  @Test func `types keep their letters through a correction, and the run can be made again from what was stored`()
    throws
  {
    let copy = try schools()
    try run(copy)
    let before = try copy.types("2021")
    try copy.write(try copy.changedAnswers(SchoolsCopy.moveSeven), to: "schools-2021.csv")
    try run(copy)
    let now = try copy.types("2021")
    #expect(now.values.count { $0 == "A" } == 9 && now.count { before[$0.key] != $0.value } == 7)
    // The letters are those of a run of which nothing else is kept.
    #expect(try copy.run("koers", ["gc", ".", "--keep", "1"]).output.contains(" of 1 run"))
    let again = try copy.run("koers", ["repro", ".", "2021"])
    #expect(again.status == 0, "\(again.output)\(again.errors)")
  }

  @Test func `an older wave that is corrected runs before the newest, as the plan and the status say`() throws {
    let copy = try schools()
    try run(copy)
    try copy.addWave("2022")
    try run(copy)
    let before = try copy.contents(of: "Reports")
    let memory = try copy.text(of: ".koers/schools/2021/keys/report")
    try copy.changeLine(2, of: "schools-2021.csv") { $0.replacing(";3;4;5;4;3;", with: ";1;1;1;1;1;") }

    let plan = try copy.run("koers", ["run", ".", "--dry-run"])
    #expect(
      plan.output == """
        2021 ingest runs: schools-2021.csv changed
        2021 normalise runs: after ingest
        2021 cluster runs: after normalise
        2021 match runs: after normalise; after cluster
        2021 report runs: after ingest; after normalise; after cluster; after match
        2022 ingest is up to date
        2022 normalise is up to date
        2022 cluster runs: after 2021/normalise; after 2021/cluster
        2022 match runs: after cluster
        2022 report runs: after cluster; after match; after 2021/normalise; after 2021/cluster; after 2021/match

        """)
    let status = try copy.run("koers", ["status", ".", "--exit-code"])
    #expect(status.status == 1)
    #expect(status.output.contains("wave 2021 (2021-04-01): published, its answers were corrected\n"))
    let corrected = try copy.run("koers", ["run", ".", "--quiet", "--log", "json"])
    #expect(corrected.status == 0, "\(corrected.errors)")
    #expect(corrected.errors.components(separatedBy: "\"stage-started\"").count == 9)
    let after = try copy.contents(of: "Reports")
    #expect(after["schools/2021/run.json"] != before["schools/2021/run.json"])
    #expect(after["schools/2022/run.json"] != before["schools/2022/run.json"])
    #expect(try copy.current == "2022")

    // As if the run had been killed before it published the correction: the next one does.
    try copy.remove("Reports/schools/2021")
    for (name, bytes) in before where name.hasPrefix("schools/2021/") && !name.contains(".xlsx/") {
      try copy.write(Array(bytes), to: "Reports/" + name)
    }
    try copy.write(memory, to: ".koers/schools/2021/keys/report")
    #expect(try copy.run("koers", ["status", ".", "--exit-code"]).status == 1)
    try run(copy)
    #expect(try copy.contents(of: "Reports") == after)
    #expect(try copy.run("koers", ["status", ".", "--exit-code"]).status == 0)
  }
}
