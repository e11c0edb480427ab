import Artefacts
public import Diagnostics
import Files
import Stages

/// What somebody asks of a pipeline: which of its waves are run.
public struct PipelineRequest: Sendable {
  /// Which waves.
  public enum Waves: Hashable, Sendable {
    /// The newest, and before it those whose answers were corrected after they were published; when the newest never ran here,
    /// also those before it that never did, because it follows their types.
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
      var late: [Finding] = []
      switch waves {
      case .all: chosen = found.all.isEmpty ? [try found.wave(nil, in: pipeline)] : found.all
      case .one(let name): chosen = [try found.wave(name, in: pipeline)]
      case .newest:
        let newest = try found.wave(nil, in: pipeline)
        var first: [WaveDescription] = []
        for wave in found.all where wave != newest && pathExists(wave.file) {
          if !Self.isNew(wave, place) {
            if try Self.isCorrected(wave, place) { first.append(wave) }
          } else if Self.isNew(newest, place) {
            first.append(wave)
          } else {
            late.append(Self.lateFinding(wave, newest))
          }
        }
        chosen = first + [newest]
      }
      runs = chosen.map {
        PipelineRun(pipeline: pipeline, wave: $0, workspace: place, force: force, acceptance: acceptance)
      }
      findings = found.findings + late
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

  /// A note about a wave that came after one that is newer.
  private static func lateFinding(_ wave: WaveDescription, _ newest: WaveDescription) -> Finding {
    Finding(
      .note, rule: "late-wave", at: Place(file: wave.descriptionFile), value: wave.name,
      message:
        "the wave '\(wave.name)' never ran here, and is older than '\(newest.name)', which did: it is not run by itself, "
        + "because later waves are compared with it",
      mend: "run it with 'koers run --wave \(wave.name)', or as a later run would have done with 'koers backfill'; "
        + "'koers run' then compares '\(newest.name)' with it where it is the wave before")
  }

  /// Whether a wave never ran in a workspace.
  private static func isNew(_ wave: WaveDescription, _ workspace: Workspace) -> Bool {
    !pathExists(workspace.memory(of: IngestRequest.stage, wave: wave.name))
  }

  /// Whether the answers of a published wave are others than those it was published from.
  private static func isCorrected(_ wave: WaveDescription, _ workspace: Workspace) throws(Failure) -> Bool {
    guard pathExists(joinPath(workspace.publication(of: wave.name), "run.json")),
      let memory = StageMemory(workspace.memory(of: IngestRequest.stage, wave: wave.name)),
      let before = memory.survey
    else { return false }
    return try sha256(ofFile: wave.file) != before
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
      if session == nil { try await run.checkPipelineFile() }
      try run.checkFolders()
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
