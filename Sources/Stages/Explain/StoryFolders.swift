import Artefacts
import Diagnostics
import Files
import Tables

/// The folders that the stages left of a wave, open for reading, and none of them older than what it was made from.
struct StoryFolders {
  let ingest: ArtefactFolder
  let normalise: ArtefactFolder
  let cluster: ArtefactFolder
  let match: ArtefactFolder

  /// Opens the folders.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 66 when a stage left nothing, or its settings or inputs changed since.
  init(pipeline: Pipeline, wave: WaveDescription, work: WorkFolders) throws(Failure) {
    let workspace = folder(of: folder(of: work.base))
    let elsewhere = workspace == ".koers" ? "" : " --workspace \(workspace)"
    let command = "run 'koers run \(pipeline.file) --wave \(wave.name)\(elsewhere)'"
    let stages = [IngestRequest.stage, NormaliseRequest.stage, ClusterRequest.stage, MatchRequest.stage]
    let missing = stages.filter { !pathExists(work.record(of: $0)) }
    if !missing.isEmpty {
      throw Failure(
        .missingInput,
        missing.map { stage in
          Finding(
            .error, rule: "missing-artefact", at: Place(file: work.folder(of: stage)), value: stage,
            message: "the stage '\(stage)' left nothing of the wave '\(wave.name)'", mend: command + " first")
        })
    }
    func open<Request: StageRequest>(_ type: Request.Type) throws(Failure) -> ArtefactFolder {
      let path = work.folder(of: Request.stage)
      let folder = try ArtefactFolder(path, stage: Request.stage)
      let key = try Request(pipeline: pipeline, wave: wave, work: work).key
      guard folder.run.key == key, folder.run.outputs.allSatisfy({ fileSize(joinPath(path, $0.name)) == $0.bytes })
      else {
        throw Failure(
          .missingInput, rule: "stale-artefact", at: Place(file: path), value: Request.stage,
          message: "what the stage '\(Request.stage)' left is out of date: settings, inputs or outputs changed since",
          mend: command + " anew")
      }
      return folder
    }
    ingest = try open(IngestRequest.self)
    normalise = try open(NormaliseRequest.self)
    cluster = try open(ClusterRequest.self)
    match = try open(MatchRequest.self)
  }

  /// Whether any of the answers is simulated.
  var isSimulated: Bool { [ingest, normalise, cluster, match].contains { $0.run.simulated } }

  /// Reads a table of a stage that leaves it only when there is something to tell.
  static func optional(_ name: String, of folder: ArtefactFolder) throws(Failure) -> Table? {
    guard folder.run.outputs.contains(where: { $0.name == name + ".csv" }) else { return nil }
    return try folder.table(name)
  }
}
