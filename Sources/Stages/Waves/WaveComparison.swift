import Artefacts
import Clustering
import Diagnostics
import Files
import Registers
import Tables
import Waves

/// This wave beside the one before it: opened before types are made, because gates ask for the drift.
struct WaveComparison {
  private let earlier: WaveRecord
  private let now: WaveRecord
  private let register: Register?
  private let followed: FollowedUnits
  private let history: WaveHistory?
  /// What drifted.
  let drift: WaveDrift

  /// Compares two waves.
  ///
  /// - Parameters:
  ///   - earlier: The folder that normalise left of the earlier wave.
  ///   - now: The one that it left of this wave.
  ///   - history: The pipeline and all earlier waves; without it units go by their codes, and questions are not compared.
  ///   - seed: The seed of the run.
  /// - Throws: ``Diagnostics/Failure`` when a table, the register or a codebook cannot be read.
  init(
    _ earlier: ArtefactFolder, _ now: ArtefactFolder, _ history: WaveHistory?, seed: UInt64
  ) async throws(Failure) {
    let (before, after) = (try WaveRecord(earlier), try WaveRecord(now))
    let register = try history?.register()
    let followed = FollowedUnits(
      Set(before.ledger.keys).union(before.units), to: Set(after.ledger.keys).union(after.units), register,
      (before.date, after.date))
    let questions = try history.flatMap { history throws(Failure) in try QuestionAnswers(before, after, history) }
    drift = await WaveDrift(from: before, to: after, followed, questions, seed: seed)
    (self.earlier, self.now, self.register, self.followed, self.history) = (before, after, register, followed, history)
  }

  /// Returns the tables `drift`, `movers`, `transitions` and `backcast`, and what was counted.
  ///
  /// - Parameter types: The types that count, and those that they follow.
  /// - Returns: The tables and counts; of types that follow none, the drift alone.
  /// - Throws: ``Diagnostics/Failure`` when an earlier wave cannot be read.
  func tables(_ types: FollowedTypology) throws(Failure) -> (tables: [Table], counts: [RunRecord.Count]) {
    var tables = [drift.table]
    var counts = [RunRecord.Count("drifted", drift.count)]
    guard let published = types.earlier, let scale = published.scale, let correspondence = types.correspondence else {
      return (tables, counts)
    }
    let old = TypesInScale(
      letters: published.letters, names: published.saved.model.features, centroids: published.saved.model.centroids,
      scale: scale)
    let typology = types.typology
    let current = TypesInScale(
      letters: typology.letters, names: typology.features.features, centroids: typology.evidence.fit.centroids,
      scale: types.origin == .assigned ? scale : now.transform)
    let units = UnitInBoth.all(
      Array(zip(typology.features.units, typology.places)).map { (unit: $0, place: $1) }, published.places,
      respondents: earlier.respondents, followed)
    let movers = WaveMovers(
      units, from: earlier, to: now, (old, current), correspondence, try OfficialsInBoth(earlier, now, followed))
    let past = try pastWaves(published, typology)
    tables += [movers.table, past.transitions, past.backcast(current)]
    counts += [
      RunRecord.Count("units_in_both", movers.compared), RunRecord.Count("movers_beyond_noise", movers.beyondNoise),
    ]
    return (tables, counts)
  }

  /// All waves that were published, and this one.
  private func pastWaves(_ last: EarlierTypology, _ typology: Typology) throws(Failure) -> PastWaves {
    var waves: [PastWaves.Past] = []
    for entry in history?.earlier ?? [] where entry.wave.name != earlier.name {
      guard let past = try PastWaves.Past(entry.folders) else { continue }
      waves.append(past)
    }
    waves.append(
      PastWaves.Past(
        record: earlier, letters: last.letters, published: last.places.mapValues { last.letters[$0.type] }))
    let letters = zip(typology.features.units, typology.evidence.fit.partition.labels)
      .map { ($0, typology.letter($1)) }
    waves.append(
      PastWaves.Past(
        record: now, letters: typology.letters, published: Dictionary(letters) { first, _ in first }))
    return PastWaves(waves, register)
  }
}

extension PastWaves.Past {
  /// Opens what the stages left of a wave; `nil` when its types are held by their gates.
  ///
  /// - Throws: ``Diagnostics/Failure`` when a folder or table cannot be read.
  fileprivate init?(_ work: WorkFolders) throws(Failure) {
    let cluster = try ArtefactFolder(work.folder(of: "cluster"), stage: "cluster")
    if cluster.run.parameter("typology") == TypologyOrigin.held.rawValue { return nil }
    let record = try WaveRecord(ArtefactFolder(work.folder(of: "normalise"), stage: "normalise"))
    let table = try cluster.table("types")
    let (units, types) = (try table.texts("unit"), try table.texts("type"))
    self.init(
      record: record, letters: Set(types).sorted(by: isBeforeInLetters),
      published: Dictionary(zip(units, types)) { first, _ in first })
  }
}

extension ClusterRequest {
  /// Compares the wave with the one that it follows.
  ///
  /// - Parameter folder: The folder that normalise left of this wave.
  /// - Returns: The comparison; `nil` when no wave is followed, or one of them was not normalised by this program.
  /// - Throws: ``Diagnostics/Failure`` when a table cannot be read.
  func comparison(_ folder: ArtefactFolder?) async throws(Failure) -> WaveComparison? {
    guard let folder, let earlier, pathExists(earlier.record(of: "normalise")) else { return nil }
    let before = try ArtefactFolder(earlier.folder(of: "normalise"), stage: "normalise")
    return try await WaveComparison(before, folder, history, seed: seed)
  }
}
