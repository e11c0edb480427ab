public import Texts

/// What the figures about the choice of strategies show: how amounts become values, and what scores are made of.
public struct DecisionFigureFacts: Hashable, Sendable {
  /// How a criterion judges an amount.
  public struct Judgement: Hashable, Sendable {
    /// An amount and its value.
    public struct Anchor: Hashable, Sendable {
      /// The amount, in the unit of the criterion.
      public var amount: Double
      /// Its value, from 0 to 1.
      public var value: Double

      /// Creates an anchor.
      public init(amount: Double, value: Double) {
        self.amount = amount
        self.value = value
      }
    }

    /// One way to judge it, with the strategies that judge so.
    public struct Curve: Hashable, Sendable {
      /// The indices of the strategies.
      public var strategies: [Int]
      /// The anchors, amounts rising; straight between them, level beyond.
      public var anchors: [Anchor]

      /// Creates a curve.
      public init(strategies: [Int], anchors: [Anchor]) {
        self.strategies = strategies
        self.anchors = anchors
      }
    }

    /// The index of the criterion in the report.
    public var criterion: Int
    /// The unit of the amount, if the catalogue gives one.
    public var unit: Wording?
    /// The ways to judge it, in the order of the catalogue.
    public var curves: [Curve]
    /// The amount of each type, in the order of the types; `nil` when it is not known or may not be told.
    public var amounts: [Double?]

    /// Creates a judgement.
    public init(criterion: Int, unit: Wording? = nil, curves: [Curve], amounts: [Double?]) {
      self.criterion = criterion
      self.unit = unit
      self.curves = curves
      self.amounts = amounts
    }
  }

  /// What the score of a strategy for a type is made of.
  public struct Score: Hashable, Sendable {
    /// The index of the strategy.
    public var strategy: Int
    /// What each criterion adds, in the order of the report's criteria; 0 for one that the strategy does not look at.
    public var contributions: [Double]

    /// Creates a score.
    public init(strategy: Int, contributions: [Double]) {
      self.strategy = strategy
      self.contributions = contributions
    }
  }

  /// How each criterion that strategies look at judges an amount, in the order of the catalogue.
  public var judgements: [Judgement]
  /// The scores of the strategies for each type, in the order of the types; empty for one that may not be told of.
  public var scores: [[Score]]

  /// Creates the facts; none by default.
  public init(judgements: [Judgement] = [], scores: [[Score]] = []) {
    self.judgements = judgements
    self.scores = scores
  }
}
