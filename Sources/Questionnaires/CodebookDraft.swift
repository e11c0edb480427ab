public import Diagnostics
public import Exports
public import Tables

/// A proposal for a codebook, made from an export, with a reason for each guess.
///
/// The text is ready to be edited, and can be read as it is. Nothing in it is published: only a person can decide that.
public struct CodebookDraft: Hashable, Sendable {
  /// What the user wants of a draft.
  public struct Wishes: Hashable, Sendable {
    /// The name of the codebook.
    public var name: String
    /// The column that names the unit; guessed when `nil`.
    public var unit: String?
    /// Whether the respondents are units themselves, whatever the columns say.
    public var respondentsAreUnits: Bool

    /// Creates wishes.
    public init(name: String, unit: String? = nil, respondentsAreUnits: Bool = false) {
      self.name = name
      self.unit = unit
      self.respondentsAreUnits = respondentsAreUnits
    }
  }

  /// The text of the codebook, YAML.
  public let text: String
  /// The number of fields.
  public let fields: Int
  /// The number of multi-selects.
  public let groups: Int
  /// The number of columns that have no field.
  public let leftOut: Int

  /// Drafts a codebook.
  ///
  /// - Parameters:
  ///   - layout: How the file is laid out.
  ///   - summary: What was seen of its columns.
  ///   - labels: What the file itself tells of its columns, in their order; empty when it tells nothing.
  ///   - wishes: What the user wants.
  ///   - file: The file as messages call it.
  /// - Throws: ``Diagnostics/Failure`` with status `usage` when the column of the unit is not in the file.
  public init(
    layout: ExportLayout, summary: SurveySummary, labels: [ColumnLabels] = [], wishes: Wishes, file: String
  ) throws(Failure) {
    var drafting = Drafting(layout: layout, summary: summary, labels: labels, wishes: wishes)
    try drafting.findRoles(file: file)
    drafting.draftColumns()
    text = drafting.text(file: file)
    fields = drafting.fields.count
    groups = drafting.groups.count
    leftOut = drafting.leftOut.count
  }

  /// Drafts a codebook from records that are in memory.
  public init(
    layout: ExportLayout, records: RawRecords, labels: [ColumnLabels] = [], wishes: Wishes, file: String
  ) throws(Failure) {
    try self.init(
      layout: layout, summary: SurveySummary(records, layout: layout), labels: labels, wishes: wishes, file: file)
  }
}
