public import Texts

/// Whether the units' data suffice for what they are used for, as the respondents see it.
public struct DataFitnessFacts: Hashable, Sendable {
  /// How a group of respondents answered.
  public enum Verdict: String, Hashable, Sendable {
    /// The data suffice.
    case fit
    /// It is not certain.
    case doubtful
    /// The data do not suffice.
    case unfit
    /// Too few people answered.
    case tooFew = "too_few"
    /// Enough people answered, but with it another group could be worked out.
    case withheld
  }

  /// Whether there is a goal, in the eyes of a group of respondents.
  public enum Goal: String, Hashable, Sendable, CaseIterable {
    /// With and without a goal together.
    case all
    /// With a goal.
    case yes
    /// Without one.
    case no
  }

  /// One group of respondents.
  public struct Cell: Hashable, Sendable {
    /// The number of respondents; `nil` when it is withheld.
    public var respondents: Int?
    /// The share that says that the data suffice; `nil` when it is withheld.
    public var share: Double?
    /// The lower end of the 95 % interval.
    public var low: Double?
    /// The upper end of the 95 % interval.
    public var high: Double?
    /// The verdict.
    public var verdict: Verdict

    /// Creates a cell.
    public init(
      respondents: Int? = nil, share: Double? = nil, low: Double? = nil, high: Double? = nil, verdict: Verdict
    ) {
      self.respondents = respondents
      self.share = share
      self.low = low
      self.high = high
      self.verdict = verdict
    }
  }

  /// A policy field.
  public struct Row: Hashable, Sendable {
    /// The policy field; `nil` for all of them together.
    public var field: Wording?
    /// The cells by goal.
    public var cells: [Goal: Cell]

    /// Creates a row.
    public init(field: Wording? = nil, cells: [Goal: Cell]) {
      self.field = field
      self.cells = cells
    }
  }

  /// The question that tells whether the data suffice.
  public var question: Wording?
  /// The question that tells whether there is a goal.
  public var goal: Wording?
  /// The share from which on data are good enough.
  public var fit: Double
  /// The share below which they are not.
  public var unfit: Double
  /// All policy fields together first, then each.
  public var rows: [Row]

  /// Creates the facts.
  public init(
    question: Wording? = nil, goal: Wording? = nil, fit: Double = 0.5, unfit: Double = 0.5, rows: [Row]
  ) {
    self.question = question
    self.goal = goal
    self.fit = fit
    self.unfit = unfit
    self.rows = rows
  }
}

/// Whether this wave is fit for one of the uses that the pipeline declares.
public struct WaveFitnessFacts: Hashable, Sendable {
  /// The verdict on a use.
  public enum Verdict: String, Hashable, Sendable {
    /// Everything that the use needs is there.
    case fit
    /// Something falls short.
    case withCare = "fit_with_care"
    /// Too much falls short.
    case unfit
  }

  /// One thing that a use needs.
  public struct Criterion: Hashable, Sendable {
    /// The name: `units`, `coverage`, `n`, `reliability`, `icc2`, `missing`, `convergence`, `design_effect`,
    /// `earlier_wave`.
    public var name: String
    /// What exactly it is about, such as an index or a group.
    public var about: Wording?
    /// What was found.
    public var value: Double?
    /// What is needed.
    public var needed: Double?
    /// Whether it is met; `nil` when that is not known.
    public var isMet: Bool?
    /// Whether the use depends on it; otherwise it is only wished for.
    public var isNeed: Bool

    /// Creates a criterion.
    public init(
      name: String, about: Wording? = nil, value: Double? = nil, needed: Double? = nil, isMet: Bool?,
      isNeed: Bool = true
    ) {
      self.name = name
      self.about = about
      self.value = value
      self.needed = needed
      self.isMet = isMet
      self.isNeed = isNeed
    }
  }

  /// What the wave would be used for.
  public var use: Wording
  /// The verdict.
  public var verdict: Verdict
  /// What the use needs.
  public var criteria: [Criterion]

  /// Creates the fitness for a use.
  public init(use: Wording, verdict: Verdict, criteria: [Criterion]) {
    self.use = use
    self.verdict = verdict
    self.criteria = criteria
  }
}
