import ArgumentParser
import CommandSupport
import Diagnostics
import Files
import Stages

/// Draws a wave of answers from a plan.
struct Simulate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw a wave of simulated answers from a plan of margins and latent types.",
    discussion: """
      Writes <name>.csv and <name>.wave.yaml for a plan <name>.simulation.yaml. \
      The wave is marked as simulated, and so is everything made from it.

      Example:
        koers simulate SampleData/member-survey-2020.simulation.yaml --output SampleData

      For a load test of any size, units beyond the register are made up:

        koers simulate SampleData/member-survey-2020.simulation.yaml --respondents 100000 --units 20000 --output load

      With --dirt the wave gets the mistakes of real files, each in a few records, and is called <name>-dirty; \
      <name>-dirty.truth.csv lists them all. --dirt plants every kind; some kinds alone are chosen as

        koers simulate SampleData/member-survey-2020.simulation.yaml --dirt-kinds typos,ragged,footer --output dirty

      Kinds: \(SimulateRequest.dirtNames.joined(separator: ", ")).
      """)

  @Argument(help: "The plan (YAML).", completion: .file(extensions: ["yaml"]))
  var plan: String

  @Option(help: "Folder for the survey and its description; made when missing.", completion: .directory)
  var output: String

  @Option(help: "Number of respondents, instead of the plan's.")
  var respondents: Int?

  @Option(help: "Number of units that answer, instead of the plan's.")
  var units: Int?

  @Option(help: "Seed of the draw, instead of the plan's.")
  var seed: UInt64?

  @Option(
    help: "File for the latent type of each unit and its values without noise.", completion: .file(extensions: ["csv"]))
  var truth: String?

  @Flag(help: "Plant every kind of dirt.")
  var dirt = false

  @Option(help: "Plant these kinds of dirt alone, with commas between.")
  var dirtKinds: String?

  func run() async throws {
    try await runReporting { () async throws(Failure) in
      var request = SimulateRequest(plan: plan, respondents: respondents, units: units, seed: seed)
      request.output = output
      if dirt || dirtKinds != nil { try request.setDirt(named: dirtKinds ?? "all") }
      let files = try await Progress("drawing …").during { [request] () throws(Failure) in try request.run() }
      let all = [files.survey, files.description] + [files.dirt].compactMap { $0 }
      for target in all.map({ joinPath(output, $0.path) }) + [truth].compactMap({ $0 }) {
        try requireWritable(file: target)
      }
      for file in all {
        try writeFile(joinPath(output, file.path), bytes: file.bytes)
      }
      if let truth { try writeFile(truth, bytes: Array(files.truth.utf8)) }
      StandardStream.output.write(
        "\(joinPath(output, files.survey.path)): \(files.respondents) simulated respondents of \(files.units) units\n")
    }
  }
}
