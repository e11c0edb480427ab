import Diagnostics
import Settings

/// Which signs of careless answering are looked for: `koers:careless` in the codebook.
///
/// ```yaml
/// koers:careless:
///   straight-lining: {share: 0.9, least-items: 10}
///   speeding: {below: 0.4}
///   sparse: {below: 0.6}
/// ```
///
/// A sign is a flag in the ledger and nothing more, unless `exclude_careless` in the pipeline file names it.
public struct CarelessRules: Hashable, Sendable {
  /// The signs, as the ledger and the pipeline file call them.
  public enum Sign: String, Hashable, Sendable, CaseIterable {
    /// One answer to nearly all items of a block.
    case straightLining = "straight_lining"
    /// Done in a small part of the time that others take.
    case speeding
    /// Few questions answered.
    case sparse
  }

  /// When answers to a block of items are a straight line.
  public struct StraightLining: Hashable, Sendable {
    /// The least share of the answered items that the longest run of one answer takes.
    public var share: Double
    /// The least number of answered items; with fewer nothing is said.
    public var leastItems: Int
    /// The standard deviation of the answers at or below which they count as a line too, if one is given.
    public var deviation: Double?
    /// The items, in the order of the questionnaire; empty for all items of indices.
    public var questions: [String]

    /// Creates a rule.
    public init(share: Double = 0.9, leastItems: Int = 10, deviation: Double? = nil, questions: [String] = []) {
      self.share = share
      self.leastItems = leastItems
      self.deviation = deviation
      self.questions = questions
    }
  }

  /// When answers are a straight line, if that is looked for.
  public var straightLining: StraightLining?
  /// The share of the median duration below which answering is too fast, if that is looked for.
  public var speedBelow: Double?
  /// The share of the closed questions shown below which too little was filled in, if that is looked for.
  public var sparseBelow: Double?

  /// Creates rules; a sign that is `nil` is not looked for.
  public init(straightLining: StraightLining? = nil, speedBelow: Double? = nil, sparseBelow: Double? = nil) {
    self.straightLining = straightLining
    self.speedBelow = speedBelow
    self.sparseBelow = sparseBelow
  }

  /// Reads the rules for the questions of a codebook.
  init(reading reader: SettingsReader, questions: [Question]) {
    straightLining = reader.optionalSection("straight-lining") { StraightLining(reading: $0, questions: questions) }
    speedBelow = reader.optionalSection("speeding") { $0.number("below", default: 0.5, in: 0...1) }
    sparseBelow = reader.optionalSection("sparse") { $0.number("below", in: 0...1) }
    let roles = Set(questions.map(\.role))
    if speedBelow != nil, !roles.contains(.duration), !roles.isSuperset(of: [.started, .submitted]) {
      reader.reject(
        "speeding", rule: "missing-role", message: "nothing says how long answering took",
        mend: "add 'koers:role: duration' to the field that holds the seconds, or 'started' beside 'submitted'")
    }
  }
}

extension CarelessRules.StraightLining {
  init(reading reader: SettingsReader, questions known: [Question]) {
    self.init(
      share: reader.number("share", default: 0.9, in: 0.5...1),
      leastItems: reader.integer("least-items", default: 10, in: 3...10_000),
      deviation: reader.node("deviation") == nil ? nil : reader.number("deviation", in: 0...1_000),
      questions: reader.texts("questions"))
    let scales = known.filter { $0.kind == .scale }.map(\.name)
    for name in questions where !scales.contains(name) {
      reader.reject(
        "questions", rule: "unknown-question", value: name, message: "'\(name)' is no scale of the codebook",
        mend: suggestion(for: name, among: scales).map { "did you mean '\($0)'?" } ?? "use the name of a scale")
    }
  }
}
