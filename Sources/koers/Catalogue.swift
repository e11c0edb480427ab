import ArgumentParser
import CommandSupport
import Diagnostics
import Files
import Stages

/// Prints a catalogue of strategies.
struct Catalogue: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the strategies worked out, with the criteria on which they are compared.",
    discussion: """
      For each strategy: its aim, when it fits, what it asks, what must be in place first and in which order, which \
      consequences of doing nothing it answers, the first hundred days, what can go wrong, an example, what it wants of \
      the criteria, and what rules it out. Then the criteria with their points and sources, the fields of work, the \
      consequences, and doing nothing. With --strategy: these strategies alone.

      Given a pipeline, what the catalogue names is held against what the pipeline measures, as 'koers check' does.

      Example:
        koers catalogue Pipelines/member-survey --language en
        koers catalogue strategies.yaml --strategy purpose-first --json
      """)

  @Argument(
    help: "Pipeline file, the folder with its pipeline.yaml, or a catalogue.", completion: .file(extensions: ["yaml"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      "Language to print in: \(CatalogueListing.languages.joined(separator: ", ")) (default: the first of the report).",
      valueName: "language"))
  var language: String?

  @Option(help: "Strategy to print, by its id; repeat the option for more (default: the whole catalogue).")
  var strategy: [String] = []

  @Flag(help: "Print JSON, with both languages.")
  var json = false

  func validate() throws {
    if let language, !CatalogueListing.languages.contains(language) {
      throw ValidationError(
        "'\(language)' is no language; use one of: \(CatalogueListing.languages.joined(separator: ", "))")
    }
  }

  func run() async throws {
    try await runReporting { () throws(Failure) in
      let listing = try CatalogueListing(file, strategies: strategy, language: language)
      printFindings(listing.findings)
      StandardStream.output.write(json ? listing.json : listing.text)
    }
  }
}
