import Artefacts
public import Diagnostics
import Files
public import RunHistory
public import Stages

/// Everything that is different between two runs: what decided them, and what they left.
public struct RunDifference: Sendable, Codable {
  /// The differences of one stage's key.
  public struct Stage: Sendable, Codable {
    /// The stage.
    public var stage: String
    /// What decided the second otherwise than the first.
    public var reasons: [StaleReason]
  }

  /// The first run.
  public var before: HistoryRun
  /// The second run.
  public var now: HistoryRun
  /// What decided the stages otherwise.
  public var decided: [Stage]
  /// What changed in the questionnaire; `nil` when both were read by the same codebook.
  public var questionnaire: String?
  /// What is different in what they left.
  public var outcome: RunComparison

  /// Compares two runs.
  ///
  /// - Parameters:
  ///   - before: The first run.
  ///   - now: The second run.
  ///   - history: The history.
  ///   - workspace: Where the pipeline keeps its things.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when something of a run is not kept any more.
  public init(_ before: HistoryRun, _ now: HistoryRun, _ history: RunHistory, _ workspace: Workspace) throws(Failure) {
    self.before = before
    self.now = now
    let first = try history.stages(of: before.run)
    let second = try history.stages(of: now.run)
    decided = second.compactMap { stage in
      guard let other = first.first(where: { $0.stage == stage.stage }) else { return nil }
      let reasons = Self.key(stage, now.version).reasons(since: Self.key(other, before.version))
        .filter { !($0.kind == .input && $0.name.hasSuffix("/run.json")) }
      return reasons.isEmpty ? nil : Stage(stage: stage.stage, reasons: reasons)
    }
    questionnaire = try Self.questionnaire(first, second, workspace.store)
    outcome = try withTemporaryFolder(in: workspace.base) { (folder: String) throws(Failure) in
      let works = (WorkFolders(base: joinPath(folder, "before")), WorkFolders(base: joinPath(folder, "now")))
      try restore(before.run, history, workspace.store, to: works.0)
      try restore(now.run, history, workspace.store, to: works.1)
      return try RunComparison(works.0, works.1)
    }
  }

  private static func key(_ stage: HistoryStage, _ version: String) -> StageKey {
    StageKey(
      stage: stage.stage, settings: stage.settings.map { RunRecord.Parameter($0.name, $0.value) },
      inputs: stage.inputs.map { RunRecord.FileDigest(name: $0.name, sha256: $0.digest) },
      paths: stage.inputs.map(\.path), version: version)
  }

  /// What changed between the codebooks by which the answers were read.
  private static func questionnaire(
    _ first: [HistoryStage], _ second: [HistoryStage], _ store: ObjectStore
  ) throws(Failure) -> String? {
    // The last codebook of ingest is that of the wave itself, when it has one of its own.
    func codebook(_ stages: [HistoryStage]) -> HistoryStage.Input? {
      stages.first { $0.stage == IngestRequest.stage }?.inputs.last { $0.name.hasPrefix("codebook") }
    }
    guard let before = codebook(first), let now = codebook(second), before.digest != now.digest else { return nil }
    let texts = [before, now]
    return try withTemporaryFolder { (folder: String) throws(Failure) in
      var paths: [String] = []
      for (index, input) in texts.enumerated() {
        let path = joinPath(folder, "\(index)-\(input.name)")
        try writeFile(path, bytes: try store.bytes(of: input.digest, name: input.name))
        paths.append(path)
      }
      return try QuestionnaireComparison(paths[0], paths[1]).text
    }
  }

  /// The differences as a terminal shows them.
  public var text: String {
    var text = "run \(before.run) (\(before.wave), \(before.started)) -> run \(now.run) (\(now.wave), \(now.started))\n"
    text += decided.isEmpty ? "decided by: the same\n" : "decided by:\n"
    for stage in decided {
      text += "  \(stage.stage): " + stage.reasons.map(\.words).joined(separator: "; ") + "\n"
    }
    text += questionnaire.map { "questionnaire:\n" + indented($0) } ?? "questionnaire: the same\n"
    return text + outcome.text()
  }

  /// The differences as JSON.
  public var json: String { String(decoding: JSONText.encode(self), as: UTF8.self) }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "  " + $0 + "\n" }.joined()
  }
}
