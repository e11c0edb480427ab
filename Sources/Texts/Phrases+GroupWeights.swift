/// The sentences of the workbook in which a working group weighs the criteria.
extension Phrases {
  /// The title of the workbook.
  public var groupWeights: String { say("Gewichten van de werkgroep", "Weights of the working group") }
  /// What stands on the first sheet, a line each.
  ///
  /// - Parameters:
  ///   - total: What the points of a member add up to, as a text.
  ///   - criteria: The number of criteria.
  ///   - version: The version of the program.
  /// - Returns: The lines.
  public func groupWeightsLines(total: String, criteria: Int, version: String) -> [String] {
    [
      say(
        "Strategieën worden vergeleken op \(number.integer(criteria)) criteria. Niet elk criterium telt even zwaar. In deze "
          + "werkmap zegt elk lid van de werkgroep hoe zwaar elk criterium moet tellen. Een criterium met 10 punten telt "
          + "twee keer zo zwaar als een criterium met 5 punten.",
        "Strategies are compared on \(number.integer(criteria)) criteria. Not every criterion counts the same. In this "
          + "workbook each member of the working group says how much each criterion should count. A criterion with 10 points "
          + "counts twice as much as one with 5 points."),
      say(
        "Elk lid heeft een eigen blad. Vul uw blad in zonder eerst naar de andere bladen te kijken. Dan telt ieders eigen "
          + "oordeel.",
        "Each member has a sheet. Fill in your sheet without first looking at the others. Then everybody's own judgement "
          + "counts."),
      say(
        "Verdeel \(total) punten. Vul elke gele cel met een rand in. Telt een criterium voor u niet mee? Vul dan 0 in. "
          + "Cijfers achter de komma mogen.",
        "Divide \(total) points. Fill in every yellow cell with a border. Does a criterion not count for you? Then fill in "
          + "0. Decimals are allowed."),
      say(
        "Onder de punten staat hoeveel u nog kunt verdelen. Naast uw punten staat hoe zwaar elk criterium nu telt. Dat is "
          + "ter vergelijking: u hoeft het niet te volgen.",
        "Below the points stands how many are still to be divided. Beside your points stands how much each criterion counts "
          + "now. That is for comparison: you need not follow it."),
      say(
        "Alleen de gele cellen kunnen worden gewijzigd. Geef bladen liever geen andere naam en voeg geen rijen toe. Stuur de "
          + "werkmap daarna terug naar wie hem u gaf.",
        "Only the yellow cells can be changed. Please do not rename sheets or add rows. Then send the workbook back to whoever "
          + "gave it to you."),
      say("Gemaakt met Koers \(version)", "Made with Koers \(version)"),
    ]
  }
  /// The title of a member's sheet, before the name.
  public var weightsOf: String { say("Gewichten van", "Weights of") }
  /// What is asked above the points.
  public func divide(total: String) -> String {
    say(
      "Verdeel \(total) punten over de criteria. Hoe meer punten, hoe zwaarder een criterium telt.",
      "Divide \(total) points over the criteria. The more points, the more a criterion counts.")
  }
  /// The heads of the columns: the criterion, its points, the present points, what it means.
  public var weightHeads: [String] {
    [criterion, say("Uw punten", "Your points"), say("Nu", "Now"), say("Uitleg", "What it means")]
  }
  /// The name of the row with the sum.
  public var sumOfPoints: String { say("Samen", "Together") }
  /// Beside the sum: all points are divided.
  public var allDivided: String { say("Klaar: alle punten zijn verdeeld.", "Done: all points are divided.") }
  /// Beside the sum, before the number of points that are left.
  public var leftToDivide: String { say("Nog te verdelen:", "Still to be divided:") }
  /// Beside the sum, before the number of points that are too many.
  public var tooManyDivided: String { say("Te veel verdeeld:", "Too many:") }
  /// The title of the message beside a cell for points.
  public var pointsPrompt: String { say("Uw punten", "Your points") }
  /// What may be filled in.
  public func pointsBetween(total: String) -> String {
    say(
      "Vul een getal in van 0 tot en met \(total). Vul 0 in als dit criterium voor u niet meetelt.",
      "Fill in a number from 0 to \(total). Fill in 0 when this criterion does not count for you.")
  }
  /// The title of the message when something else was typed.
  public var noPoints: String { say("Dit zijn geen punten", "These are no points") }
}
