import Texts

// The page of a strategy: what it is, for which types it fits and why, and what it asks.

extension ReportWriter {
  func strategyPage(_ index: Int) -> Document {
    let facts = report.strategies[index]
    let chapters: [Chapter?] = [
      about(facts), whereItFits(index), needs(of: index), steps(of: facts), risks(of: index), pitfalls(of: facts),
      judged(facts),
    ]
    var document = page(strategyFiles[index], facts.name[language], chapters.compactMap { $0 })
    document.group = .strategies
    return document
  }

  // MARK: What it is

  private func about(_ facts: StrategyFacts) -> Chapter {
    var list = [Fact(term: phrases.fitsWhen, text: Prose(facts.fits[language]))]
    if !facts.answers.isEmpty {
      let answers = facts.answers.map { answer in
        let level = answer.level.map { " (\(phrases.reliefLevel($0.rawValue)))" } ?? ""
        return lowerCased(answer.consequence[language]) + level
      }.joined(separator: "; ")
      list.append(Fact(term: phrases.answersTo, text: Prose(phrases.capitalised(answers))))
    }
    if !facts.ruledOutWhen.isEmpty {
      let limits = facts.ruledOutWhen.map(limit).joined(separator: " ")
      list.append(Fact(term: phrases.ruledOutWhen, text: Prose(limits)))
    }
    if let asks = facts.asks {
      let words = [asks.people, asks.money, asks.time].map { phrases.effort($0.rawValue) }
      list.append(
        Fact(term: phrases.asks, text: Prose(phrases.asks(people: words[0], money: words[1], time: words[2]))))
    }
    var blocks: [Block] = [.lead(Prose(facts.aim[language]))]
    if facts.isBaseline { blocks.append(.paragraph(Prose(phrases.isBaseline))) }
    blocks.append(.facts(list))
    if let example = facts.example {
      let source = facts.source.map { " " + phrases.source($0[language]) } ?? ""
      blocks += [.heading(phrases.example), .paragraph("\(example[language])\(source)")]
    }
    return Chapter("about", phrases.inShort, blocks)
  }

  private func limit(_ limit: StrategyFacts.Limit) -> String {
    let ends = phrases.limit(from: limit.atLeast.map(plainNumber), to: limit.atMost.map(plainNumber))
    return "\(limit.criterion[language]): \(ends). \(limit.because[language])"
  }

  // MARK: What it asks

  /// What must be in place, and of the types for which it stands in front what is not.
  private func needs(of index: Int) -> Chapter? {
    let facts = report.strategies[index]
    guard !facts.preconditions.isEmpty else { return nil }
    var blocks: [Block] = [.bullets(facts.preconditions.map { Prose($0[language]) })]
    let open = report.types.indices.filter { front(of: report.types[$0]) == index }.map { type -> Prose in
      let texts = report.types[type].preconditions.filter { $0.state == .open }.map { $0.text[language] }
      let list =
        texts.isEmpty
        ? lowerCased(phrases.nothingOpen) : texts.map { lowerCased(endless($0)) }.joined(separator: "; ") + "."
      return "\(link(to: type)): \(list)"
    }
    if !open.isEmpty { blocks += [.heading(phrases.stillOpenByType), .bullets(open)] }
    return Chapter("needs", phrases.preconditions, label: phrases.preconditionsShort, blocks)
  }

  /// A sentence without its full stop.
  private func endless(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }

  private func steps(of facts: StrategyFacts) -> Chapter? {
    guard !facts.firstSteps.isEmpty else { return nil }
    return Chapter("first-steps", phrases.firstSteps, [.steps(facts.firstSteps.map { Prose($0[language]) })])
  }

  private func pitfalls(of facts: StrategyFacts) -> Chapter? {
    guard !facts.risks.isEmpty else { return nil }
    return Chapter(
      "pitfalls", phrases.pitfalls, label: phrases.pitfallsShort, [.bullets(facts.risks.map { Prose($0[language]) })])
  }

  private func judged(_ facts: StrategyFacts) -> Chapter? {
    guard !facts.criteria.isEmpty else { return nil }
    let grid = Grid(
      caption: "\(phrases.criteriaShort): \(facts.name[language])",
      columns: [.text(phrases.criterion), .number(phrases.weight), .text(phrases.measures)],
      rows: facts.criteria.map {
        Grid.Row([
          Prose($0.name[language]), Prose(number.decimal($0.weight, digits: 2)), Prose($0.judged[language]),
        ])
      })
    let more: Block = .paragraph("\(phrases.criteria, to: "criteria.html")")
    return Chapter("criteria", phrases.judgedOn, label: phrases.criteriaShort, [.table(grid), more])
  }

  // MARK: What it does to the risks of doing nothing

  /// For each type the risks with and without the strategy, if that was computed.
  private func risks(of index: Int) -> Chapter? {
    let rows = report.types.indices.flatMap { type in
      report.types[type].relief.filter { $0.strategy == index && $0.level != nil }.map { relief in
        Grid.Row([
          link(to: type), Prose(relief.consequence[language]), riskCell(relief.doingNothing, nil, nil),
          riskCell(relief.risk, relief.low, relief.high), Prose(phrases.reliefLevel(relief.level?.rawValue)),
        ])
      }
    }
    guard !rows.isEmpty else { return nil }
    let grid = Grid(
      caption: phrases.risksByTypeCaption(report.strategies[index].name[language]),
      columns: [
        .text(phrases.typeLabel), .text(phrases.consequence), .number(phrases.riskOfNothing),
        .number(phrases.riskWithStrategy), .text(phrases.howStrongly),
      ], rows: rows)
    let ranges = report.reliefRanges.map { [$0.low, $0.medium, $0.high] }
    return Chapter(
      "risks", phrases.risksHeading, label: phrases.risksShort,
      [.table(grid), .small(Prose(phrases.reliefIsJudged(ranges)))])
  }
}
