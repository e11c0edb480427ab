import Texts

// The slides about the choice: the strategy of each type, the criteria, and how sure both are.

extension ReportWriter {
  /// The strategy of each type, on as many slides as it takes.
  func choiceSlides() -> [Slide] {
    guard !report.types.isEmpty else { return [] }
    let groups = parts(of: Array(report.types.indices), room: 700) { index in
      let type = report.types[index]
      return max(lines(brief(type.name[language], 36), of: 17), lines(brief(chosen(for: type), 60), of: 32))
    }
    return groups.enumerated().map { part, types in
      let rows = types.map { index in
        Slide.Bars.Row(
          head: slideName(of: index), cells: [.text(Prose(brief(chosen(for: report.types[index]), 60)))])
      }
      let bars = Slide.Bars(caption: phrases.slideStrategies, heads: [], rows: rows, isPart: groups.count > 1)
      return Slide(
        id: part == 0 ? "strategies" : "strategies-\(part + 1)",
        title: phrases.slidePart(phrases.slideStrategies, part + 1, of: groups.count), parts: [.bars(bars)],
        notes: types.map { Prose(said(of: report.types[$0])) })
    }
  }

  /// The strategy of a type in a cell.
  private func chosen(for type: TypeFacts) -> String {
    guard type.isTold else { return phrases.tooFew }
    return switch type.verdict {
    case .clear(let strategy): report.strategies[strategy].name[language]
    case .contenders: phrases.capitalised(phrases.noClearWinner)
    case .none: phrases.noStrategy
    }
  }

  private func said(of type: TypeFacts) -> String {
    guard type.isTold else { return phrases.saidNotTold(type.letter) }
    return switch type.verdict {
    case .clear(let strategy): phrases.saidFits(type.letter, report.strategies[strategy].name[language])
    case .contenders(let strategies):
      phrases.saidContend(type.letter, strategies.map { report.strategies[$0].name[language] })
    case .none: phrases.saidNoneFits(type.letter)
    }
  }

  // MARK: Criteria

  /// The criteria that weigh most, at most six; nothing without criteria.
  func criteriaSlide() -> Slide? {
    guard !report.criteria.isEmpty else { return nil }
    let weighed = report.criteria.enumerated().filter { ($0.element.weight ?? 0) > 0 }
      .sorted { (-($0.element.weight ?? 0), $0.offset) < (-($1.element.weight ?? 0), $1.offset) }.map(\.element)
    let shown = first(6, of: weighed.isEmpty ? report.criteria : weighed, room: 540) {
      lines(brief($0.name[language], 34), of: 21)
    }
    let others = report.criteria.count - shown.count
    var notes = [Prose(phrases.saidCriteria)]
    if let persons = report.making.persons { notes.append(Prose(phrases.weighedBy(persons))) }
    var parts: [Slide.Part]
    if let first = weighed.first, let most = first.weight {
      let rows = shown.map { fact in
        let weight = fact.weight ?? 0
        return Slide.Bars.Row(
          head: Prose(brief(fact.name[language], 34)),
          cells: [.bar(0...min(1, weight / most), Prose(plainNumber(weight)), type: nil)])
      }
      parts = [.bars(Slide.Bars(caption: phrases.slideWeights, heads: [], rows: rows))]
      let heaviest = phrases.saidHeaviest(first.name[language], points: plainNumber(most))
      notes.append(Prose("\(heaviest) \(first.reason[language])"))
    } else {
      parts = fitting(phrases.slideCriteria, [], then: shown.map { .line(Prose(brief($0.name[language], 40))) })
    }
    if others > 0 {
      parts = fitting(phrases.slideCriteria, parts, then: [.line(Prose(phrases.slideOtherCriteria(others)))])
    }
    return Slide(id: "criteria", title: phrases.slideCriteria, parts: parts, notes: notes)
  }

  // MARK: How sure

  /// How often types and strategies stay what they are, on as many slides as it takes.
  func surenessSlides() -> [Slide] {
    let told = report.types.indices.filter { report.types[$0].size > 0 }
    guard !told.isEmpty else { return [] }
    let groups = parts(of: told, room: 570) { lines(brief(report.types[$0].name[language], 36), of: 17) }
    return groups.enumerated().map { part, types in
      let rows = types.map { index in
        let type = report.types[index]
        let strategy = front(of: type).flatMap { ranked($0, in: type) }.map { often($0, type, colour: index) }
        return Slide.Bars.Row(
          head: slideName(of: index),
          cells: [bar(type.certainty, index), strategy ?? .text(Prose(NumberText.nothing))])
      }
      let bars = Slide.Bars(
        caption: phrases.slideSurenessCaption,
        heads: [phrases.typeLabel, phrases.slideTypeHolds, phrases.slideStrategyHolds], rows: rows)
      let open = report.types.filter { if case .clear = $0.verdict { false } else { true } }.map(\.letter)
      let verdict = Prose(phrases.clearOrNot(clear: report.types.count - open.count, open: open))
      return Slide(
        id: part == 0 ? "sureness" : "sureness-\(part + 1)",
        title: phrases.slidePart(phrases.slideSureness, part + 1, of: groups.count), parts: [.bars(bars)],
        notes: part == 0 ? [recalculated(), Prose(phrases.saidBars), verdict] : [Prose(phrases.saidBars)])
    }
  }

  private func bar(_ share: Double, _ type: Int) -> Slide.Bars.Cell {
    guard share.isFinite else { return .text(Prose(NumberText.nothing)) }
    return .bar(0...min(1, max(0, share)), Prose(phrases.hundredths(share)), type: type)
  }
}
