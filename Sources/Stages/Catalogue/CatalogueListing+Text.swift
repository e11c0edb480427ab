import Settings
import Strategies
import Texts

extension CatalogueListing {
  /// The catalogue for readers: plain text of at most a hundred characters a line.
  ///
  /// With strategies that were asked for, these alone.
  public var text: String {
    var page = TextPage()
    if let chosen {
      for index in chosen {
        add(catalogue.strategies[index], titled: title(of: catalogue.strategies[index]), to: &page)
      }
      return page.text
    }
    page.heading(phrases.strategies, mark: "=")
    page.paragraph(
      phrases.catalogueHolds(
        file, strategies: catalogue.strategies.count { !$0.isBaseline }, criteria: catalogue.criteria.count,
        consequences: catalogue.consequences.count, fields: catalogue.fields.count))
    for (number, strategy) in catalogue.strategies.filter({ !$0.isBaseline }).enumerated() {
      add(strategy, titled: "\(number + 1). " + title(of: strategy), to: &page)
    }
    addCriteria(to: &page)
    addFields(to: &page)
    addConsequences(to: &page)
    if let baseline = catalogue.baseline {
      let strategy = catalogue.strategies[baseline]
      add(strategy, titled: phrases.yardstick(title(of: strategy)), mark: "=", to: &page)
    }
    return page.text
  }

  private func title(of strategy: Strategy) -> String { "\(word(strategy.name)) (\(strategy.id))" }

  // MARK: - A strategy

  /// The column at which what is said under a term begins.
  private static let terms = 14

  private func add(_ strategy: Strategy, titled title: String, mark: Character = "-", to page: inout TextPage) {
    page.heading(title, mark: mark)
    if strategy.isBaseline { page.paragraph(phrases.isBaseline) }
    page.space()
    page.item(phrases.aim, word(strategy.aim), column: Self.terms)
    page.item(phrases.fitsWhen, word(strategy.fits), column: Self.terms)
    let asks = strategy.asks
    page.item(
      phrases.asks,
      phrases.asks(
        people: phrases.effort(asks.people.rawValue), money: phrases.effort(asks.money.rawValue),
        time: phrases.effort(asks.time.rawValue)), column: Self.terms)
    for (index, answer) in strategy.answers.enumerated() {
      page.item(index == 0 ? phrases.answersTo : "", words(answer), column: Self.terms)
    }
    addPreconditions(strategy, to: &page)
    addList(phrases.firstHundredDays, strategy.firstSteps.map(word), isNumbered: true, to: &page)
    addList(phrases.pitfalls, strategy.risks.map(word), to: &page)
    if let example = strategy.example {
      addList(phrases.exampleFromPractice, to: &page)
      page.paragraph("\(word(example.text)) \(phrases.source(word(example.source)))", indent: 2)
    }
    addWishes(strategy, to: &page)
    addList(
      phrases.vetoes,
      strategy.never.map { veto in
        phrases.ruledOut(name(ofSource: veto.when.source), bound(veto.when), because: word(veto.because))
      }, to: &page)
  }

  private func words(_ answer: Strategy.Answer) -> String {
    let name = catalogue.consequences.first { $0.id == answer.consequence }.map { word($0.name) }
    let range = catalogue.relief[answer.level]
    let level = phrases.relief(answer.level.rawValue, range.lowerBound, range.upperBound)
    return "\(name ?? answer.consequence): \(level)"
  }

  private func addPreconditions(_ strategy: Strategy, to page: inout TextPage) {
    if strategy.preconditions.isEmpty { return }
    let (order, step) = steps(of: strategy)
    let items = order.map { position in
      let precondition = strategy.preconditions[position]
      var sentences = [word(precondition.text)]
      let before = precondition.after.map { step[$0] }.sorted()
      if !before.isEmpty { sentences.append(phrases.comesAfter(before)) }
      sentences.append(
        precondition.test.map { phrases.testedBy(name(ofSource: $0.source), bound($0)) } ?? phrases.testedByNobody)
      return sentences.joined(separator: " ")
    }
    addList(phrases.preconditionsInOrder, items, isNumbered: true, to: &page)
  }

  private func addWishes(_ strategy: Strategy, to page: inout TextPage) {
    let wishes = strategy.wants.compactMap { wish -> [String]? in
      guard let index = catalogue.criteria.firstIndex(where: { $0.id == wish.criterion }),
        let value = catalogue.criteria[index][wish.shape]
      else { return nil }
      let criterion = catalogue.criteria[index]
      let weight = group.map { phrases.number.percentage($0.weights.combined[index]) } ?? amount(criterion.points)
      let importance = wish.importance == 1 ? "" : " × \(amount(wish.importance))"
      return [word(criterion.name), weight + importance, words(value)]
    }
    if wishes.isEmpty { return }
    addList(phrases.wants, to: &page)
    page.table(
      [.init(phrases.criterion), .init(phrases.weight), .init(phrases.whatFits)], wishes, indent: 2)
  }

  /// Adds a heading with a list below it; nothing when the list has no items.
  private func addList(_ heading: String, _ items: [String], isNumbered: Bool = false, to page: inout TextPage) {
    if items.isEmpty { return }
    addList(heading, to: &page)
    for (index, item) in items.enumerated() {
      page.item(isNumbered ? "\(index + 1)." : "-", item, indent: 2, column: isNumbered ? 5 : 4)
    }
  }

  private func addList(_ heading: String, to page: inout TextPage) {
    page.space()
    page.paragraph(heading)
  }

  // MARK: - The rest

  private func addCriteria(to page: inout TextPage) {
    page.heading(phrases.criteria, mark: "=")
    page.paragraph(phrases.howToReadWishes)
    page.space()
    var columns: [TextPage.Column] = [
      .init(phrases.criterion), .init(phrases.points, isNumber: true), .init(phrases.shareOfPoints, isNumber: true),
    ]
    var rows = catalogue.criteria.map { criterion in
      [word(criterion.name), amount(criterion.points), phrases.number.percentage(share(of: criterion))]
    }
    if let group {
      page.paragraph(phrases.peopleWeighed(group.file, group.weights.persons.count))
      page.space()
      columns.append(.init(phrases.shareOfPeople, isNumber: true))
      for (row, weight) in group.weights.combined.enumerated() { rows[row].append(phrases.number.percentage(weight)) }
    }
    columns += [.init(phrases.origin), .init(phrases.originInField)]
    for (row, criterion) in catalogue.criteria.enumerated() {
      rows[row] += [origin(of: criterion), originInField(of: criterion)]
    }
    page.table(columns, rows)
    page.space()
    for criterion in catalogue.criteria {
      page.item(titled(criterion) + ":", "\(word(criterion.question)) \(word(criterion.why))", column: 2)
    }
  }

  /// The name of a criterion with its unit.
  private func titled(_ criterion: Criterion) -> String {
    let (name, unit) = (word(criterion.name), word(criterion.unit))
    return unit.isEmpty || unit.lowercased() == name.lowercased() ? name : "\(name) (\(unit))"
  }

  private func addFields(to page: inout TextPage) {
    if catalogue.fields.isEmpty { return }
    page.heading(phrases.fields, mark: "=")
    for field in catalogue.fields {
      page.space()
      page.item("\(word(field.name)) (\(field.id))", word(field.why), column: 2)
      let judged = zip(catalogue.criteria, field.judged).filter { !$1.isNaN }
      if !judged.isEmpty {
        let amounts = judged.map { "\(phrases.lowered(word($0.name))) \(amount($1))" }
        page.paragraph(phrases.judged(amounts, margin: amount(field.margin)), indent: 2)
      }
      let shifted = zip(catalogue.criteria, field.shifts).filter { $1 != 0 }
      if !shifted.isEmpty {
        let amounts = shifted.map { "\(phrases.lowered(word($0.name))) \($1 > 0 ? "+" : "")\(amount($1))" }
        page.paragraph(phrases.shifted(amounts), indent: 2)
      }
    }
  }

  private func addConsequences(to page: inout TextPage) {
    if catalogue.consequences.isEmpty { return }
    page.heading(phrases.consequencesOfNothing, mark: "=")
    for consequence in catalogue.consequences {
      page.space()
      page.item("\(word(consequence.name)) (\(consequence.id))", word(consequence.about), column: 2)
      page.paragraph(
        phrases.riskMeasured(
          origin(ofSource: consequence.source), none: amount(consequence.none), full: amount(consequence.full)),
        indent: 2)
      let answers = catalogue.strategies.compactMap { strategy in
        strategy.answers.first { $0.consequence == consequence.id }.map {
          "\(word(strategy.name)) (\(phrases.effort($0.level.rawValue)))"
        }
      }
      page.paragraph(answers.isEmpty ? phrases.answeredByNone : phrases.answeredBy(answers), indent: 2)
    }
  }
}
