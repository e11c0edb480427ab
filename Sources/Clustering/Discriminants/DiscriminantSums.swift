public import Matrices

/// What a discriminant analysis needs of labelled rows, as sums from which a row can be taken away again.
///
/// Cells may be missing. A mean is that of the known cells of a label, a covariance that of the rows of which both columns are
/// known, around those means. With weights a covariance is divided by *V* − Σ *Q*ⱼ / *V*ⱼ, where *Vⱼ* is the sum of the weights
/// of label *j* and *Qⱼ* that of their squares: with equal weights the rows less the labels, the usual divisor.
public struct DiscriminantSums: Hashable, Sendable {
  /// The number of labels, *k*.
  public let labelCount: Int
  /// The number of columns, *d*.
  public let columns: Int
  /// For each label and each pair of columns the sums over the rows of which both are known: *k* · *d* · *d* of each.
  private var weights: [Double]
  private var squaredWeights: [Double]
  /// Of the first column of the pair.
  private var values: [Double]
  private var products: [Double]

  /// Creates the sums of no rows.
  public init(labels: Int, columns: Int) {
    labelCount = labels
    self.columns = columns
    let none = [Double](repeating: 0, count: labels * columns * columns)
    (weights, squaredWeights, values, products) = (none, none, none, none)
  }

  /// Sums rows.
  ///
  /// - Parameters:
  ///   - data: Shape *n* × *d*; NaN where nothing is known. Columns far from zero lose digits: centre them first.
  ///   - labels: The label of each row, each in `0 ..< labelCount`.
  ///   - rowWeights: The weight of each row, above 0.
  ///   - labelCount: The number of labels.
  /// - Precondition: A known label and a weight for each row.
  /// - Complexity: O(*n* · *d*²) time, O(*k* · *d*²) space.
  public init(_ data: Matrix, labels: [Int], weights rowWeights: [Double], labelCount: Int) {
    precondition(labels.count == data.rows && rowWeights.count == data.rows, "a label and a weight for each row")
    self.init(labels: labelCount, columns: data.columns)
    for row in 0..<data.rows { add(data.row(row), label: labels[row], weight: rowWeights[row]) }
  }

  /// Adds a row of *d* numbers, NaN where nothing is known.
  ///
  /// - Precondition: The label is below `labelCount`, and there are *d* numbers.
  public mutating func add(_ row: [Double], label: Int, weight: Double) { count(row, label, weight, sign: 1) }

  /// Takes away a row that was added.
  public mutating func remove(_ row: [Double], label: Int, weight: Double) { count(row, label, weight, sign: -1) }

  private mutating func count(_ row: [Double], _ label: Int, _ weight: Double, sign: Double) {
    precondition(row.count == columns && (0..<labelCount).contains(label), "a row with a known label")
    let known = row.indices.filter { !row[$0].isNaN }
    for first in known {
      let start = (label * columns + first) * columns
      for second in known {
        weights[start + second] += sign * weight
        squaredWeights[start + second] += sign * weight * weight
        values[start + second] += sign * weight * row[first]
        products[start + second] += sign * weight * row[first] * row[second]
      }
    }
  }

  /// The mean of each label, *k* × *d*; NaN where a label has no known cell.
  public var means: Matrix {
    var means = Matrix(rows: labelCount, columns: columns)
    for label in 0..<labelCount {
      for column in 0..<columns {
        let place = (label * columns + column) * columns + column
        means[label, column] = weights[place] > Self.nothing ? values[place] / weights[place] : .nan
      }
    }
    return means
  }

  /// The model of these rows.
  ///
  /// - Parameter shares: The share of each label before anything is known, *k* numbers. A label without a known cell in some
  ///   column gets share 0.
  /// - Returns: The model, or `nil` when there are no more rows than labels for some pair of columns.
  public func model(shares: [Double]) -> DiscriminantModel? {
    let means = means
    guard let covariance = within(means, isPerFreedom: true) else { return nil }
    let isKnown = (0..<labelCount).map { means.row($0).allSatisfy { !$0.isNaN } }
    let known = zip(shares, isKnown).map { $1 ? $0 : 0 }
    let total = known.sum
    return DiscriminantModel(shares: known.map { total > 0 ? $0 / total : 0 }, means: means, covariance: covariance)
  }

  /// The mean squares and products within labels, *d* × *d*; `nil` when a pair of columns is never known together.
  public var withinSquares: Matrix? { within(means, isPerFreedom: false) }

  /// The mean squares and products around the mean of all rows, *d* × *d*; `nil` when a pair is never known together.
  public var totalSquares: Matrix? {
    var one = DiscriminantSums(labels: 1, columns: columns)
    let size = columns * columns
    for place in 0..<size {
      for label in 0..<labelCount {
        one.weights[place] += weights[label * size + place]
        one.squaredWeights[place] += squaredWeights[label * size + place]
        one.values[place] += values[label * size + place]
        one.products[place] += products[label * size + place]
      }
    }
    return one.withinSquares
  }

  /// What is left of weights of which all were taken away: less than any weight, more than a rounding error.
  private static let nothing = 1e-9

  private func within(_ means: Matrix, isPerFreedom: Bool) -> Matrix? {
    var result = Matrix(rows: columns, columns: columns)
    for first in 0..<columns {
      for second in 0...first {
        var (total, divisor) = (0.0, 0.0)
        for label in 0..<labelCount {
          let place = (label * columns + first) * columns + second
          let turned = (label * columns + second) * columns + first
          let weight = weights[place]
          guard weight > Self.nothing else { continue }
          let (one, other) = (means[label, first], means[label, second])
          total += products[place] - one * values[turned] - other * values[place] + one * other * weight
          divisor += isPerFreedom ? weight - squaredWeights[place] / weight : weight
        }
        guard divisor > Self.nothing else { return nil }
        result[first, second] = total / divisor
        result[second, first] = total / divisor
      }
    }
    return result
  }
}
