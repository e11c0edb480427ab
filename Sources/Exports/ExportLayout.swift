public import Diagnostics

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

    /// What the tool writes between several choices in one cell, when it writes them there.
    public var joiner: String? {
      switch self {
      case .googleForms: ", "
      case .microsoftForms: ";"
      case .qualtrics: ","
      case .plain, .limesurvey, .surveymonkey, .spss: nil
      }
    }
  }

  /// The tool.
  public var tool: Tool
  /// Why this tool, as a sentence fragment.
  public var reason: String
  /// The number of records at the top that are heading and no answers.
  public var headingRecords: Int
  /// The columns, in the order of the file.
  public var columns: [ExportColumn]
  /// What was noticed about the headings: columns without a name, headings that appear twice.
  public var notes: [Finding]

  /// Creates a layout.
  public init(
    tool: Tool, reason: String, headingRecords: Int, columns: [ExportColumn], notes: [Finding] = []
  ) {
    self.tool = tool
    self.reason = reason
    self.headingRecords = headingRecords
    self.columns = columns
    self.notes = notes
  }
}
