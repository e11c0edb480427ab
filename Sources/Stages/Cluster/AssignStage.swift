public import Artefacts
import CSVFiles
import Clustering
public import Diagnostics
import Files
import Tables

/// One call of assign: units with the features of a saved model are given its types, which stay as they are.
public struct AssignRequest: Sendable {
  /// The name of what is left behind.
  public static let stage = "assign"

  /// The folder that cluster left, or its `model.json`.
  public var model: String
  /// The folder that normalise left, or any delimited file with the features of the model in its scale.
  public var features: String
  /// The column that names the units; found when `nil`.
  public var id: String?

  /// Creates a request from what a command line gives.
  public init(model: String, features: String, id: String? = nil) {
    self.model = model
    self.features = features
    self.id = id
  }

  /// Assigns the units.
  ///
  /// - Returns: The table `assigned`, with the record of the run.
  /// - Throws: ``Diagnostics/Failure`` with all that was found: status 66 for a missing file, 65 for one that is no model,
  ///   or for units that do not have the features of the model.
  public func run() async throws(Failure) -> StageOutput {
    let (saved, table, input) = try read()
    let assignment = await Assignment(table, to: saved)
    var output = StageOutput(
      stage: Self.stage, tables: [assignment.resultTable], simulated: saved.simulated || table.simulated,
      seed: nil, parameters: id.map { [RunRecord.Parameter("id", $0)] } ?? [], inputs: saved.inputs + [input],
      findings: assignment.findings(file: features))
    output.counts =
      [
        RunRecord.Count("units", table.units.count),
        RunRecord.Count("replicates", min(saved.centroidSets?.count ?? 0, table.replicates?.count ?? .max)),
        RunRecord.Count("far", assignment.farCount),
      ] + zip(saved.model.types, assignment.sizes).map { RunRecord.Count("type_" + $0.type, $1) }
    return output
  }

  /// Reads the model and the units; when both are wrong, everything is told at once.
  private func read() throws(Failure) -> (SavedModel, FeatureTable, RunRecord.FileDigest) {
    let saved: SavedModel
    do {
      saved = try SavedModel(model)
    } catch {
      guard pathExists(features) else {
        throw Failure(
          error.status,
          error.findings + [
            Finding(
              .error, rule: "missing-file", at: Place(file: features), message: "there is no such file",
              mend: "check the spelling, or the folder from which the command is run")
          ])
      }
      throw error
    }
    let names = saved.model.features
    if let folder = normaliseFolder(of: features) {
      let opened = try ArtefactFolder(folder, stage: "normalise")
      let digest = RunRecord.FileDigest(name: lastName(of: folder) + "/run.json", sha256: opened.digest)
      return (saved, try FeatureTable(normalised: opened, model: names), digest)
    }
    let raw = try CSVReader.read(path: features)
    let digest = RunRecord.FileDigest(name: lastName(of: features), sha256: try sha256(ofFile: features))
    return (saved, try FeatureTable(raw, id: id, .model(names)), digest)
  }
}

/// The folder that normalise left, when a path names it or its `features.csv`; `nil` when the features stand alone.
func normaliseFolder(of path: String) -> String? {
  if pathExists(joinPath(path, "run.json")) { return path }
  let parent = folder(of: path)
  return lastName(of: path) == "features.csv" && pathExists(joinPath(parent, "run.json")) ? parent : nil
}
