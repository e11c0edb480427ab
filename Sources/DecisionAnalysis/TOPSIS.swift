public import Matrices
import RealModule

/// Ranks alternatives by how close they lie to the best that can be had, and how far from the worst.
///
/// > Hwang, C. and Yoon, K. (1981). Multiple Attribute Decision Making. doi:10.1007/978-3-642-48318-9
public struct TOPSIS: Hashable, Sendable {
  /// What the best and the worst are.
  public enum Ideals: Hashable, Sendable {
    /// The best and the worst of the alternatives at hand, each criterion divided by the root of its sum of squares.
    ///
    /// This is the original definition. Adding an alternative can reorder the others.
    case ofAlternatives
    /// Fixed amounts: a criterion is measured from its worst (0) to its best (1), whatever the alternatives.
    ///
    /// Each alternative then has a closeness of its own, and adding or removing one changes nothing.
    ///
    /// > García-Cascales, M. and Lamata, M. (2012). On rank reversal and TOPSIS method. doi:10.1016/j.mcm.2011.12.022
    case fixed(worst: [Double], best: [Double])
  }

  /// The weights of the criteria (*c*), not negative; only their proportions count.
  public let weights: [Double]
  /// Whether more of a criterion is better (*c*).
  public let isBenefit: [Bool]
  /// What the best and the worst are.
  public let ideals: Ideals

  /// Creates a method.
  ///
  /// - Parameters:
  ///   - weights: The weights of the criteria (*c*).
  ///   - isBenefit: Whether more of a criterion is better (*c*); of all when `nil`. With fixed ideals the best and the worst
  ///     tell the direction, and this is not used.
  ///   - ideals: What the best and the worst are.
  /// - Precondition: Weights are finite and not negative, all counts agree, and a fixed best differs from its worst.
  public init(weights: [Double], isBenefit: [Bool]? = nil, ideals: Ideals = .ofAlternatives) {
    let isBenefit = isBenefit ?? weights.map { _ in true }
    precondition(weights.allSatisfy { $0 >= 0 && $0.isFinite }, "weights are not negative")
    precondition(isBenefit.count == weights.count, "one direction a criterion")
    if case .fixed(let worst, let best) = ideals {
      precondition(worst.count == weights.count && best.count == weights.count, "one worst and one best a criterion")
      precondition(zip(worst, best).allSatisfy { $0 != $1 }, "the best differs from the worst")
    }
    self.weights = weights
    self.isBenefit = isBenefit
    self.ideals = ideals
  }

  /// Returns how close each alternative is to the best: 1 for the best itself, 0 for the worst.
  ///
  /// A criterion on which all alternatives are equal (with ideals of the alternatives), or without weight, changes nothing.
  /// Where no criterion tells alternatives apart, all have one half.
  ///
  /// - Parameter values: *a* × *c* amounts, all known.
  /// - Returns: *a* numbers from 0 to 1.
  /// - Precondition: As many columns as weights.
  /// - Complexity: O(*a* · *c*).
  public func closeness(_ values: Matrix) -> [Double] {
    precondition(values.columns == weights.count, "one weight a criterion")
    var nearness = [Double](repeating: 0, count: values.rows)
    var distance = [Double](repeating: 0, count: values.rows)
    let total = weights.sum
    for criterion in weights.indices where total > 0 {
      let scaled = scaled(values.column(criterion), criterion)
      let weight = weights[criterion] / total
      for alternative in scaled.amounts.indices {
        let toBest = weight * (scaled.amounts[alternative] - scaled.best)
        let toWorst = weight * (scaled.amounts[alternative] - scaled.worst)
        distance[alternative] += toBest * toBest
        nearness[alternative] += toWorst * toWorst
      }
    }
    return zip(nearness, distance).map { near, far in
      let (near, far) = (Double.sqrt(near), Double.sqrt(far))
      return near + far > 0 ? near / (near + far) : 0.5
    }
  }

  /// The amounts of a criterion on a common scale, with the best and the worst.
  private func scaled(_ column: [Double], _ criterion: Int) -> (amounts: [Double], best: Double, worst: Double) {
    switch ideals {
    case .fixed(let worst, let best):
      let width = best[criterion] - worst[criterion]
      return (column.map { ($0 - worst[criterion]) / width }, 1, 0)
    case .ofAlternatives:
      let norm = Double.sqrt(column.map { $0 * $0 }.sum)
      let amounts = norm > 0 ? column.map { $0 / norm } : column
      let (low, high) = (amounts.min() ?? 0, amounts.max() ?? 0)
      return isBenefit[criterion] ? (amounts, high, low) : (amounts, low, high)
    }
  }
}
