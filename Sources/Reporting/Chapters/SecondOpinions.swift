import Texts

// What other methods make of the same units.

extension ReportWriter {
  func secondOpinions() -> Chapter? {
    let opinions = report.robustness.opinions
    guard !opinions.isEmpty else { return nil }
    let total = report.robustness.units
    var blocks: [Block] = [.paragraph(Prose(phrases.secondOpinionsIntro))]
    blocks.append(
      .bullets(
        opinions.map { opinion in
          Prose(
            phrases.opinion(
              phrases.method(opinion.method), verdict: opinion.verdict, moved: opinion.moved, of: total))
        }))
    let rows = opinions.map { opinion in
      Grid.Row([
        Prose(phrases.capitalised(phrases.method(opinion.method))), Prose(number.decimal(opinion.agreement, digits: 2)),
        Prose(number.integer(opinion.moved)), Prose(phrases.agreementWord(opinion.verdict)),
      ])
    }
    blocks.append(
      .table(
        Grid(
          caption: phrases.secondOpinionsCaption,
          columns: [
            .text(phrases.methodLabel), .number(phrases.agreementLabel), .number(phrases.wouldMove),
            .text(phrases.verdictLabel),
          ], rows: rows)))
    blocks.append(.small(Prose(phrases.agreementNote)))
    return Chapter("second-opinions", phrases.secondOpinions, blocks)
  }
}
