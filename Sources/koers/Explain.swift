import ArgumentParser
import CommandSupport
import Diagnostics
import Files
import PipelineDriver
import Stages

/// Tells the whole story of one unit, for the analyst.
struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Tell all that is known of one unit: its answers, type, strategy, what is still open, and its neighbours.",
    discussion: """
      Reads what 'koers run' left of the wave in the workspace, and writes nothing. The name is understood as in the survey, \
      on the date of the wave; a code works as well. What it tells is for the analyst and not for publication.

      Example:
        koers explain Pipelines/member-survey Eersel
      """)

  @Argument(help: "Pipeline file, or the folder with its pipeline.yaml.", completion: .directory)
  var pipeline: String

  @Argument(help: "Name or code of the unit.")
  var unit: String

  @Option(help: "Name of the wave; the last one when left out.")
  var wave: String?

  @Option(help: "Folder of the working files.", completion: .directory)
  var workspace = ".koers"

  @Option(help: "Language: \(ExplainRequest.languages.joined(separator: ", ")) (default: the first of the report).")
  var language: String?

  @Option(help: "Number of nearest units to tell of.")
  var neighbours = 5

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if let language, !ExplainRequest.languages.contains(language) {
      throw ValidationError(
        "'\(language)' is no language of a story; use one of: \(ExplainRequest.languages.joined(separator: ", "))")
    }
    if neighbours < 0 { throw ValidationError("--neighbours must not be negative") }
  }

  func run() async throws {
    try await runReporting { () async throws(Failure) in
      let read = try Pipeline(pipeline)
      let wave = try PipelineWaves(read).wave(wave, in: read)
      let request = ExplainRequest(
        pipeline: read, wave: wave, work: Workspace(of: read.name, in: workspace, reports: "").work(of: wave.name),
        unit: unit, language: language, neighbours: neighbours)
      let explanation = try await request.run()
      StandardStream.output.write(json ? explanation.json : explanation.text)
    }
  }
}
