import CSVFiles
public import Diagnostics
public import Exports
import Files
import StatFiles
public import Tables

/// A survey file that was opened: its records, and what the file itself tells of its columns.
public struct OpenedSurvey: Sendable {
  /// The records, piece by piece.
  public let source: any RecordSource
  /// What the file tells of its columns; empty for a delimited file.
  public let labels: [ColumnLabels]
  /// The tool, when the kind of file tells it.
  public let tool: ExportLayout.Tool?
  /// What was noticed when the file was opened.
  public let notes: [Finding]
}

/// Opens a survey file: an SPSS data file by its first bytes or its ending, anything else as delimited text.
///
/// - Parameters:
///   - path: The file.
///   - delimiter: The byte between fields; found out when `nil`.
/// - Returns: The opened file.
/// - Throws: ``Diagnostics/Failure`` with status 66 when the file is missing, 65 when it cannot be read.
public func openSurvey(_ path: String, delimiter: UInt8? = nil) throws(Failure) -> OpenedSurvey {
  let ending = path.lowercased()
  if try StatSource.isSPSS(readStart(path, count: 4)) || ending.hasSuffix(".sav") || ending.hasSuffix(".zsav") {
    let source = try StatSource(path: path)
    return OpenedSurvey(source: source, labels: source.labels, tool: .spss, notes: [])
  }
  let source = try CSVSource(path: path, dialect: .init(delimiter: delimiter))
  return OpenedSurvey(source: source, labels: [], tool: nil, notes: source.notes)
}
