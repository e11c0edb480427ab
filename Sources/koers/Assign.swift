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

      With --self-scan it scores sheets that one person each filled in, by the reduced model self-scan.json that stands \
      beside the model: a column for each question, and 'unit' with the code or name of the unit. What is empty was left \
      open. The page self-scan.html gives the same answers.

      Examples:
        koers assign types/model.json new-units.csv
        koers assign --self-scan Reports/member-survey/2023/nl/data/self-scan.json sheets.csv
      """)

  @Argument(
    help: "Folder that koers-cluster left, or its model.json; with --self-scan its self-scan.json.",
    completion: .file(extensions: ["json"]))
  var model: String

  @Argument(
    help: "CSV file with the features of the model, or the folder that koers-normalise left; or with the sheets.")
  var features: String

  @Flag(help: "Score sheets of one person each, by the reduced model.")
  var selfScan = false

  @Option(help: "Folder to write; made when missing.", completion: .directory)
  var output: String?

  @Option(help: "Column that names the units (default: 'unit', or the first column without numbers).")
  var id: String?

  func run() async throws {
    let stage = selfScan ? SelfScanRequest.stage : AssignRequest.stage
    try await runReporting { () async throws(Failure) in
      if let output { try requireOutput(output, of: stage) }
      let found = try await Progress("assigning …").during { () async throws(Failure) in
        if selfScan { return try await SelfScanRequest(model: model, sheets: features, id: id).run() }
        return try await AssignRequest(model: model, features: features, id: id).run()
      }
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
