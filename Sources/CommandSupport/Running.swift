import ArgumentParser
public import Diagnostics
import Files

/// Runs the work of a command, and turns a failure into messages on stderr and an exit code.
///
/// - Parameter work: The work.
/// - Throws: `ExitCode` with the status of the failure.
public func runReporting(_ work: () async throws(Failure) -> Void) async throws {
  do {
    try await work()
  } catch {
    printFindings(error.findings, rest: "mend these first")
    throw ExitCode(error.status.rawValue)
  }
}

/// Prints errors and then warnings on stderr, at most `limit` of them, and then how many more there are.
///
/// Notes are kept in the artefacts and not printed.
///
/// - Parameters:
///   - findings: The findings, of which errors come first.
///   - limit: The most that are printed.
///   - rest: What to do about the others.
public func printFindings(
  _ findings: [Finding], limit: Int = 50, rest: String = "findings.csv of the stage ingest holds those of the survey"
) {
  let ordered = findings.filter { $0.level == .error } + findings.filter { $0.level == .warning }
  for finding in ordered.prefix(limit) { StandardStream.error.write(finding.rendered + "\n") }
  if ordered.count > limit {
    StandardStream.error.write("… and \(ordered.count - limit) more; \(rest)\n")
  }
}
