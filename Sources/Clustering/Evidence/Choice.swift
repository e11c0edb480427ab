/// A declared way to choose the number of clusters from the evidence.
///
/// Every rule looks only at divisions whose smallest cluster is large enough.
public enum ChoiceRule: String, Hashable, Sendable, CaseIterable {
  /// The largest number whose every cluster comes back in resamples with at least the least Jaccard coefficient.
  case stability
  /// The number with the highest mean silhouette.
  case silhouette
  /// The smallest number whose gap is within one standard error of the first local maximum.
  case gapFirstSEMax = "gap-firstSEmax"
  /// The smallest number whose gap is at least the next one's less its standard error.
  case gapTibshirani = "gap-Tibs2001SEmax"
  /// The number with the highest gap.
  case gapGlobalMax = "gap-globalmax"
  /// The largest number with at least the least prediction strength.
  case predictionStrength = "prediction-strength"
}

/// A number of clusters that a person decided on, why, and what the evidence said then.
public struct ChoiceDecision: Hashable, Sendable {
  /// The number of clusters.
  public var clusters: Int
  /// The reason, as the person wrote it.
  public var reason: String
  /// The number that the declared rule took when the decision was made, if that was written down.
  public var ruleSaid: Int?
  /// The criteria that took the number that was decided on, if they were written down.
  public var spokeFor: [String]

  /// Creates a decision.
  public init(clusters: Int, reason: String, ruleSaid: Int? = nil, spokeFor: [String] = []) {
    self.clusters = clusters
    self.reason = reason
    self.ruleSaid = ruleSaid
    self.spokeFor = spokeFor
  }
}

/// The criteria of a choice.
public struct ChoiceCriteria: Hashable, Sendable {
  /// The rule.
  public var rule: ChoiceRule
  /// The least number of rows in a cluster.
  public var smallest: Int
  /// The least Jaccard coefficient of a cluster, for the rule `stability`.
  public var leastJaccard: Double
  /// The least prediction strength, for the rule `prediction-strength`.
  public var leastPrediction: Double
  /// A person's decision, which goes before the rule.
  public var decision: ChoiceDecision?

  /// Creates criteria.
  public init(
    rule: ChoiceRule = .stability, smallest: Int = 1, leastJaccard: Double = 0.75, leastPrediction: Double = 0.8,
    decision: ChoiceDecision? = nil
  ) {
    self.rule = rule
    self.smallest = smallest
    self.leastJaccard = leastJaccard
    self.leastPrediction = leastPrediction
    self.decision = decision
  }
}

/// The number of clusters that was chosen, with all that explains it.
public struct Choice: Hashable, Sendable {
  /// On what the choice rests.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// The rule found a number that meets its conditions.
    case rule
    /// No number met the conditions; the least bad one was taken.
    case leastBad = "least-bad"
    /// The rule needs evidence that was not measured; the silhouette stood in.
    case standIn = "stand-in"
    /// A person decided.
    case decision
  }

  /// The number that one criterion on its own would take.
  public struct Pick: Hashable, Sendable {
    /// The criterion: one of ``Choice/criterionNames``.
    public let criterion: String
    /// The number of clusters, or `nil` when the criterion was not measured or takes none.
    public let clusters: Int?
  }

  /// What the declared rule takes, whoever decided.
  public struct Verdict: Hashable, Sendable {
    /// The number of clusters.
    public let clusters: Int
    /// On what it rests; never a decision.
    public let basis: Basis
    /// Why this number, in one English sentence.
    public let sentence: String
  }

  /// The criteria that each take a number of their own: the rules, `calinski-harabasz` and `davies-bouldin`.
  public static let criterionNames = [
    "stability", "silhouette", "calinski-harabasz", "davies-bouldin", "gap-firstSEmax", "gap-Tibs2001SEmax",
    "gap-globalmax", "prediction-strength",
  ]

  /// The number of clusters.
  public let clusters: Int
  /// The criteria that were applied.
  public let criteria: ChoiceCriteria
  /// On what the choice rests.
  public let basis: Basis
  /// The numbers whose smallest cluster is large enough.
  public let eligible: [Int]
  /// What each criterion alone would take, whatever the sizes of the clusters.
  public let picks: [Pick]
  /// Why this number, in one English sentence.
  public let sentence: String
  /// What the declared rule takes; the choice itself, unless a person decided.
  public let verdict: Verdict

  /// The criteria that alone would take the chosen number.
  public var speakingFor: [String] { picks.filter { $0.clusters == clusters }.map(\.criterion) }
}
