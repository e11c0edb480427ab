public import Texts

/// A strategy of the catalogue, with all its texts.
public struct StrategyFacts: Hashable, Sendable {
  /// How much of something a strategy asks.
  public enum Effort: String, Hashable, Sendable {
    case low, medium, high
  }

  /// What a strategy asks of an organisation.
  public struct Asks: Hashable, Sendable {
    /// Of its people.
    public var people: Effort
    /// Of its money.
    public var money: Effort
    /// Of its time.
    public var time: Effort

    /// Creates what a strategy asks.
    public init(
      people: Effort, money: Effort, time: Effort
    ) {
      self.people = people
      self.money = money
      self.time = time
    }
  }

  /// A hard limit: beyond it the strategy is ruled out.
  public struct Limit: Hashable, Sendable {
    /// What is measured.
    public var criterion: Wording
    /// From this amount on it is ruled out, if there is such an end.
    public var atLeast: Double?
    /// Up to this amount it is ruled out, if there is such an end.
    public var atMost: Double?
    /// Why, in a sentence.
    public var because: Wording

    /// Creates a limit.
    public init(criterion: Wording, atLeast: Double? = nil, atMost: Double? = nil, because: Wording) {
      self.criterion = criterion
      self.atLeast = atLeast
      self.atMost = atMost
      self.because = because
    }
  }

  /// A consequence of doing nothing that a strategy answers.
  public struct Answer: Hashable, Sendable {
    /// The name of the consequence.
    public var consequence: Wording
    /// How strongly, if the catalogue says so.
    public var level: Effort?

    /// Creates an answer.
    public init(consequence: Wording, level: Effort? = nil) {
      self.consequence = consequence
      self.level = level
    }
  }

  /// The name in the catalogue file.
  public var id: String
  /// Whether this is doing nothing, with which the others are compared.
  public var isBaseline: Bool
  /// The name for readers.
  public var name: Wording
  /// What it is for.
  public var aim: Wording
  /// When it fits, in a sentence.
  public var fits: Wording
  /// What it asks, if the catalogue says so.
  public var asks: Asks?
  /// What must be in place.
  public var preconditions: [Wording]
  /// Which consequences of doing nothing it answers.
  public var answers: [Answer]
  /// When it is ruled out.
  public var ruledOutWhen: [Limit]
  /// What can go wrong.
  public var risks: [Wording]
  /// What to do first.
  public var firstSteps: [Wording]
  /// Where it was seen.
  public var example: Wording?
  /// The source of the example.
  public var source: Wording?
  /// The criteria that decide whether it fits, each with its weight and meaning.
  public var criteria: [StrategyCriterion]

  /// Creates the facts of a strategy.
  public init(
    id: String, isBaseline: Bool, name: Wording, aim: Wording, fits: Wording, asks: Asks? = nil,
    preconditions: [Wording], answers: [Answer], ruledOutWhen: [Limit] = [], risks: [Wording],
    firstSteps: [Wording], example: Wording? = nil, source: Wording? = nil, criteria: [StrategyCriterion]
  ) {
    self.id = id
    self.isBaseline = isBaseline
    self.name = name
    self.aim = aim
    self.fits = fits
    self.asks = asks
    self.preconditions = preconditions
    self.answers = answers
    self.ruledOutWhen = ruledOutWhen
    self.risks = risks
    self.firstSteps = firstSteps
    self.example = example
    self.source = source
    self.criteria = criteria
  }
}

/// A criterion as one strategy uses it.
public struct StrategyCriterion: Hashable, Sendable {
  /// The name for readers.
  public var name: Wording
  /// The weight within the strategy; the weights of a strategy sum to 1.
  public var weight: Double
  /// How a value is judged, in a sentence.
  public var judged: Wording

  /// Creates a criterion of a strategy.
  public init(
    name: Wording, weight: Double, judged: Wording
  ) {
    self.name = name
    self.weight = weight
    self.judged = judged
  }
}

/// A criterion of the choice, and why it is there.
public struct CriterionFacts: Hashable, Sendable {
  /// Where its amount comes from.
  public enum Origin: String, Hashable, Sendable, CaseIterable {
    case index, question, register, judgement
  }

  /// Where its amount in a field of work comes from.
  public enum InFields: String, Hashable, Sendable, CaseIterable {
    /// From the answers of those who work in the field.
    case own
    /// From the type as a whole.
    case type
    /// From the catalogue's judgement of the field.
    case judgement
  }

  /// The weight used beside those that the values themselves would give, each as a share of all criteria.
  public struct Mirror: Hashable, Sendable {
    /// The weight used.
    public var used: Double
    /// The weight by the entropy of the values.
    public var entropy: Double
    /// The weight by contrast and conflict of the values (CRITIC).
    public var critic: Double

    /// Creates a mirror.
    public init(used: Double, entropy: Double, critic: Double) {
      self.used = used
      self.entropy = entropy
      self.critic = critic
    }
  }

  /// The name in the catalogue file.
  public var id: String
  /// The name for readers.
  public var name: Wording
  /// What it measures, or how a value is judged.
  public var about: Wording
  /// Its weight in points, if the catalogue weighs criteria as a whole; one of 10 counts twice one of 5.
  public var weight: Double?
  /// Why it is there and weighs what it weighs.
  public var reason: Wording
  /// Where its amount comes from, if known.
  public var origin: Origin?
  /// Where its amount in a field of work comes from, if there are fields.
  public var inFields: InFields?
  /// What the values themselves would say of its weight, if that was computed.
  public var mirror: Mirror?

  /// Creates the facts of a criterion.
  public init(
    id: String, name: Wording, about: Wording, weight: Double? = nil, reason: Wording, origin: Origin? = nil,
    inFields: InFields? = nil, mirror: Mirror? = nil
  ) {
    self.id = id
    self.name = name
    self.about = about
    self.weight = weight
    self.reason = reason
    self.origin = origin
    self.inFields = inFields
    self.mirror = mirror
  }
}
