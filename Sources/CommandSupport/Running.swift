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
    printFindings(error.findings)
    throw ExitCode(error.status.rawValue)
  }
}

/// Prints errors and then warnings on stderr, at most `limit` of them, and then how many more there are.
///
/// Notes are kept in the artefacts and not printed.
public func printFindings(_ findings: [Finding], limit: Int = 50) {
  let ordered = findings.filter { $0.level == .error } + findings.filter { $0.level == .warning }
  for finding in ordered.prefix(limit) { StandardStream.error.write(finding.rendered + "\n") }
  if ordered.count > limit {
    StandardStream.error.write("… and \(ordered.count - limit) more; findings.csv holds all of them\n")
  }
}
