import Matrices

/// Returns how far judges agree on an order: Kendall's coefficient of concordance *W*, corrected for ties.
///
/// Each judge ranks the same things by the weights that the judge gave; equal weights share the mean of their ranks. With
/// *m* judges and *n* things, *S* the sum of squared differences of the rank sums from their mean, and *T* the sum of
/// *t*³ − *t* over all groups of *t* equal weights of all judges,
///
/// *W* = 12 *S* / (*m*² (*n*³ − *n*) − *m* *T*).
///
/// It is 1 when all judges have the same order and 0 when their rank sums are equal; between two judges, 2*W* − 1 is
/// Spearman's rank correlation as long as neither has ties. How far apart the weights lie does not matter here, see
/// ``weightDistance(_:_:)``.
///
/// - Parameter weights: For each judge one number a thing (*m* lists of *n*); they need not add up to anything.
/// - Returns: The coefficient, 0 to 1; `nil` for fewer than two judges or things, and when every judge weighs all alike.
/// - Precondition: All lists are equally long.
/// - Complexity: O(*m* · *n*²).
///
/// > Kendall, M. G. and Babington Smith, B. (1939). The problem of *m* rankings. doi:10.1214/aoms/1177732186
/// >
/// > Kendall, M. G. (1945). The treatment of ties in ranking problems. doi:10.1093/biomet/33.3.239
public func concordance(_ weights: [[Double]]) -> Double? {
  let count = weights.first?.count ?? 0
  precondition(weights.allSatisfy { $0.count == count }, "all judges rank the same things")
  guard weights.count > 1, count > 1 else { return nil }
  let (judges, things) = (Double(weights.count), Double(count))
  let ranks = weights.map(meanRanks)
  let sums = (0..<count).map { thing in ranks.map { $0[thing] }.sum }
  let mean = judges * (things + 1) / 2
  let spread = sums.map { ($0 - mean) * ($0 - mean) }.sum
  // A group of t equal weights is met t times, at each of its members, so that t² − 1 of each add up to t³ − t.
  let ties = weights.flatMap { own in
    own.map { weight in
      let equal = Double(own.count { $0 == weight })
      return equal * equal - 1
    }
  }.sum
  let most = judges * judges * (things * things * things - things) - judges * ties
  return most > 0 ? 12 * spread / most : nil
}

/// Returns the rank of each number, 1 for the highest; equal numbers share the mean of their ranks (1, 2.5, 2.5, 4).
///
/// - Complexity: O(*n*²).
public func meanRanks(_ numbers: [Double]) -> [Double] {
  numbers.map { number in
    let above = numbers.count { $0 > number }
    let equal = numbers.count { $0 == number }
    return Double(above) + Double(equal + 1) / 2
  }
}

/// Returns how far two lists of weights lie apart: half the sum of the absolute differences, also called total variation.
///
/// It is the share of all weight that must be moved from some criteria to others to make one list of the other: 0 for equal
/// weights, 1 when no criterion has weight in both.
///
/// - Parameters:
///   - one: Weights (*c*), adding up to 1.
///   - other: Weights of the same criteria, adding up to 1.
/// - Returns: The distance, 0 to 1.
/// - Precondition: The lists are equally long.
/// - Complexity: O(*c*).
///
/// > Gibbs, A. L. and Su, F. E. (2002). On choosing and bounding probability metrics. doi:10.1111/j.1751-5823.2002.tb00178.x
public func weightDistance(_ one: [Double], _ other: [Double]) -> Double {
  precondition(one.count == other.count, "both weigh the same criteria")
  return zip(one, other).map { ($0 - $1).magnitude }.sum / 2
}
