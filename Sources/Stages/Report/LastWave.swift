import Artefacts
import Diagnostics
import Estimation
import Files
import Registers
import Reporting
import Strategies
import Tables

/// What the stages left of a wave before this one, opened to be compared with it.
struct LastWave {
  /// The stages whose folders are used.
  static let stages = ["normalise", "cluster", "match"]

  /// The name of the wave.
  let name: String
  /// The date for which it speaks.
  let date: CalendarDate
  let normalise: ArtefactFolder
  let cluster: ArtefactFolder
  let match: ArtefactFolder
  /// The units of each of its types.
  let members: TypeMembers
  /// The number of respondents of each unit that answered.
  let respondents: [String: Int]
  /// The share of the joint replicates in which each unit is of each type, in the order of the letters.
  let shares: [String: [Double]]

  /// Opens the folders of a wave.
  ///
  /// - Parameters:
  ///   - work: The working folders of the wave.
  ///   - pipeline: The pipeline, whose waves tell the date.
  ///   - wave: The wave that is reported.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when a folder or table is missing, 65 when the folders do not belong
  ///   together, or are of another version, of another survey, or of a wave that is not earlier.
  init(_ work: WorkFolders, _ pipeline: Pipeline, before wave: WaveFacts) throws(Failure) {
    try requireFolders([
      "normalise": work.folder(of: "normalise"), "cluster": work.folder(of: "cluster"),
      "match": work.folder(of: "match"),
    ])
    normalise = try ArtefactFolder(work.folder(of: "normalise"), stage: "normalise")
    cluster = try ArtefactFolder(work.folder(of: "cluster"), stage: "cluster")
    match = try ArtefactFolder(work.folder(of: "match"), stage: "match")
    name = normalise.run.parameter("wave") ?? lastName(of: work.base)
    date = try Self.date(of: name, normalise, pipeline, work)
    guard date.iso < wave.date else {
      throw Failure(
        .badData, rule: "not-earlier", at: Place(file: work.base), value: name,
        message:
          "the wave '\(name)' speaks for \(date.iso), which is not before \(wave.date), for which '\(wave.name)' "
          + "speaks",
        mend: "name the folder of a wave before '\(wave.name)', or correct the dates of the waves")
    }
    try Self.requireChain([normalise, cluster, match])
    members = try TypeMembers(cluster)
    shares = try membershipShares(cluster, members.ids)
    let ledger = try normalise.table("units-ledger")
    respondents = try Dictionary(zip(ledger.texts("unit"), ledger.integers("respondents")).map { ($0, $1 ?? 0) }) {
      first, _ in first
    }
  }

  /// The date of a wave: as its description among the waves of the pipeline has it, or as normalise recorded it.
  private static func date(
    of name: String, _ normalise: ArtefactFolder, _ pipeline: Pipeline, _ work: WorkFolders
  ) throws(Failure) -> CalendarDate {
    var names: [String] = []
    for path in pipeline.waves {
      let wave = try WaveDescription(path)
      if wave.name == name { return wave.date }
      names.append(wave.name)
    }
    throw Failure(
      .badData, rule: "other-survey", at: Place(file: work.base), value: name,
      message: "the folder is that of the wave '\(name)', which is no wave of the pipeline '\(pipeline.name)'",
      mend: "name the folder of one of its waves (\(names.joined(separator: ", "))), or add the wave under 'waves' in "
        + lastName(of: pipeline.file))
  }

  /// Refuses folders of which a later one was not made from the one before it.
  static func requireChain(_ folders: [ArtefactFolder]) throws(Failure) {
    for (first, second) in zip(folders, folders.dropFirst()) {
      let source = first.run.stage + "/run.json"
      guard let input = second.run.inputs.first(where: { $0.name == source }), input.sha256 != first.digest else {
        continue
      }
      throw Failure(
        .badData, rule: "mixed-folders", at: Place(file: second.path), value: second.run.stage,
        message: "what '\(second.run.stage)' left was not made from what '\(first.run.stage)' left beside it",
        mend: "run 'koers-\(second.run.stage)' anew for that wave")
    }
  }
}

/// Returns the working folders of the last wave before a wave that the stages left, by its date; `nil` without one.
///
/// A wave whose types are held by their gates, and that nobody accepted, was not published, and is passed over.
///
/// - Parameters:
///   - wave: The wave.
///   - pipeline: The pipeline, whose waves are looked through.
///   - work: The working folders of the wave, beside which those of the others are.
/// - Returns: The folders.
func lastWave(before wave: WaveDescription, of pipeline: Pipeline, _ work: WorkFolders) -> WorkFolders? {
  waves(of: pipeline).filter { $0.name != wave.name && $0.date < wave.date }.reversed().lazy
    .map { work.ofWave($0.name) }.first { folders in
      LastWave.stages.allSatisfy { pathExists(folders.record(of: $0)) } && !isHeld(folders)
    }
}

/// Returns the working folders of the first wave after a wave that was clustered, by its date; `nil` without one.
///
/// A wave that is held is passed over, as by ``lastWave(before:of:_:)``.
func nextWave(after wave: WaveDescription, of pipeline: Pipeline, _ work: WorkFolders) -> WorkFolders? {
  waves(of: pipeline).filter { $0.name != wave.name && $0.date > wave.date }.lazy
    .map { work.ofWave($0.name) }.first { folders in
      pathExists(folders.record(of: ClusterRequest.stage)) && !isHeld(folders)
    }
}

/// The waves of a pipeline by their dates; what is wrong in a description is told by the check of the pipeline.
private func waves(of pipeline: Pipeline) -> [WaveDescription] {
  pipeline.waves.compactMap { try? WaveDescription($0) }.sorted { ($0.date, $0.name) < ($1.date, $1.name) }
}

/// Returns whether the types of a wave are held by their gates, and nobody accepted them: then no strategies were chosen for
/// them.
func isHeld(_ work: WorkFolders) -> Bool {
  guard RunRecord(of: "cluster", in: work.folder(of: "cluster"))?.parameter("typology") == TypologyOrigin.held.rawValue,
    let digest = try? sha256(ofFile: work.record(of: "cluster"))
  else { return false }
  let match = RunRecord(of: "match", in: work.folder(of: "match"))
  return match?.inputs.contains { $0.name == "cluster/run.json" && $0.sha256 == digest } != true
}

/// Reads the share of the joint replicates in which each unit is of each type.
///
/// - Parameters:
///   - cluster: The folder that cluster left.
///   - letters: The letters of the types, in their order.
/// - Returns: For each unit a share for each type; 0 where the table has none.
/// - Throws: ``Diagnostics/Failure`` when the table is missing or lacks a column.
func membershipShares(_ cluster: ArtefactFolder, _ letters: [String]) throws(Failure) -> [String: [Double]] {
  let table = try cluster.table("memberships")
  let types = try table.texts("type")
  let numbers = try table.numbers("share")
  var shares: [String: [Double]] = [:]
  for (row, unit) in try table.texts("unit").enumerated() {
    guard let type = letters.firstIndex(of: types[row]) else { continue }
    shares[unit, default: letters.map { _ in 0 }][type] = numbers[row] ?? 0
  }
  return shares
}
