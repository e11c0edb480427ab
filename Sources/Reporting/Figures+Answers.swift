import Charts
import Texts

// Figures about all answers to the statements.

extension ReportWriter {
  /// How the answers to some statements are spread over their scale.
  func likertFigure(of index: Int) -> Picture? {
    let facts = report.answers[index]
    guard !facts.statements.isEmpty else { return nil }
    let chart = LikertChart(
      title: facts.label?[language] ?? phrases.otherStatements, answers: facts.answers.map { $0[language] },
      rows: facts.statements.map { statement in
        LikertChart.Row(
          label: "\(statement.text[language]) (n = \(number.integer(statement.count)))", shares: statement.shares)
      })
    let names = Slug.names(report.answers.map { $0.id ?? "other" })
    return picture("answers-\(names[index])", chart, caption: phrases.answersCaption)
  }
}
