/// The sentences of the bulletin: two pages that say what is new.
extension Phrases {
  /// The word before the title of the report.
  public var bulletin: String { say("Bulletin", "Bulletin") }
  /// The bulletin in a list of the forms of a publication.
  public func bulletin(_ file: String) -> String {
    say("Bulletin van twee bladzijden (\(file))", "Bulletin of two pages (\(file))")
  }
  /// The heading of the numbers under the headline.
  public var bulletinNumbers: String { say("De peiling in getallen", "The survey in numbers") }
  /// What follows the number of types.
  public func bulletinTypes(_ types: Int) -> String { number.plural(types, one: "type", many: say("typen", "types")) }

  // MARK: The headline

  /// The headline of a bulletin that has nothing to compare with.
  public func headlineFirst(types: Int) -> String {
    switch types {
    case 0: say("Er zijn nog geen typen \(units)", "There are no types of \(unit) yet")
    case 1: say("Eén type \(units), en welke strategie erbij past", "One type of \(unit), and which strategy fits it")
    default:
      say(
        "\(capitalised(small(types))) typen \(units), en welke strategie bij elk past",
        "\(capitalised(small(types))) types of \(unit), and which strategy fits each")
    }
  }
  /// A type that was part of another.
  public func headlineSplit(_ type: String, from earlier: String) -> String {
    say(
      "‘\(type)’ is nu een eigen type, los van ‘\(earlier)’",
      "‘\(type)’ is now a type of its own, apart from ‘\(earlier)’")
  }
  /// A type that was made of others.
  public func headlineMerged(_ type: String, of earlier: [String]) -> String {
    let list = number.list(earlier.map { "‘\($0)’" })
    return say("\(list) zijn nu samen één type: ‘\(type)’", "\(list) are now one type together: ‘\(type)’")
  }
  /// A type that was not there.
  public func headlineNew(_ type: String) -> String {
    say("Er is een nieuw type: ‘\(type)’", "There is a new type: ‘\(type)’")
  }
  /// Several types that were not there.
  public func headlineNew(_ count: Int, of types: Int) -> String {
    count == types
      ? say("Alle \(small(types)) typen zijn nieuw", "All \(small(types)) types are new")
      : say(
        "\(capitalised(small(count))) van de \(small(types)) typen zijn nieuw",
        "\(capitalised(small(count))) of the \(small(types)) types are new")
  }
  /// A type that is gone.
  public func headlineGone(_ type: String) -> String {
    say("Het type ‘\(type)’ is er niet meer", "The type ‘\(type)’ is gone")
  }
  /// Several types that are gone.
  public func headlineGone(_ count: Int, of wave: String) -> String {
    say(
      "\(capitalised(small(count))) typen van \(wave) zijn er niet meer",
      "\(capitalised(small(count))) types of \(wave) are gone")
  }
  /// A type that another strategy fits now.
  public func headlineStrategy(_ type: String, _ strategy: String) -> String {
    say(
      "Bij ‘\(type)’ past nu een andere strategie: ‘\(strategy)’", "Another strategy fits ‘\(type)’ now: ‘\(strategy)’")
  }
  /// A type for which no strategy wins any more.
  public func headlineNoWinner(_ type: String) -> String {
    say("Bij ‘\(type)’ wint geen strategie meer duidelijk", "No strategy clearly wins for ‘\(type)’ any more")
  }
  /// A type for which a strategy wins now, where none did.
  public func headlineWinner(_ type: String, _ strategy: String) -> String {
    say(
      "Bij ‘\(type)’ is er nu een duidelijke winnaar: ‘\(strategy)’", "‘\(type)’ has a clear winner now: ‘\(strategy)’")
  }
  /// Several types that another strategy fits now.
  public func headlineStrategies(_ count: Int) -> String {
    say(
      "Bij \(small(count)) typen is het antwoord op de vraag naar de strategie veranderd",
      "For \(small(count)) types the answer to the question of strategy changed")
  }
  /// A result that changed.
  public func headlineResult(_ statement: String, before: String, now: String) -> String {
    say("Van \(before) naar \(now): ‘\(statement)’", "From \(before) to \(now): ‘\(statement)’")
  }
  /// Several results that changed.
  public func headlineResults(_ count: Int, of all: Int) -> String {
    say(
      "\(capitalised(small(count))) van de \(small(all)) uitkomsten veranderden aantoonbaar",
      "\(capitalised(small(count))) of \(small(all)) results demonstrably changed")
  }
  /// Units that moved beyond noise.
  public func headlineMovers(_ movers: Int) -> String {
    let who = "\(capitalised(small(movers))) \(number.plural(movers, one: unit, many: units))"
    return say(
      "\(who) \(number.plural(movers, one: "ging", many: "gingen")) naar een ander type",
      "\(who) moved to another type")
  }
  /// Nothing changed beyond noise.
  public func headlineNothing(since wave: String) -> String {
    say("Er is niets aantoonbaar veranderd sinds \(wave)", "Nothing demonstrably changed since \(wave)")
  }

  // MARK: What it is about

  /// Which surveys are compared.
  public func bulletinSince(_ wave: String, date: String) -> String {
    say(
      "Dit bulletin laat zien wat er nieuw is sinds de peiling \(wave) (stand van \(self.date(date))).",
      "This bulletin shows what is new since the survey \(wave) (as of \(self.date(date))).")
  }
  /// There is nothing to compare with.
  public var bulletinFirst: String {
    say(
      "Er is geen eerdere peiling om mee te vergelijken. Dit bulletin stelt daarom de typen en hun strategieën voor.",
      "There is no earlier survey to compare with. So this bulletin introduces the types and their strategies.")
  }
  /// The title of the types of a bulletin that compares.
  public var bulletinTypesThenNow: String { say("De typen, toen en nu", "The types, then and now") }
  /// The title of the types of a bulletin that does not compare.
  public var bulletinTypesNow: String { say("Welke typen zijn er?", "Which types are there?") }
  /// The title of what each type is like.
  public var bulletinPortraits: String { say("Hoe ziet elk type eruit?", "What is each type like?") }
  /// What became of a type: it was kept.
  public var becameKept: String { say("gebleven", "kept") }
  /// A type was part of the one with a letter.
  public func becameSplit(from letter: String) -> String {
    say("afgesplitst van \(letter)", "split off from \(letter)")
  }
  /// A type was made of those with letters.
  public func becameMerged(of letters: [String]) -> String {
    say("gevormd uit \(number.list(letters))", "formed from \(number.list(letters))")
  }
  /// A type was not there.
  public var becameNew: String { say("nieuw", "new") }
  /// A type fell apart into those with letters.
  public func becameParts(_ letters: [String]) -> String {
    say("uiteengevallen in \(number.list(letters))", "fell apart into \(number.list(letters))")
  }
  /// A type went into the one with a letter.
  public func becamePart(of letter: String) -> String { say("opgegaan in \(letter)", "went into \(letter)") }
  /// A type is gone.
  public var becameGone: String { say("verdwenen", "gone") }
  /// How many types are not in the table.
  public func bulletinOthers(_ others: Int) -> String {
    say(
      "Nog \(small(others)) \(number.plural(others, one: "type staat", many: "typen staan")) in het rapport.",
      "\(capitalised(small(others))) more \(number.plural(others, one: "type is", many: "types are")) in the report.")
  }
  /// What the letter of a type that is gone is called: `B van 2020`.
  public func letterOf(_ letter: String, _ wave: String) -> String {
    say("\(letter) van \(wave)", "\(letter) of \(wave)")
  }

  // MARK: Strategies

  /// The title of the strategies.
  public var bulletinStrategies: String { say("Welke strategie past?", "Which strategy fits?") }
  /// For how many of the types that were kept the strategy changed.
  public func bulletinStrategies(changed: Int, of kept: Int) -> String {
    if kept == 0 {
      return say(
        "Geen enkel type was er toen ook al. De strategieën zijn dus niet te vergelijken.",
        "No type was there then as well. So the strategies cannot be compared.")
    }
    if changed == 0 {
      return kept == 1
        ? say("Voor het type dat bleef, is er niets veranderd.", "For the type that was kept nothing changed.")
        : say(
          "Voor alle \(small(kept)) typen die bleven, geldt hetzelfde als toen.",
          "For all \(small(kept)) types that were kept the same holds as then.")
    }
    return say(
      "Van de \(small(kept)) typen die bleven, is de strategie bij \(small(changed)) nu anders.",
      "Of the \(small(kept)) types that were kept, the strategy of \(small(changed)) is another now.")
  }
  /// The heading of a column: the strategy in an earlier wave.
  public func strategyIn(_ wave: String) -> String { say("In \(wave)", "In \(wave)") }
  /// The strategy was the same.
  public var sameStrategy: String { say("hetzelfde", "the same") }
  /// The heading of a column: how often the strategy in front comes first.
  public var bulletinOften: String { say("Van 100 keer", "Of 100 times") }
  /// What that column means.
  public var bulletinOftenMeans: String {
    say(
      "‘Van 100 keer’ is hoe vaak de strategie die vooraan staat, bij het doorrekenen de beste was.",
      "‘Of 100 times’ is how often the strategy in front was the best in the recalculations.")
  }

  // MARK: Answers and movers

  /// The title of the answers.
  public var bulletinAnswers: String { say("Andere antwoorden dan toen?", "Other answers than then?") }
  /// Which of the results that changed are shown.
  public func bulletinLargest(_ shown: Int) -> String {
    say(
      "De \(small(shown)) die het meest veranderden:", "The \(small(shown)) that changed most:")
  }
  /// The title of the movers.
  public var bulletinMovers: String { say("Wie wisselde van type?", "Who changed type?") }
  /// How many moves noise leads to expect.
  public func bulletinNoise(_ expected: Double, seen: Int) -> String {
    let about = number.integer(Int(expected.rounded()))
    return say(
      "In totaal wisselden er \(number.integer(seen)). Door toeval alleen kunnen het er al ongeveer \(about) zijn.",
      "In all, \(number.integer(seen)) changed type. By chance alone it can be about \(about).")
  }
  /// What comes before the causes.
  public var bulletinCauses: String {
    say("De oorzaken die het vaakst voorkwamen:", "The causes that were found most:")
  }
  /// A cause with the number of units.
  public func bulletinCause(_ cause: String, _ units: Int) -> String {
    "\(self.cause(cause)): \(number.integer(units))"
  }

  // MARK: What next

  /// The title of what to do.
  public var bulletinNow: String { say("Wat kunt u nu doen?", "What can you do now?") }
  /// What comes before the first step of each type.
  public var bulletinFirstSteps: String { say("Een eerste stap voor elk type:", "A first step for each type:") }
  /// The title of what comes next.
  public var bulletinNextTitle: String { say("Wat komt hierna?", "What comes next?") }
  /// What a next bulletin tells.
  public var bulletinNext: String {
    say(
      "Na een volgende peiling laat een nieuw bulletin zien welke typen blijven, waar een andere strategie past, en of dat "
        + "meer is dan toeval.",
      "After a next survey a new bulletin will show which types stay, where another strategy fits, and whether that is more "
        + "than chance.")
  }
  /// The title of where more can be read.
  public var bulletinMore: String { say("Meer lezen", "Read more") }
  /// The title of who made it, and from what.
  public var colophon: String { say("Colofon", "Colophon") }
  /// How the bulletin was made.
  public func colophon(wave: String, date: String, version: String) -> String {
    say(
      "Bulletin bij de peiling \(wave), stand van \(self.date(date)). Alle getallen zijn met Koers \(version) berekend uit de "
        + "antwoorden.",
      "Bulletin of the survey \(wave), as of \(self.date(date)). All numbers were computed from the answers with Koers "
        + "\(version).")
  }
}
