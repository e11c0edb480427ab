/// The sentences about how answers of people became values of units.
extension Phrases {
  /// The title of the aggregation.
  public var aggregation: String { say("Van mensen naar \(units)", "From people to \(units)") }
  /// How the answers of one unit were taken together.
  public func aggregationIntro(median: Bool) -> String {
    say(
      "Mensen vullen de vragenlijst in, maar de typen gaan over \(units). De waarde van een \(unit) is "
        + (median ? "de middelste waarde" : "het gemiddelde")
        + " van de antwoorden van de mensen die daar werken. Bij elke waarde is bijgehouden op hoeveel antwoorden zij "
        + "rust en hoe "
        + "onzeker zij is.",
      "People fill in the questionnaire, but the types are about \(units). The value of a \(unit) is the "
        + (median ? "median" : "mean")
        + " of the answers of the people who work there. For each value it was kept on how many answers it rests and "
        + "how "
        + "uncertain it is.")
  }
  /// What the replicates are.
  public func replicatesExplained(_ count: Int) -> String {
    say(
      "Daarna zijn de respondenten binnen elke \(unit) \(number.integer(count)) keer opnieuw getrokken. Een \(unit) "
        + "met één of twee antwoorden leent daarbij de spreiding van de andere. Alles wat dit rapport over zekerheid "
        + "zegt, komt uit deze trekkingen.",
      "Then the respondents within each \(unit) were redrawn \(number.integer(count)) times. A \(unit) with one or two "
        + "answers borrows the spread of the others. Everything that this report says about certainty comes from these "
        + "draws.")
  }

  // MARK: Agreement

  /// The heading of the agreement.
  public var agreement: String {
    say("Zijn mensen van dezelfde \(unit) het eens?", "Do people of one \(unit) agree?")
  }
  /// What the three measures of agreement mean, with the thresholds and where they come from.
  public var agreementExplained: String {
    say(
      "ICC(1) zegt welk deel van de verschillen tussen mensen samenhangt met hun \(unit): 0,01 is weinig, 0,10 "
        + "middelmatig en 0,25 veel. ICC(2) zegt hoe betrouwbaar het gemiddelde van een \(unit) is; gewenst is 0,70 of "
        + "meer. rwg zegt hoe eens mensen van dezelfde \(unit) het zijn: bij 0 zo weinig alsof iedereen zomaar iets "
        + "invulde, bij 1 helemaal; vanaf 0,70 heet dat sterk. De grenzen komen uit LeBreton en Senter (2008).",
      "ICC(1) tells which part of the differences between people goes with their \(unit): 0.01 is little, 0.10 medium "
        + "and 0.25 much. ICC(2) tells how reliable the mean of a \(unit) is; 0.70 or more is wanted. rwg tells how "
        + "far people of one \(unit) agree: at 0 as little as if all had answered at random, at 1 wholly; from 0.70 on "
        + "it is called strong. The thresholds are from LeBreton and Senter (2008).")
  }
  /// The range of the reliability of a unit's mean over the indices.
  ///
  /// - Parameters:
  ///   - low: The least ICC(2).
  ///   - high: The greatest ICC(2).
  ///   - reached: How many reach 0.70.
  ///   - total: How many there are.
  /// - Returns: One or two sentences.
  public func agreementRange(_ low: Double, _ high: Double, reached: Int, of total: Int) -> String {
    let from = number.decimal(low, digits: 2)
    let to = number.decimal(high, digits: 2)
    return say(
      "Bij de indexen loopt ICC(2) van \(from) tot \(to); \(small(reached)) van de \(small(total)) "
        + "\(reached == 1 ? "haalt" : "halen") 0,70."
        + (reached < total
          ? " De waarde van één \(unit) is dus vaak onzeker. Daarom staat er overal bij hoe zeker een uitkomst is."
          : ""),
      "For the indices ICC(2) runs from \(from) to \(to); \(small(reached)) of the \(small(total)) "
        + "\(reached == 1 ? "reaches" : "reach") 0.70."
        + (reached < total
          ? " So the value of a single \(unit) is often uncertain. That is why it is always said how sure an outcome is."
          : ""))
  }
  /// The caption of the agreement on the indices.
  public var agreementOfIndices: String { say("Overeenstemming per index", "Agreement on each index") }
  /// The caption of the agreement on the questions.
  public var agreementOfQuestions: String { say("Overeenstemming per vraag", "Agreement on each question") }
  /// The heading of a column: index.
  public var indexLabel: String { say("Index", "Index") }
  /// The heading of a column: question.
  public var questionLabel: String { say("Vraag", "Question") }

  // MARK: Functions

  /// The heading of the mix of functions.
  public var functions: String { say("Wie antwoordden er?", "Who answered?") }
  /// Whether the mix of functions was evened out.
  public func functionsIntro(adjusted: Bool) -> String {
    adjusted
      ? say(
        "Mensen met een andere functie antwoorden soms anders. Welke functies antwoordden, verschilt per \(unit). "
          + "Daarom is gerekend alsof bij elke \(unit) dezelfde mix van functies antwoordde. Onder de tabel is na te "
          + "lezen hoeveel elke functie van die mix afwijkt; dat verschil is eraf gehaald.",
        "People with another function sometimes answer differently. Which functions answered differs by \(unit). So it "
          + "was reckoned as if the same mix of functions had answered in each \(unit). Below the table one can read "
          + "how far each function lies from that mix; this difference was taken off.")
      : say(
        "Welke functies antwoordden, verschilt per \(unit). De uitkomsten zijn daar niet voor aangepast.",
        "Which functions answered differs by \(unit). The outcomes were not adjusted for it.")
  }
  /// The caption of the functions.
  public var functionsCaption: String { say("Functies van de respondenten", "Functions of the respondents") }
  /// The caption of the effects of functions.
  public var functionEffects: String {
    say(
      "Hoeveel elke functie anders antwoordt, op de schaal van het kenmerk (of van zijn logaritme)",
      "How differently each function answers, on the scale of the feature (or of its logarithm)")
  }
  /// The heading of a column: function.
  public var functionLabel: String { say("Functie", "Function") }
  /// The heading of a column: share in the reference mix.
  public var referenceMix: String { say("Deel van de mix", "Part of the mix") }

  // MARK: Pooling

  /// The heading of the pooling.
  public var pooling: String { say("Weinig antwoorden: hulp van de groep", "Few answers: help from the group") }
  /// What pooling is.
  ///
  /// - Parameter byGroup: Whether values were drawn towards the mean of a group, or of all units.
  /// - Returns: The sentences.
  public func poolingExplained(byGroup: Bool) -> String {
    let nl = byGroup ? "vergelijkbare \(units)" : "alle \(units)"
    let en = byGroup ? "comparable \(units)" : "all \(units)"
    return say(
      "Van sommige \(units) antwoordden maar weinig mensen. Dan bepaalt het toeval veel. Daarom is elke waarde een "
        + "stukje naar het gemiddelde van \(nl) geschoven: hoe minder antwoorden, en hoe minder "
        + "\(units) van elkaar verschillen, hoe groter het stukje.",
      "Of some \(units) only few people answered. Then chance decides much. So each value was moved somewhat towards "
        + "the mean of \(en): the fewer the answers, and the less \(units) differ, the further.")
  }
  /// How many units moved.
  public func poolingMoved(_ moved: Int, distance: Double) -> String {
    let steps = number.decimal(distance, digits: 2)
    return say(
      "Op ten minste één kenmerk \(moved == 1 ? "schoof" : "schoven") zo \(count(moved)) \(steps) standaardafwijking "
        + "of meer op.",
      "On at least one feature \(count(moved)) moved by \(steps) standard deviations or more in this way.")
  }
  /// The caption of the pooling by feature.
  public var poolingCaption: String {
    say("Hoeveel waarden opschoven, per kenmerk", "How far values moved, by feature")
  }
  /// The caption of the number of units that moved.
  public var movedCaption: String {
    say("Hoeveel \(units) opschoven, op ten minste één kenmerk", "How many \(units) moved, on at least one feature")
  }
  /// The heading of a column: distance moved.
  public var movedDistance: String { say("Standaardafwijkingen, ten minste", "Standard deviations, at least") }
  /// The heading of a column: mean pull.
  public var poolingPull: String { say("Gewicht van de groep", "Weight of the group") }
  /// The heading of a column: mean change.
  public var poolingMean: String { say("Gemiddelde verschuiving", "Mean change") }
  /// The heading of a column: greatest change.
  public var poolingMost: String { say("Grootste verschuiving", "Greatest change") }
}
