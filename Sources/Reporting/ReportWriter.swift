import Texts

/// Turns a report into documents in one language.
///
/// The chapters are in extensions, one file each.
struct ReportWriter {
  let report: Report
  let language: Language
  let phrases: Phrases
  /// The file of each type without its ending: `type-A`.
  let typeFiles: [String]
  /// The file of each strategy without its ending: `strategy-join-forces`.
  let strategyFiles: [String]
  /// What stands beside the pages.
  private let beside: PublicationForms

  init(_ report: Report, _ language: Language, beside forms: PublicationForms = []) {
    self.report = report
    beside = forms
    self.language = language
    let letters = report.types.map(\.letter)
    let isPlain =
      letters.allSatisfy { $0.utf8.allSatisfy { (65...90).contains($0) } } && Set(letters).count == letters.count
    typeFiles = (isPlain ? letters : Slug.names(letters)).map { "type-" + $0 }
    strategyFiles = Slug.names(report.strategies.map(\.id)).map { "strategy-" + $0 }
    self.phrases = Phrases(language, units: report.unitWords)
  }

  var number: NumberText { phrases.number }

  /// Whether slides stand beside the pages.
  var hasSlides: Bool { beside.contains(.slides) }
  /// Whether a bulletin stands beside the pages.
  var hasBulletin: Bool { beside.contains(.bulletin) }
  /// Whether the self-scan stands beside the pages.
  var hasSelfScan: Bool { beside.contains(.selfScan) && report.selfScan != nil }

  /// The pages in the order of the navigation, the main one first.
  func documents() -> [Document] {
    let documents =
      [mainPage()] + report.types.indices.map(typePage) + report.strategies.indices.map(strategyPage)
      + [page("criteria", phrases.criteria, label: phrases.criteriaShort, criteriaChapters())]
      + [resultsPage()].compactMap { $0 }
      + [page("units", phrases.findUnit, [allUnits()] + [unitsWithoutAnswers()].compactMap { $0 })]
      + [changesPage()].compactMap { $0 } + [page("account", phrases.account, accountChapters())]
    return documents + [accessibilityPage(beside: documents)].compactMap { $0 }
  }

  /// A page with the line under its title.
  func page(_ file: String, _ title: String, label: String? = nil, _ chapters: [Chapter]) -> Document {
    let subtitle = phrases.subtitle(wave: report.wave.name, date: report.wave.date)
    return Document(file: file, label: label ?? title, title: title, subtitle: subtitle, chapters: chapters)
  }

  private func mainPage() -> Document {
    let chapters = [inShort(), overview()] + [map(), policyFields(), workingGroup()].compactMap { $0 }
    return page("index", report.title[language], label: phrases.mainPage, chapters)
  }

  /// What people answered, and what that is good for; nothing when nothing of it was computed.
  private func resultsPage() -> Document? {
    let chapters = [results(), allAnswers(), dataFitness()].compactMap { $0 }
    return chapters.isEmpty ? nil : page("results", phrases.results, label: phrases.resultsShort, chapters)
  }

  /// The chapters of the account, from the question why there are these types back to the first answer.
  private func accountChapters() -> [Chapter] {
    [corrections()].compactMap { $0 } + [evidence()]
      + [secondOpinions(), sensitivity(), externalValidation()].compactMap { $0 } + [response()]
      + [responseTables(), weighting(), aggregation(), indices()].compactMap { $0 }
      + [features()] + [components(), waveFitness(), disclosure()].compactMap { $0 } + [howMade()]
  }

  // MARK: Names

  /// The letter and name of a type: `Type A · Landelijk en samen`.
  func title(of type: TypeFacts) -> String {
    "\(phrases.type(type.letter)) · \(type.name[language])"
  }

  /// The page of a type.
  func address(ofType index: Int) -> String { "\(typeFiles[index]).html" }

  /// The page of a strategy.
  func address(ofStrategy index: Int) -> String { "\(strategyFiles[index]).html" }

  /// The badge and name of a type, linked to its page.
  func link(to type: Int) -> Prose {
    let facts = report.types[type]
    return "\(type: type, letter: facts.letter) \(facts.name[language], to: address(ofType: type))"
  }

  /// The name of a strategy, linked to its page.
  func link(toStrategy index: Int) -> Prose {
    "\(report.strategies[index].name[language], to: address(ofStrategy: index))"
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
    guard type.isTold else { return Prose(phrases.tooFew) }
    return switch type.verdict {
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
