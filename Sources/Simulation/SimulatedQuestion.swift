/// A column of the wave to be drawn, as far as drawing needs to know it.
public struct SimulatedQuestion: Hashable, Sendable {
  /// What a column holds.
  public enum Kind: Hashable, Sendable {
    /// The name of the record.
    case respondent
    /// The moment of submission.
    case submitted
    /// The seconds that answering took; only dirty waves have it.
    case duration
    /// The unit as typed.
    case unit
    /// The respondent's function, one of these codes.
    case function([String])
    /// The respondent's field of work, one of these codes.
    case field([String])
    /// A whole number from one to another, as a Likert item.
    case scale(ClosedRange<Int>)
    /// True or false, in these texts.
    case option(yes: String, no: String)
    /// One of these codes, of which the first is the affirmative; `unknown` stands for "don't know".
    case choice([String], unknown: String?)
    /// A whole number from 0 on.
    case integer
    /// A number from 0 on, in halves, with this mark between whole and fraction.
    case number(mark: Character)
    /// Free text.
    case text
  }

  /// The name of the column.
  public var name: String
  /// What the column holds.
  public var kind: Kind
  /// The index that the column is an item of.
  public var index: String?
  /// Whether a high value is low on the index.
  public var isReversed: Bool
  /// The multi-select that the column is an option of.
  public var group: String?
  /// The words of each code of a scale.
  public var labels: [String: String]
  /// The code that says that the question was not shown; the cell stays empty when it is `nil`.
  public var notShown: String?

  /// Creates a question.
  public init(
    _ name: String, _ kind: Kind, index: String? = nil, isReversed: Bool = false, notShown: String? = nil,
    group: String? = nil, labels: [String: String] = [:]
  ) {
    self.name = name
    self.kind = kind
    self.index = index
    self.isReversed = isReversed
    self.notShown = notShown
    self.group = group
    self.labels = labels
  }

  /// Whether the column is an answer to a closed question.
  var isClosed: Bool {
    switch kind {
    case .scale, .option, .choice, .integer, .number: true
    case .respondent, .submitted, .duration, .unit, .function, .field, .text: false
    }
  }
}
