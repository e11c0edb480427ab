import ArgumentParser
import CommandSupport
import Diagnostics
import Files
import PipelineDriver
import Stages

/// Takes away what old runs read and left.
struct GC: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gc",
    abstract: "Take away what old runs read and left; what readers see, and the lines of the history, stay.",
    discussion: """
      Example:
        koers gc Pipelines/member-survey --keep 3
      """)

  @Argument(help: "Pipeline file, or the folder with its pipeline.yaml.", completion: .directory)
  var pipeline: String

  @Option(help: "How many publications of each wave stay, to go back to.")
  var keep = 3

  @OptionGroup var folders: FolderOptions

  func validate() throws {
    if keep < 1 { throw ValidationError("--keep must be at least 1, and is \(keep)") }
  }

  func run() async throws {
    try await runReporting { () throws(Failure) in
      let session = try PipelineSession(folders.place(of: try Pipeline(pipeline)))
      printFindings(session.findings)
      let cleaning = try session.clean(keeping: keep)
      StandardStream.output.write(
        "taken away: \(cleaning.objects) files of \(cleaning.runs.count) runs; kept: \(cleaning.kept)"
          + (cleaning.unknown == 0 ? "" : "; of no run of this history, and left: \(cleaning.unknown)") + "\n")
    }
  }
}
