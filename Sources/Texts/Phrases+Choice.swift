/// The sentences about why one strategy comes first, what would put another one there, and what other ways of reckoning say.
extension Phrases {
  /// A name between the quotation marks of a sentence.
  public func quoted(_ name: String) -> String { "‘\(name)’" }

  // MARK: The runner-up

  /// The heading above the comparison with the runner-up.
  public func whyNotHeading(_ name: String) -> String { say("Waarom niet ‘\(name)’?", "Why not ‘\(name)’?") }
  /// Why the runner-up does not come first.
  ///
  /// - Parameters:
  ///   - first: The first strategy and its score.
  ///   - runnerUp: The runner-up and its score.
  ///   - decides: The criteria that speak most for the first.
  ///   - against: Those that speak most for the runner-up.
  /// - Returns: One to three sentences.
  public func whyNot(
    first: (name: String, score: Double), runnerUp: (name: String, score: Double), decides: [String], against: [String]
  ) -> String {
    let scores = [first.score, runnerUp.score].map { number.decimal($0, digits: 2) }
    let distance = number.decimal(first.score - runnerUp.score, digits: 2)
    var sentences: [String] = []
    if scores[0] == scores[1] {
      sentences.append(
        say(
          "‘\(first.name)’ en ‘\(runnerUp.name)’ scoren bijna even hoog (\(scores[0])).",
          "‘\(first.name)’ and ‘\(runnerUp.name)’ score nearly the same (\(scores[0]))."))
    } else {
      sentences.append(
        say(
          "‘\(first.name)’ scoort \(distance) hoger dan ‘\(runnerUp.name)’: \(scores[0]) tegen \(scores[1]).",
          "‘\(first.name)’ scores \(distance) higher than ‘\(runnerUp.name)’: \(scores[0]) against \(scores[1])."))
    }
    if !decides.isEmpty {
      let list = number.list(decides.map(quoted))
      sentences.append(say("Dat komt vooral door \(list).", "That is mostly because of \(list)."))
    }
    if !against.isEmpty {
      let list = number.list(against.map(quoted))
      let verb = say(against.count == 1 ? "pleit" : "pleiten", against.count == 1 ? "speaks" : "speak")
      sentences.append(
        say(
          "Voor ‘\(runnerUp.name)’ \(verb) juist \(list).", "\(list) \(verb) for ‘\(runnerUp.name)’."))
    }
    return sentences.joined(separator: " ")
  }
  /// The caption of the comparison with the runner-up.
  public func differencesCaption(_ first: String, _ runnerUp: String, _ letter: String) -> String {
    say(
      "Wat elk criterium toevoegt, type \(letter): ‘\(first)’ bovenaan, ‘\(runnerUp)’ daarna",
      "What each criterion adds, type \(letter): ‘\(first)’ in front, ‘\(runnerUp)’ next")
  }
  /// The heading of a column: the strategy in front.
  public var inFront: String { say("Bovenaan", "In front") }
  /// What a dash in that comparison means, and what is left out of it.
  public var differencesNote: String {
    say(
      "Een streepje betekent: deze strategie kijkt niet naar dit criterium, of er is niets over bekend. Verschillen kleiner "
        + "dan 0,005 staan er niet bij.",
      "A dash means: this strategy does not look at this criterion, or nothing is known of it. Differences below 0.005 are "
        + "left out.")
  }
  /// The heading of a column: difference.
  public var difference: String { say("Verschil", "Difference") }
  /// What would come first without hard limits.
  public func unvetoed(_ name: String, because reason: String?) -> String {
    let why = reason.map { say(" Waarom zij afvalt: \($0)", " Why it is ruled out: \($0)") } ?? ""
    return say(
      "Zonder de harde grens zou ‘\(name)’ bovenaan staan.\(why)",
      "Without the hard limit ‘\(name)’ would come first.\(why)")
  }
  /// That a strategy would be ruled out in part of the recalculations.
  public func wouldBeRuledOut(_ name: String, _ share: Double) -> String {
    say(
      "\(capitalised(often(share))) zou ‘\(name)’ afvallen.",
      "\(capitalised(often(share))) ‘\(name)’ would be ruled out.")
  }

  // MARK: Cross-checks

  /// The heading above what other ways of reckoning say of a type.
  public var reckonedOtherwise: String { say("En anders gerekend?", "Do other ways of reckoning agree?") }
  /// The heading above what the other ways of reckoning are.
  public var crossCheckHeading: String { say("Twee andere rekenwijzen", "Two other ways of reckoning") }
  /// What other ways of reckoning put first.
  ///
  /// - Parameters:
  ///   - agrees: Whether both put the same strategy first.
  ///   - topsis: What TOPSIS puts first, when that is another one.
  ///   - promethee: What PROMETHEE II puts first, when that is another one.
  /// - Returns: One or two sentences.
  public func crossCheck(agrees: Bool, topsis: String?, promethee: String?) -> String {
    if agrees || (topsis == nil && promethee == nil) {
      return say(
        "Twee andere rekenwijzen (TOPSIS en PROMETHEE II) zetten dezelfde strategie bovenaan.",
        "Two other ways of reckoning (TOPSIS and PROMETHEE II) put the same strategy first.")
    }
    let both = say(
      "Dat is een reden om naar beide strategieën te kijken.", "That is a reason to look at both strategies.")
    switch (topsis, promethee) {
    case (let one?, let other?) where one == other:
      return say(
        "Twee andere rekenwijzen (TOPSIS en PROMETHEE II) zetten ‘\(one)’ bovenaan. \(both)",
        "Two other ways of reckoning (TOPSIS and PROMETHEE II) put ‘\(one)’ first. \(both)")
    case (let one?, let other?):
      return say(
        "Twee andere rekenwijzen kiezen anders: TOPSIS zet ‘\(one)’ bovenaan, en PROMETHEE II ‘\(other)’. Dat is een reden "
          + "om naar alle drie de strategieën te kijken.",
        "Two other ways of reckoning choose otherwise: TOPSIS puts ‘\(one)’ first, and PROMETHEE II ‘\(other)’. That is a "
          + "reason to look at all three strategies.")
    case (let one?, nil):
      return say(
        "Een andere rekenwijze, PROMETHEE II, zet dezelfde strategie bovenaan. Een tweede, TOPSIS, kiest ‘\(one)’. \(both)",
        "Another way of reckoning, PROMETHEE II, puts the same strategy first. A second one, TOPSIS, takes ‘\(one)’. \(both)"
      )
    case (nil, let other?):
      return say(
        "Een andere rekenwijze, TOPSIS, zet dezelfde strategie bovenaan. Een tweede, PROMETHEE II, kiest ‘\(other)’. \(both)",
        "Another way of reckoning, TOPSIS, puts the same strategy first. A second one, PROMETHEE II, takes ‘\(other)’. \(both)"
      )
    case (nil, nil): return ""
    }
  }
  /// What comes first when all criteria count the same.
  public func equalWeights(_ strategy: String) -> String {
    say(
      "Tellen alle criteria even zwaar, dan komt ‘\(strategy)’ bovenaan.",
      "When all criteria count the same, ‘\(strategy)’ comes first.")
  }
  /// How many of the people who weighed the criteria put a strategy first.
  public func personsAgreeing(_ agreeing: Int, of count: Int, on strategy: String) -> String {
    let of = small(count)
    if agreeing == count {
      return say(
        "Bij alle \(of) mensen die de criteria wogen, komt ‘\(strategy)’ bovenaan.",
        "For all \(of) people who weighed the criteria, ‘\(strategy)’ comes first.")
    }
    let some = agreeing == 0 ? say("geen", "none") : small(agreeing)
    return say(
      "Bij \(some) van de \(of) mensen die de criteria wogen, komt ‘\(strategy)’ bovenaan.",
      "For \(some) of the \(of) people who weighed the criteria, ‘\(strategy)’ comes first.")
  }
  /// What the other ways of reckoning are.
  public var crossChecks: String {
    say(
      "Ter controle is elke keuze ook op twee andere manieren gemaakt. TOPSIS kijkt welke strategie het dichtst ligt bij een "
        + "strategie die op alles het best past. PROMETHEE II zet de strategieën twee aan twee naast elkaar en telt op hoe "
        + "sterk elke strategie van de andere wint. Beide gebruiken alleen de punten van de criteria. Zij laten weg dat de "
        + "ene strategie meer aan een criterium hecht dan de andere. Komen zij anders uit, dan staat op de pagina van het type hoe.",
      "As a check each choice was also made in two other ways. TOPSIS looks which strategy lies closest to one that fits "
        + "best on everything. PROMETHEE II sets the strategies side by side, two by two, and adds up how strongly each "
        + "beats the others. Both use the points of the criteria alone. They leave out that one strategy values a criterion "
        + "more than another does. Where they come out otherwise, the page of the type says how.")
  }

  // MARK: What the strategy does about the risks

  /// The heading of a column: the risk of doing nothing with its interval.
  public var riskOfNothing: String {
    say("Risico bij niets doen (marge 95 %)", "Risk of doing nothing (95% interval)")
  }
  /// The heading of a column: the risk with a strategy, with its interval.
  public var riskWithStrategy: String {
    say("Risico met deze strategie (marge 95 %)", "Risk with this strategy (95% interval)")
  }
  /// The heading of a column: how strongly the strategy answers a consequence.
  public var howStrongly: String { say("Hoe sterk helpt de strategie?", "How strongly does the strategy help?") }
  /// The word for how strongly a strategy answers a consequence.
  public func reliefLevel(_ level: String?) -> String {
    switch level {
    case "low": say("licht", "lightly")
    case "medium": say("gedeeltelijk", "partly")
    case "high": say("sterk", "strongly")
    default: no
    }
  }
  /// The caption of the risks with and without a strategy.
  public func reliefCaption(_ strategy: String, _ letter: String) -> String {
    say(
      "Risico's van niets doen, en met ‘\(strategy)’, type \(letter)",
      "Risks of doing nothing, and with ‘\(strategy)’, type \(letter)")
  }
  /// That what a strategy does about risks was judged and not measured.
  ///
  /// - Parameter ranges: For each level, from light to strong, the least and greatest share of the risk that goes.
  /// - Returns: Some sentences.
  public func reliefIsJudged(_ ranges: [ClosedRange<Double>]?) -> String {
    var text = say(
      "Het risico van niets doen is gemeten. Hoeveel een strategie daarvan wegneemt, is niet gemeten: dat is een inschatting "
        + "uit de catalogus.",
      "The risk of doing nothing was measured. How much of it a strategy takes away was not: that is a judgement of the "
        + "catalogue.")
    guard let ranges, ranges.count == 3 else { return text }
    let parts = ranges.map { number.percentageRange($0.lowerBound, $0.upperBound) }
    text += " "
    text += say(
      "Past een strategie helemaal, dan neemt zij een deel van het risico weg: licht is \(parts[0]), gedeeltelijk "
        + "\(parts[1]) en sterk \(parts[2]). Past zij minder goed, dan ook minder.",
      "A strategy that fits wholly takes away part of the risk: lightly is \(parts[0]), partly \(parts[1]) and strongly "
        + "\(parts[2]). One that fits less takes away less.")
    return text
  }

  // MARK: What the data would say of weights

  /// The title of the weights that the values would give.
  public var mirrorTitle: String {
    say("Wat de cijfers zelf over de gewichten zouden zeggen", "What the values themselves would say of the weights")
  }
  /// What these weights are, and that they decide nothing.
  public var mirrorIntro: String {
    say(
      "Hoe zwaar een criterium telt, is een keuze van mensen. Alleen ter vergelijking staat hier wat de cijfers zelf zouden "
        + "zeggen. Entropie geeft veel gewicht aan een criterium waarop de strategieën ver uiteenlopen. CRITIC let ook op of "
        + "een criterium iets anders zegt dan de rest. Geen van beide weet wat belangrijk is, en ze beslissen hier niets. "
        + "Wat alleen per beleidsveld wordt ingeschat, krijgt er geen gewicht.",
      "How much a criterion weighs is a choice of people. For comparison alone, this is what the values themselves would "
        + "say. Entropy gives much weight to a criterion on which the strategies lie far apart. CRITIC also looks at whether "
        + "a criterion says something else than the others. Neither knows what matters, and they decide nothing here. What "
        + "is only judged for each policy field gets no weight from them.")
  }
  /// The heading of a column: the weight used.
  public var weightUsed: String { say("Gebruikt", "Used") }
  /// The heading of a column: the weight by entropy.
  public var byEntropy: String { say("Naar entropie", "By entropy") }
  /// The heading of a column: the weight by CRITIC.
  public var byContrast: String { say("Naar CRITIC", "By CRITIC") }
}
