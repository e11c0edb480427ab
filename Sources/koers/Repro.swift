import ArgumentParser
import CommandSupport
import Diagnostics
import Files
import PipelineDriver
import Stages

/// Makes a run again and proves that it is the same.
struct Repro: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a run again from what was stored of it, and prove by digests that every file is the same.",
    discussion: """
      Nothing that exists is touched. The status is 0 when every file is the same and 1 when one differs; then the answer \
      says which, and which version made it.

      Example:
        koers repro Pipelines/member-survey 2020
        koers repro Pipelines/member-survey 12
      """)

  @Argument(help: "Pipeline file, or the folder with its pipeline.yaml.", completion: .directory)
  var pipeline: String

  @Argument(help: "The run: its number, or a wave for what readers see of it.")
  var run: String

  @OptionGroup var folders: FolderOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    var isSame = true
    try await runReporting { () async throws(Failure) in
      let place = folders.place(of: try Pipeline(pipeline))
      let history = try openHistory(place)
      let again = try await Progress("making the run again …").during { () async throws(Failure) in
        try await Reproduction(try referredRun(run, in: history), history, place)
      }
      isSame = again.isSame
      StandardStream.output.write(json ? again.json : again.text)
    }
    if !isSame { throw ExitCode(ExitStatus.stale.rawValue) }
  }
}
