import ArgumentParser
import Artefacts
import CommandSupport
import Diagnostics
import Files
import Stages

/// Writes the publication of a wave from what the four other stages left.
@main
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "koers-report",
    abstract: "Write the report of a wave, in Dutch and English, as pages, Markdown, figures and tables.",
    discussion: """
      EXAMPLE
        koers-report --ingest out/ingest --normalise out/normalise --cluster out/cluster --match out/match \\
          --pipeline Pipelines/member-survey --output Reports/member-survey/2020
      """,
    version: ProgramVersion.current)

  @Option(help: "Folder that koers-ingest wrote.", completion: .directory)
  var ingest: String
  @Option(help: "Folder that koers-normalise wrote.", completion: .directory)
  var normalise: String
  @Option(help: "Folder that koers-cluster wrote.", completion: .directory)
  var cluster: String
  @Option(help: "Folder that koers-match wrote.", completion: .directory)
  var match: String
  @Option(
    help: "Working folder of an earlier wave (with normalise, cluster and match), to say what changed since.",
    completion: .directory)
  var earlier: String?
  @OptionGroup var pipeline: PipelineOption
  @OptionGroup var output: OutputOption

  func run() async throws {
    try await runStage(into: output.output, readers: .everybody) { () throws(Failure) in
      ReportRequest(
        ingest: ingest, normalise: normalise, cluster: cluster, match: match, pipeline: try Pipeline(pipeline.pipeline),
        earlier: earlier.map { WorkFolders(base: $0) })
    }
  }
}
