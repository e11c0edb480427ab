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
  /// Decides exactly as ``run(in:tell:)`` does. What is missing is a reason and no failure.
  ///
  /// - Returns: The decisions, stage by stage.
  /// - Throws: ``Diagnostics/Failure`` when a section of the pipeline is wrong or an input cannot be read.
  public func decisions() throws(Failure) -> [StageDecision] {
    var decisions = StageDecisions(workspace, wave: wave.name, force: force)
    return [
      try decisions.decide(try request(IngestRequest.self), folder: folder(of: "ingest"), isAhead: true),
      try decisions.decide(try request(NormaliseRequest.self), folder: folder(of: "normalise"), isAhead: true),
      try decisions.decide(try request(ClusterRequest.self), folder: folder(of: "cluster"), isAhead: true),
      try decisions.decide(try request(MatchRequest.self), folder: folder(of: "match"), isAhead: true),
      try decisions.decide(try request(ReportRequest.self), folder: folder(of: "report"), isAhead: true),
    ]
  }

  /// Runs the stages in order and leaves their folders and the publication.
  ///
  /// A stage is skipped when its version, settings and inputs are those of its last run and its outputs are all there.
  ///
  /// - Parameters:
  ///   - session: The time in which the pipeline is this process's own.
  ///   - tell: Is called as stages begin and end.
  /// - Returns: The findings of the stages that ran.
  /// - Throws: ``Diagnostics/Failure`` of the first stage that fails; what earlier stages left stays. With status 3 when a
  ///   gate holds the publication; the last one stays.
  public func run(
    in session: PipelineSession, tell: (Event) -> Void = { _ in }
  ) async throws(Failure) -> RunFindings {
    let number = try session.begin(wave)
    do {
      let findings = try await runStages(StageRunner(self, session, number), tell)
      try session.end(number, .done)
      return findings
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

  private func runStages(_ runner: StageRunner, _ tell: (Event) -> Void) async throws(Failure) -> RunFindings {
    var runner = runner
    var findings = RunFindings()
    findings.add(try await runner.run(try request(IngestRequest.self), tell))
    findings.add(try await runner.run(try request(NormaliseRequest.self), tell))
    findings.add(try await runner.run(try request(ClusterRequest.self), tell))
    try runner.passGates()
    findings.add(try await runner.run(try request(MatchRequest.self), tell))
    try runner.noteCorrection(tell)
    findings.add(try await runner.run(try request(ReportRequest.self), tell))
    return findings
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
