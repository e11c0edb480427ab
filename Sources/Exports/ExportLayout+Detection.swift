public import Diagnostics
public import Tables

extension ExportLayout {
  /// Finds out which tool wrote a file, and names its columns.
  ///
  /// The surest sign counts first: import identifications (Qualtrics), the columns that a tool keeps for itself
  /// (SurveyMonkey, Microsoft Forms, Google Forms), codes in the headings (LimeSurvey). What has no sign is plain.
  /// Columns without a name are called `column_3` after their place, a first one `index`; of two equal headings the
  /// second gets ` (2)` behind it. Both leave a note.
  ///
  /// - Parameters:
  ///   - head: The first records of the file, heading included.
  ///   - tool: The tool, when it is known; found out otherwise.
  ///   - headingRows: The number of heading records, when it is known.
  ///   - file: The file as messages call it.
  /// - Throws: ``Diagnostics/Failure`` with status `badData` when there is no record, or fewer than the heading takes;
  ///   with status `badPipeline` when the file cannot be of the tool that was given.
  /// - Complexity: O(columns).
  public init(detecting head: RawRecords, tool: Tool? = nil, headingRows: Int? = nil, file: String) throws(Failure) {
    let headings = Headings(head)
    guard headings.width > 0 else {
      throw Failure(
        .badData, rule: "empty-file", at: Place(file: file), message: "the file holds no header and no records",
        mend: "export the survey again; the first line must hold the names of the columns")
    }
    var found = Self.recognise(headings)
    if let tool, tool != found.tool {
      found = (tool, Self.usualRows(tool, headings), tool == .spss ? "an SPSS data file" : "the codebook says so")
      if tool == .qualtrics, headingRows == nil, QualtricsHeading.reason(headings) == nil {
        throw Self.wrongTool(file: file, line: head[0].line)
      }
    }
    let rows = headingRows ?? found.rows
    if rows > head.count {
      throw Failure(
        .badData, rule: "short-heading", at: Place(file: file),
        message: "the heading takes \(rows) records, and the file has \(head.count)",
        mend: "export the survey again, or correct 'headingRows' under 'koers:dialect' in the codebook")
    }
    let columns = Self.columns(headings, found.tool, rows)
    let named = NamedColumns(columns, headings: headings, file: file, line: head[0].line)
    self.init(
      tool: found.tool, reason: found.reason, headingRecords: rows, columns: named.columns, notes: named.notes)
  }

  private static func recognise(_ headings: Headings) -> (tool: Tool, rows: Int, reason: String) {
    if let found = QualtricsHeading.reason(headings) { return (.qualtrics, found.rows, found.reason) }
    if let reason = SurveyMonkeyHeading.reason(headings) {
      return (.surveymonkey, SurveyMonkeyHeading.rows(headings), reason)
    }
    if let reason = FormsHeading.microsoftReason(headings) { return (.microsoftForms, 1, reason) }
    if let reason = FormsHeading.googleReason(headings) { return (.googleForms, 1, reason) }
    if let reason = LimeSurveyHeading.reason(headings) { return (.limesurvey, 1, reason) }
    return (.plain, 1, "nothing in the heading tells of a survey tool")
  }

  private static func usualRows(_ tool: Tool, _ headings: Headings) -> Int {
    switch tool {
    case .qualtrics: QualtricsHeading.reason(headings)?.rows ?? 3
    case .surveymonkey: SurveyMonkeyHeading.rows(headings)
    case .plain, .limesurvey, .googleForms, .microsoftForms, .spss: 1
    }
  }

  private static func columns(_ headings: Headings, _ tool: Tool, _ rows: Int) -> [ExportColumn] {
    if rows == 0 { return PlainHeading.columns(headings, rows: 0) }
    switch tool {
    case .plain, .spss: return PlainHeading.columns(headings, rows: rows)
    case .limesurvey: return LimeSurveyHeading.columns(headings)
    case .qualtrics: return QualtricsHeading.columns(headings, rows: rows)
    case .surveymonkey: return SurveyMonkeyHeading.columns(headings, rows: rows)
    case .googleForms, .microsoftForms: return FormsHeading.columns(headings, tool: tool)
    }
  }

  private static func wrongTool(file: String, line: Int) -> Failure {
    Failure(
      .badPipeline, rule: "wrong-tool", at: Place(file: file, line: line),
      message: "the codebook says that Qualtrics wrote this file, and neither its columns nor import identifications "
        + "are in its first rows",
      mend: "correct 'tool' under 'koers:dialect' in the codebook, or set 'headingRows' there")
  }
}
