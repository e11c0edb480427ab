import ArgumentParser
import CommandSupport
import Diagnostics
import Files
import PipelineDriver
import Stages

/// Runs the five stages of a pipeline over one wave, or over all.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a pipeline from the survey file to the published report.",
    discussion: """
      Runs what changed since the last time, says why, and skips the rest. Without --wave or --all that is the newest wave, \
      and before it every wave whose answers were corrected after they were published; when the newest never ran here, also \
      those before it that never did, because it follows their types. Working files with people's answers \
      stay in the workspace; the publication goes to Reports/<pipeline>/<wave>, and 'current' leads to the newest.

      Exit codes: 0 done, 1 stale (--dry-run), 3 a gate held the publication, 64 usage, 65 bad data, 66 missing input, \
      70 our own fault, 73 cannot write, 75 another run is under way, 78 bad pipeline file, 143 stopped by SIGTERM.

      Example:
        koers run Pipelines/member-survey --wave 2020
        koers run Pipelines/member-survey --dry-run --json
      """)

  @Argument(help: "Pipeline file, or the folder with its pipeline.yaml.", completion: .directory)
  var pipeline: String

  @Option(help: "Name of the wave; the newest one when left out.")
  var wave: String?

  @Flag(help: "Run every wave, the oldest first.")
  var all = false

  @OptionGroup var folders: FolderOptions

  @Flag(help: "Run every stage, also those that are up to date.")
  var force = false

  @Flag(help: "Say what would be run and why, and write nothing; exit with status 1 when something would be.")
  var dryRun = false

  @Flag(help: "With --dry-run: print the plan as JSON.")
  var json = false

  @Option(help: "Publish what the gates hold, for this reason, which the history keeps.")
  var accept: String?

  @OptionGroup var shown: FindingsOption

  @OptionGroup var log: LogOption

  @Flag(help: "Print only the path of the report.")
  var quiet = false

  func validate() throws {
    if wave != nil, all { throw ValidationError("--wave and --all exclude each other") }
    if json, !dryRun { throw ValidationError("--json goes with --dry-run") }
    if let accept, accept.allSatisfy(\.isWhitespace) { throw ValidationError("--accept needs a reason") }
  }

  func run() async throws {
    if dryRun { return try await plan() }
    Interruption.handle()
    let workspace = folders.workspace
    try await runReporting(printing: shown.limit, into: joinPath(workspace, "run"), log: log.format) {
      () async throws(Failure) in
      let request = try await PipelineRequest(
        pipeline, waves: all ? .all : wave.map { .one($0) } ?? .newest, reports: folders.reports, workspace: workspace,
        force: force, acceptance: accept)
      let log = RunLog(log.format)
      let progress = Progress(isSilent: self.log.format == .json)
      let findings = try await progress.during { () async throws(Failure) in
        try await request.run { event in
          progress.tell(event)
          log.tell(event)
        }
      }
      log.tell(
        findings.findings, tally: findings.tally, limit: shown.limit ?? findings.limit ?? 10)
      for run in request.runs where run.isPublished {
        let summary = try RunSummary(of: run)
        StandardStream.output.write((quiet ? "" : summary.text + "\n") + summary.page + "\n")
      }
    }
  }

  private func plan() async throws {
    var isUpToDate = true
    try await runReporting(printing: shown.limit) { () async throws(Failure) in
      let request = try await PipelineRequest(
        pipeline, waves: all ? .all : wave.map { .one($0) } ?? .newest, reports: folders.reports,
        workspace: folders.workspace, force: force, acceptance: accept)
      let plan = try RunPlan(request.runs)
      isUpToDate = plan.isUpToDate
      printFindings(request.findings)
      StandardStream.output.write(json ? plan.json : plan.text)
    }
    if !isUpToDate { throw ExitCode(ExitStatus.stale.rawValue) }
  }
}
