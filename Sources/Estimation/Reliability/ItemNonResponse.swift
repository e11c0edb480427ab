public import Survey
public import Tables

/// How many of those who were shown a question did not answer it.
///
/// The rate of item nonresponse is the number who refused (*don't know* included, where the codebook counts it so) or
/// left it open, divided by the number who were shown the question. An option of a multi-select that was shown and not
/// chosen is answered.
///
/// > The American Association for Public Opinion Research (2023). Standard Definitions: Final Dispositions of Case Codes
/// > and Outcome Rates for Surveys, 10th edition: item nonresponse.
public struct ItemNonResponse: Hashable, Sendable {
  /// One question.
  public struct Line: Hashable, Sendable {
    /// The name of the question.
    public var question: String
    /// The number of respondents who were shown it.
    public var shown: Int
    /// The number who answered.
    public var answered: Int
    /// The number who refused, or said that they do not know.
    public var refused: Int
    /// The number who gave nothing, without a reason.
    public var missing: Int
    /// The share of those who were shown it that did not answer; `nil` when it was shown to nobody.
    public var rate: Double? { shown > 0 ? Double(refused + missing) / Double(shown) : nil }
  }

  /// The questions that the wave holds, in the order of the codebook; roles such as the moment of submission left out.
  public let lines: [Line]

  /// Counts the answers to each question.
  ///
  /// - Parameters:
  ///   - wave: The answers.
  ///   - codebook: Its codebook.
  /// - Complexity: O(respondents · questions).
  public init(_ wave: Wave, _ codebook: Codebook) {
    lines = codebook.questions.compactMap { question in
      guard [.answer, .function, .field].contains(question.role), let column = wave[question.name] else { return nil }
      var line = Line(question: question.name, shown: 0, answered: 0, refused: 0, missing: 0)
      for state in column.states {
        switch state {
        case .answered, .notSelected: line.answered += 1
        case .refused: line.refused += 1
        case .missing: line.missing += 1
        case .notShown: continue
        }
        line.shown += 1
      }
      return line
    }
  }

  /// Returns the line of a question.
  public subscript(question: String) -> Line? { lines.first { $0.question == question } }

  /// The table `item-nonresponse`, one row a question.
  public var table: Table {
    Table(
      "item-nonresponse",
      [
        Column("question", .text(lines.map(\.question)), description: "Question."),
        Column("shown", .integer(lines.map(\.shown)), description: "Respondents who were shown the question."),
        Column("answered", .integer(lines.map(\.answered)), description: "Respondents who answered it."),
        Column(
          "refused", .integer(lines.map(\.refused)), description: "Respondents who refused or said don't know."),
        Column("missing", .integer(lines.map(\.missing)), description: "Respondents who gave nothing."),
        Column(
          "rate", .number(lines.map(\.rate)),
          description: "Item nonresponse: refused or missing, as a share of those who were shown it."),
      ])
  }
}
