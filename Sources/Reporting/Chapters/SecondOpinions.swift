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
          let text = phrases.opinion(
            phrases.method(opinion.method), verdict: opinion.verdict, moved: opinion.moved, of: total)
          return Prose(
            Statement(
              text,
              [
                whole(opinion.moved, from: source("moved", opinion)),
                Statement.Number(phrases.count(total), total, from: .count(stage: "cluster", name: "units")),
              ]))
        }))
    let rows = opinions.map { opinion in
      Grid.Row([
        Prose(phrases.capitalised(phrases.method(opinion.method))),
        cell(opinion.agreement, source("ari", opinion)) { number.decimal($0, digits: 2) },
        cell(opinion.moved, source("moved", opinion)), Prose(phrases.agreementWord(opinion.verdict)),
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

  private func source(_ column: String, _ opinion: RobustnessFacts.Opinion) -> NumberSource {
    .cell(
      stage: "cluster", table: "second-opinions", column: column, [NumberSource.Match("method", opinion.method)])
  }
}
