public import Texts

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
  /// From how many respondents on the answers from a field of work stand on their own, if it is known.
  public var leastInField: Int?
  /// The number of people whose weights were used, if people weighed the criteria.
  public var persons: Int?
  /// The stages, in their order.
  public var stages: [Stage]
  /// How often each rule found something; never the values.
  public var findings: [FindingCount]

  /// Creates the account.
  public init(
    version: String, recalculations: Int? = nil, winnerRule: WinnerRule? = nil, leastInField: Int? = nil,
    persons: Int? = nil,
    stages: [Stage],
    findings: [FindingCount]
  ) {
    self.version = version
    self.recalculations = recalculations
    self.winnerRule = winnerRule
    self.leastInField = leastInField
    self.persons = persons
    self.stages = stages
    self.findings = findings
  }
}
