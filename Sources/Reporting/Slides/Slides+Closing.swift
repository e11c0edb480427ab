import Texts

// The last slides: what changed, what to keep in mind, what to do, and where all of it can be read.

extension ReportWriter {
  /// What changed since the last wave; nothing without one.
  func changeSlide() -> Slide? {
    guard let facts = report.changes else { return nil }
    let compared = mainChanges(facts)
    let changed = compared.count { $0.isChanged }
    let kept = facts.origins.count { if case .kept = $0 { true } else { false } }
    var numbers: [Slide.Number] = []
    func add(_ count: Int, _ of: String) {
      numbers.append(Slide.Number(number: Prose(number.integer(count)), of: of))
    }
    if !compared.isEmpty { add(changed, phrases.slideResultsChanged(changed, of: compared.count)) }
    add(kept, phrases.slideTypesKept(kept, of: facts.origins.count))
    if facts.movements.counted > 0 {
      let movers = facts.movements.movers.count
      add(movers, phrases.slideMovers(movers, of: facts.movements.counted))
    }
    let said = changesSummary(facts) + [phrases.changesNoJudgement]
    return Slide(
      id: "changes", title: phrases.changes, parts: [.numbers(numbers)], notes: said.map { Prose($0) })
  }

  // MARK: Limits

  func limitSlide() -> Slide {
    let response = report.response
    let few = Prose(phrases.slideFewPeople(isOne: response.respondents <= response.unitsAnswered))
    let told = [absent > 0 ? Prose(phrases.slideAbsent(absent)) : nil, Prose(phrases.slideNoJudgement)]
    let uses = report.groundwork.waveFitness.filter { $0.verdict != .fit }
    let care = uses.map { use in
      Prose(phrases.slideUse(use.use[language], phrases.waveVerdict(use.verdict.rawValue)))
    }
    var items: [Prose] = []
    for item in [few] + told.compactMap({ $0 }) + care {
      let slide = Slide(id: "", title: phrases.slideLimits, parts: [.bullets(items + [item])], notes: [])
      if slide.words <= Self.mostWords { items.append(item) }
    }
    var notes: [Prose] = ["\(few) \(phrases.saidFewPeople)"]
    if absent > 0 { notes.append(Prose(phrases.saidAbsent(absent))) }
    notes += report.groundwork.waveFitness.map { use in
      Prose(phrases.saidUse(lowerCased(use.use[language]), phrases.waveVerdict(use.verdict.rawValue)))
    }
    notes.append(Prose(phrases.noJudgement))
    if report.simulated { notes.append(Prose(phrases.simulatedExplained)) }
    return Slide(id: "limits", title: phrases.slideLimits, parts: [.bullets(items)], notes: notes)
  }

  // MARK: What now

  func nowSlide(hasPages: Bool) -> Slide {
    var actions = phrases.slideActions(named: !report.units.isEmpty).map { Prose($0) }
    if hasPages, !report.units.isEmpty, let first = actions.first { actions[0] = "\(first.plain, to: "units.html")" }
    let starts = report.types.compactMap { type -> Prose? in
      guard let front = front(of: type), let step = report.strategies[front].firstSteps.first else { return nil }
      return Prose(phrases.saidFirstStep(of: type.letter, step[language]))
    }
    return Slide(
      id: "now", title: phrases.slideNow, parts: [.steps(actions)], notes: [Prose(phrases.saidNow)] + starts)
  }

  func moreSlide(hasPages: Bool) -> Slide {
    var parts: [Slide.Part] = [.line(Prose(phrases.slideNoPages))]
    if hasPages {
      var links: [Prose] = ["\(phrases.mainPage, to: "index.html")"]
      if !report.units.isEmpty { links.append("\(phrases.findUnit, to: "units.html")") }
      links.append("\(phrases.account, to: "account.html")")
      parts = [.bullets(links)]
    }
    return Slide(id: "more", title: phrases.slideMore, parts: parts, notes: [Prose(phrases.saidMore)])
  }
}
