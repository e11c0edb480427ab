public import Texts

/// Statements with the same answers, and how these are spread over the scale.
public struct AnswerFacts: Hashable, Sendable {
  /// One statement.
  public struct Statement: Hashable, Sendable {
    /// The statement as it was put.
    public var text: Wording
    /// The number of respondents who answered.
    public var count: Int
    /// The share of each answer, from 0 to 1, in the order of the answers.
    public var shares: [Double]

    /// Creates a statement.
    public init(text: Wording, count: Int, shares: [Double]) {
      self.text = text
      self.count = count
      self.shares = shares
    }
  }

  /// The name of the group in the codebook, for the names of files: the index, or nothing for the rest.
  public var id: String?
  /// What the statements are about; `nil` for those that share no index.
  public var label: Wording?
  /// The answers, the lowest first.
  public var answers: [Wording]
  /// The statements, in the order of the codebook.
  public var statements: [Statement]

  /// Creates a group of statements.
  public init(id: String? = nil, label: Wording? = nil, answers: [Wording], statements: [Statement]) {
    self.id = id
    self.label = label
    self.answers = answers
    self.statements = statements
  }
}
