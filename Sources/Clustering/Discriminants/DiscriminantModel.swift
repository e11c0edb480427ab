public import Matrices
import RealModule

/// Linear discriminant analysis: the chance of each label for a row, from the mean of each label and one covariance that all
/// labels have in common.
///
/// A row *x* of label *j* is taken for a draw from a normal distribution with the mean of *j* and the common covariance; the
/// chance of *j* is its share times that density, over the sum of the same for all labels. A column that is not known of a
/// row takes no part: the normal distribution of the others alone is used, so that a row of which half is known gets the
/// chances that follow from that half, and a row of which nothing is known gets the shares.
///
/// > Fisher, R. (1936). The use of multiple measurements in taxonomic problems. doi:10.1111/j.1469-1809.1936.tb02137.x
/// > Hastie, T., Tibshirani, R. and Friedman, J. (2009). The Elements of Statistical Learning, section 4.3.
/// > doi:10.1007/978-0-387-84858-7
public struct DiscriminantModel: Hashable, Sendable {
  /// The share of each label before anything is known of a row, *k* numbers that add up to 1; of a label with share 0 the
  /// chance is 0.
  public let shares: [Double]
  /// The mean of each label, *k* × *d*.
  public let means: Matrix
  /// The covariance within labels, *d* × *d*; of it the lower triangle is read.
  public let covariance: Matrix

  /// What must be left of the variance of a column beside the columns before it; with less it is passed over.
  ///
  /// A column that the others already tell would divide by almost nothing.
  public static let leastVariance = 1e-4

  /// Creates a model.
  ///
  /// - Precondition: The shapes agree.
  public init(shares: [Double], means: Matrix, covariance: Matrix) {
    precondition(
      means.rows == shares.count && covariance.rows == means.columns && covariance.columns == means.columns,
      "a share and a mean for each label, and a covariance for each pair of columns")
    self.shares = shares
    self.means = means
    self.covariance = covariance
  }

  /// Returns the chance of each label.
  ///
  /// By Cholesky's factor of the covariance of what is known, column by column in order and without fused steps, so that the
  /// same few lines in another language give the same numbers.
  ///
  /// - Parameter row: *d* numbers, NaN where nothing is known.
  /// - Returns: *k* chances that add up to 1; zeros when all shares are 0.
  /// - Precondition: `row` has *d* numbers.
  /// - Complexity: O(*d*³ + *k* · *d*²) time.
  public func chances(of row: [Double]) -> [Double] {
    precondition(row.count == means.columns, "a row with the columns of the model")
    var known: [Int] = []
    var factor: [[Double]] = []
    for column in row.indices where !row[column].isNaN {
      var line: [Double] = []
      for (index, earlier) in known.enumerated() {
        var rest = covariance[column, earlier]
        for inner in 0..<index { rest -= line[inner] * factor[index][inner] }
        line.append(rest / factor[index][index])
      }
      var rest = covariance[column, column]
      for inner in line.indices { rest -= line[inner] * line[inner] }
      guard rest > Self.leastVariance * covariance[column, column] else { continue }
      line.append(rest.squareRoot())
      known.append(column)
      factor.append(line)
    }
    let scores = shares.indices.map { label -> Double in
      var squares = 0.0
      var solved: [Double] = []
      for (index, column) in known.enumerated() {
        var rest = row[column] - means[label, column]
        for inner in 0..<index { rest -= factor[index][inner] * solved[inner] }
        let value = rest / factor[index][index]
        solved.append(value)
        squares += value * value
      }
      return shares[label] > 0 ? Double.log(shares[label]) - squares / 2 : -.infinity
    }
    let highest = scores.max() ?? -.infinity
    guard highest > -.infinity else { return shares.map { _ in 0 } }
    let parts = scores.map { Double.exp($0 - highest) }
    let whole = parts.sum
    return parts.map { $0 / whole }
  }
}
