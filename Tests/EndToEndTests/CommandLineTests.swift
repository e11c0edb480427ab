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
          mend: name one of: 2020, 2023

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
    let chosen = try #require(evidence[0].split(separator: ",").firstIndex(of: "chosen"))
    let marks = evidence.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false)[chosen] }
    #expect(marks.count { $0 == "true" } == 1)
  }

  @Test(arguments: [
    (["--types", "0...3"], "The value '0...3' is invalid for '--types <types>'"),
    (["--halvings", "0"], "--halvings must be at least 1, and is 0"),
    (["--refit-starts", "0"], "--refit-starts must be at least 1, and is 0"),
    (["--reference-box", "pca"], "--reference-box is components or original, and not 'pca'"),
    (["--least-prediction", "1.5"], "--least-prediction must be from 0 to 1, and is 1.5"),
    (["--rule", "gap-globalmx"], "there is no rule 'gap-globalmx'; did you mean 'gap-globalmax'?"),
  ])
  func `options that cannot be are usage errors`(options: [String], message: String) throws {
    let result = try CommandRunner.run("koers-cluster", ["features.csv", "--output", "nowhere"] + options)
    #expect(result.status == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test func `rows without groups are one group when that is allowed`() throws {
    let scratch = try Scratch()
    let rows = (0..<40).map { "plant \($0 + 100),\($0),\(($0 * 17) % 40)" }
    _ = try scratch.file("features.csv", "plant,length,width\n" + rows.joined(separator: "\n") + "\n")
    let result = try CommandRunner.run(
      "koers-cluster",
      [
        "features.csv", "--types", "1...4", "--starts", "20", "--rule", "gap-firstSEmax", "--reference-box", "original",
        "--references", "50", "--resamples", "10", "--halvings", "10", "--refit-starts", "5", "--output", "types",
      ], in: scratch.url)
    #expect(result.status == 0)
    #expect(
      result.errors == """
        warning: no types were found: all 40 units are one group (the gap statistic takes 1 type by the rule gap-firstSEmax)
          mend: publish no typology; or look at evidence.csv, and add features that tell the units apart

        """)
  }

  @Test func `silhouettes are measured in a table of dissimilarities as it is`() throws {
    let scratch = try Scratch()
    let table = "Tests/ClusteringTests/Reference/countries.csv"
    let result = try CommandRunner.run("koers", ["silhouette", table, "--output", scratch.path("widths.csv")])
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(
      result.output == """
        two: mean silhouette 0.2797, 12 units in 2 clusters
          1  0.2964  7 units
          2  0.2563  5 units

        three: mean silhouette 0.3301, 12 units in 3 clusters
          1  0.3432  5 units
          2  0.2364  3 units
          3  0.3840  4 units

        """)
    let widths = try String(contentsOfFile: scratch.path("widths.csv"), encoding: .utf8).split(separator: "\n")
    #expect(widths.count == 25)
    #expect(widths[0] == "grouping,unit,cluster,neighbour,silhouette")
    #expect(widths[1].hasPrefix("two,BEL,1,2,0.391"))
  }

  @Test func `one cluster has no silhouette, and a table that is no table of dissimilarities is told`() throws {
    let scratch = try Scratch()
    let square = try scratch.file("d.csv", "name,A,B,all\nA,0,1,x\nB,1,0,x\n")
    let single = try CommandRunner.run("koers", ["silhouette", square, "--output", scratch.path("widths.csv")])
    #expect(single.output == "all: 2 units in a single cluster, which has no silhouette\n")
    #expect(
      try String(contentsOfFile: scratch.path("widths.csv"), encoding: .utf8)
        == "grouping,unit,cluster,neighbour,silhouette\nall,A,x,,\nall,B,x,,\n")
    let wrong = try scratch.file("wrong.csv", "name,A,B,side\nA,0,2,x\nB,1,0,y\n")
    let refused = try CommandRunner.run("koers", ["silhouette", wrong, "--output", scratch.path("none.csv")])
    #expect(refused.status == 65)
    #expect(
      refused.errors == """
        \(wrong):2: error: between 'A' and 'B' stands 2, and the other way round 1
          mend: write the same number in both places

        """)
    #expect(!FileManager.default.fileExists(atPath: scratch.path("none.csv")))
    let column = try CommandRunner.run("koers", ["silhouette", wrong, "--column", "sied"])
    #expect(column.status == 64)
    let missing = try CommandRunner.run("koers", ["silhouette", scratch.path("nowhere.csv")])
    #expect(missing.status == 66)
  }
}
