public import Survey
public import Tables

/// How many respondents gave each answer to the statements of which figures may be published: questions with an ordered
/// scale.
///
/// Each respondent counts once, unweighted. Who refused, was not shown the statement or left it open is left out.
public struct AnswerDistributions: Hashable, Sendable {
  /// One answer to one statement.
  public struct Line: Hashable, Sendable {
    /// The name of the question.
    public var question: String
    /// The code of the answer.
    public var answer: String
    /// The number of respondents who gave it.
    public var respondents: Int
    /// The number of respondents who answered the question.
    public var answered: Int
    /// The part of them who gave it, from 0 to 1; `nil` when nobody answered.
    public var share: Double? { answered > 0 ? Double(respondents) / Double(answered) : nil }
  }

  /// The answers, by question in the order of the codebook and from the lowest answer to the highest; what nobody answered
  /// is there with 0.
  public let lines: [Line]

  /// Counts the answers of a wave.
  ///
  /// - Parameters:
  ///   - wave: The answers.
  ///   - codebook: Its codebook.
  /// - Complexity: O(respondents · statements · answers of a scale).
  public init(_ wave: Wave, _ codebook: Codebook) {
    lines = codebook.questions.flatMap { question -> [Line] in
      guard question.publish, question.kind == .scale, question.role == .answer, let column = wave[question.name]
      else { return [] }
      let scale = question.categories.compactMap { category in
        category.number.flatMap { question.refused.contains(category.value) ? nil : (category.value, $0) }
      }.sorted { $0.1 < $1.1 }
      var counts = scale.map { _ in 0 }
      for number in column.numbers {
        guard let number, let position = scale.firstIndex(where: { $0.1 == number }) else { continue }
        counts[position] += 1
      }
      let all = counts.reduce(0, +)
      return zip(scale, counts).map { answer, count in
        Line(question: question.name, answer: answer.0, respondents: count, answered: all)
      }
    }
  }

  /// The table `distributions`, one row an answer.
  public var table: Table {
    Table(
      "distributions",
      [
        Column("question", .text(lines.map(\.question)), description: "Question with an ordered scale."),
        Column("answer", .text(lines.map(\.answer)), description: "Code of the answer, the lowest first."),
        Column("respondents", .integer(lines.map(\.respondents)), description: "Respondents who gave the answer."),
        Column("n", .integer(lines.map(\.answered)), description: "Respondents who answered the question."),
        Column(
          "share", .number(lines.map(\.share)),
          description: "Part of the respondents who answered, from 0 to 1; each counts once, unweighted."),
      ])
  }
}
