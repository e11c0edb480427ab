import Artefacts
import Diagnostics
import Files
import Foundation
import Stages
import Tables
import Testing

/// Four schools of two types, of which A has a goal and B has none.
///
/// There are two replicates; in the second all goals are equal.
@Suite final class MatchStageTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("koers-match-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private let catalogue = """
    consequences:
      - {id: none, name: None, about: Nothing., source: goal, none: 5, full: 1}
    criteria:
      - id: goal
        name: Goal
        question: Is there one?
        why: It counts.
        source: goal
        points: 2
        shapes: {low: {zero: 5, one: 1}, high: {zero: 1, one: 5}}
    strategies:
      - id: find
        name: Find
        aim: Find a goal.
        fits: Without a goal.
        asks: {people: low, money: low, time: low}
        answers: none
        wants: {goal: low}
        preconditions: [{nl: Ruimte., en: Room., source: pupils, at_least: 150}]
      - id: keep
        name: Keep
        aim: Keep it.
        fits: With a goal.
        asks: {people: low, money: low, time: low}
        wants: {goal: high}
    fields:
      - {id: reading, name: Reading, why: Lower., shift: {goal: -4}}
    """

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func feature(_ name: String, _ source: String) -> String {
    """
    {"name": "\(name)", "feature": "\(name)", "label": {"nl": "", "en": ""}, "block": "all", "source": "\(source)",
     "share": [], "use": "cluster", "transform": "identity", "scaling": "z-score", "centre": 0, "spread": 1,
     "weight": 1, "imputation": 0, "imputed": 0, "reason": {"nl": "", "en": ""}}
    """
  }

  /// Writes the folders and the catalogue, and returns the request.
  private func request(_ catalogue: String? = nil, units: [String] = ["s1", "s2", "s3", "s4"]) throws -> MatchRequest {
    var normalised = StageOutput(
      stage: "normalise",
      tables: [
        Table(
          "units",
          [
            Column("unit", .text(["s1", "s2", "s3", "s4"])), Column("respondents", .integer([3, 2, 2, 1])),
            Column("goal", .number([5, 4, 1, 2])), Column("goal_n", .integer([3, 2, 2, 1])),
            Column("pupils", .number([100, 100, 200, nil])),
          ])
      ], simulated: true)
    let features = [feature("goal", "index.goal"), feature("pupils", "register.pupils")].joined(separator: ",")
    normalised.documents = [
      FileContent("features.json", text: "{\"blocks\": [], \"features\": [\(features)]}"),
      FileContent(
        "replicates.npy",
        bytes: NumPyArray(
          shape: [2, 4, 2], values: [5, 0, 4, 0, 1, 0, 2, 0] + [3, 0, 3, 0, 3, 0, 3, 0]
        ).bytes),
    ]
    try normalised.write(to: path("normalise"))
    try StageOutput(
      stage: "cluster",
      tables: [Table("types", [Column("unit", .text(units)), Column("type", .text(["A", "A", "B", "B"]))])]
    ).write(to: path("cluster"))
    try (catalogue ?? self.catalogue).write(
      to: folder.appendingPathComponent("strategies.yaml"), atomically: true, encoding: .utf8)
    return MatchRequest(units: path("normalise"), types: path("cluster"), catalogue: path("strategies.yaml"))
  }

  private func texts(_ output: StageOutput, _ table: String, _ columns: [String]) throws -> [[String?]] {
    let found = try #require(output.tables.first { $0.name == table })
    return try columns.map { try #require(found[$0]).texts }
  }

  @Test func `every type gets the strategy that its goal asks for`() async throws {
    let output = try await request().run()
    let ranking = try texts(output, "ranking", ["type", "rank", "strategy", "score", "acceptability", "verdict"])
    #expect(ranking[0] == ["A", "A", "B", "B"])
    #expect(ranking[1] == ["1", "2", "1", "2"])
    #expect(ranking[2] == ["keep", "find", "find", "keep"])
    // Means 4.5 and 1.5 on anchors 1 and 5; in half of the draws all goals are 3, and both share the first place.
    #expect(ranking[3] == ["0.875", "0.125", "0.875", "0.125"])
    #expect(ranking[4] == ["0.75", "0.25", "0.75", "0.25"])
    #expect(ranking[5] == ["clear", nil, "clear", nil])
    #expect(output.simulated)
  }

  @Test func `preconditions, consequences and fields are told for each type`() async throws {
    let output = try await request().run()
    let preconditions = try texts(output, "preconditions", ["type", "strategy", "order", "met"])
    #expect(preconditions == [["A", "B"], ["find", "find"], ["1", "1"], ["false", "true"]])
    #expect(try texts(output, "consequences", ["risk"]) == [["0.125", "0.875"]])
    #expect(
      try texts(output, "policy-fields", ["field", "strategy", "n"]) == [
        ["reading", "reading"], ["find", "find"], ["0", "0"],
      ])
    #expect(output.tables.first { $0.name == "misfits" }?.rowCount == 0)
  }

  @Test func `the same request leaves the same bytes`() async throws {
    let request = try request()
    let first = try await request.run().files.map(\.bytes)
    #expect(try await request.run().files.map(\.bytes) == first)
  }

  @Test func `a criterion that names what is not measured stops the stage`() async throws {
    let wrong = catalogue.replacing("why: It counts.\n    source: goal", with: "why: It counts.\n    source: goals")
    let request = try request(wrong)
    let failure = await #expect(throws: Failure.self) { try await request.run() }
    #expect(failure?.status == .badPipeline)
    #expect(
      failure?.findings.map(\.rendered) == [
        """
        \(path("strategies.yaml")):8:13: error: criteria[1] names the source 'goals', which does not exist
          8 |     source: goals
            |             ^~~~~
          mend: did you mean 'goal'?
        """
      ])
  }

  @Test func `types of other units are refused`() async throws {
    let request = try request(units: ["s1", "s2", "s3", "x9"])
    let failure = await #expect(throws: Failure.self) { try await request.run() }
    #expect(failure?.status == .badData)
    #expect(
      failure?.findings.first?.message
        == "1 of 4 units with a type, such as 'x9', cannot be found in \(path("normalise"))")
  }
}
