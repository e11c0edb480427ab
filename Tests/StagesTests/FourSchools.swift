import Artefacts
import Files
import Foundation
import Stages
import Tables
import Testing

/// Four schools of two types, of which A has a goal and B has none.
///
/// There are two replicates; in the second all goals are equal.
final class FourSchools {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("koers-match-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  let catalogue = """
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

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func feature(_ name: String, _ source: String) -> String {
    """
    {"name": "\(name)", "feature": "\(name)", "label": {"nl": "", "en": ""}, "block": "all", "source": "\(source)",
     "share": [], "use": "cluster", "transform": "identity", "scaling": "z-score", "centre": 0, "spread": 1,
     "weight": 1, "imputation": 0, "imputed": 0, "reason": {"nl": "", "en": ""}}
    """
  }

  /// Writes the folders and the catalogue, and returns the request.
  ///
  /// - Parameters:
  ///   - catalogue: Another catalogue.
  ///   - units: The units with a type.
  ///   - redrawnTypes: The indices of the types in each replicate.
  ///   - respondents: What each respondent says of the goal: id, school, field, number.
  /// - Returns: A request that reads what was written.
  /// - Throws: When nothing can be written.
  func request(
    _ catalogue: String? = nil, units: [String] = ["s1", "s2", "s3", "s4"], redrawnTypes: [[Double]]? = nil,
    respondents: [(String, String, String?, Double?)]? = nil
  ) throws -> MatchRequest {
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
    if let respondents {
      normalised.tables.append(
        Table(
          "respondent-values",
          [
            Column("respondent", .text(respondents.map(\.0))), Column("unit", .text(respondents.map(\.1))),
            Column("field", .text(respondents.map(\.2))), Column("goal", .number(respondents.map(\.3))),
          ]))
    }
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
    var clustered = StageOutput(
      stage: "cluster",
      tables: [
        Table(
          "types",
          [
            Column("unit", .text(units)), Column("type", .text(["A", "A", "B", "B"])),
            Column("certainty", .number([1, 0.9, 0.8, 0.5])),
          ])
      ])
    if let redrawnTypes {
      let shape = [redrawnTypes.count, redrawnTypes.first?.count ?? 4]
      let array = NumPyArray(shape: shape, values: redrawnTypes.flatMap { $0 })
      clustered.documents = [FileContent("replicate-types.npy", bytes: array.bytes)]
    }
    try clustered.write(to: path("cluster"))
    try (catalogue ?? self.catalogue).write(
      to: folder.appendingPathComponent("strategies.yaml"), atomically: true, encoding: .utf8)
    return MatchRequest(units: path("normalise"), types: path("cluster"), catalogue: path("strategies.yaml"))
  }
}

/// Returns columns of a table as texts.
func texts(_ output: StageOutput, _ table: String, _ columns: [String]) throws -> [[String?]] {
  let found = try #require(output.tables.first { $0.name == table })
  return try columns.map { try #require(found[$0]).texts }
}
