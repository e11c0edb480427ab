/// The sentences about amounts and weights: which change puts another strategy first, and how far one is from a bound.
extension Phrases {
  /// The heading above what would put another strategy first.
  public var flipsHeading: String { say("Wat zou de keuze omkeren?", "What would flip the choice?") }
  /// A change of one weight that puts another strategy first.
  ///
  /// - Parameters:
  ///   - criterion: The name of the criterion.
  ///   - from: Its present points.
  ///   - to: The points at which the other strategy comes first.
  ///   - strategy: The name of that strategy.
  /// - Returns: A sentence.
  public func weightFlip(_ criterion: String, from: Double, to: Double, strategy: String) -> String {
    guard from != to else { return alreadyEqual(strategy) }
    let texts = told(from, to)
    if to <= 0 {
      return say(
        "Telt ‘\(criterion)’ niet meer mee (0 in plaats van \(texts.from) punten), dan komt ‘\(strategy)’ bovenaan.",
        "If ‘\(criterion)’ no longer counts (0 instead of \(texts.from) points), ‘\(strategy)’ comes first.")
    }
    let times = from > 0 ? to / from : 0
    guard times >= 1.05 else {
      return say(
        "Telt ‘\(criterion)’ \(texts.to) in plaats van \(texts.from) punten, dan komt ‘\(strategy)’ bovenaan.",
        "If ‘\(criterion)’ counts \(texts.to) instead of \(texts.from) points, ‘\(strategy)’ comes first.")
    }
    let factor = times < 9.95 ? trimmed(times, 1) : number.decimal(times, digits: 0)
    return say(
      "Telt ‘\(criterion)’ \(factor) keer zo zwaar (\(texts.to) in plaats van \(texts.from) punten), dan komt "
        + "‘\(strategy)’ bovenaan.",
      "If ‘\(criterion)’ weighs \(factor) times as much (\(texts.to) instead of \(texts.from) points), ‘\(strategy)’ comes "
        + "first.")
  }
  /// A change of one amount that puts another strategy first.
  ///
  /// - Parameters:
  ///   - name: What is measured.
  ///   - unit: Its unit, if it has one.
  ///   - from: The present amount.
  ///   - to: The amount at which the other strategy comes first.
  ///   - change: The change as a share of the range over which the amount counts.
  ///   - strategy: The name of the other strategy.
  /// - Returns: Two sentences.
  public func amountFlip(
    _ name: String, unit: String?, from: Double, to: Double, change: Double, strategy: String
  ) -> String {
    guard from != to else { return alreadyEqual(strategy) }
    let texts = told(from, to)
    let part = number.frequency(change)
    let size = say(
      "Dat is een verandering van \(part) van de schaal waarop dit telt.",
      "That is a change of \(part) of the scale on which this counts.")
    if let unit, unit.lowercased() == name.lowercased() {
      return say(
        "Bij gemiddeld \(texts.to) \(unit) in plaats van \(texts.from) komt ‘\(strategy)’ bovenaan. \(size)",
        "With \(texts.to) \(unit) on average instead of \(texts.from), ‘\(strategy)’ comes first. \(size)")
    }
    let measure = unit.map { " (\($0))" } ?? ""
    return say(
      "Is ‘\(name)’ gemiddeld \(texts.to) in plaats van \(texts.from)\(measure), dan komt ‘\(strategy)’ bovenaan. \(size)",
      "If ‘\(name)’ is \(texts.to) on average instead of \(texts.from)\(measure), ‘\(strategy)’ comes first. \(size)")
  }
  /// That no weight flips the choice.
  public var noWeightFlip: String {
    say(
      "Verandert het gewicht van maar één criterium, dan blijft deze strategie bovenaan, hoe groot die verandering ook is.",
      "When the weight of only one criterion changes, this strategy stays first, however large the change.")
  }
  /// That no amount flips the choice.
  public var noAmountFlip: String {
    say(
      "Verandert maar één gemeten waarde, dan blijft deze strategie bovenaan, hoe groot die verandering ook is.",
      "When only one measured value changes, this strategy stays first, however large the change.")
  }
  private func alreadyEqual(_ strategy: String) -> String {
    say("‘\(strategy)’ scoort nu al even hoog.", "‘\(strategy)’ already scores as high.")
  }

  /// Two amounts with as few digits as tell them apart: one decimal at first, none from a hundred on, and two digits from
  /// a thousand on.
  func told(_ from: Double, _ to: Double) -> (from: String, to: String) {
    let isLarge = max(from.magnitude, to.magnitude) >= 1000
    for digits in 1...4 {
      let texts = [from, to].map { value in
        isLarge ? rounded(value, digits + 1) : trimmed(value, digits == 1 && value.magnitude >= 100 ? 0 : digits)
      }
      if texts[0] != texts[1] { return (texts[0], texts[1]) }
    }
    return (trimmed(from, 4), trimmed(to, 4))
  }

  /// A number without the decimals that are zero.
  private func trimmed(_ value: Double, _ digits: Int) -> String {
    let text = number.decimal(value, digits: digits)
    return text == number.decimal(value.rounded(), digits: digits) ? number.decimal(value, digits: 0) : text
  }

  /// A large amount to a number of significant digits.
  private func rounded(_ value: Double, _ digits: Int) -> String {
    var unit = 1.0
    while value.magnitude / unit >= 10 { unit *= 10 }
    for _ in 1..<digits where unit > 1 { unit /= 10 }
    return number.decimal((value / unit).rounded() * unit, digits: 0)
  }

  // MARK: Preconditions in numbers

  /// The preconditions that are not met, when there is an order to bring them about.
  public var stillOpenInOrder: String { say("Nog te regelen, in deze volgorde", "Still open, in this order") }
  /// An amount beside the bounds within which it must lie.
  ///
  /// - Parameters:
  ///   - amount: The amount.
  ///   - low: The least amount that passes, if there is one.
  ///   - high: The greatest amount that passes, if there is one.
  ///   - unit: The unit, if there is one.
  /// - Returns: A sentence.
  public func amountBesideBound(_ amount: Double, from low: Double?, to high: Double?, unit: String?) -> String {
    let nearest = [low, high].compactMap { $0 }.min { ($0 - amount).magnitude < ($1 - amount).magnitude }
    let now = nearest.map { told(amount, $0).from } ?? told(amount, 0).from
    let measure = unit.map { " (\($0))" } ?? ""
    switch (low.map(bound), high.map(bound)) {
    case (let low?, let high?):
      return say(
        "Nu \(now); nodig is \(low) tot \(high)\(measure).", "Now \(now); needed is \(low) to \(high)\(measure).")
    case (let low?, nil):
      return say(
        "Nu \(now); nodig is ten minste \(low)\(measure).", "Now \(now); at least \(low)\(measure) is needed.")
    case (nil, let high?):
      return say(
        "Nu \(now); nodig is ten hoogste \(high)\(measure).", "Now \(now); at most \(high)\(measure) is needed.")
    case (nil, nil): return say("Nu \(now)\(measure).", "Now \(now)\(measure).")
    }
  }

  /// A bound with no more digits than it has.
  private func bound(_ value: Double) -> String {
    let digits = (0...3).first { digits in
      let scale = [1.0, 10, 100, 1000][digits]
      return (value * scale).rounded() / scale == value
    }
    return number.decimal(value, digits: digits ?? 4)
  }
}
