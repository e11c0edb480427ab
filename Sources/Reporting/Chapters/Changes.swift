import Charts
import Texts

// What changed since the last wave: the page, and what the main page says of it in short.

extension ReportWriter {
  /// The page; nothing without an earlier wave.
  func changesPage() -> Document? {
    guard let facts = report.changes else { return nil }
    let chapters =
      [changesOpening(facts), estimateChanges(facts), typeChanges(facts), movers(facts)] + comparisonChapters(facts)
    return page("changes", phrases.changes, label: phrases.changesShort, chapters)
  }

  /// What changed most, with a link to the page; nothing without an earlier wave.
  func changesInShort() -> Prose? {
    guard let facts = report.changes else { return nil }
    return "\(changesSummary(facts).joined(separator: " ")) \(phrases.moreAboutChanges, to: "changes.html")."
  }

  private func changesOpening(_ facts: ChangeFacts) -> Chapter {
    var blocks: [Block] = [
      .lead(Prose((changesSummary(facts) + [phrases.changesNoJudgement]).joined(separator: " ")))
    ]
    if report.simulated { blocks.append(.note(Prose(phrases.simulatedExplained))) }
    return Chapter("changes", phrases.inShort, blocks)
  }

  /// The results, the types and the units, a sentence or two each.
  func changesSummary(_ facts: ChangeFacts) -> [String] {
    var sentences: [String] = []
    let compared = mainChanges(facts)
    if !compared.isEmpty {
      let changed = changesBySize(compared.filter(\.isChanged))
      sentences.append(
        phrases.resultsChanged(
          changed.count, of: compared.count, since: facts.earlier.name, date: facts.earlier.date))
      if let most = changed.first {
        sentences.append(
          phrases.changedMost(statement(of: most.result), before: value(most.before, most), now: value(most.now, most)))
      }
    }
    let kept = facts.origins.count { if case .kept = $0 { true } else { false } }
    sentences.append(phrases.typesKept(kept, of: facts.origins.count))
    if facts.movements.counted > 0 {
      sentences.append(phrases.moversInShort(facts.movements.movers.count, of: facts.movements.counted))
    }
    return sentences
  }

  /// Changes, the largest beside its interval first; of equals the first.
  func changesBySize(_ changes: [EstimateChange]) -> [EstimateChange] {
    changes.enumerated().sorted { first, second in
      (-relativeSize(first.element), first.offset) < (-relativeSize(second.element), second.offset)
    }.map(\.element)
  }

  /// How large a change is beside its interval, so that shares and means can be compared.
  private func relativeSize(_ change: EstimateChange) -> Double {
    guard let low = change.low, let high = change.high, high > low else { return 0 }
    return change.difference.magnitude / (high - low)
  }

  // MARK: Estimates

  /// The way of counting that the page shows: the average unit where it was computed, else the respondents.
  private func mainEstimand(_ facts: ChangeFacts) -> EstimandFacts {
    facts.estimates.contains { $0.estimand == .units } ? .units : .respondents
  }

  func mainChanges(_ facts: ChangeFacts) -> [EstimateChange] {
    let estimand = mainEstimand(facts)
    return facts.estimates.filter { $0.estimand == estimand }
  }

  private func estimateChanges(_ facts: ChangeFacts) -> Chapter {
    let all = mainChanges(facts)
    var blocks: [Block] = []
    if all.isEmpty {
      blocks.append(.paragraph(Prose(phrases.nothingCompared)))
    } else {
      let intro = phrases.estimateChangesIntro(
        phrases.lowered(name(of: mainEstimand(facts))), total: all.count { $0.probability != nil })
      blocks += [
        .paragraph(Prose(intro)), .paragraph(Prose(phrases.differenceInterval(unitsInBoth: facts.unitsInBoth))),
      ]
      let changed = all.filter(\.isChanged)
      if !changed.isEmpty { blocks.append(.table(changeTable(changed, phrases.changedCaption, facts))) }
      blocks.append(
        .folded(phrases.allChangesCaption, [.table(changeTable(all, phrases.allChangesCaption, facts))]))
    }
    if !facts.notCompared.isEmpty {
      blocks.append(.small(Prose(phrases.notCompared(facts.notCompared.map { plainQuestion($0) }))))
    }
    return Chapter("changed-answers", phrases.estimateChanges, label: phrases.estimateChangesShort, blocks)
  }

  private func plainQuestion(_ question: Wording) -> String {
    let text = question[language]
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  private func changeTable(_ changes: [EstimateChange], _ caption: String, _ facts: ChangeFacts) -> Grid {
    let rows = changes.map { change in
      Grid.Row(
        [
          Prose(statement(of: change.result)), Prose(value(change.before, change)), Prose(value(change.now, change)),
          Prose(
            change.result.isMean
              ? phrases.meanDifference(change.difference, change.low, change.high)
              : phrases.pointsDifference(change.difference, change.low, change.high)),
          Prose(phrases.changeVerdict(change.difference, isChanged: change.isChanged)),
        ])
    }
    return Grid(
      caption: caption,
      columns: [
        .text(phrases.statement), .number(facts.earlier.name), .number(report.wave.name),
        .number(phrases.differenceLabel), .text(phrases.changedLabel),
      ], rows: rows)
  }

  func value(_ estimate: EstimateFacts, _ change: EstimateChange) -> String {
    change.result.isMean ? number.decimal(estimate.value, digits: 2) : number.percentage(estimate.value)
  }

  // MARK: Types

  private func typeChanges(_ facts: ChangeFacts) -> Chapter {
    var blocks: [Block] = [.paragraph(Prose(phrases.typeChangesIntro(counted: facts.movements.counted)))]
    if !facts.hasSameFeatures { blocks.append(.note(Prose(phrases.otherFeatures))) }
    blocks.append(.table(typeTable(facts)))
    if facts.movements.counted > 0 {
      blocks += [.heading(phrases.flows), .figure(flowFigure(facts))]
    }
    return Chapter("changed-types", phrases.typeChanges, label: phrases.typeChangesShort, blocks)
  }

  private func typeTable(_ facts: ChangeFacts) -> Grid {
    let now = report.types.enumerated().map { index, type in
      let before = earlierType(ofOrigin: facts.origins[index]).map { facts.types[$0] }
      return Grid.Row([
        link(to: index), Prose(event(of: index, facts)),
        Prose(before.map { size($0.size, $0.share) } ?? NumberText.nothing),
        Prose(size(type.size, type.share)), strategies(of: type, before, facts),
      ])
    }
    let gone = facts.types.enumerated().compactMap { index, type -> Grid.Row? in
      guard let event = event(ofEarlier: index, facts) else { return nil }
      return Grid.Row([
        Prose(phrases.capitalised(earlierName(type, facts))), Prose(event), Prose(size(type.size, type.share)),
        Prose(NumberText.nothing), Prose(phrases.strategyThen(strategy(type), facts.earlier.name)),
      ])
    }
    return Grid(
      caption: phrases.typeChangesCaption,
      columns: [
        .text(phrases.typeLabel), .sentences(phrases.becameLabel), .number(phrases.unitsIn(facts.earlier.name)),
        .number(phrases.unitsIn(report.wave.name)), .text(phrases.strategyLabel),
      ], rows: now + gone)
  }

  func size(_ size: Int, _ share: Double) -> String {
    "\(number.integer(size)) (\(number.percentage(share)))"
  }

  /// The strategy of now, and the one of then where there was one.
  private func strategies(of type: TypeFacts, _ before: EarlierTypeFacts?, _ facts: ChangeFacts) -> Prose {
    guard let before else { return verdict(of: type) }
    let then = strategy(before)
    return then == verdictText(type)
      ? "\(verdict(of: type)) (\(phrases.strategyAlsoThen(facts.earlier.name)))"
      : "\(verdict(of: type)) (\(phrases.strategyThen(then, facts.earlier.name)))"
  }

  func strategy(_ type: EarlierTypeFacts) -> String {
    switch type.strategy {
    case .clear(let name): name[language]
    case .contenders(let names): phrases.between(names.map { $0[language] })
    case .some(.none): phrases.noStrategy
    case nil: NumberText.nothing
    }
  }

  /// The earlier type that a type of now is, if it is one.
  func earlierType(ofOrigin origin: OriginFacts) -> Int? {
    if case .kept(let type) = origin { return type }
    return nil
  }

  /// `type B van 2020 (Doelgericht)`.
  private func earlierName(_ type: EarlierTypeFacts, _ facts: ChangeFacts) -> String {
    let name = phrases.earlierType(type.letter, of: facts.earlier.name)
    return type.name.map { "\(name) (\($0[language]))" } ?? name
  }

  private func event(of type: Int, _ facts: ChangeFacts) -> String {
    func earlier(_ index: Int) -> String { earlierName(facts.types[index], facts) }
    let now = facts.flows.reduce(0) { $0 + $1[type] }
    switch facts.origins[type] {
    case .kept(let from):
      return phrases.typeWasKept(
        earlier(from), shared: facts.flows[from][type], of: facts.flows[from].reduce(0, +))
    case .split(let from): return phrases.typeSplitOff(earlier(from), shared: facts.flows[from][type], of: now)
    case .merged(let parts): return phrases.typeMerged(parts.map(earlier))
    case .new: return phrases.typeIsNew
    }
  }

  /// What became of an earlier type; nothing when it was kept.
  private func event(ofEarlier type: Int, _ facts: ChangeFacts) -> String? {
    func now(_ index: Int) -> String { phrases.lowered(title(of: report.types[index])) }
    switch facts.types[type].fate {
    case .kept: return nil
    case .split(let parts): return phrases.typeFellApart(into: parts.map(now))
    case .merged(let into):
      return phrases.typeWentInto(now(into), shared: facts.flows[type][into], of: facts.flows[type].reduce(0, +))
    case .retired: return phrases.typeIsGone
    }
  }

  // MARK: Flows

  /// The bands from type to type, with the numbers under it.
  ///
  /// - Parameters:
  ///   - facts: What changed.
  ///   - most: The most letters of a name; names are whole without it.
  /// - Returns: The figure `flows`.
  func flowFigure(_ facts: ChangeFacts, letters most: Int? = nil) -> Picture {
    func node(_ letter: String, _ name: String) -> FlowChart.Node {
      .type(TypeLabel(letter: letter, name: most.map { brief(name, $0) } ?? name))
    }
    let chart = FlowChart(
      title: phrases.flowsFigure(from: facts.earlier.name, to: report.wave.name),
      waves: (facts.earlier.name, report.wave.name),
      earlier: facts.types.map { node($0.letter, $0.name?[language] ?? "") },
      later: report.types.map { node($0.letter, $0.name[language]) }, counts: facts.flows)
    return picture("flows", chart, caption: phrases.flowsFigureCaption)
  }

  // MARK: Movers

  private func movers(_ facts: ChangeFacts) -> Chapter {
    let movements = facts.movements
    var blocks: [Block] = [.paragraph(Prose(phrases.moversIntro))]
    if movements.counted > 0 {
      blocks.append(
        .paragraph(
          Prose(
            phrases.expectedMoves(
              movements.expectedByNoise, seen: movements.counted - movements.stayed, of: movements.counted))))
    }
    blocks.append(.table(movementTable(movements)))
    let followed = phrases.followedUnits(movements.followed, mergedOfSeveral: movements.mergedOfSeveral)
    if !followed.isEmpty { blocks.append(.small(Prose(followed))) }
    if !movements.movers.isEmpty { blocks += [.table(moverTable(facts))] + causes(facts) }
    blocks.append(.small(Prose(phrases.noJudgement)))
    return Chapter("movers", phrases.movers, blocks)
  }

  private func movementTable(_ movements: MovementFacts) -> Grid {
    var counts = [
      (phrases.stayedLabel, movements.stayed), (phrases.withinNoiseLabel, movements.withinNoise),
      (phrases.beyondNoiseLabel, movements.movers.count),
    ]
    if movements.withoutCounterpart > 0 {
      counts.append((phrases.withoutCounterpartLabel, movements.withoutCounterpart))
    }
    let rows = counts.map { label, count in
      Grid.Row([
        Prose(label), Prose(number.integer(count)),
        Prose(
          movements.counted > 0
            ? number.percentage(Double(count) / Double(movements.counted)) : NumberText.nothing),
      ])
    }
    let total = Grid.Row([Prose(phrases.totalLabel), Prose(number.integer(movements.counted)), ""], isMarked: true)
    return Grid(
      caption: phrases.movementsCaption,
      columns: [.text(phrases.movementLabel), .number(phrases.unitsLabel), .number(phrases.shareLabel)],
      rows: rows + [total])
  }

  private func moverTable(_ facts: ChangeFacts) -> Grid {
    let rows = facts.movements.movers.map { mover in
      Grid.Row([
        Prose(mover.name), Prose(phrases.capitalised(earlierName(facts.types[mover.from], facts))), link(to: mover.to),
      ])
    }
    return Grid(
      caption: phrases.moversCaption,
      columns: [
        .text(phrases.unitLabel), .text(phrases.fromType(facts.earlier.name)),
        .text(phrases.fromType(report.wave.name)),
      ], rows: rows)
  }
}
