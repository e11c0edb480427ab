public import Texts

/// Why one strategy comes first for a type, what would put another one there, and what other ways of reckoning say.
public struct DecisionFacts: Hashable, Sendable {
  /// What a criterion adds to two strategies.
  public struct Difference: Hashable, Sendable {
    /// The name of the criterion for readers.
    public var criterion: Wording
    /// What it adds to the score of the first strategy; `nil` when that does not look at it, or it is not known.
    public var first: Double?
    /// What it adds to the score of the runner-up; `nil` as before.
    public var runnerUp: Double?
    /// The one minus the other.
    public var difference: Double

    /// Creates a difference.
    public init(criterion: Wording, first: Double? = nil, runnerUp: Double? = nil, difference: Double) {
      self.criterion = criterion
      self.first = first
      self.runnerUp = runnerUp
      self.difference = difference
    }
  }

  /// What the people who weighed the criteria put first.
  public struct Persons: Hashable, Sendable {
    /// How many of them put the same strategy first.
    public var agreeing: Int
    /// How many there are.
    public var count: Int

    /// Creates it.
    public init(agreeing: Int, count: Int) {
      self.agreeing = agreeing
      self.count = count
    }
  }

  /// The strategy that would come first if nothing were ruled out.
  public struct Unvetoed: Hashable, Sendable {
    /// The index of the strategy in the report.
    public var strategy: Int
    /// Its score, from 0 to 1, if known.
    public var score: Double?

    /// Creates it.
    public init(strategy: Int, score: Double? = nil) {
      self.strategy = strategy
      self.score = score
    }
  }

  /// The index of the strategy with the highest score; `nil` when all are ruled out.
  public var strategy: Int?
  /// The index of the one with the next score, if there is one.
  public var runnerUp: Int?
  /// The score of the first, from 0 to 1, if known.
  public var score: Double?
  /// The share of recalculations in which it comes first, from 0 to 1, if known.
  public var acceptability: Double?
  /// That share minus the highest of the others, if known.
  public var ahead: Double?
  /// What sets the first apart from the runner-up, the largest difference first.
  public var differences: [Difference]
  /// What would come first without hard limits, when that is another one.
  public var unvetoed: Unvetoed?
  /// The index of the first by TOPSIS, if that was computed.
  public var topsisFirst: Int?
  /// The index of the first by PROMETHEE II, if that was computed.
  public var prometheeFirst: Int?
  /// Whether both of these put the same strategy first as the score does, if that was computed.
  public var agrees: Bool?
  /// The changes at which another strategy comes first; `nil` when these were not computed.
  public var flips: [FlipFacts]?
  /// The index of the first when all criteria count the same, if that was computed.
  public var equalFirst: Int?
  /// Of the people who weighed the criteria how many put the same strategy first by their own weights, if people did.
  public var persons: Persons?

  /// Creates the facts of a decision.
  public init(
    strategy: Int? = nil, runnerUp: Int? = nil, score: Double? = nil, acceptability: Double? = nil,
    ahead: Double? = nil,
    differences: [Difference] = [], unvetoed: Unvetoed? = nil, topsisFirst: Int? = nil, prometheeFirst: Int? = nil,
    agrees: Bool? = nil, flips: [FlipFacts]? = nil, equalFirst: Int? = nil, persons: Persons? = nil
  ) {
    self.strategy = strategy
    self.runnerUp = runnerUp
    self.score = score
    self.acceptability = acceptability
    self.ahead = ahead
    self.differences = differences
    self.unvetoed = unvetoed
    self.topsisFirst = topsisFirst
    self.prometheeFirst = prometheeFirst
    self.agrees = agrees
    self.flips = flips
    self.equalFirst = equalFirst
    self.persons = persons
  }
}

/// A change of one weight or one amount at which another strategy comes first, all else being equal.
public struct FlipFacts: Hashable, Sendable {
  /// What changes.
  public enum Kind: String, Hashable, Sendable {
    /// The points of a criterion.
    case weight
    /// An amount of the type.
    case amount
  }

  /// What changes.
  public var kind: Kind
  /// The name in the catalogue: of the criterion, or of the source of the amount.
  public var id: String
  /// The name for readers.
  public var name: Wording
  /// The unit of an amount, if the catalogue gives one.
  public var unit: Wording?
  /// The present points or amount.
  public var from: Double
  /// Where another strategy comes first.
  public var to: Double
  /// The change as a share of the present points, or of the range over which the amount counts.
  public var change: Double
  /// The index of the strategy that comes first there.
  public var strategy: Int
  /// Whether no other change of this kind is smaller.
  public var isSmallest: Bool

  /// Creates a change.
  public init(
    kind: Kind, id: String, name: Wording, unit: Wording? = nil, from: Double, to: Double, change: Double,
    strategy: Int, isSmallest: Bool
  ) {
    self.kind = kind
    self.id = id
    self.name = name
    self.unit = unit
    self.from = from
    self.to = to
    self.change = change
    self.strategy = strategy
    self.isSmallest = isSmallest
  }
}

/// What a strategy does to a consequence of doing nothing, for the units of a type.
public struct ReliefFacts: Hashable, Sendable {
  /// By which share a strategy that fits fully takes a risk away, by the catalogue's judgement: for each level a range.
  public struct Ranges: Hashable, Sendable {
    /// At the level `low`.
    public var low: ClosedRange<Double>
    /// At the level `medium`.
    public var medium: ClosedRange<Double>
    /// At the level `high`.
    public var high: ClosedRange<Double>

    /// Creates ranges of shares, from 0 to 1.
    public init(low: ClosedRange<Double>, medium: ClosedRange<Double>, high: ClosedRange<Double>) {
      self.low = low
      self.medium = medium
      self.high = high
    }
  }

  /// The index of the strategy in the report.
  public var strategy: Int
  /// The name of the consequence for readers.
  public var consequence: Wording
  /// How strongly the strategy answers it; `nil` when it does not.
  public var level: StrategyFacts.Effort?
  /// The risk of doing nothing, from 0 to 1.
  public var doingNothing: Double?
  /// The risk that is left, with its 95 % interval.
  public var risk: Double?
  /// The lower end of that interval.
  public var low: Double?
  /// The upper end.
  public var high: Double?
  /// The risk that is left minus that of doing nothing.
  public var change: Double?
  /// The lower end of the 95 % interval of the change.
  public var changeLow: Double?
  /// The upper end.
  public var changeHigh: Double?

  /// Creates the facts of a relief.
  public init(
    strategy: Int, consequence: Wording, level: StrategyFacts.Effort? = nil, doingNothing: Double? = nil,
    risk: Double? = nil, low: Double? = nil, high: Double? = nil, change: Double? = nil, changeLow: Double? = nil,
    changeHigh: Double? = nil
  ) {
    self.strategy = strategy
    self.consequence = consequence
    self.level = level
    self.doingNothing = doingNothing
    self.risk = risk
    self.low = low
    self.high = high
    self.change = change
    self.changeLow = changeLow
    self.changeHigh = changeHigh
  }
}
