import Clustering
public import Matrices

/// The typology as later stages and later waves use it: the content of `model.json`.
public struct ClusterModel: Hashable, Sendable, Codable {
  /// One type.
  public struct TypeModel: Hashable, Sendable, Codable {
    /// The letter of the type: in a first wave A for the largest, later the letter that the type had.
    public var type: String
    /// The number of units.
    public var size: Int
    /// The mean silhouette of its units; 0 for a single type, which has none.
    public var silhouette: Double
    /// The mean certainty of its units: the share of joint replicates that give them their own type.
    public var certainty: Double?
    /// How well the type comes back in resamples, if that was measured.
    public var jaccard: Double?
    /// The same in a word: dissolved, doubtful, pattern, stable, highly-stable.
    public var grade: String?
    /// The mean of each feature over its units, in the scale of `features.csv`.
    public var centroid: [Double]
    /// How far from the centroid its farthest unit is; `nil` in a model of before this was kept.
    public var reach: Double?
    /// The distance within which 95 % of its units are.
    public var usualReach: Double?
    /// What the type stands out in, the strongest first: from these a name is suggested.
    public var marks: [Mark]?
  }

  /// A feature in which a type stands out.
  public struct Mark: Hashable, Sendable, Codable {
    /// The name of the feature.
    public var feature: String
    /// Cohen's d of its units against all others; above 0 the type lies higher.
    public var effect: Double
  }

  /// What a criterion on its own would choose.
  public struct Pick: Hashable, Sendable, Codable {
    /// The name of the criterion.
    public var criterion: String
    /// The number of types, or nothing when it was not measured or takes none.
    public var types: Int?
  }

  /// How the number of types was chosen.
  public struct Chosen: Hashable, Sendable, Codable {
    /// The number of types.
    public var types: Int
    /// The rule that was declared.
    public var rule: String
    /// On what the choice rests: rule, least-bad, stand-in or decision.
    public var basis: String
    /// Why, in one English sentence.
    public var sentence: String
    /// The reason that a person gave, if a person decided.
    public var reason: String?
    /// The least number of units in a type that was asked for.
    public var smallest: Int
    /// The least Jaccard coefficient that the rule `stability` asked for.
    public var leastJaccard: Double
    /// The least prediction strength that the rule `prediction-strength` asked for.
    public var leastPrediction: Double
    /// The number that the declared rule takes now, whoever decided.
    public var ruleTakes: Int
    /// On what that rests: rule, least-bad or stand-in.
    public var ruleBasis: String
    /// The number that the rule took when a person decided, if that was written down.
    public var ruleSaid: Int?
    /// The criteria that alone would take the chosen number now.
    public var speakingFor: [String]
    /// The criteria that took it when a person decided, if they were written down.
    public var spokeFor: [String]?
    /// The numbers of types of which every type is large enough.
    public var eligible: [Int]
    /// What each criterion alone would choose, whatever the sizes.
    public var alone: [Pick]
  }

  /// How surely the division is the best one.
  public struct Search: Hashable, Sendable, Codable {
    /// The number of starts.
    public var starts: Int
    /// The number of starts that found the best division.
    public var hits: Int
    /// The number of distinct optima.
    public var optima: Int
    /// The estimated chance that one more start would find a new optimum.
    public var chanceOfNew: Double
    /// How much higher the second-best cost is, as a share.
    public var gapToSecond: Double?
  }

  /// How sure the types of the units are.
  public struct Certainty: Hashable, Sendable, Codable {
    /// How many units have a grade.
    public struct Grade: Hashable, Sendable, Codable {
      /// The grade: A (sure) to D (a toss-up).
      public var grade: String
      /// The number of units.
      public var units: Int
      /// The least certainty for the grade, or nothing for the last.
      public var certainty: Double?
      /// The least margin for the grade, or nothing for the last.
      public var margin: Double?
    }

    /// The number of joint replicates.
    public var replicates: Int
    /// Whether respondents were redrawn beside the units.
    public var redrawsRespondents: Bool
    /// The grades, from A to D.
    public var grades: [Grade]
    /// How much higher the cost of another division may be, as a share, to count as a near-tie, which allows no A.
    public var nearTie: Double
  }

  /// The names of the features, in the order of the centroids.
  public var features: [String]
  /// The seed.
  public var seed: UInt64
  /// The number of units.
  public var units: Int
  /// The number of replicates behind the certainties; 0 without.
  public var replicates: Int
  /// The sum of squared distances to the centroids.
  public var sse: Double
  /// The mean silhouette; 0 for a single type, which has none.
  public var silhouette: Double
  /// The types, in the order of their letters.
  public var types: [TypeModel]
  /// How the number of types was chosen.
  public var choice: Chosen
  /// How surely the division is the best one.
  public var search: Search
  /// How sure the types of the units are.
  public var certainty: Certainty
  /// What other methods make of the same units, in one English sentence; nothing when none was asked.
  public var secondOpinions: String?
  /// All letters that types ever had, when these are not just the types that are there: no other type gets one of them.
  public var lettersUsed: [String]?

  /// The centroids, types × features.
  public var centroids: Matrix { Matrix(types.map(\.centroid)) }
}

extension ClusterModel.Chosen {
  init(_ choice: Choice) {
    types = choice.clusters
    rule = choice.criteria.rule.rawValue
    basis = choice.basis.rawValue
    sentence = choice.sentence
    reason = choice.criteria.decision?.reason
    smallest = choice.criteria.smallest
    leastJaccard = choice.criteria.leastJaccard
    leastPrediction = choice.criteria.leastPrediction
    ruleTakes = choice.verdict.clusters
    ruleBasis = choice.verdict.basis.rawValue
    ruleSaid = choice.criteria.decision?.ruleSaid
    speakingFor = choice.speakingFor
    spokeFor = choice.criteria.decision?.spokeFor
    eligible = choice.eligible
    alone = choice.picks.map { ClusterModel.Pick(criterion: $0.criterion, types: $0.clusters) }
  }
}

extension ClusterModel.Search {
  init(_ census: Census) {
    starts = census.starts
    hits = census.hits
    optima = census.optima.count
    chanceOfNew = census.chanceOfNew
    gapToSecond = census.gapToSecond
  }
}

extension ClusterModel.Certainty {
  init(
    _ joint: JointReplicates, _ given: [CertaintyGrade], _ thresholds: CertaintyThresholds, of values: Replicates?
  ) {
    replicates = joint.count
    redrawsRespondents = values != nil
    grades = CertaintyGrade.allCases.map { grade in
      let least = thresholds.least(for: grade)
      return Grade(
        grade: grade.rawValue, units: given.count { $0 == grade }, certainty: least?.share, margin: least?.margin)
    }
    nearTie = thresholds.nearTie
  }
}
