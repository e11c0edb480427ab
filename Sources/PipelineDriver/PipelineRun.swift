import Artefacts
public import Diagnostics
import Files
import RunHistory
public import Stages

/// One run of a pipeline over one wave: every stage in order, those that are up to date skipped.
public struct PipelineRun: Sendable {
  /// What a run tells while it is under way.
  public enum Event: Sendable {
    /// A stage begins, for these reasons.
    case started(wave: String, stage: String, reasons: [StaleReason])
    /// A stage is up to date, and was not run.
    case upToDate(wave: String, stage: String)
    /// A stage is done after so many seconds; its findings come along.
    case finished(wave: String, stage: String, findings: [Finding], seconds: Double)
    /// Readers see a new publication.
    case published(wave: String, folder: String, run: Int64)
    /// The answers of a wave that was published are others; what changed.
    case corrected(wave: String, sentence: String)
  }

  /// The pipeline.
  public let pipeline: Pipeline
  /// The wave.
  public let wave: WaveDescription
  /// Where the pipeline keeps its things.
  public let workspace: Workspace
  /// Whether stages that are up to date run all the same.
  public var force: Bool
  /// Why a publication that the gates hold is accepted, if it is.
  public var acceptance: String?

  /// The working folders of the wave.
  public var work: WorkFolders { workspace.work(of: wave.name) }
  /// The folder of the publication of the wave.
  public var publication: String { workspace.publication(of: wave.name) }

  /// Whether readers see a publication of the wave.
  public var isPublished: Bool { pathExists(joinPath(publication, "run.json")) }

  /// Whether the wave never ran in the workspace.
  var isNew: Bool { !pathExists(workspace.memory(of: IngestRequest.stage, wave: wave.name)) }

  /// Whether the answers of a published wave are others than those it was published from.
  var isCorrected: Bool {
    get throws(Failure) {
      guard isPublished, let memory = StageMemory(workspace.memory(of: IngestRequest.stage, wave: wave.name)),
        let before = memory.inputs.first?.sha256, pathExists(wave.file)
      else { return false }
      let now = try sha256(ofFile: wave.file)
      if now != before { return true }
      // A run may have read corrected answers and been killed before it published.
      let report = StageMemory(workspace.memory(of: ReportRequest.stage, wave: wave.name))
      if let report, report.inputs.contains(where: { $0.name == Self.ingested && $0.sha256 == memory.record }),
        (try? sha256(ofFile: joinPath(publication, "run.json"))) == report.record
      {
        return false
      }
      guard let published = publishedAnswers, published != now, report?.withheld == nil else { return false }
      return try closedGates().isEmpty
    }
  }

  /// What records call the record of ingest.
  private static let ingested = IngestRequest.stage + "/run.json"

  /// The digest of the answers that the publication was made from; `nil` when that is not kept any more.
  private var publishedAnswers: String? {
    guard let report = RunRecord(of: ReportRequest.stage, in: publication),
      let digest = report.inputs.first(where: { $0.name == Self.ingested })?.sha256,
      let bytes = try? workspace.store.bytes(of: digest, name: Self.ingested),
      let ingest = try? JSONText.decode(RunRecord.self, from: bytes, file: Self.ingested)
    else { return nil }
    return ingest.inputs.first?.sha256
  }

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - pipeline: The pipeline.
  ///   - wave: The wave.
  ///   - workspace: Where the pipeline keeps its things.
  ///   - force: Whether stages that are up to date run all the same.
  ///   - acceptance: Why a publication that the gates hold is accepted, if it is.
  public init(
    pipeline: Pipeline, wave: WaveDescription, workspace: Workspace, force: Bool = false, acceptance: String? = nil
  ) {
    self.pipeline = pipeline
    self.wave = wave
    self.workspace = workspace
    self.force = force
    self.acceptance = acceptance
  }

  /// Decides which stages would run now, writing nothing.
  ///
  /// Decides exactly as ``PipelineRequest/run(tell:)`` does. What is missing is a reason and no failure, and so are gates that hold the
  /// types.
  ///
  /// - Returns: The decisions, stage by stage.
  /// - Throws: ``Diagnostics/Failure`` when a section of the pipeline is wrong or an input cannot be read.
  public func decisions() throws(Failure) -> [StageDecision] {
    var foreseen = ForeseenRecords()
    return try decisions(after: &foreseen)
  }

  /// Decides which stages would run when waves before this one have run.
  ///
  /// - Parameter foreseen: What is known of the records that waves before will leave; those of this wave are added.
  /// - Returns: The decisions, stage by stage.
  /// - Throws: ``Diagnostics/Failure`` as ``decisions()``.
  func decisions(after foreseen: inout ForeseenRecords) throws(Failure) -> [StageDecision] {
    var decisions = StageDecisions(workspace, wave: wave.name, force: force, after: foreseen)
    var all = [
      try decisions.decide(try request(IngestRequest.self), folder: folder(of: "ingest"), isAhead: true),
      try decisions.decide(try request(NormaliseRequest.self), folder: folder(of: "normalise"), isAhead: true),
      try decisions.decide(try request(ClusterRequest.self), folder: folder(of: "cluster"), isAhead: true),
      try decisions.decide(try request(MatchRequest.self), folder: folder(of: "match"), isAhead: true),
      try decisions.decide(try request(ReportRequest.self), folder: folder(of: "report"), isAhead: true),
    ]
    foreseen = decisions.foreseen
    let isClustered = !all[...2].contains(where: \.runs)
    if isClustered, acceptance == nil, try !closedGates().isEmpty {
      for index in 3..<all.count where all[index].runs { all[index].reasons = [StaleReason(.held, "")] }
    }
    return all
  }

  /// Runs the stages in order and leaves their folders and the publication.
  ///
  /// A stage is skipped when its version, settings and inputs are those of its last run and its outputs are all there.
  ///
  /// - Parameters:
  ///   - session: The time in which the pipeline is this process's own.
  ///   - findings: Those of the stages that ran are added, also when a stage after them fails.
  ///   - tell: Is called as stages begin and end.
  /// - Throws: ``Diagnostics/Failure`` of the first stage that fails; what earlier stages left stays. With status 3 when a
  ///   gate holds the publication; the last one stays.
  func run(
    in session: PipelineSession, _ findings: inout RunFindings, tell: (Event) -> Void
  ) async throws(Failure) {
    let number = try session.begin(wave)
    do {
      try await runStages(StageRunner(self, session, number), &findings, tell)
      try session.end(number, .done)
    } catch {
      var failure = error
      if [.badPipeline, .missingInput].contains(error.status) {
        do throws(Failure) { _ = try await checkPipeline(pipeline.file) } catch let told { failure = told }
      }
      // What went wrong is told, also when the history cannot be written any more.
      try? session.end(number, failure.status == .held ? .held : .failed, failure)
      throw failure
    }
  }

  private func runStages(
    _ runner: StageRunner, _ findings: inout RunFindings, _ tell: (Event) -> Void
  ) async throws(Failure) {
    var runner = runner
    findings.add(try await runner.run(try request(IngestRequest.self), tell))
    findings.add(try await runner.run(try request(NormaliseRequest.self), tell))
    findings.add(try await runner.run(try request(ClusterRequest.self), tell))
    try runner.passGates()
    findings.add(try await runner.run(try request(MatchRequest.self), tell))
    try runner.noteCorrection(tell)
    findings.add(try await runner.run(try request(ReportRequest.self), tell))
  }

  private func request<Request: StageRequest>(_ type: Request.Type) throws(Failure) -> Request {
    try Request(pipeline: pipeline, wave: wave, work: work)
  }

  /// What a stage leaves: a working folder, or the publication.
  func folder(of stage: String) -> String { stage == ReportRequest.stage ? publication : work.folder(of: stage) }

  /// Refuses a run of a pipeline with a mistake, which would stop half-way.
  ///
  /// - Throws: ``Diagnostics/Failure`` with everything that is wrong in the pipeline and in what it names.
  func checkPipelineFile() async throws(Failure) {
    do throws(Failure) {
      _ = try await checkPipeline(pipeline.file, surveys: false)
    } catch {
      // Whoever mends one file wants to know what is wrong in the others, the surveys among them.
      _ = try await checkPipeline(pipeline.file)
      throw error
    }
  }

  /// Refuses a run whose folders cannot be written, or hold something else.
  func checkFolders() throws(Failure) {
    for stage in [
      IngestRequest.stage, NormaliseRequest.stage, ClusterRequest.stage, MatchRequest.stage, ReportRequest.stage,
    ] { try requireOutput(folder(of: stage), of: stage) }
  }
}
