/// The sentences of the opening, the overview and the portraits of the types.
extension Phrases {
  // MARK: In short

  /// The title of the opening.
  public var inShort: String { say("In het kort", "In short") }

  /// The first sentence: who answered, and what their answers show.
  ///
  /// People are not counted beside the units when each unit is one of them and no register tells how many there are.
  public func whoAnswered(respondents: Int, units answered: Int, of register: Int?, types: Int) -> String {
    let people = number.count(respondents, one: personWord, many: peopleWord)
    let many = small(types)
    if register == nil, respondents == answered {
      return say(
        "\(count(answered)) vulden de vragenlijst in, en hun antwoorden laten \(many) "
          + "\(number.plural(types, one: "type", many: "typen")) \(units) zien.",
        "\(count(answered)) filled in the questionnaire, and their answers show \(many) "
          + "\(number.plural(types, one: "type", many: "types")) of \(unit).")
    }
    guard let register else {
      return say(
        "\(people) uit \(count(answered)) vulden de vragenlijst in, en hun antwoorden laten \(many) "
          + "\(number.plural(types, one: "type", many: "typen")) \(units) zien.",
        "\(people) from \(count(answered)) filled in the questionnaire, and their answers show \(many) "
          + "\(number.plural(types, one: "type", many: "types")) of \(unit).")
    }
    return say(
      "\(people) uit \(number.integer(answered)) van de \(count(register)) vulden de vragenlijst in, en hun antwoorden "
        + "laten \(many) \(number.plural(types, one: "type", many: "typen")) \(units) zien.",
      "\(people) from \(number.integer(answered)) of the \(count(register)) filled in the questionnaire, and their "
        + "answers show \(many) \(number.plural(types, one: "type", many: "types")) of \(unit).")
  }

  /// The word for one person.
  public var personWord: String { say("mens", "person") }
  /// The word for several people.
  public var peopleWord: String { say("mensen", "people") }
  /// The sentence about answers that belong to none of the units.
  ///
  /// - Parameters:
  ///   - others: How many completed questionnaires belong to no unit.
  ///   - total: All completed questionnaires, these included.
  /// - Returns: One sentence.
  public func alsoAnswered(others: Int, total: Int) -> String {
    let whole = number.integer(total)
    return say(
      "\(capitalised(small(others))) ingevulde "
        + "\(number.plural(others, one: "vragenlijst hoort", many: "vragenlijsten horen")) "
        + "niet bij een \(unit) en \(number.plural(others, one: "telt", many: "tellen")) niet mee; met die erbij zijn "
        + "het "
        + "er \(whole).",
      "\(capitalised(small(others))) completed "
        + "\(number.plural(others, one: "questionnaire belongs", many: "questionnaires belong")) "
        + "to no \(unit) and \(number.plural(others, one: "does", many: "do")) not count; including "
        + "\(number.plural(others, one: "it", many: "them")) there are \(whole).")
  }

  /// The second sentence: for how many types one strategy wins.
  ///
  /// - Parameters:
  ///   - clear: The number of types with a clear winner.
  ///   - open: The letters of the others.
  /// - Returns: One sentence.
  public func clearOrNot(clear: Int, open: [String]) -> String {
    if open.isEmpty {
      return say(
        "Voor elk type past één strategie duidelijk het best.", "For every type one strategy clearly fits best.")
    }
    if clear == 0 {
      return say(
        "Bij geen enkel type springt er één strategie uit: steeds liggen er een paar dicht bij elkaar.",
        "For none of the types does one strategy stand out: each time a few lie close together.")
    }
    let total = clear + open.count
    let letters = number.list(open)
    return say(
      "Voor \(small(clear)) van de \(small(total)) typen past één strategie duidelijk het best; bij type \(letters) is "
        + "er "
        + "geen duidelijke winnaar.",
      "For \(small(clear)) of the \(small(total)) types one strategy clearly fits best; for type \(letters) there is "
        + "no "
        + "clear winner.")
  }

  /// What simulated means, where there is room to say it.
  public var simulatedExplained: String {
    say(
      "De antwoorden in dit rapport zijn door een computerprogramma bedacht. Wat er bij de naam van een \(unit) staat, "
        + "zegt daarom niets over de echte \(unit).",
      "The answers in this report were made up by a computer program. So what stands beside the name of a \(unit) says "
        + "nothing about the real \(unit).")
  }

  // MARK: Overview

  /// The title of the overview.
  public var overview: String { say("Overzicht: type en strategie", "Overview: type and strategy") }
  /// The caption of the table of the overview.
  public var overviewCaption: String { say("Welke strategie bij welk type past", "Which strategy fits which type") }
  /// The same in the navigation.
  public var overviewShort: String { say("Overzicht", "Overview") }
  /// How to read the overview.
  public var overviewIntro: String {
    say(
      "Per type ziet u welke strategie het best past. Daarbij staat hoe vaak die strategie bij het doorrekenen als "
        + "beste "
        + "uit de bus kwam, en welke strategie daarna komt.",
      "For each type you see which strategy fits best, how often it came out best in the recalculations, and which "
        + "strategy comes next.")
  }
  /// The line of a card that tells size and share.
  public func sizeAndShare(_ size: Int, _ share: Double) -> String {
    say("\(count(size)), \(number.percentage(share))", "\(count(size)), \(number.percentage(share))")
  }
  /// The heading of a column: the strategy that fits best.
  public var bestStrategy: String { say("Strategie die het best past", "Strategy that fits best") }
  /// How often a strategy came out best, with the grade.
  public func bestOften(_ share: Double) -> String {
    say("\(often(share)) de beste", "best \(often(share))")
  }
  /// The contenders when there is no winner.
  public func between(_ names: [String]) -> String {
    guard names.count > 1 else { return noClearWinner }
    let last = names.last ?? ""
    let others = names.dropLast().joined(separator: ", ")
    return say("\(noClearWinner): \(others) of \(last)", "\(noClearWinner): \(others) or \(last)")
  }
  /// The title of the table of strategies against types.
  public var acceptabilityTable: String {
    say("Hoe vaak elke strategie de beste is", "How often each strategy comes first")
  }
  /// How to read that table.
  public var acceptabilityCaption: String {
    say(
      "De tabel laat zien in hoeveel van de 100 doorrekeningen een strategie bij een type bovenaan kwam. Hoe donkerder "
        + "het "
        + "vak, hoe vaker. Een streepje betekent dat de strategie bij dit type afvalt.",
      "The table shows in how many of 100 recalculations a strategy came first for a type. The darker the cell, the "
        + "more "
        + "often. A dash means that the strategy is ruled out for this type.")
  }

  // MARK: Map

  /// The title of the map.
  public var map: String { say("De kaart", "The map") }
  /// The title of the figure.
  public var mapFigure: String { say("Het type van elke \(unit)", "The type of each \(unit)") }
  /// How to read the map.
  public var mapCaption: String {
    say(
      "Wit: niet geantwoord. Grijs: wel geantwoord, te weinig om te tonen.",
      "White: did not answer. Grey: answered, too few to show.")
  }
  /// The units of which there are no boundaries.
  public func notOnMap(_ names: [String]) -> String {
    let list = number.list(names)
    return say(
      "Niet op de kaart, omdat hun grenzen ontbreken: \(list). Zij staan wel in de lijst van alle \(units).",
      "Not on the map, because their boundaries are lacking: \(list). They do stand in the list of all \(units).")
  }

  // MARK: Portraits

  /// The size of a type in a sentence.
  public func typeSize(_ size: Int, _ share: Double) -> String {
    say(
      "Bij dit type \(size == 1 ? "hoort" : "horen") \(count(size)): \(number.percentage(share)) van de \(units) die "
        + "antwoordden.",
      "\(count(size)) \(size == 1 ? "belongs" : "belong") to this type: \(number.percentage(share)) of the \(units) "
        + "that "
        + "answered.")
  }
  /// How sure the members are.
  public func typeCertainty(_ share: Double) -> String {
    say(
      "Gemiddeld komt een \(unit) van dit type \(often(share)) weer bij dit type uit.",
      "On average a \(unit) of this type comes back to it \(often(share)).")
  }
  /// Where the name of a type came from when nobody gave it.
  public var nameSuggested: String {
    say(
      "De naam is een voorstel van het programma, op grond van wat het meest opvalt.",
      "The name is suggested by the program, from what stands out most.")
  }
  /// The heading of the portrait.
  public var portrait: String { say("Hoe ziet dit type eruit?", "What is this type like?") }
  /// What is said of a type in which nothing stands out.
  public var nothingStandsOut: String {
    say(
      "Dit type lijkt op alle kenmerken op de gemiddelde \(unit).",
      "On all features this type is like the average \(unit).")
  }
  /// The title of the figure of a profile.
  public func profileFigure(_ type: String) -> String { say("Profiel van \(type)", "Profile of \(type)") }
  /// How to read a profile.
  public var profileCaption: String {
    say(
      "De middenlijn is de gemiddelde \(unit). Rechts daarvan scoort dit type hoger, links lager. Eén stap is een "
        + "standaardafwijking: ongeveer twee derde van alle \(units) ligt binnen één stap van het midden. In woorden "
        + "noemen we een verschil ‘duidelijk’ vanaf één stap, en ‘wat’ vanaf drie tiende stap.",
      "The middle line is the average \(unit). To the right this type is higher, to the left lower. One step is a "
        + "standard deviation: about two thirds of all \(units) lie within one step of the middle. In words a "
        + "difference is "
        + "‘clearly’ from one step on, and ‘somewhat’ from three tenths of a step.")
  }
  /// The heading of a column: a feature.
  public var featureLabel: String { say("Kenmerk", "Feature") }

  // MARK: Members

  /// The heading of the members.
  public var membersHeading: String { say("Welke \(units) horen hierbij?", "Which \(units) belong here?") }
  /// The members that may not be shown.
  public func hiddenMembers(_ count: Int, minimum: Int) -> String {
    say(
      "Verder \(count == 1 ? "hoort" : "horen") hier nog \(self.count(count)) bij met minder dan \(small(minimum)) "
        + "antwoorden; die noemen we niet.",
      "Another \(self.count(count)) with fewer than \(small(minimum)) answers "
        + "\(count == 1 ? "belongs" : "belong") here too; "
        + "we do not name \(count == 1 ? "it" : "them").")
  }
  /// What is said when no member may be shown.
  public var noMembersShown: String {
    say("Van dit type kunnen we geen \(units) bij naam noemen.", "No \(units) of this type can be named.")
  }
}
