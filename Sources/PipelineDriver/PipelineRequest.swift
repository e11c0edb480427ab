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
      var late: [Finding] = []
      func run(_ wave: WaveDescription) -> PipelineRun {
        PipelineRun(pipeline: pipeline, wave: wave, workspace: place, force: force, acceptance: acceptance)
      }
      switch waves {
      case .all: runs = (found.all.isEmpty ? [try found.wave(nil, in: pipeline)] : found.all).map(run)
      case .one(let name): runs = [run(try found.wave(name, in: pipeline))]
      case .newest:
        let newest = try found.wave(nil, in: pipeline)
        let isFirst = run(newest).isNew
        var chosen: [PipelineRun] = []
        for other in found.all.map(run) where other.wave != newest && pathExists(other.wave.file) {
          if !other.isNew {
            if try other.isCorrected { chosen.append(other) }
          } else if isFirst {
            chosen.append(other)
          } else {
            late.append(other.isLate(after: newest))
          }
        }
        runs = chosen + [run(newest)]
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

  /// Runs what is not up to date.
  ///
  /// When everything is, nothing is written and no lock is taken.
  ///
  /// - Parameter tell: Is called as stages begin and end.
  /// - Returns: The findings of the waves and of the stages that ran.
  /// - Throws: ``Diagnostics/Failure`` of the first stage that fails, or with status 3 when a gate holds a publication, 75 when
  ///   another run is under way. The warnings of what ran before come with it.
  public func run(tell: (PipelineRun.Event) -> Void = { _ in }) async throws(Failure) -> RunFindings {
    var all = RunFindings()
    all.add(RunFindings(findings))
    do throws(Failure) {
      try await run(&all, tell)
    } catch {
      // What was found before may be the cause, and stages that ran do not tell it again; gates that hold have told theirs.
      var failure = error
      failure.findings += all.findings.filter { finding in
        finding.level == .warning && finding.rule != "refit-held" && !error.findings.contains(finding)
      }
      throw failure
    }
    return all
  }

  private func run(_ all: inout RunFindings, _ tell: (PipelineRun.Event) -> Void) async throws(Failure) {
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
      if let session { try await run.run(in: session, &all, tell: tell) }
    }
  }
}

extension PipelineRun {
  /// A warning of a wave that came after one that is newer.
  fileprivate func isLate(after newest: WaveDescription) -> Finding {
    Finding(
      .warning, rule: "late-wave", at: Place(file: wave.descriptionFile), value: wave.name,
      message:
        "the wave '\(wave.name)' never ran here, and is older than '\(newest.name)', which did: it is not run by itself, "
        + "because later waves are compared with it",
      mend: "run it with 'koers run --wave \(wave.name)', or as a later run would have done with 'koers backfill'; "
        + "'koers run' then compares '\(newest.name)' with it where it is the wave before")
  }

  /// A warning that somebody took back what this run would publish.
  fileprivate var takenBack: Finding {
    Finding(
      .warning, rule: "taken-back", at: Place(file: publication), value: wave.name,
      message:
        "somebody took back what would be published of the wave '\(wave.name)', so that it is not published again",
      mend: "publish it with '--force'; anything that decides it and changes publishes it as well")
  }
}
