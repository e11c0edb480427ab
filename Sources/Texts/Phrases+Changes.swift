/// The sentences about what changed since the last wave.
extension Phrases {
  /// The title of the page.
  public var changes: String { say("Sinds de vorige peiling", "Since the last survey") }
  /// The title of the page in the navigation.
  public var changesShort: String { say("Wat is er veranderd?", "What changed?") }

  // MARK: In short

  /// How many results changed.
  ///
  /// - Parameters:
  ///   - changed: The number that changed beyond noise.
  ///   - total: The number that were compared.
  ///   - wave: The name of the earlier wave.
  ///   - date: Its date.
  /// - Returns: A sentence.
  public func resultsChanged(_ changed: Int, of total: Int, since wave: String, date: String) -> String {
    let since = say(
      "de vorige peiling (\(wave), stand van \(self.date(date)))",
      "the last survey (\(wave), as of \(self.date(date)))")
    let all = number.integer(total)
    if changed == 0 {
      return say(
        "Van de \(all) uitkomsten die ook in \(since) staan, is er geen aantoonbaar veranderd.",
        "Of the \(all) results that \(since) gave as well, none demonstrably changed.")
    }
    return say(
      "Van de \(all) uitkomsten die ook in \(since) staan, \(number.plural(changed, one: "is", many: "zijn")) er "
        + "\(small(changed)) aantoonbaar veranderd.",
      "Of the \(all) results that \(since) gave as well, \(small(changed)) demonstrably changed.")
  }
  /// The result that changed most: statement, before and now.
  public func changedMost(_ statement: String, before: String, now: String) -> String {
    say(
      "Het meest veranderde: ‘\(statement)’, van \(before) naar \(now).",
      "What changed most: ‘\(statement)’, from \(before) to \(now).")
  }
  /// How many types were kept, and which were not.
  ///
  /// - Parameters:
  ///   - kept: The number that are types of the earlier wave.
  ///   - total: The number of types.
  /// - Returns: A sentence.
  public func typesKept(_ kept: Int, of total: Int) -> String {
    if kept == total {
      return say(
        "Alle \(small(total)) typen waren er toen ook al.", "All \(small(total)) types were there then as well.")
    }
    if kept == 0 {
      return say(
        "Geen van de \(small(total)) typen was er toen ook al.", "None of the \(small(total)) types was there then.")
    }
    return say(
      "Van de \(small(total)) typen \(number.plural(kept, one: "was", many: "waren")) er toen ook al \(small(kept)).",
      "Of the \(small(total)) types, \(small(kept)) \(number.plural(kept, one: "was", many: "were")) there then as well."
    )
  }
  /// How many units moved beyond noise.
  public func moversInShort(_ movers: Int, of counted: Int) -> String {
    let all = count(counted)
    if movers == 0 {
      return say(
        "Van de \(all) waarvan het type in beide peilingen is getoond, ging er geen naar een ander type op een manier die "
          + "toeval niet verklaart.",
        "Of the \(all) whose type was shown in both surveys, none moved to another type in a way that chance does not "
          + "explain.")
    }
    return say(
      "Van de \(all) waarvan het type in beide peilingen is getoond, \(number.plural(movers, one: "ging", many: "gingen")) "
        + "er \(small(movers)) naar een ander type, meer dan toeval verklaart.",
      "Of the \(all) whose type was shown in both surveys, \(small(movers)) moved to another type, more than chance "
        + "explains.")
  }
  /// The link to the page.
  public var moreAboutChanges: String { say("Lees wat er veranderde", "Read what changed") }
  /// A change of type is no mark.
  public var changesNoJudgement: String {
    say(
      "Een ander type is geen vooruitgang of achteruitgang: het laat zien op wie een \(unit) nu lijkt.",
      "Another type is no progress or decline: it shows whom a \(unit) resembles now.")
  }

  // MARK: Estimates

  /// The title of the estimates.
  public var estimateChanges: String {
    say("Wat antwoordden mensen toen en nu?", "What did people answer then and now?")
  }
  /// The title of the estimates in the navigation.
  public var estimateChangesShort: String { say("Antwoorden toen en nu", "Answers then and now") }
  /// How the differences are made.
  ///
  /// - Parameters:
  ///   - estimand: The way of counting, within a sentence.
  ///   - total: The number of differences.
  /// - Returns: Three sentences.
  public func estimateChangesIntro(_ estimand: String, total: Int) -> String {
    say(
      "De tabel vergelijkt beide peilingen op één manier van tellen: \(estimand). Wie naar \(small(total)) "
        + "verschillen tegelijk kijkt, vindt er altijd een paar door toeval. Een uitkomst heet hier pas veranderd als zij dat "
        + "ook na een correctie voor al die vergelijkingen is (methode van Holm, 5 %).",
      "The table compares both surveys by one way of counting: \(estimand). Whoever looks at \(small(total)) "
        + "differences at once always finds some by chance. A result is called changed here only when it is so after a "
        + "correction for all these comparisons (Holm's method, 5%).")
  }
  /// What the interval of a difference assumes.
  public func differenceInterval(unitsInBoth: Int) -> String {
    let both = count(unitsInBoth)
    return say(
      "Tussen haakjes staat de marge van het verschil (95 %), gemaakt uit de marges van beide peilingen alsof die los van "
        + "elkaar staan. \(capitalised(both)) \(number.plural(unitsInBoth, one: "antwoordde", many: "antwoordden")) in "
        + "beide. Wie twee keer antwoordt, zegt vaak ongeveer hetzelfde; de echte marge is dan kleiner. Wat hier veranderd "
        + "heet, is dus voorzichtig gekozen.",
      "The interval of the difference (95%) stands in brackets, made from the intervals of both surveys as if these were "
        + "independent. \(capitalised(both)) answered in both. Whoever answers twice often says about the same; the real "
        + "interval is then narrower. So what is called changed here is chosen with care.")
  }
  /// Which questions were not compared.
  public func notCompared(_ questions: [String]) -> String {
    let list = number.list(questions.map { "‘\($0)’" })
    return say(
      "Niet vergeleken, omdat de vraag toen anders was gesteld: \(list).",
      "Not compared, because the question was put differently then: \(list).")
  }
  /// Nothing can be compared.
  public var nothingCompared: String {
    say(
      "Geen enkele vraag is in beide peilingen zo gesteld dat de antwoorden te vergelijken zijn.",
      "No question was put in both surveys in such a way that the answers can be compared.")
  }
  /// The caption of the changed results.
  public var changedCaption: String { say("Aantoonbaar veranderd", "Demonstrably changed") }
  /// The caption of all results.
  public var allChangesCaption: String { say("Alle uitkomsten toen en nu", "All results then and now") }
  /// The heading of a column: difference.
  public var differenceLabel: String { say("Verschil", "Difference") }
  /// The heading of a column: verdict.
  public var changedLabel: String { say("Veranderd?", "Changed?") }
  /// A difference in percentage points with its interval.
  public func pointsDifference(_ difference: Double, _ low: Double?, _ high: Double?) -> String {
    let text = number.points(difference)
    let words = say("\(text) procentpunt", "\(text) points")
    guard let low, let high else { return words }
    return "\(words) (\(number.points(low)) \(say("tot", "to")) \(number.points(high)))"
  }
  /// A difference of means with its interval.
  public func meanDifference(_ difference: Double, _ low: Double?, _ high: Double?) -> String {
    let text = number.signed(difference, digits: 2)
    guard let low, let high else { return text }
    return "\(text) (\(number.signed(low, digits: 2)) \(say("tot", "to")) \(number.signed(high, digits: 2)))"
  }
  /// Whether a result rose, fell, or stayed within noise.
  public func changeVerdict(_ difference: Double, isChanged: Bool) -> String {
    if !isChanged { return say("niet aantoonbaar", "not demonstrably") }
    return difference > 0 ? say("gestegen", "rose") : say("gedaald", "fell")
  }

  // MARK: Types

  /// The title of the types.
  public var typeChanges: String { say("Wat werd er van de typen?", "What became of the types?") }
  /// The title of the types in the navigation.
  public var typeChangesShort: String { say("De typen toen en nu", "The types then and now") }
  /// How types are compared.
  public func typeChangesIntro(counted: Int) -> String {
    say(
      "Een type is gebleven als meer dan de helft van zijn \(units) in beide peilingen bij elkaar zit. Wie volgens de "
        + "doorrekeningen vaak van type wisselt, telt daarbij minder zwaar. Waar te weinig \(units) in beide peilingen antwoordden, "
        + "telt hoe dicht de typen bij elkaar liggen. De aantallen gaan over de \(count(counted)) waarvan het type in beide "
        + "peilingen is getoond.",
      "A type was kept when more than half of its \(units) are together in both surveys. Those that often change type in the "
        + "recalculations count for less. Where too few \(units) answered in both surveys, it counts how close the types lie "
        + "together. The numbers are about the \(count(counted)) whose type was shown in both surveys.")
  }
  /// The types were made from other features.
  public var otherFeatures: String {
    say(
      "Let op: de typen van toen zijn met andere kenmerken gemaakt. Een verschil kan daar ook door komen.",
      "Note: the types of then were made from other features. A difference may come from that as well.")
  }
  /// The caption of the types.
  public var typeChangesCaption: String {
    say("De typen van nu, en die er niet meer zijn", "The types of now, and those that are gone")
  }
  /// The heading of a column: what became of it.
  public var becameLabel: String { say("Wat gebeurde er?", "What happened?") }
  /// The heading of a column with a wave: units in it, and the share.
  public func unitsIn(_ wave: String) -> String { "\(unitsLabel), \(wave)" }
  /// The strategy of a type was the same in an earlier wave.
  public func strategyAlsoThen(_ wave: String) -> String { say("ook in \(wave)", "also in \(wave)") }
  /// The strategy of a type in an earlier wave.
  public func strategyThen(_ strategy: String, _ wave: String) -> String {
    say("in \(wave): \(strategy)", "in \(wave): \(strategy)")
  }
  /// A type of an earlier wave: `type B van 2020`.
  public func earlierType(_ letter: String, of wave: String) -> String {
    say("type \(letter) van \(wave)", "type \(letter) of \(wave)")
  }
  /// A type was kept: earlier type, how many of its units are still in it.
  public func typeWasKept(_ earlier: String, shared: Int, of counted: Int) -> String {
    say(
      "Gebleven: het was \(earlier). \(sharedUnits(shared, of: counted)) \(number.plural(shared, one: "zit", many: "zitten")) "
        + "er nog in.",
      "Kept: it was \(earlier). \(sharedUnits(shared, of: counted)) \(number.plural(shared, one: "is", many: "are")) still in it."
    )
  }
  /// A type was part of an earlier one: how many of its units come from there.
  public func typeSplitOff(_ earlier: String, shared: Int, of counted: Int) -> String {
    say(
      "Afgesplitst van \(earlier): \(sharedUnits(shared, of: counted)) \(number.plural(shared, one: "komt", many: "komen")) "
        + "daarvandaan.",
      "Split off from \(earlier): \(sharedUnits(shared, of: counted)) \(number.plural(shared, one: "comes", many: "come")) "
        + "from there.")
  }
  /// A type was made of earlier ones.
  public func typeMerged(_ earlier: [String]) -> String {
    let list = number.list(earlier)
    return say(
      "Nieuw gevormd: \(list) \(earlier.count == 1 ? "ging" : "gingen") erin op.",
      "Newly formed: \(list) went into it.")
  }
  /// A type was not there.
  public var typeIsNew: String {
    say("Nieuw: het komt met geen type van toen overeen.", "New: it corresponds to no type of then.")
  }
  /// An earlier type fell apart.
  public func typeFellApart(into types: [String]) -> String {
    say("Uiteengevallen in \(number.list(types)).", "Fell apart into \(number.list(types)).")
  }
  /// An earlier type went into another.
  public func typeWentInto(_ type: String, shared: Int, of counted: Int) -> String {
    say(
      "Opgegaan in \(type): \(sharedUnits(shared, of: counted)) \(number.plural(shared, one: "zit", many: "zitten")) daar nu.",
      "Went into \(type): \(sharedUnits(shared, of: counted)) \(number.plural(shared, one: "is", many: "are")) there now."
    )
  }
  /// An earlier type is gone.
  public var typeIsGone: String {
    say(
      "Verdwenen: de \(units) zijn over andere typen verdeeld.", "Gone: the \(units) are spread over other types.")
  }
  private func sharedUnits(_ shared: Int, of counted: Int) -> String {
    let all = count(counted)
    return say("\(number.integer(shared)) van de \(all)", "\(number.integer(shared)) of the \(all)")
  }

  // MARK: Flows and movers

  /// The title of the flows.
  public var flows: String { say("Van welk type naar welk type?", "From which type to which type?") }
  /// The title of the figure of flows.
  public func flowsFigure(from earlier: String, to now: String) -> String {
    say("Typen in \(earlier) en \(now)", "Types in \(earlier) and \(now)")
  }
  /// How to read the figure of flows, and whom it counts.
  public var flowsFigureCaption: String {
    say(
      "Hoe dikker een band, hoe meer \(units) van het type links naar het type rechts gingen. Geteld zijn alleen \(units) "
        + "waarvan het type in beide peilingen is getoond.",
      "The thicker a band, the more \(units) went from the type at the left to the type at the right. Only \(units) whose "
        + "type was shown in both surveys are counted.")
  }
  /// The word total.
  public var totalLabel: String { say("Samen", "Total") }
  /// The title of the movers.
  public var movers: String { say("Wie ging naar een ander type?", "Who moved to another type?") }
  /// What beyond noise means.
  public var moversIntro: String {
    say(
      "Per \(unit) antwoorden maar enkele mensen. Met andere mensen komt een \(unit) soms in een ander type, ook als er niets "
        + "is veranderd. Meer dan toeval is een overgang hier alleen als beide peilingen zeker zijn van het type: de kans dat "
        + "het type toch hetzelfde is, is dan kleiner dan 5 op de 100.",
      "Only a few people answer for each \(unit). With other people a \(unit) sometimes lands in another type, even when "
        + "nothing changed. A move is called more than chance here only when both surveys are sure of the type: the probability "
        + "that it is the same type after all is then below 5 in 100.")
  }
  /// How many moves noise leads to expect, beside those that were seen.
  public func expectedMoves(_ expected: Double, seen: Int, of counted: Int) -> String {
    let about = number.integer(Int(expected.rounded()))
    return say(
      "Ook als er niets veranderde, zouden volgens de doorrekeningen tot ongeveer \(about) van de \(count(counted)) van type "
        + "wisselen. Het waren er \(number.integer(seen)). De doorrekeningen schatten dat toeval ruim.",
      "Even if nothing changed, up to about \(about) of the \(count(counted)) would change type according to the "
        + "recalculations. It was \(number.integer(seen)). The recalculations put this chance on the high side.")
  }
  /// The caption of the counts.
  public var movementsCaption: String { say("Overgangen tussen typen", "Moves between types") }
  /// The heading of a column: what a unit did.
  public var movementLabel: String { say("Wat deed het type?", "What did the type do?") }
  /// The label of a count: the same type.
  public var stayedLabel: String { say("Hetzelfde type gebleven", "Stayed of the same type") }
  /// The label of a count: another type, within noise.
  public var withinNoiseLabel: String {
    say("Ander type, toeval kan het verklaren", "Another type, chance can explain it")
  }
  /// The label of a count: another type, beyond noise.
  public var beyondNoiseLabel: String { say("Ander type, meer dan toeval", "Another type, more than chance") }
  /// The label of a count: a type that is gone or new.
  public var withoutCounterpartLabel: String {
    say("Het type van toen is er niet meer, of dat van nu is nieuw", "The type of then is gone, or that of now is new")
  }
  /// The caption of the movers.
  public var moversCaption: String { say("Naar een ander type, meer dan toeval", "To another type, more than chance") }
  /// The heading of a column: from a type of a wave.
  public func fromType(_ wave: String) -> String { say("Type in \(wave)", "Type in \(wave)") }
  /// Units that were followed through the register, and those that could not be.
  public func followedUnits(_ followed: Int, mergedOfSeveral: Int) -> String {
    var text = ""
    if followed > 0 {
      text = say(
        "\(capitalised(count(followed))) \(number.plural(followed, one: "heette", many: "heetten")) toen anders of "
          + "\(number.plural(followed, one: "is", many: "zijn")) samengevoegd, en \(number.plural(followed, one: "is", many: "zijn")) "
          + "via het register gevolgd.",
        "\(capitalised(count(followed))) had another code then or merged, and "
          + "\(number.plural(followed, one: "was", many: "were")) followed through the register.")
    }
    if mergedOfSeveral > 0 {
      text += text.isEmpty ? "" : " "
      text += say(
        "\(capitalised(count(mergedOfSeveral))) \(number.plural(mergedOfSeveral, one: "ontstond", many: "ontstonden")) uit \(units) "
          + "van verschillende typen en \(number.plural(mergedOfSeveral, one: "telt", many: "tellen")) niet mee.",
        "\(capitalised(count(mergedOfSeveral))) came from \(units) of different types and "
          + "\(number.plural(mergedOfSeveral, one: "is", many: "are")) not counted.")
    }
    return text
  }
}
