/// The sentences of the story of one unit, which an analyst reads on a terminal and which is never published.
extension Phrases {
  // MARK: What it is

  /// The wave and its date.
  public func waveOn(_ wave: String, _ date: String) -> String {
    say("Peiling \(wave) · stand van \(date)", "Wave \(wave) · as of \(date)")
  }
  /// That this is not for publication, and what may be told.
  public func notForPublication(least: Int) -> String {
    say(
      "Niet voor publicatie: mensen kunnen herkenbaar zijn. Alleen het type en de strategie mogen naar buiten, en pas als "
        + "ten minste \(small(least)) mensen antwoordden.",
      "Not for publication: people could be recognised. Only the type and the strategy may be published, and only when at "
        + "least \(small(least)) people answered.")
  }
  /// Whether the type and the strategy of this unit may be told.
  public func mayBePublished(_ isAllowed: Bool) -> String {
    isAllowed
      ? say("Bij deze \(unit) is dat zo.", "That is so for this \(unit).")
      : say(
        "Bij deze \(unit) antwoordden minder mensen: ook het type en de strategie blijven binnen.",
        "For this \(unit) fewer people answered: type and strategy are not to be published either.")
  }
  /// What is said of something that is no unit.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - isListed: Whether the pipeline lists it, or somebody confirmed it.
  /// - Returns: A sentence or two.
  public func noUnit(_ name: String, isListed: Bool) -> String {
    say(
      "\(name) is geen \(unit): \(isListed ? "zo staat het in de pipeline, onder not_units" : "zo is het bevestigd"). "
        + "Wie namens \(name) antwoordde, telt niet mee, en er is geen type of strategie.",
      "\(name) is no \(unit): \(isListed ? "the pipeline lists it under not_units" : "that was confirmed"). "
        + "Who answered for \(name) does not count, and there is no type or strategy.")
  }
  /// What became of a unit that went whole into another before the wave.
  public func mergedUnit(_ former: String, into name: String, on date: String?) -> String {
    say(
      "\(former) ging\(date.map { " op \($0)" } ?? "") op in \(name). Dit gaat over \(name).",
      "\(former) became part of \(name)\(date.map { " on \($0)" } ?? ""). This is about \(name).")
  }
  /// What became of a unit that was divided before the wave.
  public func dividedUnit(_ former: String, mostly name: String, on date: String?) -> String {
    say(
      "\(former) werd\(date.map { " op \($0)" } ?? "") verdeeld. Het grootste deel kwam bij \(name). Dit gaat over \(name).",
      "\(former) was divided\(date.map { " on \($0)" } ?? ""). Most of it went to \(name). This is about \(name).")
  }
  /// What became of a unit after the wave.
  public func laterMerged(_ name: String, into heirs: [String], on date: String) -> String {
    let list = number.list(heirs)
    return heirs.count == 1
      ? say(
        "Na deze peiling, op \(date), ging \(name) op in \(list).",
        "After this wave, on \(date), \(name) became part of \(list).")
      : say(
        "Na deze peiling, op \(date), werd \(name) verdeeld over \(list).",
        "After this wave, on \(date), \(name) was divided over \(list).")
  }

  // MARK: Answers

  /// The heading of what was answered.
  public var storyAnswers: String { say("Wie antwoordde en wat", "Who answered, and what") }
  /// How many people answered.
  ///
  /// - Parameters:
  ///   - count: The number of people.
  ///   - functions: Their functions with the numbers, as a list; empty when not known.
  /// - Returns: A sentence.
  public func respondents(_ count: Int, functions: String) -> String {
    let tail = functions.isEmpty ? "" : ": \(functions)"
    return say(
      "\(number.count(count, one: "mens antwoordde", many: "mensen antwoordden"))\(tail).",
      "\(number.count(count, one: "person answered", many: "people answered"))\(tail).")
  }
  /// The heading of a column: number of answers.
  public var storyCount: String { "n" }
  /// The heading of a column: the unit's own value.
  public var storyOwn: String { say("eigen", "own") }
  /// The heading of a column: the value that is used.
  public var storyUsed: String { say("gebruikt", "used") }
  /// The heading of a column: standard error.
  public var storyError: String { say("standaardfout", "std. error") }
  /// The heading of a column: the type.
  public var storyType: String { say("type", "type") }
  /// The heading of a column: all units.
  public var storyAll: String { say("alle", "all") }
  /// How to read the table of answers.
  ///
  /// - Parameters:
  ///   - adjusted: Whether the mix of functions was evened out.
  ///   - pooled: Whether values are drawn towards the mean of others.
  /// - Returns: Two sentences or three.
  public func storyAnswersLegend(adjusted: Bool, pooled: Bool) -> String {
    let evened = adjusted ? say(", gecorrigeerd voor hun functies", ", evened out for their functions") : ""
    let used =
      pooled
      ? say(
        "Gebruikt is waarmee wordt gerekend: hoe minder de eigen antwoorden zeggen, hoe meer naar het gemiddelde van de "
          + "andere \(units) getrokken. ",
        "Used is what is reckoned with: the less its own answers say, the more it is drawn towards the mean of the other "
          + "\(units). ") : ""
    return say(
      "Eigen is wat de mensen van deze \(unit) antwoordden\(evened). \(used)Type en alle zijn de gemiddelden van de "
        + "\(units) van het type en van alle \(units).",
      "Own is what the people of this \(unit) answered\(evened). \(used)Type and all are the means over the \(units) of the "
        + "type and over all \(units).")
  }
  /// What is said of a feature without answers.
  ///
  /// - Parameters:
  ///   - label: The feature.
  ///   - value: What stands in for it, if anything does.
  ///   - method: How that was found, in words.
  /// - Returns: A sentence.
  public func storyMissing(_ label: String, value: String?, from method: String?) -> String {
    guard let value else { return say("\(label): niet beantwoord.", "\(label): not answered.") }
    let how = method.map { " (\($0))" } ?? ""
    return say(
      "\(label): niet beantwoord. Voor het type is \(value) ingevuld\(how).",
      "\(label): not answered. For the type \(value) was filled in\(how).")
  }
  /// How a missing value was filled in, by its name in the tables.
  public func imputation(_ method: String) -> String {
    switch method {
    case "median": say("de middelste waarde van alle \(units)", "the median of all \(units)")
    case "stratum": say("de middelste waarde van vergelijkbare \(units)", "the median of \(units) of its class")
    case "neighbours": say("van de \(units) die er het meest op lijken", "from the \(units) most like it")
    default: method
    }
  }

  // MARK: Type

  /// The heading of the type.
  public var storyTypeHeading: String { say("Het type", "The type") }
  /// The type by letter and name.
  public func storyTypeIs(_ letter: String, _ name: String, _ size: String) -> String {
    say("Type \(letter), ‘\(name)’: \(size).", "Type \(letter), ‘\(name)’: \(size).")
  }
  /// How sure the type is.
  public func storyCertainty(_ grade: String, _ share: Double) -> String {
    say(
      "\(capitalised(grade)): \(often(share)) bleef dit het type.",
      "\(capitalised(grade)): it kept this type \(often(share)).")
  }
  /// The second nearest type.
  public func storyNext(_ letter: String, _ name: String, margin: String?) -> String {
    let tail = margin.map { say(" (voorsprong \($0) van 1)", " (ahead by \($0) of 1)") } ?? ""
    return say(
      "Daarna ligt type \(letter), ‘\(name)’, het dichtst bij\(tail).",
      "The next nearest is type \(letter), ‘\(name)’\(tail).")
  }
  /// That another division is nearly as good.
  public var storyNearTie: String {
    say(
      "Een indeling die bijna even goed is, geeft deze \(unit) een ander type.",
      "A division that is nearly as good gives this \(unit) another type.")
  }
  /// The silhouette.
  ///
  /// - Parameters:
  ///   - width: The number as text.
  ///   - isNearer: Whether the unit is on average nearer to the members of another type than to those of its own.
  /// - Returns: A sentence.
  public func storySilhouette(_ width: String, isNearer: Bool) -> String {
    isNearer
      ? say(
        "Silhouet \(width): gemiddeld dichter bij de \(units) van een ander type dan bij die van het eigen type.",
        "Silhouette \(width): on average nearer to the \(units) of another type than to those of its own.")
      : say(
        "Silhouet \(width): gemiddeld dichter bij de \(units) van het eigen type dan bij die van elk ander type.",
        "Silhouette \(width): on average nearer to the \(units) of its own type than to those of any other.")
  }
  /// The heading of the features in which it differs most.
  public var storyDifferences: String { say("Het meest anders dan het type", "Most unlike the type") }
  /// The heading of a column: difference.
  public var storyDifference: String { say("verschil", "difference") }
  /// How to read them.
  public var storyDifferencesLegend: String {
    say(
      "In standaardafwijkingen: 0 is het gemiddelde van alle \(units), 1 is opvallend hoog, −1 opvallend laag.",
      "In standard deviations: 0 is the mean of all \(units), 1 is markedly high, −1 markedly low.")
  }

  // MARK: A unit without answers

  /// The heading of what may be expected.
  public var storyExpected: String { say("Wat te verwachten is", "What may be expected") }
  /// That nobody answered.
  public var storySilent: String {
    say(
      "Uit deze \(unit) antwoordde niemand. Er is dus niets gemeten: wat hier staat, is een verwachting uit het register.",
      "Nobody of this \(unit) answered. So nothing was measured: this is an expectation from the register.")
  }
  /// That nothing can be expected.
  public var storyNothingExpected: String {
    say(
      "Ook dat kan hier niet: het register voorspelt het type niet beter dan altijd het grootste type noemen.",
      "That cannot be done here either: the register tells the type no better than always naming the largest type.")
  }
  /// How often an expectation came true.
  public func storyAccuracy(_ accuracy: Double, baseline: Double) -> String {
    say(
      "Zo’n verwachting kwam bij \(number.percentage(accuracy)) van de \(units) die wel antwoordden uit; altijd het grootste "
        + "type noemen bij \(number.percentage(baseline)).",
      "Such an expectation came true for \(number.percentage(accuracy)) of the \(units) that did answer; always naming the "
        + "largest type for \(number.percentage(baseline)).")
  }

  /// The strategy that comes first for a type, in short.
  public func storyExpectedStrategy(_ name: String, _ share: Double) -> String { "‘\(name)’, \(bestOften(share))" }

  // MARK: Neighbours

  /// The heading of the nearest units.
  public var storyNeighbours: String {
    say("Om van te leren: wie er het meest op lijken", "To learn from: those most like it")
  }
  /// On what they are near.
  public var storyNear: String {
    say(
      "De \(units) die het dichtst bij liggen in de kenmerken waaruit de typen zijn gemaakt.",
      "The \(units) that are nearest in the features that the types were made from.")
  }
  /// On what they are alike.
  public func storyAlike(_ features: String) -> String {
    say(
      "De \(units) met antwoorden die er volgens het register het meest op lijken (\(features)).",
      "The \(units) with answers that are most like it in the register (\(features)).")
  }
  /// The heading of a column: distance.
  public var storyDistance: String { say("afstand", "distance") }
  /// The heading of a column: number of people that answered.
  public var storyPeople: String { say("mensen", "people") }
  /// The heading of a column: what a neighbour has in place that is open here.
  public var storyMeets: String { say("al op orde", "already met") }
  /// How to read it.
  public func storyMeetsLegend(_ open: String) -> String {
    say(
      "Al op orde: de nummers van wat hier nog open staat (\(open)) en daar al geregeld is.",
      "Already met: the numbers of what is still open here (\(open)) and in place there.")
  }
}
