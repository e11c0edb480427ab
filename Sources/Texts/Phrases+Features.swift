/// The sentences about the features.
extension Phrases {
  /// The title of the features.
  public var features: String { say("Op welke kenmerken?", "On which features?") }
  /// How to read the features.
  public var featuresIntro: String {
    say(
      "Op deze kenmerken zijn de typen gevormd. Het gewicht zegt hoe zwaar een kenmerk meetelt. Kenmerken met ‘alleen "
        + "beschrijving’ tellen bij het vormen niet mee.",
      "The types were formed on these features. The weight says how much a feature counts. Features with ‘description "
        + "only’ did not count in forming them."
    )
  }
  /// The caption of the features.
  public var featuresCaption: String { say("Kenmerken, met bewerking en reden", "Features, with treatment and reason") }
  /// The heading of a column: source.
  public var source: String { say("Bron", "Source") }
  /// The heading of a column: treatment.
  public var transform: String { say("Bewerking", "Treatment") }
  /// The name of a transform or a scaling.
  public func treatment(_ name: String) -> String {
    switch name {
    case "identity": say("zoals gemeten", "as measured")
    case "log": say("logaritme", "logarithm")
    case "asinh": say("asinh (als een logaritme, ook bij nul)", "asinh (as a logarithm, also at zero)")
    case "one-hot": say("ja of nee per groep", "yes or no for each group")
    case "z-score": say("z-score", "z-score")
    case "robust": say("robuust geschaald", "robustly scaled")
    case "logit": say("logit (voor aandelen)", "logit (for shares)")
    case "rank": say("rangnummer", "rank")
    case "range": say("geschaald van 0 tot 1", "scaled from 0 to 1")
    case "none": say("niet geschaald", "not scaled")
    case "options": say("ja of nee per optie", "yes or no for each option")
    case "coordinates": say("ligging op de kaart", "place on the map")
    case "ridit": say("antwoorden als plaats in de verdeling (ridit)", "answers as place in the distribution (ridit)")
    case "thermometer":
      say("aandeel dat dit antwoord of een hoger gaf", "share that gave this answer or a higher one")
    case "scores": say("antwoorden als cijfers", "answers as numbers")
    case "winsorised": say("uitschieters ingetrokken", "outliers pulled in")
    default: name
    }
  }
  /// The mark of a feature that was not clustered.
  public var descriptionOnly: String { say("alleen beschrijving", "description only") }
  /// The caption of the profiles in numbers.
  public var profilesCaption: String {
    say(
      "Alle profielen in cijfers: afstand tot de gemiddelde \(unit), in standaardafwijkingen",
      "All profiles in numbers: distance from the average \(unit), in standard deviations")
  }

  // MARK: What was done to them

  /// Where the parameters of transforms and scales come from.
  public var refitted: String {
    say(
      "De bewerkingen zijn op deze peiling afgesteld.", "The treatments were fitted to this wave.")
  }
  /// The same, taken unchanged from an earlier wave.
  public func frozen(wave: String) -> String {
    say(
      "De bewerkingen zijn ongewijzigd overgenomen van de peiling \(wave), zodat de uitkomsten te vergelijken zijn.",
      "The treatments were taken unchanged from the survey \(wave), so that the outcomes can be compared.")
  }
  /// The same, fitted to two waves together.
  public func pooledFit(wave: String) -> String {
    say(
      "De bewerkingen zijn afgesteld op deze peiling en de peiling \(wave) samen.",
      "The treatments were fitted to this wave and the survey \(wave) together.")
  }
  /// The heading of the screen.
  public var screening: String { say("Zeggen kenmerken hetzelfde, of niets?", "Do features say the same, or nothing?") }
  /// What is said when the screen noticed nothing.
  public var nothingScreened: String {
    say(
      "Geen enkel kenmerk is bijna gelijk aan een ander, of bij bijna alle \(units) hetzelfde.",
      "No feature is almost the same as another, or the same for almost all \(units).")
  }
  /// How to read the log of the screen.
  public var screeningIntro: String {
    say(
      "Kenmerken die bijna hetzelfde zeggen, tellen dubbel. Kenmerken die bij bijna iedereen gelijk zijn, zeggen "
        + "weinig. Dit viel op:",
      "Features that say almost the same count twice. Features that are the same for almost all say little. This was "
        + "noticed:"
    )
  }
  /// The caption of the log.
  public var screeningCaption: String { say("Wat er opviel, met de reden", "What was noticed, with the reason") }
  /// Why a feature was noticed.
  ///
  /// - Parameters:
  ///   - rule: The rule, by its name.
  ///   - value: What was measured, if it is known.
  ///   - threshold: From where on the rule speaks.
  ///   - other: The feature that says the same.
  /// - Returns: A sentence.
  public func screened(_ rule: String, value: Double?, threshold: Double?, other: String?) -> String {
    let share = value.map { number.percentage($0) } ?? NumberText.nothing
    let limit = threshold.map { number.percentage($0) } ?? NumberText.nothing
    switch rule {
    case "correlated":
      let found = value.map { number.decimal($0, digits: 2) } ?? NumberText.nothing
      let bound = threshold.map { number.decimal($0, digits: 2) } ?? NumberText.nothing
      let name = other.map { "‘\($0)’" } ?? say("een ander kenmerk", "another feature")
      return say(
        "Zegt bijna hetzelfde als \(name): de samenhang is \(found), de grens \(bound).",
        "Says almost the same as \(name): the correlation is \(found), the bound \(bound).")
    case "near-constant":
      return say(
        "Is bij \(share) van de \(units) hetzelfde; de grens is \(limit).",
        "Is the same for \(share) of the \(units); the bound is \(limit).")
    case "rare-option":
      return say(
        "Komt bij maar \(share) van de \(units) voor; de grens is \(limit).",
        "Occurs for only \(share) of the \(units); the bound is \(limit).")
    case "few-values":
      let found = value.map { number.decimal($0, digits: 0) } ?? NumberText.nothing
      return say("Heeft maar \(found) verschillende waarden.", "Has only \(found) different values.")
    default: return rule
    }
  }
  /// What was done with a feature that was noticed.
  public func screeningAction(excluded: Bool) -> String {
    excluded ? say("weggelaten", "left out") : say("gebleven", "kept")
  }
  /// The heading of a column: what was done.
  public var actionLabel: String { say("Gevolg", "Consequence") }
  /// The heading of the values that were filled in and those far away.
  public var treatedValues: String { say("Ontbrekende en uitschietende waarden", "Missing and outlying values") }
  /// How missing values were filled in.
  public func imputedIntro(_ count: Int, nearest: Bool) -> String {
    guard count > 0 else { return say("Er ontbrak geen enkele waarde.", "No value was missing.") }
    let nl =
      nearest
      ? "het gemiddelde van de \(units) die er het meest op lijken" : "de middelste waarde van vergelijkbare \(units)"
    let en = nearest ? "the mean of the \(units) most alike" : "the median of comparable \(units)"
    return say(
      "Er \(count == 1 ? "ontbrak" : "ontbraken") \(number.count(count, one: valueWord, many: valuesWord)). Daarvoor is "
        + "ingevuld: \(nl).",
      "\(number.count(count, one: valueWord, many: valuesWord)) \(count == 1 ? "was" : "were") missing. Filled in "
        + "instead: \(en).")
  }
  /// The word for one value.
  public var valueWord: String { say("waarde", "value") }
  /// The word for several values.
  public var valuesWord: String { say("waarden", "values") }
  /// What an outlier is and what was done with them.
  public func outliersIntro(_ count: Int, pulledIn: Int) -> String {
    guard count > 0 else {
      return say("Geen enkele waarde ligt heel ver van de andere.", "No value lies very far from the others.")
    }
    let values = number.count(count, one: valueWord, many: valuesWord)
    let rest =
      pulledIn > 0
      ? say(
        " Daarvan \(pulledIn == 1 ? "is" : "zijn") \(small(pulledIn)) dichterbij gehaald, zoals vooraf was afgesproken.",
        " Of these \(small(pulledIn)) \(pulledIn == 1 ? "was" : "were") pulled in, as was agreed beforehand.")
      : say(" Die zijn gebleven zoals ze waren.", " They were left as they were.")
    return say(
      "\(values) \(count == 1 ? "ligt" : "liggen") heel ver van de andere.",
      "\(values) \(count == 1 ? "lies" : "lie") very far from the others.") + rest
  }
  /// The caption of the treated values.
  public var treatedCaption: String {
    say("Ingevulde en uitschietende waarden per kenmerk", "Values filled in and outlying, by feature")
  }
  /// The heading of a column: values filled in.
  public var imputedLabel: String { say("Ingevuld", "Filled in") }
  /// The heading of a column: outlying values.
  public var outlyingLabel: String { say("Uitschieters", "Outliers") }
  /// The heading of a column: values that were pulled in.
  public var pulledInLabel: String { say("Dichterbij gehaald", "Pulled in") }

  // MARK: Components

  /// The title of the principal components.
  public var components: String {
    say("In welke richtingen verschillen \(units)?", "In which directions do \(units) differ?")
  }
  /// The same in the navigation.
  public var componentsShort: String { say("Richtingen", "Directions") }
  /// What components are, and that the types do not rest on them.
  public func componentsIntro(_ share: Double, of components: Int) -> String {
    say(
      "Veel kenmerken gaan samen op en neer. Hoofdcomponenten vatten dat samen in enkele richtingen. De eerste "
        + "\(small(components)) vangen samen \(number.percentage(share)) van alle verschillen. Zij zijn er om naar te "
        + "kijken: de typen zijn op de kenmerken zelf gemaakt.",
      "Many features go up and down together. Principal components sum this up in a few directions. The first "
        + "\(small(components)) hold \(number.percentage(share)) of all differences. They are there to look at: the "
        + "types were made from the features themselves.")
  }
  /// What a component is made of.
  public func componentMadeOf(_ component: Int, high: [String], low: [String]) -> String {
    let plus = number.list(high.map { "‘\($0)’" })
    let minus = number.list(low.map { "‘\($0)’" })
    let start = say("Richting \(component): ", "Direction \(component): ")
    if minus.isEmpty { return start + say("hoog op \(plus).", "high on \(plus).") }
    if plus.isEmpty { return start + say("laag op \(minus).", "low on \(minus).") }
    return start + say("hoog op \(plus), en dan laag op \(minus).", "high on \(plus), and then low on \(minus).")
  }
  /// The heading of a column: component.
  public var componentLabel: String { say("Richting", "Direction") }
  /// The heading of a column: share of the variance.
  public var varianceShare: String { say("Deel van de verschillen", "Part of the differences") }
  /// The heading of a column: cumulative share.
  public var cumulativeShare: String { say("Samen met de vorige", "With those before") }
  /// The caption of the shares.
  public var componentsCaption: String {
    say("Hoeveel elke richting van de verschillen vangt", "How much of the differences each direction holds")
  }
  /// How to read the figure.
  public var componentsFigureCaption: String {
    say(
      "Elke staaf is een hoofdcomponent: het deel van alle verschillen tussen \(units) dat in die richting ligt.",
      "Each bar is a principal component: the part of all differences between \(units) that lies in that direction.")
  }
  /// The title of the folded table with the loadings.
  public var loadings: String { say("Waaruit elke richting bestaat", "What each direction is made of") }
  /// The caption of the loadings.
  public var loadingsCaption: String {
    say(
      "Gewicht van elk kenmerk in elke richting, van −1 tot 1", "Weight of each feature in each direction, from −1 to 1"
    )
  }
}
