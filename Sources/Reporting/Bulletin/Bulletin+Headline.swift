import Texts

// The headline of the bulletin: one sentence.

extension ReportWriter {
  /// What changed most.
  ///
  /// What concerns most readers comes first: types that came, types that went, another strategy for a type that stayed,
  /// answers, units that moved. Answers and moves count beyond noise only. Where nothing of it is there it says that.
  func headline() -> String {
    guard let facts = report.changes else { return phrases.headlineFirst(types: report.types.count) }
    return headlineOfTypes(facts) ?? headlineOfStrategies(facts) ?? headlineOfResults(facts)
      ?? (facts.movements.movers.isEmpty
        ? phrases.headlineNothing(since: facts.earlier.name)
        : phrases.headlineMovers(facts.movements.movers.count))
  }

  private func headlineOfTypes(_ facts: ChangeFacts) -> String? {
    let came = facts.origins.indices.filter { if case .kept = facts.origins[$0] { false } else { true } }
    if came.count > 1 { return phrases.headlineNew(came.count, of: report.types.count) }
    if let type = came.first {
      let name = brief(report.types[type].name[language], 48)
      switch facts.origins[type] {
      case .split(let from): return phrases.headlineSplit(name, from: shortName(facts.types[from], facts))
      case .merged(let parts) where parts.count > 1:
        return phrases.headlineMerged(name, of: parts.prefix(3).map { shortName(facts.types[$0], facts) })
      default: return phrases.headlineNew(name)
      }
    }
    let gone = facts.types.filter { if case .kept = $0.fate { false } else { true } }
    guard let first = gone.first else { return nil }
    return gone.count == 1
      ? phrases.headlineGone(shortName(first, facts)) : phrases.headlineGone(gone.count, of: facts.earlier.name)
  }

  /// The name of an earlier type, or its letter with the wave.
  private func shortName(_ type: EarlierTypeFacts, _ facts: ChangeFacts) -> String {
    type.name.map { brief($0[language], 48) } ?? phrases.earlierType(type.letter, of: facts.earlier.name)
  }

  private func headlineOfStrategies(_ facts: ChangeFacts) -> String? {
    let changed = typesWithAnotherStrategy(facts)
    guard let first = changed.first else { return nil }
    if changed.count > 1 { return phrases.headlineStrategies(changed.count) }
    let type = report.types[first]
    let name = brief(type.name[language], 48)
    guard case .clear(let strategy) = type.verdict else { return phrases.headlineNoWinner(name) }
    let winner = brief(report.strategies[strategy].name[language], 48)
    guard case .kept(let from) = facts.origins[first], case .clear = facts.types[from].strategy else {
      return phrases.headlineWinner(name, winner)
    }
    return phrases.headlineStrategy(name, winner)
  }

  private func headlineOfResults(_ facts: ChangeFacts) -> String? {
    let compared = mainChanges(facts)
    let changed = compared.filter(\.isChanged)
    guard let most = changesBySize(changed).first else { return nil }
    if changed.count > 1 { return phrases.headlineResults(changed.count, of: compared.count) }
    return phrases.headlineResult(
      brief(statement(of: most.result), 120), before: value(most.before, most), now: value(most.now, most))
  }

  /// The types that were kept, of which a strategy wins clearly then or now, and not the same at both.
  ///
  /// Where no strategy won clearly then and none does now nothing changed, whichever lay close together; a strategy that
  /// was not published then is not compared.
  func typesWithAnotherStrategy(_ facts: ChangeFacts) -> [Int] {
    report.types.indices.filter { index in
      guard case .kept(let from) = facts.origins[index], report.types[index].isTold,
        let then = facts.types[from].strategy
      else { return false }
      switch (then, report.types[index].verdict) {
      case (.clear(let name), .clear(let now)): return name != report.strategies[now].name
      case (.clear, _), (_, .clear): return true
      default: return false
      }
    }
  }
}
