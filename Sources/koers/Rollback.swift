import ArgumentParser
import CommandSupport
import Diagnostics
import Files
import PipelineDriver
import Stages

/// Puts an earlier publication back.
struct Rollback: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put the earlier publication of a wave back, in one step.",
    discussion: """
      Without --wave the newest wave that is published; without --to the publication before the present one. When there is \
      none, the publication of the wave is taken away, and 'current' leads to the wave before it. 'koers run' does not publish \
      what was rolled back until something that decides it changes, or --force.

      Example:
        koers rollback Pipelines/member-survey
        koers rollback Pipelines/member-survey --wave 2020 --to 3
      """)

  @Argument(help: "Pipeline file, or the folder with its pipeline.yaml.", completion: .directory)
  var pipeline: String

  @OptionGroup var folders: FolderOptions

  @Option(help: "Name of the wave.")
  var wave: String?

  @Option(help: "Number of the run whose publication comes back.")
  var to: Int64?

  func run() async throws {
    try await runReporting { () throws(Failure) in
      let place = folders.place(of: try Pipeline(pipeline))
      let session = try PipelineSession(place)
      printFindings(session.findings)
      let (wave, run) = try Publications(session).rollBack(wave: wave, to: to)
      StandardStream.output.write(
        run.map { "\(place.publication(of: wave)) is that of run \($0) again\n" }
          ?? "\(place.publication(of: wave)) was taken away; 'current' leads to the wave before it\n")
    }
  }
}
