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
  /// > Rubinstein, R. (1982). Generating random vectors uniformly distributed inside and on the surface of different
  /// > regions. doi:10.1016/0377-2217(82)90161-8
  public func draw(using generator: inout SeededGenerator) -> [Double] {
    switch self {
    case .around(let points, let share):
      let drawn = points.map { $0 * (1 - share + 2 * share * generator.uniform()) }
      let total = drawn.sum
      return total > 0 ? drawn.map { $0 / total } : drawn
    case .anywhere(let count):
      guard count > 0 else { return [] }
      var cuts = (1..<max(count, 1)).map { _ in generator.uniform() }
      cuts.sort()
      cuts.append(1)
      var before = 0.0
      return cuts.map { cut in
        defer { before = cut }
        return cut - before
      }
    }
  }
}
