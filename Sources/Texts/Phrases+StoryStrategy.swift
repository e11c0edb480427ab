/// The sentences of the story of one unit about strategies and what they ask.
extension Phrases {
  /// The heading of the strategy.
  public var storyStrategy: String {
    say("De strategie van het type, en de eigen antwoorden", "The strategy of the type, and its own answers")
  }
  /// That its own answers point to the same strategy.
  public var storySameStrategy: String {
    say("De eigen antwoorden wijzen naar dezelfde strategie.", "Its own answers point to the same strategy.")
  }
  /// That its own answers surely point to another strategy.
  public func storyMisfit(_ name: String, _ share: Double) -> String {
    say(
      "De eigen antwoorden wijzen naar een andere strategie, ‘\(name)’: \(often(share)) was die beter dan die van het type.",
      "Its own answers point to another strategy, ‘\(name)’: it was better than that of the type \(often(share)).")
  }
  /// That its own answers point to another strategy, but not surely.
  public func storyLeaning(_ name: String, _ share: Double, least: Double) -> String {
    let from = number.decimal(least * 100, digits: 0)
    let isClose = (share * 100).rounded() >= (least * 100).rounded()
    let times =
      isClose
      ? say("in net geen \(from) van de 100 doorrekeningen", "in just under \(from) of 100 recalculations")
      : often(share)
    return say(
      "De eigen antwoorden neigen naar ‘\(name)’, maar dat is niet zeker: \(times) was die beter dan die van het "
        + "type, en het telt pas vanaf \(from).",
      "Its own answers lean towards ‘\(name)’, but not surely: it was better than that of the type \(times), and it "
        + "counts only from \(from) on.")
  }
  /// The score of its own strategy, and of the one of the type; `nil` when that is ruled out.
  public func storyScores(own: String, _ name: String, ofType: String?) -> String {
    guard let ofType else {
      return say(
        "Die scoort hier \(own); ‘\(name)’ valt hier af.", "It scores \(own) here; ‘\(name)’ is ruled out here.")
    }
    return say("Die scoort hier \(own), en ‘\(name)’ \(ofType).", "It scores \(own) here, and ‘\(name)’ \(ofType).")
  }
  /// The criterion that decides.
  public func storyDeciding(_ criterion: String, _ difference: String) -> String {
    say(
      "‘\(criterion)’ geeft de doorslag: dat scheelt \(difference).",
      "‘\(criterion)’ decides: it makes a difference of \(difference).")
  }
  /// The heading of its own ranking.
  public var storyOwnRanking: String { say("Rangorde op eigen antwoorden", "Ranking by its own answers") }
  /// A strategy that is ruled out, with the reason.
  public func storyVetoed(_ name: String, _ because: String) -> String {
    say("‘\(name)’ valt af. \(because)", "‘\(name)’ is ruled out. \(because)")
  }
  /// The strategy that would come first if it were not ruled out.
  public func storyWithoutVeto(_ name: String, _ score: String) -> String {
    say(
      "Zonder die grens zou ‘\(name)’ bovenaan staan, met \(score).",
      "Without that limit ‘\(name)’ would come first, with \(score).")
  }

  // MARK: What must be in place

  /// The heading of what a strategy asks to be in place.
  public func storyRoad(_ name: String, isOfType: Bool) -> String {
    isOfType
      ? say("Wat eerst op orde moet zijn: \(name)", "What must be in place first: \(name)")
      : say("En voor de eigen strategie: \(name)", "And for its own strategy: \(name)")
  }
  /// That a strategy asks nothing to be in place.
  public var storyNoPreconditions: String {
    say("Hiervoor hoeft vooraf niets op orde te zijn.", "Nothing needs to be in place for this beforehand.")
  }
  /// Whether a precondition is met.
  public func storyState(_ state: String) -> String {
    switch state {
    case "met": say("op orde", "met")
    case "open": say("open", "open")
    default: say("onbekend", "not known")
    }
  }
  /// That no question tells of a precondition.
  public var storyUntested: String {
    say("De vragenlijst zegt hier niets over.", "No question of the survey tells.")
  }
  /// In place of an amount that is not known.
  public var storyNotAnswered: String { say("niet beantwoord", "not answered") }
  /// What a precondition needs.
  public func storyNeeded(_ low: String?, _ high: String?) -> String {
    switch (low, high) {
    case (let low?, let high?): say("nodig is \(low) tot en met \(high)", "\(low) to \(high) is needed")
    case (let low?, nil): say("nodig is ten minste \(low)", "at least \(low) is needed")
    case (nil, let high?): say("nodig is ten hoogste \(high)", "at most \(high) is needed")
    case (nil, nil): NumberText.nothing
    }
  }
  /// How often a precondition is met in the recalculations.
  public func storyMetOften(_ share: Double) -> String { say("\(often(share)) op orde", "met \(often(share))") }
  /// How to read the risks.
  public var storyRisks: String {
    say(
      "Van 0 (niemand herkent het) tot 100 (iedereen herkent het volledig).",
      "From 0 (nobody recognises it) to 100 (everybody does fully).")
  }
}
