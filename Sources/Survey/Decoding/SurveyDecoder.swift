public import Diagnostics
import Exports
public import Tables

/// A survey file once it is read: the wave, and what became of everything else.
public struct DecodedSurvey: Sendable {
  /// The answers of the used respondents.
  public var wave: Wave
  /// What became of every record.
  public var ledger: Ledger
  /// The broken records.
  public var quarantine: Quarantine
  /// All that was found, by line; none is an error.
  public var findings: SurveyFindings
  /// The names of the units of the wave, by code.
  public var unitNames: [String: String]
  /// What the texts in the column of the unit led to.
  public var names: UnitNames?
}

/// Reads the answers of a small survey file by its codebook, in one piece.
///
/// Every record gets one outcome. A cell that cannot be read is no answer, with a warning; a record is quarantined when it
/// has too few or too many fields, or when an answer that the codebook requires is not there. ``PieceDecoder`` does the same
/// for files of any size.
public struct SurveyDecoder {
  let codebook: Codebook
  let settings: IngestSettings
  let resolve: (String, CalendarDate?) -> UnitResolution

  /// Creates a decoder.
  ///
  /// - Parameters:
  ///   - codebook: What is known of the columns.
  ///   - settings: How the file is read.
  ///   - resolve: Finds the unit that is meant by a text on a day; asked once for each distinct text, and day when
  ///     the rule for reorganisations says that the day of the answer decides; else there is no day.
  public init(
    codebook: Codebook, settings: IngestSettings = IngestSettings(),
    resolve: @escaping (String, CalendarDate?) -> UnitResolution = { typed, _ in .verbatim(typed) }
  ) {
    self.codebook = codebook
    self.settings = settings
    self.resolve = resolve
  }

  /// Reads a survey file.
  ///
  /// - Parameter raw: The file as texts.
  /// - Returns: The wave with respondents in ascending order, the ledger in the order of the file.
  /// - Throws: ``Diagnostics/Failure`` with status `badData`: no records, columns that are missing or unknown (all of
  ///   them), more quarantined records than the limit allows, nobody left.
  /// - Complexity: O(records · columns), and *r* log *r* for the order of *r* respondents.
  public func decode(_ raw: RawTable) throws(Failure) -> DecodedSurvey {
    let columns = raw.header.enumerated().map { ExportColumn(position: $0, names: [trimmed($1)]) }
    let layout = ExportLayout(
      tool: .plain, reason: "the names are given", headingRecords: 1, columns: columns)
    let decoder = try PieceDecoder(
      codebook: codebook, settings: settings, layout: layout, file: raw.file, headingLine: raw.headerLine)
    return try decoder.finish([decoder.decode(raw.records)], resolve: resolve)
  }
}
