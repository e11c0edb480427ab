/// What a small sample does to the interval of a weighted mean of units.
///
/// Residuals are taken about the mean, and about the cells of the margins, that the same units made; so their squares
/// come out too small, the more so for units that weigh much, and the variance is itself the mean of few squares when a
/// few units weigh most. Both are worked out from how much the value of each unit varies: the expected square of each
/// residual, and from those the degrees of freedom that a chi-square of the same mean and variance has.
///
/// > Bell, R. and McCaffrey, D. (2002). Bias reduction in standard errors for linear regression with multi-stage samples.
/// > Survey Methodology 28, 169-181.
/// > Valliant, R. (2002). Variance estimation for the general regression estimator. Survey Methodology 28, 103-114.
package struct SmallSample: Hashable, Sendable {
  /// By what the variance of the first stage is to be multiplied.
  package var inflation: Double
  /// The degrees of freedom of the variance of the first stage, at least 1.
  package var degrees: Double

  /// The degrees of freedom of both stages together, of which the second has very many.
  ///
  /// > Satterthwaite, F. (1946). An approximate distribution of estimates of variance components. doi:10.2307/3002019
  package func degrees(first: Double, second: Double) -> Double {
    let part = inflation * first
    guard part > 0 else { return degrees }
    return degrees * ((part + second) / part) * ((part + second) / part)
  }

  /// Works out what the weights alone say.
  ///
  /// With *hᵢ* the share of a unit in the mean, *σᵢ*² the variance of its value, *dᵢ* = *hᵢ*² *σᵢ*² and *s* = Σ *dᵢ*, the
  /// square of a residual *hᵢ* (*yᵢ* − *ȳ*) is expected to be *vᵢ* = *dᵢ* (1 − 2 *hᵢ*) + *hᵢ*² *s*, where the estimate has
  /// *dᵢ*; margins take more. The inflation is Σ *dᵢ* / Σ *vᵢ*, less the *n* / (*n* − 1) that the variance has already;
  /// the degrees of freedom are (Σ *vᵢ*)² / Σ *vᵢ*² times Σ *vᵢ* / Σ *dᵢ*, which is *n* − 1 for units that weigh the same
  /// and vary alike.
  ///
  /// - Parameters:
  ///   - shares: What each unit counts in the estimate, 0 outside it.
  ///   - variances: How much the value of each unit varies, in any unit of measure; `nil` for all alike.
  ///   - calibration: What the weights were brought to, when residuals are taken.
  ///   - stages: How units were drawn.
  /// - Complexity: O(units · margins² + cells³).
  package init(shares: [Double], variances: [Double]? = nil, calibration: Calibration?, stages: SamplingStages) {
    let total = shares.reduce(0, +)
    let count = Double(shares.count)
    var (estimate, residual, fourth) = (0.0, 0.0, 0.0)
    var square = 0.0
    for (unit, share) in shares.enumerated() { square += share * share * (variances?[unit] ?? 1) }
    square /= total * total
    let margins = calibration.map { Projected($0, shares, variances, total: total, square: square) }
    for (unit, share) in shares.enumerated() {
      let open = 1 - stages.fraction(ofCluster: unit)
      let h = share / total
      let variance = h * h * (variances?[unit] ?? 1)
      let expected = open * (margins?.expectedSquare(unit) ?? variance * (1 - 2 * h) + h * h * square)
      estimate += open * variance
      residual += expected
      fourth += expected * expected
    }
    guard residual > 0, estimate > 0, count > 1 else {
      (inflation, degrees) = (1, 1)
      return
    }
    inflation = estimate / residual * (count - 1) / count
    degrees = max(1, residual * residual / fourth * residual / estimate)
  }
}

/// The expected squares of residuals from the cells of margins.
private struct Projected {
  private let calibration: Calibration
  private let values: [Double]
  private let variances: [Double]?
  private let total: Double
  private let square: Double
  /// The cross products of squared values, between the inverses.
  private var spread: [Double]
  private var fitted: [Double]
  private var weighted: [Double]

  /// Works out what all units share.
  ///
  /// - Parameters:
  ///   - calibration: The margins.
  ///   - shares: What each unit counts.
  ///   - variances: How much the value of each unit varies.
  ///   - total: The sum of the shares.
  ///   - square: The variance of the mean.
  init(_ calibration: Calibration, _ shares: [Double], _ variances: [Double]?, total: Double, square: Double) {
    self.calibration = calibration
    (self.variances, self.total, self.square) = (variances, total, square)
    let size = calibration.columns[calibration.columns.count - 1]
    values = zip(shares, calibration.weights).map { $0 / ($1 * total) }
    var cross = [Double](repeating: 0, count: size * size)
    var (sums, products) = ([Double](repeating: 0, count: size), [Double](repeating: 0, count: size))
    let margins = calibration.margins.count
    for unit in shares.indices where shares[unit] > 0 {
      let part = calibration.base[unit] * values[unit]
      let variance = variances?[unit] ?? 1
      for margin in unit * margins..<(unit + 1) * margins {
        let row = calibration.columnsOfElement[margin]
        sums[row] += part
        products[row] += part * variance * shares[unit] / total
        for other in unit * margins..<(unit + 1) * margins {
          cross[row * size + calibration.columnsOfElement[other]] += part * part * variance
        }
      }
    }
    fitted = Self.times(calibration.inverse, sums, size)
    weighted = Self.times(calibration.inverse, products, size)
    spread = Self.between(calibration.inverse, cross, size)
  }

  /// Returns the expected square of the residual of a unit, about the margins and the mean.
  func expectedSquare(_ unit: Int) -> Double {
    let size = calibration.columns[calibration.columns.count - 1]
    var (leverage, others, fit, product) = (0.0, 0.0, 0.0, 0.0)
    let margins = calibration.margins.count
    for margin in unit * margins..<(unit + 1) * margins {
      let row = calibration.columnsOfElement[margin]
      fit += fitted[row]
      product += weighted[row]
      for other in unit * margins..<(unit + 1) * margins {
        let cell = row * size + calibration.columnsOfElement[other]
        leverage += calibration.inverse[cell]
        others += spread[cell]
      }
    }
    leverage *= calibration.base[unit]
    let value = values[unit]
    let weight = calibration.weights[unit]
    let residual = value - fit
    let variance = value * value * (variances?[unit] ?? 1)
    let own = variance * (1 - 2 * leverage) + others
    let mean = -2 * residual * (variance * weight - product) + residual * residual * square
    return max(0, weight * weight * (own + mean))
  }

  private static func times(_ matrix: [Double], _ vector: [Double], _ size: Int) -> [Double] {
    (0..<size).map { row in
      var sum = 0.0
      for column in 0..<size { sum += matrix[row * size + column] * vector[column] }
      return sum
    }
  }

  /// Returns the product of a symmetric matrix, another one, and the first again.
  private static func between(_ outer: [Double], _ inner: [Double], _ size: Int) -> [Double] {
    product(product(outer, inner, size), outer, size)
  }

  private static func product(_ a: [Double], _ b: [Double], _ size: Int) -> [Double] {
    var result = [Double](repeating: 0, count: size * size)
    for row in 0..<size {
      for k in 0..<size where a[row * size + k] != 0 {
        for column in 0..<size { result[row * size + column] += a[row * size + k] * b[k * size + column] }
      }
    }
    return result
  }
}
