import Artefacts
public import Diagnostics
public import Files
public import Stages

/// Runs one stage for a command: checks that the output can be written, does the work with progress, prints what was
/// found, and writes the folder as a whole.
///
/// - Parameters:
///   - folder: The folder to write.
///   - readers: Who may read it; working files are for the owner alone.
///   - limit: The most findings that are printed; when `nil`, as many as the stage asks for.
///   - request: Makes the request from the options.
/// - Throws: `ExitCode` with the status of the failure.
public func runStage<Request: StageRequest>(
  into folder: String, readers: Readers = .owner, printing limit: Int? = nil, _ request: () throws(Failure) -> Request
) async throws {
  try await runReporting(printing: limit, into: folder) { () async throws(Failure) in
    try requireOutput(folder, of: Request.stage)
    let ready = try request()
    let output = try await Progress("\(Request.stage) …").during { () async throws(Failure) in try await ready.run() }
    printFindings(output.findings, tally: output.tally, limit: limit ?? output.findingsPrinted ?? 50)
    try output.write(to: folder, readers: readers)
  }
}
