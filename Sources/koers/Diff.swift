import ArgumentParser
import CommandSupport
import Diagnostics
import Files
import PipelineDriver
import Stages

/// Tells what is different between two runs.
struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Tell what is different between two runs: parameters, questionnaire, respondents, estimates, types, strategies.",
    discussion: """
      A run is named by its number in the history, or by a wave, which stands for what readers see of it; WAVE^ is the \
      publication before that.

      Example:
        koers diff Pipelines/member-survey 2020^ 2020
        koers diff Pipelines/member-survey 12 15 --json
      """)

  @Argument(help: "Pipeline file, or the folder with its pipeline.yaml.", completion: .directory)
  var pipeline: String

  @Argument(help: "The first run.")
  var before: String

  @Argument(help: "The second run.")
  var now: String

  @OptionGroup var folders: FolderOptions

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Exit with status 1 when what they left differs.")
  var exitCode = false

  func run() async throws {
    var isSame = true
    try await runReporting { () throws(Failure) in
      let place = folders.place(of: try Pipeline(pipeline))
      let history = try openHistory(place)
      let difference = try RunDifference(
        try referredRun(before, in: history), try referredRun(now, in: history), history, place)
      isSame = difference.outcome.isSame
      StandardStream.output.write(json ? difference.json : difference.text)
    }
    if exitCode, !isSame { throw ExitCode(ExitStatus.stale.rawValue) }
  }
}
