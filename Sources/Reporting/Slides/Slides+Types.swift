import Charts
import Texts

// The slides about the types: all of them, the map, and one a type with its strategy.

extension ReportWriter {
  /// All types with their sizes.
  func typeSlides() -> [Slide] {
    guard !report.types.isEmpty else { return [] }
    let most = report.types.map(\.share).max() ?? 0
    let groups = parts(of: Array(report.types.indices)) { lines(brief(report.types[$0].name[language], 36), of: 17) }
    return groups.enumerated().map { part, types in
      let rows = types.map { index -> Slide.Bars.Row in
        let type = report.types[index]
        let length = most > 0 ? min(1, max(0, type.share / most)) : 0
        let text = Prose("\(number.integer(type.size)) (\(number.percentage(type.share)))")
        return Slide.Bars.Row(head: slideName(of: index), cells: [.bar(0...length, text, type: index)])
      }
      return Slide(
        id: part == 0 ? "types" : "types-\(part + 1)",
        title: phrases.slidePart(phrases.slideTypes(report.types.count), part + 1, of: groups.count),
        parts: [.bars(Slide.Bars(caption: phrases.slideSizes, heads: [], rows: rows, isPart: groups.count > 1))],
        notes: types.map { Prose(named(report.types[$0])) }
          + (part == groups.count - 1 ? [Prose(phrases.noJudgement)] : []))
    }
  }

  private func named(_ type: TypeFacts) -> String {
    phrases.saidType(type.letter, type.name[language], size: type.size, share: type.share)
  }

  // MARK: The map

  /// The map with its legend beside it; nothing without boundaries.
  func mapSlide() -> Slide? {
    guard let facts = report.map, var map = typeMap(facts) else { return nil }
    map.isBare = true
    let setting = FigureSetting(language: language, idPrefix: "slide-map", showsTitle: false)
    let legend = map.legend(setting).map { entry in
      let label =
        switch entry.status {
        case .type: entry.label
        case .tooFew: phrases.slideTooFew
        case .noAnswer: phrases.noAnswer
        }
      return Slide.Map.Entry(swatch: entry.swatch, text: Prose(brief(label, 28)))
    }
    var notes = [Prose(phrases.saidMap), Prose(phrases.mapCaption)]
    let absent = report.unmapped.count
    if absent > 0 { notes.append(Prose(phrases.saidNotOnMap(absent))) }
    return Slide(
      id: "map", title: phrases.slideMap,
      parts: [.map(Slide.Map(svg: map.svg(setting), legend: legend, credit: facts.credit[language]))],
      notes: notes)
  }

  // MARK: A type

  /// What a type is like beside which strategy fits it, how surely and why.
  func slide(ofType index: Int) -> Slide {
    let type = report.types[index]
    let title = brief(type.name[language], 40)
    let id = "slide-\(typeFiles[index])"
    let size = Slide.Part.line(Prose(phrases.sizeAndShare(type.size, type.share)))
    guard type.size > 0, type.isTold else {
      let isEmpty = type.size == 0
      return Slide(
        id: id, title: title, type: index,
        parts: isEmpty ? [.line(Prose(phrases.typeIsEmpty))] : [size, .line(Prose(phrases.slideNotTold))],
        notes: [Prose(named(type))] + (isEmpty ? [] : [Prose(phrases.saidNotTold(type.letter))]))
    }
    let profile = profile(of: type)
    let ranking = ranking(of: type)
    let right = choice(for: type) + (ranking.map { [.bars($0)] } ?? [])
    let wished: [Slide.Part] = reason(for: type).map { [.line($0)] } ?? []
    var left = [size]
    if let profile { left.append(.bars(profile)) }
    let fitted = fitting(title, [.halves(left, right)], then: wished)
    return Slide(
      id: id, title: title, type: index, parts: [.halves(left, right + fitted.dropFirst())], notes: notes(for: type))
  }

  /// The three features in which a type differs most from the average; nothing when none stands out.
  private func profile(of type: TypeFacts) -> Slide.Bars? {
    let marked = zip(report.features, type.profile).filter { abs($0.1) >= 0.3 }.enumerated()
      .sorted { (-abs($0.element.1), $0.offset) < (-abs($1.element.1), $1.offset) }.map(\.element).prefix(3)
    guard !marked.isEmpty else { return nil }
    let rows = marked.map { feature, mean in
      Slide.Bars.Row(
        head: Prose(brief(feature.label[language], 26)), cells: [.departure(min(1, max(-1, mean / 2)))])
    }
    return Slide.Bars(caption: phrases.slideProfile, heads: [], rows: rows)
  }

  /// The strategy in front and the next one, each with how often it comes first; the winner in large letters.
  private func ranking(of type: TypeFacts) -> Slide.Bars? {
    guard let front = front(of: type) else { return nil }
    let standing = type.ranking.filter { $0.veto == nil }
    let ranked = standing.filter { $0.strategy == front } + standing.filter { $0.strategy != front }.prefix(1)
    let index = report.types.firstIndex(of: type)
    let rows = ranked.map { ranked -> Slide.Bars.Row in
      let name = report.strategies[ranked.strategy].name[language]
      var head = Prose(brief(name, 44))
      if case .clear(front) = type.verdict, ranked.strategy == front {
        head = "\(strong: large(name, under: type.name[language]))"
      }
      return Slide.Bars.Row(head: head, cells: [often(ranked, type, colour: index)])
    }
    return rows.isEmpty ? nil : Slide.Bars(caption: phrases.slideRanking, heads: [], rows: rows)
  }

  /// Returns the name of the winner in as many large letters as there is room for under the title.
  private func large(_ name: String, under title: String) -> String {
    let most = lines(title, of: 26) == 1 ? 3 : 2
    return [60, 44].map { brief(name, $0) }.first { lines($0, of: 23) <= most } ?? brief(name, 36)
  }

  /// The bar of how often a strategy comes first.
  func often(_ ranked: RankedStrategy, _ type: TypeFacts, colour: Int?) -> Slide.Bars.Cell {
    let share = ranked.acceptability.isFinite ? min(1, max(0, ranked.acceptability)) : 0
    let source = acceptability(of: ranked.strategy, for: type)
    return .bar(0...share, cell(ranked.acceptability, source, phrases.hundredths), type: colour)
  }

  /// What stands above the strategies: that none wins, or that none fits; nothing above a winner.
  private func choice(for type: TypeFacts) -> [Slide.Part] {
    switch type.verdict {
    case .clear: []
    case .contenders: [.strong(Prose(phrases.capitalised(phrases.noClearWinner)))]
    case .none: [.strong(Prose(phrases.noStrategy))]
    }
  }

  /// What brings the winner most of its score; nothing without a winner.
  private func reason(for type: TypeFacts) -> Prose? {
    guard case .clear = type.verdict else { return nil }
    var best = type.contributions.filter { $0.contribution >= 0.005 }.prefix(2).map {
      brief($0.criterion[language], 32)
    }
    if best.reduce(0, { $0 + $1.count }) > 46 { best.removeLast() }
    return best.isEmpty ? nil : Prose(phrases.slideWhy(best))
  }

  // MARK: What is said of a type

  /// The features in which a type differs most, few enough to be said: three above the average, two below it.
  func portrait(of type: TypeFacts) -> String {
    let marked = zip(report.features, type.profile).filter { !$0.0.isGroup && abs($0.1) >= 0.3 }.enumerated()
      .sorted { (-abs($0.element.1), $0.offset) < (-abs($1.element.1), $1.offset) }.map(\.element)
    let higher = marked.filter { $0.1 > 0 }.prefix(3).map { $0.0.label[language] }
    let lower = marked.filter { $0.1 < 0 }.prefix(2).map { $0.0.label[language] }
    return phrases.saidPortrait(higher: higher, lower: lower)
  }

  private func notes(for type: TypeFacts) -> [Prose] {
    let certainty = "\(named(type)) \(phrases.typeCertainty(type.certainty))"
    let portrait = portrait(of: type)
    var notes: [Prose] = [Prose(certainty), Prose(portrait.isEmpty ? phrases.nothingStandsOut : portrait)]
    switch type.verdict {
    case .clear(let strategy):
      let share = ranked(strategy, in: type)?.acceptability ?? 0
      notes.append(Prose(phrases.saidWinner(report.strategies[strategy].name[language], share)))
    case .contenders(let strategies):
      let shares = strategies.map { ranked($0, in: type)?.acceptability ?? 0 }
      notes.append(Prose(phrases.contenders(strategies.map { report.strategies[$0].name[language] }, shares)))
    case .none: notes.append(Prose(phrases.noStrategy))
    }
    guard let front = front(of: type) else { return notes }
    let strategy = report.strategies[front]
    let best = type.contributions.filter { $0.contribution >= 0.005 }.prefix(3).map { $0.criterion[language] }
    if !best.isEmpty, case .clear = type.verdict {
      notes.append(Prose(phrases.capitalised(phrases.broughtBy(best, lacking: nil))))
    }
    notes.append(Prose(phrases.saidAim(strategy.aim[language])))
    let open = type.preconditions.filter { $0.state == .open }.map { fact in
      let text = fact.text[language]
      return lowerCased(text.hasSuffix(".") ? String(text.dropLast()) : text)
    }
    if !open.isEmpty { notes.append(Prose(phrases.saidOpen(open))) }
    if let step = strategy.firstSteps.first { notes.append(Prose(phrases.saidFirstStep(step[language]))) }
    return notes
  }
}
