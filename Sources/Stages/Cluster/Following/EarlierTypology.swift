import Artefacts
import Clustering
import Diagnostics
import Files
import Normalisation
import Tables
import Waves

/// The typology of an earlier wave, opened so that this wave can follow it.
struct EarlierTypology {
  /// The name of the wave.
  let name: String
  /// What cluster left of it.
  let cluster: ArtefactFolder
  /// Its model, with the types in the order of their letters.
  let saved: SavedModel
  /// The fitted features in whose scale the model is; `nil` when the wave was not normalised by this program.
  let scale: FittedTransform?
  /// What it says of each of its units.
  let places: [String: UnitPlace]
  /// The units that each of its types had in the first wave that had it, by the order of the types and then by code.
  let founders: [(type: String, unit: String)]

  /// The letters of its types.
  var letters: [String] { saved.model.types.map(\.type) }
  /// All letters that were ever given until then.
  var used: [String] { saved.model.lettersUsed ?? letters }

  /// The folders of an earlier wave that are used.
  static let stages = ["normalise", "cluster"]

  /// The records of those that are there.
  static func records(of work: WorkFolders) -> [String] { stages.map { work.record(of: $0) }.filter(pathExists) }

  /// Opens the folders of a wave; that of normalise may be missing, and then features are taken to be in its scale.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 66 when the folder of cluster or a table is missing, 65 when the folders do
  ///   not belong together, are of another version, or hold types that were never published.
  init(_ work: WorkFolders) throws(Failure) {
    cluster = try ArtefactFolder(work.folder(of: "cluster"), stage: "cluster")
    if isHeld(work) {
      throw Failure(
        .badData, rule: "held-earlier", at: Place(file: cluster.path), value: lastName(of: work.base),
        message: "the types of the wave '\(lastName(of: work.base))' are held by its gates, and were never published",
        mend: "name a wave before it, or publish it first")
    }
    saved = try SavedModel(cluster.path)
    let letters = saved.model.types.map(\.type)
    guard Set(letters).count == letters.count else {
      throw Failure(
        .badData, rule: "no-model", at: Place(file: saved.path),
        message: "this is not a model that koers-cluster wrote: two types have the same letter",
        mend: "run 'koers-cluster' anew for that wave")
    }
    if pathExists(work.record(of: "normalise")) {
      let normalise = try ArtefactFolder(work.folder(of: "normalise"), stage: "normalise")
      try LastWave.requireChain([normalise, cluster])
      name = normalise.run.parameter("wave") ?? lastName(of: work.base)
      scale = try Stages.scale(of: cluster, normalise)
    } else {
      (name, scale) = (lastName(of: work.base), nil)
    }
    places = try unitPlaces(of: cluster, letters)
    let members = try TypeMembers(cluster)
    founders = members.ids.indices.flatMap { type in
      members.founders[type].sorted().map { (type: members.ids[type], unit: $0) }
    }
  }
}

/// Returns what a wave says of its units, by their codes.
///
/// - Parameters:
///   - cluster: The folder that cluster left of it.
///   - letters: The letters of its types, in their order.
/// - Returns: The place of each unit that has a type.
/// - Throws: ``Diagnostics/Failure`` when a table is missing or lacks a column.
func unitPlaces(of cluster: ArtefactFolder, _ letters: [String]) throws(Failure) -> [String: UnitPlace] {
  let table = try cluster.table("types")
  let types = try table.texts("type")
  let shares = try membershipShares(cluster, letters)
  var places: [String: UnitPlace] = [:]
  for (row, unit) in try table.texts("unit").enumerated() {
    guard let type = letters.firstIndex(of: types[row]) else { continue }
    places[unit] = UnitPlace(type: type, shares: shares[unit] ?? letters.map { _ in 0 })
  }
  return places
}
