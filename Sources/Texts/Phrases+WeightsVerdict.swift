/// What `koers weights import` says: how far the members of a group agree, and what their weights do to the choice.
extension Phrases {
  /// Who filled in what, and of which wave the values are.
  public func weightsRead(_ file: String, members: [String], wave: String) -> String {
    let names = number.list(members)
    let people = number.count(members.count, one: say("lid", "member"), many: say("leden", "members"))
    return say(
      "In \(file) wogen \(people) de criteria: \(names). De gewichten zijn toegepast op de "
        + "typen van peiling \(wave).",
      "In \(file) \(people) weighed the criteria: \(names). The weights are applied to the "
        + "types of wave \(wave).")
  }
  /// That it is for the group.
  public var weightsAreForGroup: String {
    say(
      "Dit overzicht is voor de werkgroep zelf. Er is niets gewijzigd en er wordt niets gepubliceerd.",
      "This overview is for the working group itself. Nothing was changed, and nothing is published.")
  }

  // MARK: How far they agree

  /// The heading.
  public var howFarAgreed: String { say("Hoe ver zijn de leden het eens?", "How far do the members agree?") }
  /// The order of importance.
  ///
  /// - Parameter coefficient: Kendall's W; `nil` when it is not defined.
  /// - Returns: A sentence, and what the measure is.
  public func sameOrder(_ coefficient: Double?) -> String {
    guard let coefficient else {
      return say(
        "Of de leden dezelfde volgorde van belang hebben, is niet te zeggen: daarvoor zijn minstens twee leden nodig, en "
          + "minstens één die verschil maakt tussen criteria.",
        "Whether the members have the same order of importance cannot be told: that takes at least two members, and one who "
          + "tells criteria apart.")
    }
    let value = number.decimal(coefficient, digits: 2)
    return say(
      "Over de volgorde van belang zijn de leden het \(agreementGrade(coefficient)) eens (Kendalls W = \(value), "
        + "gecorrigeerd voor gelijke gewichten; 0 is geen gezamenlijke volgorde, 1 is voor allen dezelfde).",
      "On the order of importance the members \(agreementGrade(coefficient)) agree (Kendall's W = \(value), corrected for "
        + "equal weights; 0 is no common order, 1 the same for all).")
  }
  /// Kendall's W in words, by the bounds of Schmidt (1997), doi:10.1111/j.1540-5915.1997.tb01330.x.
  public func agreementGrade(_ coefficient: Double) -> String {
    switch coefficient {
    case 0.9...: say("vrijwel geheel", "nearly wholly")
    case 0.7..<0.9: say("grotendeels", "largely")
    case 0.5..<0.7: say("redelijk", "partly")
    case 0.3..<0.5: say("weinig", "only weakly")
    default: say("nauwelijks", "hardly")
    }
  }
  /// How far the weights of two members lie apart.
  public func meanShift(_ share: Double) -> String {
    let percent = number.percentage(share)
    return say(
      "De gewichten zelf: om twee leden gelijk te laten wegen, moet gemiddeld \(percent) van de punten verschuiven.",
      "The weights themselves: to make two members weigh the same, \(percent) of the points must be moved on average.")
  }
  /// Who lies farthest from the mean of all.
  public func farthestMember(_ member: String, _ share: Double) -> String {
    say(
      "Het verst van het gemiddelde van de groep ligt \(member): \(number.percentage(share)) van de punten.",
      "Farthest from the mean of the group lies \(member): \(number.percentage(share)) of the points.")
  }
  /// The heads of the table with the weights of each criterion.
  public var spreadHeads: [String] {
    [
      criterion, say("Nu", "Now"), say("Gemiddeld", "Mean"), say("Laagst", "Least"), say("Hoogst", "Greatest"),
      say("Verst van gemiddeld", "Farthest from mean"),
    ]
  }
  /// What the numbers of that table are.
  public var weightsAreShares: String {
    say(
      "Gewichten in procenten. ‘Gemiddeld’ is het rekenkundig gemiddelde van de gewichten van de leden, elk lid even zwaar.",
      "Weights in per cent. ‘Mean’ is the arithmetic mean of the members' weights, each member counting the same.")
  }

  // MARK: What they do to the choice

  /// The heading.
  public var whatWeightsDo: String { say("Wat doet dat met de keuze?", "What does it do to the choice?") }
  /// That no weights change anything.
  public var weightsChangeNothing: String {
    say(
      "Niets: bij elk type komt dezelfde strategie bovenaan als nu, bij elk lid en bij hun gemiddelde.",
      "Nothing: for each type the same strategy comes first as now, for every member and for their mean.")
  }
  /// For how many types anything changes.
  public func weightsChange(_ changed: Int, of types: Int, mean: Int) -> String {
    let dutch = mean == 0 ? "bij geen enkel type" : "bij \(small(mean))"
    let english = mean == 0 ? "for none" : "for \(small(mean))"
    return say(
      "Bij \(small(changed)) van de \(small(types)) typen komt bij minstens één lid een andere strategie bovenaan dan nu. Bij "
        + "het gemiddelde van de leden is dat \(dutch).",
      "For \(small(changed)) of the \(small(types)) types another strategy than now comes first for at least one member. For "
        + "the mean of the members that is so \(english).")
  }
  /// The heads of the table of choices.
  public var weightChoiceHeads: [String] {
    [
      say("Type", "Type"), say("Nu bovenaan", "First now"), say("Bij het gemiddelde", "By the mean"),
      say("Bij de leden", "By the members"),
    ]
  }
  /// For how many of the members a strategy comes first.
  public func firstFor(_ count: Int, of members: Int, _ strategy: String) -> String {
    say("\(strategy): \(count) van \(members)", "\(strategy): \(count) of \(members)")
  }
  /// In place of a strategy when none takes part.
  public var noStrategyTakesPart: String { say("geen (alles uitgesloten)", "none (all ruled out)") }
  /// Which members choose otherwise for a type.
  public func choosesOtherwise(_ type: String, _ members: [String], _ strategy: String) -> String {
    let list = number.list(members)
    return say("\(type): bij \(list) komt \(strategy) bovenaan.", "\(type): for \(list), \(strategy) comes first.")
  }
  /// How it was found.
  public var howWeightsChoose: String {
    say(
      "Bovenaan: de hoogste score op de gemeten waarden, met dezelfde waarden en uitsluitingen als in de publicatie. Hoe "
        + "zeker een eerste plaats is, blijkt pas als deze gewichten worden doorgerekend.",
      "First: the highest score on what was measured, with the same values and exclusions as in the publication. How sure a "
        + "first place is will only show when these weights are put through the whole calculation.")
  }

  // MARK: What to do with it

  /// The heading.
  public var ifGroupWants: String {
    say("Als de werkgroep dit gemiddelde wil gebruiken", "If the working group wants to use this mean")
  }
  /// What the lines are.
  ///
  /// - Parameters:
  ///   - file: The catalogue.
  ///   - step: To what the points are rounded, as a text.
  /// - Returns: A sentence or two.
  public func catalogueLines(_ file: String, step: String) -> String {
    say(
      "Zet deze punten in \(file); zij zijn afgerond op \(step). Het programma doet dat niet zelf: gewichten zijn een besluit.",
      "Put these points into \(file); they are rounded to \(step). The program does not do so itself: weights are a decision."
    )
  }
  /// The other way to use them.
  public func weightsFileLine(_ file: String) -> String {
    say(
      "Of noem het bestand met de gewichten van elk lid in pipeline.yaml, onder ‘match’: weights: {file: \(file)}",
      "Or name the file with the weights of each member in pipeline.yaml, under ‘match’: weights: {file: \(file)}")
  }
}
