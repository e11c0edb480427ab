/// What stands on the slides, and on their buttons.
extension Phrases {
  // MARK: The deck

  /// The slides in a list of the forms of a publication.
  public func slides(_ file: String) -> String {
    say("Dia's voor een presentatie (\(file))", "Slides for a presentation (\(file))")
  }
  /// What comes before the title of the report at the head of a window.
  public var slides: String { say("Dia's", "Slides") }
  /// The word for one slide.
  public var slide: String { say("Dia", "Slide") }
  /// The word between a number and the number of all.
  public var ofAll: String { say("van", "of") }
  /// The button and the heading of what is said with a slide.
  public var speakerNotes: String { say("Spreektekst", "Speaker's notes") }
  /// The name of the buttons.
  public var slideButtons: String { say("Bediening", "Controls") }

  // MARK: How to move

  /// The button that tells how to move through the slides.
  public var slideHelp: String { say("Uitleg", "Help") }
  /// The heading of that.
  public var slideHelpTitle: String { say("Zo bedient u de dia's", "How to move through the slides") }
  /// The keys, each with what it does.
  public var slideKeys: [(keys: String, does: String)] {
    [
      (
        say("Pijl naar rechts, Page Down of spatie", "Right arrow, Page Down or space"),
        say("volgende dia", "next slide")
      ),
      (say("Pijl naar links of Page Up", "Left arrow or Page Up"), say("vorige dia", "previous slide")),
      (say("Home of End", "Home or End"), say("eerste of laatste dia", "first or last slide")),
      ("N", say("spreektekst tonen of verbergen", "show or hide the speaker's notes")),
      ("?", say("deze uitleg", "this help")),
    ]
  }
  /// How slides come out of a printer.
  public var slidesOnPaper: String {
    say(
      "Op papier komt elke dia op een eigen bladzijde, zonder spreektekst.",
      "On paper each slide has a page of its own, without speaker's notes.")
  }
  /// The choice whether keys that are also letters are heeded.
  public var singleKeys: String {
    say("Luister ook naar spatie, N en ?", "Heed the space bar, N and ? as well")
  }
  /// The heading of the list of slides.
  public var allSlides: String { say("Alle dia's", "All slides") }
  /// The button that closes the help.
  public var close: String { say("Sluiten", "Close") }

  // MARK: Question and answers

  /// The title of the slide with the question.
  public var slideQuestion: String { say("De vraag", "The question") }
  /// The questions that the slides answer.
  public var slideQuestions: [String] {
    [
      say("Welke typen \(units) zijn er?", "Which types of \(unit) are there?"),
      say("Welke strategie past bij elk type?", "Which strategy fits each type?"),
      say("Hoe zeker is dat, en waarom?", "How sure is that, and why?"),
    ]
  }
  /// How to read the risks.
  public var slideRisks: String {
    say(
      "Risico van 0 tot 100, van het laagste tot het hoogste type",
      "Risk from 0 to 100, from the lowest to the highest type")
  }
  /// The title of the slide with the response.
  public var slideResponse: String { say("Wie antwoordden er?", "Who answered?") }
  /// What follows the number of people.
  public func slidePeople(_ count: Int) -> String { number.plural(count, one: personWord, many: peopleWord) }
  /// What follows the number of units that answered.
  public func slideUnits(_ answered: Int, of register: Int?) -> String {
    guard let register else { return number.plural(answered, one: unit, many: units) }
    return say("van de \(count(register))", "of the \(count(register))")
  }
  /// What the bar of the response shows.
  public var slideRate: String { say("Deel van de \(units) dat meedeed", "Part of the \(units) that took part") }

  // MARK: Types and strategies

  /// The title of the slide with all types.
  public func slideTypes(_ count: Int) -> String {
    say(
      "\(capitalised(small(count))) \(number.plural(count, one: "type", many: "typen")) \(units)",
      "\(capitalised(small(count))) \(number.plural(count, one: "type", many: "types")) of \(unit)")
  }
  /// The caption of the sizes of the types.
  public var slideSizes: String { say("Aantal \(units) per type", "Number of \(units) in each type") }
  /// The title of the slide with the map.
  public var slideMap: String { say("Waar liggen de typen?", "Where are the types?") }
  /// What is said of a slide that goes on from another.
  public func slidePart(_ title: String, _ part: Int, of parts: Int) -> String {
    parts > 1 ? say("\(title) (\(part) van \(parts))", "\(title) (\(part) of \(parts))") : title
  }
  /// The caption of the features in which a type differs most.
  public var slideProfile: String { say("Onder of boven gemiddeld", "Below or above average") }
  /// On which side of the average a type lies.
  public func slideSide(isHigher: Bool) -> String { isHigher ? say("hoger", "higher") : say("lager", "lower") }
  /// The caption of how often each strategy comes first.
  public var slideRanking: String { say("Hoe vaak de beste, van 100 keer", "How often first, of 100 times") }
  /// What the map says of areas with too few answers.
  public var slideTooFew: String { say("te weinig antwoorden", "too few answers") }
  /// What is said in place of a type that may not be told of.
  public var slideNotTold: String {
    say("Te weinig \(units) of mensen om meer te tonen.", "Too few \(units) or people to show more.")
  }
  /// Why a strategy fits.
  public func slideWhy(_ criteria: [String]) -> String {
    let list = number.list(criteria.map { "‘\($0)’" })
    return say("Vooral door \(list).", "Mostly because of \(list).")
  }
  /// The title of the slide with the strategy of each type.
  public var slideStrategies: String { say("De strategie per type", "The strategy of each type") }
  /// The title of the slide with the criteria.
  public var slideCriteria: String { say("Waarop kiezen we?", "What do we choose on?") }
  /// The caption of the criteria.
  public var slideWeights: String {
    say("Criteria die het zwaarst wegen, in punten", "The heaviest criteria, in points")
  }
  /// How many criteria are not on the slide.
  public func slideOtherCriteria(_ count: Int) -> String {
    say(
      "En nog \(small(count)) \(number.plural(count, one: "ander criterium", many: "andere criteria")).",
      "And \(small(count)) \(number.plural(count, one: "other criterion", many: "other criteria")).")
  }

  // MARK: How sure, and what next

  /// The title of the slide with the certainty.
  public var slideSureness: String { say("Hoe zeker is dit?", "How sure is this?") }
  /// The caption of the certainty.
  public var slideSurenessCaption: String {
    say("Hoe vaak het zo blijft, van 100 keer opnieuw rekenen", "How often it stays so, of 100 recalculations")
  }
  /// The heading of a column: how often a unit comes back to its type.
  public var slideTypeHolds: String { say("Zelfde type", "Same type") }
  /// The heading of a column: how often the strategy in front comes first.
  public var slideStrategyHolds: String { say("Zelfde strategie", "Same strategy") }
  /// What follows the number of results that changed.
  public func slideResultsChanged(_ changed: Int, of total: Int) -> String {
    say(
      "van de \(number.count(total, one: "uitkomst", many: "uitkomsten")) \(number.plural(changed, one: "veranderde", many: "veranderden"))",
      "of \(number.count(total, one: "result", many: "results")) changed")
  }
  /// What follows the number of types that were kept.
  public func slideTypesKept(_ kept: Int, of total: Int) -> String {
    say(
      "van de \(number.count(total, one: "type", many: "typen")) \(number.plural(kept, one: "bleef", many: "bleven"))",
      "of \(number.count(total, one: "type", many: "types")) stayed")
  }
  /// What follows the number of units that moved.
  public func slideMovers(_ movers: Int, of counted: Int) -> String {
    say(
      "van de \(count(counted)) \(number.plural(movers, one: "wisselde", many: "wisselden")) aantoonbaar van type",
      "of \(count(counted)) demonstrably changed type")
  }
  /// The title of the slide with the limits.
  public var slideLimits: String { say("Waar u op moet letten", "What to keep in mind") }
  /// That few people answered for each unit.
  public func slideFewPeople(isOne: Bool) -> String {
    isOne
      ? say("Per \(unit) antwoordde maar één mens.", "Only one person answered for each \(unit).")
      : say("Per \(unit) antwoordden maar enkele mensen.", "Only a few people answered for each \(unit).")
  }
  /// That some units did not take part.
  public func slideAbsent(_ absent: Int) -> String {
    say(
      "\(capitalised(count(absent))) \(number.plural(absent, one: "deed", many: "deden")) niet mee.",
      "\(capitalised(count(absent))) did not take part.")
  }
  /// That a type is no mark.
  public var slideNoJudgement: String { say("Een type is geen rapportcijfer.", "A type is no mark.") }
  /// What the wave is fit for.
  public func slideUse(_ use: String, _ verdict: String) -> String { "\(use): \(verdict)." }
  /// The title of the slide with what to do.
  public var slideNow: String { say("Wat nu?", "What now?") }
  /// What to do, in order.
  public func slideActions(named: Bool) -> [String] {
    [
      named
        ? say("Zoek uw \(unit) op.", "Find your \(unit).")
        : say("Kijk bij welk type u past.", "See which type suits you."),
      say("Breng op orde wat nog ontbreekt.", "Put in place what is lacking."),
      say("Zet de eerste stap.", "Take the first step."),
    ]
  }
  /// The title of the last slide.
  public var slideMore: String { say("Meer weten?", "Want to know more?") }
  /// What is said where no other form leads on.
  public var slideNoPages: String {
    say("Alles staat in de publicatie van deze peiling.", "All of it is in the publication of this survey.")
  }
}
