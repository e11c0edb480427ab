import Artefacts
import Diagnostics
import Files
import Foundation
import Stages
import Tables

/// Ten schools without a register: three respondents each, but one in the ninth and two in the tenth.
final class TenSchools {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("koers-normalise-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  let codebook = """
    name: schools
    koers:title: Schools
    koers:indices:
      - {name: goal, label: Goal, kind: maturity}
    koers:groups:
      - {name: rooms, text: Which rooms?}
    fields:
      - {name: respondent, type: string, koers:role: respondent}
      - {name: school, type: string, koers:role: unit}
      - name: plan
        type: integer
        koers:index: goal
        koers:publish: true
        categories: [{value: 1}, {value: 2}, {value: 3}, {value: 4}, {value: 5}]
      - name: drift
        type: integer
        koers:index: goal
        koers:direction: negative
        categories: [{value: 1}, {value: 2}, {value: 3}, {value: 4}, {value: 5}]
      - {name: pupils, type: integer}
      - {name: gym, type: boolean, koers:group: rooms}
      - {name: lab, type: boolean, koers:group: rooms}
    """

  private func section(_ normalise: String) -> String {
    """
    name: schools
    title: Schools
    unit: {one: school, many: schools}
    seed: 5
    codebook: codebook.yaml
    catalogue: strategies.yaml
    waves: [one.wave.yaml]
    normalise:
    \(normalise.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
    """
  }

  static let features = """
    replicates: 20
    blocks:
      all:
        features:
          goal: {source: index.goal, reason: r}
          pupils: {source: question.pupils, transform: log, reason: r}
    """

  func write(_ text: String, _ name: String) throws {
    try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
  }

  /// Writes the survey and its pipeline, and returns the request for them.
  func request(
    _ normalise: String = TenSchools.features, reversed: Bool = false, wave: String = "one", earlier: String? = nil
  ) throws -> NormaliseRequest {
    try write(codebook, "codebook.yaml")
    try write(section(normalise), "pipeline.yaml")
    var schools = (0..<8).flatMap { school in Array(repeating: "s\(school)", count: 3) } + ["s8", "s9", "s9"]
    var respondents = schools.indices.map { "r\(100 + $0)" }
    var plan = schools.indices.map { Int?($0 * 7 % 5 + 1) }
    var drift = schools.indices.map { Int?($0 * 3 % 5 + 1) }
    var pupils = schools.indices.map { Int?(100 + $0 * 20) }
    plan[24] = nil
    drift[24] = nil
    if reversed {
      schools.reverse()
      respondents.reverse()
      plan.reverse()
      drift.reverse()
      pupils.reverse()
    }
    let table = Table(
      "respondents",
      [
        Column("respondent", .text(respondents)), Column("unit", .text(schools)), Column("plan", .integer(plan)),
        Column("drift", .integer(drift)), Column("pupils", .integer(pupils)),
        Column("gym", .boolean(plan.map { ($0 ?? 0) > 2 })), Column("lab", .boolean(drift.map { ($0 ?? 0) > 3 })),
      ])
    let ingest = folder.appendingPathComponent("ingest").path
    var output = StageOutput(stage: "ingest", tables: [table])
    output.parameters = [RunRecord.Parameter("wave", wave)]
    try output.write(to: ingest)
    return NormaliseRequest(ingest: ingest, pipeline: try Pipeline(folder.path), earlier: earlier)
  }
}
