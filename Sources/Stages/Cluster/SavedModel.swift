import Artefacts
import Clustering
import Diagnostics
import Files

/// A typology that cluster left, opened to assign other units to its types.
struct SavedModel {
  /// The content of `model.json`.
  let model: ClusterModel
  /// The centroids as they came out when the typology was made again and again, when they stand beside the model.
  let centroidSets: CentroidSets?
  /// Whether the answers behind the typology are simulated.
  let simulated: Bool
  /// The digests of what was read.
  let inputs: [RunRecord.FileDigest]
  /// What messages call the model.
  let path: String

  /// Opens a model.
  ///
  /// - Parameter path: The file `model.json`, or the folder that cluster left.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when it is missing, 65 when it is no model, or that of a version with
  ///   another contract.
  init(_ path: String) throws(Failure) {
    let home = isFolder(path) ? path : folder(of: path)
    let file = isFolder(path) ? joinPath(path, "model.json") : path
    if isFolder(path) || pathExists(joinPath(home, "run.json")) && pathExists(file) {
      _ = try ArtefactFolder(home, stage: "cluster")
    }
    let bytes = try readFile(file)
    model = try Self.model(bytes, file: file)
    simulated = try JSONText.decode(Mark.self, from: bytes, file: file).simulated ?? false
    self.path = file
    var inputs = [RunRecord.FileDigest(name: lastName(of: file), sha256: sha256(bytes))]
    let array = joinPath(home, "centroids.npy")
    if pathExists(array) {
      let bytes = try readFile(array)
      centroidSets = try Self.centroidSets(NumPyArray(reading: bytes, file: array), of: model, file: array)
      inputs.append(RunRecord.FileDigest(name: lastName(of: array), sha256: sha256(bytes)))
    } else {
      centroidSets = nil
    }
    self.inputs = inputs
  }

  private struct Mark: Decodable {
    var simulated: Bool?
  }

  private static func model(_ bytes: [UInt8], file: String) throws(Failure) -> ClusterModel {
    func noModel(_ message: String) -> Failure {
      Failure(
        .badData, rule: "no-model", at: Place(file: file),
        message: "this is not a model that koers-cluster wrote: \(message)",
        mend: "name the folder that 'koers-cluster' left, or the model.json in it")
    }
    let model: ClusterModel
    do {
      model = try JSONText.decode(ClusterModel.self, from: bytes, file: file)
    } catch {
      throw noModel(error.findings[0].message)
    }
    guard !model.types.isEmpty, !model.features.isEmpty else { throw noModel("it holds no types or no features") }
    for type in model.types where type.centroid.count != model.features.count {
      throw noModel(
        "the centroid of type \(type.type) has \(type.centroid.count) numbers, and there are \(model.features.count) features"
      )
    }
    for type in model.types where !type.centroid.allSatisfy(\.isFinite) {
      throw noModel("the centroid of type \(type.type) holds a number that is not finite")
    }
    return model
  }

  private static func centroidSets(_ array: NumPyArray, of model: ClusterModel, file: String) throws(Failure)
    -> CentroidSets?
  {
    let wanted = [model.types.count, model.features.count]
    guard array.shape.count == 3, Array(array.shape.dropFirst()) == wanted else {
      throw Failure(
        .badData, rule: "other-shape", at: Place(file: file),
        message:
          "the centroids have the shape \(array.shape), and the model has \(wanted[0]) types and \(wanted[1]) features",
        mend: "run 'koers-cluster' anew, or take away the file")
    }
    guard array.shape[0] > 0 else { return nil }
    return CentroidSets(count: array.shape[0], clusters: wanted[0], columns: wanted[1], values: array.values)
  }
}
