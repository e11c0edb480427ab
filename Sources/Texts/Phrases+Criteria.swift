/// The sentences about each criterion for the number of types, and about how types split as their number grows.
extension Phrases {
  /// The name of a criterion for the number of types.
  public func criterionName(_ name: String) -> String {
    switch name {
    case "stability": stability
    case "silhouette": silhouette
    case "calinski-harabasz": "Calinski-Harabasz"
    case "davies-bouldin": "Davies-Bouldin"
    case "prediction-strength": predictionStrength
    default: name.hasPrefix("gap-") ? "Gap (\(name.dropFirst(4)))" : name
    }
  }

  /// Which number a criterion takes, by which definition; empty for one that is not known.
  ///
  /// - Parameters:
  ///   - name: The criterion.
  ///   - stability: The least stability that is asked for, from 0 to 1.
  ///   - prediction: The least prediction strength that is asked for, from 0 to 1.
  ///   - box: The box from which the references of the gap statistic are drawn: `components` or `original`.
  /// - Returns: A sentence.
  public func criterionDefinition(_ name: String, stability: Double, prediction: Double, box: String) -> String {
    switch name {
    case "stability":
      let least = number.decimal(stability, digits: 2)
      return say(
        "Het grootste aantal waarbij elk type terugkomt, met een Jaccard-coëfficiënt van ten minste \(least) (Hennig 2007).",
        "The largest number of which every type comes back, with a Jaccard coefficient of at least \(least) (Hennig 2007)."
      )
    case "silhouette":
      return say(
        "Het hoogste gemiddelde, met gewone (Euclidische) afstanden (Rousseeuw 1987).",
        "The highest mean, with plain (Euclidean) distances (Rousseeuw 1987).")
    case "calinski-harabasz":
      return say(
        "De hoogste variantie tussen de typen, gedeeld door die binnen de typen (Caliński en Harabasz 1974).",
        "The highest variance between the types, divided by that within (Caliński and Harabasz 1974).")
    case "davies-bouldin":
      return say(
        "De laagste waarde; de spreiding van een type is de gemiddelde afstand tot het midden, zoals in scikit-learn.",
        "The lowest value; the spread of a type is the mean distance to its centre, as in scikit-learn.")
    case "prediction-strength":
      let least = number.decimal(prediction, digits: 2)
      return say(
        "Het grootste aantal met een voorspelkracht van ten minste \(least) (Tibshirani en Walther 2005).",
        "The largest number with a prediction strength of at least \(least) (Tibshirani and Walther 2005).")
    default:
      guard name.hasPrefix("gap-") else { return "" }
      return gapRule(String(name.dropFirst(4))) + " " + gapDefinition(box)
    }
  }

  private func gapRule(_ rule: String) -> String {
    switch rule {
    case "firstSEmax":
      say(
        "Het kleinste aantal binnen één standaardfout van de eerste top.",
        "The smallest number within one standard error of the first peak.")
    case "Tibs2001SEmax":
      say(
        "Het kleinste aantal waarna de gap niet meer dan één standaardfout stijgt (Tibshirani e.a. 2001).",
        "The smallest number after which the gap rises by no more than one standard error (Tibshirani et al. 2001).")
    case "globalmax": say("De hoogste gap van alle.", "The highest gap of all.")
    default: ""
    }
  }

  private func gapDefinition(_ box: String) -> String {
    let along =
      box == "original" ? say("de kenmerken", "the features") : say("de hoofdassen", "the principal axes")
    return say(
      "Met gewone afstanden (macht 1), vergeleken met punten in een doos langs \(along).",
      "With plain distances (power 1), compared with points in a box along \(along).")
  }

  /// The heading of a column: how a criterion takes its number.
  public var definition: String { say("Hoe het kiest", "How it chooses") }

  /// The heading of a column: prediction strength.
  public var predictionStrength: String { say("Voorspelkracht", "Prediction strength") }
  /// The name of the prediction strength above a column, which may break.
  public var predictionStrengthHeading: String { say("Voorspel\u{AD}kracht", "Prediction strength") }

  /// What the declared rule takes, beside a decision of people.
  ///
  /// - Parameters:
  ///   - takes: The number that it takes now.
  ///   - said: The number that it took when people decided, if they wrote it down.
  /// - Returns: One or two sentences.
  public func ruleBesideDecision(takes: Int, said: Int?) -> String {
    let now = say(
      "De afgesproken regel komt zelf uit op \(small(takes)).", "The agreed rule itself takes \(small(takes)).")
    guard let said, said != takes else { return now }
    return now
      + say(
        " Toen zij kozen, kwam de regel uit op \(small(said)). Kijk dus of hun reden nog klopt.",
        " When they decided, the rule took \(small(said)). So look whether their reason still holds.")
  }

  // MARK: - How types split

  /// The caption of how types split.
  public var lineageCaption: String {
    say("Hoe de typen zich splitsen", "How the types split")
  }
  /// How to read the table of how types split.
  public var lineageNote: String {
    say(
      "Een type komt voort uit het type dat de meeste van zijn \(units) leverde. De letters gaan in elke regel opnieuw van "
        + "groot naar klein.",
      "A type comes from the type that gave most of its \(units). In each row the letters run anew from large to small."
    )
  }
  /// The heading of a column: from one number of types to the next.
  public var lineageStep: String { say("Stap", "Step") }
  /// The heading of a column: what happens in a step.
  public var lineageEvents: String { say("Wat er gebeurt", "What happens") }
  /// One number of types that becomes another.
  public func step(from earlier: Int, to later: Int) -> String {
    say("Van \(small(earlier)) naar \(small(later))", "From \(small(earlier)) to \(small(later))")
  }
  /// That a type splits into others.
  public func splits(_ type: String, into others: [String]) -> String {
    let list = number.list(others)
    return say("\(type) splitst zich in \(list).", "\(type) splits into \(list).")
  }
  /// That a type dissolves into the others.
  public func dissolves(_ type: String) -> String {
    say("\(type) gaat op in de andere.", "\(type) dissolves into the others.")
  }
  /// That types stay, each with the letter that it has now.
  public func stays(_ types: [(before: String, now: String)]) -> String {
    let list = number.list(
      types.map { $0.before == $0.now ? $0.now : say("\($0.before) (nu \($0.now))", "\($0.before) (now \($0.now))") })
    return say(
      types.count == 1 ? "\(list) blijft." : "\(list) blijven.", types.count == 1 ? "\(list) stays." : "\(list) stay.")
  }
  /// That a type is a mixture of earlier ones.
  ///
  /// - Parameters:
  ///   - type: Its letter.
  ///   - origin: The letter of the type that gave most.
  ///   - share: The share that came from there, from 0 to 1.
  /// - Returns: A sentence.
  public func mixture(_ type: String, origin: String, share: Double) -> String {
    let part = number.percentage(share)
    return say(
      "\(type) is een mengsel: \(part) komt uit \(origin).", "\(type) is a mixture: \(part) comes from \(origin).")
  }
}
