import Texts

// Who took part: the ledgers, and the response by class of the register.

extension ReportWriter {
  func response() -> Chapter {
    var intro = phrases.ledgersIntro
    if let register = report.response.unitsInRegister {
      intro = phrases.responseRate(report.response.unitsAnswered, of: register) + " " + intro
    }
    if let from = report.wave.from, let to = report.wave.to {
      intro = phrases.fieldwork(from: from, to: to) + " " + intro
    }
    var blocks: [Block] = [
      .paragraph(Prose(intro)), .table(ledger(phrases.recordLedger, report.response.records)),
    ]
    if !report.response.units.isEmpty { blocks.append(.table(ledger(phrases.unitLedger, report.response.units))) }
    if report.types.contains(where: { $0.expectedElsewhere != nil }) {
      blocks += [.paragraph(Prose(phrases.expectedIntro)), .table(expectedTable())]
    }
    return Chapter("response", phrases.response, blocks)
  }

  private func expectedTable() -> Grid {
    let rows = report.types.enumerated().map { index, type in
      Grid.Row([
        link(to: index), Prose(number.integer(type.size)),
        Prose(type.expectedElsewhere.map { number.decimal($0, digits: 0) } ?? NumberText.nothing),
      ])
    }
    return Grid(
      caption: phrases.expectedCaption,
      columns: [.text(phrases.typeLabel), .number(phrases.answeredLabel), .number(phrases.expectedLabel)], rows: rows)
  }

  private func ledger(_ caption: String, _ counts: [CountFacts]) -> Grid {
    let sum = counts.reduce(0) { $0 + $1.count }
    let rows = counts.map {
      Grid.Row([Prose(phrases.capitalised(phrases.outcome($0.outcome))), Prose(number.integer($0.count))])
    }
    return Grid(
      caption: caption, columns: [.text(phrases.outcome), .number(phrases.countLabel)],
      rows: rows + [Grid.Row([Prose(phrases.sum), Prose(number.integer(sum))], isMarked: true)])
  }
}
