import Matrices
import RealModule

/// What an estimate became from one occasion to the next, with its 95 % interval.
///
/// The interval is recovered from those of the two estimates: each end lies as far from the difference as the two ends
/// that pull it there lie from their estimates, squared and added. Intervals of shares near 0 or 1 are lopsided, and so is
/// what is made from them; a difference of shares stays within −1 and 1.
///
/// The two estimates are taken to be independent. Whoever took part on both occasions mostly answers alike, which makes
/// them go up and down together: the real interval is then narrower, and what is called a change here is one all the more.
///
/// > Zou, G. and Donner, A. (2008). Construction of confidence limits about effect measures: a general approach.
/// > doi:10.1002/sim.3095
/// > Newcombe, R. (1998). Interval estimation for the difference between independent proportions.
/// > doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I
public struct EstimateDifference: Hashable, Sendable {
  /// An estimate with its 95 % interval.
  public struct Occasion: Hashable, Sendable {
    /// The share or mean.
    public var value: Double
    /// The lower end of its interval, at most the value.
    public var low: Double
    /// The upper end of its interval, at least the value.
    public var high: Double

    /// Creates an estimate.
    public init(_ value: Double, low: Double, high: Double) {
      self.value = value
      self.low = low
      self.high = high
    }
  }

  /// What it is now less what it was.
  public let value: Double
  /// The lower end of the 95 % interval.
  public let low: Double
  /// The upper end of the 95 % interval.
  public let high: Double
  /// How probable a difference at least as large is when nothing changed, from 0 to 1, by the normal distribution; below
  /// .05 exactly when 0 lies outside the interval.
  public let probability: Double

  /// Compares two occasions.
  ///
  /// - Parameters:
  ///   - before: The estimate on the first occasion.
  ///   - now: The estimate on the second.
  public init(from before: Occasion, to now: Occasion) {
    func reach(_ first: Double, _ second: Double) -> Double { (first * first + second * second).squareRoot() }
    let difference = now.value - before.value
    let below = reach(now.value - now.low, before.high - before.value)
    let above = reach(now.high - now.value, before.value - before.low)
    value = difference
    low = difference - below
    high = difference + above
    let towardsZero = difference < 0 ? above : below
    // Without uncertainty every difference is real, and none at all is none.
    let ratio = towardsZero > 0 ? difference.magnitude / towardsZero : difference == 0 ? 0 : .infinity
    probability = Double.erfc(ratio * Self.quantile / Double.sqrt(2))
  }

  /// The 97.5 % quantile of the normal distribution.
  private static let quantile = 1.959963984540054
}
