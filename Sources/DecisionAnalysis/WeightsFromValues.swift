public import Matrices
import RealModule

/// Returns the weights that the spread of the values would give to criteria: the less evenly the alternatives share a
/// criterion, the more it weighs.
///
/// The entropy of a criterion is −Σ *p* ln *p* / ln *a* over the shares *p* that the alternatives have in its sum, and its
/// weight is what the entropy lacks to 1, over the sum of that. Such weights say what tells these alternatives apart and
/// nothing about what matters; they depend on which alternatives are at hand.
///
/// A criterion on which all are equal weighs nothing, also when all are 0. Where no criterion differs, as with a single
/// alternative, all weigh alike.
///
/// - Parameter values: *a* × *c* numbers of at least 0, all known.
/// - Returns: *c* weights that add up to 1.
/// - Precondition: No value is negative or NaN.
/// - Complexity: O(*a* · *c*).
///
/// > Hwang, C. and Yoon, K. (1981). Multiple Attribute Decision Making. doi:10.1007/978-3-642-48318-9
public func entropyWeights(_ values: Matrix) -> [Double] {
  proportions(
    (0..<values.columns).map { criterion in
      let column = values.column(criterion)
      precondition(column.allSatisfy { $0 >= 0 }, "values are not negative")
      guard varies(column) else { return 0 }
      let total = column.sum
      let entropy =
        -column.map { $0 > 0 ? $0 / total * Double.log($0 / total) : 0 }.sum / Double.log(Double(column.count))
      return max(0, 1 - entropy)
    })
}

/// Returns the weights that contrast and conflict would give to criteria: the more the alternatives differ on a criterion
/// and the less it goes together with the others, the more it weighs (CRITIC).
///
/// Each criterion is first brought to 0 for the lowest and 1 for the highest of the alternatives. Its weight is then its
/// standard deviation times Σ (1 − *r*) over its correlations *r* with the other criteria, over the sum of that. More of
/// every criterion is better; a cost is turned round before. Such weights say nothing about what matters, and depend on which
/// alternatives are at hand.
///
/// A criterion on which all are equal weighs nothing and conflicts with none. Where nothing differs or all criteria go
/// together perfectly, all weigh alike.
///
/// - Parameter values: *a* × *c* numbers, all known.
/// - Returns: *c* weights that add up to 1.
/// - Complexity: O(*a* · *c*²).
///
/// > Diakoulaki, D., Mavrotas, G. and Papayannakis, L. (1995). Determining objective weights in multiple criteria problems: the
/// > CRITIC method. doi:10.1016/0305-0548(94)00059-H
public func criticWeights(_ values: Matrix) -> [Double] {
  let scaled = (0..<values.columns).map { criterion -> [Double]? in
    let column = values.column(criterion)
    guard varies(column), let low = column.min(), let high = column.max() else { return nil }
    return column.map { ($0 - low) / (high - low) }
  }
  return proportions(
    scaled.indices.map { criterion in
      guard let own = scaled[criterion], let deviation = own.standardDeviation else { return 0 }
      let conflicts = scaled.indices.map { other in
        other == criterion ? 0 : scaled[other].flatMap { correlation(own, $0) }.map { max(0, 1 - $0) } ?? 0
      }
      return deviation * conflicts.sum
    })
}

/// Returns weights that make no difference between criteria; they add up to 1.
public func equalWeights(count: Int) -> [Double] {
  [Double](repeating: 1 / Double(max(count, 1)), count: count)
}

private func varies(_ column: [Double]) -> Bool {
  column.contains { $0 != column[0] }
}

/// Parts that are not negative, over their sum; equal ones when all are 0, but for the last bits of a logarithm.
private func proportions(_ parts: [Double]) -> [Double] {
  let total = parts.sum
  return total > 1e-12 ? parts.map { $0 / total } : equalWeights(count: parts.count)
}
