import Artefacts
public import Diagnostics
import Files
import RunHistory
import Stages

/// What readers see: a publication for each wave, and the link `current` to the newest.
public struct Publications: Sendable {
  private let session: PipelineSession
  private var workspace: Workspace { session.workspace }

  /// Opens the publications of a pipeline.
  public init(_ session: PipelineSession) { self.session = session }

  /// What readers see of each wave now, by the dates of the waves.
  ///
  /// - Throws: ``Diagnostics/Failure`` when the history cannot be read.
  static func shown(_ history: RunHistory) throws(Failure) -> [(wave: String, date: String, run: Int64)] {
    var last: [String: Int64?] = [:]
    for publication in try history.publications() { last[publication.wave] = publication.run }
    let runs = try history.runs()
    return last.compactMap { wave, run in
      guard let run, let found = runs.first(where: { $0.run == run }) else { return nil }
      return (wave, found.date, run)
    }.sorted { ($0.date, $0.wave) < ($1.date, $1.wave) }
  }

  /// Makes `current` lead to the publication of the newest wave that has one.
  func pointToNewest() throws(Failure) {
    let shown = try Self.shown(session.history).map { (wave: $0.wave, date: $0.date) }.filter {
      pathExists(joinPath(workspace.publication(of: $0.wave), "run.json"))
    }
    let newest = (shown + (try unknown())).max { ($0.date, $0.wave) < ($1.date, $1.wave) }
    if let newest {
      try pointLink(workspace.current, to: newest.wave)
    } else if linkTarget(workspace.current) != nil {
      try remove(workspace.current)
    }
  }

  /// The publications of which the history tells nothing, because it began anew.
  private func unknown() throws(Failure) -> [(wave: String, date: String)] {
    let known = Set(try session.history.publications().map(\.wave) + [lastName(of: workspace.current)])
    return namesInFolder(workspace.publications).filter { !known.contains($0) }.compactMap { wave in
      let record = RunRecord(of: ReportRequest.stage, in: workspace.publication(of: wave))
      return record?.parameter("date").map { (wave, $0) }
    }
  }

  /// Puts an earlier publication of a wave back in its place.
  ///
  /// Without an earlier one the publication of the wave is taken away, and `current` leads to the wave before it. A rerun
  /// does not publish what was rolled back until something that decides it changes, or it is forced.
  ///
  /// - Parameters:
  ///   - wave: The wave; the newest that is published when left out.
  ///   - run: The run whose publication comes back; the one before the present one when left out.
  /// - Returns: The wave, and the run whose publication readers see now, or `nil` when there is none.
  /// - Throws: ``Diagnostics/Failure`` with status 64 when there is nothing to go back to, 66 when it is not kept any more.
  public func rollBack(wave: String? = nil, to run: Int64? = nil) throws(Failure) -> (wave: String, run: Int64?) {
    let history = session.history
    let shown = try Self.shown(history)
    let ofRun: String? = if let run { try history.run(run)?.wave } else { nil }
    guard let now = wave ?? ofRun ?? shown.last?.wave else { throw nothing("nothing is published") }
    guard let present = shown.first(where: { $0.wave == now }) else {
      throw nothing("the wave '\(now)' is not published")
    }
    let published = try history.publications(of: now).compactMap(\.run)
    let target: Int64?
    if let run {
      guard published.contains(run) else { throw nothing("the run \(run) never published the wave '\(now)'") }
      target = run
    } else {
      target = published.filter { $0 < present.run }.max()
      if target == nil, shown.count == 1 { throw nothing("the only publication has none before it") }
    }
    if target == present.run { throw nothing("the run \(present.run) is what readers see") }
    let folder = workspace.publication(of: now)
    let withheld = try? ArtefactFolder(folder, stage: ReportRequest.stage).run.key
    if let target {
      guard let report = try history.stages(of: target).first(where: { $0.stage == ReportRequest.stage }) else {
        throw nothing("the run \(target) left no publication")
      }
      let files = report.files.map { KeptFile($0.name, digest: $0.digest) }
      try Interruption.postponed { () throws(Failure) in
        try workspace.store.restore(files, to: folder, readers: .everybody)
        try history.publish(.rolledBack, run: target, wave: now, now: timestamp())
        try remember(withheld, now)
        try pointToNewest()
      }
    } else {
      try Interruption.postponed { () throws(Failure) in
        try history.publish(.withdrawn, run: nil, wave: now, now: timestamp())
        try pointToNewest()
        try remember(withheld, now)
        try remove(folder)
      }
    }
    return (now, target)
  }

  /// Remembers that a publication is not to come back by itself.
  private func remember(_ key: String?, _ wave: String) throws(Failure) {
    let path = workspace.memory(of: ReportRequest.stage, wave: wave)
    guard var memory = StageMemory(path), let key else { return }
    memory.withheld = key
    try memory.write(to: path)
  }

  private func nothing(_ why: String) -> Failure {
    Failure(
      .usage, rule: "nothing-to-roll-back", at: Place(file: workspace.publications), message: why,
      mend: "'koers history' lists the runs and what they published")
  }
}
