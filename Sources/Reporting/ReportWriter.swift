import Texts

/// Turns a report into documents in one language.
///
/// The chapters are in extensions, one file each.
struct ReportWriter {
  let report: Report
  let language: Language
  let phrases: Phrases

  init(_ report: Report, _ language: Language) {
    self.report = report
    self.language = language
    self.phrases = Phrases(language, units: report.unitWords)
  }

  var number: NumberText { phrases.number }

  /// The pages, the main one first.
  func documents() -> [Document] {
    let subtitle = phrases.subtitle(wave: report.wave.name, date: report.wave.date)
    let main =
      [inShort(), overview()] + [map()].compactMap { $0 } + [portraits()] + [policyFields()].compactMap { $0 }
      + [strategies(), criteria()] + [results(), dataFitness(), waveFitness(), workingGroup()].compactMap { $0 }
    return [
      Document(
        file: "index", label: phrases.mainPage, title: report.title[language], subtitle: subtitle, chapters: main),
      Document(
        file: "units", label: phrases.findUnit, title: phrases.findUnit, subtitle: subtitle, chapters: [allUnits()]),
    ] + [changesPage()].compactMap { $0 } + [
      Document(
        file: "account", label: phrases.account, title: phrases.account, subtitle: subtitle,
        chapters: accountChapters())
    ]
  }

  /// The chapters of the account, from the question why there are these types back to the first answer.
  private func accountChapters() -> [Chapter] {
    [evidence()] + [secondOpinions(), sensitivity(), externalValidation()].compactMap { $0 } + [response()]
      + [responseTables(), weighting(), aggregation(), indices()].compactMap { $0 }
      + [features()] + [components(), disclosure()].compactMap { $0 } + [howMade()]
  }

  // MARK: Names

  /// The letter and name of a type: `Type A · Landelijk en samen`.
  func title(of type: TypeFacts) -> String {
    "\(phrases.type(type.letter)) · \(type.name[language])"
  }

  /// The badge and name of a type, linked to its portrait.
  func link(to type: Int) -> Prose {
    let facts = report.types[type]
    return "\(type: type, letter: facts.letter) \(facts.name[language], to: "index.html#type-\(facts.letter)")"
  }

  /// The name of a strategy, linked to its description.
  func link(toStrategy index: Int) -> Prose {
    let facts = report.strategies[index]
    return "\(facts.name[language], to: "index.html#strategy-\(facts.id)")"
  }

  /// The strategy in front for a type, whether it wins clearly or not.
  func front(of type: TypeFacts) -> Int? {
    switch type.verdict {
    case .clear(let strategy): strategy
    case .contenders(let strategies): strategies.first
    case .none: nil
    }
  }

  /// The place in the ranking of a strategy for a type.
  func ranked(_ strategy: Int, in type: TypeFacts) -> RankedStrategy? {
    type.ranking.first { $0.strategy == strategy }
  }

  /// What a table says of the strategy of a type.
  func verdict(of type: TypeFacts) -> Prose {
    switch type.verdict {
    case .clear(let strategy): link(toStrategy: strategy)
    case .contenders(let strategies): Prose(phrases.between(strategies.map { report.strategies[$0].name[language] }))
    case .none: Prose(phrases.noStrategy)
    }
  }

  /// What a table says of the type of a unit.
  func placing(_ placing: UnitFacts.Placing) -> (type: Prose, certainty: Prose, strategy: Prose) {
    switch placing {
    case .placed(let type, let certainty, let grade):
      (
        link(to: type), Prose("\(phrases.grade(grade)) (\(phrases.oftenShort(certainty)))"),
        verdict(of: report.types[type])
      )
    case .tooFew: (Prose(phrases.tooFew), "–", "–")
    case .noAnswer: (Prose(phrases.noAnswer), "–", "–")
    }
  }
}
