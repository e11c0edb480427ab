import ArgumentParser
import CommandSupport
import Diagnostics
import Files
import PipelineDriver
import Stages

/// Tells how a pipeline stands.
struct Status: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell how a pipeline stands: newest wave, what is stale and why, who holds the lock, the last success.",
    discussion: """
      Writes nothing. With --exit-code the status is 0 when 'koers run' would do nothing, and 1 when it would.

      Example:
        koers status Pipelines/member-survey --exit-code
      """)

  @Argument(help: "Pipeline file, or the folder with its pipeline.yaml.", completion: .directory)
  var pipeline: String

  @OptionGroup var folders: FolderOptions

  @Flag(help: "Exit with status 1 when something is stale.")
  var exitCode = false

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    var isUpToDate = true
    try await runReporting { () throws(Failure) in
      let read = try Pipeline(pipeline)
      let status = try PipelineStatus(read, folders.place(of: read))
      isUpToDate = status.isUpToDate
      StandardStream.output.write(json ? status.json : status.text)
    }
    if exitCode, !isUpToDate { throw ExitCode(ExitStatus.stale.rawValue) }
  }
}
