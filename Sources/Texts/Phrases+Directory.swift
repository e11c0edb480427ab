/// The sentences of the list of all units, and of the search in it.
extension Phrases {
  /// The label of the field for a name.
  public var searchByName: String { say("Naam van uw \(unit)", "Name of your \(unit)") }
  /// The label of the choice of a type.
  public var searchByType: String { say("Alleen van type", "Only of type") }
  /// The choice of all types.
  public var everyType: String { say("alle typen", "all types") }
  /// What is said when nothing was found.
  public var foundNone: String {
    say(
      "Geen \(unit) gevonden. Kijk of de naam goed gespeld is.", "No \(unit) found. Check the spelling of the name.")
  }
  /// What is said when one was found.
  public var foundOne: String { say("1 \(unit) gevonden.", "1 \(unit) found.") }
  /// What is said when several were found; `#` stands for the number.
  public var foundMany: String { say("# \(units) gevonden.", "# \(units) found.") }
  /// The name of the links to the letters.
  public var toLetter: String { say("Naar de letter", "To the letter") }

  // MARK: Units without answers

  /// What stands beside a unit without answers.
  ///
  /// - Parameter shares: The letters of the likeliest types, each with the number of 100 units; at least one.
  /// - Returns: A sentence without a full stop.
  public func expectation(_ shares: [(letter: String, of100: Int)]) -> String {
    let nl = shares.map { "\($0.of100) bij type \($0.letter)" }
    let en = shares.map { "\($0.of100) are of type \($0.letter)" }
    return say(
      "verwachting: van 100 \(units) die hierop lijken, horen er ongeveer \(number.list(nl))",
      "expectation: of 100 \(units) like this one, about \(number.list(en))")
  }
  /// The heading of what is said of units without answers.
  public var withoutAnswers: String {
    say("Niet geantwoord: wat is te verwachten?", "No answer: what may be expected?")
  }
  /// How to read what is expected of them.
  public func expectationExplained(check: String) -> String {
    say(
      "Van \(units) die niet antwoordden, kennen we het type niet. Daar staat een verwachting bij: hoe vaak elk type "
        + "voorkomt bij \(units) die er volgens het register op lijken. Dat is geen meting. Wat een \(unit) zelf zou "
        + "antwoorden, weten we niet. \(check)",
      "Of \(units) that did not answer the type is not known. They have an expectation instead: how often each type occurs "
        + "among \(units) that are like them in the register. That is no measurement. What a \(unit) would answer itself is "
        + "not known. \(check)")
  }
  /// What is said when nothing can be expected: the shares of all types, and why no more.
  ///
  /// - Parameters:
  ///   - shares: Each type with its share of the units that answered, from 0 to 1.
  ///   - unknown: Why nothing can be said.
  /// - Returns: Some sentences.
  public func expectationOfAll(_ shares: [(letter: String, share: Double)], unknown: String) -> String {
    let nl = number.list(shares.map { "\(number.percentage($0.share)) bij type \($0.letter)" })
    let en = number.list(shares.map { "\(number.percentage($0.share)) are of type \($0.letter)" })
    return say(
      "\(unknown) Van alle \(units) die wel antwoordden, hoort \(nl).",
      "\(unknown) Of all \(units) that did answer, \(en).")
  }
}
