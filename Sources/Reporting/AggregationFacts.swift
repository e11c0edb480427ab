public import Texts

/// How the answers of respondents were brought to units.
public struct AggregationFacts: Hashable, Sendable {
  /// How far respondents of one unit agree on a question or index.
  public struct Agreement: Hashable, Sendable {
    /// The question or index.
    public var label: Wording
    /// Whether it is an index.
    public var isIndex: Bool
    /// The number of answers.
    public var answers: Int
    /// The number of units with an answer.
    public var units: Int
    /// The reliability of one respondent: the share of the variance that lies between units, ICC(1).
    public var single: Double?
    /// The reliability of a unit's mean, ICC(2).
    public var mean: Double?
    /// The mean agreement within units, rwg, from 0 to 1.
    public var withinUnits: Double?
    /// The name of the question or index.
    public var name: String

    /// Creates the agreement on one question.
    public init(
      label: Wording, isIndex: Bool, answers: Int, units: Int, single: Double? = nil, mean: Double? = nil,
      withinUnits: Double? = nil, name: String = ""
    ) {
      self.label = label
      self.isIndex = isIndex
      self.answers = answers
      self.units = units
      self.single = single
      self.mean = mean
      self.withinUnits = withinUnits
      self.name = name
    }
  }

  /// A function of respondents, and how much they answered differently.
  public struct Function: Hashable, Sendable {
    /// What the function is called.
    public var label: Wording
    /// The number of respondents; `nil` when it is withheld.
    public var respondents: Int?
    /// The share of the reference mix to which units were brought, if they were.
    public var reference: Double?
    /// For each feature of ``AggregationFacts/adjusted`` the difference from the reference mix, on its own scale.
    public var effects: [Double?]

    /// Creates a function.
    public init(label: Wording, respondents: Int? = nil, reference: Double? = nil, effects: [Double?] = []) {
      self.label = label
      self.respondents = respondents
      self.reference = reference
      self.effects = effects
    }
  }

  /// What pooling did to one feature.
  public struct Pooling: Hashable, Sendable {
    /// The feature.
    public var label: Wording
    /// The number of units.
    public var units: Int
    /// The mean pull: 0 leaves the units as they are, 1 puts the mean of their stratum in their place.
    public var pull: Double?
    /// The mean absolute change, on the scale of the feature.
    public var moved: Double?
    /// The greatest absolute change.
    public var most: Double?

    /// Creates the pooling of a feature.
    public init(label: Wording, units: Int, pull: Double? = nil, moved: Double? = nil, most: Double? = nil) {
      self.label = label
      self.units = units
      self.pull = pull
      self.moved = moved
      self.most = most
    }
  }

  /// How many units moved at least a distance on one feature or another, in standard deviations.
  public struct Moved: Hashable, Sendable {
    /// The distance, in standard deviations of the units' own values.
    public var distance: Double
    /// The number of units.
    public var units: Int

    /// Creates a count.
    public init(distance: Double, units: Int) {
      self.distance = distance
      self.units = units
    }
  }

  /// Whether a unit's value is the median of its answers; otherwise their mean.
  public var usesMedian: Bool
  /// The agreement on each question and index.
  public var agreement: [Agreement]
  /// The functions of respondents, the commonest first.
  public var functions: [Function]
  /// The features whose values were brought to the reference mix of functions.
  public var adjusted: [Wording]
  /// What pooling did to each feature.
  public var pooling: [Pooling]
  /// Whether pooling drew values towards the mean of a group of units, or of all.
  public var poolsByGroup: Bool
  /// How many units pooling moved how far, the shortest distance first.
  public var moved: [Moved]
  /// The number of replicates of the respondents.
  public var replicates: Int?

  /// Creates the facts.
  public init(
    usesMedian: Bool = false, agreement: [Agreement] = [], functions: [Function] = [], adjusted: [Wording] = [],
    pooling: [Pooling] = [], poolsByGroup: Bool = false, moved: [Moved] = [], replicates: Int? = nil
  ) {
    self.usesMedian = usesMedian
    self.agreement = agreement
    self.functions = functions
    self.adjusted = adjusted
    self.pooling = pooling
    self.poolsByGroup = poolsByGroup
    self.moved = moved
    self.replicates = replicates
  }
}

/// How well the items of an index measure one thing.
public struct ReliabilityFacts: Hashable, Sendable {
  /// One item of an index.
  public struct Item: Hashable, Sendable {
    /// The question.
    public var label: Wording
    /// The correlation of the item with the sum of the others.
    public var rest: Double?
    /// Cronbach's alpha without the item.
    public var dropped: Double?

    /// Creates an item.
    public init(label: Wording, rest: Double? = nil, dropped: Double? = nil) {
      self.label = label
      self.rest = rest
      self.dropped = dropped
    }
  }

  /// The index.
  public var label: Wording
  /// The number of respondents who answered all items.
  public var respondents: Int
  /// Cronbach's alpha.
  public var alpha: Double?
  /// The lower end of its 95 % interval.
  public var low: Double?
  /// The upper end of its 95 % interval.
  public var high: Double?
  /// The items.
  public var items: [Item]
  /// The name of the index.
  public var name: String

  /// Creates the reliability of an index.
  public init(
    label: Wording, respondents: Int, alpha: Double? = nil, low: Double? = nil, high: Double? = nil, items: [Item],
    name: String = ""
  ) {
    self.label = label
    self.respondents = respondents
    self.alpha = alpha
    self.low = low
    self.high = high
    self.items = items
    self.name = name
  }
}
