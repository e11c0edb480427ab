/// The sentences of the report in one language.
///
/// Each sentence is a property or function, and each hands both languages to one private function, so that a missing
/// translation does not compile. The sentences are grouped by chapter in extensions of this type. They are written in
/// plain words (CEFR level B1), and call the units of the survey by the words of the pipeline.
public struct Phrases: Hashable, Sendable {
  /// The language that is spoken.
  public let language: Language
  /// How numbers are written.
  public let number: NumberText
  /// The word for one unit.
  public let unit: String
  /// The word for several units.
  public let units: String

  /// Creates the sentences of a language.
  public init(_ language: Language, units words: UnitWords) {
    self.language = language
    self.number = NumberText(language)
    self.unit = words.singular[language]
    self.units = words.plural[language]
  }

  /// Returns the text that belongs to the language.
  func say(_ nl: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
    switch language {
    case .nl: nl()
    case .en: en()
    }
  }

  /// Returns a count with the word for the units: `1 gemeente`, `250 gemeenten`.
  public func count(_ count: Int) -> String {
    number.count(count, one: unit, many: units)
  }

  /// Returns a date such as `2020-04-15` in words, or as it is when it is no date.
  public func date(_ iso: String) -> String {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]) else { return iso }
    return number.date(year: parts[0], month: parts[1], day: parts[2])
  }

  /// Returns a count up to twelve in words, and as digits above that.
  public func small(_ count: Int) -> String {
    let nl = ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"]
    let en = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    guard (0...12).contains(count) else { return number.integer(count) }
    return say(nl[count], en[count])
  }

  /// Returns a text with its first letter as a capital.
  public func capitalised(_ text: String) -> String {
    guard let first = text.first else { return text }
    if text.hasPrefix("één") { return "Eén" + text.dropFirst(3) }
    return first.uppercased() + text.dropFirst()
  }

  /// Returns a label as it stands within a sentence; an abbreviation keeps its capitals.
  public static func lowered(_ label: String) -> String {
    guard let first = label.first, let second = label.dropFirst().first, !second.isUppercase else { return label }
    return first.lowercased() + label.dropFirst()
  }
  /// Returns a label as it stands within a sentence, in any language.
  public func lowered(_ label: String) -> String { Self.lowered(label) }
}

// MARK: - How sure

extension Phrases {
  /// Returns how often an outcome held, in words: `in 83 van de 100 doorrekeningen`.
  ///
  /// - Parameter share: From 0 to 1; only an exact 0 or 1 reads as never or always.
  /// - Returns: A part of a sentence.
  public func often(_ share: Double) -> String {
    if share >= 1 { return say("in alle doorrekeningen", "in all recalculations") }
    if share <= 0 { return say("in geen enkele doorrekening", "in no recalculation") }
    let hundredths = Int((share * 100).rounded())
    if hundredths == 100 {
      return say("in meer dan 99 van de 100 doorrekeningen", "in more than 99 of 100 recalculations")
    }
    if hundredths == 0 {
      return say("in minder dan 1 van de 100 doorrekeningen", "in fewer than 1 of 100 recalculations")
    }
    return say("in \(hundredths) van de 100 doorrekeningen", "in \(hundredths) of 100 recalculations")
  }

  /// Returns the same in short, for a table: `83 van 100`.
  public func oftenShort(_ share: Double) -> String {
    let hundredths = Int((share * 100).rounded())
    if hundredths == 100, share < 1 { return say(">\u{A0}99\u{A0}van\u{A0}100", ">\u{A0}99\u{A0}of\u{A0}100") }
    if hundredths == 0, share > 0 { return say("<\u{A0}1\u{A0}van\u{A0}100", "<\u{A0}1\u{A0}of\u{A0}100") }
    return say("\(hundredths)\u{A0}van\u{A0}100", "\(hundredths)\u{A0}of\u{A0}100")
  }

  /// Returns the number of recalculations out of 100, for a cell of a table: `83`, `< 1`, `> 99`.
  ///
  /// Only an exact 0 or 1 reads as none or all.
  public func hundredths(_ share: Double) -> String {
    let hundredths = Int((share * 100).rounded())
    if hundredths == 100, share < 1 { return ">\u{A0}99" }
    if hundredths == 0, share > 0 { return "<\u{A0}1" }
    return number.integer(hundredths)
  }

  /// Returns how sure a type is, in words: from `zeer zeker` to `kan beide kanten op`.
  public func grade(_ sureness: Sureness) -> String {
    switch sureness {
    case .very: say("zeer zeker", "very sure")
    case .fairly: say("vrij zeker", "fairly sure")
    case .unsure: say("onzeker", "unsure")
    case .tossUp: say("kan beide kanten op", "a toss-up")
    }
  }

  /// The legend of the grades.
  ///
  /// - Parameter least: The least share of recalculations for very sure, fairly sure and unsure.
  /// - Returns: One sentence or two; nothing unless there are three shares.
  public func gradeLegend(_ least: [Double]) -> String {
    let bounds = least.map { number.integer(Int(($0 * 100).rounded())) }
    guard bounds.count == 3 else { return "" }
    return say(
      "Hoe zeker een type is: zeer zeker als het in \(bounds[0]) of meer van de 100 doorrekeningen hetzelfde blijft, vrij "
        + "zeker vanaf \(bounds[1]), onzeker vanaf \(bounds[2]), en anders kan het beide kanten op. Wie bijna even goed bij "
        + "een ander type past, telt als minder zeker.",
      "Very sure: the same type in \(bounds[0]) or more of 100 recalculations. Fairly sure: from \(bounds[1]) on. Unsure: "
        + "from \(bounds[2]) on. Otherwise: a toss-up. Whoever fits another type nearly as well counts as less sure.")
  }

  /// What a recalculation is.
  public func recalculations(_ count: Int?) -> String {
    let times = count.map { number.integer($0) }
    return say(
      "Per \(unit) hebben maar enkele mensen geantwoord. Met andere mensen was de uitkomst misschien anders geweest. "
        + "Daarom zijn de typen \(times.map { "\($0) keer" } ?? "vele keren") opnieuw doorgerekend, steeds met een nieuwe "
        + "greep uit de \(units) en hun antwoorden. Hoe vaak de uitkomst dan gelijk bleef, staat er steeds bij.",
      "Only a few people answered for each \(unit). With other people the outcome might have been different. So the "
        + "types were recalculated \(times.map { "\($0) times" } ?? "many times"), each time with a fresh draw from the "
        + "\(units) and their answers. How often the outcome stayed the same is always shown.")
  }

  /// How the strategies were recalculated.
  ///
  /// - Parameters:
  ///   - draws: The number of joint draws.
  ///   - bounds: How far a weight may lie from what was agreed, as a share of it.
  /// - Returns: A sentence.
  public func strategyRecalculations(draws: Int, bounds: Double) -> String {
    let times = number.integer(draws)
    guard bounds > 0 else {
      return say(
        "De strategieën zijn \(times) keer doorgerekend.", "The strategies were recalculated \(times) times.")
    }
    let share = number.percentage(bounds)
    return say(
      "De strategieën zijn \(times) keer doorgerekend. Daarbij is ook elk gewicht telkens anders gekozen, tot \(share) "
        + "hoger of lager dan afgesproken.",
      "The strategies were recalculated \(times) times. Each weight was varied as well, up to \(share) above or below "
        + "what was agreed.")
  }

  /// When a strategy counts as a clear winner.
  public func winnerRule(share: Double, ahead: Double) -> String {
    let least = number.decimal(share * 100, digits: 0)
    let more = number.decimal(ahead * 100, digits: 0)
    return say(
      "Een strategie wint duidelijk als zij in ten minste \(least) van de 100 doorrekeningen bovenaan komt, en in ten "
        + "minste \(more) van de 100 meer dan de volgende. Anders is er geen duidelijke winnaar.",
      "A strategy wins clearly when it comes first in at least \(least) of 100 recalculations, and in at least \(more) "
        + "of 100 more than the next. Otherwise there is no clear winner.")
  }

  /// The words in place of a type for a unit with too few respondents.
  public var tooFew: String {
    say("wel geantwoord, te weinig om te tonen", "answered, too few to show")
  }

  /// The words in place of a type for a unit without respondents.
  public var noAnswer: String { say("niet geantwoord", "did not answer") }

  /// The words in place of a strategy when none wins.
  public var noClearWinner: String { say("geen duidelijke winnaar", "no clear winner") }

  /// What is said of simulated data on every page and figure.
  public var simulated: String {
    say("gesimuleerde gegevens, geen uitspraak over deze \(unit)", "simulated data, no statement about this \(unit)")
  }
}
