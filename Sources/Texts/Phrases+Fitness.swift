/// The sentences about what the data and this wave are good for.
extension Phrases {
  // MARK: The units' data

  /// The title of the fitness of the units' data.
  public var dataFitness: String {
    say("Is de data goed genoeg voor het doel?", "Are the data good enough for the goal?")
  }
  /// The same in the navigation.
  public var dataFitnessShort: String { say("Goed genoeg?", "Good enough?") }
  /// What the table shows.
  public var dataFitnessIntro: String {
    say(
      "Data is goed als zij past bij het doel waarvoor u haar gebruikt. De mensen die antwoordden, zeiden of de "
        + "kwaliteit van de data in hun werk voldoet. De tabel zet dat per beleidsveld naast de vraag of er een "
        + "duidelijk doel is. De percentages zijn aandelen onder de respondenten (ongewogen), met de marge (95 %).",
      "Data are good when they suit the goal for which you use them. The people who answered said whether the quality "
        + "of the data in their work suffices. The table sets this, for each policy field, beside whether there is a "
        + "clear goal. The percentages are shares among the respondents (unweighted), with the 95% interval.")
  }
  /// What the two answers that were counted are.
  public func dataFitnessQuestions(suffices: String, goal: String?) -> String {
    let quality = say("Goed genoeg: wie het eens is met ‘\(suffices)’", "Good enough: who agrees with ‘\(suffices)’")
    guard let goal else { return quality + "." }
    return quality + say(". Met doel: wie het eens is met ‘\(goal)’.", ". With a goal: who agrees with ‘\(goal)’.")
  }
  /// The sentence that compares those with a goal and those without.
  public func goalMatters(with: Double, without: Double) -> String {
    say(
      "Van de mensen met een duidelijk doel vindt \(number.percentage(with)) de data goed genoeg; van de mensen zonder "
        + "doel \(number.percentage(without)).",
      "Of the people with a clear goal \(number.percentage(with)) find the data good enough; of those without a goal "
        + "\(number.percentage(without)).")
  }
  /// The caption of the table.
  public var dataFitnessCaption: String {
    say("Vinden mensen de data goed genoeg? Per beleidsveld", "Do people find the data good enough? By policy field")
  }
  /// The heading of a column or row: all policy fields together.
  public var allFields: String { say("Alle beleidsvelden", "All policy fields") }
  /// The heading of a column: with and without a goal.
  public var withAndWithoutGoal: String { say("Samen", "Together") }
  /// The heading of a column: with a goal.
  public var withGoal: String { say("Met een duidelijk doel", "With a clear goal") }
  /// The heading of a column: without a goal.
  public var withoutGoal: String { say("Zonder duidelijk doel", "Without a clear goal") }
  /// The verdict on the data of a group: `fit`, `doubtful`, `unfit`, `too_few`.
  public func dataVerdict(_ name: String) -> String {
    switch name {
    case "fit": say("goed genoeg", "good enough")
    case "doubtful": say("niet zeker", "not certain")
    case "unfit": say("niet goed genoeg", "not good enough")
    case "withheld": say("niet getoond", "not shown")
    default: say("te weinig antwoorden", "too few answers")
    }
  }
  /// How the verdict was reached.
  public func dataVerdictLegend(fit: Double, unfit: Double) -> String {
    let (above, below) = (number.percentage(fit), number.percentage(unfit))
    return say(
      "Goed genoeg: de hele marge ligt boven \(above). Niet goed genoeg: de hele marge ligt onder \(below). Anders is "
        + "het niet zeker.",
      "Good enough: the whole interval lies above \(above). Not good enough: the whole interval lies below \(below). "
        + "Otherwise it is not certain.")
  }
  /// From how many people on something is said.
  public func fieldsMinimum(_ minimum: Int) -> String {
    say(
      "Te weinig antwoorden: minder dan \(small(minimum)) mensen. Niet getoond: anders was te zien wat enkele mensen antwoordden.",
      "Too few answers: fewer than \(small(minimum)) people. Not shown: otherwise one could see what a few people answered."
    )
  }

  // MARK: This wave

  /// The title of the fitness of the wave.
  public var waveFitness: String { say("Waarvoor is deze peiling geschikt?", "What is this wave fit for?") }
  /// The same in the navigation.
  public var waveFitnessShort: String { say("Geschikt voor", "Fit for") }
  /// What the table shows.
  public var waveFitnessIntro: String {
    say(
      "Een peiling is niet voor alles even bruikbaar. Voor elk gebruik is vooraf afgesproken wat ervoor nodig is. Hier "
        + "staat of deze peiling dat haalt, en zo niet, waarom.",
      "A survey is not equally useful for everything. For each use it was agreed beforehand what it needs. Here you "
        + "read whether this wave has it, and if not, why.")
  }
  /// The verdict on a use: `fit`, `fit_with_care`, `unfit`.
  public func waveVerdict(_ name: String) -> String {
    switch name {
    case "fit": say("geschikt", "fit")
    case "fit_with_care": say("geschikt, met voorzichtigheid", "fit, with care")
    default: say("niet geschikt", "not fit")
    }
  }
  /// What is said when a use has all that it needs.
  public var everythingMet: String { say("Alles wat nodig is, is er.", "Everything that is needed is there.") }
  /// How many of the needs are met, in front of those that are not.
  public func notMet(_ missing: Int, of total: Int) -> String {
    say(
      "\(capitalised(small(missing))) van de \(small(total)) eisen en wensen \(missing == 1 ? "is" : "zijn") niet gehaald.",
      "\(capitalised(small(missing))) of \(small(total)) needs and wishes \(missing == 1 ? "is" : "are") not met.")
  }
  /// The title of the folded table with all needs of all uses.
  public var allCriteria: String {
    say("Alle eisen en wensen, en wat er is gevonden", "All needs and wishes, and what was found")
  }
  /// The caption of the needs of a use.
  public func criteriaOf(_ use: String) -> String { say("Eisen en wensen: \(use)", "Needs and wishes: \(use)") }
  /// The heading of a column: need.
  public var needLabel: String { say("Waarop", "On what") }
  /// The heading of a column: what was found.
  public var foundValue: String { say("Gevonden", "Found") }
  /// The heading of a column: what is needed.
  public var neededValue: String { say("Nodig", "Needed") }
  /// The heading of a column: whether it is met.
  public var metLabel: String { say("Gehaald", "Met") }
  /// Whether a need is met; `nil` when that is not known.
  public func met(_ isMet: Bool?) -> String {
    switch isMet {
    case true?: say("ja", "yes")
    case false?: say("nee", "no")
    case nil: say("niet bekend", "not known")
    }
  }
  /// Whether a use depends on a criterion.
  public func importance(isNeed: Bool) -> String { isNeed ? say("eis", "need") : say("wens", "wish") }
  /// The heading of a column: need or wish.
  public var importanceLabel: String { say("Eis of wens", "Need or wish") }
  /// What needs and wishes are.
  public var needsExplained: String {
    say(
      "Wordt een eis niet gehaald, dan is de peiling voor dit gebruik niet geschikt. Wordt een wens niet gehaald, dan "
        + "is voorzichtigheid nodig.",
      "When a need is not met, the wave is not fit for the use. When a wish is not met, care is needed.")
  }
  /// The name of a need; one that is not known stays as it is.
  public func criterionOfUse(_ name: String) -> String {
    switch name {
    case "units": say("aantal \(units)", "number of \(units)")
    case "coverage": say("deel van de \(units) dat antwoordde", "part of the \(units) that answered")
    case "n": say("aantal antwoorden", "number of answers")
    case "reliability": say("betrouwbaarheid", "reliability")
    case "icc2":
      say("betrouwbaarheid van het gemiddelde per \(unit), ICC(2)", "reliability of the mean of each \(unit), ICC(2)")
    case "missing": say("ontbrekende antwoorden", "missing answers")
    case "convergence": say("het wegen kwam tot rust", "the weighting came to rest")
    case "design_effect": say("ontwerpeffect", "design effect")
    case "earlier_wave": say("een eerdere peiling om mee te vergelijken", "an earlier wave to compare with")
    default: name
    }
  }
  /// A value of a need as it is printed: a share, a count or a number.
  public func criterionValue(_ name: String, _ value: Double) -> String {
    switch name {
    case "coverage", "missing": number.percentage(value)
    case "units", "n": number.decimal(value, digits: 0)
    case "convergence", "earlier_wave": met(value > 0)
    default: number.decimal(value, digits: 2)
    }
  }
  /// Why a need is not met, in a sentence.
  ///
  /// - Parameters:
  ///   - name: The need.
  ///   - about: What exactly it is about, if it is about one thing.
  ///   - value: What was found.
  ///   - needed: What is needed.
  ///   - isNeed: Whether the use depends on it; otherwise it is only wished for.
  /// - Returns: A sentence.
  public func shortfall(_ name: String, about: String?, value: Double?, needed: Double?, isNeed: Bool) -> String {
    let found = value.map { criterionValue(name, $0) } ?? NumberText.nothing
    let wanted = needed.map { criterionValue(name, $0) } ?? NumberText.nothing
    let of = about.map { say(" bij ‘\($0)’", " for ‘\($0)’") } ?? ""
    guard value != nil || name == "earlier_wave" else {
      return say("Niet bekend: \(criterionOfUse(name))\(of).", "Not known: \(criterionOfUse(name))\(of).")
    }
    let must = isNeed ? say("nodig", "needed") : say("gewenst", "wished for")
    let may = isNeed ? say("mag", "may be") : say("is gewenst", "is wished for")
    switch name {
    case "units":
      return say(
        "Er zijn \(found) \(units)\(of), en \(wanted) zijn \(must).",
        "There are \(found) \(units)\(of), and \(wanted) are \(must).")
    case "coverage":
      return say(
        "Maar \(found) van de \(units) antwoordde\(of), en \(wanted) is \(must).",
        "Only \(found) of the \(units) answered\(of), and \(wanted) is \(must).")
    case "n":
      return say(
        "Er zijn \(found) antwoorden\(of), en \(wanted) zijn \(must).",
        "There are \(found) answers\(of), and \(wanted) are \(must).")
    case "reliability":
      return say(
        "De betrouwbaarheid\(of) is \(found), en \(wanted) is \(must).",
        "The reliability\(of) is \(found), and \(wanted) is \(must).")
    case "icc2":
      return say(
        "De betrouwbaarheid van het gemiddelde per \(unit)\(of) is \(found), en \(wanted) is \(must).",
        "The reliability of the mean of each \(unit)\(of) is \(found), and \(wanted) is \(must).")
    case "missing":
      return say(
        "Van de antwoorden\(of) ontbreekt \(found), en hoogstens \(wanted) \(may).",
        "Of the answers\(of) \(found) is missing, and at most \(wanted) \(may).")
    case "convergence": return say("Het wegen kwam niet tot rust\(of).", "The weighting did not come to rest\(of).")
    case "design_effect":
      return say(
        "Het ontwerpeffect\(of) is \(found), en hoogstens \(wanted) \(may).",
        "The design effect\(of) is \(found), and at most \(wanted) \(may).")
    case "earlier_wave":
      return say("Er is geen eerdere peiling om mee te vergelijken.", "There is no earlier wave to compare with.")
    default: return "\(name)\(of): \(found) (\(wanted))."
    }
  }
}
