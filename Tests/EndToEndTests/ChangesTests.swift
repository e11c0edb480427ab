import Foundation
import Testing

/// Two waves of the survey among schools through the real executables: the second has the answers of the first, but two
/// schools changed places, and one question is answered otherwise.
@Suite(.serialized) struct ChangesTests {
  private let work = ".koers/schools"

  private func rows(_ file: String, in copy: SchoolsCopy) throws -> [[String: String]] {
    let lines = try copy.text(of: file).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  /// Runs the first wave, and makes the second.
  private func twoWaves() throws -> (copy: SchoolsCopy, swapped: [String]) {
    let copy = try SchoolsCopy()
    try copy.replace("  starts: 50", by: "  starts: 20", in: "pipeline.yaml")
    let first = try copy.run("koers", ["run", "."])
    #expect(first.status == 0, "\(first.errors)")
    let sure = try rows("Reports/schools/2021/en/data/units.csv", in: copy).filter { $0["grade"] == "A" }
    let one = try #require(sure.first { $0["type"] == "A" }?["name"])
    let two = try #require(sure.first { $0["type"] == "B" }?["name"])
    try copy.addWave("2023") { records in
      for index in records.indices where records[index].count > 24 {
        let school = records[index][2]
        if school == one { records[index][2] = two } else if school == two { records[index][2] = one }
        // Tablets came nearly everywhere.
        records[index][19] = (index + 1) % 8 == 0 ? "0" : "1"
      }
    }
    return (copy, [one, two].sorted())
  }

  @Test func `the second wave says what changed since the first, and nothing else changed`() throws {
    let (copy, swapped) = try twoWaves()
    #expect(try copy.contents(of: "Reports")["schools/2021/nl/changes.html"] == nil)
    let second = try copy.run("koers", ["run", "."])
    #expect(second.status == 0, "\(second.errors)")
    let data = "Reports/schools/2023/en/data"
    #expect(try rows("\(data)/movers.csv", in: copy).compactMap { $0["name"] } == swapped)
    let kept = try rows("\(data)/type-changes.csv", in: copy)
    #expect(!kept.isEmpty && kept.allSatisfy { $0["verdict"] == "kept" })
    let changed = try rows("\(data)/changes.csv", in: copy).filter { $0["changed"] == "true" }
    #expect(Set(changed.compactMap { $0["question"] }) == ["device_tablet"])
    let flows = try rows("\(data)/flows.csv", in: copy)
    #expect(flows.reduce(0) { $0 + (Int($1["n"] ?? "") ?? 0) } == 40)
    let page = try copy.text(of: "Reports/schools/2023/nl/changes.html")
    #expect(page.contains("esimuleerde gegevens") && page.contains(swapped[0]))
    // A third run finds nothing to do.
    let before = try copy.contents(of: ".")
    #expect(try copy.run("koers", ["run", "."]).status == 0)
    #expect(try copy.contents(of: ".") == before)

    // The stage alone, told of the earlier wave, writes the same pages and tables.
    let alone = try copy.run(
      "koers-report",
      ["ingest", "normalise", "cluster", "match"].flatMap { ["--" + $0, "\(work)/2023/\($0)"] }
        + ["--earlier", "\(work)/2021", "--pipeline", ".", "--output", "alone"])
    #expect(alone.status == 0, "\(alone.errors)")
    var driven = try copy.contents(of: "Reports/schools/2023")
    var told = try copy.contents(of: "alone")
    driven["run.json"] = nil
    told["run.json"] = nil
    #expect(driven == told)

    // When the earlier wave is made anew from other answers, the report is out of date.
    try copy.changeLine(2, of: "schools-2021.csv") { $0.replacingOccurrences(of: ";leraar;", with: ";ict;") }
    #expect(try copy.run("koers", ["run", ".", "--wave", "2021"]).status == 0)
    let renewed = try copy.run("koers", ["run", "."])
    #expect(renewed.status == 0, "\(renewed.errors)")
    #expect(try copy.contents(of: "Reports/schools/2023") != before.filter { $0.key.hasPrefix("Reports/schools/2023") })
  }

  @Test func `an earlier wave that cannot be compared with is refused when asked for, and warned of when found`() throws
  {
    let (copy, _) = try twoWaves()
    #expect(try copy.run("koers", ["run", "."]).status == 0)
    func report(_ wave: String, earlier: String) -> String {
      "koers-report "
        + ["ingest", "normalise", "cluster", "match"].map { "--\($0) \(work)/\(wave)/\($0)" }.joined(separator: " ")
        + " --earlier \(earlier) --pipeline . --output alone"
    }
    try copy.expectRefusal(
      report("2021", earlier: "\(work)/2023"), status: 65,
      """
      .koers/schools/2023: error: the wave '2023' speaks for 2023-04-01, which is not before 2021-04-01, for which '2021' speaks
        mend: name the folder of a wave before '2021', or correct the dates of the waves
      """)
    try copy.expectRefusal(
      report("2023", earlier: "nowhere"), status: 66,
      """
      nowhere/normalise: error: this is not a folder that the stage 'normalise' left: there is no run.json
        mend: run 'koers-normalise' with '--output nowhere/normalise' first
      nowhere/cluster: error: this is not a folder that the stage 'cluster' left: there is no run.json
        mend: run 'koers-cluster' with '--output nowhere/cluster' first
      nowhere/match: error: this is not a folder that the stage 'match' left: there is no run.json
        mend: run 'koers-match' with '--output nowhere/match' first
      """)

    // A wave of another survey is no wave of this pipeline.
    try copy.replace("name: \"2021\"", by: "name: \"spring\"", in: "schools-2021.wave.yaml")
    try copy.expectRefusal(
      report("2023", earlier: "\(work)/2021"), status: 65,
      """
      .koers/schools/2021: error: the folder is that of the wave '2021', which is no wave of the pipeline 'schools'
        mend: name the folder of one of its waves (spring, 2023), or add the wave under 'waves' in pipeline.yaml
      """)
    try copy.replace("name: \"spring\"", by: "name: \"2021\"", in: "schools-2021.wave.yaml")

    // Folders of the earlier wave that do not belong together.
    let record = try copy.text(of: "\(work)/2021/normalise/run.json")
    try copy.replace("\"seed\" : 40", by: "\"seed\" : 41", in: "\(work)/2021/normalise/run.json")
    let mixed = """
      .koers/schools/2021/cluster: error: what 'cluster' left was not made from what 'normalise' left beside it
        mend: run 'koers-cluster' anew for that wave
      """
    try copy.expectRefusal(report("2023", earlier: "\(work)/2021"), status: 65, mixed)
    let noted = try copy.run("koers", ["run", "."])
    #expect(noted.status == 0)
    #expect(
      noted.errors.contains(
        """
        .koers/schools/2021/cluster: warning: nothing is said of what changed since '2021': what 'cluster' left was not made \
        from what 'normalise' left beside it
          mend: run 'koers-cluster' anew for that wave
        """), "\(noted.errors)")
    #expect(try copy.contents(of: "Reports/schools/2023")["nl/changes.html"] == nil)

    // A version with another contract.
    try copy.write(
      record.replacingOccurrences(of: "\"version\" : \"0.1.0\"", with: "\"version\" : \"9.0.0\""),
      to: "\(work)/2021/normalise/run.json")
    try copy.expectRefusal(
      report("2023", earlier: "\(work)/2021"), status: 65,
      """
      .koers/schools/2021/normalise: error: version 9.0.0 of the program wrote this folder, and this is 0.1.0
        mend: run 'koers-normalise' anew with this version
      """)
    try copy.write(record, to: "\(work)/2021/normalise/run.json")

    // A table that an older version did not write.
    let package = "\(work)/2021/cluster/datapackage.json"
    try copy.replace("\"name\" : \"memberships\"", by: "\"name\" : \"others\"", in: package)
    try copy.expectRefusal(
      report("2023", earlier: "\(work)/2021"), status: 66,
      """
      .koers/schools/2021/cluster: error: the folder holds no table 'memberships'
        mend: run 'koers-cluster' anew with this version
      """)
  }
}
