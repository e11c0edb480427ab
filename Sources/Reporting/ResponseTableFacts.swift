public import Texts

/// How many units of each class of the register answered.
public struct ResponseTableFacts: Hashable, Sendable {
  /// One class, or one crossing of several.
  public struct Row: Hashable, Sendable {
    /// What the class is called.
    public var label: Wording
    /// The number of units in the register.
    public var units: Int
    /// The number of those that answered.
    public var answered: Int
    /// The number of respondents; `nil` when it is withheld.
    public var respondents: Int?
    /// Whether it is withheld because another could be worked out from it, and not because it is too small.
    public var wouldTell: Bool
    /// The name of the class in the tables of the stages.
    public var cell: String

    /// Creates a row.
    public init(
      label: Wording, units: Int, answered: Int, respondents: Int? = nil, wouldTell: Bool = false, cell: String = ""
    ) {
      self.label = label
      self.units = units
      self.answered = answered
      self.respondents = respondents
      self.wouldTell = wouldTell
      self.cell = cell
    }

    /// The part of the units that answered, from 0 to 1; `nil` without units.
    public var rate: Double? { units > 0 ? Double(answered) / Double(units) : nil }
  }

  /// What the units are divided by.
  public var label: Wording
  /// Whether it crosses several divisions, which makes a long table.
  public var isCrossing: Bool
  /// One row a class, in the order of the classes.
  public var rows: [Row]
  /// The name of the division in the tables of the stages.
  public var classes: String

  /// Creates a table.
  public init(label: Wording, isCrossing: Bool, rows: [Row], classes: String = "") {
    self.label = label
    self.isCrossing = isCrossing
    self.rows = rows
    self.classes = classes
  }
}

/// How often a question was left without an answer by those who saw it.
public struct UnansweredFacts: Hashable, Sendable {
  /// The question.
  public var label: Wording
  /// The number of respondents who were shown it.
  public var shown: Int
  /// The share of them who did not answer, from 0 to 1.
  public var rate: Double

  /// Creates the facts of a question.
  public init(label: Wording, shown: Int, rate: Double) {
    self.label = label
    self.shown = shown
    self.rate = rate
  }
}

/// How the units that answered were made to stand for all units of the register.
public struct WeightingFacts: Hashable, Sendable {
  /// A division whose groups must weigh as in the register.
  public struct Margin: Hashable, Sendable {
    /// What the division is called.
    public var label: Wording
    /// Its groups.
    public var cells: [Cell]

    /// Creates a margin.
    public init(label: Wording, cells: [Cell]) {
      self.label = label
      self.cells = cells
    }
  }

  /// One group of a margin.
  public struct Cell: Hashable, Sendable {
    /// What the group is called.
    public var label: Wording
    /// The number of units in the register.
    public var population: Double
    /// The number of units that answered.
    public var answered: Int
    /// The sum of their weights before weighting.
    public var before: Double?
    /// The sum of their weights afterwards.
    public var after: Double?
    /// The group that took this one in, because too few answered.
    public var mergedInto: Wording?

    /// Creates a group.
    public init(
      label: Wording, population: Double, answered: Int, before: Double? = nil, after: Double? = nil,
      mergedInto: Wording? = nil
    ) {
      self.label = label
      self.population = population
      self.answered = answered
      self.before = before
      self.after = after
      self.mergedInto = mergedInto
    }
  }

  /// The divisions.
  public var margins: [Margin]
  /// The number of rounds, if there was more than one division.
  public var iterations: Int?
  /// Whether the weights came to rest.
  public var converged: Bool?
  /// The greatest relative difference from a margin that was left.
  public var largestDifference: Double?
  /// The number of weights that were raised to the least one allowed.
  public var raised: Int?
  /// The number of weights that were lowered to the greatest one allowed.
  public var lowered: Int?
  /// The least weight.
  public var least: Double?
  /// The greatest weight.
  public var greatest: Double?
  /// How many times larger the variance becomes because weights differ: 1 + CV² (Kish 1992).
  public var designEffect: Double?

  /// Creates the facts of a weighting.
  public init(
    margins: [Margin], iterations: Int? = nil, converged: Bool? = nil, largestDifference: Double? = nil,
    raised: Int? = nil, lowered: Int? = nil, least: Double? = nil, greatest: Double? = nil, designEffect: Double? = nil
  ) {
    self.margins = margins
    self.iterations = iterations
    self.converged = converged
    self.largestDifference = largestDifference
    self.raised = raised
    self.lowered = lowered
    self.least = least
    self.greatest = greatest
    self.designEffect = designEffect
  }
}
