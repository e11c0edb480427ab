public import Texts

/// The strategy that fits one policy field of one type.
public struct FieldFacts: Hashable, Sendable {
  /// What a choice in a field rests on: three shares of what the strategy weighs, that add up to 1.
  public struct Grounds: Hashable, Sendable {
    /// The share that rests on answers of those who work in the field.
    public var answers: Double
    /// The share that rests on the type as a whole.
    public var whole: Double
    /// The share that rests on the catalogue's judgement.
    public var judgement: Double

    /// Creates grounds.
    public init(answers: Double, whole: Double, judgement: Double) {
      self.answers = answers
      self.whole = whole
      self.judgement = judgement
    }
  }

  /// The index of the type.
  public var type: Int
  /// The name of the policy field for readers.
  public var field: Wording
  /// The index of the strategy; `nil` when there were too few respondents to say.
  public var strategy: Int?
  /// The share of recalculations in which it comes first, if known.
  public var acceptability: Double?
  /// Whether the strategy wins clearly.
  public var isClear: Bool
  /// The number of respondents of the type in the field; `nil` when it is not known, or must not be told.
  public var respondents: Int?
  /// The index of the strategy with the next score, if known.
  public var runnerUp: Int?
  /// Whether few answered, so that their answers are drawn towards the type; `nil` when it is not known, or would tell
  /// how many there are.
  public var isPooled: Bool?
  /// What the choice rests on; `nil` as before.
  public var grounds: Grounds?

  /// Creates the facts of a policy field.
  public init(
    type: Int, field: Wording, strategy: Int? = nil, acceptability: Double? = nil, isClear: Bool,
    respondents: Int? = nil, runnerUp: Int? = nil, isPooled: Bool? = nil, grounds: Grounds? = nil
  ) {
    self.type = type
    self.field = field
    self.strategy = strategy
    self.acceptability = acceptability
    self.isClear = isClear
    self.respondents = respondents
    self.runnerUp = runnerUp
    self.isPooled = isPooled
    self.grounds = grounds
  }
}
