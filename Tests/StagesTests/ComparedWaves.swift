import Artefacts
import Files
import Foundation
import Matrices
import Settings
import Tables

@testable import Normalisation
@testable import Stages

/// Waves of units with a few officials each, as normalise would leave them: a feature from answers and one of the register.
final class ComparedWaves {
  /// A unit of a wave.
  struct Unit {
    var code: String
    /// What the register says of it.
    var size: Double
    /// What each official answered, by name.
    var answers: [(official: String, answer: Double)]

    init(_ code: String, size: Double, _ answers: [(String, Double)]) {
      (self.code, self.size) = (code, size)
      self.answers = answers.map { (official: $0.0, answer: $0.1) }
    }

    var mean: Double { answers.map(\.answer).mean ?? 0 }
  }

  let folder: String
  static let replicates = 20

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("koers-compared-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func work(_ wave: String) -> WorkFolders { WorkFolders(base: joinPath(folder, wave)) }

  /// Writes what normalise would leave of a wave; answers are redrawn with this much noise.
  func write(_ wave: String, _ units: [Unit], noise: Double = 0.1, scale: Double = 1) throws {
    let units = units.sorted { $0.code < $1.code }
    let codes = units.map(\.code)
    let transform = Self.transform(scale)
    let (goal, size) = (transform.features[0], transform.features[1])
    let people = units.flatMap { unit in unit.answers.map { (unit: unit.code, person: $0) } }
    var output = StageOutput(
      stage: "normalise",
      tables: [
        Table(
          "features",
          [
            Column("unit", .text(codes)), Column("goal", .number(units.map { goal.scaled($0.mean) })),
            Column("size", .number(units.map { size.scaled($0.size) })),
          ]),
        Table(
          "units",
          [
            Column("unit", .text(codes)), Column("goal", .number(units.map(\.mean))),
            Column("size", .number(units.map(\.size))),
          ]),
        Table(
          "units-ledger",
          [
            Column("unit", .text(codes)), Column("outcome", .text(codes.map { _ in "respondent" })),
            Column("respondents", .integer(units.map(\.answers.count))),
          ]),
        Table(
          "respondent-values",
          [
            Column("respondent", .text(people.map(\.person.official))), Column("unit", .text(people.map(\.unit))),
            Column("goal", .number(people.map(\.person.answer))),
          ]),
      ], simulated: true)
    output.parameters = [RunRecord.Parameter("wave", wave)]
    output.addJSON("features.json", transform)
    var generator = SeededGenerator(seed: UInt64(wave.utf8.reduce(0) { 31 * Int($0 % 1000) + Int($1) }))
    let redrawn = (0..<Self.replicates).flatMap { _ in
      units.flatMap { [goal.scaled($0.mean + noise * generator.normal()), size.scaled($0.size)] }
    }
    output.documents.append(
      FileContent("replicates.npy", bytes: NumPyArray(shape: [Self.replicates, units.count, 2], values: redrawn).bytes))
    try output.write(to: work(wave).folder(of: "normalise"))
  }

  /// Runs cluster on a wave that was written.
  @discardableResult
  func run(_ wave: String, after earlier: String? = nil, types: Int = 3) async throws -> ArtefactFolder {
    var settings = ClusterSettings()
    (settings.from, settings.to) = (types, types)
    (settings.starts, settings.smallest, settings.rule, settings.quick) = (10, 2, "silhouette", true)
    settings.waves.refit = .always
    let request = ClusterRequest(
      features: work(wave).folder(of: "normalise"), settings: settings, earlier: earlier.map { work($0) })
    try await request.run().write(to: work(wave).folder(of: "cluster"))
    return try ArtefactFolder(work(wave).folder(of: "cluster"), stage: "cluster")
  }

  private static func transform(_ scale: Double) -> FittedTransform {
    func feature(_ name: String, _ source: String, weight: Double) -> FittedFeature {
      FittedFeature(
        name: name, feature: name, label: LocalText(nl: name, en: name), block: "all", source: source, share: [],
        use: .cluster, transform: .identity, scaling: .none, centre: 0, spread: 1, weight: weight, imputation: 0,
        imputed: 0, reason: LocalText(nl: "", en: ""))
    }
    return FittedTransform(
      blocks: [], features: [feature("goal", "index.goal", weight: scale), feature("size", "register.size", weight: 1)])
  }
}
