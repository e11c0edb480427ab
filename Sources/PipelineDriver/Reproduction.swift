import Artefacts
public import Diagnostics
import Files
public import RunHistory
import Stages

/// An earlier run made again from what was stored of it, and held against what it left, byte by byte.
public struct Reproduction: Sendable, Codable {
  /// A file that is not what it was.
  public struct Difference: Sendable, Codable {
    /// The stage.
    public var stage: String
    /// The file.
    public var file: String
    /// The digest that it had; `nil` when there was no such file.
    public var before: String?
    /// The digest that it has; `nil` when there is no such file.
    public var now: String?
  }

  /// The run.
  public var run: Int64
  /// The version of the program that made it.
  public var versionThen: String
  /// The version of this program.
  public var versionNow: String
  /// The number of files that were compared.
  public var files: Int
  /// The files that are not what they were, stage by stage.
  public var differences: [Difference]

  /// Whether every file is what it was.
  public var isSame: Bool { differences.isEmpty }

  /// Makes a run again in a folder of its own, which is gone afterwards.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - history: The history.
  ///   - workspace: Where the pipeline keeps its things.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when something that the run read is not kept any more, or as a stage.
  public init(_ run: HistoryRun, _ history: RunHistory, _ workspace: Workspace) async throws(Failure) {
    self.run = run.run
    versionThen = run.version
    versionNow = ProgramVersion.current
    let recorded = try history.stages(of: run.run)
    let found = try await withFolder(in: workspace.base) { (folder: String) async throws(Failure) in
      try await Rebuild(run, recorded, history, workspace, in: folder).differences()
    }
    (files, differences) = found
  }

  /// The answer as a terminal shows it.
  public var text: String {
    var text = "run \(run), made by version \(versionThen) and now by \(versionNow): "
    text +=
      isSame ? "all \(files) files are the same, byte by byte\n" : "\(differences.count) of \(files) files differ\n"
    for difference in differences {
      text += "  \(difference.stage)/\(difference.file): "
      switch (difference.before, difference.now) {
      case (nil, _): text += "was not there\n"
      case (_, nil): text += "is not there any more\n"
      case (let before?, let now?): text += "\(before.prefix(12)) -> \(now.prefix(12))\n"
      }
    }
    if !isSame, versionThen != versionNow {
      text += "the version differs: \(versionThen) made it, and this is \(versionNow)\n"
    } else if differences.contains(where: { $0.file.hasSuffix(".xlsx") }) {
      text += "workbooks also hang on the versions of zlib and libxlsxwriter of the machine\n"
    }
    return text
  }

  /// The answer as JSON.
  public var json: String { String(decoding: JSONText.encode(self), as: UTF8.self) }
}

/// A run laid down and made again.
private struct Rebuild {
  let run: HistoryRun
  let recorded: [HistoryStage]
  let history: RunHistory
  let store: ObjectStore
  let home: String
  let workspace: Workspace

  init(
    _ run: HistoryRun, _ recorded: [HistoryStage], _ history: RunHistory, _ workspace: Workspace, in folder: String
  ) throws(Failure) {
    self.run = run
    self.recorded = recorded
    self.history = history
    store = workspace.store
    home = LaidFiles.home(in: folder)
    self.workspace = Workspace(
      of: lastName(of: workspace.base), in: joinPath(folder, "w"), reports: joinPath(folder, "r"))
  }

  func differences() async throws(Failure) -> (Int, [Reproduction.Difference]) {
    let context = try history.inputs(of: run.run, InputSnapshot.context)
    guard let file = context.first else { throw history.unknownRun(String(run.run)) }
    for input in context + recorded.flatMap(\.inputs) { try lay(input) }
    let pipeline = try Pipeline(joinPath(home, file.path))
    let wave = try PipelineWaves(pipeline).wave(run.wave, in: pipeline)
    let again = PipelineRun(pipeline: pipeline, wave: wave, workspace: workspace, force: true)
    var differences: [Reproduction.Difference] = []
    var count = 0
    func compare(_ stage: String, _ output: StageOutput) throws(Failure) {
      let folder = again.folder(of: stage)
      let before = recorded.first { $0.stage == stage }?.files ?? []
      try output.write(to: folder)
      let record = try ArtefactFolder(folder, stage: stage)
      var now = record.run.outputs.map { HistoryStage.File($0.name, digest: $0.sha256) }
      now.append(HistoryStage.File("run.json", digest: record.digest))
      for file in before where file.name != "datapackage.json" {
        count += 1
        let other = now.first { $0.name == file.name }?.digest
        if other != file.digest {
          differences.append(Reproduction.Difference(stage: stage, file: file.name, before: file.digest, now: other))
        }
      }
      for file in now where !before.contains(where: { $0.name == file.name }) {
        differences.append(Reproduction.Difference(stage: stage, file: file.name, before: nil, now: file.digest))
      }
    }
    func make<Request: StageRequest>(
      _ type: Request.Type, _ adjust: (inout Request) throws(Failure) -> Void = { _ in }
    ) async throws(Failure) {
      // A run that was held or failed left some of the stages.
      guard recorded.contains(where: { $0.stage == Request.stage }) else { return }
      try compare(Request.stage, try await made(again, adjust))
    }
    try await make(IngestRequest.self)
    try await make(NormaliseRequest.self)
    let letters = try letters()
    try await make(ClusterRequest.self) { $0.kept = letters }
    try await make(MatchRequest.self)
    try await make(ReportRequest.self)
    return (count, differences)
  }

  /// Lays down what cluster left in the run whose letters were kept; `nil` when that made no difference.
  private func letters() throws(Failure) -> String? {
    let files = try history.inputs(of: run.run, InputSnapshot.letters)
    if files.isEmpty { return nil }
    let folder = joinPath(workspace.base, InputSnapshot.letters)
    try store.restore(files.map { KeptFile($0.name, digest: $0.digest) }, to: folder)
    return folder
  }

  private func made<Request: StageRequest>(
    _ again: PipelineRun, _ adjust: (inout Request) throws(Failure) -> Void
  ) async throws(Failure) -> StageOutput {
    var request = try Request(pipeline: again.pipeline, wave: again.wave, work: again.work)
    try adjust(&request)
    var output = try await request.run()
    output.key = try request.key
    return output
  }

  /// Lays down a file where it stood; of a record of another run the whole folders of that run.
  private func lay(_ input: HistoryStage.Input) throws(Failure) {
    guard input.path.hasPrefix(InputSnapshot.workspacePrefix) else {
      return try LaidFiles(home, store).lay(input)
    }
    let place = input.path.dropFirst(InputSnapshot.workspacePrefix.count).split(separator: "/").map(String.init)
    guard place.count == 3, place[0] != run.wave else {
      if place.count == 2 {
        try writeFile(
          joinPath(joinPath(workspace.base, place[0]), place[1]),
          bytes: try store.bytes(of: input.digest, name: input.name))
      }
      return
    }
    let work = workspace.work(of: place[0])
    if pathExists(work.record(of: place[1])) { return }
    guard let other = try history.run(leaving: input.digest) else {
      throw Failure(
        .missingInput, rule: "not-kept", at: Place(file: workspace.history), value: input.name,
        message: "the run that left '\(place[0])/\(place[1])' is not in the history", mend: "choose a later run")
    }
    try restore(other, history, store, to: work)
  }
}

/// Calls a function with a folder of its own, which is gone afterwards.
private func withFolder<Value: Sendable>(
  in place: String, _ body: (String) async throws(Failure) -> Value
) async throws(Failure) -> Value {
  let path = joinPath(place, "again-\(RunLock.Owner.current.process)")
  try remove(path)
  try makeFolder(path)
  do throws(Failure) {
    let value = try await body(path)
    try remove(path)
    return value
  } catch {
    try? remove(path)
    throw error
  }
}
