import Artefacts
import Diagnostics
import Files
import RunHistory
import Stages

/// Notices that the answers of a published wave were corrected, and leaves a dated entry that the report prints.
struct Corrections {
  private let run: PipelineRun
  private let session: PipelineSession

  init(_ run: PipelineRun, _ session: PipelineSession) {
    self.run = run
    self.session = session
  }

  /// Compares what the stages left now with what readers see, when the survey is another one.
  ///
  /// Call it before the stage report runs. A run that was killed after its entry was written finds that entry, and leaves none
  /// of its own.
  ///
  /// - Returns: What is different in a sentence; `nil` when the wave was not published, or from these answers.
  func note() throws(Failure) -> String? {
    guard let published = try Publications.shown(session.history).first(where: { $0.wave == run.wave.name })?.run,
      try session.history.run(published)?.isKept == true,
      let ingest = try session.history.stages(of: published).first(where: { $0.stage == IngestRequest.stage }),
      let before = ingest.inputs.first?.digest
    else { return nil }
    let now = try sha256(ofFile: run.wave.file)
    if before == now { return nil }
    let path = Errata.file(of: run.work)
    var errata = try Errata(path)
    let comparison = try compared(with: published)
    if errata.entries.last?.surveyNow != now {
      errata.entries.append(
        Errata.Entry(date: String(timestamp().prefix(10)), before: before, now: now, comparison))
      try errata.write(to: path)
    }
    return comparison.sentence
  }

  private func compared(with published: Int64) throws(Failure) -> RunComparison {
    try withTemporaryFolder(in: run.workspace.base) { (folder: String) throws(Failure) in
      let work = WorkFolders(base: joinPath(folder, run.wave.name))
      try session.restore(published, to: work)
      return try RunComparison(work, run.work)
    }
  }
}
