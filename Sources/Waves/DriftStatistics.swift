import Matrices
import RealModule

/// Returns how far two waves differ in what share of them falls in each bin: the population stability index.
///
/// The sum over the bins of (*q* − *p*) · ln(*q* / *p*), with *p* the share of the earlier wave and *q* that of this one. One
/// is added to the count of every bin of both waves (Laplace's rule of succession), so that an empty bin makes nothing
/// infinite. 0 where both waves are alike; a common rule of thumb calls 0.1 moderate and 0.25 large, which says nothing
/// about noise.
///
/// - Parameters:
///   - earlier: The number of values of the earlier wave in each bin.
///   - now: The number of values of this wave, in the same order.
/// - Returns: The index; 0 without bins.
/// - Precondition: As many bins in both.
///
/// > Yurdakul, B. and Naranjo, J. (2020). Statistical properties of the population stability index.
/// > doi:10.21314/JRMV.2020.227
public func populationStabilityIndex(_ earlier: [Int], _ now: [Int]) -> Double {
  precondition(earlier.count == now.count, "as many bins in both waves")
  let before = Double(earlier.reduce(earlier.count, +))
  let after = Double(now.reduce(now.count, +))
  var index = 0.0
  for (first, second) in zip(earlier, now) {
    let p = Double(first + 1) / before
    let q = Double(second + 1) / after
    index += (q - p) * Double.log(q / p)
  }
  return index
}

/// Returns Pearson's chi-square of a table of two waves by categories, without correction for continuity.
///
/// - Parameters:
///   - earlier: The number of values of the earlier wave in each category.
///   - now: The number of values of this wave, in the same order.
/// - Returns: The sum of squared distances from the expected counts over these; categories that nobody took add nothing, and
///   it is 0 when one of the waves is empty.
/// - Precondition: As many categories in both.
public func chiSquare(_ earlier: [Int], _ now: [Int]) -> Double {
  precondition(earlier.count == now.count, "as many categories in both waves")
  let before = Double(earlier.reduce(0, +))
  let after = Double(now.reduce(0, +))
  if before == 0 || after == 0 { return 0 }
  var sum = 0.0
  for (first, second) in zip(earlier, now) where first + second > 0 {
    let difference = Double(first) * after - Double(second) * before
    sum += difference * difference / Double(first + second)
  }
  return sum / (before * after)
}

/// Returns the statistic of Kolmogorov and Smirnov for two waves: how far the shares of values up to a number lie apart, where
/// they lie farthest apart.
///
/// - Parameters:
///   - earlier: The values of the earlier wave, in any order.
///   - now: The values of this wave.
/// - Returns: From 0 to 1; 0 when one of the waves is empty.
/// - Complexity: O(*n* log *n*) for *n* values in all.
public func kolmogorovSmirnov(_ earlier: [Double], _ now: [Double]) -> Double {
  let values = earlier.map { (value: $0, isNow: false) } + now.map { (value: $0, isNow: true) }
  let sorted = values.sorted { $0.value < $1.value }
  var counts = (earlier: 0, now: 0)
  var most = 0.0
  for (index, entry) in sorted.enumerated() {
    if entry.isNow { counts.now += 1 } else { counts.earlier += 1 }
    if index + 1 < sorted.count, sorted[index + 1].value == entry.value { continue }
    most = max(most, distance(counts, of: (earlier.count, now.count)))
  }
  return most
}

/// Returns how far the shares of two counts lie apart; 0 when one of the wholes is empty.
@inline(__always)
func distance(_ counts: (earlier: Int, now: Int), of wholes: (earlier: Int, now: Int)) -> Double {
  if wholes.earlier == 0 || wholes.now == 0 { return 0 }
  return (Double(counts.earlier) / Double(wholes.earlier) - Double(counts.now) / Double(wholes.now)).magnitude
}
