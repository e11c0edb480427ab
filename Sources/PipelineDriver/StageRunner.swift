import Artefacts
import Diagnostics
import Files
import RunHistory
import Stages
import Tables

/// Runs the stages of one wave one after the other, and notes what they read and left.
struct StageRunner {
  let run: PipelineRun
  let session: PipelineSession
  /// The number of the run.
  let number: Int64
  private var decisions: StageDecisions

  init(_ run: PipelineRun, _ session: PipelineSession, _ number: Int64) {
    self.run = run
    self.session = session
    self.number = number
    decisions = StageDecisions(run.workspace, wave: run.wave.name, force: run.force)
  }

  /// Runs a stage when that is needed.
  mutating func run<Request: StageRequest>(
    _ request: Request, _ tell: (PipelineRun.Event) -> Void
  ) async throws(Failure) -> RunFindings {
    let stage = Request.stage
    let folder = run.folder(of: stage)
    let decision = try decisions.decide(request, folder: folder, isAhead: false)
    guard let key = decision.key else {
      throw Failure(.missingInput, decision.reasons.filter { $0.kind == .missing }.map(missing))
    }
    guard decision.runs else {
      tell(.upToDate(wave: run.wave.name, stage: stage))
      if !decision.isWithheld { try note(stage, folder, key, hasRun: false, seconds: 0) }
      return RunFindings()
    }
    tell(.started(wave: run.wave.name, stage: stage, reasons: decision.reasons))
    let clock = ContinuousClock()
    let begin = clock.now
    var output = try await request.run()
    output.key = key.key
    let seconds = begin.duration(to: clock.now) / .seconds(1)
    if stage == ReportRequest.stage {
      try publish(output, folder, key, decision, seconds, tell)
    } else {
      try output.write(to: folder, readers: .owner)
      try note(stage, folder, key, hasRun: true, seconds: seconds, decision.reasons, output)
    }
    tell(.finished(wave: run.wave.name, stage: stage, findings: output.findings, seconds: seconds))
    return RunFindings(output)
  }

  /// Puts the publication in its place, and notes it, in one step that a request to stop waits for.
  private func publish(
    _ output: StageOutput, _ folder: String, _ key: StageKey, _ decision: StageDecision, _ seconds: Double,
    _ tell: (PipelineRun.Event) -> Void
  ) throws(Failure) {
    let publications = Publications(session)
    try Interruption.postponed { () throws(Failure) in
      try output.write(to: folder, readers: .everybody)
      try note(ReportRequest.stage, folder, key, hasRun: true, seconds: seconds, decision.reasons, output)
      try session.history.publish(.published, run: number, wave: run.wave.name, now: timestamp())
      try publications.pointToNewest()
    }
    tell(.published(wave: run.wave.name, folder: folder, run: number))
  }

  /// Keeps what a stage read and left, and remembers what it was made from.
  private func note(
    _ stage: String, _ folder: String, _ key: StageKey, hasRun: Bool, seconds: Double, _ reasons: [StaleReason] = [],
    _ output: StageOutput? = nil
  ) throws(Failure) {
    let store = run.workspace.store
    let files = try store.keep(folder: folder, of: stage, copies: stage == ReportRequest.stage)
    let left = try ArtefactFolder(folder, stage: stage).run.outputs
    let memory = StageMemory(
      key: key, record: files[0].digest, outputs: left.map { StageMemory.Output(name: $0.name, bytes: $0.bytes ?? 0) })
    try memory.write(to: run.workspace.memory(of: stage, wave: run.wave.name))
    let snapshot = InputSnapshot(run)
    let tally = output.map { ($0.tally ?? FindingTally($0.findings)).lines } ?? []
    try session.history.add(
      HistoryStage(
        stage: stage, hasRun: hasRun, key: key.key, record: files[0].digest, seconds: seconds,
        reason: reasons.map(\.words).joined(separator: "; "),
        settings: key.settings.map { HistoryStage.Setting($0.name, $0.value) },
        inputs: try key.inputs.map { (input: StageKey.Input) throws(Failure) in try snapshot.keep(input) },
        files: files.map { HistoryStage.File($0.name, digest: $0.digest) },
        findings: tally.map { HistoryStage.Tally(level: $0.level.rawValue, rule: $0.rule, count: $0.count) }),
      to: number)
    if stage == IngestRequest.stage {
      let context = try snapshot.keepContext()
      try session.history.add(inputs: context, of: InputSnapshot.context, to: number)
    }
    if stage == ClusterRequest.stage {
      try session.history.add(inputs: try letters(folder), of: InputSnapshot.letters, to: number)
      try session.history.add(try assignments(folder), to: number)
    }
  }

  /// What cluster left in the run whose letters made a difference here, without which this run cannot be made again.
  private func letters(_ folder: String) throws(Failure) -> [HistoryStage.Input] {
    let record = RunRecord(of: ClusterRequest.stage, in: folder)
    guard let kept = record?.inputs.first(where: { $0.name == ClusterRequest.keptRecord }),
      let before = try session.history.run(leaving: kept.sha256)
    else { return [] }
    let stage = try session.history.stages(of: before).first { $0.stage == ClusterRequest.stage }
    return (stage?.files ?? []).map { HistoryStage.Input(name: $0.name, path: $0.name, digest: $0.digest) }
  }

  private func assignments(_ folder: String) throws(Failure) -> [HistoryAssignment] {
    let table = try ArtefactFolder(folder, stage: ClusterRequest.stage).table("types")
    let (units, types) = (try table.texts("unit"), try table.texts("type"))
    let certainties = try table.numbers("certainty")
    return units.indices.map { HistoryAssignment(unit: units[$0], type: types[$0], certainty: certainties[$0]) }
  }

  private func missing(_ reason: StaleReason) -> Finding {
    Finding(
      .error, rule: "missing-input", at: Place(file: reason.name), message: "there is no such file",
      mend: "check the spelling; 'koers check' tells of everything that the pipeline names")
  }

  // MARK: - Gates

  /// Stops before strategies are chosen when the gates hold the typology of the wave, and nobody accepted it.
  func passGates() throws(Failure) {
    let folder = try ArtefactFolder(run.work.folder(of: ClusterRequest.stage), stage: ClusterRequest.stage)
    guard folder.hasTable("gates") else { return }
    let gates = try GateResults(folder)
    try session.history.add(gates.history, to: number)
    guard folder.run.parameter("typology") == "held" else { return }
    if let reason = run.acceptance {
      try session.history.accept(key: folder.run.key, wave: run.wave.name, reason: reason, now: timestamp())
      return
    }
    if try session.history.acceptance(of: folder.run.key) != nil { return }
    throw gates.failure(run)
  }

  // MARK: - Corrections

  /// Writes down what is different when the answers of a published wave are others than they were.
  func noteCorrection(_ tell: (PipelineRun.Event) -> Void) throws(Failure) {
    guard let correction = try Corrections(run, session).note() else { return }
    tell(.corrected(wave: run.wave.name, sentence: correction))
  }
}
