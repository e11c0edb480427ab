/// The sentences about what people answered.
extension Phrases {
  /// The title of the results.
  public var results: String { say("Wat zeiden de mensen?", "What did people say?") }
  /// The same in the navigation.
  public var resultsShort: String { say("Uitkomsten", "Results") }
  /// How to read the results: what each column is about, and when the interval holds.
  ///
  /// - Parameters:
  ///   - hasAverage: Whether there are figures for the average unit.
  ///   - hasRegister: Whether those that answered stand for all units of a register.
  ///   - hasPublished: Whether figures about the same wave were published before.
  /// - Returns: Two or three texts, to stand below each other.
  public func resultsIntro(hasAverage: Bool, hasRegister: Bool, hasPublished: Bool = true) -> [String] {
    let published =
      hasPublished
      ? say(
        " Zo zijn ook de gepubliceerde cijfers gemaakt.", " The published figures were made in the same way.") : ""
    let respondents =
      say(
        "Onder de respondenten (ongewogen): iedereen die antwoordde, telt even zwaar.",
        "Among the respondents (unweighted): everybody who answered counts the same.") + published
    let interval = say(
      "Tussen haakjes staat de marge (95 %). Die geldt alleen als wie niet antwoordde, lijkt op wie dat wel deed.",
      "The interval (95%) stands in brackets. It holds only if those who did not answer are like those who did.")
    guard hasAverage else { return [respondents, interval] }
    let average = say(
      "De gemiddelde \(unit) (gewogen): elke \(unit) telt even zwaar, ook als er meer mensen antwoordden.",
      "The average \(unit) (weighted): each \(unit) counts the same, however many people answered.")
    let register =
      hasRegister
      ? say(
        " De \(units) die antwoordden, staan daarbij voor alle \(units) in het register.",
        " Those that answered stand for all \(units) in the register.") : ""
    return [respondents, average + register, interval]
  }
  /// Who is counted in the results, and who in the published figures.
  ///
  /// - Parameters:
  ///   - counted: The answers that count here.
  ///   - others: The answers that belong to no unit.
  ///   - hasPublished: Whether figures about the same wave were published before.
  /// - Returns: Two or three sentences.
  public func resultsCounted(_ counted: Int, others: Int, hasPublished: Bool = true) -> String {
    let all = number.integer(counted + others)
    let here = number.integer(counted)
    let counted = say(
      "\(all) mensen vulden de vragenlijst in. \(capitalised(small(others))) van hen "
        + "\(number.plural(others, one: "hoort", many: "horen")) niet bij een \(unit): de tabel gaat over de andere "
        + here,
      "\(all) people filled in the questionnaire. \(capitalised(small(others))) of them "
        + "\(number.plural(others, one: "belongs", many: "belong")) to no \(unit): the table is about the other "
        + here)
    if !hasPublished { return counted + "." }
    return counted
      + say(
        ", de gepubliceerde cijfers gaan over alle \(all). Daardoor kan er een klein verschil zijn.",
        ", the published figures are about all \(all). So there may be a small difference.")
  }
  /// The caption of the results.
  public var resultsCaption: String {
    say("Uitkomsten naast de gepubliceerde cijfers", "Results beside the published figures")
  }
  /// The heading of a column: the statement.
  public var statement: String { say("Uitspraak", "Statement") }
  /// The heading of a column: among respondents, unweighted.
  public var amongRespondents: String {
    say("Onder de respondenten (ongewogen)", "Among the respondents (unweighted)")
  }
  /// The heading of a column: the average unit, weighted.
  public var averageUnit: String { say("De gemiddelde \(unit) (gewogen)", "The average \(unit) (weighted)") }
  /// The heading of a column: by inhabitants, weighted.
  public var byInhabitants: String { say("Naar inwoners (gewogen)", "By inhabitants (weighted)") }
  /// The heading of a column: number of respondents.
  public var answersCount: String { say("Antwoorden", "Answers") }
  /// The heading of a column: as published.
  public var asPublished: String { say("Zoals gepubliceerd", "As published") }
  /// The title of the figure.
  public var resultsFigure: String { say("Uitkomsten en gepubliceerde cijfers", "Results and published figures") }
  /// How to read the figure.
  public var resultsFigureCaption: String {
    say(
      "De staaf is het aandeel onder de respondenten (ongewogen), de streep is de marge, het ruitje is het "
        + "gepubliceerde cijfer. Welke antwoorden meetellen, staat in de tabel.",
      "The bar is the share among the respondents (unweighted), the line is its interval, the diamond is the published "
        + "figure. The table tells which answers count.")
  }

  // MARK: Details

  /// The title of the folded tables with every way of counting.
  public var waysOfCounting: String {
    say("Alle manieren van tellen, met het ontwerpeffect", "Every way of counting, with the design effect")
  }
  /// What counting by inhabitants means.
  public var inhabitantsExplained: String {
    say(
      "‘Naar inwoners’ telt een \(unit) zwaarder naarmate er meer inwoners zijn.",
      "‘By inhabitants’ counts a \(unit) the more, the more inhabitants it has.")
  }
  /// What a design effect is.
  public var designEffectExplained: String {
    say(
      "Het ontwerpeffect vergelijkt de onzekerheid met die van evenveel mensen die los van elkaar zijn getrokken. "
        + "Mensen van dezelfde \(unit) lijken vaak op elkaar, en niet ieder telt even zwaar. Dan is het groter dan 1. "
        + "Deel het aantal antwoorden door het ontwerpeffect: zo veel losse antwoorden zijn zij waard.",
      "The design effect compares the uncertainty with that of as many people drawn one by one. People of one \(unit) "
        + "are often alike, and not everybody counts the same. Then it is larger than 1. Divide the number of answers "
        + "by the design effect: that is how many answers drawn one by one they are worth.")
  }
  /// The heading of a column: the design effect of one way of counting.
  public func designEffect(of estimand: String) -> String {
    say("Ontwerpeffect: \(estimand)", "Design effect: \(estimand)")
  }
  /// The title of the folded table of the other questions, which are all when no figures were published.
  public func otherResults(hasPublished: Bool) -> String {
    hasPublished ? say("Alle andere vragen", "All other questions") : say("Alle vragen", "All questions")
  }
  /// The caption of the other questions.
  public func otherResultsCaption(hasPublished: Bool) -> String {
    hasPublished
      ? say("Vragen zonder gepubliceerd cijfer", "Questions without a published figure")
      : say("Alle uitkomsten", "All results")
  }
  /// How to read the other questions.
  public var otherResultsIntro: String {
    say(
      "Een percentage is het aandeel dat dit antwoord gaf. Een getal zonder procentteken is een gemiddelde.",
      "A percentage is the share that gave this answer. A number without a percent sign is a mean.")
  }
  /// The title of the folded table by group: `Per groep: aantal inwoners`.
  public func byGroup(_ grouping: String) -> String { say("Per groep: \(grouping)", "By group: \(grouping)") }
  /// The caption of a table by group, with what the figures are about.
  public func byGroupCaption(_ grouping: String, _ estimand: String) -> String {
    "\(grouping) · \(estimand)"
  }
}
