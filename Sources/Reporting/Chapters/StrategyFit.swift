import Texts

// For which types a strategy fits, as the first or the next one, in which policy fields, and why.

extension ReportWriter {
  func whereItFits(_ index: Int) -> Chapter {
    var blocks: [Block] = [.table(places(of: index))]
    let reasons = report.types.indices.compactMap { type in why(index, type) }
    if !reasons.isEmpty { blocks += [.heading(phrases.reason), .bullets(reasons)] }
    let ownFields = report.types.indices.compactMap { type in fields(of: index, type) }
    if !ownFields.isEmpty { blocks += [.heading(phrases.policyFields), .bullets(ownFields)] }
    return Chapter("types", phrases.forWhichTypes, label: phrases.capitalised(phrases.types), blocks)
  }

  /// The place of a strategy in the ranking of each type.
  private func places(of index: Int) -> Grid {
    let rows = report.types.indices.map { type in
      let facts = report.types[type]
      guard let ranked = ranked(index, in: facts) else { return Grid.Row([link(to: type), "–", "–", "–"]) }
      if let veto = ranked.veto {
        return Grid.Row([link(to: type), Prose("\(phrases.ruledOut): \(lowerCased(veto[language]))"), "–", "–"])
      }
      let place = 1 + (facts.ranking.filter { $0.veto == nil }.firstIndex { $0.strategy == index } ?? 0)
      return Grid.Row([
        link(to: type), Prose(standing(of: index, in: facts, place)),
        Prose(ranked.score.map { number.decimal($0, digits: 2) } ?? "–"),
        Prose(phrases.oftenShort(ranked.acceptability)),
      ])
    }
    return Grid(
      caption: phrases.placesCaption(report.strategies[index].name[language]),
      columns: [.text(phrases.typeLabel), .text(phrases.place), .number(phrases.score), .number(phrases.firstOften)],
      rows: rows)
  }

  private func standing(of strategy: Int, in type: TypeFacts, _ place: Int) -> String {
    switch type.verdict {
    case .clear(strategy): phrases.clearWinner
    case .contenders(let strategies) where strategies.contains(strategy): phrases.contender(place)
    default: phrases.place(place)
    }
  }

  /// What brings a strategy in front most of its score, and what would have brought more; of the next one what it lacks.
  private func why(_ strategy: Int, _ type: Int) -> Prose? {
    let facts = report.types[type]
    if front(of: facts) == strategy, !facts.contributions.isEmpty {
      let best = facts.contributions.filter { $0.contribution >= 0.005 }.prefix(3).map { $0.criterion[language] }
      let lacking = facts.contributions.map { ($0.criterion[language], $0.weight - $0.contribution) }
        .filter { !best.contains($0.0) }.enumerated().sorted { (-$0.element.1, $0.offset) < (-$1.element.1, $1.offset) }
        .map(\.element)
      let most = lacking.first.flatMap { $0.1 >= 0.05 ? $0.0 : nil }
      guard !best.isEmpty else { return nil }
      return "\(link(to: type)): \(phrases.broughtBy(best, lacking: most))"
    }
    guard let decision = facts.decision, decision.runnerUp == strategy, let first = decision.strategy else {
      return nil
    }
    let against = decision.differences.filter { $0.difference >= 0.005 }
      .sorted { $0.difference > $1.difference }.prefix(2).map { $0.criterion[language] }
    guard !against.isEmpty else { return nil }
    return "\(link(to: type)): \(phrases.comesNext(after: report.strategies[first].name[language], for: against))"
  }

  /// The fields of a type in which the strategy comes first, those without a clear winner in words.
  private func fields(of strategy: Int, _ type: Int) -> Prose? {
    let own = report.fields.filter { $0.type == type && $0.strategy == strategy }
    guard !own.isEmpty else { return nil }
    let names = own.map { fact in
      lowerCased(fact.field[language]) + (fact.isClear ? "" : " (\(phrases.noClearWinner))")
    }
    return "\(link(to: type)): \(names.joined(separator: "; "))"
  }
}
