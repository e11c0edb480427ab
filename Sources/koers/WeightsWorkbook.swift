import ArgumentParser
import CommandSupport
import Diagnostics
import Files
import PipelineDriver
import Stages

/// Makes the workbook in which members weigh the criteria.
struct WeightsWorkbook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workbook",
    abstract: "Make a workbook (.xlsx) with a sheet for each member, to divide points over the criteria.",
    discussion: """
      Each sheet holds the criteria of the catalogue with what they mean and what they count now, and a cell for the points \
      of each. The members are those that the pipeline names under 'report', unless they are given here. An existing file \
      is kept, unless --force.

      Example:
        koers weights workbook Pipelines/member-survey --output weights.xlsx
        koers weights workbook Pipelines/member-survey --member Anna --member Bilal --language en --output weights.xlsx
      """)

  @Argument(help: "Pipeline file, or the folder with its pipeline.yaml.", completion: .directory)
  var pipeline: String

  @Option(help: "File to write.", completion: .file(extensions: ["xlsx"]))
  var output: String

  @Option(help: "Name of a member; repeat the option for more.")
  var member: [String] = []

  @Option(help: "File with the name of a member on each line.", completion: .file())
  var members: String?

  @Option(help: "Name of the wave, whose date the workbook bears; the last one when left out.")
  var wave: String?

  @Option(help: "Language: \(ExplainRequest.languages.joined(separator: ", ")) (default: the first of the report).")
  var language: String?

  @Flag(help: "Replace an existing file.")
  var force = false

  func validate() throws {
    try requireLanguage(language)
    if members != nil, !member.isEmpty { throw ValidationError("--members and --member exclude each other") }
  }

  func run() async throws {
    try await runReporting { () throws(Failure) in
      try requireFree(output, force: force)
      let read = try Pipeline(pipeline)
      let request = WeightsWorkbookRequest(
        pipeline: read, wave: try PipelineWaves(read).wave(wave, in: read),
        members: members.map { .file($0) } ?? (member.isEmpty ? .pipeline : .named(member)), language: language)
      try writeFile(output, bytes: request.file(named: output))
      StandardStream.output.write(output + "\n")
    }
  }
}

/// Refuses a language that no sentence is written in.
func requireLanguage(_ language: String?) throws {
  guard let language, !ExplainRequest.languages.contains(language) else { return }
  throw ValidationError(
    "'\(language)' is no language; use one of: \(ExplainRequest.languages.joined(separator: ", "))")
}
