import Matrices

/// A model that scores alternatives by the weighted mean of what each criterion is worth to them.
///
/// Each alternative names the criteria that speak about it, with a value function and an importance of its own. Its score
/// is Σ *p* · *i* · *v* / Σ *p* · *i* over those criteria, with *p* the points of the criterion, *i* the importance and *v*
/// the value; so a score lies between 0 and 1 however many criteria an alternative names, and depends on no other
/// alternative: adding, removing or copying one never reorders the others. An amount that is not known (NaN) leaves its
/// criterion out of both sums.
///
/// > Keeney, R. and Raiffa, H. (1976). Decisions with Multiple Objectives. doi:10.1017/CBO9781139174084
public struct WeightedSum: Hashable, Sendable {
  /// A criterion as one alternative sees it.
  public struct Term: Hashable, Sendable {
    /// The index of the criterion.
    public var criterion: Int
    /// How much this criterion counts for this alternative beside its points; 1 is plain.
    public var importance: Double
    /// What an amount is worth to this alternative.
    public var value: ValueFunction

    /// Creates a term.
    ///
    /// - Precondition: The importance is positive and finite.
    public init(criterion: Int, importance: Double = 1, value: ValueFunction) {
      precondition(importance > 0 && importance.isFinite, "an importance is positive")
      self.criterion = criterion
      self.importance = importance
      self.value = value
    }
  }

  /// What one term adds to a score.
  public struct Contribution: Hashable, Sendable {
    /// The index of the criterion.
    public var criterion: Int
    /// The amount measured; NaN when it is not known.
    public var amount: Double
    /// What the amount is worth, 0 to 1; NaN when the amount is not known.
    public var value: Double
    /// The share of this term in the weights of its alternative, 0 when the amount is not known.
    ///
    /// The shares of the terms of an alternative add up to 1.
    public var weight: Double
    /// Value times weight; the contributions of an alternative add up to its score.
    public var contribution: Double
  }

  /// The score of an alternative with its explanation.
  public struct Assessment: Hashable, Sendable {
    /// The score, 0 to 1, rounded to 2⁻³²; `nil` when nothing that the alternative asks about is known.
    public var score: Double?
    /// One contribution a term, in the order of the terms.
    public var contributions: [Contribution]
  }

  /// The points of each criterion (*c*), not negative.
  public let points: [Double]
  /// The terms of each alternative (*a* lists).
  public let alternatives: [[Term]]

  /// Creates a model.
  ///
  /// - Precondition: Points are finite and not negative, and every term names a criterion.
  public init(points: [Double], alternatives: [[Term]]) {
    precondition(points.allSatisfy { $0 >= 0 && $0.isFinite }, "points are not negative")
    precondition(
      alternatives.allSatisfy { $0.allSatisfy { points.indices.contains($0.criterion) } }, "a term names a criterion")
    self.points = points
    self.alternatives = alternatives
  }

  /// Returns the assessment of every alternative.
  ///
  /// - Parameter amounts: What was measured on each criterion (*c*), NaN where it is not known.
  /// - Returns: *a* assessments.
  /// - Precondition: As many amounts as criteria.
  /// - Complexity: O(number of terms).
  public func assess(_ amounts: [Double]) -> [Assessment] {
    precondition(amounts.count == points.count, "one amount a criterion")
    return alternatives.map { terms in
      let masses = terms.map { amounts[$0.criterion].isNaN ? 0 : points[$0.criterion] * $0.importance }
      let total = masses.sum
      let contributions = zip(terms, masses).map { term, mass in
        let amount = amounts[term.criterion]
        let value = term.value(amount)
        let weight = total > 0 ? mass / total : 0
        return Contribution(
          criterion: term.criterion, amount: amount, value: value, weight: weight,
          contribution: weight > 0 ? weight * value : 0)
      }
      return Assessment(
        score: total > 0 ? contributions.map(\.contribution).sum.roundedToGrid : nil, contributions: contributions)
    }
  }
}

/// Returns the rank of each score: 1 for the highest, equal scores the same rank (1, 2, 2, 4); `nil` scores come last.
///
/// - Complexity: O(*n*²).
public func competitionRanks(of scores: [Double?]) -> [Int] {
  scores.map { score in
    1
      + scores.count { other in
        guard let other else { return false }
        return score.map { other > $0 } ?? true
      }
  }
}

/// Returns the index of the highest score, the lowest index where equal; `nil` when there is none.
///
/// - Complexity: O(*n*).
public func indexOfHighest(_ scores: [Double?]) -> Int? {
  var best: (index: Int, score: Double)?
  for (index, score) in scores.enumerated() {
    if let score, score > best?.score ?? -.infinity { best = (index, score) }
  }
  return best?.index
}
