import Artefacts
public import Diagnostics
import Files
public import Stages

/// One run of a pipeline over one wave: every stage in order, those that are up to date skipped.
public struct PipelineRun: Sendable {
  /// What a run tells while it is under way.
  public enum Event: Sendable {
    /// A stage begins.
    case started(stage: String)
    /// A stage is up to date, and was not run.
    case upToDate(stage: String)
    /// A stage is done; its findings come along.
    case finished(stage: String, findings: [Finding])
  }

  /// The pipeline.
  public let pipeline: Pipeline
  /// The wave.
  public let wave: WaveDescription
  /// The working folders of the wave.
  public let work: WorkFolders
  /// The folder of the publication of the wave.
  public let publication: String
  /// Whether stages that are up to date run all the same.
  public var force: Bool

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - pipeline: The pipeline.
  ///   - name: The name of the wave, or `nil` for the last one.
  ///   - reports: The folder of all publications.
  ///   - workspace: The folder of all working folders.
  ///   - force: Whether stages that are up to date run all the same.
  /// - Throws: ``Diagnostics/Failure`` when there is no such wave or its description is wrong.
  public init(
    pipeline: Pipeline, wave name: String? = nil, reports: String = "Reports", workspace: String = ".koers",
    force: Bool = false
  ) throws(Failure) {
    self.pipeline = pipeline
    var waves: [WaveDescription] = []
    for path in pipeline.waves { waves.append(try WaveDescription(path)) }
    guard let wave = name == nil ? waves.last : waves.first(where: { $0.name == name }) else {
      throw Failure(
        .usage, rule: "unknown-wave", at: Place(file: pipeline.file), value: name,
        message: "the pipeline has no wave '\(name ?? "")'",
        mend: "name one of: " + waves.map(\.name).joined(separator: ", "))
    }
    self.wave = wave
    work = WorkFolders(base: joinPath(joinPath(workspace, pipeline.name), wave.name))
    publication = joinPath(joinPath(reports, pipeline.name), wave.name)
    self.force = force
  }

  /// Prepares a run of a pipeline file.
  ///
  /// - Parameters:
  ///   - path: The pipeline file or its folder.
  ///   - wave: The name of the wave, or `nil` for the last one.
  ///   - reports: The folder of all publications.
  ///   - workspace: The folder of all working folders.
  ///   - force: Whether stages that are up to date run all the same.
  /// - Returns: The run.
  /// - Throws: ``Diagnostics/Failure`` with everything that is wrong in the pipeline and in what it names.
  public static func prepared(
    _ path: String, wave: String?, reports: String, workspace: String, force: Bool
  ) async throws(Failure) -> PipelineRun {
    do {
      return try PipelineRun(
        pipeline: Pipeline(path), wave: wave, reports: reports, workspace: workspace, force: force)
    } catch {
      if error.status != .usage { _ = try await checkPipeline(path) }
      throw error
    }
  }

  /// Runs the stages in order and leaves their folders and the publication.
  ///
  /// Before the first stage that must run, everything that the pipeline names is checked, and whether all folders can be
  /// written. A stage is skipped when its version, settings and inputs are those of its last run and its outputs are all there.
  ///
  /// - Parameter tell: Is called as stages begin and end.
  /// - Returns: The findings of the stages that ran.
  /// - Throws: ``Diagnostics/Failure`` of the first stage that fails; what earlier stages left stays.
  public func run(tell: (Event) -> Void = { _ in }) async throws(Failure) -> RunFindings {
    var isChecked = false
    do {
      var findings = RunFindings()
      findings.add(try await run(IngestRequest.self, tell, &isChecked))
      findings.add(try await run(NormaliseRequest.self, tell, &isChecked))
      findings.add(try await run(ClusterRequest.self, tell, &isChecked))
      findings.add(try await run(MatchRequest.self, tell, &isChecked))
      findings.add(try await run(ReportRequest.self, tell, &isChecked, into: publication, readers: .everybody))
      return findings
    } catch {
      if [.badPipeline, .missingInput].contains(error.status) { _ = try await checkPipeline(pipeline.file) }
      throw error
    }
  }

  private func run<Request: StageRequest>(
    _ type: Request.Type, _ tell: (Event) -> Void, _ isChecked: inout Bool, into folder: String? = nil,
    readers: Readers = .owner
  ) async throws(Failure) -> RunFindings {
    let request = try Request(pipeline: pipeline, wave: wave, work: work)
    let target = folder ?? work.folder(of: Request.stage)
    let key = try request.key
    if !force, isUpToDate(target, stage: Request.stage, key: key) {
      tell(.upToDate(stage: Request.stage))
      return RunFindings()
    }
    if !isChecked { try await check() }
    isChecked = true
    tell(.started(stage: Request.stage))
    var output = try await request.run()
    output.key = key
    try output.write(to: target, readers: readers)
    tell(.finished(stage: Request.stage, findings: output.findings))
    return RunFindings(output)
  }

  /// Refuses a run that would stop half-way.
  private func check() async throws(Failure) {
    _ = try await checkPipeline(pipeline.file, surveys: false)
    for stage in [IngestRequest.stage, NormaliseRequest.stage, ClusterRequest.stage, MatchRequest.stage] {
      try requireOutput(work.folder(of: stage), of: stage)
    }
    try requireOutput(publication, of: ReportRequest.stage)
  }

  private func isUpToDate(_ folder: String, stage: String, key: String) -> Bool {
    guard let artefact = try? ArtefactFolder(folder, stage: stage), artefact.run.key == key else { return false }
    return artefact.run.outputs.allSatisfy { fileSize(joinPath(folder, $0.name)) == $0.bytes }
  }
}
