import Artefacts
import Diagnostics
import Files
import Foundation
import Stages
import Tables
import Testing

@Suite struct NormaliseStageTests {
  private let schools: TenSchools

  init() throws { schools = try TenSchools() }

  @Test func `schools without a register become units, features and replicates`() async throws {
    let output = try await schools.request().run()
    let tables = Dictionary(uniqueKeysWithValues: output.tables.map { ($0.name, $0) })
    #expect(
      tables.keys.sorted() == [
        "agreement", "component-scores", "components", "distributions", "estimates", "features", "findings", "imputed",
        "item-answers", "item-nonresponse", "items",
        "outliers", "reliability", "respondent-values", "screening", "units", "units-ledger",
      ])
    let units = try #require(tables["units"])
    #expect(
      units.columns.map(\.name) == [
        "unit", "respondents", "goal", "goal_n", "goal_se", "pupils", "pupils_n", "pupils_se",
      ])
    #expect(units["unit"]?.texts == (0..<10).map { "s\($0)" })
    // s0: plan 1, 3, 5 and drift 1, 4, 2, reversed 5, 2, 4: indices 3, 2.5, 4.5.
    #expect(units["goal"]?.numbers[0] == 10.0 / 3)
    #expect(units["goal"]?.numbers[8] == nil)
    #expect(units["goal_n"]?.texts[8] == "0")
    #expect(tables["features"]?.columns.map(\.name) == ["unit", "goal", "pupils"])
    #expect(tables["features"]?["goal"]?.numbers.contains(nil) == false)
    #expect(tables["units-ledger"]?["outcome"]?.texts == Array(repeating: "respondent", count: 10))
    #expect(output.findings.map(\.rule) == ["imputed", "unit-without-answer"])
    #expect(tables["findings"]?["rule"]?.texts == ["imputed", "unit-without-answer"])
    #expect(tables["findings"]?["file"]?.texts == ["pipeline.yaml", nil])
    #expect(output.documents.map(\.path) == ["features.json", "weighting.json", "replicates.npy"])
    let estimates = try #require(tables["estimates"])
    #expect(estimates["question"]?.texts == ["plan", "plan", "goal", "goal"])
    #expect(estimates["answer"]?.texts == ["4+5", "4+5", "mean", "mean"])
    #expect(estimates["estimand"]?.texts == ["respondents", "units", "respondents", "units"])
    #expect(estimates["n"]?.texts == ["26", "26", "26", "26"])
  }

  @Test func `what is written reads back, and imputed units stay put in every replicate`() async throws {
    let output = try await schools.request().run()
    let path = schools.folder.appendingPathComponent("normalise").path
    try output.write(to: path)
    let written = try ArtefactFolder(path, stage: "normalise")
    let replicates = try written.array("replicates.npy")
    #expect(replicates.shape == [20, 10, 2])
    let scaled = try written.table("features")["goal"]?.numbers[8]
    #expect((0..<20).allSatisfy { replicates.values[($0 * 10 + 8) * 2] == scaled })
    #expect(Set((0..<20).map { replicates.values[$0 * 20] }).count > 5)
  }

  @Test func `the order of the respondents changes no byte`() async throws {
    let forward = try await schools.request().run()
    let backward = try await schools.request(reversed: true).run()
    #expect(forward.tables == backward.tables)
    #expect(forward.documents.map(\.bytes) == backward.documents.map(\.bytes))
  }

  @Test func `a source that does not exist stops the stage with status 78`() async throws {
    let request = try schools.request(
      """
      blocks:
        all:
          features:
            goal: {source: index.gaol, reason: r}
            size: {source: register.size, reason: r}
      """)
    let failure = await #expect(throws: Failure.self) { try await request.run() }
    #expect(failure?.status == .badPipeline)
    let name = schools.folder.appendingPathComponent("pipeline.yaml").path
    #expect(
      failure?.findings.map(\.rendered) == [
        """
        \(name):12:24: error: feature 'goal' takes 'index.gaol', which does not exist
          12 |         goal: {source: index.gaol, reason: r}
             |                        ^~~~~~~~~~
          mend: did you mean 'index.goal'?
        """,
        """
        \(name):13:24: error: feature 'size' takes 'register.size', but this pipeline has no register
          13 |         size: {source: register.size, reason: r}
             |                        ^~~~~~~~~~~~~
          mend: add 'register:' to the pipeline, or remove the source
        """,
      ])
  }

  @Test func `a folder that ingest did not leave is missing input`() async throws {
    var request = try schools.request()
    request.ingest = schools.folder.appendingPathComponent("nothing").path
    let wrong = request
    let failure = await #expect(throws: Failure.self) { try await wrong.run() }
    #expect(failure?.status == .missingInput)
    #expect(failure?.findings.map(\.rule) == ["missing-artefact"])
  }
}
