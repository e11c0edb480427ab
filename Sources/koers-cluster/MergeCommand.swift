import ArgumentParser
import Artefacts
import CommandSupport
import Diagnostics
import Stages

/// Puts together the parts of a search that were made with `--shard`.
struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "koers-cluster merge",
    abstract: "Put the parts of a search together, to the same bytes as one machine that makes all starts.",
    discussion: """
      Takes the features and options with which the parts were made; starts are taken from the parts, all other evidence is \
      made here. Parts of other features or options are refused, and so are missing and double ones.

      Example: koers-cluster merge features.csv --types 2...8 --parts part-1 part-2 --output types
      """,
    version: ProgramVersion.current)

  @OptionGroup var cluster: ClusterCommand

  @Option(parsing: .upToNextOption, help: "Folders that koers-cluster --shard left.", completion: .directory)
  var parts: [String]

  func validate() throws {
    if cluster.shard != nil {
      throw ValidationError("--shard makes a part, and merge puts parts together: leave it out")
    }
  }

  func run() async throws {
    try await runStage(into: cluster.output.output) { () throws(Failure) in
      var request = try cluster.request()
      request.parts = parts
      return request
    }
  }
}
