import Matrices
import RealModule

extension Sample {
  /// Estimates a share or mean, with a standard error that covers both stages of the sample.
  ///
  /// Units are the first stage and respondents within them the second. The estimator is a ratio of weighted sums, its
  /// variance that of its linearised values *z* (Taylor series), with *f* the share of the units that answered:
  /// (1 − *f*) · *n* / (*n* − 1) · Σ (*zᵢ* − *z̄*)² over unit totals, plus *f* times the variance within units,
  /// Σ *mᵢ* / (*mᵢ* − 1) · Σ (*zᵢⱼ* − *z̄ᵢ*)². A unit with one respondent takes the pooled within-unit variance there. The finite population
  /// correction works on the first stage only: officials of a unit are drawn from many. Respondents who left the
  /// question open form a domain: they count as rows with *z* = 0. For ``Estimand/units``, residuals are taken from the
  /// mean of the weighting cell (post-stratification).
  ///
  /// The interval uses Student's t with *n* − 1 degrees of freedom; on the logit scale for shares (a range of 0 to 1),
  /// so that it stays within 0 and 1, else clamped to the scale. It assumes that who answers is random within the cells.
  ///
  /// - Parameters:
  ///   - measure: The position of the measure.
  ///   - estimand: What is estimated.
  ///   - design: The weights of the units, in their order.
  /// - Returns: The estimate, or `nil` when nobody answered.
  /// - Precondition: `design` has a weight for each unit.
  /// - Complexity: O(*n*) for *n* respondents.
  ///
  /// > Särndal, C., Swensson, B. and Wretman, J. (1992). Model Assisted Survey Sampling, chapters 4 and 5.
  /// > doi:10.1007/978-1-4612-4378-6
  public func estimate(_ measure: Int, of estimand: Estimand, design: UnitDesign) -> Estimate? {
    precondition(design.weights.count == units.count, "a design has a weight for each unit")
    let groups = units.indices.map { answers(of: $0, to: measure) }
    let answered = groups.reduce(0) { $0 + $1.count }
    guard answered > 0 else { return nil }
    let weights = groups.indices.map { unit in
      estimand == .respondents ? 1 : design.weights[unit] / Double(max(1, groups[unit].count))
    }
    var total = 0.0
    var weight = 0.0
    for (group, share) in zip(groups, weights) {
      total += share * group.sum
      weight += share * Double(group.count)
    }
    guard weight > 0 else { return nil }
    let value = total / weight
    let centres = estimand == .respondents ? units.map { _ in value } : cellMeans(groups, weights, design.cells)
    let residuals = zip(groups, centres).map { group, centre in group.map { $0 - centre } }
    var result = Estimate(answers: answered, units: groups.count { !$0.isEmpty }, value: value)
    if let variance = variance(residuals, weights.map { $0 / weight }, fraction: design.samplingFraction) {
      let error = Double.sqrt(max(0, variance))
      result.error = error
      result.interval = interval(of: result.value, error, within: ranges[measure])
    }
    return result
  }

  /// Returns for each unit the weighted mean of its cell; 0 for a unit of a cell without answers.
  private func cellMeans(_ groups: [[Double]], _ weights: [Double], _ cells: [Int]) -> [Double] {
    let count = (cells.max() ?? 0) + 1
    var totals = [Double](repeating: 0, count: count)
    var sums = [Double](repeating: 0, count: count)
    for (unit, group) in groups.enumerated() {
      totals[cells[unit]] += weights[unit] * group.sum
      sums[cells[unit]] += weights[unit] * Double(group.count)
    }
    return cells.map { sums[$0] > 0 ? totals[$0] / sums[$0] : 0 }
  }

  /// Returns the variance over both stages of a sum of weighted residuals; `nil` below two units.
  private func variance(_ residuals: [[Double]], _ weights: [Double], fraction: Double) -> Double? {
    guard units.count > 1 else { return nil }
    let totals = zip(residuals, weights).map { $0.sum * $1 }
    let first = Double(units.count) * (totals.variance ?? 0)
    guard fraction > 0 else { return first }
    var squares = 0.0
    var degrees = 0
    let within = zip(residuals, sizes).map { group, size in
      guard size > 1 else { return 0.0 }
      // Open answers are rows of zero: they take part in the mean and the squares.
      let mean = group.sum / Double(size)
      let square = group.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } + Double(size - group.count) * mean * mean
      squares += square
      degrees += size - 1
      return square * Double(size) / Double(size - 1)
    }
    let pooled = degrees > 0 ? squares / Double(degrees) : 0
    var second = 0.0
    for (unit, (square, weight)) in zip(within, weights).enumerated() {
      let alone = sizes[unit] == 1 && !residuals[unit].isEmpty
      second += weight * weight * (alone ? pooled : square)
    }
    return (1 - fraction) * first + fraction * second
  }

  private func interval(of value: Double, _ error: Double, within range: ClosedRange<Double>) -> ClosedRange<Double>? {
    let quantile = studentQuantile975(degrees: units.count - 1)
    if range == 0...1 {
      guard value > 0, value < 1 else { return nil }
      let centre = Double.log(value / (1 - value))
      let reach = quantile * error / (value * (1 - value))
      return logistic(centre - reach)...logistic(centre + reach)
    }
    return max(value - quantile * error, range.lowerBound)...min(value + quantile * error, range.upperBound)
  }
}

private func logistic(_ x: Double) -> Double { 1 / (1 + Double.exp(-x)) }

/// Returns the 97.5 % quantile of Student's t distribution, exact to three decimals.
///
/// From five degrees of freedom on by the expansion around the normal quantile.
///
/// - Parameter degrees: The degrees of freedom, at least 1.
/// - Returns: The quantile, above 1.96.
///
/// > Abramowitz, M. and Stegun, I. (1964). Handbook of Mathematical Functions, 26.7.5.
func studentQuantile975(degrees: Int) -> Double {
  let few = [12.7062, 4.3027, 3.1824, 2.7764]
  if degrees <= few.count { return few[max(0, degrees - 1)] }
  let z = 1.959963984540054
  let square = z * z
  let v = Double(degrees)
  let first = z * (square + 1) / 4
  let second = z * (5 * square * square + 16 * square + 3) / 96
  let third = z * (3 * square * square * square + 19 * square * square + 17 * square - 15) / 384
  let sixth = 79 * square * square * square * square + 776 * square * square * square + 1482 * square * square
  let fourth = z * (sixth - 1920 * square - 945) / 92160
  return z + first / v + second / (v * v) + third / (v * v * v) + fourth / (v * v * v * v)
}
