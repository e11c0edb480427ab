public import Matrices

/// Drawn weights laid out so that the draws that use the same replicate lie beside each other.
///
/// What depends on the weights alone is prepared once and shared by all cases that are drawn jointly: types, fields, members.
/// Draw *i* uses replicate *i* mod *r*; the draws of a replicate are taken eight at a time, one a lane.
public struct PreparedWeights: Sendable {
  /// How many draws are used.
  public let draws: Int
  /// The number of replicates (*r*) over which the draws are spread.
  public let replicates: Int
  /// The number of criteria (*c*).
  public let criteria: Int

  /// The weights of eight draws by one criterion; *c* of these a group of draws, groups in the order of the replicates.
  let lanes: [SIMD8<Double>]
  /// Where the groups of each replicate begin, and the total at the end.
  let starts: [Int]

  /// Prepares weights.
  ///
  /// - Parameters:
  ///   - weights: *w* × *c* drawn weights; see ``WeightDistribution/draw(_:using:)``.
  ///   - replicates: The number of replicates of each case (*r*), at least 1.
  ///   - draws: How many of the weights to use, from the first on; all when `nil`.
  /// - Complexity: O(*draws* · *c*).
  public init(_ weights: Matrix, replicates: Int, draws: Int? = nil) {
    precondition(replicates > 0, "draws use at least one replicate")
    let draws = min(draws ?? weights.rows, weights.rows)
    var starts = [0]
    for replicate in 0..<replicates {
      let own = (max(0, draws - replicate) + replicates - 1) / replicates
      starts.append(starts[replicate] + (own + 7) / 8)
    }
    var lanes = [SIMD8<Double>](repeating: .zero, count: starts[replicates] * weights.columns)
    weights.withValues { values in
      for draw in 0..<draws {
        let (turn, replicate) = draw.quotientAndRemainder(dividingBy: replicates)
        let group = (starts[replicate] + turn / 8) * weights.columns
        for criterion in 0..<weights.columns {
          lanes[group + criterion][turn % 8] = values[draw * weights.columns + criterion]
        }
      }
    }
    self.draws = draws
    self.replicates = replicates
    self.criteria = weights.columns
    self.lanes = lanes
    self.starts = starts
  }

  /// Returns how many of the lanes of a group hold a draw: eight, but for the last group of a replicate.
  func drawsInGroup(_ group: Int, of replicate: Int) -> Int {
    let own = (max(0, draws - replicate) + replicates - 1) / replicates
    return min(8, own - 8 * (group - starts[replicate]))
  }
}
