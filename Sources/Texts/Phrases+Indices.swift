/// The sentences about the indices and how reliable they are.
extension Phrases {
  /// The title of the indices.
  public var indices: String { say("Hoe betrouwbaar zijn de indexen?", "How reliable are the indices?") }
  /// The same in the navigation.
  public var indicesShort: String { say("Indexen", "Indices") }
  /// What an index is, and that there is no single score.
  public var indicesIntro: String {
    say(
      "Een index is het gemiddelde van enkele vragen over hetzelfde onderwerp. Hoe ver een \(unit) is, staat niet in "
        + "één cijfer: elke index blijft apart, zodat te zien is waar een \(unit) sterk en zwak is.",
      "An index is the mean of a few questions about the same subject. How far a \(unit) is does not stand in one "
        + "score: each index stays apart, so that one sees where a \(unit) is strong and weak.")
  }
  /// What alpha means, with the threshold and where it comes from.
  public var alphaExplained: String {
    say(
      "Alfa (Cronbach) zegt hoe goed de vragen van een index hetzelfde meten, meestal van 0 tot 1. Vanaf 0,70 is een "
        + "index goed genoeg om groepen te vergelijken (Nunnally, 1978).",
      "Alpha (Cronbach) tells how well the questions of an index measure the same thing, mostly from 0 to 1. From 0.70 "
        + "on an index is good enough to compare groups (Nunnally, 1978).")
  }
  /// That an index of one question has no alpha.
  public var singleItem: String {
    say("Een index van één vraag heeft geen alfa.", "An index of one question has no alpha.")
  }
  /// Which index is the weakest.
  public func weakestIndex(_ label: String, alpha: Double) -> String {
    let text = number.decimal(alpha, digits: 2)
    return alpha >= 0.7
      ? say(
        "Ook de zwakste index, ‘\(label)’, haalt dat met \(text).",
        "Even the weakest index, ‘\(label)’, reaches this with \(text).")
      : say(
        "Het zwakst is ‘\(label)’ met \(text): lees deze index voorzichtig.",
        "The weakest is ‘\(label)’ with \(text): read this index with care.")
  }
  /// The caption of the indices.
  public var indicesCaption: String { say("Betrouwbaarheid per index", "Reliability of each index") }
  /// The heading of a column: number of questions.
  public var itemsLabel: String { say("Vragen", "Questions") }
  /// The heading of a column: respondents who answered all questions.
  public var completeLabel: String { say("Volledig ingevuld", "Complete answers") }
  /// The heading of a column: alpha with its interval.
  public var alphaLabel: String { say("Alfa (marge 95 %)", "Alpha (95% interval)") }
  /// The title of the folded table of an index.
  public func itemsOf(_ index: String) -> String { say("De vragen van ‘\(index)’", "The questions of ‘\(index)’") }
  /// The heading of a column: correlation with the rest.
  public var itemRest: String { say("Samenhang met de rest", "Correlation with the rest") }
  /// The heading of a column: alpha without the question.
  public var alphaDropped: String { say("Alfa zonder deze vraag", "Alpha without this question") }
  /// How to read the table of the questions of an index.
  public var itemsNote: String {
    say(
      "Een vraag met een samenhang onder 0,30 past slecht bij de andere (Nunnally en Bernstein, 1994). Wordt alfa "
        + "hoger zonder een vraag, dan meet die vraag iets anders.",
      "A question with a correlation below 0.30 fits the others badly (Nunnally and Bernstein, 1994). When alpha rises "
        + "without a question, that question measures something else.")
  }
}
