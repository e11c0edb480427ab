import Artefacts
import Diagnostics
import Files
import Tables
import Waves

/// The letters of an earlier run of the same wave, so that a rerun with another seed or other settings renumbers no type.
struct KeptLetters {
  /// The digest of the record of that run.
  let digest: String
  private let letters: [String]
  private let used: [String]
  private let places: [String: UnitPlace]

  /// Opens the folder that cluster left.
  ///
  /// - Throws: ``Diagnostics/Failure`` when it is no such folder.
  init(_ path: String) throws(Failure) {
    let cluster = try ArtefactFolder(path, stage: "cluster")
    let model = try SavedModel(path).model
    digest = cluster.digest
    letters = model.types.map(\.type)
    used = model.lettersUsed ?? letters
    places = try unitPlaces(of: cluster, letters)
  }

  /// Returns which types of a rerun are those of the run before, by their units alone.
  ///
  /// - Parameters:
  ///   - types: The type of each unit in the rerun.
  ///   - count: The number of types in it.
  /// - Returns: What it takes of the letters; `nil` when the runs share no unit, or when the folder names two types alike.
  func source(_ types: [(unit: String, type: Int)], count: Int) -> TypeLetters.Source? {
    guard Set(letters).count == letters.count else { return nil }
    var shared = letters.map { _ in [Int](repeating: 0, count: count) }
    for (unit, type) in types {
      if let place = places[unit] { shared[place.type][type] += 1 }
    }
    guard shared.contains(where: { $0.contains { $0 > 0 } }) else { return nil }
    return TypeLetters.Source(TypeCorrespondence(shared), letters: letters, used: used)
  }
}
