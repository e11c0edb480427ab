import Diagnostics
public import Settings
public import Tables

/// What a simulated wave is to look like: how many answer, which latent types there are, and the margins to be met.
public struct SimulationPlan: Hashable, Sendable {
  /// The name of the wave.
  public var name: String
  /// What the wave is, for readers.
  public var about: LocalText
  /// The seed of all draws.
  public var seed: UInt64
  /// The number of records, those of outsiders included.
  public var respondents: Int
  /// The number of units that answer.
  public var units: Int
  /// The day to which names of units belong.
  public var date: CalendarDate
  /// The first day of the fieldwork.
  public var from: CalendarDate
  /// The last day of the fieldwork.
  public var to: CalendarDate
  /// The attribute of the register that tells how large a unit is; larger units answer more often, and with more people.
  public var size: String?
  /// How strongly the number of respondents grows with size: the exponent of size in the weight of a unit.
  public var sizeExponent: Double
  /// How strongly amounts and counts grow with size: the exponent of size.
  public var amountExponent: Double
  /// The names of units that always answer.
  public var always: [String]
  /// Names that are no unit of the register, each typed by one respondent.
  public var outsiders: [String]
  /// How names of units are typed.
  public var spellings: Spellings
  /// The functions of respondents.
  public var functions: [Group]
  /// The fields that respondents work in.
  public var fields: [Group]
  /// The shares to be met exactly, when rounded to the percentage, over all records.
  public var margins: [Margin]
  /// How answers vary.
  public var noise: Noise
  /// Which questions are shown to whom.
  public var routing: [Route]
  /// The latent types.
  public var types: [LatentType]
  /// The plan of the wave that this one follows, as the file names it.
  public var follows: String?
  /// What happened since the wave that this one follows.
  public var since: WaveStep?

  /// A share to be met: of the two highest answers to a scale, of the affirmative to anything else.
  public struct Margin: Hashable, Sendable {
    /// The question.
    public var question: String
    /// The percentage.
    public var percent: Double
  }

  /// A group of respondents that answers a little differently.
  public struct Group: Hashable, Sendable {
    /// The code.
    public var code: String
    /// The share among respondents, relative to the other groups.
    public var share: Double
    /// What is added to the answers of a question or index, in points of its scale.
    public var shifts: [String: Double]
  }

  /// A question that is shown only when another has not this answer.
  public struct Route: Hashable, Sendable {
    /// The question that may be skipped.
    public var question: String
    /// The question that decides.
    public var unless: String
    /// The answer that makes it skip.
    public var holds: String
  }

  /// Reads a plan, and leaves a finding for everything that is wrong with it.
  ///
  /// A plan that follows another takes from it what it does not say itself: size and exponents, who always answers,
  /// outsiders, spellings, functions, fields, noise and routing; and every type that it does not describe anew. Margins
  /// are those of one wave, and are not taken over.
  ///
  /// - Parameters:
  ///   - reader: The file.
  ///   - earlier: The plan that this one follows, if any.
  public init(reading reader: SettingsReader, after earlier: SimulationPlan? = nil) {
    name = reader.text("name")
    about = reader.localText("about")
    seed = UInt64(reader.integer("seed", default: 1, in: 0...Int.max))
    respondents = reader.integer("respondents", in: 1...100_000_000)
    units = reader.integer("units", in: 1...100_000_000)
    let stand = CalendarDate(year: 1, month: 1, day: 1)
    func day(_ key: String, _ reader: SettingsReader) -> CalendarDate? {
      let text = reader.text(key)
      if let date = CalendarDate(iso: text) { return date }
      reader.reject(
        key, rule: "not-a-date", value: text, message: "'\(key)' holds \"\(text)\", which is not a day",
        mend: "write it as 2020-04-15")
      return stand
    }
    let days = reader.section("fieldwork") { (from: day("from", $0), to: day("to", $0)) }
    guard let date = day("date", reader), let from = days.from, let to = days.to else {
      preconditionFailure("the first day of the calendar exists")
    }
    self.date = date
    self.from = from
    self.to = to
    if from > to {
      reader.reject(
        "fieldwork", rule: "empty-range", message: "the fieldwork ends before it begins",
        mend: "exchange 'from' and 'to'")
    }
    func own<Value>(_ key: String, _ inherited: KeyPath<SimulationPlan, Value>, _ read: () -> Value) -> Value {
      if let earlier, reader.node(key) == nil { return earlier[keyPath: inherited] }
      return read()
    }
    size = reader.text("size", default: earlier?.size)
    sizeExponent = reader.number("size-exponent", default: earlier?.sizeExponent ?? 0.4, in: 0...3)
    amountExponent = reader.number("amount-exponent", default: earlier?.amountExponent ?? 0, in: 0...3)
    always = own("always", \.always) { reader.texts("always") }
    outsiders = own("outsiders", \.outsiders) { reader.texts("outsiders") }
    spellings = own("spellings", \.spellings) { reader.section("spellings", read: Spellings.init) }
    functions = own("functions", \.functions) { reader.named("functions", read: Group.init).map(\.value) }
    fields = own("fields", \.fields) { reader.named("fields", read: Group.init).map(\.value) }
    margins = reader.shares("margins", in: 0...100).map { Margin(question: $0.key, percent: $0.value) }
    noise = own("noise", \.noise) { reader.section("noise", read: Noise.init) }
    routing = own("routing", \.routing) { reader.sections("routing") { Route(reading: $0) } }
    types = reader.named("types", read: LatentType.init).map(\.value)
    if let earlier {
      let described = types
      types = earlier.types.map { type in described.first { $0.name == type.name } ?? type }
      types += described.filter { type in !earlier.types.contains { $0.name == type.name } }
    }
    follows = reader.text("follows", default: nil)
    since = follows == nil ? nil : reader.section("since", read: WaveStep.init)
    if follows == nil, reader.node("since") != nil {
      reader.reject(
        "since", rule: "crossed-keys", message: "'since' tells what happened since a wave, and 'follows' names none",
        mend: "add 'follows:' with the plan of the earlier wave, or remove 'since'")
    }
    if let earlier, date <= earlier.date {
      reader.reject(
        "date", rule: "crossed-dates", value: date.iso,
        message: "the wave of \(date.iso) cannot follow one of \(earlier.date.iso)",
        mend: "correct the date, or follow an earlier wave")
    }
    if types.isEmpty {
      reader.reject(
        "types", rule: "empty-list", message: "there are no latent types", mend: "add at least one under 'types:'")
    }
    if units + outsiders.count > respondents {
      reader.reject(
        "respondents", rule: "too-few", value: String(respondents),
        message: "\(respondents) respondents cannot answer for \(units) units and \(outsiders.count) outsiders",
        mend: "raise 'respondents', or lower 'units'")
    }
  }
}

extension SimulationPlan.Group {
  init(_ name: String, _ reader: SettingsReader) {
    code = name
    share = reader.number("share", default: 1, in: 0...1_000_000)
    shifts = Dictionary(reader.shares("shifts", in: -4...4), uniquingKeysWith: { first, _ in first })
  }
}

extension SimulationPlan.Route {
  init(reading reader: SettingsReader) {
    question = reader.text("question")
    unless = reader.text("unless")
    holds = reader.text("holds")
  }
}

/// How answers vary within a type.
public struct Noise: Hashable, Sendable {
  /// How far types lie apart: the factor by which their means differ from the middle of the scale.
  public var contrast: Double
  /// The standard deviation of answers within a type, in points of a scale of five.
  public var spread: Double
  /// The share of that variance that lies between units, by default.
  public var icc: Double
  /// The share of that variance that lies between units, of single questions.
  public var iccs: [String: Double]
  /// The share of answers that are missing, of questions without a margin.
  public var missing: Double
  /// The share of answers that are missing, of single questions.
  public var missings: [String: Double]
  /// The share that answers "don't know" where that can be answered.
  public var unknown: Double

  init(reading reader: SettingsReader) {
    contrast = reader.number("contrast", default: 1, in: 0...10)
    spread = reader.number("spread", default: 1, in: 0.01...10)
    icc = reader.number("icc", default: 0.2, in: 0...1)
    iccs = Dictionary(reader.shares("icc-of", in: 0...1), uniquingKeysWith: { first, _ in first })
    missing = reader.number("missing", default: 0.03, in: 0...1)
    missings = Dictionary(reader.shares("missing-of", in: 0...1), uniquingKeysWith: { first, _ in first })
    unknown = reader.number("unknown", default: 0.1, in: 0...1)
  }

  func icc(of question: String) -> Double { iccs[question] ?? icc }

  /// The share of missing answers to a question; a single option of a multi-select does not go missing by itself.
  func missing(of question: SimulatedQuestion) -> Double {
    if let own = missings[question.name] { return own }
    if case .option = question.kind { return 0 }
    return missing
  }
}

/// How names of units are typed, as shares; what remains is typed exactly.
public struct Spellings: Hashable, Sendable {
  /// In lower case.
  public var lower: Double
  /// In upper case.
  public var upper: Double
  /// After one of the register's prefixes.
  public var prefixed: Double
  /// With a space behind it.
  public var spaced: Double
  /// As one of the register's variants, when the unit has any.
  public var variant: Double
  /// By the name of a unit that went whole into it, when there is one.
  public var former: Double

  init(reading reader: SettingsReader) {
    lower = reader.number("lower", default: 0.06, in: 0...1)
    upper = reader.number("upper", default: 0.03, in: 0...1)
    prefixed = reader.number("prefixed", default: 0.08, in: 0...1)
    spaced = reader.number("spaced", default: 0.05, in: 0...1)
    variant = reader.number("variant", default: 0.3, in: 0...1)
    former = reader.number("former", default: 0.05, in: 0...1)
  }
}

extension SettingsReader {
  /// Returns the numbers under a key whose keys are names chosen by the user, in the order of the file.
  func shares(_ key: String, in range: ClosedRange<Double>) -> [(key: String, value: Double)] {
    guard node(key) != nil else { return [] }
    return section(key) { reader in
      reader.allEntries().map { (key: $0.key, value: reader.number($0.key, in: range)) }
    }
  }
}
