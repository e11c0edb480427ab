public import Texts

/// An estimated share or mean with its interval.
public struct EstimateFacts: Hashable, Sendable {
  /// The number of respondents on which it rests.
  public var count: Int
  /// The share, from 0 to 1, or the mean on the scale of the question.
  public var value: Double
  /// The lower end of the 95 % interval.
  public var low: Double?
  /// The upper end of the 95 % interval.
  public var high: Double?
  /// How many times larger the variance is than that of as many answers drawn alone (Kish 1965).
  public var designEffect: Double?

  /// Creates an estimate.
  public init(count: Int, value: Double, low: Double? = nil, high: Double? = nil, designEffect: Double? = nil) {
    self.count = count
    self.value = value
    self.low = low
    self.high = high
    self.designEffect = designEffect
  }
}

/// What may be said of one cell of a table about groups of people.
public enum CellFacts: Hashable, Sendable {
  /// An estimate.
  case shown(EstimateFacts)
  /// Too few people answered to say anything.
  case tooFew
  /// Enough people answered, but with it another cell could be worked out.
  case wouldTell
  /// Nobody answered.
  case empty
}

/// A way to divide the units into groups for which there are estimates: by size, by part of the country.
public struct GroupingFacts: Hashable, Sendable {
  /// What the division is called.
  public var label: Wording
  /// What the groups are called, in their order.
  public var groups: [Wording]

  /// Creates a division.
  public init(label: Wording, groups: [Wording]) {
    self.label = label
    self.groups = groups
  }
}

/// What an estimate is about: it is named wherever one is printed.
public enum EstimandFacts: String, Hashable, Sendable, CaseIterable {
  /// Each respondent counts once, unweighted, as in most published figures.
  case respondents
  /// The average unit: each unit counts by its weight, however many respondents it has.
  case units
  /// The average inhabitant: each unit counts by its weight times its inhabitants.
  case inhabitants
}

/// A result of the survey, beside the figure that was published if there is one.
public struct ResultFacts: Hashable, Sendable {
  /// The question as it was put.
  public var question: Wording
  /// The answer that was counted, if the question alone does not say it.
  public var answer: Wording?
  /// Whether the answer is one option of a question with several, which may be ticked or not.
  public var isOption: Bool
  /// Whether the estimates are means on the scale of the question and not shares.
  public var isMean: Bool
  /// The words in which a figure was published, if one was.
  public var published: Wording?
  /// The published figure, from 0 to 1.
  public var publishedShare: Double?
  /// The estimate among respondents, unweighted.
  public var respondents: EstimateFacts
  /// The same for the average unit, raked to the register, if it was computed.
  public var averageUnit: EstimateFacts?
  /// The same by inhabitants, if it was computed.
  public var inhabitants: EstimateFacts?
  /// The estimate in each group of each division of the report, in their order; empty without divisions.
  public var groups: [[CellFacts]]

  /// Creates a result.
  public init(
    question: Wording, answer: Wording? = nil, isOption: Bool = false, isMean: Bool = false, published: Wording? = nil,
    publishedShare: Double? = nil, respondents: EstimateFacts, averageUnit: EstimateFacts? = nil,
    inhabitants: EstimateFacts? = nil, groups: [[CellFacts]] = []
  ) {
    self.question = question
    self.answer = answer
    self.isOption = isOption
    self.isMean = isMean
    self.published = published
    self.publishedShare = publishedShare
    self.respondents = respondents
    self.averageUnit = averageUnit
    self.inhabitants = inhabitants
    self.groups = groups
  }

  /// Returns the estimate of one kind.
  public subscript(estimand: EstimandFacts) -> EstimateFacts? {
    switch estimand {
    case .respondents: respondents
    case .units: averageUnit
    case .inhabitants: inhabitants
    }
  }
}
