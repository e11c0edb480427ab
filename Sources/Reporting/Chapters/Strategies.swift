import Texts

// What a type's portrait says about its strategy, the catalogue, and the criteria.

extension ReportWriter {
  func strategyBlocks(for type: TypeFacts) -> [Block] {
    var blocks: [Block] = [.heading(phrases.whichStrategy)]
    switch type.verdict {
    case .none: return blocks + [.paragraph(Prose(phrases.noStrategy))] + unvetoedBlocks(for: type)
    case .clear(let strategy):
      let share = ranked(strategy, in: type)?.acceptability ?? 0
      blocks.append(.paragraph("\(strong: phrases.winner(report.strategies[strategy].name[language], share))"))
    case .contenders(let strategies):
      let names = strategies.map { report.strategies[$0].name[language] }
      let shares = strategies.map { ranked($0, in: type)?.acceptability ?? 0 }
      blocks.append(.paragraph("\(strong: phrases.contenders(names, shares))"))
      if let differences = differences(strategies) { blocks.append(.paragraph(Prose(differences))) }
      if let first = names.first { blocks.append(.paragraph(Prose(phrases.about(first)))) }
    }
    guard let front = front(of: type) else { return blocks }
    let strategy = report.strategies[front]
    let more = phrases.moreAbout(strategy.name[language])
    blocks.append(.paragraph("\(strategy.aim[language]) \(more, to: "#strategy-\(strategy.id)")."))
    blocks += preconditionBlocks(for: type)
    if !strategy.firstSteps.isEmpty {
      blocks += [.heading(phrases.firstSteps), .steps(strategy.firstSteps.map { Prose($0[language]) })]
    }
    blocks += reasonBlocks(for: type, strategy)
    if let figure = rankFigure(of: type) { blocks.append(.figure(figure)) }
    blocks.append(.table(ranking(of: type)))
    blocks += vetoBlocks(for: type)
    return blocks + fieldBlocks(for: type, front) + decisionBlocks(for: type)
  }

  /// What decides between strategies: the criteria at which not all of them look.
  private func differences(_ strategies: [Int]) -> String? {
    let all = strategies.map { report.strategies[$0].criteria }
    let own = all.enumerated().map { index, criteria in
      criteria.sorted { $0.weight > $1.weight }.map { $0.name[language] }.filter { name in
        !all.enumerated().contains { other, list in other != index && list.contains { $0.name[language] == name } }
      }
    }
    guard own.contains(where: { !$0.isEmpty }) else { return nil }
    return phrases.decides(strategies.map { report.strategies[$0].name[language] }, own.map { $0.map(lowerCased) })
  }

  private func preconditionBlocks(for type: TypeFacts) -> [Block] {
    guard !type.preconditions.isEmpty else { return [] }
    func lines(_ state: PreconditionFacts.State) -> [Prose] {
      type.preconditions.filter { $0.state == state }.map { fact in
        let text = fact.text[language]
        let remarks = remarks(on: fact)
        guard !remarks.isEmpty else { return Prose(text) }
        return Prose(([text.hasSuffix(".") ? text : text + "."] + remarks).joined(separator: " "))
      }
    }
    var blocks: [Block] = [.heading(phrases.preconditions)]
    let open = lines(.open)
    if open.isEmpty { blocks.append(.paragraph(Prose(phrases.nothingOpen))) }
    if open.count > 1 {
      blocks += [.paragraph("\(strong: phrases.stillOpenInOrder)"), .steps(open)]
    } else if !open.isEmpty {
      blocks += [.paragraph("\(strong: phrases.stillOpen)"), .bullets(open)]
    }
    for (title, lines) in [(phrases.alreadyMet, lines(.met)), (phrases.notKnown, lines(.unknown))]
    where !lines.isEmpty {
      blocks += [.paragraph("\(strong: title)"), .bullets(lines)]
    }
    return blocks
  }

  /// How often a precondition is met, where it is open or not surely met, and how far the amount is from its bound.
  private func remarks(on fact: PreconditionFacts) -> [String] {
    var remarks: [String] = []
    if let share = fact.share, fact.state == .open || share < 0.95 { remarks.append(phrases.metBy(share)) }
    if let amount = fact.amount, fact.atLeast != nil || fact.atMost != nil {
      remarks.append(
        phrases.amountBesideBound(amount, from: fact.atLeast, to: fact.atMost, unit: fact.unit?[language]))
    }
    return remarks
  }

  private func reasonBlocks(for type: TypeFacts, _ strategy: StrategyFacts) -> [Block] {
    guard !type.contributions.isEmpty else { return [] }
    let rows = type.contributions.map { fact in
      Grid.Row([
        Prose(fact.criterion[language]), Prose(number.decimal(fact.value, digits: 2)),
        Prose(number.decimal(fact.weight, digits: 2)), Prose(number.decimal(fact.contribution, digits: 2)),
      ])
    }
    let grid = Grid(
      caption: phrases.contributionsCaption(strategy.name[language], type.letter),
      columns: [
        .text(phrases.criterion), .number(phrases.fitValue), .number(phrases.weight), .number(phrases.contribution),
      ], rows: rows)
    return [.heading(phrases.why), .paragraph(Prose(phrases.contributionsIntro)), .table(grid)]
  }

  private func ranking(of type: TypeFacts) -> Grid {
    let hasAny = type.ranking.contains { $0.acceptabilityAnyWeights != nil }
    let baseline =
      type.ranking.contains { $0.aboveBaseline != nil } ? report.strategies.first(where: \.isBaseline) : nil
    let rows = type.ranking.enumerated().map { index, ranked in
      var cells: [Prose] = [link(toStrategy: ranked.strategy)]
      if let veto = ranked.veto {
        cells += [Prose("\(phrases.ruledOut): \(lowerCased(veto[language]))"), "–"]
        if hasAny { cells.append("–") }
        if baseline != nil { cells.append("–") }
      } else {
        cells += [
          Prose(ranked.score.map { number.decimal($0, digits: 2) } ?? "–"),
          Prose(phrases.oftenShort(ranked.acceptability)),
        ]
        if hasAny { cells.append(Prose(ranked.acceptabilityAnyWeights.map(phrases.oftenShort) ?? "–")) }
        if baseline != nil { cells.append(Prose(ranked.aboveBaseline.map(phrases.oftenShort) ?? "–")) }
      }
      return Grid.Row(cells, isMarked: index == 0)
    }
    var columns: [Grid.Column] = [
      .text(phrases.strategyLabel), .number(phrases.score), .number(phrases.firstOften),
    ]
    if hasAny { columns.append(.number(phrases.firstOftenAny)) }
    if let baseline { columns.append(.number(phrases.betterThan(baseline.name[language]))) }
    return Grid(caption: phrases.rankingCaption(type.letter), columns: columns, rows: rows)
  }

  // MARK: The catalogue

  func strategies() -> Chapter {
    let parts = report.strategies.indices.map { Block.part(strategy($0)) }
    return Chapter(
      "strategies", phrases.strategies,
      [.paragraph(Prose(phrases.strategiesIntro(report.strategies.count { !$0.isBaseline })))] + parts)
  }

  private func strategy(_ index: Int) -> Chapter {
    let facts = report.strategies[index]
    let best = report.types.indices.filter { type in
      if case .clear(index) = report.types[type].verdict { true } else { false }
    }
    var list = [
      Fact(
        term: phrases.bestFor,
        text: best.isEmpty ? Prose(phrases.noTypeBest) : Prose.joined(best.map(link(to:)), separator: ", ")),
      Fact(term: phrases.fitsWhen, text: Prose(facts.fits[language])),
    ]
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
    if !facts.preconditions.isEmpty {
      blocks += [.heading(phrases.needs), .bullets(facts.preconditions.map { Prose($0[language]) })]
    }
    if !facts.firstSteps.isEmpty {
      blocks += [.heading(phrases.firstSteps), .steps(facts.firstSteps.map { Prose($0[language]) })]
    }
    if !facts.risks.isEmpty {
      blocks += [.heading(phrases.pitfalls), .bullets(facts.risks.map { Prose($0[language]) })]
    }
    if let example = facts.example {
      let source = facts.source.map { " " + phrases.source($0[language]) } ?? ""
      blocks += [.heading(phrases.example), .paragraph("\(example[language])\(source)")]
    }
    if !facts.criteria.isEmpty {
      blocks.append(.table(strategyCriteria(facts)))
    }
    return Chapter("strategy-\(facts.id)", facts.name[language], blocks)
  }

  private func limit(_ limit: StrategyFacts.Limit) -> String {
    let ends = phrases.limit(from: limit.atLeast.map(plainNumber), to: limit.atMost.map(plainNumber))
    return "\(limit.criterion[language]): \(ends). \(limit.because[language])"
  }

  private func strategyCriteria(_ facts: StrategyFacts) -> Grid {
    Grid(
      caption: "\(phrases.criteriaShort): \(facts.name[language])",
      columns: [.text(phrases.criterion), .number(phrases.weight), .text(phrases.measures)],
      rows: facts.criteria.map {
        Grid.Row([
          Prose($0.name[language]), Prose(number.decimal($0.weight, digits: 2)), Prose($0.judged[language]),
        ])
      })
  }

  func criteria() -> Chapter {
    let hasWeights = report.criteria.contains { $0.weight != nil }
    let hasFree = report.types.contains { $0.ranking.contains { $0.acceptabilityAnyWeights != nil } }
    let hasOrigins = report.criteria.contains { $0.origin != nil }
    let hasFields = report.criteria.contains { $0.inFields != nil }
    let rows = report.criteria.map { fact in
      var cells: [Prose] = [Prose(fact.name[language]), Prose(fact.about[language])]
      if hasWeights { cells.append(Prose(fact.weight.map(plainNumber) ?? "–")) }
      if hasOrigins { cells.append(Prose(fact.origin.map { phrases.origin($0.rawValue) } ?? "–")) }
      if hasFields { cells.append(Prose(fact.inFields.map { phrases.inFields($0.rawValue) } ?? "–")) }
      return Grid.Row(cells + [Prose(fact.reason[language])])
    }
    var columns: [Grid.Column] = [.text(phrases.criterion), .text(phrases.measures)]
    if hasWeights { columns.append(.number(phrases.points)) }
    if hasOrigins { columns.append(.text(phrases.originHeading)) }
    if hasFields { columns.append(.text(phrases.inFieldsHeading)) }
    columns.append(.sentences(phrases.reason))
    let persons = report.making.persons.map { phrases.weighedBy($0) }
    let intro = [phrases.criteriaIntro, persons, hasFree ? phrases.anyWeights : nil].compactMap { $0 }
    var blocks: [Block] = [
      .paragraph(Prose(intro.joined(separator: " "))),
      .table(Grid(caption: phrases.criteriaCaption, columns: columns, rows: rows)),
    ]
    if report.types.contains(where: { $0.decision?.agrees != nil }) {
      blocks += [.heading(phrases.crossCheckHeading), .paragraph(Prose(phrases.crossChecks))]
    }
    if let mirror = weightMirror() { blocks.append(mirror) }
    return Chapter("criteria", phrases.criteria, label: phrases.criteriaShort, blocks)
  }

  /// The weights used beside those that the values would give.
  private func weightMirror() -> Block? {
    let rows = report.criteria.compactMap { fact in
      fact.mirror.map { mirror in
        Grid.Row(
          [Prose(fact.name[language])]
            + [mirror.used, mirror.entropy, mirror.critic].map { Prose(number.percentage($0)) })
      }
    }
    guard !rows.isEmpty else { return nil }
    let grid = Grid(
      caption: phrases.mirrorTitle,
      columns: [
        .text(phrases.criterion), .number(phrases.weightUsed), .number(phrases.byEntropy), .number(phrases.byContrast),
      ], rows: rows)
    return .folded(phrases.mirrorTitle, [.paragraph(Prose(phrases.mirrorIntro)), .table(grid)])
  }

  /// A number without decimals where it has none, else with one.
  private func plainNumber(_ value: Double) -> String {
    number.decimal(value, digits: value == value.rounded() ? 0 : 1)
  }
}
