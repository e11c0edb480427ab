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
    return Chapter("response", phrases.response, blocks + expected() + unanswered())
  }

  /// What may be expected of the units without answers, and how far that can be relied on.
  private func expected() -> [Block] {
    guard let check = report.response.expectation else { return [] }
    let sentence = phrases.expectedCheck(accuracy: check.accuracy, baseline: check.baseline)
    guard check.isBetter else { return [.paragraph(Prose(phrases.expectedUnknown(check: sentence)))] }
    return [.paragraph(Prose(phrases.expectedIntro + " " + sentence)), .table(expectedTable())]
  }

  /// The questions that were left without an answer, behind a line that opens them.
  private func unanswered() -> [Block] {
    guard let questions = report.groundwork.unanswered else { return [] }
    guard !questions.isEmpty else { return [.paragraph(Prose(phrases.allAnswered))] }
    let rows = questions.map {
      Grid.Row([
        Prose($0.label[language]), Prose(number.percentage($0.rate, digits: 1)), Prose(number.integer($0.shown)),
      ])
    }
    let columns: [Grid.Column] = [
      .text(phrases.questionLabel), .number(phrases.unansweredShare), .number(phrases.shownTo),
    ]
    let table = Grid(caption: phrases.unanswered, columns: columns, rows: rows)
    return [.folded(phrases.unanswered, [.table(table)])]
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
