import Artefacts
public import Diagnostics
import RunHistory

extension PipelineSession {
  /// What was taken away, and what stayed.
  public struct Cleaning: Sendable {
    /// The runs of which nothing is kept any more.
    public var runs: [Int64]
    /// The number of contents that were taken away.
    public var objects: Int
    /// The number of contents that stay.
    public var kept: Int
    /// The number of contents of which the history tells nothing; they stay as well.
    public var unknown: Int
  }

  /// Takes away what old runs read and left.
  ///
  /// Of every wave the last runs that published stay, those that readers see, and the last run whatever became of it. The lines
  /// of the history stay. So does what no run of the history read or left: it may be of one that was moved away, and that
  /// comes back from a backup.
  ///
  /// - Parameter count: How many publications of each wave stay, at least 1.
  /// - Returns: What was taken away.
  /// - Throws: ``Diagnostics/Failure`` with status 73 when something cannot be taken away.
  public func clean(keeping count: Int) throws(Failure) -> Cleaning {
    let runs = try history.runs()
    var kept = Set(try Publications.shown(history).map(\.run))
    for wave in Set(runs.map(\.wave)).sorted() {
      let published = Set(try history.publications(of: wave).compactMap(\.run)).sorted()
      kept.formUnion(published.suffix(max(1, count)))
      if let last = runs.last(where: { $0.wave == wave }) { kept.insert(last.run) }
    }
    let forgotten = runs.filter { $0.isKept && !kept.contains($0.run) }.map(\.run)
    try history.forget(forgotten)
    let (needed, known) = (Set(try history.keptDigests()), Set(try history.digests()))
    let others = workspace.store.digests.filter { !needed.contains($0) }
    let removed = others.filter { known.contains($0) }
    for digest in removed { try workspace.store.forget(digest) }
    return Cleaning(
      runs: forgotten, objects: removed.count, kept: needed.count, unknown: others.count - removed.count)
  }
}
