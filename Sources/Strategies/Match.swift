public import DecisionAnalysis
public import Matrices

/// What is known of one type, or of one member: the amount of every source, and how it varies over the replicates.
public struct Profile: Hashable, Sendable {
  /// The best estimate of each source (*s*), NaN where it is not known.
  public var amounts: [Double]
  /// The amounts over the replicates (*r* × *s*), NaN where one is not known.
  public var replicates: Matrix

  /// Creates a profile.
  ///
  /// - Precondition: The replicates have one column a source and at least one row.
  public init(amounts: [Double], replicates: Matrix) {
    precondition(replicates.columns == amounts.count && replicates.rows > 0, "replicates of one amount a source")
    self.amounts = amounts
    self.replicates = replicates
  }
}

/// How well every strategy of a catalogue fits one type, how sure that is, and why.
public struct Match: Hashable, Sendable {
  /// The place of one strategy.
  public struct Place: Hashable, Sendable {
    /// The index of the strategy in the catalogue.
    public var strategy: Int
    /// The rank among the strategies that are not vetoed, 1 for the best, equal scores alike; vetoed ones come last.
    public var rank: Int
    /// The score, 0 to 1; `nil` when nothing that the strategy asks about is known.
    public var score: Double?
    /// The share of the draws within the declared bounds of the weights in which the strategy comes first.
    public var acceptability: Double
    /// The share of the draws over all possible weights in which the strategy comes first.
    public var acceptabilityAny: Double
    /// The share of the draws within the bounds in which it scores above the baseline; `nil` without a baseline, for the
    /// baseline itself and for vetoed strategies.
    public var aboveBaseline: Double?
    /// The index of the veto that excludes it, if one does.
    public var veto: Int?
    /// The share of the replicates in which a veto excludes it.
    public var vetoShare: Double
  }

  /// What comes first, and what comes next.
  public struct Choice: Hashable, Sendable {
    /// The index of the strategy with the highest score of those that are not vetoed; `nil` when none takes part.
    public var first: Int?
    /// The index of the one with the next score.
    public var runnerUp: Int?
    /// The acceptability of the first minus the highest of the others; below 0 when another has more.
    public var ahead: Double
    /// The index of the strategy that would come first if nothing were vetoed, when that is another one.
    public var unvetoed: Int?
  }

  /// What a strategy does to a consequence of doing nothing.
  public struct Relief: Hashable, Sendable {
    /// At which level the strategy answers the consequence; `nil` when it does not.
    public var level: Strategy.Effort?
    /// The risk that is left.
    public var left: Risk
    /// The risk that is left minus that of doing nothing: at most 0.
    public var change: Risk
  }

  /// A risk or a change of it, with its 95 % interval over the replicates.
  public struct Risk: Hashable, Sendable {
    /// The risk, 0 to 1 (a change: -1 to 0); NaN when it is not known.
    public var risk: Double
    /// The lower end of the 95 % interval over the replicates.
    public var low: Double
    /// The upper end of the 95 % interval over the replicates.
    public var high: Double
  }

  /// The strategy that comes first in one field of work.
  public struct FieldMatch: Hashable, Sendable {
    /// The index of the field in the catalogue.
    public var field: Int
    /// The index of the strategy that comes first on the score.
    public var strategy: Int
    /// Its score, 0 to 1.
    public var score: Double
    /// The share of the draws within the bounds in which it comes first.
    public var acceptability: Double
    /// Whether it is a clear winner.
    public var isClear: Bool
    /// The index of the strategy with the next score; `nil` when no other takes part.
    public var runnerUp: Int?
    /// The number of respondents of the type in the field.
    public var respondents: Int
    /// The number of units to which they belong.
    public var units: Int
    /// Whether some amount rests on too few answers and is drawn towards the type.
    public var isPooled: Bool
    /// What the weights of its strategy rest on.
    public var grounds: Grounds
  }

  /// All strategies, best first; ties in the order of the catalogue.
  public var ranking: [Place]
  /// Whether one strategy wins clearly, or which contend.
  public var verdict: WinnerRule.Verdict
  /// The score of each strategy taken apart, in the order of the catalogue.
  public var assessments: [WeightedSum.Assessment]
  /// What two other ways of ranking say.
  public var crossCheck: CrossCheck
  /// Whether each precondition of each strategy is met, in the order of the catalogue; `nil` when it is not known.
  public var preconditions: [[Bool?]]
  /// The share of the replicates in which each precondition is met; `nil` when it is known in none.
  public var preconditionShares: [[Double?]]
  /// The risk of each consequence, in the order of the catalogue.
  public var risks: [Risk]
  /// What each strategy does to each consequence, both in the order of the catalogue.
  public var relief: [[Relief]]
  /// What comes first and what next.
  public var choice: Choice
  /// The nearest change of the points of each criterion that flips the choice.
  public var weightFlips: [WeightFlip]
  /// The nearest change of each source that flips the choice; sources as in the profile.
  public var amountFlips: [AmountFlip]
  /// The first strategy of each field of work for which one can be named.
  public var fields: [FieldMatch]
}
