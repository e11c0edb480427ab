import Texts

// What the page of a type says about its strategy: which one, what must be in place, what to do first, and why.

extension ReportWriter {
  func strategyChapter(of type: TypeFacts) -> Chapter {
    Chapter("strategy", phrases.whichStrategy, label: phrases.strategyLabel, strategyBlocks(for: type))
  }

  private func strategyBlocks(for type: TypeFacts) -> [Block] {
    guard type.isTold else { return [.paragraph(Prose(phrases.typeNotTold))] }
    var blocks: [Block] = []
    switch type.verdict {
    case .none: return [.paragraph(Prose(phrases.noStrategy))] + unvetoedBlocks(for: type) + rankingBlocks(of: type)
    case .clear(let strategy):
      let share = ranked(strategy, in: type)?.acceptability ?? 0
      blocks.append(.lead("\(strong: phrases.winner(report.strategies[strategy].name[language], share))"))
    case .contenders(let strategies):
      let names = strategies.map { report.strategies[$0].name[language] }
      let shares = strategies.map { ranked($0, in: type)?.acceptability ?? 0 }
      blocks.append(.lead("\(strong: phrases.contenders(names, shares))"))
      if let differences = differences(strategies) { blocks.append(.paragraph(Prose(differences))) }
      if let first = names.first { blocks.append(.paragraph(Prose(phrases.about(first)))) }
    }
    if let front = front(of: type) {
      let strategy = report.strategies[front]
      let more = phrases.moreAbout(strategy.name[language])
      blocks.append(.paragraph("\(strategy.aim[language]) \(more, to: address(ofStrategy: front))."))
    }
    return blocks + rankingBlocks(of: type)
  }

  private func rankingBlocks(of type: TypeFacts) -> [Block] {
    guard !type.ranking.isEmpty else { return [] }
    let figure = rankFigure(of: type).map { [Block.figure($0)] } ?? []
    return figure + [.table(ranking(of: type))] + vetoBlocks(for: type)
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

  // MARK: What must be in place, and what to do first

  func preconditions(of type: TypeFacts) -> Chapter? {
    let blocks = preconditionBlocks(for: type)
    return blocks.isEmpty
      ? nil : Chapter("preconditions", phrases.preconditions, label: phrases.preconditionsShort, blocks)
  }

  func firstSteps(of type: TypeFacts) -> Chapter? {
    guard let front = front(of: type), !report.strategies[front].firstSteps.isEmpty else { return nil }
    let steps = report.strategies[front].firstSteps.map { Prose($0[language]) }
    return Chapter("first-steps", phrases.firstSteps, [.steps(steps)])
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
    var blocks: [Block] = []
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

  // MARK: Why

  func reasons(for type: TypeFacts) -> Chapter? {
    guard let front = front(of: type) else { return nil }
    let blocks = reasonBlocks(for: type, report.strategies[front]) + decisionBlocks(for: type)
    return blocks.isEmpty ? nil : Chapter("why", phrases.why, label: phrases.reason, blocks)
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
    let figure = report.types.firstIndex(of: type).flatMap { contributionFigure(of: $0) }
    return [.paragraph(Prose(phrases.contributionsIntro)), .table(grid)] + (figure.map { [.figure($0)] } ?? [])
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
}
