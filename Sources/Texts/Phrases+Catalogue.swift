// What `koers catalogue` says on a terminal: the words around a catalogue of strategies.

extension Phrases {
  // MARK: The page

  /// What the catalogue holds.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - strategies: The number of strategies, doing nothing left out.
  ///   - criteria: The number of criteria.
  ///   - consequences: The number of consequences.
  ///   - fields: The number of fields of work.
  /// - Returns: A sentence.
  public func catalogueHolds(_ file: String, strategies: Int, criteria: Int, consequences: Int, fields: Int) -> String {
    let parts = [
      say(
        plural(strategies, "strategie", "strategieën"), plural(strategies, "strategy", "strategies")),
      say(plural(criteria, "criterium", "criteria"), plural(criteria, "criterion", "criteria")),
      say(plural(consequences, "gevolg", "gevolgen"), plural(consequences, "consequence", "consequences"))
        + say(" van niets doen", " of doing nothing"),
    ]
    let policy = say(
      plural(fields, "beleidsveld", "beleidsvelden"), plural(fields, "policy field", "policy fields"))
    let list = number.list(fields == 0 ? parts : parts + [policy])
    return say("De catalogus \(file) telt \(list).", "The catalogue \(file) holds \(list).")
  }

  private func plural(_ count: Int, _ one: String, _ many: String) -> String {
    "\(small(count)) \(number.plural(count, one: one, many: many))"
  }

  // MARK: A strategy

  /// The heading: what must be in place, in an order in which it can be brought about.
  public var preconditionsInOrder: String {
    say("Wat er eerst op orde moet zijn, in deze volgorde", "What must be in place first, in this order")
  }
  /// What a precondition comes after.
  ///
  /// - Parameter steps: The steps that must be done before, counted from 1.
  /// - Returns: A sentence.
  public func comesAfter(_ steps: [Int]) -> String {
    let list = number.list(steps.map(number.integer))
    return say(
      "Kan pas na stap \(list).", "Only after \(number.plural(steps.count, one: "step", many: "steps")) \(list).")
  }
  /// How a precondition is tested.
  ///
  /// - Parameters:
  ///   - source: What is measured.
  ///   - bound: The amounts that pass.
  /// - Returns: A sentence.
  public func testedBy(_ source: String, _ bound: String) -> String {
    say("Getoetst: \(source) moet \(bound) zijn.", "Tested: \(source) must be \(bound).")
  }
  /// That no question tells whether a precondition is met.
  public var testedByNobody: String {
    say("Niet getoetst: ga dit zelf na.", "Not tested: check this yourself.")
  }

  /// How far a strategy takes a consequence away.
  ///
  /// - Parameters:
  ///   - level: The level at which it answers the consequence: `low`, `medium` or `high`.
  ///   - low: The least share of the risk that it takes away.
  ///   - high: The greatest.
  /// - Returns: A part of a sentence.
  public func relief(_ level: String, _ low: Double, _ high: Double) -> String {
    let range = number.percentageRange(low, high)
    return say(
      "\(effort(level)) (\(range) minder risico als de strategie helemaal past)",
      "\(effort(level)) (\(range) less risk where the strategy fits fully)")
  }

  /// The heading of the first hundred days.
  public var firstHundredDays: String { say("De eerste honderd dagen", "The first hundred days") }
  /// The heading of an example.
  public var exampleFromPractice: String { say("Voorbeeld uit de praktijk", "An example from practice") }
  /// The heading of what a strategy wants.
  public var wants: String { say("Waar deze strategie bij past", "What this strategy fits") }
  /// The heading of vetoes.
  public var vetoes: String { say("Wanneer deze strategie afvalt", "When this strategy is ruled out") }
  /// An amount that rules a strategy out, with the sentence that says why.
  public func ruledOut(_ source: String, _ bound: String, because sentence: String) -> String {
    say("\(source) is \(bound). \(sentence)", "\(source) is \(bound). \(sentence)")
  }
  /// The heading of a column: which amounts fit.
  public var whatFits: String { say("Wat past", "What fits") }

  // MARK: Value functions

  /// That more speaks for a strategy.
  public var theMore: String { say("hoger is beter", "higher is better") }
  /// That less speaks for a strategy.
  public var theLess: String { say("lager is beter", "lower is better") }
  /// That a range is preferred.
  public func preferably(from low: String, to high: String) -> String {
    say("het liefst van \(low) tot en met \(high)", "preferably from \(low) to \(high)")
  }
  /// How well an amount fits.
  ///
  /// - Parameters:
  ///   - amounts: The amounts in words.
  ///   - worth: What they are worth, from 0 to 1.
  /// - Returns: A part of a sentence.
  public func fits(_ amounts: String, worth: Double) -> String {
    switch worth {
    case 0: say("\(amounts) past niet", "\(amounts) does not fit")
    case 1: say("\(amounts) past helemaal", "\(amounts) fits fully")
    default:
      say("\(amounts) past voor \(number.percentage(worth))", "\(amounts) fits for \(number.percentage(worth))")
    }
  }
  /// How the weights and the amounts that fit are read.
  public var howToReadWishes: String {
    say(
      "Elke strategie kijkt alleen naar de criteria die zij noemt. Het gewicht van een criterium is zijn aantal punten, "
        + "soms maal het belang dat het voor die strategie heeft. Tussen twee genoemde waarden loopt een rechte lijn.",
      "Each strategy looks only at the criteria that it names. The weight of a criterion is its points, sometimes "
        + "multiplied by the importance that it has for that strategy. Between two amounts that are named runs a "
        + "straight line.")
  }

  // MARK: Criteria

  /// The heading of a column: share of the points.
  public var shareOfPoints: String { say("Aandeel", "Share") }
  /// The heading of a column: the share that people gave.
  public var shareOfPeople: String { say("Groep", "Group") }
  /// That people weighed the criteria, and that their weights are used.
  ///
  /// - Parameters:
  ///   - file: The file with the weights.
  ///   - count: The number of people.
  /// - Returns: A sentence.
  public func peopleWeighed(_ file: String, _ count: Int) -> String {
    let group = shareOfPeople
    return say(
      count == 1
        ? "Eén persoon heeft de criteria gewogen (\(file)). Onder ‘\(group)’ staan diens gewichten. Die tellen, en "
          + "niet de punten."
        : "\(capitalised(small(count))) mensen hebben de criteria gewogen (\(file)). Onder ‘\(group)’ staat het "
          + "gemiddelde van hun gewichten. Dat telt, en niet de punten.",
      count == 1
        ? "One person weighed the criteria (\(file)). The weights stand under ‘\(group)’. These count, not the points."
        : "\(capitalised(small(count))) people weighed the criteria (\(file)). The mean of their weights stands under "
          + "‘\(group)’. That counts, not the points.")
  }
  /// The heading of a column: where an amount comes from.
  public var origin: String { say("Bron", "Source") }
  /// The heading of a column: where an amount in a field of work comes from.
  public var originInField: String { say("Per beleidsveld", "By policy field") }
  /// An amount that is an index of questions.
  public func fromIndex(_ name: String) -> String { say("index \(name)", "index \(name)") }
  /// An amount that is the answer to a question.
  public func fromQuestion(_ name: String) -> String { say("vraag \(name)", "question \(name)") }
  /// An amount that the register knows.
  public func fromRegister(_ name: String) -> String { say("register \(name)", "register \(name)") }
  /// An amount that also measures a consequence of doing nothing.
  public func alsoConsequence(_ source: String) -> String { say("\(source), een gevolg", "\(source), a consequence") }
  /// An amount that the catalogue judges.
  public var fromJudgement: String { say("oordeel van de catalogus", "judgement of the catalogue") }
  /// That the amount of a field comes from the answers of those who work in it.
  public var fieldAnswers: String { say("antwoorden uit het veld", "answers from the field") }
  /// That the amount of a field is that of the type.
  public var fieldAsType: String { say("als het hele type", "as the whole type") }
  /// That the amount of a field is judged.
  public var fieldJudged: String { say("oordeel per veld", "judgement by field") }

  // MARK: Fields of work and consequences

  /// The title of the fields of work.
  public var fields: String { say("De beleidsvelden", "The policy fields") }
  /// What the catalogue judges of a field, and how far it may be off.
  ///
  /// - Parameters:
  ///   - amounts: Each criterion with its amount.
  ///   - margin: How far an amount may be off to either side.
  /// - Returns: A sentence.
  public func judged(_ amounts: [String], margin: String) -> String {
    let list = amounts.joined(separator: "; ")
    return say(
      "Oordeel van de catalogus: \(list) (elk kan \(margin) hoger of lager zijn).",
      "Judgement of the catalogue: \(list) (each may be \(margin) higher or lower).")
  }
  /// By how much a field differs from the organisation as a whole.
  public func shifted(_ amounts: [String]) -> String {
    let list = amounts.joined(separator: "; ")
    return say(
      "Verschil met de hele organisatie, waar antwoorden uit het veld ontbreken: \(list).",
      "Difference from the organisation as a whole, where answers from the field are missing: \(list).")
  }
  /// The title of the consequences.
  public var consequencesOfNothing: String { say("De gevolgen van niets doen", "The consequences of doing nothing") }
  /// How the risk of a consequence is measured.
  ///
  /// - Parameters:
  ///   - source: What is measured.
  ///   - none: The amount at which the risk is 0.
  ///   - full: The amount at which the risk is 100.
  /// - Returns: A sentence.
  public func riskMeasured(_ source: String, none: String, full: String) -> String {
    say(
      "Gemeten met \(source): bij \(none) is het risico 0, bij \(full) is het 100.",
      "Measured by \(source): at \(none) the risk is 0, at \(full) it is 100.")
  }
  /// The strategies that answer a consequence, each with its level.
  public func answeredBy(_ strategies: [String]) -> String {
    let list = number.list(strategies)
    return say("Helpt ertegen: \(list).", "Answered by: \(list).")
  }
  /// That no strategy answers a consequence.
  public var answeredByNone: String { say("Geen strategie helpt ertegen.", "No strategy answers it.") }
  /// The title of the baseline.
  public func yardstick(_ name: String) -> String { say("De maatstaf: \(name)", "The yardstick: \(name)") }
}
