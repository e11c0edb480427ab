import Artefacts
public import Diagnostics
import Files
import Stages

/// What a run found, in the lines that the report stage wrote for a terminal.
public struct RunSummary: Sendable {
  /// The summary in the first language of the report.
  public let text: String
  /// The path of what to open: the first page, the report as Markdown when there are no pages, else the folder.
  public let page: String

  /// Reads the summary of a publication.
  ///
  /// - Parameter run: The run that wrote it.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when there is no publication.
  public init(of run: PipelineRun) throws(Failure) {
    let record = try ArtefactFolder(run.publication, stage: ReportRequest.stage).run
    let language = record.parameter("languages")?.split(separator: " ").first.map(String.init) ?? "nl"
    let folder = joinPath(run.publication, language)
    text = try readText(joinPath(folder, "summary.txt"))
    page = ["index.html", "report.md"].map { joinPath(folder, $0) }.first(where: pathExists) ?? folder
  }
}
