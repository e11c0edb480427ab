import Charts
import Texts

// The other parts of the bulletin: answers, movers, certainty, the map, and what comes next.

extension ReportWriter {
  /// The most results that the bulletin shows.
  private static let mostResults = 4

  /// Which results changed; nothing when none could be compared.
  func answersThenAndNow(_ facts: ChangeFacts) -> Chapter? {
    let compared = mainChanges(facts)
    guard !compared.isEmpty else { return nil }
    let changed = changesBySize(compared.filter(\.isChanged))
    let shown = changed.prefix(Self.mostResults)
    var blocks: [Block] = [
      .paragraph(
        Prose(
          phrases.resultsChanged(
            changed.count, of: compared.count, since: facts.earlier.name, date: facts.earlier.date)))
    ]
    if !shown.isEmpty {
      if changed.count > shown.count { blocks.append(.paragraph(Prose(phrases.bulletinLargest(shown.count)))) }
      let rows = shown.map { change in
        Grid.Row([
          Prose(brief(statement(of: change.result), 140)), Prose(value(change.before, change)),
          Prose(value(change.now, change)),
        ])
      }
      blocks.append(
        .table(
          Grid(
            caption: phrases.changedCaption,
            columns: [.text(phrases.statement), .number(facts.earlier.name), .number(report.wave.name)],
            rows: Array(rows))))
    }
    return Chapter("answers", phrases.bulletinAnswers, blocks)
  }

  /// How many units moved beyond noise, why, and from which type to which; nothing when no unit can be compared.
  func moversInBulletin(_ facts: ChangeFacts, hasFigure: Bool) -> Chapter? {
    let movements = facts.movements
    guard movements.counted > 0 else { return nil }
    let noise = phrases.bulletinNoise(movements.expectedByNoise, seen: movements.counted - movements.stayed)
    var blocks: [Block] = [
      .paragraph(Prose(phrases.moversInShort(movements.movers.count, of: movements.counted) + " " + noise))
    ]
    if !movements.movers.isEmpty, let comparison = facts.comparison {
      if let causes = comparison.causes {
        blocks.append(.paragraph(Prose(phrases.bulletinCauses)))
        blocks.append(
          .bullets(causes.prefix(3).map { Prose(phrases.bulletinCause($0.cause.rawValue, $0.units)) }))
      } else {
        blocks.append(.paragraph(Prose(phrases.causesWithheld)))
      }
    }
    if hasFigure { blocks.append(.figure(flowFigure(facts, letters: 28))) }
    blocks.append(.small(Prose(phrases.changesNoJudgement)))
    return Chapter("movers", phrases.bulletinMovers, blocks)
  }

  /// How sure it is, in a box.
  func bulletinSureness() -> Chapter {
    let open = report.types.filter { if case .clear = $0.verdict { false } else { true } }.map(\.letter)
    var blocks: [Block] = [.paragraph(recalculated())]
    if !report.types.isEmpty {
      blocks.append(.paragraph(Prose(phrases.clearOrNot(clear: report.types.count - open.count, open: open))))
    }
    if absent > 0 { blocks.append(.paragraph(Prose(phrases.saidAbsent(absent)))) }
    return Chapter("sureness", phrases.slideSureness, blocks)
  }

  /// The map of the types; nothing without boundaries.
  func bulletinMap() -> Chapter? {
    guard let facts = report.map, let map = typeMap(facts) else { return nil }
    let figure = picture("map", map, caption: phrases.mapCaption, data: .page(phrases.mapData, to: "units.html"))
    return Chapter("map", phrases.slideMap, [.figure(figure)])
  }

  // MARK: What next

  func bulletinNow(hasPages: Bool, hasSteps: Bool) -> Chapter {
    var actions = phrases.slideActions(named: !report.units.isEmpty).map { Prose($0) }
    if hasPages, !report.units.isEmpty, let first = actions.first { actions[0] = "\(first.plain, to: "units.html")" }
    let steps = report.types.indices.prefix(Self.mostTypesTold).compactMap { index -> Prose? in
      let type = report.types[index]
      guard type.isTold, let front = front(of: type), let step = report.strategies[front].firstSteps.first else {
        return nil
      }
      return "\(type: index, letter: type.letter) \(step[language])"
    }
    let told: [Block] =
      steps.isEmpty || !hasSteps ? [] : [.paragraph(Prose(phrases.bulletinFirstSteps)), .bullets(steps)]
    return Chapter("now", phrases.bulletinNow, [.steps(actions)] + told)
  }

  func bulletinNext() -> Chapter {
    Chapter("next", phrases.bulletinNextTitle, [.paragraph(Prose(phrases.bulletinNext))])
  }

  func bulletinMore(hasPages: Bool) -> Chapter {
    guard hasPages else { return Chapter("more", phrases.bulletinMore, [.paragraph(Prose(phrases.slideNoPages))]) }
    var links: [Prose] = ["\(phrases.mainPage, to: "index.html")"]
    if report.changes != nil { links.append("\(phrases.changes, to: "changes.html")") }
    links.append("\(phrases.account, to: "account.html")")
    return Chapter("more", phrases.bulletinMore, [.bullets(links)])
  }

  func bulletinColophon() -> Chapter {
    var lines = [
      phrases.colophon(wave: report.wave.name, date: report.wave.date, version: report.making.version)
    ]
    if let from = report.wave.from, let to = report.wave.to {
      lines.insert(phrases.fieldwork(from: from, to: to), at: 0)
    }
    return Chapter("colophon", phrases.colophon, [.small(Prose(lines.joined(separator: " ")))])
  }
}
