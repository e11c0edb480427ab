public import Matrices

/// How often each alternative takes each rank when weights and measurements are drawn together.
///
/// > Lahdelma, R. and Salminen, P. (2001). SMAA-2: stochastic multicriteria acceptability analysis for group decision
/// > making. doi:10.1287/opre.49.3.444.11220
public struct RankAcceptability: Hashable, Sendable {
  /// The share of the draws in which an alternative (row, *a*) takes a rank (column, *a*).
  ///
  /// Ties share their ranks evenly. Rows add up to 1, except those of alternatives that take no part, which are 0.
  public var shares: Matrix
  /// The share of the draws in which the row's alternative scores above the column's, a tie counting half (*a* × *a*).
  public var above: Matrix

  /// The share of the draws in which each alternative comes first (*a*).
  public var first: [Double] { shares.columns == 0 ? [] : shares.column(0) }
}

extension WeightedSum {
  /// Returns how often each alternative takes each rank over joint draws of weights and measurements.
  ///
  /// Draw *i* uses row *i* of the weights and row *i* mod *r* of the measurements, so that every replicate counts alike.
  /// Cases that are worked apart with the same weights are drawn jointly.
  ///
  /// - Parameters:
  ///   - replicates: *r* × *c* amounts; NaN where one is not known.
  ///   - eligible: Which alternatives take part (*a*).
  ///   - weights: *w* × *c* drawn weights; see ``WeightDistribution/draw(_:using:)``.
  ///   - draws: How many of the weights to use, from the first on; all when `nil`. With none all shares are 0.
  /// - Returns: Shares by rank. An alternative about which nothing is known in a draw comes behind all others in it.
  /// - Precondition: *r* is at least 1, and all counts of criteria and alternatives agree.
  /// - Complexity: O(*draws* · (terms + *a*²)).
  public func rankAcceptability(replicates: Matrix, eligible: [Bool], weights: Matrix, draws: Int? = nil)
    -> RankAcceptability
  {
    rankAcceptability(
      replicates: replicates, eligible: eligible,
      weights: PreparedWeights(weights, replicates: replicates.rows, draws: draws))
  }

  /// Returns how often each alternative takes each rank, with weights that were prepared for so many replicates.
  ///
  /// - Precondition: The weights were prepared for *r* replicates, and all counts of criteria and alternatives agree.
  /// - Complexity: O(*draws* · (terms + *a*²) + *a*³).
  public func rankAcceptability(replicates: Matrix, eligible: [Bool], weights: PreparedWeights) -> RankAcceptability {
    let scores = laneScores(replicates, eligible, weights)
    var tally = RankTally(count: scores.contenders.count)
    scores.forEachGroup(of: weights) { tally.add($0, draws: $1) }
    return tally.acceptability(of: scores.contenders, among: alternatives.count, draws: weights.draws)
  }

  /// Returns the share of the draws in which each alternative comes first, as ``rankAcceptability(replicates:eligible:weights:)``
  /// does, in less time.
  ///
  /// - Parameters:
  ///   - replicates: *r* × *c* amounts; NaN where one is not known.
  ///   - eligible: Which alternatives take part (*a*).
  ///   - weights: Drawn weights, prepared for *r* replicates.
  /// - Returns: *a* shares; ties share evenly. They add up to 1, or to 0 without draws or alternatives that take part.
  /// - Precondition: The weights were prepared for *r* replicates, and all counts of criteria and alternatives agree.
  /// - Complexity: O(*draws* · terms).
  public func firstShares(replicates: Matrix, eligible: [Bool], weights: PreparedWeights) -> [Double] {
    let scores = laneScores(replicates, eligible, weights)
    var tally = FirstTally(count: scores.contenders.count)
    scores.forEachGroup(of: weights) { tally.add($0, draws: $1) }
    return tally.shares(of: scores.contenders, among: alternatives.count, draws: weights.draws)
  }

  /// Returns the share of the draws in which each alternative comes first.
  ///
  /// Where several cases share their weights, prepare these once: see ``PreparedWeights``.
  public func firstShares(replicates: Matrix, eligible: [Bool], weights: Matrix, draws: Int? = nil) -> [Double] {
    firstShares(
      replicates: replicates, eligible: eligible,
      weights: PreparedWeights(weights, replicates: replicates.rows, draws: draws))
  }

  private func laneScores(_ replicates: Matrix, _ eligible: [Bool], _ weights: PreparedWeights) -> LaneScores {
    precondition(replicates.columns == points.count, "replicates of one amount a criterion")
    precondition(eligible.count == alternatives.count, "each alternative takes part or not")
    precondition(weights.criteria == points.count, "one weight a criterion")
    precondition(weights.replicates == replicates.rows, "weights that were prepared for so many replicates")
    return LaneScores(self, replicates, eligible: eligible)
  }

  /// Returns the score of every alternative for every row of measurements, with the declared points.
  ///
  /// - Parameter rows: *r* × *c* amounts; NaN where one is not known.
  /// - Returns: *r* × *a* scores; NaN where nothing is known.
  public func scores(of rows: Matrix) -> Matrix {
    precondition(rows.columns == points.count, "one amount a criterion")
    var result = Matrix(rows: rows.rows, columns: alternatives.count)
    for row in 0..<rows.rows {
      for (column, terms) in alternatives.enumerated() {
        var gain = 0.0
        var mass = 0.0
        for term in terms {
          let value = term.value(rows[row, term.criterion])
          if value.isNaN { continue }
          gain += points[term.criterion] * (term.importance * value)
          mass += points[term.criterion] * term.importance
        }
        result[row, column] = mass > 0 ? (gain / mass).roundedToGrid : .nan
      }
    }
    return result
  }
}
