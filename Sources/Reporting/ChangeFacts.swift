public import Texts

/// What changed since an earlier wave: estimates, types, and the types of units.
///
/// Units are counted and named only when their type is published by name in both waves, so that nothing is told that the
/// lists of units of both do not tell already.
public struct ChangeFacts: Hashable, Sendable {
  /// The earlier wave.
  public var earlier: WaveFacts
  /// What is the same question in both waves, in the order of the results, one for each way of counting.
  public var estimates: [EstimateChange]
  /// Questions that both waves asked in other words, so that their estimates cannot be compared.
  public var notCompared: [Wording]
  /// The number of units that answered in both waves.
  public var unitsInBoth: Int
  /// The earlier types, in the order of their letters.
  public var types: [EarlierTypeFacts]
  /// Where each type of the report comes from, in the order of the types.
  public var origins: [OriginFacts]
  /// The number of units of each earlier type that are now of each type of the report.
  public var flows: [[Int]]
  /// Which units moved to another type.
  public var movements: MovementFacts
  /// Whether the types of both waves were made from the same features.
  public var hasSameFeatures: Bool
  /// What a comparison of the answers found; `nil` when none was made.
  public var comparison: ComparisonFacts?

  /// Creates the facts.
  public init(
    earlier: WaveFacts, estimates: [EstimateChange], notCompared: [Wording] = [], unitsInBoth: Int,
    types: [EarlierTypeFacts], origins: [OriginFacts], flows: [[Int]], movements: MovementFacts,
    hasSameFeatures: Bool = true, comparison: ComparisonFacts? = nil
  ) {
    self.earlier = earlier
    self.estimates = estimates
    self.notCompared = notCompared
    self.unitsInBoth = unitsInBoth
    self.types = types
    self.origins = origins
    self.flows = flows
    self.movements = movements
    self.hasSameFeatures = hasSameFeatures
    self.comparison = comparison
  }
}

/// What a result was, and what it is.
public struct EstimateChange: Hashable, Sendable {
  /// The name of the question, as in the codebook.
  public var name: String
  /// The codes that were counted, with `+` between, or `mean`.
  public var codes: String
  /// The result in words, with the estimate of now.
  public var result: ResultFacts
  /// What is estimated.
  public var estimand: EstimandFacts
  /// The earlier estimate.
  public var before: EstimateFacts
  /// The estimate now.
  public var now: EstimateFacts
  /// The difference: what it is less what it was.
  public var difference: Double
  /// The lower end of its 95 % interval, if there is one.
  public var low: Double?
  /// The upper end of its 95 % interval, if there is one.
  public var high: Double?
  /// How probable so large a difference is when nothing changed, if that can be said.
  public var probability: Double?
  /// The same, corrected for all differences of this way of counting.
  public var corrected: Double?
  /// Whether it changed beyond noise.
  public var isChanged: Bool

  /// Creates a change.
  public init(
    name: String, codes: String, result: ResultFacts, estimand: EstimandFacts, before: EstimateFacts,
    now: EstimateFacts, difference: Double, low: Double? = nil, high: Double? = nil, probability: Double? = nil,
    corrected: Double? = nil, isChanged: Bool = false
  ) {
    self.name = name
    self.codes = codes
    self.result = result
    self.estimand = estimand
    self.before = before
    self.now = now
    self.difference = difference
    self.low = low
    self.high = high
    self.probability = probability
    self.corrected = corrected
    self.isChanged = isChanged
  }
}

/// A type of the earlier wave, and what became of it.
public struct EarlierTypeFacts: Hashable, Sendable {
  /// What became of a type; types of the report by their indices.
  public enum Fate: Hashable, Sendable {
    /// It is this type.
    case kept(as: Int)
    /// It fell apart into these.
    case split(into: [Int])
    /// Most of it went to this one.
    case merged(into: Int)
    /// It is not there any more.
    case retired
  }

  /// Which strategy fitted it.
  public enum Strategy: Hashable, Sendable {
    /// One strategy won clearly.
    case clear(Wording)
    /// These contended, the best first.
    case contenders([Wording])
    /// None.
    case none
  }

  /// The letter that it had.
  public var letter: String
  /// The name that people gave it, if they did.
  public var name: Wording?
  /// The number of units in it.
  public var size: Int
  /// The part of the units that answered then, from 0 to 1.
  public var share: Double
  /// Which strategy fitted it; `nil` when that was not published.
  public var strategy: Strategy?
  /// What became of it.
  public var fate: Fate

  /// Creates the facts of an earlier type.
  public init(
    letter: String, name: Wording? = nil, size: Int, share: Double, strategy: Strategy? = nil, fate: Fate
  ) {
    self.letter = letter
    self.name = name
    self.size = size
    self.share = share
    self.strategy = strategy
    self.fate = fate
  }
}

/// Where a type of the report comes from; earlier types by their indices.
public enum OriginFacts: Hashable, Sendable {
  /// It is this earlier type.
  case kept(from: Int)
  /// It was a part of this one.
  case split(from: Int)
  /// Most of each of these went to it.
  case merged(of: [Int])
  /// It was not there.
  case new
}

/// Which units moved to another type, of those whose type is published in both waves.
public struct MovementFacts: Hashable, Sendable {
  /// A unit that moved beyond noise.
  public struct Mover: Hashable, Sendable {
    /// The code of the unit.
    public var code: String
    /// Its name.
    public var name: String
    /// The index of its earlier type.
    public var from: Int
    /// The index of its type in the report.
    public var to: Int

    /// Creates a mover.
    public init(code: String, name: String, from: Int, to: Int) {
      self.code = code
      self.name = name
      self.from = from
      self.to = to
    }
  }

  /// The number of units whose types correspond.
  public var stayed: Int
  /// The number of units that are of another type, which noise can explain.
  public var withinNoise: Int
  /// The number of units of which the earlier type is gone, or the type now is new.
  public var withoutCounterpart: Int
  /// The number of moves that noise alone leads to expect.
  public var expectedByNoise: Double
  /// The units that moved beyond noise, sorted by name.
  public var movers: [Mover]
  /// The number of units that are known by another code now, and were followed through the register.
  public var followed: Int
  /// The number of units that several units with other types were merged into, which are not counted.
  public var mergedOfSeveral: Int

  /// Creates the facts.
  public init(
    stayed: Int, withinNoise: Int, withoutCounterpart: Int = 0, expectedByNoise: Double, movers: [Mover],
    followed: Int = 0, mergedOfSeveral: Int = 0
  ) {
    self.stayed = stayed
    self.withinNoise = withinNoise
    self.withoutCounterpart = withoutCounterpart
    self.expectedByNoise = expectedByNoise
    self.movers = movers
    self.followed = followed
    self.mergedOfSeveral = mergedOfSeveral
  }

  /// The number of units that are counted.
  public var counted: Int { stayed + withinNoise + withoutCounterpart + movers.count }
}
