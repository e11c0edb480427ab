public import DecisionAnalysis

/// How one person weighs the criteria of a catalogue.
public struct PersonWeights: Hashable, Sendable {
  /// How a person says what counts most.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// By dividing points over the criteria.
    case points
    /// By saying of each pair of criteria how many times as important one is as the other (analytic hierarchy process).
    case pairs
  }

  /// The name of the person.
  public var person: String
  /// How the person weighed.
  public var method: Method
  /// The weight of each criterion of the catalogue (*c*), adding up to 1.
  public var weights: [Double]
  /// How much the judgements of pairs contradict each other: 0 not at all, from 0.1 on too much; `nil` for points.
  public var consistencyRatio: Double?

  /// Creates weights from divided points.
  ///
  /// - Parameters:
  ///   - person: The name of the person.
  ///   - points: The points of each criterion (*c*), none negative; points that are all zero weigh every criterion alike.
  public init(person: String, points: [Double]) {
    self.person = person
    method = .points
    let sum = points.reduce(0, +)
    weights = sum > 0 ? points.map { $0 / sum } : equalWeights(count: points.count)
    consistencyRatio = nil
  }

  /// Creates weights from judgements of pairs: their priorities.
  ///
  /// - Parameters:
  ///   - person: The name of the person.
  ///   - pairs: The judgements of all pairs of criteria (*c* × *c*).
  public init(person: String, pairs: PairwiseComparison) {
    self.person = person
    method = .pairs
    weights = pairs.priorities
    consistencyRatio = pairs.consistencyRatio
  }
}
