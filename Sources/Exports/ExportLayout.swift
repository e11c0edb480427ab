/// How a survey tool wrote a file: which tool it was, how many rows its heading takes, and what stands in each column.
///
/// Every tool has its own way: one heading or three, a column for each choice or all choices in one cell. A layout tells
/// it once, so that the rest of the program sees columns with names.
public struct ExportLayout: Hashable, Sendable {
  /// The tools whose files are known.
  public enum Tool: String, Hashable, Sendable, CaseIterable {
    /// One row of names, as a spreadsheet or a statistics program writes it.
    case plain
    /// LimeSurvey: headings as code (`Q1[SQ001]`), as full text, or as both.
    case limesurvey
    /// Qualtrics: a row of names, one of texts, one of import identifications.
    case qualtrics
    /// SurveyMonkey: a row of questions and one of choices; a blank question repeats the one before.
    case surveymonkey
    /// Google Forms: questions as headings, several choices in one cell behind commas.
    case googleForms = "google-forms"
    /// Microsoft Forms: questions as headings, several choices in one cell behind semicolons.
    case microsoftForms = "microsoft-forms"
    /// An SPSS data file.
    case spss
  }

  /// The tool.
  public var tool: Tool
  /// Why this tool, as a sentence fragment.
  public var reason: String
  /// The number of records at the top that are heading and no answers.
  public var headingRecords: Int
  /// The columns, in the order of the file.
  public var columns: [ExportColumn]

  /// Creates a layout.
  public init(tool: Tool, reason: String, headingRecords: Int, columns: [ExportColumn]) {
    self.tool = tool
    self.reason = reason
    self.headingRecords = headingRecords
    self.columns = columns
  }
}

/// One column of an export.
public struct ExportColumn: Hashable, Sendable {
  /// The position in the file, from 0.
  public var position: Int
  /// The names by which a codebook may call the column, the most stable first (code or import identification before text); never empty,
  /// and the first is unlike that of any other column.
  public var names: [String]
  /// The question as it was put; empty when the file does not tell.
  public var text: String
  /// The name of the question that the column is one choice or row of, if it is.
  public var group: String?
  /// The words of that choice or row.
  public var option: String?

  /// Creates a column.
  public init(position: Int, names: [String], text: String = "", group: String? = nil, option: String? = nil) {
    self.position = position
    self.names = names
    self.text = text
    self.group = group
    self.option = option
  }

  /// The most stable name.
  public var name: String { names[0] }
}
