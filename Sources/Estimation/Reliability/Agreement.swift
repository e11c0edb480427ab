import Matrices
import RealModule

/// How far the respondents of one unit agree on a measure.
public struct Agreement: Hashable, Sendable {
  /// The number of answers.
  public var answers: Int
  /// The number of units with an answer.
  public var units: Int
  /// The variance within units, pooled over all units with two answers or more (divisor answers − units); `nil` when
  /// there is no such unit.
  public var withinVariance: Double?
  /// The intraclass correlation ICC(1): the share of the variance that lies between units, by one-way analysis of
  /// variance with random units.
  ///
  /// With *n₀* = (*N* − Σ *nᵢ*² / *N*) / (*k* − 1) answers a unit: (MSB − MSW) / (MSB + (*n₀* − 1) MSW). It can be
  /// slightly negative; `nil` below two units, without a unit of two, or when nothing varies. McGraw and Wong call it
  /// ICC(1), Shrout and Fleiss ICC(1,1).
  ///
  /// > Donner, A. (1986). A review of inference procedures for the intraclass correlation coefficient.
  /// > doi:10.2307/1403259
  /// > McGraw, K. and Wong, S. (1996). Forming inferences about some intraclass correlation coefficients.
  /// > doi:10.1037/1082-989X.1.1.30
  public var intraclassCorrelation: Double?
  /// The reliability of the units' means, ICC(2): (MSB − MSW) / MSB.
  ///
  /// That of an average unit: McGraw and Wong's ICC(k) of the one-way model, which Bliese calls ICC(2). Below 0 when units
  /// differ less than chance would have them; `nil` as for ICC(1), and when the means of all units are the same.
  ///
  /// > Bliese, P. (2000). Within-group agreement, non-independence, and reliability. In Klein, K. and Kozlowski, S.,
  /// > Multilevel Theory, Research, and Methods in Organizations, 349-381.
  public var meanReliability: Double?
  /// The agreement index rwg of the units, averaged over ``ratedUnits``; `nil` without such a unit or a scale.
  ///
  /// Of one unit: 1 − *s*² / *σ*², *s*² the sample variance of its answers and *σ*² the ``nullVariance``; below 0 it counts
  /// as 0 (answers that lie further apart than random ones do not agree at all). Of an index of *J* items it is rwg(J):
  /// *J* (1 − *q*) / (*J* (1 − *q*) + *q*) with *q* the mean over the items of *s*² / *σ*².
  ///
  /// > James, L., Demaree, R. and Wolf, G. (1984). Estimating within-group interrater reliability with and without response
  /// > bias. doi:10.1037/0021-9010.69.1.85
  public var rwg: Double?
  /// The number of units with two answers or more, of which rwg is the mean.
  public var ratedUnits = 0
  /// The variance of answers given at random, each point of the scale as likely as another; `nil` when the scale is not
  /// known.
  public var nullVariance: Double?

  /// Computes agreement from the moments of a measure.
  ///
  /// - Parameters:
  ///   - moments: The moments of the units.
  ///   - nullVariance: The variance of random answers; without it there is no rwg.
  init(_ moments: UnitMoments, nullVariance: Double? = nil) {
    answers = moments.answers
    units = moments.answering
    withinVariance = moments.pooledVariance()
    rate(nullVariance, [(moments, nullVariance ?? 0)])
    guard let withinVariance, units > 1 else { return }
    let grand = moments.sums.sum / Double(answers)
    var between = 0.0
    var squares = 0.0
    for (count, mean) in zip(moments.counts, moments.means) where count > 0 {
      between += Double(count) * (mean - grand) * (mean - grand)
      squares += Double(count * count)
    }
    let betweenMean = between / Double(units - 1)
    let size = (Double(answers) - squares / Double(answers)) / Double(units - 1)
    let total = betweenMean + (size - 1) * withinVariance
    if total > 0 { intraclassCorrelation = (betweenMean - withinVariance) / total }
    if betweenMean > 0 { meanReliability = (betweenMean - withinVariance) / betweenMean }
  }

  /// Computes agreement on an index, rwg(J) from its items.
  ///
  /// - Parameters:
  ///   - moments: The moments of the index.
  ///   - items: The moments of each item, with the variance of random answers to it. A unit counts with the items to which
  ///     it has two answers or more.
  init(_ moments: UnitMoments, items: [(moments: UnitMoments, nullVariance: Double)]) {
    self.init(moments)
    let nulls = items.map(\.nullVariance)
    rate(nulls.allSatisfy { $0 == nulls.first } ? nulls.first : nulls.mean, items)
  }

  private mutating func rate(_ null: Double?, _ items: [(moments: UnitMoments, nullVariance: Double)]) {
    nullVariance = null
    guard null != nil, !items.isEmpty, items.allSatisfy({ $0.nullVariance > 0 }) else { return }
    var total = 0.0
    for unit in items[0].moments.counts.indices {
      let ratios = items.compactMap { item in item.moments.variance(unit).map { $0 / item.nullVariance } }
      guard let ratio = ratios.mean else { continue }
      total += withinGroup(ratio, items: ratios.count)
      ratedUnits += 1
    }
    if ratedUnits > 0 { rwg = total / Double(ratedUnits) }
  }
}

/// Returns rwg(J) of *J* items for the mean ratio of observed to random variance; 0 from a ratio of 1 on.
private func withinGroup(_ ratio: Double, items: Int) -> Double {
  if ratio >= 1 { return 0 }
  let agreed = Double(items) * (1 - ratio)
  return agreed / (agreed + ratio)
}

extension Measure {
  /// The variance of answers given at random: (*A*² − 1) / 12 for *A* points one apart (1/4 for yes and no), *R*² / 12 on a
  /// continuous range of length *R*; `nil` when the range is not declared.
  public var nullVariance: Double? {
    guard let range else { return nil }
    let length = range.upperBound - range.lowerBound
    guard let points else { return length > 0 ? length * length / 12 : nil }
    guard points > 1 else { return nil }
    let step = length / Double(points - 1)
    return step > 0 ? step * step * Double(points * points - 1) / 12 : nil
  }
}
