public import Texts

/// A type of unit: who belongs to it, what it is like, and which strategy fits it.
public struct TypeFacts: Hashable, Sendable {
  /// The letter by which the type is known: A for the largest.
  public var letter: String
  /// The name that readers see.
  public var name: Wording
  /// Whether people gave the name; otherwise the program suggests it from the profile.
  public var nameIsGiven: Bool
  /// The number of units in it, those with too few respondents to show included.
  public var size: Int
  /// The part of the units that answered, from 0 to 1.
  public var share: Double
  /// The mean share of recalculations in which its members keep the type, from 0 to 1.
  public var certainty: Double
  /// How like itself the type is when the units are redrawn (Jaccard), from 0 to 1, if that was measured.
  public var stability: Double?
  /// The number of units without answers that may be expected to belong here, if that was computed.
  public var expectedElsewhere: Double?
  /// Its mean on each feature of the report, in standard deviations from the average unit; in the order of the features.
  public var profile: [Double]
  /// The risks of doing nothing.
  public var consequences: [ConsequenceFacts]
  /// All strategies, the best first.
  public var ranking: [RankedStrategy]
  /// Whether one strategy wins clearly.
  public var verdict: Verdict
  /// What weighs for and against the strategy in front, the heaviest first.
  public var contributions: [ContributionFacts]
  /// The preconditions of the strategy in front, in the order in which they can be brought about.
  public var preconditions: [PreconditionFacts]
  /// Why that strategy comes first, and what would change it, if that was computed.
  public var decision: DecisionFacts?
  /// What each strategy does to each consequence; empty when that was not computed.
  public var relief: [ReliefFacts]
  /// How its units are spread over the classes of the register, one entry a division; empty without a register.
  public var spread: [SpreadFacts]
  /// The names of at most five of its units that lie nearest to its middle, of those that may be named; sorted by name.
  public var typical: [String]

  /// Whether something may be said of it but its size: what its members answered may be too little to tell of.
  var isTold: Bool { !(profile.isEmpty && ranking.isEmpty) }

  /// Creates the facts of a type.
  public init(
    letter: String, name: Wording, nameIsGiven: Bool, size: Int, share: Double, certainty: Double,
    stability: Double? = nil, expectedElsewhere: Double? = nil, profile: [Double], consequences: [ConsequenceFacts],
    ranking: [RankedStrategy], verdict: Verdict, contributions: [ContributionFacts], preconditions: [PreconditionFacts],
    decision: DecisionFacts? = nil, relief: [ReliefFacts] = [], spread: [SpreadFacts] = [], typical: [String] = []
  ) {
    self.letter = letter
    self.name = name
    self.nameIsGiven = nameIsGiven
    self.size = size
    self.share = share
    self.certainty = certainty
    self.stability = stability
    self.expectedElsewhere = expectedElsewhere
    self.profile = profile
    self.consequences = consequences
    self.ranking = ranking
    self.verdict = verdict
    self.contributions = contributions
    self.preconditions = preconditions
    self.decision = decision
    self.relief = relief
    self.spread = spread
    self.typical = typical
  }
}

/// Whether one strategy wins for a type.
public enum Verdict: Hashable, Sendable {
  /// The strategy of this index wins clearly.
  case clear(Int)
  /// No clear winner; the strategies of these indices contend, the best first.
  case contenders([Int])
  /// No strategy passed the vetoes, or none was ranked.
  case none
}

/// A strategy in the ranking of a type.
public struct RankedStrategy: Hashable, Sendable {
  /// The index of the strategy in the report.
  public var strategy: Int
  /// The score, from 0 to 1; `nil` when nothing that it asks about is known.
  public var score: Double?
  /// The share of recalculations in which it comes first, from 0 to 1.
  public var acceptability: Double
  /// The same when the weights of the criteria are free as well, if that was computed.
  public var acceptabilityAnyWeights: Double?
  /// The share of recalculations in which it does better than the baseline, from 0 to 1, if there is one.
  public var aboveBaseline: Double?
  /// Why it is ruled out, if it is.
  public var veto: Wording?
  /// The share of recalculations in which it is ruled out, from 0 to 1, if known.
  public var vetoShare: Double?

  /// Creates a place in a ranking.
  public init(
    strategy: Int, score: Double? = nil, acceptability: Double, acceptabilityAnyWeights: Double? = nil,
    aboveBaseline: Double? = nil, veto: Wording? = nil, vetoShare: Double? = nil
  ) {
    self.strategy = strategy
    self.score = score
    self.acceptability = acceptability
    self.acceptabilityAnyWeights = acceptabilityAnyWeights
    self.aboveBaseline = aboveBaseline
    self.veto = veto
    self.vetoShare = vetoShare
  }
}

/// How much a criterion adds to the score of the strategy in front.
public struct ContributionFacts: Hashable, Sendable {
  /// The name of the criterion for readers.
  public var criterion: Wording
  /// The type's value on the criterion, from 0 (does not fit) to 1 (fits wholly).
  public var value: Double
  /// The part of the score that it brings.
  public var contribution: Double
  /// The most that it could have brought: its weight.
  public var weight: Double

  /// Creates a contribution.
  public init(
    criterion: Wording, value: Double, contribution: Double, weight: Double
  ) {
    self.criterion = criterion
    self.value = value
    self.contribution = contribution
    self.weight = weight
  }
}

/// A precondition of a strategy, and whether the type meets it.
public struct PreconditionFacts: Hashable, Sendable {
  /// Whether a precondition is met.
  public enum State: String, Hashable, Sendable {
    case met, open, unknown
  }

  /// Its name, unique within the strategy.
  public var id: String
  /// What must be in place.
  public var text: Wording
  /// Whether it is, for the average unit of the type.
  public var state: State
  /// The share of recalculations in which it is, from 0 to 1, if known.
  public var share: Double?
  /// The amount that is tested, if known.
  public var amount: Double?
  /// The name of what is measured, if a question of the survey tells.
  public var source: String?
  /// The least amount that passes, if there is such an end.
  public var atLeast: Double?
  /// The greatest amount that passes, if there is such an end.
  public var atMost: Double?
  /// The unit of the amount, if the catalogue gives one.
  public var unit: Wording?

  /// Creates the facts of a precondition.
  public init(
    id: String = "", text: Wording, state: State, share: Double? = nil, amount: Double? = nil, atLeast: Double? = nil,
    atMost: Double? = nil, unit: Wording? = nil, source: String? = nil
  ) {
    self.id = id
    self.source = source
    self.text = text
    self.state = state
    self.share = share
    self.amount = amount
    self.atLeast = atLeast
    self.atMost = atMost
    self.unit = unit
  }
}

/// A consequence of doing nothing, as a risk for the units of a type.
public struct ConsequenceFacts: Hashable, Sendable {
  /// The name for readers.
  public var name: Wording
  /// What it means, in a sentence.
  public var about: Wording?
  /// The risk, from 0 to 1.
  public var risk: Double
  /// The lower end of the 95 % interval.
  public var low: Double?
  /// The upper end of the 95 % interval.
  public var high: Double?

  /// Creates the facts of a consequence.
  public init(
    name: Wording, about: Wording? = nil, risk: Double, low: Double? = nil, high: Double? = nil
  ) {
    self.name = name
    self.about = about
    self.risk = risk
    self.low = low
    self.high = high
  }
}
