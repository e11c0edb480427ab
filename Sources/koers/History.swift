import ArgumentParser
import CommandSupport
import Diagnostics
import Files
import PipelineDriver
import RunHistory
import Stages

/// Lists the runs of a pipeline, or adds a note.
struct History: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the runs of a pipeline, what they published and why they ran, and the notes of its operators.",
    discussion: """
      The history is a SQLite database, .koers/<pipeline>/history.sqlite; its views published, unit_types, type_sizes, \
      stage_times and gate_results are for R and pandas.

      Example:
        koers history Pipelines/member-survey
        koers history Pipelines/member-survey --note "the file of May lacked a province" --run 12
      """)

  @Argument(help: "Pipeline file, or the folder with its pipeline.yaml.", completion: .directory)
  var pipeline: String

  @OptionGroup var folders: FolderOptions

  @Option(help: "Only this wave.")
  var wave: String?

  @Option(help: "Most runs to list, the newest first.")
  var last = 20

  @Option(help: "Write a note instead of listing.")
  var note: String?

  @Option(help: "The run that the note is about.")
  var run: Int64?

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if last < 1 { throw ValidationError("--last must be at least 1, and is \(last)") }
    if run != nil, note == nil { throw ValidationError("--run goes with --note") }
    if let note, note.allSatisfy(\.isWhitespace) { throw ValidationError("--note needs a text") }
  }

  func run() async throws {
    try await runReporting { () throws(Failure) in
      let place = folders.place(of: try Pipeline(pipeline))
      if let note {
        let session = try PipelineSession(place)
        let owner = RunLock.Owner.current
        return try session.history.write(note: note, about: run, author: owner.user, now: owner.since)
      }
      let listing = try HistoryListing(try openHistory(place), wave: wave, most: last)
      StandardStream.output.write(json ? listing.json : listing.text)
    }
  }
}
