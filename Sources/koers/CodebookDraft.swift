import ArgumentParser
import CommandSupport
import Diagnostics
import Files
import Stages

/// Proposes a codebook for a survey file.
struct CodebookDraft: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: "Propose a codebook from an export, with a reason for each guess, ready to edit.",
    discussion: """
      Reads exports of LimeSurvey, Qualtrics, SurveyMonkey, Google Forms and Microsoft Forms, files of a spreadsheet, and \
      SPSS data files. Without --output the codebook goes to the terminal. An existing file is kept, unless --force.

      Example:
        koers codebook draft answers.csv --output codebook.yaml
      """)

  @Argument(help: "Survey file.", completion: .file())
  var file: String

  @Option(help: "File to write.", completion: .file(extensions: ["yaml"]))
  var output: String?

  @Option(help: "Name of the codebook, instead of the file's.")
  var name: String?

  @Option(help: "The tool that wrote the file: \(CodebookDraftRequest.toolNames.joined(separator: ", ")).")
  var tool: String?

  @Option(help: "Column that names the unit of analysis.")
  var unit: String?

  @Flag(help: "The respondents are the units of analysis.")
  var noUnits = false

  @Flag(help: "Replace an existing file.")
  var force = false

  func validate() throws {
    if let tool, !CodebookDraftRequest.toolNames.contains(tool) {
      throw ValidationError(
        "'\(tool)' is no tool; use one of: \(CodebookDraftRequest.toolNames.joined(separator: ", "))")
    }
    if unit != nil, noUnits { throw ValidationError("--unit and --no-units exclude each other") }
  }

  func run() async throws {
    try await runReporting { () async throws(Failure) in
      if let output { try requireFree(output, force: force) }
      var request = CodebookDraftRequest(file: file, name: name, unit: unit, respondentsAreUnits: noUnits)
      if let tool { request.setTool(named: tool) }
      let ready = request
      let draft = try await Progress("reading …").during { () async throws(Failure) in try await ready.run() }
      printFindings(draft.findings)
      guard let output else { return StandardStream.output.write(draft.text) }
      try writeFile(output, bytes: Array(draft.text.utf8))
      StandardStream.output.write("\(draft.summary)\n\(output)\n")
    }
  }
}
