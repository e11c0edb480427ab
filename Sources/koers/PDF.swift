import ArgumentParser
import CommandSupport
import Diagnostics
import Files
import PipelineDriver
import Stages

/// Makes PDF files of a publication.
struct PDF: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pdf",
    abstract: "Make report.pdf and bulletin.pdf of a publication, with bookmarks and tags for screen readers.",
    discussion: """
      They are made by WeasyPrint 70 or later (pipx install 'weasyprint>=70'), from the pages that readers have, and stand \
      apart from the publication. Without --wave it is the newest publication; without --language every language of it.

      Example:
        koers pdf Pipelines/member-survey --language nl --output PDF
      """)

  @Argument(help: "Pipeline file, or the folder with its pipeline.yaml.", completion: .directory)
  var pipeline: String

  @OptionGroup var folders: FolderOptions

  @Option(help: "Name of the wave.")
  var wave: String?

  @Option(help: "Code of a language: nl or en; may be given twice.")
  var language: [String] = []

  @Option(
    help: "Folder that gets a folder for each language (default: PDF/<pipeline>/<wave>).", completion: .directory)
  var output: String?

  @Option(help: "Name or path of WeasyPrint.", completion: .file())
  var weasyprint = "weasyprint"

  func run() async throws {
    try await runReporting { () async throws(Failure) in
      let place = folders.place(of: try Pipeline(pipeline))
      let publication = wave.map { place.publication(of: $0) } ?? place.current
      let request = PDFRequest(
        publication, languages: language.isEmpty ? nil : language, output: output, program: weasyprint)
      StandardStream.output.write(try await request.make().map { $0 + "\n" }.joined())
    }
  }
}
