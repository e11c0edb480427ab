import ArgumentParser
import Artefacts
import CommandSupport
import Diagnostics
import Files
import Stages

/// Gives other units the types of a saved model.
struct Assign: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Give new units the types of a saved model, with distance and certainty.",
    discussion: """
      Reads the model that koers-cluster left, and units with the same features in the scale of features.csv: a CSV file, \
      or the folder that koers-normalise left. Without --output the units go to the terminal as CSV.

      Example:
        koers assign types/model.json new-units.csv
      """)

  @Argument(help: "Folder that koers-cluster left, or its model.json.", completion: .file(extensions: ["json"]))
  var model: String

  @Argument(help: "CSV file with the features of the model, or the folder that koers-normalise left.")
  var features: String

  @Option(help: "Folder to write; made when missing.", completion: .directory)
  var output: String?

  @Option(help: "Column that names the units (default: 'unit', or the first column without numbers).")
  var id: String?

  func run() async throws {
    let request = AssignRequest(model: model, features: features, id: id)
    try await runReporting { () async throws(Failure) in
      if let output { try requireOutput(output, of: AssignRequest.stage) }
      let found = try await Progress("assigning …").during { () async throws(Failure) in try await request.run() }
      printFindings(found.findings)
      guard let output else {
        for table in found.files where table.path.hasSuffix(".csv") {
          StandardStream.output.write(String(decoding: table.bytes, as: UTF8.self))
        }
        return
      }
      try found.write(to: output)
    }
  }
}
