/// The sentences of the criteria page about how sure the choices are, and what would turn them.
extension Phrases {
  /// The heading of how sure the choices are.
  public var surenessHeading: String { say("Hoe zeker is de keuze?", "How sure is the choice?") }
  /// The caption of how sure the choices are.
  public var surenessCaption: String {
    say(
      "De strategie die bovenaan staat, en wat andere gewichten zeggen",
      "The strategy in front, and what other weights say")
  }
  /// The heading of a column: what comes first when all criteria count the same.
  public var withEqualWeights: String { say("Als alles even zwaar telt", "When all count the same") }
  /// That another way puts the same strategy first.
  public var theSame: String { say("dezelfde", "the same") }
  /// That other ways of reckoning agree.
  public var agree: String { say("eens", "agree") }
  /// That other ways of reckoning do not agree.
  public var disagree: String { say("kiezen anders", "choose otherwise") }

  /// What would flip the choice, in the navigation.
  public var flipsShort: String { say("Wat de keuze omkeert", "What flips it") }
  /// How to read the changes that flip a choice.
  public var flipsIntro: String {
    say(
      "Wat moet er anders zijn, voordat een andere strategie bovenaan komt? We veranderen steeds één ding en laten de rest "
        + "zoals het is. Per type staan de drie kleinste veranderingen er, de kleinste eerst. Is er maar een kleine verandering "
        + "nodig, dan is de keuze minder zeker.",
      "What must change before another strategy comes first? Each time one thing is changed, and all else stays as it is. "
        + "For each type the three smallest changes are given, the smallest first. Where a small change is enough, the choice "
        + "is less sure.")
  }
  /// The caption of changes of weights.
  public var weightFlipsCaption: String {
    say("Andere punten voor één criterium", "Other points for one criterion")
  }
  /// The caption of changes of amounts.
  public var amountFlipsCaption: String {
    say("Een ander gemiddelde op één maat", "Another mean on one measure")
  }
  /// That no weight flips any choice.
  public var noWeightFlips: String {
    say(
      "Bij geen enkel type keert de keuze om door één criterium meer of minder punten te geven.",
      "For no type does the choice flip when one criterion is given more or fewer points.")
  }
  /// That no amount flips any choice.
  public var noAmountFlips: String {
    say(
      "Bij geen enkel type keert de keuze om door één maat te veranderen.",
      "For no type does the choice flip when one measure is changed.")
  }
  /// The heading of a column: what changes.
  public var whatChanges: String { say("Wat verandert", "What changes") }
  /// The heading of a column: the present points or amount.
  public var fromNow: String { say("Nu", "Now") }
  /// The heading of a column: the points or amount at which the choice flips.
  public var toThen: String { say("Keert om bij", "Flips at") }
  /// The heading of a column: what comes first then.
  public var thenFirst: String { say("Dan bovenaan", "Then in front") }
  /// Two amounts, each with as many digits as tell them apart.
  public func flipEnds(from: Double, to: Double) -> (from: String, to: String) {
    let texts = told(from, to)
    return (texts.from, texts.to)
  }
}
