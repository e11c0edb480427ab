import Matrices
import RealModule

/// Partial pooling of units with few respondents towards the mean of their stratum, for one measure.
///
/// Within a stratum the true values of units are taken to lie about its mean with variance *A*, and a unit's own value to
/// lie about the true one with variance *V* = pooled within-unit variance / number of answers. (The pooled variance, and
/// not the unit's own, so that the pull follows from the number of answers and not from whether three people happened to
/// agree.) The pooled value is own value − *B* · (own value − mean), its pull
/// *B* = (*k* − 3) / (*k* − 1) · *V* / (*V* + *A*) for *k* units; the factor allows for *A* being an estimate.
///
/// *A* is the moment estimator of Fay and Herriot: the number at which Σ (own − mean)² / (*A* + *V*) is *k* − 1, or 0 when it
/// is less already at *A* = 0; the mean weighs units by 1 / (*A* + *V*). A stratum with fewer than ``leastUnits`` units
/// takes *A* and the factor of all strata together (*H* strata for the one), each about its own mean.
///
/// The standard error is that of Morris, with the uncertainty of the mean and of *A*: its square is
/// *V* (1 − (1 − *h*) *B*) + 2 *B*² / (*k* − 3) · (*V̄* + *A*) / (*V* + *A*) · (own value − mean)², with *h* the unit's
/// share of the weights of its mean and *V̄* the weighted mean of *V*.
///
/// Skewed measures pool on the scale of the inverse hyperbolic sine.
///
/// > Efron, B. and Morris, C. (1975). Data analysis using Stein's estimator and its generalizations.
/// > doi:10.1080/01621459.1975.10479864
/// > Fay, R. and Herriot, R. (1979). Estimates of income for small places. doi:10.1080/01621459.1979.10482505
/// > Morris, C. (1983). Parametric empirical Bayes inference: theory and applications, section 5.
/// > doi:10.1080/01621459.1983.10477920
struct Pooling: Sendable {
  /// A stratum as it was fitted.
  struct Stratum: Sendable, Hashable {
    /// The position of the stratum.
    var cell: Int
    /// The units with a value.
    var units: [Int]
    /// The mean, *μ*.
    var mean: Double
    /// The variance between units, *A*.
    var between: Double
    /// The degrees of freedom behind *A*: *k* − 1, or over all strata *k* − *H*.
    var degrees: Int
    /// Whether *A* is that of all strata.
    var isBorrowed: Bool
  }

  /// The fewest units of a stratum from which its own variance between units is estimated.
  static let leastUnits = 5

  /// The strata with a unit that has a value, in their order; empty when nothing could be pooled.
  private(set) var strata: [Stratum] = []
  /// The pooled value of each unit; NaN where it has none.
  private(set) var values: [Double]
  /// The standard error of each pooled value; NaN without.
  private(set) var errors: [Double]
  /// The pull of each unit: 0 leaves its own value, 1 would put it on the stratum's mean; NaN without a value.
  private(set) var pulls: [Double]

  /// Pools the values of one measure.
  ///
  /// - Parameters:
  ///   - own: The value of each unit; NaN where it has none.
  ///   - variances: The variance of each value, *V*, above 0 where there is a value.
  ///   - cells: The stratum of each unit.
  /// - Complexity: O(units) a step; *A* takes some ten steps.
  init(_ own: [Double], variances: [Double], cells: [Int]) {
    values = own
    errors = variances.map(Double.sqrt)
    pulls = own.map { $0.isNaN ? .nan : 0 }
    let count = (cells.max() ?? -1) + 1
    var members = [[Int]](repeating: [], count: count)
    for unit in own.indices where !own[unit].isNaN { members[cells[unit]].append(unit) }
    let present = (0..<count).filter { !members[$0].isEmpty }
    let fit = BetweenVariance(own, variances)
    let all = present.map { members[$0] }
    let allDegrees = all.reduce(0) { $0 + $1.count } - all.count
    let between = fit.solve(all)
    for cell in present {
      let isBorrowed = members[cell].count < Self.leastUnits
      let degrees = isBorrowed ? allDegrees : members[cell].count - 1
      if degrees <= 2 { continue }
      let variance = isBorrowed ? between : fit.solve([members[cell]])
      let stratum = Stratum(
        cell: cell, units: members[cell], mean: fit.mean(members[cell], variance), between: variance, degrees: degrees,
        isBorrowed: isBorrowed)
      strata.append(stratum)
      pull(stratum, own, variances)
    }
  }

  private mutating func pull(_ stratum: Stratum, _ own: [Double], _ variances: [Double]) {
    let between = stratum.between
    let weights = stratum.units.map { 1 / (variances[$0] + between) }
    let total = weights.sum
    let typical = zip(stratum.units, weights).reduce(0) { $0 + $1.1 * variances[$1.0] } / total
    let degrees = Double(stratum.degrees)
    for (unit, weight) in zip(stratum.units, weights) {
      let variance = variances[unit]
      let pull = (degrees - 2) / degrees * variance * weight
      let distance = own[unit] - stratum.mean
      pulls[unit] = pull
      values[unit] = own[unit] - pull * distance
      let known = variance * (1 - (1 - weight / total) * pull)
      let estimated = 2 / (degrees - 2) * pull * pull * (typical + between) * weight * distance * distance
      errors[unit] = Double.sqrt(known + estimated)
    }
  }
}

/// Estimates the variance between units from their values and the variances of these.
private struct BetweenVariance {
  let values: [Double]
  let variances: [Double]

  init(_ values: [Double], _ variances: [Double]) {
    self.values = values
    self.variances = variances
  }

  /// Returns the mean of units weighted by the inverse of their whole variance.
  func mean(_ units: [Int], _ between: Double) -> Double {
    var total = 0.0
    var weights = 0.0
    for unit in units {
      let weight = 1 / (variances[unit] + between)
      total += weight * values[unit]
      weights += weight
    }
    return total / weights
  }

  /// Returns the variance at which the weighted squares about the means of groups equal their degrees of freedom, or 0.
  ///
  /// By Newton's method from 0: the squares fall and are convex, so each step stays below the answer.
  func solve(_ groups: [[Int]]) -> Double {
    let degrees = Double(groups.reduce(0) { $0 + $1.count } - groups.count)
    var between = 0.0
    if degrees <= 0 { return between }
    for _ in 0..<200 {
      var squares = 0.0
      var slope = 0.0
      for units in groups {
        let mean = mean(units, between)
        for unit in units {
          let weight = 1 / (variances[unit] + between)
          let square = (values[unit] - mean) * (values[unit] - mean) * weight
          squares += square
          slope += square * weight
        }
      }
      guard squares > degrees, slope > 0 else { break }
      let step = (squares - degrees) / slope
      between += step
      if step <= 1e-13 * between { break }
    }
    return between
  }
}
