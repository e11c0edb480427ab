import Matrices
import RealModule

/// What stands for the answers of a unit.
public enum Summary: String, Hashable, Sendable, CaseIterable {
  /// The mean answer; a share, where answers are 1 and 0.
  case mean
  /// The median answer.
  case median
}

/// A measure brought from respondents to units: value, number of answers and standard error of each unit.
public struct UnitAggregate: Hashable, Sendable {
  /// The mean or median answer of each unit (a share, where answers are 1 and 0); `nil` where nobody answered.
  public var values: [Double?]
  /// The number of answers of each unit.
  public var counts: [Int]
  /// The standard error of each value.
  ///
  /// From three answers on that differ it is the unit's own: the root of variance / number of answers. A unit with
  /// one or two answers, or whose answers all agree, takes the pooled within-unit variance instead: two officials who
  /// agree by chance do not make a value certain. For a skewed measure the pooled variance is that of the inverse
  /// hyperbolic sines, times 1 + value² (the delta method). `nil` without answers, and when no unit has two answers to
  /// pool.
  ///
  /// The variance of a median is *π* / 2 times that of the mean from three answers on, as for many answers from a normal
  /// distribution (a little too wide for few: at three it is 1.35 times); the median of one or two answers is their mean.
  ///
  /// > Kendall, M. and Stuart, A. (1977). The Advanced Theory of Statistics, volume 1, section 10.10 and example 10.7.
  public var errors: [Double?]
  /// How far respondents of one unit agree.
  public var agreement: Agreement
}

extension Summary {
  /// The variance of a summary of answers over that of their mean.
  func varianceFactor(answers: Int) -> Double {
    self == .median && answers > 2 ? Double.pi / 2 : 1
  }
}

extension Sample {
  /// Returns the mean answers of all units on a measure.
  ///
  /// - Parameter measure: The position of the measure.
  /// - Returns: Values, counts and errors in the order of ``units``.
  /// - Complexity: O(*n*) for *n* respondents.
  public func aggregate(_ measure: Int) -> UnitAggregate { aggregate(measure, summary: .mean) }

  /// Returns the values of all units on a measure.
  ///
  /// - Parameters:
  ///   - measure: The position of the measure.
  ///   - summary: What stands for the answers of a unit.
  /// - Returns: Values, counts and errors in the order of ``units``.
  /// - Complexity: O(*n*) for *n* respondents; for medians O(*s* log *s*) more a unit of *s* respondents.
  public func aggregate(_ measure: Int, summary: Summary) -> UnitAggregate {
    aggregated(measure, summary).aggregate
  }

  /// Returns the values of all units, with what they were computed from.
  ///
  /// - Parameters:
  ///   - measure: The position of the measure.
  ///   - summary: What stands for the answers of a unit.
  ///   - spent: The degrees of freedom that effects fitted within units took.
  /// - Returns: The aggregate, the moments of the answers, and the pooled variance on the scale on which units borrow.
  func aggregated(
    _ measure: Int, _ summary: Summary, spent: Int = 0
  ) -> (aggregate: UnitAggregate, moments: UnitMoments, pooled: Double?) {
    let moments = moments(measure)
    let borrowed = skewed[measure] ? borrowedMoments(measure) : moments
    let pooled = borrowed.pooledVariance(spent: spent)
    let values = summary == .mean ? moments.means : medians(measure)
    let variances = units.indices.map { unit -> Double? in
      if let own = moments.ownVariance(unit) { return own }
      return pooled.map { skewed[measure] ? $0 * (1 + values[unit] * values[unit]) : $0 }
    }
    let errors = zip(moments.counts, variances).map { count, variance -> Double? in
      guard count > 0, let variance else { return nil }
      return Double.sqrt(summary.varianceFactor(answers: count) * variance / Double(count))
    }
    let aggregate = UnitAggregate(
      values: values.map { $0.isNaN ? nil : $0 }, counts: moments.counts, errors: errors,
      agreement: Agreement(moments))
    return (aggregate, moments, pooled)
  }

  /// Returns the median answer of each unit; NaN without answers.
  private func medians(_ measure: Int) -> [Double] {
    var answers: [Double] = []
    return units.indices.map { unit in
      answers.removeAll(keepingCapacity: true)
      for row in starts[unit]..<starts[unit + 1] where !columns[measure][row].isNaN {
        answers.append(columns[measure][row])
      }
      if answers.isEmpty { return .nan }
      answers.sort()
      let middle = answers.count / 2
      return answers.count % 2 == 1 ? answers[middle] : (answers[middle - 1] + answers[middle]) / 2
    }
  }
}

extension UnitMoments {
  /// The variance of a unit's own answers where it may stand for their noise: from three answers on that differ.
  func ownVariance(_ unit: Int) -> Double? {
    counts[unit] > 2 && squares[unit] > 0 ? squares[unit] / Double(counts[unit] - 1) : nil
  }
}
