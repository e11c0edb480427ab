import Matrices
import RealModule

/// A measure brought from respondents to units: value, number of answers and standard error of each unit.
public struct UnitAggregate: Hashable, Sendable {
  /// The mean answer of each unit (a share, where answers are 1 and 0); `nil` where nobody answered.
  public var values: [Double?]
  /// The number of answers of each unit.
  public var counts: [Int]
  /// The standard error of each value.
  ///
  /// From three answers on that differ it is the unit's own: the root of variance / number of answers. A unit with
  /// one or two answers, or whose answers all agree, takes the pooled within-unit variance instead: two officials who
  /// agree by chance do not make a value certain. For a skewed measure the pooled variance is that of the inverse
  /// hyperbolic sines, times 1 + value² (the delta method). `nil` without answers, and when no unit has two answers to pool.
  public var errors: [Double?]
  /// How far respondents of one unit agree.
  public var agreement: Agreement
}

/// How far the respondents of one unit agree on a measure.
public struct Agreement: Hashable, Sendable {
  /// The number of answers.
  public var answers: Int
  /// The number of units with an answer.
  public var units: Int
  /// The variance within units, pooled over all units with two answers or more (divisor answers − units); `nil` when
  /// there is no such unit.
  public var withinVariance: Double?
  /// The intraclass correlation ICC(1): the share of the variance that lies between units, by analysis of variance.
  ///
  /// With *n₀* = (*N* − Σ *nᵢ*² / *N*) / (*k* − 1) answers a unit: (MSB − MSW) / (MSB + (*n₀* − 1) MSW). It can be
  /// slightly negative; `nil` below two units, without a unit of two, or when nothing varies.
  ///
  /// > Donner, A. (1986). A review of inference procedures for the intraclass correlation coefficient.
  /// > doi:10.2307/1403259
  public var intraclassCorrelation: Double?
}

extension Sample {
  /// Returns the values of all units on a measure.
  ///
  /// - Parameter measure: The position of the measure.
  /// - Returns: Values, counts and errors in the order of ``units``.
  /// - Complexity: O(*n*) for *n* respondents.
  public func aggregate(_ measure: Int) -> UnitAggregate {
    let groups = units.indices.map { answers(of: $0, to: measure) }
    let agreement = Agreement(of: groups)
    var result = UnitAggregate(values: [], counts: [], errors: [], agreement: agreement)
    let pooled = pooledVariance(measure, groups, agreement)
    for group in groups {
      result.values.append(group.mean)
      result.counts.append(group.count)
      let own = group.count > 2 ? group.variance.flatMap { $0 > 0 ? $0 : nil } : nil
      let variance = own ?? pooled.map { skewed[measure] ? $0 * (1 + square(group.mean ?? 0)) : $0 }
      result.errors.append(group.isEmpty ? nil : variance.map { Double.sqrt($0 / Double(group.count)) })
    }
    return result
  }

  /// Returns the variance within units on the scale on which they borrow.
  func pooledVariance(_ measure: Int, _ groups: [[Double]], _ agreement: Agreement) -> Double? {
    guard skewed[measure] else { return agreement.withinVariance }
    return Agreement(of: groups.map { group in group.map { borrowing($0, measure) } }).withinVariance
  }
}

private func square(_ x: Double) -> Double { x * x }

extension Agreement {
  /// Computes agreement from the answers of each unit.
  init(of groups: [[Double]]) {
    let groups = groups.filter { !$0.isEmpty }
    self.answers = groups.reduce(0) { $0 + $1.count }
    self.units = groups.count
    guard answers > units else { return }
    let grand = groups.reduce(0) { $0 + $1.sum } / Double(answers)
    var within = 0.0
    var between = 0.0
    var squares = 0.0
    for group in groups {
      guard let mean = group.mean else { continue }
      within += group.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      between += Double(group.count) * (mean - grand) * (mean - grand)
      squares += Double(group.count * group.count)
    }
    let withinMean = within / Double(answers - units)
    withinVariance = withinMean
    guard units > 1 else { return }
    let betweenMean = between / Double(units - 1)
    let size = (Double(answers) - squares / Double(answers)) / Double(units - 1)
    let total = betweenMean + (size - 1) * withinMean
    if total > 0 { intraclassCorrelation = (betweenMean - withinMean) / total }
  }
}
