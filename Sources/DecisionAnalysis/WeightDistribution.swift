public import Matrices

/// Where the weights of the criteria are drawn from, when it is not sure how much each should count.
public enum WeightDistribution: Hashable, Sendable {
  /// Each criterion's points times a factor drawn uniformly from 1 − *share* to 1 + *share*, then divided by the sum.
  case around(points: [Double], share: Double)
  /// Uniform over all weights that are not negative and add up to 1: nothing is known about what counts.
  case anywhere(count: Int)

  /// The number of criteria.
  public var count: Int {
    switch self {
    case .around(let points, _): points.count
    case .anywhere(let count): count
    }
  }

  /// Draws weights that add up to 1 (all 0 when every point is 0).
  ///
  /// On the simplex they are the gaps between sorted uniform numbers.
  ///
  /// - Parameters:
  ///   - draws: How many times (*w*).
  ///   - generator: The source of randomness.
  /// - Returns: *w* × *c* weights, one draw a row.
  ///
  /// > Rubinstein, R. (1982). Generating random vectors uniformly distributed inside and on the surface of different
  /// > regions. doi:10.1016/0377-2217(82)90161-8
  public func draw(_ draws: Int, using generator: inout SeededGenerator) -> Matrix {
    var weights = [Double](repeating: 0, count: draws * count)
    for draw in 0..<draws {
      switch self {
      case .around(let points, let share):
        var total = 0.0
        for (index, point) in points.enumerated() {
          let weight = point * (1 - share + 2 * share * generator.uniform())
          weights[draw * count + index] = weight
          total += weight
        }
        if total > 0 { for index in points.indices { weights[draw * count + index] /= total } }
      case .anywhere(let count):
        Self.fillGaps(&weights, from: draw * count, count: count, using: &generator)
      }
    }
    return Matrix(rows: draws, columns: count, values: weights)
  }

  /// Writes the gaps that sorted uniform numbers leave between 0 and 1.
  private static func fillGaps(
    _ weights: inout [Double], from start: Int, count: Int, using generator: inout SeededGenerator
  ) {
    guard count > 0 else { return }
    let end = start + count - 1
    for position in start..<end {
      let cut = generator.uniform()
      var place = position
      while place > start, weights[place - 1] > cut {
        weights[place] = weights[place - 1]
        place -= 1
      }
      weights[place] = cut
    }
    weights[end] = 1
    var before = 0.0
    for position in start...end {
      let cut = weights[position]
      weights[position] = cut - before
      before = cut
    }
  }
}
