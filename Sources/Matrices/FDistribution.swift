import RealModule

/// Snedecor's F distribution: that of the ratio of two independent estimates of the same variance.
public struct FDistribution: Hashable, Sendable {
  /// The degrees of freedom of the numerator.
  public let numerator: Double
  /// The degrees of freedom of the denominator.
  public let denominator: Double

  /// Creates a distribution.
  ///
  /// - Precondition: Both degrees of freedom are above 0.
  public init(numerator: Double, denominator: Double) {
    precondition(numerator > 0 && denominator > 0, "degrees of freedom are above 0")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Returns the probability of a ratio of at most `ratio`; 0 for ratios below 0.
  public func probability(upTo ratio: Double) -> Double {
    if ratio <= 0 { return 0 }
    let part = numerator * ratio
    return incompleteBeta(numerator / 2, denominator / 2, at: part / (part + denominator))
  }

  /// Returns the ratio that is exceeded with probability 1 − `share`.
  ///
  /// By halving an interval on the scale of the logarithm: exact to about 14 digits.
  ///
  /// - Precondition: `share` lies between 0 and 1, both excluded.
  public func quantile(_ share: Double) -> Double {
    precondition(share > 0 && share < 1, "the share of a quantile lies between 0 and 1")
    var (low, high) = (-1.0, 1.0)
    while probability(upTo: Double.exp(low)) > share, low > -700 { low *= 2 }
    while probability(upTo: Double.exp(high)) < share, high < 700 { high *= 2 }
    for _ in 0..<100 {
      let middle = low + (high - low) / 2
      if middle == low || middle == high { break }
      if probability(upTo: Double.exp(middle)) < share { low = middle } else { high = middle }
    }
    return Double.exp(low + (high - low) / 2)
  }
}

/// Returns the regularised incomplete beta function: the probability that a beta variable stays below `x`.
///
/// By its continued fraction, on the side of the mean where that converges fast.
///
/// - Parameters:
///   - a: The first shape, above 0.
///   - b: The second shape, above 0.
///   - x: From 0 to 1.
/// - Returns: From 0 to 1.
/// - Complexity: O(√max(*a*, *b*)) steps of the fraction.
///
/// > DLMF, 8.17.22: NIST Digital Library of Mathematical Functions. https://dlmf.nist.gov/8.17
/// > Lentz, W. (1976). Generating Bessel functions in Mie scattering calculations using continued fractions.
/// > doi:10.1364/AO.15.000668
func incompleteBeta(_ a: Double, _ b: Double, at x: Double) -> Double {
  if x <= 0 { return 0 }
  if x >= 1 { return 1 }
  if x > (a + 1) / (a + b + 2) { return 1 - incompleteBeta(b, a, at: 1 - x) }
  let logarithm =
    Double.logGamma(a + b) - Double.logGamma(a) - Double.logGamma(b) + a * Double.log(x) + b * Double.log(onePlus: -x)
  return Double.exp(logarithm) / a * betaFraction(a, b, x)
}

/// Returns 1 / (1 + d₁ / (1 + d₂ / (1 + …))) by the modified method of Lentz.
private func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
  let least = 1e-300
  var (fraction, above, below) = (1.0, 1.0, 0.0)
  for step in 1..<100_000 {
    let m = Double(step / 2)
    let term =
      step % 2 == 0
      ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    below = 1 + term * below
    if below.magnitude < least { below = least }
    below = 1 / below
    above = 1 + term / above
    if above.magnitude < least { above = least }
    fraction *= above * below
    if (above * below - 1).magnitude < 1e-15 { break }
  }
  return 1 / fraction
}
