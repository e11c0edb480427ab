import Artefacts
import Clustering
import Diagnostics
import Files
import Foundation
import Matrices
import Normalisation
import Tables
import Testing

@testable import Stages

/// What other methods, other features and other variables say of a typology.
@Suite struct TypologyContextTests {
  /// Twelve towns in two groups by their goal; three blocks, one of them carried along.
  let units = (0..<12).map { "T" + String(100 + $0) }
  let goal: [Double] = (0..<12).map { [1.0, 1.5, 2.0][$0 % 3] + ($0 < 6 ? 0 : 6) }
  let noise: [Double] = [3, 1, 2, 2, 1, 3, 1, 3, 2, 2, 3, 1]
  let region: [String?] = ["east", "east", "west", "west", "east", nil, "west", "east", "west", "west", "east", "east"]

  private func feature(
    _ name: String, of feature: String? = nil, level: String? = nil, _ block: String, _ source: String, _ use: String,
    _ transform: String = "identity"
  ) -> String {
    """
    {"name": "\(name)", "feature": "\(feature ?? name)", \(level.map { "\"level\": \"\($0)\", " } ?? "")
     "label": {"nl": "\(name)", "en": "\(name)"}, "block": "\(block)", "source": "\(source)", "share": [],
     "use": "\(use)", "transform": "\(transform)", "scaling": "none", "centre": 0, "spread": 1, "weight": 1,
     "imputation": 0, "imputed": 0, "reason": {"nl": "r", "en": "r"}}
    """
  }

  /// A folder as normalise leaves it, without replicates.
  func normalised(in folder: String) throws -> String {
    let blocks = ["maturity", "place", "other"].map {
      "{\"name\": \"\($0)\", \"label\": {\"nl\": \"\($0)\", \"en\": \"\($0)\"}, \"weight\": 1, \"share\": 0.5}"
    }
    let features = [
      feature("goal", "maturity", "index.goal", "cluster"), feature("noise", "maturity", "index.noise", "cluster"),
      feature("region_east", of: "region", level: "east", "place", "register.part", "cluster", "one-hot"),
      feature("region_west", of: "region", level: "west", "place", "register.part", "cluster", "one-hot"),
      feature("budget", "other", "question.budget", "profile"),
    ]
    let json = "{\"blocks\": [\(blocks.joined(separator: ","))], \"features\": [\(features.joined(separator: ","))]}"
    let budget: [Double?] = goal.enumerated().map { $0 == 3 ? nil : $1 * 10 }
    func hot(_ level: String) -> [Double?] { region.map { $0 == level ? 0.5 : 0 } }
    var output = StageOutput(
      stage: "normalise",
      tables: [
        Table(
          "features",
          [
            Column("unit", .text(units)), Column("goal", .number(goal)), Column("noise", .number(noise)),
            Column("region_east", .number(hot("east"))), Column("region_west", .number(hot("west"))),
            Column("budget", .number(budget.map { $0 ?? 0 })),
          ]),
        Table(
          "units",
          [
            Column("unit", .text(units)), Column("goal", .number(goal)), Column("noise", .number(noise)),
            Column("region", .text(region)), Column("budget", .number(budget)),
            Column("weight", .number((0..<12).map { 1 + Double($0 % 4) / 4 })),
          ]),
        Table(
          "units-ledger",
          [
            Column("unit", .text(["T000"] + units)), Column("name", .text(Array(repeating: "n", count: 13))),
            Column("outcome", .text(Array(repeating: "respondent", count: 13))),
            Column("part", .text(["west"] + region)),
            Column("part_code", .text(["W"] + region.map { $0.map { $0 == "east" ? "E" : "W" } })),
            Column("coast", .boolean([nil] + goal.map { $0 < 5 })),
            Column("mayor", .text((0..<13).map { "m\($0 / 2)" })),
            Column("district", .text((0..<13).map { "d\($0)" })), Column("size", .integer((0..<13).map { $0 % 4 })),
            Column("founded", .date(Array(repeating: CalendarDate(iso: "1900-01-01"), count: 13))),
          ]),
      ])
    output.documents.append(FileContent("features.json", bytes: Array(json.utf8)))
    output.documents.append(FileContent("replicates.npy", bytes: NumPyArray(shape: [0, 12, 5], values: []).bytes))
    let target = joinPath(folder, "normalise")
    try output.write(to: target)
    return target
  }

  func output(quick: Bool = false) async throws -> StageOutput {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("koers-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var settings = ClusterSettings()
    (settings.to, settings.starts, settings.references, settings.resamples) = (2, 10, 3, 5)
    settings.quick = quick
    return try await ClusterRequest(features: normalised(in: folder.path), settings: settings).run()
  }

  func table(_ name: String, _ output: StageOutput) throws -> Table {
    try #require(output.tables.first { $0.name == name })
  }

  @Test func `other methods agree on groups that lie apart, in one line`() async throws {
    let output = try await output()
    let table = try table("second-opinions", output)
    #expect(table["method"]?.texts == ["pam-gower", "ward"])
    #expect(table["k"]?.texts == ["2", "2"])
    #expect(table["ari"]?.texts == ["1", "1"])
    #expect(table["ami"]?.texts == ["1", "1"])
    #expect(table["vi"]?.texts == ["0", "0"])
    #expect(table["moved"]?.texts == ["0", "0"])
    #expect(table["verdict"]?.texts == ["excellent", "excellent"])
    let model = try #require(output.documents.first { $0.path == "model.json" })
    let text = String(decoding: model.bytes, as: UTF8.self)
    #expect(
      text.contains(
        "medoids on Gower dissimilarities of the answers agrees excellently (adjusted Rand index 1, 0 of 12 units in "
          + "another type); Ward's method on the features agrees excellently (adjusted Rand index 1, 0 of 12 units in "
          + "another type)"))
  }

  @Test(arguments: zip([0.95, 0.9, 0.89, 0.8, 0.79, 0.65, 0.64, -0.2], [0, 0, 1, 1, 2, 2, 3, 3]))
  func `verdicts begin at their bounds`(index: Double, place: Int) {
    let verdicts: [SecondOpinions.Verdict] = [.excellent, .good, .moderate, .poor]
    #expect(SecondOpinions.Verdict(adjustedRandIndex: index) == verdicts[place])
  }

  @Test func `types are profiled on what made them and on what did not`() async throws {
    let output = try await output()
    let table = try table("profiles", output)
    #expect(table["type"]?.texts.prefix(6) == ["A", "A", "A", "A", "A", "B"])
    #expect(table["feature"]?.texts.prefix(5) == ["goal", "noise", "region_east", "region_west", "budget"])
    #expect(table["used"]?.texts.prefix(5) == ["true", "true", "true", "true", "false"])
    #expect(table["mean"]?.numbers.first == 1.5)
    #expect(table["elsewhere"]?.numbers.first == 7.5)
    #expect(table["rank"]?.texts.first == "1")
    #expect(table["rank"]?.texts[4] == "1", "the only one of those that are carried along")
    // Squares of a group: 2 · (.25 + .25); ten degrees of freedom.
    let effect = try #require(table["effect"]?.numbers.first ?? nil)
    #expect(abs(effect + 6 / (2.0 / 10).squareRoot()) < 1e-12)
    let model = try #require(output.documents.first { $0.path == "model.json" })
    let read = try JSONDecoder().decode(ClusterModel.self, from: Data(model.bytes))
    #expect(read.types[0].marks?.first?.feature == "goal")
    #expect((read.types[1].marks?.first?.effect ?? 0) > 0)
  }

  @Test func `medoids, typical members and members on the edge are named`() async throws {
    let table = try table("typical", try await output())
    let roles = (table["role"]?.texts ?? []).compactMap { $0 }
    #expect(
      Array(roles.prefix(11)) == ["medoid"] + Array(repeating: "typical", count: 5) + Array(repeating: "edge", count: 5)
    )
    let named = (table["unit"]?.texts ?? []).compactMap { $0 }
    #expect(named.allSatisfy(units.contains))
    let margins = (table["margin"]?.numbers ?? []).compactMap { $0 }
    #expect(margins[6...10].elementsEqual(margins[6...10].sorted()))
  }

  @Test func `each feature and each block is left out once, a feature of several columns as one`() async throws {
    let table = try table("sensitivity", try await output())
    #expect(table["kind"]?.texts == ["feature", "feature", "feature", "block", "block", "weights"])
    #expect(table["name"]?.texts == ["goal", "noise", "region", "maturity", "place", "weight"])
    #expect(table["ari"]?.texts[1...2] == ["1", "1"])
    #expect(table["moved"]?.texts[1...2] == ["0", "0"])
    #expect(table["moved"]?.texts[5] == "0")
    #expect(table["share"]?.texts[5] == nil)
    let withoutGoal = try #require(table["ari"]?.numbers[0] ?? nil)
    #expect(withoutGoal < 0.5)
    let shares = (table["share"]?.numbers ?? []).compactMap { $0 }
    #expect(abs(shares.prefix(3).reduce(0, +) - 1) < 1e-12)
  }

  @Test func `types are held against what they were not made from`() async throws {
    let table = try table("validation", try await output())
    // Of the register the part is a feature, its code the same under another name, the district another name of the
    // units, and a date no measure.
    #expect(table["variable"]?.texts == ["budget", "coast", "mayor", "size"])
    #expect(table["kind"]?.texts == ["eta-squared", "cramers-v", "cramers-v", "eta-squared"])
    #expect(table["n"]?.texts == ["11", "12", "12", "12"])
    #expect(abs((table["statistic"]?.numbers[1] ?? 0) - 1) < 1e-12)
    let adjusted = (table["p_adjusted"]?.numbers ?? []).compactMap { $0 }
    #expect(adjusted[0] < 0.05 && adjusted[1] < 0.05 && adjusted[3] > 0.2)
    #expect(table["overlap_with"]?.texts.prefix(2) == ["goal", "goal"])
    #expect(abs((table["overlap"]?.numbers[0] ?? 0) - 1) < 1e-9)
  }

  @Test func `a quick search profiles, and asks no one else`() async throws {
    let output = try await output(quick: true)
    #expect(output.tables.map(\.name).contains("profiles"))
    for name in ["second-opinions", "sensitivity", "validation"] { #expect(!output.tables.map(\.name).contains(name)) }
  }

  @Test func `more units than all dissimilarities are kept of get no second opinion, and are told so`() async throws {
    let many = Dissimilarities.limit + 1
    var csv = "town,goal\n"
    for row in 0..<many { csv += "t\(row),\(row % 2 == 0 ? row % 7 : 100 + row % 5)\n" }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("koers-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = joinPath(folder.path, "towns.csv")
    try Data(csv.utf8).write(to: URL(fileURLWithPath: path))
    var settings = ClusterSettings()
    (settings.to, settings.starts, settings.references, settings.resamples) = (2, 1, 2, 1)
    let output = try await ClusterRequest(features: path, settings: settings).run()
    #expect(!output.tables.map(\.name).contains("second-opinions"))
    #expect(
      output.findings.map(\.rendered).contains(
        "note: other methods were not asked: they need all mutual dissimilarities of the units, and there are 4001, more "
          + "than 4000\n  mend: to compare methods, run 'koers-cluster' on a sample of the units"))
  }
}
