import RealModule

extension Collection where Element == Double, Index == Int {
  /// The sum, added in index order; 0 for an empty collection.
  @inlinable public var sum: Double { reduce(0, +) }

  /// The arithmetic mean, or `nil` for an empty collection.
  @inlinable public var mean: Double? { isEmpty ? nil : sum / Double(count) }

  /// The sample variance with divisor *n* − 1 (two passes), or `nil` below two values.
  @inlinable public var variance: Double? {
    guard count > 1, let mean else { return nil }
    return reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)
  }

  /// The sample standard deviation with divisor *n* − 1, or `nil` below two values.
  @inlinable public var standardDeviation: Double? { variance.map { $0.squareRoot() } }

  /// The median, or `nil` for an empty collection.
  @inlinable public var median: Double? { quantile(0.5) }

  /// The median of the distances to the median, times 1.4826 so that it estimates the standard deviation of a normal
  /// distribution; `nil` for an empty collection.
  @inlinable public var medianAbsoluteDeviation: Double? {
    guard let median else { return nil }
    return map { ($0 - median).magnitude }.median.map { $0 * 1.4826 }
  }

  /// Returns the quantile by linear interpolation of the order statistics (type 7, the default of R and numpy).
  ///
  /// - Parameter share: From 0 (the smallest) to 1 (the largest).
  /// - Returns: The quantile, or `nil` for an empty collection.
  /// - Complexity: O(*n* log *n*).
  ///
  /// > Hyndman, R. and Fan, Y. (1996). Sample quantiles in statistical packages. doi:10.1080/00031305.1996.10473566
  @inlinable
  public func quantile(_ share: Double) -> Double? {
    guard !isEmpty else { return nil }
    let sorted = self.sorted()
    let position = share * Double(sorted.count - 1)
    let below = Int(position.rounded(.down))
    let above = Swift.min(below + 1, sorted.count - 1)
    return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
  }
}

/// Returns Pearson's correlation between two series of equal length, or `nil` when one of them does not vary.
///
/// - Precondition: Both have the same length.
public func correlation(_ first: [Double], _ second: [Double]) -> Double? {
  precondition(first.count == second.count, "a correlation needs two series of equal length")
  guard let meanFirst = first.mean, let meanSecond = second.mean else { return nil }
  var product = 0.0
  var squareFirst = 0.0
  var squareSecond = 0.0
  for (a, b) in zip(first, second) {
    product += (a - meanFirst) * (b - meanSecond)
    squareFirst += (a - meanFirst) * (a - meanFirst)
    squareSecond += (b - meanSecond) * (b - meanSecond)
  }
  guard squareFirst > 0, squareSecond > 0 else { return nil }
  return product / Double.sqrt(squareFirst * squareSecond)
}
