public import Texts

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

  /// Creates the evidence.
  public init(rows: [Row], choice: ChoiceFacts, chanceOfNew: Double? = nil, nearTies: [NearTie]) {
    self.rows = rows
    self.choice = choice
    self.chanceOfNew = chanceOfNew
    self.nearTies = nearTies
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

/// A result of the survey beside the figure that was published.
public struct ResultFacts: Hashable, Sendable {
  /// The question as it was put.
  public var question: Wording
  /// The answer that was counted, if the question alone does not say it.
  public var answer: Wording?
  /// Whether the answer is one option of a question with several, which may be ticked or not.
  public var isOption: Bool
  /// The words in which a figure was published, if one was.
  public var published: Wording?
  /// The published figure, from 0 to 1.
  public var publishedShare: Double?
  /// The share among respondents, from 0 to 1.
  public var respondents: EstimateFacts
  /// The same for the average unit, raked to the register, if it was computed.
  public var averageUnit: EstimateFacts?

  /// Creates a result.
  public init(
    question: Wording, answer: Wording? = nil, isOption: Bool = false, published: Wording? = nil,
    publishedShare: Double? = nil, respondents: EstimateFacts, averageUnit: EstimateFacts? = nil
  ) {
    self.question = question
    self.answer = answer
    self.isOption = isOption
    self.published = published
    self.publishedShare = publishedShare
    self.respondents = respondents
    self.averageUnit = averageUnit
  }
}

/// An estimated share with its interval.
public struct EstimateFacts: Hashable, Sendable {
  /// The number of respondents on which it rests.
  public var count: Int
  /// The share, from 0 to 1.
  public var share: Double
  /// The lower end of the 95 % interval.
  public var low: Double?
  /// The upper end of the 95 % interval.
  public var high: Double?

  /// Creates an estimate.
  public init(
    count: Int, share: Double, low: Double? = nil, high: Double? = nil
  ) {
    self.count = count
    self.share = share
    self.low = low
    self.high = high
  }
}

/// How a report was made, for those who want to check it.
public struct MakingFacts: Hashable, Sendable {
  /// A named value.
  public struct Entry: Hashable, Sendable {
    /// What is named.
    public var name: String
    /// Its value as text.
    public var value: String

    /// Creates a named value.
    public init(
      name: String, value: String
    ) {
      self.name = name
      self.value = value
    }
  }

  /// The parameters of one stage.
  public struct Stage: Hashable, Sendable {
    /// The name of the stage.
    public var name: String
    /// The seed, if the stage draws.
    public var seed: String?
    /// The parameters, in their own order.
    public var parameters: [Entry]
    /// The inputs and outputs with their digests (SHA-256).
    public var digests: [Entry]

    /// Creates the record of a stage.
    public init(
      name: String, seed: String? = nil, parameters: [Entry], digests: [Entry]
    ) {
      self.name = name
      self.seed = seed
      self.parameters = parameters
      self.digests = digests
    }
  }

  /// How often a rule found something.
  public struct FindingCount: Hashable, Sendable {
    /// The stage that found it.
    public var stage: String
    /// The weight of the finding: note, warning or error.
    public var level: String
    /// The name of the rule.
    public var rule: String
    /// How often.
    public var count: Int
    /// What the rule finds, when the codebook says it.
    public var label: Wording?

    /// Creates the count of a rule.
    public init(
      stage: String, level: String, rule: String, count: Int, label: Wording? = nil
    ) {
      self.label = label
      self.stage = stage
      self.level = level
      self.rule = rule
      self.count = count
    }
  }

  /// When a strategy counts as a clear winner, and over how many draws.
  public struct WinnerRule: Hashable, Sendable {
    /// The number of joint draws of weights and of redrawn respondents.
    public var draws: Int
    /// How far a weight may lie from what was declared, as a share of it.
    public var bounds: Double
    /// The least share of the draws in which a clear winner comes first.
    public var leastShare: Double
    /// The least difference from the share of the next.
    public var leastAhead: Double

    /// Creates a rule.
    public init(draws: Int, bounds: Double, leastShare: Double, leastAhead: Double) {
      self.draws = draws
      self.bounds = bounds
      self.leastShare = leastShare
      self.leastAhead = leastAhead
    }
  }

  /// The version of the program.
  public var version: String
  /// The number of recalculations with redrawn respondents.
  public var recalculations: Int?
  /// When a strategy counts as a clear winner, if it is known.
  public var winnerRule: WinnerRule?
  /// The stages, in their order.
  public var stages: [Stage]
  /// How often each rule found something; never the values.
  public var findings: [FindingCount]

  /// Creates the account.
  public init(
    version: String, recalculations: Int? = nil, winnerRule: WinnerRule? = nil, stages: [Stage],
    findings: [FindingCount]
  ) {
    self.version = version
    self.recalculations = recalculations
    self.winnerRule = winnerRule
    self.stages = stages
    self.findings = findings
  }
}
