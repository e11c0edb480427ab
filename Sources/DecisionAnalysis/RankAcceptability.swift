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
    precondition(replicates.rows > 0 && replicates.columns == points.count, "replicates of one amount a criterion")
    precondition(eligible.count == alternatives.count, "each alternative takes part or not")
    precondition(weights.columns == points.count, "one weight a criterion")
    let prepared = PreparedTerms(self, replicates)
    let draws = min(draws ?? weights.rows, weights.rows)
    var tally = RankTally(count: alternatives.count, contenders: alternatives.indices.filter { eligible[$0] })
    var scores = [Double](repeating: 0, count: alternatives.count)
    weights.withValues { weights in
      for draw in 0..<draws {
        let row = draw * points.count..<(draw + 1) * points.count
        prepared.score(replicate: draw % replicates.rows, weights: weights.extracting(row), into: &scores)
        tally.add(scores)
      }
    }
    return tally.acceptability(draws: draws)
  }

  /// Returns the score of every alternative for every row of measurements, with the declared points.
  ///
  /// - Parameter rows: *r* × *c* amounts; NaN where one is not known.
  /// - Returns: *r* × *a* scores; NaN where nothing is known.
  public func scores(of rows: Matrix) -> Matrix {
    precondition(rows.columns == points.count, "one amount a criterion")
    let prepared = PreparedTerms(self, rows)
    var result = Matrix(rows: rows.rows, columns: alternatives.count)
    var scores = [Double](repeating: 0, count: alternatives.count)
    for row in 0..<rows.rows {
      prepared.score(replicate: row, weights: points.span, into: &scores)
      for (column, score) in scores.enumerated() { result[row, column] = score < 0 ? .nan : score }
    }
    return result
  }
}

/// The value of every term in every replicate, laid out in the order in which the draws read them.
private struct PreparedTerms {
  /// Where the terms of each alternative begin, and the total at the end.
  let starts: [Int]
  let criteria: [Int]
  /// Importance times value, and importance; both 0 where the amount is not known.
  let gains: [Double]
  let masses: [Double]

  init(_ model: WeightedSum, _ replicates: Matrix) {
    var starts = [0]
    for terms in model.alternatives { starts.append((starts.last ?? 0) + terms.count) }
    let terms = model.alternatives.flatMap { $0 }
    var gains: [Double] = []
    var masses: [Double] = []
    gains.reserveCapacity(replicates.rows * terms.count)
    masses.reserveCapacity(replicates.rows * terms.count)
    for row in 0..<replicates.rows {
      for term in terms {
        let value = term.value(replicates[row, term.criterion])
        gains.append(value.isNaN ? 0 : term.importance * value)
        masses.append(value.isNaN ? 0 : term.importance)
      }
    }
    self.starts = starts
    self.criteria = terms.map(\.criterion)
    self.gains = gains
    self.masses = masses
  }

  /// Writes the score of every alternative; −1 where nothing is known.
  func score(replicate: Int, weights: Span<Double>, into scores: inout [Double]) {
    let offset = replicate * criteria.count
    for alternative in scores.indices {
      var gain = 0.0
      var mass = 0.0
      for term in starts[alternative]..<starts[alternative + 1] {
        let weight = weights[criteria[term]]
        gain += weight * gains[offset + term]
        mass += weight * masses[offset + term]
      }
      scores[alternative] = mass > 0 ? (gain / mass).roundedToGrid : -1
    }
  }
}

/// Counts ranks and pairs over the draws, row by row.
private struct RankTally {
  let count: Int
  let contenders: [Int]
  var ranks: [Double]
  /// How often the row's alternative scores above the column's, for rows before columns alone.
  var above: [Double]
  /// How many score above each alternative in the present draw, and how many as high, itself included.
  var better: [Int]
  var equal: [Int]

  init(count: Int, contenders: [Int]) {
    self.count = count
    self.contenders = contenders
    ranks = Array(repeating: 0, count: count * count)
    above = Array(repeating: 0, count: count * count)
    better = Array(repeating: 0, count: count)
    equal = Array(repeating: 1, count: count)
  }

  mutating func add(_ scores: [Double]) {
    for a in contenders {
      better[a] = 0
      equal[a] = 1
    }
    for (position, a) in contenders.enumerated() {
      let score = scores[a]
      for other in position + 1..<max(contenders.count, position + 1) {
        let b = contenders[other]
        if scores[b] > score {
          better[a] += 1
        } else if scores[b] < score {
          better[b] += 1
          above[a * count + b] += 1
        } else {
          equal[a] += 1
          equal[b] += 1
          above[a * count + b] += 0.5
        }
      }
    }
    for a in contenders {
      let share = 1 / Double(equal[a])
      for rank in better[a]..<better[a] + equal[a] { ranks[a * count + rank] += share }
    }
  }

  func acceptability(draws: Int) -> RankAcceptability {
    let divisor = Double(max(draws, 1))
    var pairs = Matrix(rows: count, columns: count)
    for (position, a) in contenders.enumerated() {
      for b in contenders.dropFirst(position + 1) {
        pairs[a, b] = above[a * count + b] / divisor
        pairs[b, a] = (Double(draws) - above[a * count + b]) / divisor
      }
    }
    return RankAcceptability(
      shares: Matrix(rows: count, columns: count, values: ranks.map { $0 / divisor }), above: pairs)
  }
}
