import Artefacts
import Diagnostics
import Foundation
import Reporting
import Tables
import Testing

@testable import Stages

/// Statements held against a folder that cluster left.
final class AgreementTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("koers-\(UUID().uuidString)")

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func agreement() throws -> Agreement {
    var output = StageOutput(
      stage: "cluster",
      tables: [
        Table(
          "evidence",
          [
            Column("k", .integer([2, 3])), Column("hits", .integer([200, 155])),
            Column("silhouette", .number([0.25, nil])), Column("mark", .text(["x", nil])),
          ])
      ], parameters: [RunRecord.Parameter("starts", "200"), RunRecord.Parameter("rule", "stability")],
      counts: [RunRecord.Count("types", 3)])
    output.addJSON("model.json", ["search": ["optima": 17.0, "list": 1]])
    try output.write(to: folder.path)
    return Agreement(
      [try ArtefactFolder(folder.path, stage: "cluster")], own: [RunRecord.Parameter("minimum", "5")])
  }

  private func cell(_ column: String, _ matches: [NumberSource.Match]) -> NumberSource {
    .cell(stage: "cluster", table: "evidence", column: column, matches)
  }

  @Test func `numbers are found in records, tables and documents`() throws {
    var agreement = try agreement()
    let three = [NumberSource.Match("k", "3")]
    let types = NumberSource.count(stage: "cluster", name: "types")
    let starts = NumberSource.parameter(stage: "cluster", name: "starts")
    let found: [(NumberSource, Double?)] = [
      (types, 3), (starts, 200), (.parameter(stage: "report", name: "minimum"), 5), (cell("hits", three), 155),
      (cell("hits", [NumberSource.Match("mark", "")]), 155), (.rows(stage: "cluster", table: "evidence", []), 2),
      (.rows(stage: "cluster", table: "evidence", three), 1),
      (.total(stage: "cluster", table: "evidence", column: "hits", []), 355),
      (.document(stage: "cluster", file: "model.json", ["search", "optima"]), 17), (.ratio(starts, types), 200.0 / 3),
      (.sum([starts, types]), 203), (.least([starts, types]), 3), (.greatest([starts, types]), 200),
    ]
    for (source, value) in found { #expect(try agreement.number(at: source) == value, "\(source.text)") }
  }

  @Test func `what is not there is no number`() throws {
    var agreement = try agreement()
    let absent: [NumberSource] = [
      .count(stage: "cluster", name: "unknown"), .count(stage: "match", name: "types"),
      .parameter(stage: "cluster", name: "rule"), .parameter(stage: "report", name: "maximum"), cell("hits", []),
      cell("hits", [NumberSource.Match("k", "9")]), cell("hits", [NumberSource.Match("unknown", "9")]),
      cell("unknown", [NumberSource.Match("k", "3")]), cell("silhouette", [NumberSource.Match("k", "3")]),
      .rows(stage: "cluster", table: "unknown", []), .total(stage: "cluster", table: "evidence", column: "unknown", []),
      .document(stage: "cluster", file: "unknown.json", []),
      .document(stage: "cluster", file: "model.json", ["search"]),
      .document(stage: "cluster", file: "model.json", ["search", "optima", "more"]),
      .ratio(.count(stage: "cluster", name: "types"), .rows(stage: "cluster", table: "evidence", [.init("k", "9")])),
      .sum([.count(stage: "cluster", name: "unknown")]), .least([]),
    ]
    for source in absent { #expect(try agreement.number(at: source) == nil, "\(source.text)") }
  }

  @Test func `statements that say what was recorded pass`() throws {
    var agreement = try agreement()
    let hits = Statement.Number("155", 155, from: cell("hits", [NumberSource.Match("k", "3")]))
    let third = Statement.Number(
      "67", 200.0 / 3,
      from: .ratio(
        .parameter(stage: "cluster", name: "starts"), .count(stage: "cluster", name: "types")))
    #expect(try agreement.check([Statement("155 of 67", [hits, third]), Statement("None.", [])]) == 2)
  }

  @Test func `a statement that says another number stops the publication, and all are told`() throws {
    var agreement = try agreement()
    let hits = cell("hits", [NumberSource.Match("k", "3")])
    let failure = #expect(throws: Failure.self) {
      try agreement.check([
        Statement("156 starts.", [Statement.Number("156", 156, from: hits)]),
        Statement("Many starts.", [Statement.Number("155", 155, from: hits)]),
        Statement("5 types.", [Statement.Number("5", 5, from: .count(stage: "cluster", name: "kinds"))]),
      ])
    }
    #expect(failure?.status == .ownFault)
    #expect(failure?.findings.map(\.rule) == ["report-disagrees", "report-disagrees", "report-disagrees"])
    #expect(
      failure?.findings.map(\.message) == [
        "the sentence '156 starts.' says 156, and cluster/evidence.csv hits where k = 3 is 155",
        "the sentence 'Many starts.' does not print 155 (cluster/evidence.csv hits where k = 3)",
        "the sentence '5 types.' says 5, and there is no cluster/run.json counts.kinds",
      ])
    #expect(
      failure?.findings.first?.mend
        == "this is a fault of the program: nothing was published; please report it with this message")
  }
}
