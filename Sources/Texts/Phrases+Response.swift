/// The sentences about who took part and who did not.
extension Phrases {
  // MARK: Ledgers

  /// The title of the response.
  public var response: String { say("Wie deden er mee?", "Who took part?") }
  /// What the ledgers are.
  public var ledgersIntro: String {
    say(
      "Niets raakt zoek: elke ingevulde vragenlijst en elke \(unit) staat precies één keer in deze telling.",
      "Nothing is lost: each completed questionnaire and each \(unit) appears exactly once in this count.")
  }
  /// When the questionnaire could be filled in.
  public func fieldwork(from: String, to: String) -> String {
    say(
      "De vragenlijst kon worden ingevuld van \(date(from)) tot en met \(date(to)).",
      "The questionnaire could be filled in from \(date(from)) to \(date(to)).")
  }
  /// The share of the units that answered.
  public func responseRate(_ answered: Int, of register: Int) -> String {
    let share = number.percentage(Double(answered) / Double(max(register, 1)))
    return say(
      "Van \(number.integer(answered)) van de \(count(register)) kwam ten minste één antwoord: \(share).",
      "At least one answer came from \(number.integer(answered)) of the \(count(register)): \(share).")
  }
  /// The caption of the ledger of records.
  public var recordLedger: String { say("Ingevulde vragenlijsten", "Completed questionnaires") }
  /// The caption of the ledger of units.
  public var unitLedger: String { capitalised(units) }
  /// The heading of a column: outcome.
  public var outcome: String { say("Uitkomst", "Outcome") }
  /// The heading of a column: count.
  public var countLabel: String { say("Aantal", "Count") }
  /// The last row of a ledger.
  public var sum: String { say("Samen", "Together") }
  /// The name of an outcome in the ledgers; an outcome that is not known stays as it is.
  public func outcome(_ name: String) -> String {
    switch name {
    case "used": say("gebruikt", "used")
    case "partial": say("te weinig ingevuld, niet gebruikt", "too little filled in, not used")
    case "duplicate": say("dubbel", "duplicate")
    case "no_unit": say("hoort niet bij een \(unit)", "belongs to no \(unit)")
    case "excluded": say("buiten de afbakening", "outside the scope")
    case "quarantined": say("apart gezet: niet te lezen", "set aside: not readable")
    case "respondent": say("antwoordde", "answered")
    case "non_respondent": say("antwoordde niet", "did not answer")
    case "merged_away": say("opgegaan in een andere \(unit)", "merged into another \(unit)")
    default: name
    }
  }

  // MARK: Those who did not answer

  /// How often the register told the type of units that answered.
  public func expectedCheck(accuracy: Double, baseline: Double) -> String {
    let (right, blind) = (
      number.integer(Int((100 * accuracy).rounded())), number.integer(Int((100 * baseline).rounded()))
    )
    return say(
      "Nagegaan bij wie wel antwoordde: in \(right) van de 100 gevallen was het type dat zo het meest te verwachten is het "
        + "juiste; wie altijd het grootste type noemt, heeft het in \(blind) van de 100 goed.",
      "Checked on those that did answer: in \(right) of 100 cases the type most to be expected was the right one; whoever "
        + "always names the largest type is right in \(blind) of 100.")
  }
  /// That nothing can be said of the units without answers.
  public func expectedUnknown(check: String) -> String {
    say(
      "Welk type de \(units) hebben die niet antwoordden, is niet te zeggen: wat het register over hen weet, voorspelt het "
        + "type niet duidelijk beter dan altijd het grootste type noemen. \(check)",
      "The types of the \(units) that did not answer cannot be told: what the register knows of them does not predict the "
        + "type clearly better than always naming the largest type. \(check)")
  }
  /// What may be expected of the units without answers.
  public var expectedIntro: String {
    say(
      "Van de \(units) die niet antwoordden, weten we wel wat in het register staat. Elk daarvan is vergeleken met "
        + "\(units) die er in het register op lijken en wel antwoordden. Zo zouden ze zich naar verwachting "
        + "verdelen; voor een enkele \(unit) is dit een verwachting, geen meting.",
      "Of the \(units) that did not answer we know what the register holds. Each was compared with \(units) that "
        + "are alike in the register and did answer. This is how they may be expected to divide; for a single "
        + "\(unit) it is an expectation, no measurement.")
  }
  /// The caption of the table.
  public var expectedCaption: String {
    say("Verwachte typen van wie niet antwoordde", "Expected types of those who did not answer")
  }
  /// The heading of a column: those that answered.
  public var answeredLabel: String { say("Antwoordde", "Answered") }
  /// The heading of a column: expected.
  public var expectedLabel: String { say("Verwacht bij wie niet antwoordde", "Expected of those who did not") }

  // MARK: Response by class

  /// The title of the response by class.
  public var responseTables: String { say("Antwoordden alle soorten \(units)?", "Did all kinds of \(units) answer?") }
  /// What the tables of the response show.
  public var responseTablesIntro: String {
    say(
      "Het register kent alle \(units). Zo zien we welke soorten minder vaak antwoordden dan andere.",
      "The register knows all \(units). So we see which kinds answered less often than others.")
  }
  /// Which class answered most and which least.
  public func responseRange(most: String, _ high: Double, least: String, _ low: Double) -> String {
    say(
      "Het vaakst antwoordde: \(most) (\(number.percentage(high))). Het minst vaak: \(least) "
        + "(\(number.percentage(low))).",
      "Most often: \(most) (\(number.percentage(high))). Least often: \(least) (\(number.percentage(low))).")
  }
  /// The caption of a table of the response.
  public func responseCaption(_ label: String) -> String { say("Respons: \(label)", "Response: \(label)") }
  /// The title of the folded table that crosses several divisions.
  public func responseCrossed(_ label: String) -> String {
    say("Alles tegelijk: \(label)", "All at once: \(label)")
  }
  /// The heading of a column: class.
  public var classLabel: String { say("Soort", "Kind") }
  /// The heading of a column: units in the register.
  public var inRegister: String { say("In het register", "In the register") }
  /// The heading of a column: the part that answered.
  public var responseRate: String { say("Respons", "Response") }
  /// The heading of a column: respondents.
  public var respondentsLabel: String { say("Respondenten", "Respondents") }

  // MARK: Questions without an answer

  /// The title of the folded table of questions without an answer.
  public var unanswered: String { say("Hoe vaak bleef een vraag open?", "How often was a question left open?") }
  /// What is said when no question was left open.
  public var allAnswered: String { say("Geen enkele vraag bleef open.", "No question was left open.") }
  /// The heading of a column: share without an answer.
  public var unansweredShare: String { say("Zonder antwoord", "Without an answer") }
  /// The heading of a column: respondents who were shown the question.
  public var shownTo: String { say("Kregen de vraag", "Were asked") }
}
