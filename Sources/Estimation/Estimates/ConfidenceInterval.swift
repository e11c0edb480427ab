import RealModule

/// The 95 % interval around an estimate.
package enum ConfidenceInterval {
  /// Returns the interval of a share or mean.
  ///
  /// Student's t on the logit scale for a share (a range of 0 to 1), so that it stays within 0 and 1; else on the scale
  /// itself, clamped to the range. At a share of 0 or 1 the standard error is 0 and says nothing: then the exact
  /// binomial interval is given for as many answers as there were units, were they all to weigh the same, as if the
  /// respondents of a unit always agreed.
  ///
  /// - Parameters:
  ///   - value: The estimate.
  ///   - error: Its standard error.
  ///   - degrees: The degrees of freedom, at least 1; they need not be whole.
  ///   - effective: The effective number of units, (Σ weights)² / Σ weights².
  ///   - range: The least and the greatest value.
  /// - Returns: The interval, within `range`.
  ///
  /// > Korn, E. and Graubard, B. (1998). Confidence intervals for proportions with small expected number of positive
  /// > counts estimated from survey data. Survey Methodology 24, 193-201.
  /// > Clopper, C. and Pearson, E. (1934). The use of confidence or fiducial limits illustrated in the case of the
  /// > binomial. doi:10.1093/biomet/26.4.404
  package static func of(
    _ value: Double, error: Double, degrees: Double, effective: Double, within range: ClosedRange<Double>
  ) -> ClosedRange<Double> {
    let quantile = studentQuantile975(degrees: degrees)
    guard range == 0...1 else {
      let low = max(value - quantile * error, range.lowerBound)
      return min(low, value)...max(value, min(value + quantile * error, range.upperBound))
    }
    // No success among n: the share of which (1 - share)^n is 2.5 %.
    let none = 1 - Double.pow(0.025, 1 / max(1, effective))
    if value <= 0 { return 0...none }
    if value >= 1 { return (1 - none)...1 }
    let centre = Double.log(value / (1 - value))
    let reach = quantile * error / (value * (1 - value))
    return logistic(centre - reach)...logistic(centre + reach)
  }
}

private func logistic(_ x: Double) -> Double { 1 / (1 + Double.exp(-x)) }

/// Returns the 97.5 % quantile of Student's t distribution, exact to three decimals for whole degrees of freedom.
///
/// From five degrees of freedom on by the expansion around the normal quantile; below, between whole degrees, on a line
/// in one over the degrees.
///
/// - Parameter degrees: The degrees of freedom; below 1 they count as 1.
/// - Returns: The quantile, above 1.96.
///
/// > Abramowitz, M. and Stegun, I. (1964). Handbook of Mathematical Functions, 26.7.5.
func studentQuantile975(degrees: Double) -> Double {
  let few = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706]
  if degrees < Double(few.count) {
    let v = max(1, degrees)
    let below = Int(v)
    let (high, low) = (1 / Double(below), 1 / Double(below + 1))
    return few[below] + (few[below - 1] - few[below]) * (1 / v - low) / (high - low)
  }
  let z = 1.959963984540054
  let square = z * z
  let v = degrees
  let first = z * (square + 1) / 4
  let second = z * (5 * square * square + 16 * square + 3) / 96
  let third = z * (3 * square * square * square + 19 * square * square + 17 * square - 15) / 384
  let sixth = 79 * square * square * square * square + 776 * square * square * square + 1482 * square * square
  let fourth = z * (sixth - 1920 * square - 945) / 92160
  return z + first / v + second / (v * v) + third / (v * v * v) + fourth / (v * v * v * v)
}
