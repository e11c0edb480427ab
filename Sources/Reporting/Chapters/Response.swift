import Texts

// Who took part: the ledgers, and the response by class of the register.

extension ReportWriter {
  func response() -> Chapter {
    var intro = Prose(phrases.ledgersIntro)
    if let register = report.response.unitsInRegister { intro = "\(responseRate(of: register)) \(intro)" }
    if let from = report.wave.from, let to = report.wave.to {
      intro = "\(phrases.fieldwork(from: from, to: to)) \(intro)"
    }
    var blocks: [Block] = [
      .paragraph(intro), .table(ledger(phrases.recordLedger, report.response.records, of: ("ingest", "ledger"))),
    ]
    if !report.response.units.isEmpty {
      blocks.append(.table(ledger(phrases.unitLedger, report.response.units, of: ("normalise", "units-ledger"))))
    }
    return Chapter("response", phrases.response, blocks + expected() + unanswered())
  }

  /// How many units of the register answered.
  private func responseRate(of register: Int) -> Statement {
    let answered = report.response.unitsAnswered
    let counted = NumberSource.rows(
      stage: "normalise", table: "units-ledger", [NumberSource.Match("outcome", "respondent")])
    let all = NumberSource.count(stage: "normalise", name: "units_of_register")
    let share = Double(answered) / Double(max(register, 1))
    return Statement(
      phrases.responseRate(answered, of: register),
      [
        whole(answered, from: counted), Statement.Number(phrases.count(register), register, from: all),
        Statement.Number(number.percentage(share), share, from: .ratio(counted, all)),
      ])
  }

  /// What may be expected of the units without answers, and how far that can be relied on.
  private func expected() -> [Block] {
    guard let check = report.response.expectation else { return [] }
    let text = phrases.expectedCheck(accuracy: check.accuracy, baseline: check.baseline)
    func hundredths(_ share: Double, _ column: String) -> Statement.Number {
      Statement.Number(
        number.integer(Int((100 * share).rounded())), share,
        from: .cell(
          stage: "cluster", table: "expected-check", column: column, [NumberSource.Match("method", "selected")]))
    }
    let numbers = [hundredths(check.accuracy, "accuracy"), hundredths(check.baseline, "baseline_accuracy")]
    guard check.isBetter else {
      return [.paragraph(Prose(Statement(phrases.expectedUnknown(check: text), numbers, fixed: ["100"])))]
    }
    return [
      .paragraph("\(phrases.expectedIntro) \(Statement(text, numbers, fixed: ["100"]))"), .table(expectedTable()),
    ]
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

  /// Each outcome with its count, and their sum, which must be the number of rows of the ledger (promise 1).
  private func ledger(_ caption: String, _ counts: [CountFacts], of ledger: (stage: String, table: String)) -> Grid {
    let sum = counts.reduce(0) { $0 + $1.count }
    func count(_ count: Int, _ matches: [NumberSource.Match]) -> Prose {
      cell(count, .rows(stage: ledger.stage, table: ledger.table, matches))
    }
    let rows = counts.map {
      Grid.Row([
        Prose(phrases.capitalised(phrases.outcome($0.outcome))),
        count($0.count, [NumberSource.Match("outcome", $0.outcome)]),
      ])
    }
    return Grid(
      caption: caption, columns: [.text(phrases.outcome), .number(phrases.countLabel)],
      rows: rows + [Grid.Row([Prose(phrases.sum), count(sum, [])], isMarked: true)])
  }
}
