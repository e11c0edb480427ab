/// The sentences of the pages about one type and one strategy, and of the way between pages.
extension Phrases {
  // MARK: Between pages

  /// The button that opens the navigation on a small screen.
  public var menu: String { say("Menu", "Menu") }
  /// The word before the page that comes before this one.
  public var previousPage: String { say("Vorige", "Previous") }
  /// The word before the page that comes after this one.
  public var nextPage: String { say("Volgende", "Next") }
  /// The name of the links to the pages before and after this one.
  public var neighbouringPages: String { say("Vorige en volgende", "Previous and next") }
  /// The strategies in the navigation.
  public var strategiesShort: String { say("Strategieën", "Strategies") }
  /// The question before the link to the page that lists all units.
  public var whichIsYours: String { say("Welk type is uw \(unit)?", "Which type is your \(unit)?") }

  // MARK: A type

  /// The portrait in the navigation.
  public var portraitShort: String { say("Portret", "Portrait") }
  /// The preconditions in the navigation.
  public var preconditionsShort: String { say("Eerst op orde", "First in place") }
  /// The risks of doing nothing in the navigation.
  public var doingNothingShort: String { say("Als u niets doet", "If you do nothing") }
  /// What is said of a type whose members are too few to tell of.
  public var typeNotTold: String {
    say(
      "Bij dit type horen te weinig \(units) of mensen om meer te tonen dan hoe groot het is: anders was te zien wat "
        + "iemand antwoordde.",
      "Too few \(units) or people belong to this type to show more than its size: otherwise it would show what somebody "
        + "answered.")
  }
  /// What is said of a type to which no unit belongs.
  public var typeIsEmpty: String {
    say("In deze peiling hoort geen enkele \(unit) bij dit type.", "In this wave no \(unit) belongs to this type.")
  }
  /// The caption of the strategies in the policy fields of a type.
  public func fieldsCaption(_ letter: String) -> String {
    say("De strategie per beleidsveld, type \(letter)", "The strategy by policy field, type \(letter)")
  }

  // MARK: A strategy

  /// The heading of the types for which a strategy fits.
  public var forWhichTypes: String { say("Voor welke typen?", "For which types?") }
  /// The caption of the places of a strategy.
  public func placesCaption(_ name: String) -> String {
    say("De plaats van ‘\(name)’ bij elk type", "The place of ‘\(name)’ for each type")
  }
  /// The heading of a column: place in a ranking.
  public var place: String { say("Plaats", "Place") }
  /// That a strategy wins clearly.
  public var clearWinner: String { say("duidelijke winnaar", "clear winner") }
  /// A place in a ranking.
  public func place(_ place: Int) -> String {
    language == .nl ? "\(place)e plaats" : "\(ordinal(place)) place"
  }
  /// A place among strategies that lie close together.
  public func contender(_ place: Int) -> String {
    say("\(self.place(place)), geen duidelijke winnaar", "\(self.place(place)), no clear winner")
  }
  private func ordinal(_ number: Int) -> String {
    let ending =
      switch (number % 10, number % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }
  /// What brings a strategy in front most of its score.
  ///
  /// - Parameters:
  ///   - criteria: The criteria that add most, the heaviest first; at least one.
  ///   - lacking: The criterion on which most is lost, if one matters.
  /// - Returns: One sentence or two.
  public func broughtBy(_ criteria: [String], lacking: String?) -> String {
    let list = number.list(criteria.map { "‘\($0)’" })
    let lost = lacking.map {
      say(" Het meeste laat zij liggen op ‘\($0)’.", " It loses most on ‘\($0)’.")
    }
    return say("dat komt vooral door \(list).", "mostly because of \(list).") + (lost ?? "")
  }
  /// Why a strategy comes next and not first.
  ///
  /// - Parameters:
  ///   - first: The strategy in front.
  ///   - criteria: The criteria that decide; at least one.
  /// - Returns: A sentence.
  public func comesNext(after first: String, for criteria: [String]) -> String {
    let list = number.list(criteria.map { "‘\($0)’" })
    return say(
      "komt na ‘\(first)’, vooral door \(list).", "comes after ‘\(first)’, mostly because of \(list).")
  }
  /// The heading of what is open for each type.
  public var stillOpenByType: String {
    say("Wat daarvan nog te regelen is", "What of it is still open")
  }
  /// The heading of what a strategy does to risks.
  public var risksHeading: String {
    say("Wat doet deze strategie aan de risico's?", "What does this strategy do about the risks?")
  }
  /// The same in the navigation.
  public var risksShort: String { say("Risico's", "Risks") }
  /// The caption of the risks with and without a strategy.
  public func risksByTypeCaption(_ name: String) -> String {
    say("Risico's zonder en met ‘\(name)’", "Risks without and with ‘\(name)’")
  }
  /// What can go wrong, in the navigation.
  public var pitfallsShort: String { say("Valkuilen", "Pitfalls") }
  /// The heading of the criteria by which a strategy is judged.
  public var judgedOn: String { say("Waarop wordt zij beoordeeld?", "What is it judged on?") }
}
