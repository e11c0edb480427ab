import Artefacts
public import Diagnostics
import Files
import RunHistory
public import Stages
import Tables

/// How a pipeline stands: for the scheduler, and for people.
public struct PipelineStatus: Sendable, Codable {
  /// How a wave stands.
  public struct Wave: Sendable, Codable {
    /// Its name.
    public var wave: String
    /// Its date.
    public var date: String
    /// Whether it was published and is up to date.
    public var isUpToDate: Bool
    /// Whether readers see a publication of it.
    public var isPublished: Bool
    /// Whether its answers are others than those it was published from, so that 'koers run' runs it before the newest.
    public var isCorrected: Bool
    /// Whether somebody took back what would be published of it.
    public var isTakenBack: Bool
    /// What the gates say that hold its types, a sentence each; empty when none does.
    public var closedGates: [String]
    /// The stages that would run, with the reasons.
    public var stale: [Stage]
  }

  /// A stage that would run.
  public struct Stage: Sendable, Codable {
    /// The stage.
    public var stage: String
    /// Why, in words.
    public var reasons: [String]
  }

  /// A run in short.
  public struct Run: Sendable, Codable {
    /// Its number.
    public var run: Int64
    /// The wave.
    public var wave: String
    /// When it ended, or began when it has not ended.
    public var at: String
    /// What became of it.
    public var outcome: String
    /// What it said.
    public var message: String?
  }

  /// The pipeline.
  public var pipeline: String
  /// The newest wave; `nil` when there is none yet.
  public var newest: String?
  /// How many days ago the newest wave was, by the clock of the machine.
  public var newestAgeDays: Int?
  /// All waves, the oldest first.
  public var waves: [Wave]
  /// Waves that wait until their files are complete.
  public var waiting: [String]
  /// Who holds the lock, in words.
  public var lockHolder: String?
  /// The last run that published.
  public var lastSuccess: Run?
  /// The last run, when it did not publish.
  public var lastTrouble: Run?

  /// Looks at a pipeline, writing nothing.
  ///
  /// - Parameters:
  ///   - pipeline: The pipeline.
  ///   - workspace: Where it keeps its things.
  /// - Throws: ``Diagnostics/Failure`` when the pipeline or a description of a wave is wrong.
  public init(_ pipeline: Pipeline, _ workspace: Workspace) throws(Failure) {
    let found = try PipelineWaves(pipeline)
    self.pipeline = pipeline.name
    newest = found.newest?.name
    let today = CalendarDate(iso: String(timestamp().prefix(10)))
    newestAgeDays = found.newest.flatMap { wave in today.map { wave.date.days(to: $0) } }
    var foreseen = ForeseenRecords()
    waves = try found.all.map { (wave: WaveDescription) throws(Failure) in
      try Wave(PipelineRun(pipeline: pipeline, wave: wave, workspace: workspace), after: &foreseen)
    }
    waiting = found.findings.map(\.message)
    lockHolder = RunLock.owner(workspace.lock)?.words
    guard pathExists(workspace.history) else { return }
    let runs = try openHistory(workspace).runs()
    lastSuccess = runs.last { $0.outcome == .done }.map(Run.init)
    lastTrouble = runs.last.flatMap { $0.outcome == .done ? nil : Run($0) }
  }

  /// Whether `koers run` would do nothing: the newest wave is published and up to date, and the answers of no other were
  /// corrected.
  public var isUpToDate: Bool {
    guard let last = waves.last else { return waiting.isEmpty }
    return last.isUpToDate && waves.allSatisfy { $0.isUpToDate || !$0.isCorrected }
  }

  /// The status as a terminal shows it.
  public var text: String {
    var lines = ["pipeline \(pipeline): " + (isUpToDate ? "up to date" : "stale")]
    if let newest {
      lines.append("newest wave: \(newest)" + (newestAgeDays.map { ", \($0) days old" } ?? ""))
    } else {
      lines.append("newest wave: none yet")
    }
    for wave in waves.reversed() {
      lines.append("wave \(wave.wave) (\(wave.date)): \(wave.state)")
      lines += wave.closedGates.map { "  \($0)" }
      lines += wave.stale.map { "  \($0.stage): " + $0.reasons.joined(separator: "; ") }
    }
    lines += waiting
    lines.append("lock: " + (lockHolder.map { "held by \($0)" } ?? "free"))
    lines.append(
      "last success: " + (lastSuccess.map { "run \($0.run) over \($0.wave), \($0.at)" } ?? "none yet"))
    if let trouble = lastTrouble {
      lines.append(
        "last run: \(trouble.outcome), run \(trouble.run) over \(trouble.wave), \(trouble.at)"
          + (trouble.message.map { ": " + $0 } ?? ""))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The status as JSON.
  public var json: String { String(decoding: JSONText.encode(self), as: UTF8.self) }
}

extension PipelineStatus.Wave {
  /// Looks at a wave when waves before it that 'koers run' runs first have run.
  fileprivate init(_ run: PipelineRun, after foreseen: inout ForeseenRecords) throws(Failure) {
    isCorrected = try run.isCorrected
    var records = foreseen
    let decisions = try run.decisions(after: &records)
    // Other older waves are not run before the newest.
    if isCorrected { foreseen = records }
    let isHeld = decisions.contains { $0.reasons.contains { $0.kind == .held } }
    closedGates = try isHeld ? run.closedGates().map(\.sentence) : []
    wave = run.wave.name
    date = run.wave.date.iso
    isPublished = run.isPublished
    isTakenBack = decisions.contains(where: \.isWithheld)
    stale = decisions.filter(\.runs).map { PipelineStatus.Stage(stage: $0.stage, reasons: $0.reasons.map(\.words)) }
    isUpToDate = stale.isEmpty
  }

  /// How it stands, in words.
  fileprivate var state: String {
    if isTakenBack { return "taken back by somebody" }
    if isUpToDate { return "up to date" }
    let published = isPublished ? "published" : "not published"
    if !closedGates.isEmpty { return published + ", held by its gates" }
    return isCorrected ? "published, its answers were corrected" : isPublished ? "published, stale" : published
  }
}

extension PipelineStatus.Run {
  fileprivate init(_ run: HistoryRun) {
    self.init(
      run: run.run, wave: run.wave, at: run.ended ?? run.started, outcome: run.outcome.rawValue, message: run.message)
  }
}
