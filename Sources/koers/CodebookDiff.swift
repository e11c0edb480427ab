import ArgumentParser
import CommandSupport
import Diagnostics
import Files
import Stages

/// Tells what changed between two questionnaires.
struct CodebookDiff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell what changed between the questionnaires of two waves.",
    discussion: """
      Each questionnaire is a codebook, or the description NAME.wave.yaml of a wave that names one.

      Example:
        koers codebook diff codebook-2017.yaml codebook-2020.yaml
      """)

  @Argument(help: "Codebook of the earlier wave, or its description.", completion: .file(extensions: ["yaml"]))
  var first: String

  @Argument(help: "Codebook of the later wave, or its description.", completion: .file(extensions: ["yaml"]))
  var second: String

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Exit with status 1 when they differ.")
  var exitCode = false

  func run() async throws {
    var isSame = true
    try await runReporting { () throws(Failure) in
      let comparison = try QuestionnaireComparison(first, second)
      isSame = comparison.isSame
      StandardStream.output.write(json ? comparison.json : comparison.text)
    }
    if exitCode, !isSame { throw ExitCode(ExitStatus.stale.rawValue) }
  }
}
