import Texts

// What people answered, beside what was published. What an estimate is about is named wherever one is printed.

extension ReportWriter {
  func results() -> Chapter? {
    guard !report.results.isEmpty || !report.groundwork.otherResults.isEmpty else { return nil }
    let hasAverage = allResults.contains { $0.averageUnit != nil }
    let intro = phrases.resultsIntro(
      hasAverage: hasAverage, hasRegister: report.response.unitsInRegister != nil, hasPublished: hasPublished)
    var blocks: [Block] = []
    if let others = othersAnswered {
      blocks.append(
        .paragraph(
          Prose(phrases.resultsCounted(report.response.respondents, others: others, hasPublished: hasPublished))))
    }
    blocks.append(.bullets(intro.map { Prose($0) }))
    if !report.results.isEmpty {
      if let figure = resultsFigure() { blocks.append(.figure(figure)) }
      blocks.append(.table(publishedTable(hasAverage: hasAverage)))
    }
    blocks += waysOfCounting() + otherResults() + resultsByGroup()
    return Chapter("results", phrases.results, label: phrases.resultsShort, blocks)
  }

  /// All answers to the statements, those of one index together.
  func allAnswers() -> Chapter? {
    let figures = report.answers.indices.compactMap { likertFigure(of: $0) }
    guard !figures.isEmpty else { return nil }
    let minimum = report.groundwork.disclosure?.minimum ?? 5
    return Chapter(
      "answers", phrases.allAnswers, label: phrases.allAnswersShort,
      [.paragraph(Prose(phrases.allAnswersIntro(minimum: minimum)))] + figures.map { .figure($0) })
  }

  /// Whether there are results beside which a published figure stands.
  private var hasPublished: Bool { !report.results.isEmpty }

  private var allResults: [ResultFacts] { report.results + report.groundwork.otherResults }

  /// The short table: each result beside the words in which it was published.
  private func publishedTable(hasAverage: Bool) -> Grid {
    let rows = report.results.map { fact in
      var cells: [Prose] = [Prose(statement(of: fact)), estimate(fact.respondents, fact)]
      if hasAverage { cells.append(estimate(fact.averageUnit, fact)) }
      return Grid.Row(
        cells + [
          Prose(fact.published?[language] ?? NumberText.nothing), Prose(number.integer(fact.respondents.count)),
        ])
    }
    var columns: [Grid.Column] = [.text(phrases.statement), .number(phrases.amongRespondents)]
    if hasAverage { columns.append(.number(phrases.averageUnit)) }
    columns += [.sentences(phrases.asPublished), .number(phrases.answersCount)]
    return Grid(caption: phrases.resultsCaption, columns: columns, rows: rows)
  }

  // MARK: Details

  private func waysOfCounting() -> [Block] {
    let hasEffect = report.results.contains { fact in
      EstimandFacts.allCases.contains { fact[$0]?.designEffect != nil }
    }
    let hasInhabitants = report.results.contains { $0.inhabitants != nil }
    guard hasEffect || hasInhabitants else { return [] }
    var blocks: [Block] = []
    if hasInhabitants { blocks.append(.paragraph(Prose(phrases.inhabitantsExplained))) }
    if hasEffect { blocks.append(.paragraph(Prose(phrases.designEffectExplained))) }
    return [.folded(phrases.waysOfCounting, blocks + [.table(estimandTable(report.results, phrases.waysOfCounting))])]
  }

  private func otherResults() -> [Block] {
    let others = report.groundwork.otherResults
    guard !others.isEmpty else { return [] }
    return [
      .folded(
        phrases.otherResults(hasPublished: hasPublished),
        [
          .paragraph(Prose(phrases.otherResultsIntro)),
          .table(estimandTable(others, phrases.otherResultsCaption(hasPublished: hasPublished))),
        ])
    ]
  }

  /// Every estimate of some results, with the design effects.
  private func estimandTable(_ results: [ResultFacts], _ caption: String) -> Grid {
    let shown = EstimandFacts.allCases.filter { estimand in results.contains { $0[estimand] != nil } }
    let effects = shown.filter { estimand in results.contains { $0[estimand]?.designEffect != nil } }
    let rows = results.map { fact in
      var cells: [Prose] = [Prose(statement(of: fact))]
      cells += shown.map { estimate(fact[$0], fact) }
      cells += effects.map { estimand in
        Prose(fact[estimand]?.designEffect.map { number.decimal($0, digits: 2) } ?? NumberText.nothing)
      }
      return Grid.Row(cells + [Prose(number.integer(fact.respondents.count))])
    }
    let columns: [Grid.Column] =
      [.text(phrases.statement)] + shown.map { .number(name(of: $0)) }
      + effects.map { .number(phrases.designEffect(of: phrases.lowered(name(of: $0)))) }
      + [.number(phrases.answersCount)]
    return Grid(caption: caption, columns: columns, rows: rows)
  }

  private func resultsByGroup() -> [Block] {
    let groundwork = report.groundwork
    return groundwork.groupings.enumerated().compactMap { index, grouping in
      let results = allResults.filter { index < $0.groups.count }
      guard !results.isEmpty else { return nil }
      let rows = results.map { fact in
        Grid.Row([Prose(statement(of: fact))] + fact.groups[index].map { cell($0, fact) })
      }
      let label = grouping.label[language]
      let grid = Grid(
        caption: phrases.byGroupCaption(label, phrases.lowered(name(of: groundwork.groupEstimand))),
        columns: [.text(phrases.statement)] + grouping.groups.map { .number($0[language]) }, rows: rows)
      return .folded(
        phrases.byGroup(phrases.lowered(label)), [.table(grid)] + marks(in: results.flatMap { $0.groups[index] }))
    }
  }

  /// What the marks of withheld cells mean, if there are any.
  private func marks(in cells: [CellFacts]) -> [Block] {
    let note = phrases.marksExplained(
      tooFew: cells.contains(.tooFew), telling: cells.contains(.wouldTell),
      minimum: report.groundwork.disclosure?.minimum ?? 5)
    return note.isEmpty ? [] : [.small(Prose(note))]
  }

  // MARK: Words

  /// The question with the answer that was counted.
  func statement(of fact: ResultFacts) -> String {
    guard let answer = fact.answer else { return fact.question[language] }
    var question = fact.question[language]
    if question.hasSuffix("?") { return "\(question) \(phrases.capitalised(answer[language]))" }
    if question.hasSuffix(".") { question.removeLast() }
    return "\(question): \(phrases.lowered(answer[language]))"
  }

  /// What an estimate is about, as it is named wherever one is printed.
  func name(of estimand: EstimandFacts) -> String {
    switch estimand {
    case .respondents: phrases.amongRespondents
    case .units: phrases.averageUnit
    case .inhabitants: phrases.byInhabitants
    }
  }

  private func cell(_ cell: CellFacts, _ fact: ResultFacts) -> Prose {
    switch cell {
    case .shown(let facts): estimate(facts, fact)
    case .tooFew: Prose(phrases.markTooFew)
    case .wouldTell: Prose(phrases.markTelling)
    case .empty: Prose(NumberText.nothing)
    }
  }

  /// A share or mean with its interval; an en dash for none.
  private func estimate(_ facts: EstimateFacts?, _ result: ResultFacts) -> Prose {
    guard let facts else { return Prose(NumberText.nothing) }
    var text = result.isMean ? number.decimal(facts.value, digits: 2) : number.percentage(facts.value)
    if let low = facts.low, let high = facts.high {
      text += result.isMean ? " (\(number.range(low, high, digits: 2)))" : " (\(number.percentageRange(low, high)))"
    }
    return Prose(text)
  }
}
