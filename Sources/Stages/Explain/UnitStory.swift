/// The whole story of one unit in one language, for the analyst and never for publication: what `koers explain` tells.
///
/// As JSON every part keeps the names that it has here; what is not known is left out.
struct UnitStory: Hashable, Sendable, Encodable {
  /// What is known of the unit.
  enum Kind: String, Hashable, Sendable, Encodable {
    /// It answered.
    case respondent
    /// It is a unit, and did not answer.
    case silent
    /// It is no unit, and somebody said so.
    case noUnit = "no-unit"
  }

  /// What was asked for, as it may be shown.
  var asked: String
  /// What is known of the unit.
  var kind: Kind
  /// The code; `nil` for what is no unit.
  var code: String?
  /// The name.
  var name: String
  /// The name of the wave.
  var wave: String
  /// The date for which the wave speaks.
  var date: String
  /// The language of the texts.
  var language: String
  /// Whether the answers are simulated.
  var simulated: Bool
  /// What of this may be published.
  var publication: Publication
  /// What there is to say about the name: a merger, a division, records that do not count.
  var remarks: [String] = []
  /// What was answered.
  var answers: Answers?
  /// Its type.
  var type: Placing?
  /// Why its type is another one than in the wave before; `nil` when it is not.
  var move: Move?
  /// The strategy of its type, and its own.
  var strategy: Choice?
  /// What the strategies ask to be in place, the one of the type first.
  var roads: [Road] = []
  /// What doing nothing leads to.
  var consequences: [Consequence] = []
  /// The types that may be expected of a unit without answers.
  var expected: Expectation?
  /// The nearest units that answered.
  var neighbours: Neighbours?
}

extension UnitStory {
  /// What may be published.
  struct Publication: Hashable, Sendable, Encodable {
    /// The least number of respondents from which type and strategy may be published.
    var leastRespondents: Int
    /// Whether this unit's may be.
    var isAllowed: Bool
    /// That all else is for the analyst alone.
    var note: String
  }

  /// Something counted under a name.
  struct Count: Hashable, Sendable, Encodable {
    var label: String
    var count: Int
  }

  /// What was answered, and what is made of it.
  struct Answers: Hashable, Sendable, Encodable {
    var respondents: Int
    /// The respondents by function; empty when the survey does not ask for it.
    var functions: [Count]
    /// Each feature and index that comes from answers.
    var features: [Feature]
    /// Whether the mix of functions was evened out in the values.
    var areAdjusted: Bool
    /// Whether a value may be drawn towards the mean of others.
    var arePooled: Bool
    /// What nobody answered.
    var missing: [Missing]
  }

  /// A feature that comes from answers.
  struct Feature: Hashable, Sendable, Encodable {
    /// The name in the tables.
    var feature: String
    var label: String
    /// The number of answers.
    var n: Int?
    /// The value of the unit itself.
    var own: Double?
    /// The value that is used, after pooling.
    var used: Double?
    /// The standard error of the value that is used.
    var standardError: Double?
    /// The mean over the units of its type.
    var typeMean: Double?
    /// The mean over all units that answered.
    var allMean: Double?
  }

  /// A feature without a value of its own, and what stands in for it.
  struct Missing: Hashable, Sendable, Encodable {
    var feature: String
    var label: String
    /// Whether types are made from it, so that something had to stand in for it.
    var isForType: Bool
    /// The way in which a value was found, if one was.
    var method: String?
    /// The value that stands in for it.
    var value: Double?
  }

  /// A type by letter and name.
  struct TypeName: Hashable, Sendable, Encodable {
    var letter: String
    var name: String
    /// The number of its units.
    var size: Int
  }

  /// The type of the unit, and how well it sits there.
  struct Placing: Hashable, Sendable, Encodable {
    var own: TypeName
    /// The share of the recalculations in which it keeps its type.
    var certainty: Double?
    /// The grade, A to D.
    var grade: String
    /// The type whose centre is the next nearest.
    var next: TypeName?
    /// How much nearer its own centre is, from 0 to 1.
    var margin: Double?
    var isNearTie: Bool
    var silhouette: Double?
    /// The features in which it differs most from its type, the largest difference first.
    var differences: [Difference]
  }

  /// A move to another type since the wave before.
  struct Move: Hashable, Sendable, Encodable {
    /// The name of that wave.
    var wave: String
    /// The code that it is compared by, when it had another then.
    var earlierUnit: String?
    /// The letter of its type then.
    var from: String
    /// The letter of its type now.
    var to: String
    /// The probability that it is still of its type.
    var chanceOfSame: Double
    /// What brought it there: noise, officials, answers, register, scaling, centroids, merger or several.
    var cause: String
    /// The feature that did most, or the units that it was merged with.
    var detail: String?
    /// Respondents then; `nil` when nobody is known again.
    var officialsBefore: Int?
    /// Respondents now.
    var officialsNow: Int?
    /// Those of them who answered in both waves.
    var officialsSame: Int?
  }

  /// A feature of the unit beside its type, in standard deviations from the mean of all units.
  struct Difference: Hashable, Sendable, Encodable {
    var feature: String
    var label: String
    var own: Double
    var typeMean: Double
    var difference: Double
  }

  /// A strategy by identifier and name.
  struct StrategyName: Hashable, Sendable, Encodable {
    var id: String
    var name: String
  }

  /// How surely a strategy comes first.
  struct Verdict: Hashable, Sendable, Encodable {
    /// clear, contested or none.
    var verdict: String
    /// The strategy that comes first, or those that contend, the best first.
    var strategies: [StrategyName]
    /// For each how often it comes first.
    var acceptability: [Double]
  }

  /// The strategy of the type, and what the unit's own answers say.
  struct Choice: Hashable, Sendable, Encodable {
    var ofType: Verdict
    /// The ranking by its own answers: the best three.
    var own: [Ranked]
    /// What is excluded for the unit itself.
    var vetoed: [Vetoed]
    /// The strategy that would come first by its own answers without the rule that excludes it.
    var withoutVeto: Ranked?
    /// Whether its own answers point to another strategy.
    var other: Other?
  }

  /// A strategy in the unit's own ranking.
  struct Ranked: Hashable, Sendable, Encodable {
    var rank: Int
    var strategy: StrategyName
    var score: Double?
    var acceptability: Double
  }

  /// A strategy that a rule excludes.
  struct Vetoed: Hashable, Sendable, Encodable {
    var strategy: StrategyName
    var score: Double?
    var because: String
  }

  /// Another strategy than that of the type, to which the unit's own answers point.
  struct Other: Hashable, Sendable, Encodable {
    var strategy: StrategyName
    var ownScore: Double
    /// The strategy that comes first for its type.
    var typeStrategy: StrategyName
    /// The score of that one for the unit; `nil` when it is excluded.
    var typeScore: Double?
    /// The criterion that speaks most for its own strategy and against that of the type.
    var criterion: String
    /// By how much, in score.
    var criterionDifference: Double
    /// The share of the replicates in which its own strategy is better.
    var share: Double
    /// The share from which this counts as a misfit.
    var leastShare: Double
    var isMisfit: Bool
  }

  /// What a strategy asks to be in place, and how to begin.
  struct Road: Hashable, Sendable, Encodable {
    var strategy: StrategyName
    /// Whether it is the strategy of the type, and not the unit's own.
    var isOfType: Bool
    /// In the order in which they can be brought about.
    var preconditions: [Precondition]
    var firstSteps: [String]
  }

  /// A precondition for the unit's own amount.
  struct Precondition: Hashable, Sendable, Encodable {
    enum State: String, Hashable, Sendable, Encodable { case met, open, unknown }

    /// The place in the order in which they can be brought about, from 1.
    var step: Int
    var text: String
    var state: State
    /// What is tested; `nil` when no question tells.
    var source: String?
    var label: String?
    var amount: Double?
    var atLeast: Double?
    var atMost: Double?
    /// The share of the recalculations in which it is met.
    var share: Double?
    /// The nearest units that meet it, by code; of an open one alone.
    var metByNeighbours: [String]
  }

  /// A consequence of doing nothing, from 0 to 1.
  struct Consequence: Hashable, Sendable, Encodable {
    var id: String
    var name: String
    var risk: Double?
    var low: Double?
    var high: Double?
    var typeRisk: Double?
  }

  /// The types that may be expected of a unit without answers.
  struct Expectation: Hashable, Sendable, Encodable {
    /// A type with its share.
    struct Share: Hashable, Sendable, Encodable {
      var type: TypeName
      var share: Double
      var strategy: Verdict
    }

    /// The largest share first; empty when nothing can be said.
    var shares: [Share]
    /// The share of units for which such an expectation came true when it was tried.
    var accuracy: Double?
    /// The same for always naming the largest type.
    var baselineAccuracy: Double?
  }

  /// The nearest units that answered.
  struct Neighbours: Hashable, Sendable, Encodable {
    /// The features on which units are compared.
    var features: [String]
    /// What the size of a unit is called, if the pipeline names one.
    var sizeLabel: String?
    var units: [Neighbour]
  }

  /// A unit near to this one.
  struct Neighbour: Hashable, Sendable, Encodable {
    var code: String
    var name: String
    var distance: Double
    var type: String
    var size: Double?
    var respondents: Int
    /// The steps of the first road that are open here and met there.
    var meets: [Int]
  }
}
