import ArgumentParser
import CommandSupport
import Diagnostics
import Files
import PipelineDriver

/// Runs old waves with the parameters of a later run.
struct BackfillCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backfill",
    abstract: "Run old waves with the pipeline file, codebook, catalogue and register that a later run had.",
    discussion: """
      Without --wave every older wave that is not published yet; without --as the parameters of what readers see of the newest \
      wave. Publications of that wave and of newer ones are never touched, and 'current' does not move.

      Example:
        koers backfill Pipelines/member-survey --as 2023 --wave 2020
      """)

  @Argument(help: "Pipeline file, or the folder with its pipeline.yaml.", completion: .directory)
  var pipeline: String

  @Option(help: "Name of a wave; repeat the option for more.")
  var wave: [String] = []

  @Option(
    name: .customLong("as"),
    help: "The run whose parameters are used: its number, or a wave for what readers see of it.")
  var pinned: String?

  @OptionGroup var folders: FolderOptions

  @Flag(help: "Run every stage, also those that are up to date.")
  var force = false

  @OptionGroup var log: LogOption

  func run() async throws {
    try await runReporting(log: log.format) { () async throws(Failure) in
      let backfill = try Backfill(
        pipeline, as: pinned, waves: wave, reports: folders.reports, workspace: folders.workspace, force: force)
      let log = RunLog(log.format)
      let findings = try await Progress("running …", isSilent: self.log.format == .json).during {
        () async throws(Failure) in
        try await backfill.request.run { log.tell($0) }
      }
      log.tell(findings.findings, tally: findings.tally, limit: findings.limit ?? 10)
      for run in backfill.request.runs where run.isPublished {
        StandardStream.output.write(try RunSummary(of: run).page + "\n")
      }
      if backfill.request.runs.isEmpty {
        StandardStream.output.write("no older wave waits for its publication\n")
      }
    }
  }
}
