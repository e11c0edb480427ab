import Artefacts
import CSVFiles
import Diagnostics
import Exports
import Files
import StatFiles
import Tables

/// A survey file that was opened: its records, and what the file itself tells of its columns.
struct OpenedSurvey: Sendable {
  /// The records, piece by piece.
  let source: any RecordSource
  /// How the file is laid out.
  let layout: ExportLayout
  /// What the file tells of its columns; empty for a delimited file.
  var labels: [ColumnLabels] = []
  /// What was noticed when the file was opened, beside what the layout notes.
  let notes: [Finding]
  /// How the file is written, for the run record.
  let parameters: [RunRecord.Parameter]
}

/// Opens a survey file: an SPSS data file by its first bytes or its ending, anything else as delimited text.
///
/// - Parameters:
///   - path: The file.
///   - dialect: What is known of a delimited file.
///   - tool: The tool that wrote the file; found out when `nil`.
///   - headingRows: The number of heading records; found out when `nil`.
/// - Returns: The opened file.
/// - Throws: ``Diagnostics/Failure`` with status 66 when the file is missing, 65 when it cannot be read.
func openSurvey(
  _ path: String, dialect: CSVDialect.Choice = .init(), tool: ExportLayout.Tool? = nil, headingRows: Int? = nil
) throws(Failure) -> OpenedSurvey {
  let ending = path.lowercased()
  if try StatSource.isSPSS(readStart(path, count: 4)) || ending.hasSuffix(".sav") || ending.hasSuffix(".zsav") {
    let source = try StatSource(path: path)
    let layout = try ExportLayout(detecting: source.head, tool: .spss, file: path).labelled(by: source.labels)
    return OpenedSurvey(
      source: source, layout: layout, labels: source.labels, notes: [],
      parameters: [RunRecord.Parameter("tool", layout.tool.rawValue)])
  }
  let source = try CSVSource(path: path, dialect: dialect)
  let layout = try ExportLayout(detecting: source.head, tool: tool, headingRows: headingRows, file: path)
  return OpenedSurvey(
    source: source, layout: layout, notes: source.notes,
    parameters: [
      RunRecord.Parameter("delimiter_reason", source.dialect.delimiter.reason),
      RunRecord.Parameter("encoding", source.dialect.encoding.rawValue),
      RunRecord.Parameter("encoding_reason", source.dialect.encodingReason),
      RunRecord.Parameter("tool", layout.tool.rawValue),
      RunRecord.Parameter("tool_reason", layout.reason),
    ].filter { !$0.value.isEmpty })
}
