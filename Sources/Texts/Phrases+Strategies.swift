/// The sentences about strategies, criteria and policy fields.
extension Phrases {
  /// The heading of the strategy of a type.
  public var whichStrategy: String { say("Welke strategie past?", "Which strategy fits?") }
  /// The verdict when one strategy wins.
  public func winner(_ name: String, _ share: Double) -> String {
    say(
      "\(name) past het best: \(often(share)) kwam deze strategie bovenaan.",
      "\(name) fits best: it came first \(often(share)).")
  }
  /// The verdict when none does.
  ///
  /// - Parameters:
  ///   - names: The strategies that lie close together.
  ///   - shares: How often each comes first.
  /// - Returns: Two sentences.
  public func contenders(_ names: [String], _ shares: [Double]) -> String {
    let list = number.list(zip(names, shares).map { "‘\($0)’ (\(oftenShort($1)))" })
    return say(
      "Er is geen duidelijke winnaar. \(list) liggen dicht bij elkaar: welke bovenaan komt, hangt af van wie er "
        + "toevallig "
        + "antwoordde en van hoe zwaar elk criterium weegt.",
      "There is no clear winner. \(list) lie close together: which comes first depends on who happened to answer, and "
        + "on "
        + "how much each criterion weighs.")
  }
  /// What decides between strategies that lie close together.
  ///
  /// - Parameters:
  ///   - names: The strategies.
  ///   - criteria: For each the criteria that only it looks at.
  /// - Returns: Two sentences.
  public func decides(_ names: [String], _ criteria: [[String]]) -> String {
    let parts = zip(names, criteria).filter { !$1.isEmpty }
    let nl = parts.map { "‘\($0)’ let op: \($1.joined(separator: ", "))" }.joined(separator: "; ")
    let en = parts.map { "‘\($0)’ looks at: \($1.joined(separator: ", "))" }.joined(separator: "; ")
    return say(
      "Hierin verschillen ze: \(nl). Wat in uw \(unit) het meest speelt, geeft de doorslag.",
      "This is where they differ: \(en). What matters most in your \(unit) decides.")
  }
  /// The verdict when every strategy was ruled out.
  public var noStrategy: String {
    say("Geen van de strategieën past bij dit type.", "None of the strategies fits this type.")
  }
  /// The sentence before what follows is about the strategy in front.
  public func about(_ name: String) -> String {
    say(
      "Hieronder gaat het over ‘\(name)’, de strategie die nu bovenaan staat.",
      "What follows is about ‘\(name)’, the strategy now in front.")
  }
  /// The link to the description of a strategy.
  public func moreAbout(_ name: String) -> String { say("Meer over \(name)", "More about \(name)") }
  /// The caption of the ranking.
  public func rankingCaption(_ letter: String) -> String {
    say("Alle strategieën voor type \(letter)", "All strategies for type \(letter)")
  }
  /// How to read the figure of the ranking.
  public var rankingFigureCaption: String {
    say(
      "Hoe langer de staaf, hoe vaker deze strategie bij het doorrekenen bovenaan kwam.",
      "The longer the bar, the more often the strategy came first in the recalculations.")
  }
  /// The heading of a column: score.
  public var score: String { say("Score (0 tot 1)", "Score (0 to 1)") }
  /// The heading of a column: how often first.
  public var firstOften: String { say("Hoe vaak de beste", "How often first") }
  /// The heading of a column: how often first when weights are free.
  public var firstOftenAny: String { say("De beste bij willekeurige gewichten", "First with weights at random") }
  /// What stands in place of a score when a strategy is ruled out.
  public var ruledOut: String { say("valt af", "ruled out") }
  /// The heading of the reasons.
  public var why: String { say("Waarom deze strategie?", "Why this strategy?") }
  /// The caption of the contributions.
  public func contributionsCaption(_ strategy: String, _ letter: String) -> String {
    say("Wat meetelt voor \(strategy) bij type \(letter)", "What counts for \(strategy) with type \(letter)")
  }
  /// How to read the contributions.
  public var contributionsIntro: String {
    say(
      "Elk criterium krijgt een cijfer van 0 (past niet) tot 1 (past helemaal). Het cijfer maal het gewicht is de "
        + "bijdrage; "
        + "de bijdragen samen zijn de score.",
      "Each criterion gets a value from 0 (does not fit) to 1 (fits wholly). The value times the weight is the "
        + "contribution; the contributions together are the score.")
  }
  /// The heading of a column: criterion.
  public var criterion: String { say("Criterium", "Criterion") }
  /// The heading of a column: value.
  public var fitValue: String { say("Past (0 tot 1)", "Fits (0 to 1)") }
  /// The heading of a column: weight.
  public var weight: String { say("Gewicht", "Weight") }
  /// The heading of a column: weight in points.
  public var points: String { say("Punten", "Points") }
  /// The heading of a column: contribution.
  public var contribution: String { say("Bijdrage", "Contribution") }

  // MARK: Preconditions and first steps

  /// The heading of the preconditions.
  public var preconditions: String { say("Wat moet er eerst op orde zijn?", "What must be in place first?") }
  /// The preconditions that are not met.
  public var stillOpen: String { say("Nog te regelen", "Still open") }
  /// The preconditions that are met.
  public var alreadyMet: String { say("Al op orde", "Already in place") }
  /// The preconditions about which the survey says nothing.
  public var notKnown: String {
    say("Zelf nagaan: de vragenlijst zegt hier niets over", "To check yourself: the survey does not say")
  }
  /// What is said when no precondition is open.
  public var nothingOpen: String {
    say(
      "Wat we konden nagaan, is bij het gemiddelde van dit type op orde.",
      "What could be checked is in place for the average of this type.")
  }
  /// How often a precondition is met.
  public func metBy(_ share: Double) -> String {
    say("\(capitalised(often(share))) is dit op orde.", "\(capitalised(often(share))) this is in place.")
  }
  /// The heading of the first steps.
  public var firstSteps: String { say("Eerste stappen", "First steps") }

  // MARK: Doing nothing

  /// The heading of the consequences.
  public var doingNothing: String { say("En als u niets doet?", "And if you do nothing?") }
  /// The heading of the risks of all types.
  public var doingNothingTitle: String { say("Als er niets gebeurt", "If nothing is done") }
  /// How to read the consequences.
  public var doingNothingIntro: String {
    say(
      "Niets doen is de maatstaf voor elke strategie. Hoe groot het risico is, leiden we af uit wat mensen nu al zien: "
        + "bij 0 "
        + "herkent niemand het teken, bij 100 herkent iedereen het volledig.",
      "Doing nothing is the yardstick for every strategy. How large a risk is follows from what people see already: at "
        + "0 "
        + "nobody recognises the sign, at 100 everybody does fully.")
  }
  /// The title of the figure of all risks.
  public var riskFigure: String { say("De risico's van niets doen, per type", "The risks of doing nothing, by type") }
  /// What the scale of that figure measures.
  public var riskScale: String {
    say(
      "risico, van 0 (niemand herkent het) tot 100 (iedereen herkent het volledig)",
      "risk, from 0 (nobody recognises it) to 100 (everybody does fully)")
  }
  /// How to read that figure.
  public var riskCaption: String {
    say(
      "De stip is het risico voor het gemiddelde van het type, de streep de marge. Overlappen twee strepen, dan is het "
        + "verschil niet zeker.",
      "The dot is the risk for the average of the type, the line its interval. Where two lines overlap, the difference "
        + "is "
        + "not sure.")
  }
  /// The caption of the consequences.
  public func consequencesCaption(_ letter: String) -> String {
    say("Risico's van niets doen, type \(letter)", "Risks of doing nothing, type \(letter)")
  }
  /// The heading of a column: consequence.
  public var consequence: String { say("Gevolg", "Consequence") }
  /// The heading of a column: risk.
  public var risk: String { say("Risico (0 tot 100)", "Risk (0 to 100)") }
  /// The heading of a column: interval.
  public var interval: String { say("Marge (95 %)", "Interval (95%)") }
  /// Whether the strategy in front answers a consequence.
  public var answeredByStrategy: String { say("Pakt de strategie dit aan?", "Does the strategy address it?") }
  /// Yes.
  public var yes: String { say("ja", "yes") }
  /// No.
  public var no: String { say("niet rechtstreeks", "not directly") }

  // MARK: The catalogue

  /// The title of the strategies.
  public var strategies: String { say("De strategieën", "The strategies") }
  /// What the catalogue is.
  public func strategiesIntro(_ count: Int) -> String {
    say(
      "Er is niet één strategie die voor elke \(unit) werkt. Daarom zijn er \(small(count)) met elkaar vergeleken.",
      "No one strategy works for every \(unit). So \(small(count)) were compared.")
  }
  /// The term: aim.
  public var aim: String { say("Doel", "Aim") }
  /// The term: when it fits.
  public var fitsWhen: String { say("Past als", "Fits when") }
  /// The term: what it answers.
  public var answersTo: String { say("Helpt tegen", "Answers") }
  /// The term: when it is ruled out.
  public var ruledOutWhen: String { say("Valt af bij", "Ruled out by") }
  /// The amounts at which a strategy is ruled out.
  public func limit(from low: String?, to high: String?) -> String {
    switch (low, high) {
    case (let low?, let high?): say("van \(low) tot en met \(high)", "from \(low) to \(high)")
    case (let low?, nil): say("\(low) of meer", "\(low) or more")
    case (nil, let high?): say("\(high) of minder", "\(high) or less")
    case (nil, nil): NumberText.nothing
    }
  }
  /// The source of an example, in brackets.
  public func source(_ text: String) -> String { say("Bron: \(text).", "Source: \(text).") }
  /// The term: example.
  public var example: String { say("Voorbeeld", "Example") }
  /// The term: what it asks.
  public var asks: String { say("Vraagt", "Asks") }
  /// What a strategy asks, in words.
  public func asks(people: String, money: String, time: String) -> String {
    say("mensen: \(people); geld: \(money); tijd: \(time)", "people: \(people); money: \(money); time: \(time)")
  }
  /// The name of a level of effort.
  public func effort(_ level: String) -> String {
    switch level {
    case "low": say("weinig", "little")
    case "medium": say("gemiddeld", "some")
    case "high": say("veel", "much")
    default: level
    }
  }
  /// The heading: what can go wrong.
  public var pitfalls: String { say("Waar het mis kan gaan", "What can go wrong") }
  /// What the baseline is.
  public var isBaseline: String {
    say(
      "Niets doen is zelf geen strategie. Het is de maatstaf: elke strategie moet het beter doen dan dit.",
      "Doing nothing is no strategy itself. It is the yardstick: every strategy must do better than this.")
  }
  /// The heading of a column: how often better than doing nothing.
  public func betterThan(_ baseline: String) -> String {
    say("Beter dan ‘\(baseline)’", "Better than ‘\(baseline)’")
  }

  // MARK: Criteria

  /// The title of the criteria.
  public var criteria: String { say("De criteria, en waarom", "The criteria, and why") }
  /// The same in the navigation.
  public var criteriaShort: String { say("Criteria", "Criteria") }
  /// How the choice is made.
  public var criteriaIntro: String {
    say(
      "Elke strategie wordt per type op deze criteria beoordeeld. Een criterium met meer punten telt zwaarder. Een "
        + "strategie "
        + "kijkt alleen naar de criteria die voor haar van belang zijn; daarbinnen zijn de gewichten samen 1. Sommige "
        + "strategieën hebben ook een harde grens: ligt een type daar voorbij, dan valt de strategie af.",
      "Each strategy is judged for each type on these criteria. A criterion with more points weighs more. A strategy "
        + "looks "
        + "only at the criteria that matter to it; within it the weights add up to 1. Some strategies also have a hard "
        + "limit: where a type lies beyond it, the strategy is ruled out.")
  }
  /// Whose weights the points are, when people weighed the criteria.
  public func weighedBy(_ persons: Int) -> String {
    say(
      persons == 1
        ? "De punten komen van één persoon, die de criteria heeft gewogen."
        : "De punten komen van \(small(persons)) mensen, die elk de criteria hebben gewogen; hun gewichten zijn gemiddeld.",
      persons == 1
        ? "The points come from one person, who weighed the criteria."
        : "The points come from \(small(persons)) people, who each weighed the criteria; their weights were averaged.")
  }
  /// What weights at random mean.
  public var anyWeights: String {
    say(
      "In de rangorde per type staat ook hoe vaak een strategie de beste is bij willekeurige gewichten. Dan mag elk "
        + "gewicht alles zijn. Zo ziet u of de uitkomst aan de gewichten hangt.",
      "The ranking of each type also tells how often a strategy comes first with weights at random. Then each weight "
        + "may be "
        + "anything. It shows whether the outcome hangs on the weights.")
  }
  /// The caption of the criteria.
  public var criteriaCaption: String {
    say("Criteria met hun punten en reden", "Criteria with their points and reason")
  }
  /// The heading of a column: what it measures.
  public var measures: String { say("Wat het meet", "What it measures") }
  /// The heading of a column: reason.
  public var reason: String { say("Waarom", "Why") }
  /// The heading of a column: where a criterion comes from.
  public var originHeading: String { say("Waar het vandaan komt", "Where it comes from") }
  /// Where a criterion comes from.
  public func origin(_ origin: String) -> String {
    switch origin {
    case "index": say("index uit de vragenlijst", "index of the survey")
    case "question": say("één vraag uit de vragenlijst", "one question of the survey")
    case "register": say("register", "register")
    case "judgement": say("inschatting uit de catalogus", "judgement of the catalogue")
    default: origin
    }
  }
  /// The heading of a column: what holds in fields of work.
  public var inFieldsHeading: String { say("Per beleidsveld", "By policy field") }
  /// Where a criterion comes from in a field of work.
  public func inFields(_ basis: String) -> String {
    switch basis {
    case "own": say("eigen antwoorden", "answers of its own")
    case "type": say("als het hele type", "as the whole type")
    case "judgement": say("eigen inschatting", "a judgement of its own")
    default: basis
    }
  }
}
