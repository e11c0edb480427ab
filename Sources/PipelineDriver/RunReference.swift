import Artefacts
public import Diagnostics
import Files
public import RunHistory
import Stages

/// Which run somebody means: by its number, or by the name of a wave, which stands for what readers see of it.
///
/// - Parameters:
///   - text: A number of the history, the name of a wave, or `WAVE` with `^` behind it for the publication before that.
///   - history: The history.
/// - Returns: The run.
/// - Throws: ``Diagnostics/Failure`` with status 64 when there is no such run.
public func referredRun(_ text: String, in history: RunHistory) throws(Failure) -> HistoryRun {
  let shown = try Publications.shown(history)
  let wave = text.hasSuffix("^") ? String(text.dropLast()) : text
  if let now = shown.first(where: { $0.wave == wave }) {
    let published = try history.publications(of: wave).compactMap(\.run)
    let wanted = text.hasSuffix("^") ? published.filter { $0 < now.run }.max() : now.run
    if let wanted, let run = try history.run(wanted) { return run }
  } else if let number = Int64(text), let run = try history.run(number) {
    return run
  }
  throw history.unknownRun(text)
}

/// Opens the history of a pipeline for reading.
///
/// - Parameter workspace: Where the pipeline keeps its things.
/// - Returns: The history.
/// - Throws: ``Diagnostics/Failure`` with status 66 when there is none yet, 65 when it is damaged or of a newer version.
public func openHistory(_ workspace: Workspace) throws(Failure) -> RunHistory {
  guard pathExists(workspace.history) else {
    throw Failure(
      .missingInput, rule: "no-history", at: Place(file: workspace.history), message: "there is no history of runs yet",
      mend: "run 'koers run' first, or name the workspace with '--workspace'")
  }
  return try RunHistory(workspace.history, isReadOnly: true)
}
