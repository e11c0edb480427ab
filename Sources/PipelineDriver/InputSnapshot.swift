import Artefacts
import Diagnostics
import Files
import RunHistory
import Stages

/// Keeps what a run reads, each file under the way to it from the folder of the pipeline.
struct InputSnapshot {
  /// Under which name files are noted that the pipeline names beside the inputs of the stages.
  static let context = "pipeline"
  /// Under which name it is noted what cluster left in the run whose letters were kept.
  static let letters = "letters"
  /// What begins the way to a file of the workspace.
  static let workspacePrefix = "workspace:"

  private let run: PipelineRun

  init(_ run: PipelineRun) { self.run = run }

  /// Keeps an input of a stage; records of stages are kept with their folders.
  func keep(_ input: StageKey.Input) throws(Failure) -> HistoryStage.Input {
    let place = self.place(of: input.path)
    if !place.hasPrefix(Self.workspacePrefix) || lastName(of: input.path) != "run.json" {
      try run.workspace.store.keep(input.path, digest: input.sha256, copies: true)
    }
    return HistoryStage.Input(name: input.name, path: place, digest: input.sha256)
  }

  /// Keeps the pipeline file and what it names, also of other waves, so that the whole can be laid down again.
  func keepContext() throws(Failure) -> [HistoryStage.Input] {
    let pipeline = run.pipeline
    var files = [pipeline.file, pipeline.codebook, pipeline.catalogue]
    files += [pipeline.crosswalk, pipeline.typeNames].compactMap { $0 } + pipeline.otherFiles
    for path in pipeline.waves {
      files.append(path)
      if let wave = try? WaveDescription(path), let codebook = wave.codebook { files.append(codebook) }
    }
    var inputs: [HistoryStage.Input] = []
    for file in files where pathExists(file) && !isFolder(file) {
      let digest = try sha256(ofFile: file)
      try run.workspace.store.keep(file, digest: digest, copies: true)
      inputs.append(HistoryStage.Input(name: lastName(of: file), path: place(of: file), digest: digest))
    }
    return inputs
  }

  /// The way to a file from the folder of the pipeline, or within the workspace.
  private func place(of path: String) -> String {
    let base = run.workspace.base + "/"
    if path.hasPrefix(base) { return Self.workspacePrefix + path.dropFirst(base.count) }
    let home = folder(of: run.pipeline.file)
    if home == "." { return path }
    return path.hasPrefix(home + "/") ? String(path.dropFirst(home.count + 1)) : path
  }
}
