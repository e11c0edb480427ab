public import Tables

/// The answers of one wave: used respondents only, sorted by their identification.
public struct Wave: Hashable, Sendable {
  /// The identification of each respondent, *n* of them, in ascending order.
  public var respondents: [String]
  /// The code of the unit of each respondent, *n* of them.
  public var units: [String]
  /// The answers, one column a question in the order of the codebook; respondent and unit have none.
  public var answers: [AnswerColumn]

  /// Creates a wave.
  ///
  /// - Precondition: All columns are as long as the list of respondents.
  public init(respondents: [String], units: [String], answers: [AnswerColumn]) {
    precondition(units.count == respondents.count && answers.allSatisfy { $0.states.count == respondents.count })
    self.respondents = respondents
    self.units = units
    self.answers = answers
  }

  /// The answers to a question.
  public subscript(question: String) -> AnswerColumn? { answers.first { $0.question == question } }
}

/// The answers of all respondents to one question.
public struct AnswerColumn: Hashable, Sendable {
  /// The name of the question.
  public var question: String
  /// The typed values, *n* of them; `nil` unless answered, except that an option not chosen is `false`.
  public var values: Column.Values
  /// What became of the question for each respondent, *n* of them.
  public var states: [AnswerState]
  /// The values as numbers, *n* of them: scales as their codes, options as 1 and 0 (not chosen too), categories by the number that the codebook
  /// gives them; `nil` where there is none.
  public var numbers: [Double?]

  /// Creates a column.
  ///
  /// - Precondition: All lists have the same length.
  public init(question: String, values: Column.Values, states: [AnswerState], numbers: [Double?]) {
    precondition(states.count == numbers.count && Column(question, values).count == states.count)
    self.question = question
    self.values = values
    self.states = states
    self.numbers = numbers
  }
}
