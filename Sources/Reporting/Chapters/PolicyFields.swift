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

  /// The strategy in each field of a type, with the next one, and what the choice rests on.
  func fields(of index: Int) -> Chapter? {
    let own = report.fields.filter { $0.type == index }
    guard !own.isEmpty else { return nil }
    let type = report.types[index]
    let hasGrounds = own.contains { $0.grounds != nil }
    let rows = own.map { fact -> Grid.Row in
      let field = Prose(fact.field[language])
      guard let strategy = fact.strategy else {
        return Grid.Row([field, "–", "–", "–"] + (hasGrounds ? ["–", "–"] : []))
      }
      let cells: [Prose] = [
        field, Prose(withShare(strategy, fact.acceptability)),
        Prose(fact.isClear ? phrases.yes : phrases.noClearWinner),
        Prose(fact.runnerUp.map { report.strategies[$0].name[language] } ?? "–"),
      ]
      guard hasGrounds else { return Grid.Row(cells) }
      return Grid.Row(cells + [Prose(fact.respondents.map(number.integer) ?? "–"), Prose(basis(of: fact))])
    }
    var columns: [Grid.Column] = [
      .text(phrases.policyField), .text(phrases.strategyLabel), .text(phrases.clearHeading), .text(phrases.runnerUp),
    ]
    if hasGrounds { columns += [.number(phrases.peopleHeading), .sentences(phrases.groundsHeading)] }
    let others = front(of: type).map { fieldBlocks(for: type, $0) } ?? []
    let caption = phrases.fieldsCaption(type.letter)
    return Chapter(
      "fields", phrases.policyFields, others + [.table(Grid(caption: caption, columns: columns, rows: rows))])
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
  private func fieldBlocks(for type: TypeFacts, _ front: Int) -> [Block] {
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
