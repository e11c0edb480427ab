import Texts

// The types and their strategies in the bulletin, of now, or of then and now.

extension ReportWriter {
  /// The types that the tables hold: the first ones, which are the largest where letters were given anew.
  private var typesInBulletin: Range<Int> { 0..<min(report.types.count, Self.mostTypesInBulletin) }

  /// The line under a table that does not hold all types.
  private func others() -> [Block] {
    let others = report.types.count - typesInBulletin.count
    return others > 0 ? [.small(Prose(phrases.bulletinOthers(others)))] : []
  }

  /// The badge and the name of a type, which leads to its page.
  private func entry(_ type: Int, _ hasPages: Bool) -> Prose {
    let facts = report.types[type]
    let name = brief(facts.name[language], 48)
    guard hasPages else { return "\(type: type, letter: facts.letter) \(name)" }
    return "\(type: type, letter: facts.letter) \(name, to: address(ofType: type))"
  }

  /// The number of units of a type, which is looked up where types are kept.
  private func members(of type: TypeFacts) -> Prose {
    let source = NumberSource.rows(stage: "cluster", table: "types", [NumberSource.Match("type", type.letter)])
    return cell(type.size, source)
  }

  // MARK: Types

  /// In what types differ most from the average, a sentence each; none of a type that may not be told of.
  private func portraits(of types: some Sequence<Int>) -> [Prose] {
    types.filter { report.types[$0].size > 0 && report.types[$0].isTold }.prefix(Self.mostTypesTold).map { index in
      let type = report.types[index]
      let portrait = portrait(of: type)
      return "\(type: index, letter: type.letter) \(portrait.isEmpty ? phrases.nothingStandsOut : portrait)"
    }
  }

  /// What each type is like; nothing when no type may be told of.
  func portraits() -> Chapter? {
    let portraits = portraits(of: report.types.indices)
    return portraits.isEmpty ? nil : Chapter("portraits", phrases.bulletinPortraits, [.bullets(portraits)])
  }

  /// The types with their sizes; nothing without types.
  func typesOfNow(_ hasPages: Bool) -> Chapter? {
    guard !report.types.isEmpty else { return nil }
    let rows = typesInBulletin.map { index in
      let type = report.types[index]
      return Grid.Row([entry(index, hasPages), members(of: type), Prose(number.percentage(type.share))])
    }
    let grid = Grid(
      caption: phrases.slideSizes,
      columns: [.text(phrases.typeLabel), .number(phrases.unitsLabel), .number(phrases.shareLabel)], rows: rows)
    return Chapter(
      "types", phrases.bulletinTypesNow, [.table(grid)] + others() + [.small(Prose(phrases.noJudgement))])
  }

  /// What became of the types, and what those that were not there are like.
  func typesThenAndNow(_ facts: ChangeFacts, _ hasPages: Bool) -> Chapter? {
    let kept = facts.origins.count { if case .kept = $0 { true } else { false } }
    let now = typesInBulletin.map { index in
      let type = report.types[index]
      let before = earlierType(ofOrigin: facts.origins[index]).map { facts.types[$0] }
      return Grid.Row([
        entry(index, hasPages), Prose(before.map { number.integer($0.size) } ?? NumberText.nothing),
        members(of: type), Prose(became(facts.origins[index], facts)),
      ])
    }
    let gone = facts.types.compactMap { type -> Grid.Row? in
      guard let fate = became(type.fate) else { return nil }
      let letter = phrases.letterOf(type.letter, facts.earlier.name)
      let name = type.name.map { "\(letter) (\(brief($0[language], 40)))" } ?? letter
      return Grid.Row([
        Prose(name), Prose(number.integer(type.size)), Prose(NumberText.nothing), Prose(fate),
      ])
    }
    let grid = Grid(
      caption: phrases.slideSizes,
      columns: [
        .text(phrases.typeLabel), .number(facts.earlier.name), .number(report.wave.name), .text(phrases.becameLabel),
      ], rows: now + gone.prefix(Self.mostTypesInBulletin))
    var blocks: [Block] = []
    if !report.types.isEmpty {
      blocks.append(.paragraph(Prose(phrases.typesKept(kept, of: facts.origins.count))))
    }
    if !facts.hasSameFeatures { blocks.append(.note(Prose(phrases.otherFeatures))) }
    if !grid.rows.isEmpty { blocks.append(.table(grid)) }
    blocks += others()
    let came = facts.origins.indices.filter { if case .kept = facts.origins[$0] { false } else { true } }
    blocks += portraits(of: came.prefix(3)).map { .paragraph($0) }
    return blocks.isEmpty ? nil : Chapter("types", phrases.bulletinTypesThenNow, blocks)
  }

  private func became(_ origin: OriginFacts, _ facts: ChangeFacts) -> String {
    switch origin {
    case .kept: phrases.becameKept
    case .split(let from): phrases.becameSplit(from: facts.types[from].letter)
    case .merged(let parts): phrases.becameMerged(of: parts.map { facts.types[$0].letter })
    case .new: phrases.becameNew
    }
  }

  /// What became of an earlier type; nothing when it was kept.
  private func became(_ fate: EarlierTypeFacts.Fate) -> String? {
    switch fate {
    case .kept: nil
    case .split(let parts): phrases.becameParts(parts.map { report.types[$0].letter })
    case .merged(let into): phrases.becamePart(of: report.types[into].letter)
    case .retired: phrases.becameGone
    }
  }

  // MARK: Strategies

  /// The strategy of each type, with how often it comes first; nothing without types.
  func strategiesOfNow(_ hasPages: Bool) -> Chapter? {
    guard !report.types.isEmpty else { return nil }
    let rows = typesInBulletin.map { Grid.Row(fit(of: $0, hasPages)) }
    let grid = Grid(
      caption: phrases.slideStrategies,
      columns: [.text(phrases.typeLabel), .text(phrases.strategyLabel), .number(phrases.bulletinOften)], rows: rows)
    return Chapter(
      "strategies", phrases.bulletinStrategies,
      [.table(grid)] + others() + [.small(Prose(phrases.bulletinOftenMeans))])
  }

  /// The same beside the strategies of then.
  func strategiesThenAndNow(_ facts: ChangeFacts, _ hasPages: Bool) -> Chapter? {
    guard !report.types.isEmpty else { return nil }
    let kept = report.types.indices.count { index in
      earlierType(ofOrigin: facts.origins[index]).map { facts.types[$0].strategy != nil } ?? false
    }
    let changed = typesWithAnotherStrategy(facts)
    let rows = typesInBulletin.map { index in
      Grid.Row(
        fit(of: index, hasPages) + [Prose(strategyThen(of: index, facts))], isMarked: changed.contains(index))
    }
    let grid = Grid(
      caption: phrases.slideStrategies,
      columns: [
        .text(phrases.typeLabel), .text(phrases.strategyLabel), .number(phrases.bulletinOften),
        .text(phrases.strategyIn(facts.earlier.name)),
      ], rows: rows)
    return Chapter(
      "strategies", phrases.bulletinStrategies,
      [.paragraph(Prose(phrases.bulletinStrategies(changed: changed.count, of: kept))), .table(grid)] + others()
        + [.small(Prose(phrases.bulletinOftenMeans))])
  }

  /// The badge of a type, its strategy, and how often that comes first.
  private func fit(of index: Int, _ hasPages: Bool) -> [Prose] {
    let type = report.types[index]
    let badge: Prose = "\(type: index, letter: type.letter)"
    guard type.isTold else { return [badge, Prose(phrases.tooFew), Prose(NumberText.nothing)] }
    let often = front(of: type).flatMap { ranked($0, in: type) }.map { first in
      cell(first.acceptability, acceptability(of: first.strategy, for: type), phrases.hundredths)
    }
    return [badge, chosen(for: type, hasPages), often ?? Prose(NumberText.nothing)]
  }

  /// The strategy of a type in a cell; a winner leads to its page.
  private func chosen(for type: TypeFacts, _ hasPages: Bool) -> Prose {
    switch type.verdict {
    case .clear(let strategy):
      let name = brief(report.strategies[strategy].name[language], 60)
      return hasPages ? "\(name, to: address(ofStrategy: strategy))" : Prose(name)
    case .contenders(let strategies):
      return Prose(phrases.between(strategies.prefix(2).map { brief(report.strategies[$0].name[language], 36) }))
    case .none: return Prose(phrases.noStrategy)
    }
  }

  private func strategyThen(of index: Int, _ facts: ChangeFacts) -> String {
    let type = report.types[index]
    guard type.isTold, let from = earlierType(ofOrigin: facts.origins[index]), let then = facts.types[from].strategy
    else { return NumberText.nothing }
    switch (then, type.verdict) {
    case (.clear(let name), .clear(let now)) where name == report.strategies[now].name: return phrases.sameStrategy
    case (.clear(let name), _): return brief(name[language], 36)
    case (.contenders, .contenders), (.none, .none): return phrases.sameStrategy
    case (.contenders, _): return phrases.noClearWinner
    case (.none, _): return phrases.noStrategy
    }
  }
}
