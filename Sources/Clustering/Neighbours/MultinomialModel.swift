public import Matrices
import RealModule

/// Multinomial logistic regression with a ridge: the chance of each label as a smooth function of the columns.
///
/// The chances of a row *x* are the softmax of *b* + *W* *x*. What is made small is the sum over rows of the negative
/// logarithm of the chance of the row's label, plus half the ridge times the sum of squares of *W*; the intercepts *b* are
/// free and add up to zero. That is what scikit-learn's `LogisticRegression(C = 1 / ridge)` makes small.
///
/// > Hastie, T., Tibshirani, R. and Friedman, J. (2009). The Elements of Statistical Learning, section 4.4.
/// > doi:10.1007/978-0-387-84858-7
public struct MultinomialModel: Hashable, Sendable {
  /// The intercept and the slopes of each label, *k* × (1 + *d*).
  public let coefficients: Matrix

  /// Fits a model by Newton's method, with steps that are halved while they do not help.
  ///
  /// - Parameters:
  ///   - rows: The labelled rows; a label without rows gets a chance near zero.
  ///   - ridge: How strongly slopes are drawn towards zero, above 0.
  /// - Precondition: `ridge` is above 0.
  /// - Complexity: O(*n* · *k*² · *d*² + *k*³ · *d*³) time a step, of which there are seldom more than ten.
  public init(_ rows: LabelledRows, ridge: Double = 1) {
    precondition(ridge > 0, "a ridge above 0 keeps the slopes finite")
    var fit = MultinomialFit(rows, ridge: ridge)
    fit.run()
    coefficients = Matrix(rows: rows.labelCount, columns: rows.data.columns + 1, values: fit.weights)
  }

  /// Returns the chance of each label for each row of `data` (shape *m* × *d*): *m* × *k*, each row adding up to 1.
  ///
  /// - Precondition: `data` has the columns that the model was made from.
  public func chances(of data: Matrix) -> Matrix {
    precondition(data.columns + 1 == coefficients.columns, "the columns that the model was made from")
    let parts = (0..<data.rows).map { softmax(scores(of: data, $0, coefficients.values, labels: coefficients.rows)) }
    return Matrix(rows: data.rows, columns: coefficients.rows, values: parts.flatMap { $0 })
  }
}

/// The coefficients on their way to the minimum.
private struct MultinomialFit {
  private(set) var weights: [Double]
  private let rows: LabelledRows
  private let ridge: Double
  private let width: Int

  private static let mostSteps = 50
  private static let smallestSlope = 1e-9

  init(_ rows: LabelledRows, ridge: Double) {
    self.rows = rows
    self.ridge = ridge
    width = rows.data.columns + 1
    weights = Array(repeating: 0, count: rows.labelCount * width)
  }

  mutating func run() {
    var cost = cost(weights)
    for _ in 0..<Self.mostSteps {
      let (slope, curvature) = derivatives()
      guard slope.contains(where: { $0.magnitude > Self.smallestSlope }), let step = curvature.solvedByCholesky(slope)
      else { return }
      var length = 1.0
      while length > 1e-6 {
        let next = zip(weights, step).map { $0 - length * $1 }
        let nextCost = self.cost(next)
        if nextCost < cost {
          (weights, cost) = (next, nextCost)
          break
        }
        length /= 2
      }
      if length <= 1e-6 { return }
    }
  }

  /// The negative log-likelihood with the ridge, and half the square of the sum of the intercepts, which pins that sum to
  /// zero and changes no chance.
  private func cost(_ weights: [Double]) -> Double {
    var cost = 0.0
    for (row, label) in rows.labels.enumerated() {
      let scores = scores(of: rows.data, row, weights, labels: rows.labelCount)
      let highest = scores.max() ?? 0
      cost += highest + Double.log(scores.reduce(0) { $0 + Double.exp($1 - highest) }) - scores[label]
    }
    for (index, weight) in weights.enumerated() where index % width > 0 { cost += ridge / 2 * weight * weight }
    let intercepts = stride(from: 0, to: weights.count, by: width).reduce(0) { $0 + weights[$1] }
    return cost + intercepts * intercepts / 2
  }

  private func derivatives() -> (slope: [Double], curvature: Matrix) {
    let size = weights.count
    var slope = [Double](repeating: 0, count: size)
    var curvature = [Double](repeating: 0, count: size * size)
    var point = [Double](repeating: 1, count: width)
    for (row, label) in rows.labels.enumerated() {
      for column in 1..<max(width, 1) { point[column] = rows.data.values[row * (width - 1) + column - 1] }
      let chances = softmax(scores(of: rows.data, row, weights, labels: rows.labelCount))
      for first in chances.indices {
        let miss = chances[first] - (first == label ? 1 : 0)
        for p in 0..<width { slope[first * width + p] += miss * point[p] }
        for second in chances.indices {
          let factor = chances[first] * ((first == second ? 1 : 0) - chances[second])
          for p in 0..<width {
            let base = (first * width + p) * size + second * width
            let left = factor * point[p]
            for q in 0..<width { curvature[base + q] += left * point[q] }
          }
        }
      }
    }
    let intercepts = stride(from: 0, to: size, by: width)
    let sum = intercepts.reduce(0) { $0 + weights[$1] }
    for first in 0..<size {
      if first % width > 0 {
        slope[first] += ridge * weights[first]
        curvature[first * size + first] += ridge
      } else {
        slope[first] += sum
        for second in intercepts { curvature[first * size + second] += 1 }
      }
    }
    return (slope, Matrix(rows: size, columns: size, values: curvature))
  }
}

private func scores(of data: Matrix, _ row: Int, _ weights: [Double], labels: Int) -> [Double] {
  let d = data.columns
  return (0..<labels).map { label in
    var score = weights[label * (d + 1)]
    for column in 0..<d { score += weights[label * (d + 1) + 1 + column] * data.values[row * d + column] }
    return score
  }
}

private func softmax(_ scores: [Double]) -> [Double] {
  let highest = scores.max() ?? 0
  let powers = scores.map { Double.exp($0 - highest) }
  let sum = powers.sum
  return powers.map { $0 / sum }
}
