/// The sentences about the weights of the units.
extension Phrases {
  /// The title of the weighting.
  public var weighting: String { say("Hoe is er gewogen?", "How was it weighted?") }
  /// Why and on what the units were weighted.
  public func weightingIntro(_ margins: [String]) -> String {
    let list = number.list(margins.map(lowered))
    return say(
      "Niet alle soorten \(units) antwoordden even vaak. Daarom kreeg elke \(unit) die antwoordde een gewicht. Soorten "
        + "die vaak antwoordden, tellen wat minder zwaar; soorten die weinig antwoordden, wat zwaarder. Samen tellen "
        + "zij zo als in het register. Daarbij is gelet op: \(list). De gewichten gelden voor de cijfers over de "
        + "gemiddelde \(unit); bij het maken van de typen telt elke \(unit) even zwaar.",
      "Not all kinds of \(units) answered equally often. So each \(unit) that answered got a weight. Kinds that "
        + "answered often count somewhat less; kinds that seldom answered somewhat more. Together they count as in the "
        + "register, by: \(list). The weights hold for the figures about the average \(unit); in making the types each "
        + "\(unit) counts the same.")
  }
  /// How the weights were found for several margins.
  ///
  /// - Parameters:
  ///   - rounds: The number of rounds.
  ///   - converged: Whether the weights came to rest.
  ///   - difference: The greatest relative difference from a margin that was left.
  /// - Returns: Two or three sentences.
  public func raking(rounds: Int, converged: Bool, difference: Double?) -> String {
    let left = difference.map { smallShare($0) }
    let times = number.count(rounds, one: round, many: self.rounds)
    let start = say(
      "Het wegen ging in rondes (raking): maak de gewichten passend bij het eerste kenmerk, dan bij het volgende, en "
        + "begin weer van voren af aan.",
      "The weighting went in rounds (raking): make the weights fit the first division, then the next, and begin again.")
    if converged {
      return start
        + say(
          " Na \(times) klopte alles"
            + (left.map { "; het grootste verschil met het register was \($0)." } ?? "."),
          " After \(times) everything fitted"
            + (left.map { "; the greatest difference from the register was \($0)." } ?? "."))
    }
    return start
      + say(
        " Na \(times) klopte het nog niet"
          + (left.map { ": het grootste verschil met het register is \($0)." } ?? ".")
          + " Lees de gewogen cijfers daarom voorzichtig.",
        " After \(times) it did not yet fit"
          + (left.map { ": the greatest difference from the register is \($0)." } ?? ".")
          + " So read the weighted figures with care.")
  }
  /// The word for one round of weighting.
  public var round: String { say("ronde", "round") }
  /// The word for several rounds of weighting.
  public var rounds: String { say("rondes", "rounds") }
  /// A small share: below a ten-thousandth it is no longer printed.
  public func smallShare(_ share: Double) -> String {
    share < 0.0001
      ? say("minder dan ", "less than ") + number.percentage(0.0001, digits: 2) : number.percentage(share, digits: 2)
  }
  /// How far the weights differ.
  public func weightRange(least: Double, greatest: Double) -> String {
    say(
      "De gewichten lopen van \(number.decimal(least, digits: 2)) tot \(number.decimal(greatest, digits: 2)): voor zo "
        + "veel \(units) van het register staat een \(unit) die antwoordde.",
      "The weights run from \(number.decimal(least, digits: 2)) to \(number.decimal(greatest, digits: 2)): for so many "
        + "\(units) of the register stands one that answered.")
  }
  /// How many weights were held within bounds.
  public func trimmed(raised: Int, lowered: Int) -> String {
    guard raised + lowered > 0 else {
      return say("Geen enkel gewicht hoefde te worden begrensd.", "No weight had to be held within bounds.")
    }
    return say(
      "Gewichten die te klein of te groot werden, zijn begrensd: \(small(raised)) \(raised == 1 ? "is" : "zijn") "
        + "verhoogd en \(small(lowered)) verlaagd.",
      "Weights that became too small or too large were held within bounds: \(small(raised)) "
        + "\(raised == 1 ? "was" : "were") raised and \(small(lowered)) lowered.")
  }
  /// What the differences between the weights cost.
  ///
  /// - Parameters:
  ///   - effect: Kish's design effect of the weights.
  ///   - answered: The number of units that answered.
  /// - Returns: A sentence.
  public func weightsCost(_ effect: Double, answered: Int) -> String {
    let worth = Int((Double(answered) / max(effect, 1)).rounded())
    return say(
      "Verschillen tussen gewichten maken een cijfer onzekerder. Het ontwerpeffect van de gewichten is "
        + "\(number.decimal(effect, digits: 2)) (Kish): de \(count(answered)) tellen daardoor als "
        + "\(number.integer(worth)) \(units) met gelijke gewichten.",
      "Differences between weights make a figure less sure. The design effect of the weights is "
        + "\(number.decimal(effect, digits: 2)) (Kish): the \(count(answered)) count as \(number.integer(worth)) "
        + "\(units) with equal weights.")
  }
  /// That one class was merged into another.
  public func mergedClass(_ cell: String, into other: String, margin: String) -> String {
    say(
      "\(margin): van ‘\(cell)’ antwoordden er te weinig. Deze soort is samengevoegd met ‘\(other)’.",
      "\(margin): too few of ‘\(cell)’ answered. This kind was merged with ‘\(other)’.")
  }
  /// The caption of a margin.
  public func marginCaption(_ label: String) -> String {
    say("Voor en na het wegen: \(label)", "Before and after weighting: \(label)")
  }
  /// The heading of a column: sum of the weights before.
  public var weightsBefore: String { say("Voor het wegen", "Before weighting") }
  /// The heading of a column: sum of the weights after.
  public var weightsAfter: String { say("Na het wegen", "After weighting") }
  /// The heading of a column: remark about a merged class.
  public func merged(into other: String) -> String { say("bij ‘\(other)’ gevoegd", "merged with ‘\(other)’") }
}
