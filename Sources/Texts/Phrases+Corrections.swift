/// The sentences about corrections of a published wave.
extension Phrases {
  /// The title of the chapter.
  public var corrections: String { say("Correcties na publicatie", "Corrections after publication") }
  /// What a correction is.
  public var correctionsIntro: String {
    say(
      "Na de eerste publicatie van deze peiling zijn antwoorden gecorrigeerd. Alles in dit rapport is daarna opnieuw "
        + "berekend. De tabel zegt wanneer dat is gedaan en wat er anders is geworden.",
      "After the first publication of this wave answers were corrected. Everything in this report was then computed anew. "
        + "The table says when that was done and what became different.")
  }
  /// The caption of the table.
  public var correctionsCaption: String {
    say("Correcties, de nieuwste boven", "Corrections, the newest first")
  }
  /// The heading of a column: the day.
  public var correctionDay: String { say("Verwerkt op", "Processed on") }
  /// The heading of a column: respondents that came.
  public var peopleAdded: String { say("Mensen erbij", "People added") }
  /// The heading of a column: respondents that went.
  public var peopleRemoved: String { say("Mensen eraf", "People removed") }
  /// The heading of a column: respondents who answer otherwise.
  public var peopleChanged: String { say("Andere antwoorden", "Other answers") }
  /// The heading of a column: estimates.
  public var estimatesCorrected: String { say("Andere uitkomsten", "Other estimates") }
  /// The heading of a column: units.
  public var unitsCorrected: String {
    say("\(capitalised(units)) met een ander type", "\(capitalised(units)) of another type")
  }
  /// The heading of a column: types.
  public var strategiesCorrected: String { say("Typen met een andere strategie", "Types with another strategy") }
  /// The sentence on the main page.
  public func corrected(on day: String) -> String {
    say(
      "De antwoorden van deze peiling zijn na publicatie gecorrigeerd, voor het laatst op \(day).",
      "The answers of this wave were corrected after publication, most recently on \(day).")
  }
  /// The words of the link to the corrections.
  public var seeCorrections: String { say("Wat er is veranderd", "What changed") }
}
