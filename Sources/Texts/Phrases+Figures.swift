// What the pages say around a figure.

extension Phrases {
  /// The line that opens the numbers of a figure.
  public var figureData: String { say("De cijfers bij deze figuur", "The figures in this chart") }
  /// The caption of the table with the numbers of a figure.
  public func figureData(of title: String) -> String {
    say("De cijfers bij: \(title)", "The figures in: \(title)")
  }
  /// The link from the map to the page of units.
  public var mapData: String {
    say("Zoek uw \(unit) in de tabel", "Find your \(unit) in the table")
  }

  // MARK: How well the types hold

  /// The title of the silhouettes.
  public var silhouetteFigure: String {
    say("Hoe goed \(units) bij hun type passen", "How well \(units) fit their type")
  }
  /// How to read the silhouettes.
  public func silhouetteCaption(least: Int) -> String {
    say(
      "Bij elk type staan de \(units) van goed passend naar slecht passend. Dicht bij 1: veel dichter bij het eigen type "
        + "dan bij elk ander. Onder 0: dichter bij een ander type. Elke staaf is een gemiddelde van ten minste "
        + "\(small(least)) \(units).",
      "For each type its \(units) stand from the best fitting to the worst. Near 1: much nearer to their own type than to "
        + "any other. Below 0: nearer to another type. Each bar is a mean of at least \(small(least)) \(units).")
  }
  /// The title of the stability of the types.
  public var stabilityFigure: String {
    say("Hoe vaak elk type terugkomt", "How often each type comes back")
  }
  /// How to read the stability of the types.
  public var stabilityFigureCaption: String {
    say(
      "Uit de \(units) werd telkens opnieuw getrokken. De staaf zegt hoeveel van het type dan terugkomt: 1 is alles. De "
        + "lijnen zijn grenzen tussen oordelen.",
      "The \(units) were drawn again and again. The bar says how much of the type comes back: 1 is all of it. The lines "
        + "are bounds between grades.")
  }
  /// The title of the view of all members.
  public var memberFigure: String {
    say("Alle \(units) in één beeld", "All \(units) in one view")
  }
  /// How to read the view of all members.
  ///
  /// - Parameters:
  ///   - shown: The number of units in the squares that are drawn.
  ///   - hidden: The number of units in the others.
  ///   - least: The least number of units in a square that is drawn.
  /// - Returns: Some sentences.
  public func memberCaption(shown: Int, hidden: Int, least: Int) -> String {
    let squares = say(
      "Dit zijn de twee richtingen waarin \(units) het meest verschillen. Elk vak telt ten minste \(small(least)) \(units): hoe "
        + "meer, hoe groter. De letter is het type waar de meeste bij horen, en het vak is gevuld tot hun aandeel. Het rondje "
        + "is het midden van een type; binnen de ellips ligt ongeveer de helft.",
      "These are the two directions in which \(units) differ most. Each square counts at least \(small(least)) \(units): "
        + "the more, the larger. The letter is the type that most of them belong to, and the square is filled up to their "
        + "share. The disc is the middle of a type; about half of it lies within the ellipse.")
    let counts =
      hidden > 0
      ? say(
        " Getekend: \(count(shown)). Niet getekend, omdat zij met te weinig in een vak staan: \(number.integer(hidden)).",
        " Shown: \(count(shown)). Not shown, because too few stand in their square: \(number.integer(hidden)).") : ""
    return squares + counts
  }
  /// What lies at the far end of a direction: `meer inwoners, fte; minder eilanden`.
  public func directionMeaning(high: [String], low: [String]) -> String {
    let more = high.isEmpty ? nil : say("meer van ", "more of ") + high.joined(separator: ", ")
    let less = low.isEmpty ? nil : say("minder van ", "less of ") + low.joined(separator: ", ")
    return [more, less].compactMap { $0 }.joined(separator: "; ")
  }

  // MARK: The choice of strategies

  /// The heading above the value functions.
  public var valueFigures: String { say("Hoe telt elk criterium mee?", "How does each criterion count?") }
  /// The same in the navigation.
  public var valueFiguresShort: String { say("Van maat naar waarde", "From amount to value") }
  /// How to read the value functions.
  public var valueFiguresIntro: String {
    say(
      "Elke strategie zoekt iets anders. Een lijn zegt hoeveel een maat voor de strategieën telt die eronder staan: 0 is niets, "
        + "1 is zo veel als kan. De letters zijn de typen.",
      "Each strategy looks for something else. A line says how much an amount counts for the strategies named below it: 0 is "
        + "nothing, 1 is as much as it can. The letters are the types.")
  }
  /// The title of what scores are made of.
  public func contributionFigure(_ letter: String) -> String {
    say("Waaruit de score is opgebouwd, type \(letter)", "What the score is made of, type \(letter)")
  }
  /// How to read what scores are made of.
  public var contributionFigureCaption: String {
    say(
      "De drie strategieën die vooraan staan. Elk stuk van een staaf is wat een criterium bijdraagt; samen zijn zij de score.",
      "The three strategies in front. Each piece of a bar is what a criterion adds; together they are the score.")
  }
  /// The criteria that add little, together.
  public var otherCriteria: String { say("andere criteria samen", "other criteria together") }

  // MARK: All answers

  /// The heading above the answers to statements.
  public var allAnswers: String { say("Hoe de antwoorden verdeeld zijn", "How the answers are spread") }
  /// The same in the navigation.
  public var allAnswersShort: String { say("Alle antwoorden", "All answers") }
  /// What the answers to statements are about.
  public func allAnswersIntro(minimum: Int) -> String {
    say(
      "Onder de respondenten, ongewogen. Een stelling staat er alleen bij als elk antwoord door ten minste \(small(minimum)) "
        + "mensen is gegeven.",
      "Among the respondents, unweighted. A statement is shown only if each answer was given by at least \(small(minimum)) "
        + "people.")
  }
  /// The statements that belong to no group.
  public var otherStatements: String { say("Andere stellingen", "Other statements") }
  /// How to read the answers to statements.
  public var answersCaption: String {
    say(
      "Elke balk is iedereen die antwoordde (n), verdeeld over de antwoorden.",
      "Each bar is everybody who answered (n), divided over the answers.")
  }
}
