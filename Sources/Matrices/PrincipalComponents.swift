import RealModule

/// The directions in which data varies most, each at right angles to those before it.
///
/// Columns are centred and not scaled: who wants the components of correlations gives columns of variance 1. Components
/// come by variance, the greatest first; of those with equal variance the one whose loadings are greater, compared from
/// the first column on. Each points so that its largest loading in size is positive, the first of equals. So the
/// numbers are those of R's `prcomp` and of scikit-learn's `PCA` but for signs.
///
/// > Jolliffe, I. (2002). Principal component analysis, second edition. doi:10.1007/b98835
public struct PrincipalComponents: Hashable, Sendable {
  /// The mean of each column, which is subtracted.
  public let means: [Double]
  /// The variance along each component (divisor *n* − 1), descending; what rounding makes negative is 0.
  public let variances: [Double]
  /// The loadings, components x columns; rows of length 1 at right angles to each other.
  public let loadings: Matrix

  /// Finds the components of data.
  ///
  /// - Parameter data: Shape *n* x *d*, finite; *d* up to about a hundred. With fewer than two rows all variances are
  ///   0.
  /// - Complexity: O(*n* · *d*² + *d*³).
  public init(_ data: Matrix) {
    let (rows, count) = (data.rows, data.columns)
    means = (0..<count).map { data.column($0).mean ?? 0 }
    let means = means
    var centred = data.values
    for index in centred.indices { centred[index] -= means[index % count] }
    var products = [Double](repeating: 0, count: count * count)
    for row in 0..<rows {
      for p in 0..<count {
        let value = centred[row * count + p]
        for q in p..<count { products[p * count + q] += value * centred[row * count + q] }
      }
    }
    let divisor = Double(max(1, rows - 1))
    for p in 0..<count {
      for q in p..<count {
        products[p * count + q] /= divisor
        products[q * count + p] = products[p * count + q]
      }
    }
    let axes = principalAxes(products, size: count).map(Self.turned)
    let measured = axes.map { max(0, Self.form(products, $0)) }
    let order = axes.indices.sorted { first, second in
      if measured[first] != measured[second] { return measured[first] > measured[second] }
      return axes[second].lexicographicallyPrecedes(axes[first])
    }
    variances = order.map { measured[$0] }
    loadings = Matrix(rows: count, columns: count, values: order.flatMap { axes[$0] })
  }

  /// The number of components, which is that of the columns.
  public var count: Int { variances.count }

  /// The share of each component in the total variance; 0 when nothing varies.
  public var shares: [Double] {
    let total = variances.sum
    return variances.map { total > 0 ? $0 / total : 0 }
  }

  /// Returns the scores of rows: where they lie along each component.
  ///
  /// - Parameters:
  ///   - data: Shape *n* x *d*.
  ///   - kept: The number of components, the first ones; all when `nil`.
  /// - Returns: Shape *n* x `kept`.
  /// - Precondition: `data` has *d* columns.
  /// - Complexity: O(*n* · *d* · `kept`).
  public func scores(_ data: Matrix, kept: Int? = nil) -> Matrix {
    precondition(data.columns == means.count, "scores need the columns that the components were found in")
    let kept = min(kept ?? count, count)
    var scores: [Double] = []
    scores.reserveCapacity(data.rows * kept)
    for row in 0..<data.rows {
      for component in 0..<kept {
        var score = 0.0
        for column in means.indices {
          score += (data[row, column] - means[column]) * loadings[component, column]
        }
        scores.append(score)
      }
    }
    return Matrix(rows: data.rows, columns: kept, values: scores)
  }

  /// Returns rows turned back from their scores; what fewer components do not hold is left at the mean.
  ///
  /// - Parameter scores: Shape *n* x any number of components up to *d*.
  /// - Returns: Shape *n* x *d*.
  public func original(_ scores: Matrix) -> Matrix {
    precondition(scores.columns <= count, "there are no more scores than components")
    var values: [Double] = []
    values.reserveCapacity(scores.rows * means.count)
    for row in 0..<scores.rows {
      for column in means.indices {
        var value = means[column]
        for component in 0..<scores.columns { value += scores[row, component] * loadings[component, column] }
        values.append(value)
      }
    }
    return Matrix(rows: scores.rows, columns: means.count, values: values)
  }

  /// Returns an axis turned so that its largest loading in size, the first of equals, is positive.
  private static func turned(_ axis: [Double]) -> [Double] {
    var largest = 0.0
    for loading in axis where loading.magnitude > largest.magnitude { largest = loading }
    return largest < 0 ? axis.map { -$0 } : axis
  }

  private static func form(_ products: [Double], _ axis: [Double]) -> Double {
    var total = 0.0
    for p in axis.indices {
      var inner = 0.0
      for q in axis.indices { inner += products[p * axis.count + q] * axis[q] }
      total += axis[p] * inner
    }
    return total
  }
}
