import Artefacts
public import Diagnostics
import Files
public import RunHistory
import Stages
import Synchronization
import Tables

/// The time in which one process has a pipeline for itself: it holds the lock, and writes the history.
public final class PipelineSession: Sendable {
  /// Where the pipeline keeps its things.
  public let workspace: Workspace
  /// The history.
  public let history: RunHistory
  private let lock: RunLock
  private let current = Mutex<Int64?>(nil)

  /// Takes the lock and opens the history; from now on a request to stop is answered cleanly.
  ///
  /// - Parameter workspace: Where the pipeline keeps its things.
  /// - Throws: ``Diagnostics/Failure`` with status 75 when another process has the pipeline, 65 when its history is damaged
  ///   or of a newer version, 73 when nothing can be written.
  public init(_ workspace: Workspace) throws(Failure) {
    self.workspace = workspace
    Interruption.handle()
    let lock = try Interruption.postponed { () throws(Failure) in
      let lock = try RunLock(workspace.lock)
      Interruption.onStop { [weak lock] in lock?.release() }
      return lock
    }
    self.lock = lock
    history = try RunHistory(workspace.history)
    Interruption.onStop { [weak self] in self?.stop() }
  }

  deinit { lock.release() }

  /// A warning when the last holder of the lock did not let go of it.
  public var findings: [Finding] {
    lock.abandoned.map { owner in
      [
        Finding(
          .warning, rule: "stale-lock", at: Place(file: workspace.lock),
          message: "the last run did not come to its end (\(owner.words)); its lock is taken over",
          mend: "nothing is to be done: what it had not finished is done now")
      ]
    } ?? []
  }

  /// Notes that a run over a wave begins.
  func begin(_ wave: WaveDescription) throws(Failure) -> Int64 {
    let owner = RunLock.Owner.current
    return try Interruption.postponed { () throws(Failure) in
      let run = try history.begin(
        wave: wave.name, date: wave.date.iso, now: owner.since, version: ProgramVersion.current, host: owner.host,
        process: owner.process)
      current.withLock { $0 = run }
      return run
    }
  }

  /// Notes how a run ended.
  func end(_ run: Int64, _ outcome: RunOutcome, _ failure: Failure? = nil) throws(Failure) {
    current.withLock { $0 = nil }
    let message = failure?.findings.first { $0.level == .error }?.message
    try history.end(
      run, outcome, status: (failure?.status ?? .done).rawValue, message: message, now: timestamp())
  }

  private func stop() {
    if let run = current.withLock({ $0 }) {
      try? history.end(
        run, .stopped, status: ExitStatus.stopped.rawValue, message: "stopped by a signal", now: timestamp())
    }
  }
}

extension PipelineSession {
  /// Lays down what the stages left in an earlier run.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - work: The working folders to write.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when something of it is not kept any more.
  func restore(_ run: Int64, to work: WorkFolders) throws(Failure) {
    try PipelineDriver.restore(run, history, workspace.store, to: work)
  }
}

/// Lays down what the stages left in an earlier run, without its publication.
func restore(_ run: Int64, _ history: RunHistory, _ store: ObjectStore, to work: WorkFolders) throws(Failure) {
  for stage in try history.stages(of: run) where stage.stage != ReportRequest.stage {
    try store.restore(
      stage.files.map { KeptFile($0.name, digest: $0.digest) }, to: work.folder(of: stage.stage))
  }
}
