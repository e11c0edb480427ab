import ArgumentParser
public import Diagnostics
import Files
import Stages

/// Runs the work of a command, and turns a failure into messages on stderr and an exit code.
///
/// - Parameters:
///   - limit: The most findings that are printed.
///   - folder: The folder that the work would leave; when there are more findings than are printed, all of them are kept
///     beside it.
///   - format: How the messages are written; text for people when left out.
///   - work: The work.
/// - Throws: `ExitCode` with the status of the failure.
public func runReporting(
  printing limit: Int? = nil, into folder: String? = nil, log format: LogFormat? = nil,
  _ work: () async throws(Failure) -> Void
) async throws {
  do {
    try await work()
  } catch {
    let limit = limit ?? 50
    let path = folder.flatMap { keepFindings(of: error, beside: $0, beyond: limit) }
    RunLog(format).tell(
      error.findings, tally: error.all?.tally, limit: limit,
      rest: path.map { "all of them are in \($0)" } ?? "mend these first", status: error.status)
    throw ExitCode(error.status.rawValue)
  }
}

/// Prints errors and then warnings on stderr, some of every rule when there are many, and then how many more there are.
///
/// Notes are kept in the artefacts and not printed.
///
/// - Parameters:
///   - findings: The findings, or the first of them.
///   - tally: The counts of all findings; when `nil`, those given are all.
///   - limit: The most that are printed.
///   - rest: What to do about the others.
public func printFindings(
  _ findings: [Finding], tally: FindingTally? = nil, limit: Int = 50,
  rest: String = "findings.csv of the stage ingest holds those of the survey"
) {
  StandardStream.error.write(findingReport(findings, tally: tally, limit: limit, rest: rest))
}
