public import Texts

/// A strategy of the catalogue, with all its texts.
public struct StrategyFacts: Hashable, Sendable {
  /// The name in the catalogue file.
  public var id: String
  /// The name for readers.
  public var name: Wording
  /// What it is for.
  public var aim: Wording
  /// When it fits, in a sentence.
  public var fits: Wording
  /// What must be in place.
  public var preconditions: [Wording]
  /// Which consequences of doing nothing it answers.
  public var answers: [Wording]
  /// What to do first.
  public var firstSteps: [Wording]
  /// Where it was seen.
  public var example: Wording?
  /// The source of the example.
  public var source: String?
  /// The criteria that decide whether it fits, each with its weight and meaning.
  public var criteria: [StrategyCriterion]

  /// Creates the facts of a strategy.
  public init(
    id: String, name: Wording, aim: Wording, fits: Wording, preconditions: [Wording], answers: [Wording],
    firstSteps: [Wording], example: Wording? = nil, source: String? = nil, criteria: [StrategyCriterion]
  ) {
    self.id = id
    self.name = name
    self.aim = aim
    self.fits = fits
    self.preconditions = preconditions
    self.answers = answers
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
  /// The name in the catalogue file.
  public var id: String
  /// The name for readers.
  public var name: Wording
  /// What it measures, or how a value is judged.
  public var about: Wording
  /// Its weight relative to the other criteria, from 0 to 1, if the catalogue weighs criteria as a whole.
  public var weight: Double?
  /// Why it is there and weighs what it weighs.
  public var reason: Wording

  /// Creates the facts of a criterion.
  public init(
    id: String, name: Wording, about: Wording, weight: Double? = nil, reason: Wording
  ) {
    self.id = id
    self.name = name
    self.about = about
    self.weight = weight
    self.reason = reason
  }
}
