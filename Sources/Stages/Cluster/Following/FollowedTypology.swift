import Artefacts
import Clustering
import Diagnostics
import Matrices
import Normalisation
import Tables
import Waves

/// Which types a wave has.
enum TypologyOrigin: String, Hashable, CaseIterable {
  /// Those that were found, and there are none to follow.
  case first
  /// The published ones, to which its units are assigned.
  case assigned
  /// Those that were found, which passed the gates.
  case refitted
  /// Those that were found, which did not pass them: nothing may be published of them.
  case held
}

/// The types of a wave with the letters of those before, and how it came by them.
///
/// The units are assigned to the published types first, in the scale of these. The types that were found beside that are matched
/// with the published ones, and take over their letters; gates say whether they may take their place.
struct FollowedTypology {
  /// The typology that counts.
  private(set) var typology: Typology
  /// Which types these are.
  private(set) var origin = TypologyOrigin.first
  /// The wave that is followed, if there is one.
  let earlier: EarlierTypology?
  /// The types that were found, under their letters.
  let refit: Typology
  /// The units in the published types, if they could be assigned.
  let assigned: Typology?
  /// Which types the published ones are; `nil` without an earlier wave.
  private(set) var correspondence: TypeCorrespondence?
  /// The gates; `nil` when the units could not be assigned.
  private(set) var gates: RefitGates?
  /// The digest of the run before whose letters made a difference.
  private(set) var kept: RunRecord.FileDigest?

  /// Follows an earlier wave, and an earlier run of this one.
  ///
  /// - Parameters:
  ///   - found: The types that were found, under the letters of a first wave.
  ///   - earlier: The wave that is followed.
  ///   - assigned: The units in its types; `nil` when they lack its features.
  ///   - kept: The run before.
  ///   - settings: The settings.
  ///   - drift: The share of features that drifted; `nil` when it was not measured.
  init(
    _ found: Typology, after earlier: EarlierTypology?, assigned: Typology?, kept: KeptLetters?,
    _ settings: ClusterSettings, drift: Double? = nil
  ) async {
    self.earlier = earlier
    self.assigned = assigned
    let refitted = earlier.map { Self.correspondence($0, found, assigned) }
    var sources: [TypeLetters.Source] = []
    if let earlier, let refitted {
      sources.append(TypeLetters.Source(refitted, letters: earlier.letters, used: earlier.used))
    }
    let types = zip(found.features.units, found.evidence.fit.partition.labels).map { (unit: $0, type: $1) }
    let last = kept?.source(types, count: found.evidence.clusters)
    let letters = TypeLetters(count: found.evidence.clusters, following: sources + (last.map { [$0] } ?? []))
    if let kept, letters != TypeLetters(count: found.evidence.clusters, following: sources) {
      self.kept = RunRecord.FileDigest(name: ClusterRequest.keptRecord, sha256: kept.digest)
    }
    refit = await found.lettered(letters)
    typology = refit
    guard let earlier else { return }
    guard let assigned else {
      correspondence = Self.correspondence(earlier, refit, nil)
      return
    }
    let gates = RefitGates(
      RefitGates.Measured(
        of: refit.evidence.fit.partition, beside: assigned.evidence.fit.partition, values: refit.features.values,
        stability: refit.evidence.stability?.minimum, drift: drift), settings.gateLimits)
    self.gates = gates
    switch settings.waves.refit {
    case .never: (typology, origin) = (assigned, .assigned)
    case .always: origin = .refitted
    case .gate: origin = gates.pass ? .refitted : .held
    }
    correspondence =
      origin == .assigned
      ? Self.identity(earlier, assigned) : Self.correspondence(earlier, refit, assigned)
  }

  /// Returns which types of a wave the published ones are: by the units in both waves, and where these are few by the
  /// centroids that units are nearest to.
  ///
  /// Units go by their codes; one that has another code since is in one wave only.
  private static func correspondence(
    _ earlier: EarlierTypology, _ typology: Typology, _ assigned: Typology?
  ) -> TypeCorrespondence {
    let pairs = zip(typology.features.units, typology.places).compactMap { unit, place in
      earlier.places[unit].map { ($0, place) }
    }
    let votes = assigned.map { centroidVotes(earlier, typology, $0) }
    return TypeCorrespondence(
      pairs.map(\.0), pairs.map(\.1), types: (earlier: earlier.letters.count, now: typology.evidence.clusters),
      nearest: votes?.nearest, far: votes?.far)
  }

  /// The number of units of each type that are nearest to each published centroid, and of those that are farther from it
  /// than any unit of the type was.
  private static func centroidVotes(
    _ earlier: EarlierTypology, _ typology: Typology, _ assigned: Typology
  ) -> (nearest: [[Int]], far: [Int]) {
    var nearest = earlier.letters.map { _ in [Int](repeating: 0, count: typology.evidence.clusters) }
    var far = [Int](repeating: 0, count: typology.evidence.clusters)
    let positions = assigned.letters.map { letter in earlier.letters.firstIndex(of: letter) ?? 0 }
    let reaches = earlier.saved.model.types.map { $0.reach ?? .infinity }
    for (own, type) in zip(assigned.certainties.map(\.membership), typology.evidence.fit.partition.labels) {
      let position = positions[own.cluster]
      if own.distance > reaches[position] { far[type] += 1 } else { nearest[position][type] += 1 }
    }
    return (nearest, far)
  }

  /// The published types themselves: each that has units is kept, whichever units these are.
  private static func identity(_ earlier: EarlierTypology, _ assigned: Typology) -> TypeCorrespondence {
    let measured = correspondence(earlier, assigned, assigned)
    let relations = earlier.letters.map { letter in
      assigned.letters.map { $0 == letter ? TypeCorrespondence.Relation.kept : nil }
    }
    return TypeCorrespondence(measured.shared, relations: relations, nearest: measured.nearest)
  }
}
