import ArgumentParser
import CommandSupport
import Diagnostics
import Files
import PipelineDriver
import Stages

/// Reads the workbook that members filled in, and tells what their weights do.
struct WeightsImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read a workbook that members filled in: how far they agree, and what their weights do to the choice.",
    discussion: """
      Everything that is wrong in the workbook is told at once, with sheet and cell. The values and exclusions are those \
      that 'koers run' left of the wave. Nothing of the pipeline is changed: weights are a decision. With --output the points \
      of the members are written as a file that 'match: {weights: {file: ...}}' can name.

      Example:
        koers weights import weights.xlsx Pipelines/member-survey
        koers weights import weights.xlsx Pipelines/member-survey --without Bilal --output weights.csv
      """)

  @Argument(help: "Workbook that the members filled in.", completion: .file(extensions: ["xlsx"]))
  var file: String

  @Argument(help: "Pipeline file, or the folder with its pipeline.yaml.", completion: .directory)
  var pipeline: String

  @Option(help: "Name of the wave; the last one when left out.")
  var wave: String?

  @Option(help: "Folder of the working files.", completion: .directory)
  var workspace = ".koers"

  @Option(help: "Name of a member to leave out; repeat the option for more.")
  var without: [String] = []

  @Option(help: "Language: \(ExplainRequest.languages.joined(separator: ", ")) (default: the first of the report).")
  var language: String?

  @Option(help: "File for the points of each member.", completion: .file(extensions: ["csv"]))
  var output: String?

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Replace an existing file.")
  var force = false

  func validate() throws { try requireLanguage(language) }

  func run() async throws {
    try await runReporting { () throws(Failure) in
      if let output { try requireFree(output, force: force) }
      let read = try Pipeline(pipeline)
      let wave = try PipelineWaves(read).wave(wave, in: read)
      let answer = try WeightsImportRequest(
        file: file, pipeline: read, wave: wave,
        work: Workspace(of: read.name, in: workspace, reports: "").work(of: wave.name), without: without,
        language: language, output: output
      ).run()
      printFindings(answer.findings)
      if let output { try writeFile(output, bytes: Array(answer.csv.utf8)) }
      StandardStream.output.write(json ? answer.json : answer.text)
    }
  }
}
