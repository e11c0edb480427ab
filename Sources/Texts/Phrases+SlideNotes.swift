/// What is said with the slides: short sentences that read well aloud.
extension Phrases {
  /// The first words.
  public var saidWelcome: String {
    say(
      "Welkom. Ik laat u zien welke typen \(units) er zijn, en welke strategie bij elk type past.",
      "Welcome. I will show you which types of \(unit) there are, and which strategy fits each type.")
  }
  /// Where everything comes from.
  public func saidSource(wave: String, date: String) -> String {
    say(
      "Alles wat u ziet, komt uit de peiling \(wave). De stand is die van \(self.date(date)).",
      "All that you see comes from the survey \(wave), as of \(self.date(date)).")
  }
  /// In which order it is told.
  public var saidOrder: String {
    say(
      "Ik vertel eerst wie er antwoordden en welke typen er zijn. Daarna welke strategie past, waarom, en hoe zeker dat is.",
      "First I tell who answered and which types there are. Then which strategy fits, why, and how sure that is.")
  }
  /// The question what doing nothing does.
  public var saidNothing: String {
    say("Stel dat er niets gebeurt. Wat kan er dan misgaan?", "Suppose that nothing is done. What can go wrong then?")
  }
  /// Where a risk is greatest and where it is least.
  public func saidRisk(greatest: (letter: String, risk: String), least: (letter: String, risk: String)) -> String {
    say(
      "Dat risico is het grootst bij type \(greatest.letter): \(greatest.risk) van de 100. Het is het kleinst bij type "
        + "\(least.letter): \(least.risk).",
      "That risk is greatest for type \(greatest.letter): \(greatest.risk) of 100. It is least for type \(least.letter): "
        + "\(least.risk).")
  }
  /// A risk that is the same for all types.
  public func saidSameRisk(_ risk: String) -> String {
    say("Dat risico is \(risk) van de 100.", "That risk is \(risk) of 100.")
  }
  /// What is known of those that did not answer.
  public func saidAbsent(_ absent: Int) -> String {
    say(
      "\(capitalised(count(absent))) \(number.plural(absent, one: "antwoordde", many: "antwoordden")) niet. Misschien denken "
        + "de mensen daar anders.",
      "\(capitalised(count(absent))) did not answer. Perhaps people there think otherwise.")
  }
  /// The name and the size of a type.
  public func saidType(_ letter: String, _ name: String, size: Int, share: Double) -> String {
    guard size > 0 else {
      return say(
        "Type \(letter) heet ‘\(name)’. Daar hoort nu geen enkele \(unit) bij.",
        "Type \(letter) is called ‘\(name)’. No \(unit) belongs to it now.")
    }
    return say(
      "Type \(letter) heet ‘\(name)’. Daar \(size == 1 ? "hoort" : "horen") \(count(size)) bij, "
        + "\(number.percentage(share)) van alle \(units) die antwoordden.",
      "Type \(letter) is called ‘\(name)’. \(capitalised(count(size))) \(size == 1 ? "belongs" : "belong") to it, "
        + "\(number.percentage(share)) of all \(units) that answered.")
  }
  /// In what a type differs most from the average; empty when in nothing.
  public func saidPortrait(higher: [String], lower: [String]) -> String {
    func list(_ labels: [String]) -> String { number.list(labels.map { "‘\($0)’" }) }
    switch (higher.isEmpty, lower.isEmpty) {
    case (true, true): return ""
    case (false, true):
      return say(
        "Dit type scoort hoger dan gemiddeld op \(list(higher)).",
        "This type scores higher than average on \(list(higher)).")
    case (true, false):
      return say(
        "Dit type scoort lager dan gemiddeld op \(list(lower)).",
        "This type scores lower than average on \(list(lower)).")
    case (false, false):
      return say(
        "Dit type scoort hoger dan gemiddeld op \(list(higher)), en lager op \(list(lower)).",
        "This type scores higher than average on \(list(higher)), and lower on \(list(lower)).")
    }
  }
  /// Which strategy wins, and how often it came first.
  public func saidWinner(_ strategy: String, _ share: Double) -> String {
    say(
      "‘\(strategy)’ past het best. Deze strategie kwam \(often(share)) bovenaan.",
      "‘\(strategy)’ fits best. It came first \(often(share)).")
  }
  /// What a strategy is for.
  public func saidAim(_ aim: String) -> String { say("Het doel: \(lowered(aim))", "The aim: \(lowered(aim))") }
  /// How to read the map.
  public var saidMap: String {
    say(
      "Op de kaart heeft elk type een eigen kleur en een eigen patroon.",
      "On the map each type has a colour and a pattern of its own.")
  }
  /// How many units are not on the map.
  public func saidNotOnMap(_ absent: Int) -> String {
    say(
      "\(capitalised(count(absent))) \(number.plural(absent, one: "staat", many: "staan")) niet op de kaart, omdat er geen "
        + "grenzen van zijn.",
      "\(capitalised(count(absent))) \(number.plural(absent, one: "is", many: "are")) not on the map, because there are no "
        + "boundaries.")
  }
  /// Which preconditions are open.
  public func saidOpen(_ preconditions: [String]) -> String {
    let list = preconditions.joined(separator: "; ")
    return say("Dit moet nog op orde komen: \(list).", "This must still be put in place: \(list).")
  }
  /// With what a strategy begins.
  public func saidFirstStep(_ step: String) -> String {
    say("De eerste stap is: \(step)", "The first step is this. \(step)")
  }
  /// With what a type begins.
  public func saidFirstStep(of letter: String, _ step: String) -> String {
    say("Type \(letter) kan zo beginnen. \(step)", "Type \(letter) can begin like this. \(step)")
  }
  /// Which strategy fits a type.
  public func saidFits(_ letter: String, _ strategy: String) -> String {
    say("Bij type \(letter) past ‘\(strategy)’ het best.", "‘\(strategy)’ fits type \(letter) best.")
  }
  /// Which strategies contend for a type.
  public func saidContend(_ letter: String, _ strategies: [String]) -> String {
    let list = number.list(strategies.map { "‘\($0)’" })
    return say(
      "Bij type \(letter) is er geen duidelijke winnaar: \(list) liggen dicht bij elkaar.",
      "For type \(letter) there is no clear winner: \(list) lie close together.")
  }
  /// That no strategy fits a type.
  public func saidNoneFits(_ letter: String) -> String {
    say("Bij type \(letter) past geen van de strategieën.", "None of the strategies fits type \(letter).")
  }
  /// That a type may not be told of.
  public func saidNotTold(_ letter: String) -> String {
    say(
      "Over type \(letter) zeggen we niet meer, omdat te weinig mensen antwoordden.",
      "Of type \(letter) we say no more, because too few people answered.")
  }
  /// How criteria decide.
  public var saidCriteria: String {
    say(
      "Elke strategie is per type op deze criteria beoordeeld. Een criterium met meer punten telt zwaarder. Soms is er een "
        + "harde grens: ligt een type daar voorbij, dan valt de strategie af.",
      "Each strategy was judged for each type on these criteria. A criterion with more points weighs more. Sometimes there "
        + "is a hard limit: where a type lies beyond it, the strategy is ruled out.")
  }
  /// The criterion that weighs most, with its points.
  public func saidHeaviest(_ criterion: String, points: String) -> String {
    say(
      "Het zwaarst weegt ‘\(criterion)’, met \(points) punten.", "‘\(criterion)’ weighs most, with \(points) points.")
  }
  /// How to read the bars of the certainty.
  public var saidBars: String {
    say(
      "Hoe langer de balk, hoe vaker de uitkomst gelijk bleef.",
      "The longer the bar, the more often the outcome stayed the same.")
  }
  /// Why few people matter.
  public var saidFewPeople: String {
    say(
      "Met andere mensen was de uitkomst misschien anders geweest. Daarom zeggen we er steeds bij hoe zeker iets is.",
      "With other people the outcome might have been different. So we always say how sure it is.")
  }
  /// What the wave is fit for.
  public func saidUse(_ use: String, _ verdict: String) -> String {
    say("Voor ‘\(use)’ is deze peiling \(verdict).", "For ‘\(use)’ this survey is \(verdict).")
  }
  /// What to do now.
  public var saidNow: String {
    say(
      "Wat kunt u morgen doen? Zoek eerst uw type op. Kijk dan wat er nog ontbreekt, en zet de eerste stap.",
      "What can you do tomorrow? First find your type. Then see what is lacking, and take the first step.")
  }
  /// Where all of it can be read, and that there is room for questions.
  public var saidMore: String {
    say(
      "Alles wat ik liet zien, staat met uitleg in het rapport. Hebt u vragen?",
      "All that I showed is explained in the report. Have you any questions?")
  }
}
