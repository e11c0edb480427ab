/// The sentences about what other methods, other features and other variables say of the types.
extension Phrases {
  // MARK: Other methods

  /// The title of the second opinions.
  public var secondOpinions: String { say("Wat zeggen andere methoden?", "What do other methods say?") }
  /// What the second opinions are.
  public var secondOpinionsIntro: String {
    say(
      "Er zijn meer manieren om \(units) in te delen. Twee andere zijn ook geprobeerd, met hetzelfde aantal typen. Komen "
        + "die op bijna dezelfde indeling uit, dan hangt het beeld niet van de methode af.",
      "There are more ways to divide \(units). Two others were tried as well, with the same number of types. Where they "
        + "come to almost the same division, the picture does not depend on the method.")
  }
  /// The name of a method within a sentence.
  public func method(_ name: String) -> String {
    switch name {
    case "pam-gower":
      say(
        "medoïden op de antwoorden zelf (PAM, afstand van Gower)",
        "medoids on the answers themselves (PAM, Gower's distance)")
    case "ward": say("samenvoegen volgens Ward", "merging by Ward's method")
    default: name
    }
  }
  /// How far a method agrees, and how many units it would place elsewhere.
  public func opinion(_ method: String, verdict: String, moved: Int, of total: Int) -> String {
    say(
      "\(capitalised(method)): de overeenkomst is \(agreementWord(verdict)). Deze methode zet \(number.integer(moved)) van "
        + "de \(count(total)) in een ander type.",
      "\(capitalised(method)): the agreement is \(agreementWord(verdict)). This method puts \(number.integer(moved)) of the "
        + "\(count(total)) in another type.")
  }
  /// A verdict in a word.
  public func agreementWord(_ verdict: String) -> String {
    switch verdict {
    case "excellent": say("zeer goed", "excellent")
    case "good": say("goed", "good")
    case "moderate": say("matig", "moderate")
    case "poor": say("zwak", "poor")
    default: verdict
    }
  }
  /// The caption of the second opinions.
  public var secondOpinionsCaption: String {
    say("Andere methoden naast deze indeling", "Other methods beside this division")
  }
  /// The heading of a column: method.
  public var methodLabel: String { say("Methode", "Method") }
  /// The heading of a column: agreement.
  public var agreementLabel: String { say("Overeenkomst (ARI)", "Agreement (ARI)") }
  /// The heading of a column: verdict.
  public var verdictLabel: String { say("Oordeel", "Verdict") }
  /// How to read the agreement.
  public var agreementNote: String {
    say(
      "ARI: de gecorrigeerde index van Rand. 1 is precies dezelfde indeling, 0 wat toeval geeft. Zeer goed vanaf "
        + "\(number.decimal(0.9, digits: 2)), goed vanaf \(number.decimal(0.8, digits: 2)), matig vanaf "
        + "\(number.decimal(0.65, digits: 2)), anders zwak (Steinley 2004).",
      "ARI: the adjusted Rand index. 1 is exactly the same division, 0 what chance gives. Excellent from "
        + "\(number.decimal(0.9, digits: 2)), good from \(number.decimal(0.8, digits: 2)), moderate from "
        + "\(number.decimal(0.65, digits: 2)), else poor (Steinley 2004).")
  }

  // MARK: Sensitivity

  /// The title of the sensitivity.
  public var sensitivity: String { say("Hangen de typen van één kenmerk af?", "Do the types hang on one feature?") }
  /// What was done for the sensitivity.
  public var sensitivityIntro: String {
    say(
      "De indeling is opnieuw gemaakt zonder elk kenmerk, en zonder elke groep kenmerken. De tabellen zeggen hoeveel er dan "
        + "verandert.",
      "The division was made again without each feature, and without each block of features. The tables say how much changes "
        + "then.")
  }
  /// Which feature matters most.
  public func mostSensitive(to feature: String, _ moved: Int, of total: Int) -> String {
    if moved == 0 {
      return say(
        "Geen enkel kenmerk is onmisbaar: zonder welk kenmerk ook blijft elke \(unit) in hetzelfde type.",
        "No single feature is indispensable: without any one of them each \(unit) stays in the same type.")
    }
    return say(
      "Het meest verandert er zonder ‘\(lowered(feature))’: dan \(plural(moved, "komt", "komen")) \(number.integer(moved)) van "
        + "de \(count(total)) in een ander type.",
      "Most changes without ‘\(lowered(feature))’: then \(number.integer(moved)) of the \(count(total)) "
        + "\(plural(moved, "comes", "come")) into another type.")
  }
  private func plural(_ count: Int, _ one: String, _ many: String) -> String { count == 1 ? one : many }
  /// The caption of the blocks.
  public var sensitivityBlocks: String { say("Zonder een groep kenmerken", "Without a block of features") }
  /// The caption of the features.
  public var sensitivityFeatures: String { say("Zonder één kenmerk", "Without one feature") }
  /// The heading of a column: what was left out.
  public var leftOut: String { say("Weggelaten", "Left out") }
  /// The heading of a column: share of the weight.
  public var shareOfWeight: String { say("Aandeel in het gewicht", "Share of the weight") }

  // MARK: External validation

  /// The title of the external validation.
  public var validation: String {
    say("Verschillen de typen ook op andere kenmerken?", "Do the types differ on other features too?")
  }
  /// What was done for the validation.
  public var validationIntro: String {
    say(
      "Dat typen verschillen op de kenmerken waarmee ze gemaakt zijn, bewijst niets. Daarom is ook gekeken naar kenmerken die "
        + "niet zijn gebruikt. Verschillen de typen daarop meer dan door toeval, dan zeggen ze iets wat wij er niet zelf in "
        + "gestopt hebben.",
      "That types differ on the features they were made from proves nothing. So features that were not used were looked at as "
        + "well. Where the types differ on these by more than chance, they say something that we did not put in ourselves."
    )
  }
  /// On which of the other features the types differ.
  public func validationResult(_ labels: [String], of count: Int) -> String {
    if count == 0 {
      return say(
        "Alle andere kenmerken hangen sterk samen met een kenmerk dat wel is gebruikt, en bewijzen dus niets.",
        "All other features hang together closely with one that was used, and so prove nothing.")
    }
    if labels.isEmpty {
      return say(
        "Op geen van deze \(small(count)) kenmerken verschillen de typen meer dan door toeval.",
        "On none of these \(small(count)) features do the types differ by more than chance.")
    }
    return say(
      "Dat is zo bij \(small(labels.count)) van de \(small(count)) kenmerken die niet sterk samenhangen met wat wel is "
        + "gebruikt: \(number.list(labels)).",
      "This is so for \(small(labels.count)) of the \(small(count)) features that do not hang together closely with what was "
        + "used: \(number.list(labels)).")
  }
  /// The caption of the validation.
  public var validationCaption: String { say("Kenmerken die niet zijn gebruikt", "Features that were not used") }
  /// The heading of a column: strength.
  public var strengthLabel: String { say("Sterkte", "Strength") }
  /// The heading of a column: statistic.
  public var statisticLabel: String { say("Maat", "Measure") }
  /// The name of the measure for groups.
  public var cramersV: String { say("Cramérs V", "Cramér's V") }
  /// The heading of a column: probability.
  public var probabilityLabel: String { say("Kans bij toeval", "Chance alone") }
  /// The heading of a column: overlap.
  public var overlapLabel: String { say("Hangt sterk samen met", "Hangs together closely with") }
  /// A probability, never printed as nothing.
  public func probability(_ value: Double) -> String {
    value < 0.001 ? "< " + number.decimal(0.001, digits: 3) : number.decimal(value, digits: 3)
  }
  /// How to read the validation.
  public var validationNote: String {
    say(
      "Sterkte: van 0 (geen verband) tot 1. eta² is het deel van de verschillen tussen \(units) dat tussen de typen ligt; "
        + "Cramérs V is er voor groepen, gecorrigeerd voor toeval. Kans bij toeval: hoe vaak een indeling door loting een "
        + "even sterk verband gaf, gecorrigeerd voor het aantal kenmerken (Holm). Een kenmerk dat meer dan de helft van "
        + "een gebruikt kenmerk voorspelt, telt niet als bewijs.",
      "Strength: from 0 (no association) to 1. eta² is the part of the differences between \(units) that lies between the "
        + "types; Cramér's V is for groups, corrected for chance. Chance alone: how often a division by lot gave as strong "
        + "an association, adjusted for the number of features (Holm). A feature that predicts more than half of a used "
        + "feature does not count as proof.")
  }
}
