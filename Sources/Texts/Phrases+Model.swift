/// What the file with the typology says about itself.
extension Phrases {
  /// How to find the type of a unit with the file, a step each.
  public var modelUse: [String] {
    [
      say(
        "Neem van een \(unit) de waarde van elk kenmerk in 'features', in de eenheid van de bron. Bij een kenmerk met "
          + "'level' is dat 1 als de bron die waarde heeft en anders 0, of het deel van de antwoorden dat die optie kiest. "
          + "Ontbreekt de waarde, neem dan 'missing'.",
        "Take the value of a \(unit) on each feature in 'features', in the unit of its source. For a feature with 'level' "
          + "that is 1 when the source has that value and 0 otherwise, or the share of answers that chose the option. "
          + "Where there is no value, take 'missing'."),
      say(
        "Pas 'transform' toe: identity, one-hot, options en coordinates laten de waarde zoals zij is, log is de natuurlijke "
          + "logaritme, asinh de inverse sinus hyperbolicus, logit is ln(p / (1 - p)) met p = 0,01 + 0,98 keer de waarde, "
          + "rank zoekt de waarde op in 'values' en neemt de plaats in 'places', met een rechte lijn tussen twee waarden.",
        "Apply 'transform': identity, one-hot, options and coordinates leave the value as it is, log is the natural "
          + "logarithm, asinh the inverse hyperbolic sine, logit is ln(p / (1 - p)) with p = 0.01 + 0.98 times the value, "
          + "rank looks the value up in 'values' and takes the place in 'places', along a straight line between two."),
      say(
        "Breng wat onder 'low' of boven 'high' ligt naar die grens, trek 'centre' af, deel door 'spread' en vermenigvuldig "
          + "met 'weight'.",
        "Bring what lies below 'low' or above 'high' to that bound, subtract 'centre', divide by 'spread', and multiply by "
          + "'weight'."),
      say(
        "Het type is dat waarvan 'centroid' het dichtst bij ligt: tel de gekwadrateerde verschillen over alle kenmerken op, "
          + "in de volgorde van 'features'.",
        "The type is the one whose 'centroid' is nearest: add up the squared differences over all features, in the order of "
          + "'features'."),
      say(
        "Wat iets over één \(unit) zou kunnen verraden, staat niet in dit bestand. Zegt 'complete' false, dan ontbreekt "
          + "daardoor iets wat voor deze stappen nodig is; 'withheld' zegt wat en waarom.",
        "What could tell of a single \(unit) is not in this file. Where 'complete' says false, something that these steps "
          + "need is left out for that reason; 'withheld' says what and why."),
      noJudgement,
    ]
  }
  /// Why the fit of a feature is left out: it holds values of single units.
  public var withheldSingleUnits: String {
    say(
      "De waarden waarmee dit kenmerk is geschaald, zijn antwoorden van afzonderlijke \(units).",
      "The values by which this feature was scaled are answers of single \(units).")
  }
  /// Why the fit of a feature is left out: the questions behind it are not published.
  public var withheldUnpublished: String {
    say(
      "De vragen achter dit kenmerk worden niet gepubliceerd.", "The questions behind this feature are not published.")
  }
  /// Why the fit of a feature is left out: the scores of answers tell how few gave one.
  public var withheldScores: String {
    say(
      "De scores van de antwoorden vertellen hoeveel mensen elk antwoord gaven.",
      "The scores of the answers tell how many people gave each answer.")
  }
  /// Why the fit of a feature is left out: few units have the value, or few do not.
  public var withheldFew: String {
    say("Te weinig \(units) hebben deze waarde, of hebben haar niet.", "Too few \(units) have this value, or lack it.")
  }
  /// Why the centroid of a type is left out.
  public var withheldType: String {
    say(
      "Van dit type antwoordden te weinig \(units) of mensen, of het is weggelaten omdat een ander type anders uit te "
        + "rekenen zou zijn.",
      "Too few \(units) or people of this type answered, or it is left out because another type could otherwise be "
        + "computed.")
  }
}
