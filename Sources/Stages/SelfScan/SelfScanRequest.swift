public import Artefacts
import CSVFiles
public import Diagnostics
import Files
import Tables

/// One call of assign with the self-scan: sheets that one person each filled in get the shares of the types.
public struct SelfScanRequest: Sendable {
  /// The name of what is left behind.
  public static let stage = "self-scan"

  /// The folder that cluster left, or a `self-scan.json`: that of a publication also tells strategies.
  public var model: String
  /// Any delimited file with a column for each question.
  public var sheets: String
  /// The column that names the sheets; found when `nil`.
  public var id: String?

  /// Creates a request from what a command line gives.
  public init(model: String, sheets: String, id: String? = nil) {
    self.model = model
    self.sheets = sheets
    self.id = id
  }

  /// Scores the sheets.
  ///
  /// - Returns: The table `scanned`, with the record of the run.
  /// - Throws: ``Diagnostics/Failure`` with all that was found: status 66 for a missing file, 65 for a model without a
  ///   reduced part or for answers that are none.
  public func run() async throws(Failure) -> StageOutput {
    let saved = try SavedScan(model)
    let read = ScanSheets(try CSVReader.read(path: sheets), id: id, saved.model)
    if read.findings.contains(where: { $0.level == .error }) { throw Failure(.badData, read.findings) }
    let results = zip(read.units, read.answers).map { saved.model.result(unit: $0, answers: $1) }
    var output = StageOutput(
      stage: Self.stage, tables: [table(read, results, saved.model)], simulated: saved.simulated || read.simulated,
      seed: nil, parameters: id.map { [RunRecord.Parameter("id", $0)] } ?? [],
      inputs: [saved.digest, RunRecord.FileDigest(name: lastName(of: sheets), sha256: try sha256(ofFile: sheets))],
      findings: read.findings)
    output.counts =
      [RunRecord.Count("sheets", results.count), RunRecord.Count("empty", results.count { $0.shares == nil })]
      + saved.model.types.enumerated().map { index, type in
        RunRecord.Count("type_" + type.type, results.count { $0.type == index })
      }
    return output
  }

  private func table(_ sheets: ScanSheets, _ results: [ScanModel.Result], _ model: ScanModel) -> Table {
    var table = Table(
      "scanned",
      [
        Column("sheet", .text(sheets.names), description: "The sheet: its name, or its line."),
        Column("unit", .text(sheets.units.map { $0.map { model.units[$0].unit } }), description: "Code of the unit."),
        Column(
          "answered", .integer(results.map { model.questions.count - $0.open.count }),
          description: "The number of questions that were answered."),
        Column(
          "open",
          .text(
            results.map { result in
              let names = result.open.map { model.questions[$0].name }
              return names.isEmpty ? nil : names.joined(separator: " ")
            }), description: "The questions that were left open."),
        Column(
          "type", .text(results.map { $0.type.map { model.types[$0].type } }),
          description: "The type with the largest share; a tie goes to the first."),
      ])
    for (index, type) in model.types.enumerated() {
      table.append(
        Column(
          "share_" + type.type, .number(results.map { $0.shares?[index] }),
          description: "The share of type \(type.type): how likely it is, by this person's answers."))
    }
    guard model.types.contains(where: { $0.choice != nil }) else { return table }
    let choices = results.map { $0.type.flatMap { model.types[$0].choice } }
    table.append(
      Column(
        "strategies",
        .text(choices.map { $0.flatMap { $0.strategies.isEmpty ? nil : $0.strategies.joined(separator: " ") } }),
        description: "The strategy of that type; several contend, the best first."))
    table.append(
      Column(
        "first",
        .text(
          zip(results, choices).map { result, choice in
            let names = result.first.compactMap { position in choice?.preconditions[position].id }
            return names.isEmpty ? nil : names.joined(separator: " ")
          }), description: "The preconditions of the first of them to look at first."))
    return table
  }
}

/// A reduced model that was saved, opened to score sheets.
struct SavedScan {
  let model: ScanModel
  let simulated: Bool
  let digest: RunRecord.FileDigest

  private struct Mark: Decodable {
    var simulated: Bool?
  }

  /// Opens a reduced model.
  ///
  /// - Parameter path: The file, the folder that cluster left, or the folder of a publication's data.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when there is none, 65 when it is none.
  init(_ path: String) throws(Failure) {
    let file = isFolder(path) ? joinPath(path, scanDocument) : path
    if isFolder(path), !pathExists(file), pathExists(joinPath(path, "model.json")) {
      throw Self.noReducedPart(joinPath(path, "model.json"))
    }
    let bytes = try readFile(file)
    let model: ScanModel
    do {
      model = try JSONText.decode(ScanModel.self, from: bytes, file: file)
    } catch {
      if (try? JSONText.decode(ClusterModel.self, from: bytes, file: file)) != nil
        || (try? JSONText.decode(PublishedMark.self, from: bytes, file: file)) != nil
      {
        throw Self.noReducedPart(file)
      }
      throw Self.noModel(file, error.findings[0].message)
    }
    if let flaw = model.flaw { throw Self.noModel(file, flaw) }
    self.model = model
    simulated = try JSONText.decode(Mark.self, from: bytes, file: file).simulated ?? false
    digest = RunRecord.FileDigest(name: lastName(of: file), sha256: sha256(bytes))
  }

  /// What a published `model.json` has and nothing else.
  private struct PublishedMark: Decodable {
    var complete: Bool
    var features: [Feature]

    struct Feature: Decodable {
      var transform: String
    }
  }

  private static func noReducedPart(_ file: String) -> Failure {
    Failure(
      .badData, rule: "no-reduced-part", at: Place(file: file),
      message: "this model has no reduced part for the answers of one person",
      mend: "name the '\(scanDocument)' that stands beside it; where there is none, the wave was run without "
        + "'self_scan', nobody's answers were there, or no question tells the types apart")
  }

  private static func noModel(_ file: String, _ message: String) -> Failure {
    Failure(
      .badData, rule: "no-model", at: Place(file: file),
      message: "this is not a self-scan that koers wrote: \(message)",
      mend: "name the folder that 'koers-cluster' left, or the '\(scanDocument)' of a publication")
  }
}
