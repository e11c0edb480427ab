import Artefacts
public import Diagnostics
import Files
import Stages

/// What somebody asks of a pipeline: which of its waves are run.
public struct PipelineRequest: Sendable {
  /// Which waves.
  public enum Waves: Hashable, Sendable {
    /// The newest, and before it those whose answers were corrected after they were published.
    case newest
    /// One by its name.
    case one(String)
    /// All of them.
    case all
  }

  /// The runs, the oldest wave first.
  public let runs: [PipelineRun]
  /// What is told about the waves.
  public let findings: [Finding]
  /// Where the pipeline keeps its things.
  public let workspace: Workspace

  /// Finds the waves.
  ///
  /// - Parameters:
  ///   - path: The pipeline file or its folder.
  ///   - waves: Which waves.
  ///   - reports: The folder of all publications.
  ///   - workspace: The folder of all working folders.
  ///   - force: Whether stages that are up to date run all the same.
  ///   - acceptance: Why a publication that the gates hold is accepted, if it is.
  /// - Throws: ``Diagnostics/Failure`` with everything that is wrong in the pipeline and in what it names.
  public init(
    _ path: String, waves: Waves, reports: String = "Reports", workspace: String = ".koers", force: Bool = false,
    acceptance: String? = nil
  ) async throws(Failure) {
    do throws(Failure) {
      let pipeline = try Pipeline(path)
      let found = try PipelineWaves(pipeline)
      let place = Workspace(of: pipeline.name, in: workspace, reports: reports)
      let chosen: [WaveDescription]
      switch waves {
      case .all: chosen = found.all.isEmpty ? [try found.wave(nil, in: pipeline)] : found.all
      case .one(let name): chosen = [try found.wave(name, in: pipeline)]
      case .newest:
        let newest = try found.wave(nil, in: pipeline)
        var corrected: [WaveDescription] = []
        for wave in found.all where wave != newest {
          if try Self.isCorrected(wave, place) { corrected.append(wave) }
        }
        chosen = corrected + [newest]
      }
      runs = chosen.map {
        PipelineRun(pipeline: pipeline, wave: $0, workspace: place, force: force, acceptance: acceptance)
      }
      findings = found.findings
      self.workspace = place
    } catch {
      let isOfWaves = error.status == .usage || error.status == .locked || error.findings.first?.rule == "no-wave-yet"
      if !isOfWaves { _ = try await checkPipeline(path) }
      throw error
    }
  }

  /// Takes runs that are ready.
  init(runs: [PipelineRun], workspace: Workspace, findings: [Finding] = []) {
    self.runs = runs
    self.workspace = workspace
    self.findings = findings
  }

  /// Whether the answers of a published wave are others than those it was published from.
  private static func isCorrected(_ wave: WaveDescription, _ workspace: Workspace) throws(Failure) -> Bool {
    guard pathExists(joinPath(workspace.publication(of: wave.name), "run.json")),
      let memory = StageMemory(workspace.memory(of: IngestRequest.stage, wave: wave.name)),
      let before = memory.key.inputs.first, pathExists(wave.file)
    else { return false }
    return try sha256(ofFile: wave.file) != before.sha256
  }

  /// Runs what is not up to date.
  ///
  /// When everything is, nothing is written and no lock is taken.
  ///
  /// - Parameter tell: Is called as stages begin and end.
  /// - Returns: The findings of the waves and of the stages that ran.
  /// - Throws: ``Diagnostics/Failure`` as ``PipelineRun/run(in:tell:)``, or with status 75 when another run is under way.
  public func run(tell: (PipelineRun.Event) -> Void = { _ in }) async throws(Failure) -> RunFindings {
    var all = RunFindings()
    all.add(RunFindings(findings))
    var session: PipelineSession?
    for run in runs {
      let decisions = try run.decisions()
      guard decisions.contains(where: \.runs) else {
        for decision in decisions { tell(.upToDate(wave: run.wave.name, stage: decision.stage)) }
        if decisions.contains(where: \.isWithheld) { all.add(RunFindings([run.takenBack])) }
        continue
      }
      try await run.check()
      if session == nil {
        session = try PipelineSession(workspace)
        all.add(RunFindings(session?.findings ?? []))
      }
      if let session { all.add(try await run.run(in: session, tell: tell)) }
    }
    return all
  }
}

extension PipelineRun {
  /// A warning that somebody took back what this run would publish.
  fileprivate var takenBack: Finding {
    Finding(
      .warning, rule: "taken-back", at: Place(file: publication), value: wave.name,
      message:
        "somebody took back what would be published of the wave '\(wave.name)', so that it is not published again",
      mend: "publish it with '--force'; anything that decides it and changes publishes it as well")
  }
}
