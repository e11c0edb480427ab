/// The sentences about why there are this many types.
extension Phrases {
  /// The title of the evidence.
  public func evidence(_ chosen: Int) -> String {
    chosen == 1
      ? say("Waarom geen typen?", "Why no types?")
      : say("Waarom \(small(chosen)) typen?", "Why \(small(chosen)) types?")
  }
  /// How the types were found.
  public func evidenceIntro(starts: Int?) -> String {
    let times = starts.map { number.integer($0) } ?? say("vele", "many")
    return say(
      "De typen zijn gevonden met k-means: elke \(unit) hoort bij het type waarvan het gemiddelde het dichtst bij "
        + "ligt. Het "
        + "zoeken is per aantal typen \(times) keer opnieuw begonnen; de beste oplossing telt.",
      "The types were found with k-means: each \(unit) belongs to the type whose average lies nearest. For each number "
        + "of "
        + "types the search was started \(times) times; the best solution counts.")
  }
  /// What the declared rule asks for.
  private func rule(_ rule: String, smallest: Int, stability: Double, prediction: Double) -> String {
    let least = number.decimal(stability, digits: 2)
    switch rule {
    case "stability":
      return say(
        "het grootste aantal typen waarbij elk type ten minste \(count(smallest)) telt en goed terugkomt als we de "
          + "\(units) "
          + "opnieuw trekken (Jaccard ten minste \(least))",
        "the largest number of types of which each has at least \(count(smallest)) and comes back well when the "
          + "\(units) are "
          + "redrawn (Jaccard at least \(least))")
    case "silhouette":
      return say(
        "het aantal typen met het hoogste silhouet, waarbij elk type ten minste \(count(smallest)) telt",
        "the number of types with the highest silhouette, of which each has at least \(count(smallest))")
    case "prediction-strength":
      let least = number.decimal(prediction, digits: 2)
      return say(
        "het grootste aantal typen waarbij de ene helft van de \(units) goed voorspelt wie in de andere helft bij elkaar "
          + "horen (voorspelkracht ten minste \(least)), en elk type ten minste \(count(smallest)) telt",
        "the largest number of types for which one half of the \(units) predicts well which of the other half belong "
          + "together (prediction strength at least \(least)), and each type has at least \(count(smallest))")
    default:
      return say(
        "het aantal typen dat de gap-statistiek aanwijst (\(rule)), waarbij elk type ten minste \(count(smallest)) telt",
        "the number of types that the gap statistic takes (\(rule)), of which each has at least \(count(smallest))")
    }
  }
  /// The choice when the rule was met.
  public func chosenByRule(_ types: Int, rule name: String, smallest: Int, stability: Double, prediction: Double)
    -> String
  {
    let rule = rule(name, smallest: smallest, stability: stability, prediction: prediction)
    if types == 1 {
      return say(
        "Vooraf is afgesproken: neem \(rule). Dat is er één: de \(units) zijn niet in typen te verdelen.",
        "Agreed beforehand: take \(rule). That is one: the \(units) cannot be divided into types.")
    }
    return say(
      "Vooraf is afgesproken: neem \(rule). Dat zijn er \(small(types)).",
      "Agreed beforehand: take \(rule). That is \(small(types)).")
  }
  /// The choice when no number met the rule.
  public func chosenLeastBad(_ types: Int, rule name: String, smallest: Int, stability: Double, prediction: Double)
    -> String
  {
    let rule = rule(name, smallest: smallest, stability: stability, prediction: prediction)
    return say(
      "Vooraf is afgesproken: neem \(rule). Geen enkel aantal voldoet daaraan; \(small(types)) komt er het dichtst "
        + "bij. De "
        + "grenzen tussen de typen zijn dus niet scherp.",
      "Agreed beforehand: take \(rule). No number meets this; \(small(types)) comes nearest. So the borders between "
        + "the "
        + "types are not sharp.")
  }
  /// The choice when the evidence was left out.
  public func chosenQuick(_ types: Int) -> String {
    say(
      "Dit is een snelle berekening zonder al het bewijs. \(capitalised(small(types))) typen hebben het hoogste "
        + "silhouet.",
      "This is a quick calculation without all evidence. \(capitalised(small(types))) types have the highest "
        + "silhouette."
    )
  }
  /// The choice when people decided.
  public func chosenByPeople(_ types: Int, reason: String) -> String {
    let reason = reason.last.map { ".?!".contains($0) } ?? true ? reason : reason + "."
    if types == 1 {
      return say(
        "Mensen hebben besloten dat de \(units) één groep zijn. Hun reden: \(reason)",
        "People decided that the \(units) are one group. Their reason: \(reason)")
    }
    return say(
      "Mensen hebben voor \(small(types)) typen gekozen. Hun reden: \(reason)",
      "People decided on \(small(types)) types. Their reason: \(reason)")
  }
  /// That the criteria do not agree, with the numbers that they would choose.
  public func criteriaDisagree(_ numbers: [Int]) -> String {
    let nl = numbers.map(String.init).joined(separator: ", ")
    return say(
      "De maten zijn het niet eens: los van elkaar zouden zij uitkomen op deze aantallen: \(nl). De typen lopen dus in "
        + "elkaar over. Zie ze als een handvat, niet als hokjes.",
      "The criteria do not agree: each alone would choose one of these numbers: \(nl). So the types shade into each "
        + "other. "
        + "Take them as a handhold, not as boxes.")
  }
  /// The caption of what each criterion alone would choose.
  public var aloneCaption: String {
    say("Wat elk criterium op zichzelf zou kiezen", "What each criterion alone would choose")
  }
  /// The caption of the evidence.
  public var evidenceCaption: String { say("Vergelijking van aantallen typen", "Comparison of numbers of types") }
  /// The note about the criteria.
  public var evidenceNote: String {
    say(
      "Silhouet: hoe goed de \(units) bij hun eigen type passen, van −1 tot 1. Calinski-Harabasz: hoger is beter. "
        + "Davies-Bouldin: lager is beter. Gap: afstand tot gegevens zonder typen, met de standaardfout. Stabiliteit: "
        + "hoe "
        + "goed het zwakste type terugkomt als de \(units) opnieuw worden getrokken (Jaccard, 0 tot 1). Voorspelkracht: hoe "
        + "goed de ene helft van de \(units) voorspelt wie in de andere helft bij elkaar horen, van 0 tot 1.",
      "Silhouette: how well the \(units) fit their own type, from −1 to 1. Calinski-Harabasz: higher is better. "
        + "Davies-Bouldin: "
        + "lower is better. Gap: distance from data without types, with its standard error. Stability: how well the "
        + "weakest "
        + "type returns when the \(units) are redrawn (Jaccard, 0 to 1). Prediction strength: how well one half of the "
        + "\(units) predicts which of the other half belong together, from 0 to 1.")
  }
  /// How to read the figure of the evidence.
  public var evidenceFigureCaption: String {
    say(
      "Elke lijn is een maat voor het aantal typen. Het gekozen aantal staat in het kader.",
      "Each line is a measure for the number of types. The chosen number stands in the frame.")
  }
  /// The heading of a column: number of types.
  public var numberOfTypes: String { say("Typen", "Types") }
  /// The heading of a column: sum of squares.
  public var sumOfSquares: String { say("Kwadratensom", "Sum of squares") }
  /// The heading of a column: silhouette.
  public var silhouette: String { say("Silhouet", "Silhouette") }
  /// The heading of a column: stability.
  public var stability: String { say("Stabiliteit", "Stability") }
  /// The heading of a column: smallest type.
  public var smallestType: String { say("Kleinste type", "Smallest type") }
  /// The heading of a column: how often the best was found.
  public var foundOften: String { say("Beste gevonden", "Best found") }
  /// The heading of a column: number of optima.
  public var optima: String { say("Oplossingen", "Solutions") }
  /// The mark of the chosen row.
  public var chosen: String { say("gekozen", "chosen") }
  /// How surely the best was found.
  public func census(hits: Int, starts: Int, optima: Int, chance: Double?) -> String {
    let seen =
      optima == 1
      ? say("er werd één oplossing gezien", "one solution was seen")
      : say(
        "er werden \(number.integer(optima)) verschillende oplossingen gezien",
        "\(number.integer(optima)) different solutions were seen")
    var text = say(
      "Bij het gekozen aantal typen kwamen \(number.integer(hits)) van de \(number.integer(starts)) starts op de beste "
        + "oplossing uit; \(seen).",
      "For the chosen number of types \(number.integer(hits)) of \(number.integer(starts)) starts reached the best "
        + "solution; \(seen).")
    if let chance {
      text += say(
        " De kans dat een volgende start iets nieuws vindt, is \(number.percentage(chance, digits: 1)) (Good-Turing).",
        " The chance that one more start finds something new is \(number.percentage(chance, digits: 1)) (Good-Turing).")
    }
    return text
  }
  /// The caption of the near-ties.
  public var nearTies: String { say("Oplossingen die bijna even goed zijn", "Solutions that are almost as good") }
  /// The caption of the stability of the types.
  public var stabilityCaption: String {
    say("Hoe stevig is elk type?", "How firm is each type?")
  }
  /// The heading of a column: how often members keep their type.
  public var membersKept: String {
    say("Leden die hetzelfde type houden (gemiddeld)", "Members that keep the type (mean)")
  }
  /// The heading of a column: how much worse.
  public var worse: String { say("Slechter", "Worse by") }
  /// The heading of a column: starts that ended there.
  public var startsThere: String { say("Starts", "Starts") }
  /// The heading of a column: units that would move.
  public var wouldMove: String {
    say("\(capitalised(units)) met een ander type", "\(capitalised(units)) with another type")
  }
}
