/// One column of an export.
public struct ExportColumn: Hashable, Sendable {
  /// What a column is for, as far as the tool itself says so.
  public enum Purpose: String, Hashable, Sendable, CaseIterable {
    /// An answer, or anything that the tool does not tell.
    case answer
    /// The identification of the response.
    case response
    /// The moment at which the response was submitted.
    case submitted
    /// The moment at which the response was begun.
    case started
    /// How long it took, in seconds.
    case duration
    /// Who the person is: name, address, network address.
    case person
    /// What the respondent typed behind the choice "other".
    case ownWords
    /// Something else that the tool keeps for itself.
    case administration
    /// A row number that a program left in a column without a name.
    case index
  }

  /// The position in the file, from 0.
  public var position: Int
  /// The names by which a codebook may call the column, the most stable first: code or import identification, then text.
  ///
  /// Never empty, and no name leads to two columns.
  public var names: [String]
  /// The question as it was put; empty when the file does not tell.
  public var text: String
  /// The name of the question that the column is one choice or row of, if it is.
  public var group: String?
  /// The words of that choice or row.
  public var option: String?
  /// What the column is for.
  public var purpose: Purpose

  /// Creates a column.
  public init(
    position: Int, names: [String], text: String = "", group: String? = nil, option: String? = nil,
    purpose: Purpose = .answer
  ) {
    self.position = position
    self.names = names
    self.text = text
    self.group = group
    self.option = option
    self.purpose = purpose
  }

  /// The most stable name.
  public var name: String { names[0] }
}
