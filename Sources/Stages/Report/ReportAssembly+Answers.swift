import Artefacts
import Diagnostics
import Reporting
import Survey
import Tables
import Texts

// How the answers to statements are spread, as far as they may be published.

extension ReportAssembly {
  /// The statements with all their answers: those of one index together, and the rest at the end.
  ///
  /// Statements stand in one figure only when they have the same answers.
  func answerFacts() throws(Failure) -> [AnswerFacts] {
    guard publishable.has("distributions") else { return [] }
    let table = try publishable.table("distributions")
    let names = try table.texts("question")
    let codes = try table.texts("answer")
    let counts = try table.integers("n")
    let shares = try table.numbers("share")
    var groups: [AnswerFacts] = []
    for question in codebook.questions {
      let rows = names.indices.filter { names[$0] == question.name }
      guard let first = rows.first, let count = counts[first], rows.allSatisfy({ shares[$0] != nil }) else { continue }
      let answers = rows.map { row in
        question.category(codes[row]).map { Wording($0.label) } ?? Wording(same: codes[row])
      }
      let statement = AnswerFacts.Statement(
        text: Wording(question.text), count: count, shares: rows.map { shares[$0] ?? 0 })
      if let position = groups.firstIndex(where: { $0.id == question.index && $0.answers == answers }) {
        groups[position].statements.append(statement)
      } else {
        let label = question.index.flatMap { codebook.index($0) }.map { Wording($0.label) }
        groups.append(AnswerFacts(id: question.index, label: label, answers: answers, statements: [statement]))
      }
    }
    return withRestTogether(groups)
  }

  /// Puts statements that stand alone in their index together, at the end.
  private func withRestTogether(_ groups: [AnswerFacts]) -> [AnswerFacts] {
    var kept: [AnswerFacts] = []
    var rest: [AnswerFacts] = []
    for group in groups {
      if group.id != nil, group.statements.count > 1 {
        kept.append(group)
      } else if let position = rest.firstIndex(where: { $0.answers == group.answers }) {
        rest[position].statements += group.statements
      } else {
        rest.append(AnswerFacts(answers: group.answers, statements: group.statements))
      }
    }
    return kept + rest
  }
}
