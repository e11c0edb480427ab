/// Why there are this many types: one row for each number that was tried.
public struct EvidenceFacts: Hashable, Sendable {
  /// One number of types that was tried, with the criteria for it; a criterion that was not computed is `nil`.
  public struct Row: Hashable, Sendable {
    /// The number of types.
    public var types: Int
    /// The sum of squared distances to the centroids.
    public var sumOfSquares: Double
    /// The mean silhouette, from -1 to 1.
    public var silhouette: Double?
    /// The index of Caliński and Harabasz.
    public var calinskiHarabasz: Double?
    /// The index of Davies and Bouldin; lower is better.
    public var daviesBouldin: Double?
    /// The gap statistic.
    public var gap: Double?
    /// The standard error of the gap statistic.
    public var gapError: Double?
    /// The stability of the least stable type, from 0 to 1.
    public var stability: Double?
    /// The size of the smallest type.
    public var smallest: Int?
    /// The number of starts.
    public var starts: Int?
    /// The number of starts that ended in the best optimum.
    public var hits: Int?
    /// The number of different optima that were found.
    public var optima: Int?
    /// Whether this number was chosen.
    public var chosen: Bool

    /// Creates a row of the evidence.
    public init(
      types: Int, sumOfSquares: Double, silhouette: Double? = nil, calinskiHarabasz: Double? = nil,
      daviesBouldin: Double? = nil, gap: Double? = nil, gapError: Double? = nil, stability: Double? = nil,
      smallest: Int? = nil, starts: Int? = nil, hits: Int? = nil, optima: Int? = nil, chosen: Bool
    ) {
      self.types = types
      self.sumOfSquares = sumOfSquares
      self.silhouette = silhouette
      self.calinskiHarabasz = calinskiHarabasz
      self.daviesBouldin = daviesBouldin
      self.gap = gap
      self.gapError = gapError
      self.stability = stability
      self.smallest = smallest
      self.starts = starts
      self.hits = hits
      self.optima = optima
      self.chosen = chosen
    }
  }

  /// One row for each number of types, in rising order.
  public var rows: [Row]
  /// The rule by which the number was chosen, and how it came out.
  public var choice: ChoiceFacts
  /// The chance that one more start would find an optimum not seen before (Good-Turing), from 0 to 1.
  public var chanceOfNew: Double?
  /// The optima that come nearest to the best one.
  public var nearTies: [NearTie]
  /// The least share of recalculations for very sure, fairly sure and unsure.
  public var sureFrom: [Double]

  /// Creates the evidence.
  public init(
    rows: [Row], choice: ChoiceFacts, chanceOfNew: Double? = nil, nearTies: [NearTie], sureFrom: [Double]
  ) {
    self.rows = rows
    self.choice = choice
    self.chanceOfNew = chanceOfNew
    self.nearTies = nearTies
    self.sureFrom = sureFrom
  }
}

/// How the number of types was chosen.
public struct ChoiceFacts: Hashable, Sendable {
  /// On what the choice rests.
  public enum Basis: String, Hashable, Sendable {
    /// The declared rule.
    case rule
    /// No number met the rule; this one came nearest.
    case leastBad = "least-bad"
    /// The evidence for the rule was left out; the silhouette stood in.
    case standIn = "stand-in"
    /// A person decided.
    case decision
  }

  /// What one criterion alone would choose.
  public struct Pick: Hashable, Sendable {
    /// The name of the criterion: `stability`, `silhouette`.
    public var criterion: String
    /// The number of types, if it was measured and takes one.
    public var types: Int?

    /// Creates a pick.
    public init(
      criterion: String, types: Int? = nil
    ) {
      self.criterion = criterion
      self.types = types
    }
  }

  /// The number of types.
  public var types: Int
  /// The rule that was declared: `stability`, `silhouette`, `gap-firstSEmax`.
  public var rule: String
  /// On what the choice rests.
  public var basis: Basis
  /// The least number of units that a type had to have.
  public var smallest: Int
  /// The least stability that the rule `stability` asked for.
  public var leastStability: Double
  /// The reason that a person gave, if a person decided.
  public var reason: String?
  /// What each criterion alone would choose.
  public var alone: [Pick]

  /// Creates the facts of a choice.
  public init(
    types: Int, rule: String, basis: Basis, smallest: Int, leastStability: Double, reason: String? = nil, alone: [Pick]
  ) {
    self.types = types
    self.rule = rule
    self.basis = basis
    self.smallest = smallest
    self.leastStability = leastStability
    self.reason = reason
    self.alone = alone
  }
}

/// An optimum of the chosen number of types that comes near to the best one.
public struct NearTie: Hashable, Sendable {
  /// How much worse its sum of squares is, as a fraction.
  public var worse: Double
  /// The number of starts that ended in it.
  public var hits: Int
  /// The number of units that it would move to another type.
  public var moved: Int

  /// Creates a near-tie.
  public init(
    worse: Double, hits: Int, moved: Int
  ) {
    self.worse = worse
    self.hits = hits
    self.moved = moved
  }
}
