public import Diagnostics
public import Exports
import Files
import Questionnaires
import Tables

/// One call of `koers codebook draft`: a survey file becomes a proposal for its codebook.
public struct CodebookDraftRequest: Sendable {
  /// The survey file.
  public var file: String
  /// The name of the codebook; the file's without ending when `nil`.
  public var name: String?
  /// The tool that wrote the file; found out when `nil`.
  public var tool: ExportLayout.Tool?
  /// The column that names the unit; guessed when `nil`.
  public var unit: String?
  /// Whether the respondents are units themselves.
  public var respondentsAreUnits: Bool

  /// Creates a request.
  public init(
    file: String, name: String? = nil, tool: ExportLayout.Tool? = nil, unit: String? = nil,
    respondentsAreUnits: Bool = false
  ) {
    self.file = file
    self.name = name
    self.tool = tool
    self.unit = unit
    self.respondentsAreUnits = respondentsAreUnits
  }

  /// What a draft is, and what was noticed.
  public struct Draft: Sendable {
    /// The text of the codebook.
    public var text: String
    /// One line on what was found.
    public var summary: String
    /// What was noticed.
    public var findings: [Finding]
  }

  /// Reads the survey file once, and drafts its codebook.
  ///
  /// - Returns: The draft.
  /// - Throws: ``Diagnostics/Failure`` with status 66 for a missing file, 65 for one that cannot be read, 64 for a unit
  ///   that is not in it.
  public func run() async throws(Failure) -> Draft {
    let survey = try openSurvey(file, tool: tool)
    let layout = survey.layout
    let (pieces, findings) = try await survey.source.pieces(below: layout.headingRecords) {
      SurveySummary($0, layout: layout)
    }
    let summary = SurveySummary(pieces, layout: layout)
    guard summary.records > 0 else {
      throw Failure(
        .badData, rule: "header-only", at: Place(file: file), message: "the file holds a header and no records",
        mend: "export the survey again, with its answers")
    }
    let bare = lastName(of: file)
    let stem = bare.lastIndex(of: ".").map { String(bare[..<$0]) } ?? bare
    let draft = try CodebookDraft(
      layout: layout, summary: summary, labels: survey.labels,
      wishes: CodebookDraft.Wishes(name: name ?? stem, unit: unit, respondentsAreUnits: respondentsAreUnits), file: file
    )
    return Draft(
      text: draft.text,
      summary:
        "\(file): \(layout.tool.rawValue), \(layout.reason); \(summary.records) records; \(draft.fields) fields, "
        + "\(draft.groups) multi-selects, \(draft.leftOut) columns left out",
      findings: survey.notes + layout.notes + findings)
  }
}

extension CodebookDraftRequest {
  /// The names of the tools, for a command line.
  public static var toolNames: [String] { ExportLayout.Tool.allCases.map(\.rawValue) }

  /// Sets the tool by its name; a name that is none of ``toolNames`` changes nothing.
  public mutating func setTool(named name: String) {
    if let tool = ExportLayout.Tool(rawValue: name) { self.tool = tool }
  }
}
