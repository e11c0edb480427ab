import Texts

// The slides before the types: title, question, what happens if nothing is done, and who answered.

extension ReportWriter {
  func titleSlide() -> Slide {
    let title = brief(report.title[language], 90)
    let wave = Prose(phrases.subtitle(wave: report.wave.name, date: report.wave.date))
    var notes: [Prose] = [
      Prose(phrases.saidWelcome), Prose(phrases.saidSource(wave: report.wave.name, date: report.wave.date)),
    ]
    if report.simulated { notes.append(Prose(phrases.simulatedExplained)) }
    return Slide(id: "start", title: title, parts: fitting(title, [], then: [.line(wave)]), notes: notes)
  }

  func questionSlide() -> Slide {
    let compared = report.strategies.count { !$0.isBaseline }
    var notes: [Prose] = [Prose(phrases.saidOrder), Prose(phrases.noJudgement)]
    if compared > 1 { notes.insert(Prose(phrases.strategiesIntro(compared)), at: 0) }
    return Slide(
      id: "question", title: phrases.slideQuestion, parts: [.bullets(phrases.slideQuestions.map { Prose($0) })],
      notes: notes)
  }

  // MARK: Doing nothing

  /// The consequences of doing nothing, each from the type with the least to the one with the greatest risk.
  func nothingSlide() -> Slide? {
    let names = (report.types.first { !$0.consequences.isEmpty })?.consequences.map(\.name) ?? []
    let risks = first(5, of: names, room: 600) { lines(brief($0[language], 34), of: 20) }.compactMap(risk)
    guard !risks.isEmpty else { return nil }
    let rows = risks.map { risk -> Slide.Bars.Row in
      let ends: Prose =
        risk.least.type == risk.greatest.type
        ? Prose(shown(risk.least.risk))
        : "\(badge(risk.least.type)) \(shown(risk.least.risk)) – \(badge(risk.greatest.type)) \(shown(risk.greatest.risk))"
      let from = min(max(risk.least.risk, 0), 1)
      let bar = Slide.Bars.Cell.bar(from...min(max(risk.greatest.risk, from), 1), ends, type: nil)
      return Slide.Bars.Row(head: Prose(brief(risk.facts.name[language], 34)), cells: [bar])
    }
    return Slide(
      id: "nothing", title: phrases.doingNothingTitle,
      parts: [.bars(Slide.Bars(caption: phrases.slideRisks, heads: [], rows: rows))],
      notes: [Prose(phrases.saidNothing)] + risks.map { Prose(told($0)) } + [Prose(phrases.doingNothingIntro)])
  }

  private typealias Risk = (
    facts: ConsequenceFacts, least: (type: Int, risk: Double), greatest: (type: Int, risk: Double)
  )

  /// The types with the least and the greatest risk of a consequence.
  private func risk(of name: Wording) -> Risk? {
    let all = report.types.enumerated().compactMap { index, type in
      type.consequences.first { $0.name == name && $0.risk.isFinite }.map { (facts: $0, type: index) }
    }
    guard let first = all.first, let least = all.min(by: { $0.facts.risk < $1.facts.risk }),
      let greatest = all.max(by: { $0.facts.risk < $1.facts.risk })
    else { return nil }
    return (first.facts, (least.type, least.facts.risk), (greatest.type, greatest.facts.risk))
  }

  private func told(_ risk: Risk) -> String {
    let name = risk.facts.name[language]
    let about = risk.facts.about.map { "\(name): \(lowerCased($0[language]))" } ?? name
    let sentence = about.hasSuffix(".") ? about : about + "."
    let (least, greatest) = (shown(risk.least.risk), shown(risk.greatest.risk))
    guard least != greatest else { return "\(sentence) \(phrases.saidSameRisk(least))" }
    let letters = (report.types[risk.least.type].letter, report.types[risk.greatest.type].letter)
    return "\(sentence) \(phrases.saidRisk(greatest: (letters.1, greatest), least: (letters.0, least)))"
  }

  private func shown(_ risk: Double) -> String { number.decimal(risk * 100, digits: 0) }

  private func badge(_ type: Int) -> Prose { "\(type: type, letter: report.types[type].letter)" }

  // MARK: Response

  func responseSlide() -> Slide {
    let response = report.response
    let used = NumberSource.rows(stage: "ingest", table: "ledger", [NumberSource.Match("outcome", "used")])
    let answered = NumberSource.count(stage: "normalise", name: "units")
    let all = NumberSource.count(stage: "normalise", name: "units_of_register")
    var numbers = [
      Slide.Number(
        number: cell(response.unitsAnswered, answered),
        of: phrases.slideUnits(response.unitsAnswered, of: response.unitsInRegister))
    ]
    if response.respondents != response.unitsAnswered || response.unitsInRegister != nil {
      numbers.insert(
        Slide.Number(number: cell(response.respondents, used), of: phrases.slidePeople(response.respondents)), at: 0)
    }
    var parts: [Slide.Part] = [.numbers(numbers)]
    if let register = response.unitsInRegister, register > 0 {
      let share = min(1, Double(response.unitsAnswered) / Double(register))
      let text = cell(share, .ratio(answered, all)) { number.percentage($0) }
      let row = Slide.Bars.Row(head: Prose(phrases.slideRate), cells: [.bar(0...share, text, type: nil)])
      parts.append(.bars(Slide.Bars(caption: phrases.slideRate, heads: [], rows: [row])))
    }
    var notes = [whoAnswered()]
    if let from = report.wave.from, let to = report.wave.to {
      notes.append(Prose(phrases.fieldwork(from: from, to: to)))
    }
    if absent > 0 { notes.append(Prose(phrases.saidAbsent(absent))) }
    return Slide(id: "response", title: phrases.slideResponse, parts: parts, notes: notes)
  }

  /// The number of units of the register that did not answer; 0 without a register.
  var absent: Int { max(0, (report.response.unitsInRegister ?? 0) - report.response.unitsAnswered) }
}
