import Matrices
import RealModule

/// How well the items of an index measure one thing together: Cronbach's alpha and what each item does to it.
///
/// Over respondents who answered all items (complete cases), the items of negative direction turned round. For the values
/// of units, which average respondents, the reliability is ICC(2) (``Agreement/meanReliability``).
///
/// > Cronbach, L. (1951). Coefficient alpha and the internal structure of tests. doi:10.1007/BF02310555
public struct Reliability: Hashable, Sendable {
  /// One item.
  public struct Item: Hashable, Sendable {
    /// The name of the question, or of the index that is a part.
    public var name: String
    /// Pearson's correlation between the item and the sum of the others (corrected item-total correlation); `nil` when one
    /// of the two does not vary.
    public var itemRest: Double?
    /// Alpha of the others alone; `nil` below two others, and when their sum does not vary.
    public var alphaIfDropped: Double?
  }

  /// The name of the index.
  public var index: String
  /// The items, in the order of the codebook.
  public var items: [Item]
  /// The number of respondents who answered all items.
  public var complete: Int
  /// Cronbach's alpha: *k* / (*k* − 1) · (1 − Σ item variances / variance of the sum).
  ///
  /// `nil` below two items or two respondents, and when the sum does not vary. It is below 0 when items contradict each
  /// other.
  public var alpha: Double?
  /// The 95 % interval of alpha by Feldt: 1 − (1 − alpha) · *F*, with the 97.5 % and 2.5 % quantiles of *F* with *n* − 1 and
  /// (*n* − 1)(*k* − 1) degrees of freedom.
  ///
  /// It takes items as equally correlated and normal, and respondents as drawn independently: those of one unit are alike,
  /// so it is a little too narrow.
  ///
  /// > Feldt, L. (1965). The approximate sampling distribution of Kuder-Richardson reliability coefficient twenty.
  /// > doi:10.1007/BF02289499
  public var interval: ClosedRange<Double>?
  /// Alpha of the items brought to equal variances: *k* *r̄* / (1 + (*k* − 1) *r̄*) with *r̄* the mean correlation between
  /// two items; `nil` when an item does not vary.
  public var standardisedAlpha: Double?

  /// Computes the reliability of an index.
  ///
  /// - Parameters:
  ///   - index: The name of the index.
  ///   - items: The items, of equal length.
  ///   - reversed: For each item whether it is reversed.
  /// - Precondition: All items have the same length, and each has a direction.
  /// - Complexity: O(*n* · *k*²) for *n* respondents and *k* items.
  public init(_ index: String, of items: [Measure], reversed: [Bool]) {
    precondition(items.count == reversed.count, "each item of an index has a direction")
    precondition(items.allSatisfy { $0.numbers.count == items[0].numbers.count }, "items have the same respondents")
    self.index = index
    let covariances = ItemCovariances(items, reversed: reversed)
    complete = covariances.complete
    let all = Array(items.indices)
    alpha = covariances.alpha(all)
    if let alpha { interval = Self.interval(alpha, items: items.count, respondents: complete) }
    standardisedAlpha = covariances.standardisedAlpha
    self.items = items.indices.map { item in
      let others = all.filter { $0 != item }
      return Item(
        name: items[item].name, itemRest: covariances.correlation(item, with: others),
        alphaIfDropped: covariances.alpha(others))
    }
  }

  private static func interval(_ alpha: Double, items: Int, respondents: Int) -> ClosedRange<Double> {
    let degrees = Double(respondents - 1)
    let distribution = FDistribution(numerator: degrees, denominator: degrees * Double(items - 1))
    return 1 - (1 - alpha) * distribution.quantile(0.975)...1 - (1 - alpha) * distribution.quantile(0.025)
  }
}

/// Variances and covariances of items over the respondents who answered all of them.
private struct ItemCovariances {
  let complete: Int
  private let matrix: Matrix

  init(_ items: [Measure], reversed: [Bool]) {
    let rows = (items.first?.numbers.indices ?? 0..<0).filter { row in items.allSatisfy { !$0.numbers[row].isNaN } }
    complete = rows.count
    let columns = zip(items, reversed).map { item, turned -> [Double] in
      let answers = rows.map { item.numbers[$0] }
      let mean = answers.mean ?? 0
      return answers.map { turned ? mean - $0 : $0 - mean }
    }
    var matrix = Matrix(rows: items.count, columns: items.count)
    for first in columns.indices where complete > 1 {
      for second in first..<columns.count {
        var product = 0.0
        for row in rows.indices { product += columns[first][row] * columns[second][row] }
        matrix[first, second] = product / Double(complete - 1)
        matrix[second, first] = matrix[first, second]
      }
    }
    self.matrix = matrix
  }

  /// Returns the sum of the variances of some items, and the variance of their sum.
  private func variances(_ items: [Int]) -> (apart: Double, together: Double) {
    var (apart, together) = (0.0, 0.0)
    for first in items {
      apart += matrix[first, first]
      for second in items { together += matrix[first, second] }
    }
    return (apart, together)
  }

  /// Whether a variance is more than rounding leaves of the variances it was added up from.
  private func varies(_ together: Double, _ apart: Double) -> Bool { together > 1e-12 * apart && apart > 0 }

  func alpha(_ items: [Int]) -> Double? {
    guard items.count > 1, complete > 1 else { return nil }
    let (apart, together) = variances(items)
    guard varies(together, apart) else { return nil }
    let count = Double(items.count)
    return count / (count - 1) * (1 - apart / together)
  }

  /// Alpha of the items with equal variances.
  var standardisedAlpha: Double? {
    let count = matrix.rows
    guard count > 1, complete > 1, (0..<count).allSatisfy({ matrix[$0, $0] > 0 }) else { return nil }
    var total = 0.0
    for first in 0..<count {
      for second in 0..<count where first != second {
        total += matrix[first, second] / Double.sqrt(matrix[first, first] * matrix[second, second])
      }
    }
    let mean = total / Double(count * (count - 1))
    let below = 1 + Double(count - 1) * mean
    return below > 1e-12 ? Double(count) * mean / below : nil
  }

  func correlation(_ item: Int, with others: [Int]) -> Double? {
    let (apart, together) = variances(others)
    let own = matrix[item, item]
    guard own > 0, varies(together, apart) else { return nil }
    return others.reduce(0) { $0 + matrix[item, $1] } / Double.sqrt(own * together)
  }
}
