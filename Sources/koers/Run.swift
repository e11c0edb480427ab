import ArgumentParser
import CommandSupport
import Diagnostics
import Files
import PipelineDriver
import Stages

/// Runs the five stages of a pipeline over one wave.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a pipeline from the survey file to the published report.",
    discussion: """
      Runs what changed since the last time, and skips the rest. Working files with people's answers stay in the \
      workspace; the publication goes to Reports/<pipeline>/<wave>.

      Example:
        koers run Pipelines/member-survey --wave 2020
      """)

  @Argument(help: "Pipeline file, or the folder with its pipeline.yaml.", completion: .directory)
  var pipeline: String

  @Option(help: "Name of the wave; the last one when left out.")
  var wave: String?

  @Option(help: "Folder of the publications.", completion: .directory)
  var reports = "Reports"

  @Option(help: "Folder of the working files, readable by the owner alone.", completion: .directory)
  var workspace = ".koers"

  @Flag(help: "Run every stage, also those that are up to date.")
  var force = false

  @OptionGroup var shown: FindingsOption

  @Flag(help: "Print only the path of the report.")
  var quiet = false

  func run() async throws {
    try await runReporting(printing: shown.limit, into: joinPath(workspace, "run")) { () async throws(Failure) in
      let run = try await PipelineRun.prepared(
        pipeline, wave: wave, reports: reports, workspace: workspace, force: force)
      let progress = Progress()
      let findings = try await progress.during { () async throws(Failure) in
        try await run.run { progress.tell($0) }
      }
      printFindings(findings.findings, tally: findings.tally, limit: shown.limit ?? findings.limit ?? 10)
      let summary = try RunSummary(of: run)
      StandardStream.output.write((quiet ? "" : summary.text + "\n") + summary.page + "\n")
    }
  }
}
