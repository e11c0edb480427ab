import ArgumentParser
import Artefacts
import CommandSupport
import Diagnostics
import Stages

@main
struct MatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "koers-match",
    abstract: "Match strategies to types, and say how sure it is and why.",
    discussion: """
      Reads the folders that koers-normalise and koers-cluster left, and a catalogue of strategies.

      Example: koers-match --units normalise --types cluster --pipeline Pipelines/member-survey --output match
      """,
    version: ProgramVersion.current)

  @Option(help: "Folder that koers-normalise left.", completion: .directory)
  var units: String

  @Option(help: "Folder that koers-cluster left.", completion: .directory)
  var types: String

  @Option(help: "Catalogue of strategies; wins over the pipeline's.", completion: .file(extensions: ["yaml"]))
  var catalogue: String?

  @Option(
    help: "File in which people weigh the criteria, by points or pairs; wins over the pipeline's.",
    completion: .file(extensions: ["csv"]))
  var weights: String?

  @Option(help: "Pipeline file, or its folder, that names the catalogue and whose section 'match' sets the rest.")
  var pipeline: String?

  @Option(help: "Joint draws of weights and replicates for each type.")
  var draws: Int?

  @Option(help: "Seed of all random draws.")
  var seed: UInt64?

  @OptionGroup var output: OutputOption

  func validate() throws {
    if catalogue == nil, pipeline == nil {
      throw ValidationError("give --catalogue with a file of strategies, or --pipeline that names one")
    }
    if let draws, draws < 1 { throw ValidationError("--draws must be at least 1, and is \(draws)") }
  }

  func run() async throws {
    try await runStage(into: output.output) { () throws(Failure) in try request() }
  }

  private func request() throws(Failure) -> MatchRequest {
    var file: Pipeline?
    if let pipeline { file = try Pipeline(pipeline) }
    return try MatchRequest(
      units: units, types: types, catalogue: catalogue, weights: weights, pipeline: file, draws: draws,
      seed: seed)
  }
}
