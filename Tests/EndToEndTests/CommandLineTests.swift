import Foundation
import Testing

@Suite struct CommandLineTests {
  @Test(arguments: ["koers", "koers-ingest", "koers-normalise", "koers-cluster", "koers-match", "koers-report"])
  func `help shows one real call, and the version is told`(name: String) throws {
    let help = try CommandRunner.run(name, ["--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("\(name) "))
    #expect(help.output.lowercased().contains("example"))
    let version = try CommandRunner.run(name, ["--version"])
    #expect(version.status == 0)
    #expect(version.output == "0.1.0\n")
  }

  @Test func `an option that does not exist is a usage error`() throws {
    let result = try CommandRunner.run("koers", ["run", "Pipelines/member-survey", "--wvae", "2020"])
    #expect(result.status == 64)
    #expect(result.errors.contains("Unknown option '--wvae'"))
  }

  @Test func `dirt that nobody knows is told, with the nearest that is known`() throws {
    let result = try CommandRunner.run(
      "koers",
      [
        "simulate", "SampleData/member-survey-2020.simulation.yaml", "--dirt-kinds", "typso,footer,rain", "--output",
        "nowhere",
      ])
    #expect(result.status == 64)
    #expect(
      result.errors.contains(
        """
        error: there is no kind of dirt called 'typso'
          mend: did you mean 'typos'?
        error: there is no kind of dirt called 'rain'
        """), "\(result.errors)")
    let flag = try CommandRunner.run(
      "koers", ["simulate", "SampleData/member-survey-2020.simulation.yaml", "--dirt=typos", "--output", "nowhere"])
    #expect(flag.status == 64)
  }

  @Test func `a wave that the pipeline does not have is told`() throws {
    let result = try CommandRunner.run("koers", ["run", "Pipelines/member-survey", "--wave", "1999"])
    #expect(result.status == 64)
    #expect(
      result.errors == """
        Pipelines/member-survey/pipeline.yaml: error: the pipeline has no wave '1999'
          mend: name one of: 2020

        """)
  }

  @Test func `a wave of any size is drawn, with units beyond the register`() throws {
    let scratch = try Scratch()
    let plan = "SampleData/member-survey-2020.simulation.yaml"
    let result = try CommandRunner.run(
      "koers",
      [
        "simulate", plan, "--respondents", "900", "--units", "400", "--seed", "7", "--output", scratch.path("drawn"),
        "--truth", scratch.path("truth.csv"),
      ])
    #expect(result.status == 0)
    let survey = scratch.path("drawn/member-survey-2020.csv")
    #expect(result.output == "\(survey): 900 simulated respondents of 400 units\n")
    #expect(try String(contentsOfFile: survey, encoding: .utf8).split(separator: "\n").count == 901)
    #expect(try String(contentsOfFile: scratch.path("truth.csv"), encoding: .utf8).split(separator: "\n").count == 401)
  }

  @Test func `too few respondents for the units are refused, and nothing is drawn`() throws {
    let scratch = try Scratch()
    let plan = "SampleData/member-survey-2020.simulation.yaml"
    let result = try CommandRunner.run(
      "koers", ["simulate", plan, "--respondents", "10", "--units", "500", "--output", scratch.path("drawn")])
    #expect(result.status == 64)
    #expect(
      result.errors == """
        error: 10 respondents cannot answer for 500 units and 1 outsider
          mend: raise --respondents, or lower --units

        """)
    #expect(!FileManager.default.fileExists(atPath: scratch.path("drawn")))
  }

  @Test func `types are found in any table of numbers`() throws {
    let scratch = try Scratch()
    let rows = (0..<60).map { row in
      "plant \(row + 100),\(Double(row % 3) * 4 + Double(row % 7) / 10),\(Double(row % 3) * -3 + Double(row % 5) / 10)"
    }
    _ = try scratch.file("features.csv", "plant,length,width\n" + rows.joined(separator: "\n") + "\n")
    let result = try CommandRunner.run(
      "koers-cluster", ["features.csv", "--types", "2...8", "--starts", "200", "--seed", "1", "--output", "types"],
      in: scratch.url)
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    let types = try String(contentsOfFile: scratch.path("types/types.csv"), encoding: .utf8).split(separator: "\n")
    #expect(types.count == 61)
    #expect(
      types[0] == "unit,type,distance,next_type,next_distance,silhouette,certainty,"
        + "grade,value_certainty,margin,near_tie")
    let evidence = try String(contentsOfFile: scratch.path("types/evidence.csv"), encoding: .utf8)
      .split(separator: "\n")
    #expect(evidence.dropFirst().map { $0.prefix(2) } == (2...8).map { "\($0)," })
    #expect(evidence.count { $0.hasSuffix(",true") } == 1)
  }
}
