import Texts

// The strategy for each policy field of each type, and what it rests on.

extension ReportWriter {
  func policyFields() -> Chapter? {
    guard !report.fields.isEmpty else { return nil }
    var fields: [Wording] = []
    for fact in report.fields where !fields.contains(fact.field) { fields.append(fact.field) }
    let rows = fields.map { field in
      Grid.Row(
        [Prose(field[language])]
          + report.types.indices.map { type in
            Prose(report.fields.first { $0.type == type && $0.field == field }.flatMap(cell) ?? "–")
          })
    }
    let columns = report.types.map { Grid.Column.text(phrases.type($0.letter)) }
    let hasGrounds = report.fields.contains { $0.grounds != nil }
    var blocks: [Block] = [.paragraph(Prose(phrases.policyFieldsIntro))]
    if hasGrounds {
      let judged = report.criteria.filter { $0.origin == .judgement }.map { $0.name[language] }
      blocks.append(.paragraph(Prose(phrases.fieldGrounds(judged: judged, least: report.making.leastInField))))
    }
    blocks.append(
      .table(Grid(caption: phrases.policyFieldsCaption, columns: [.text(phrases.policyField)] + columns, rows: rows)))
    if report.fields.contains(where: { $0.respondents != nil }) { blocks.append(.small(Prose(phrases.fieldCounts))) }
    if hasGrounds { blocks += report.types.indices.compactMap(groundsBlock) }
    return Chapter("fields", phrases.policyFields, blocks)
  }

  /// The strategy of a cell, how often it comes first, and how many people that is about.
  private func cell(_ fact: FieldFacts) -> String? {
    guard let strategy = fact.strategy else { return nil }
    let often = fact.acceptability.map { " (\(phrases.oftenShort($0)))" } ?? ""
    let name = report.strategies[strategy].name[language] + often
    let few = fact.isPooled == true ? phrases.fewAnswersShort : nil
    let people = [fact.respondents.map(phrases.people), few].compactMap { $0 }.joined(separator: ", ")
    let text = fact.isClear ? name : "\(phrases.noClearWinner): \(name)"
    return people.isEmpty ? text : "\(text); \(people)"
  }

  /// What the choices in the fields of a type rest on, behind a line that opens it.
  private func groundsBlock(_ type: Int) -> Block? {
    let own = report.fields.filter { $0.type == type }
    guard own.contains(where: { $0.grounds != nil }) else { return nil }
    let caption = phrases.groundsCaption(report.types[type].letter, report.types[type].name[language])
    let rows = own.map { fact -> Grid.Row in
      let field = Prose(fact.field[language])
      guard let strategy = fact.strategy else { return Grid.Row([field, "–", "–", "–", "–", "–"]) }
      return Grid.Row([
        field, Prose(withShare(strategy, fact.acceptability)),
        Prose(fact.isClear ? phrases.yes : phrases.noClearWinner),
        Prose(fact.runnerUp.map { report.strategies[$0].name[language] } ?? "–"),
        Prose(fact.respondents.map(number.integer) ?? "–"), Prose(basis(of: fact)),
      ])
    }
    let columns: [Grid.Column] = [
      .text(phrases.policyField), .text(phrases.strategyLabel), .text(phrases.clearHeading), .text(phrases.runnerUp),
      .number(phrases.peopleHeading), .sentences(phrases.groundsHeading),
    ]
    return .folded(caption, [.table(Grid(caption: caption, columns: columns, rows: rows))])
  }

  private func withShare(_ strategy: Int, _ share: Double?) -> String {
    report.strategies[strategy].name[language] + (share.map { " (\(phrases.oftenShort($0)))" } ?? "")
  }

  private func basis(of fact: FieldFacts) -> String {
    guard let grounds = fact.grounds else { return "–" }
    let text = phrases.grounds(answers: grounds.answers, whole: grounds.whole, judgement: grounds.judgement)
    return fact.isPooled == true ? "\(text); \(phrases.fewAnswers)" : text
  }

  /// The fields of a type in which another strategy wins clearly.
  func fieldBlocks(for type: TypeFacts, _ front: Int) -> [Block] {
    let others = report.fields.filter { fact in
      report.types[fact.type].letter == type.letter && fact.isClear && fact.strategy != front
    }
    guard !others.isEmpty else { return [] }
    let list = others.map { fact in
      let name = fact.strategy.map { report.strategies[$0].name[language] } ?? ""
      return "\(lowerCased(fact.field[language])) (\(name))"
    }
    return [.paragraph(Prose(phrases.otherInFields(number.list(list))))]
  }
}
