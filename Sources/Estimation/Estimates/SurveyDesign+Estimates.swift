import RealModule

/// What a ``SurveyDesign`` says of a total, mean or ratio.
public struct DesignEstimate: Hashable, Sendable {
  /// The estimate.
  public var value: Double
  /// The variance over all stages; `nil` when it cannot be seen (``SamplingStages/variance(of:)``).
  public var variance: Double?
  /// The variance divided by that of a simple random sample without replacement of as many rows from the same
  /// population; `nil` without a variance, when nothing varies, and when the weights add up to fewer than the rows.
  public var designEffect: Double?
  /// The same against a simple random sample with replacement.
  public var designEffectWithReplacement: Double?
  /// The standard error.
  public var error: Double? { variance.map(Double.sqrt) }
}

extension SurveyDesign {
  /// Estimates the total of a value over the population, or over a domain of it.
  ///
  /// - Parameters:
  ///   - values: The value of each row.
  ///   - domain: Whether each row lies in the domain; `nil` for all.
  /// - Returns: The total; 0 without rows.
  /// - Complexity: O(rows · margins).
  public func total(_ values: [Double], in domain: [Bool]? = nil) -> DesignEstimate {
    let values = selected(values, domain)
    let value = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return estimate(value, linearised: values, domain)
  }

  /// Estimates the mean of a value, or the mean within a domain; a share is the mean of ones and zeros.
  ///
  /// - Parameters:
  ///   - values: The value of each row.
  ///   - domain: Whether each row lies in the domain; `nil` for all. Rows outside count as rows with nothing in them, so
  ///     that the chance number of rows in the domain is part of the variance.
  /// - Returns: The mean with its linearised variance; `nil` when no row lies in the domain.
  /// - Complexity: O(rows · margins).
  public func mean(_ values: [Double], in domain: [Bool]? = nil) -> DesignEstimate? {
    ratio(values, to: Array(repeating: 1, count: values.count), in: domain)
  }

  /// Estimates the ratio of two totals.
  ///
  /// - Parameters:
  ///   - numerators: The value of each row above the line.
  ///   - denominators: The value of each row below it.
  ///   - domain: Whether each row lies in the domain; `nil` for all.
  /// - Returns: The ratio with its linearised variance (Taylor series); `nil` when the denominator is 0.
  /// - Complexity: O(rows · margins).
  ///
  /// > Särndal, C., Swensson, B. and Wretman, J. (1992). Model Assisted Survey Sampling, chapter 5.
  /// > doi:10.1007/978-1-4612-4378-6
  public func ratio(
    _ numerators: [Double], to denominators: [Double], in domain: [Bool]? = nil
  ) -> DesignEstimate? {
    let above = selected(numerators, domain)
    let below = selected(denominators, domain)
    let size = zip(below, weights).reduce(0) { $0 + $1.0 * $1.1 }
    guard size != 0 else { return nil }
    let value = zip(above, weights).reduce(0) { $0 + $1.0 * $1.1 } / size
    return estimate(value, linearised: zip(above, below).map { ($0 - value * $1) / size }, domain)
  }

  private func selected(_ values: [Double], _ domain: [Bool]?) -> [Double] {
    precondition(values.count == rows && (domain?.count ?? rows) == rows, "each row has a value")
    guard let domain else { return values }
    return zip(values, domain).map { $1 ? $0 : 0 }
  }

  private func estimate(_ value: Double, linearised: [Double], _ domain: [Bool]?) -> DesignEstimate {
    var result = DesignEstimate(value: value, variance: variance(ofTotal: linearised))
    let inside = weights.indices.filter { domain?[$0] ?? true }
    let count = Double(inside.count)
    let population = inside.reduce(0) { $0 + weights[$1] }
    guard count > 1, let variance = result.variance else { return result }
    let mean = inside.reduce(0) { $0 + weights[$1] * linearised[$1] } / population
    let square = inside.reduce(0) { $0 + weights[$1] * (linearised[$1] - mean) * (linearised[$1] - mean) }
    let simple = square / population * count / (count - 1) * population * population / count
    guard simple > 0 else { return result }
    result.designEffectWithReplacement = variance / simple
    // Of a complete sample nothing is left to chance, and there is nothing to divide by.
    if population > count { result.designEffect = variance / (simple * (population - count) / population) }
    return result
  }
}
