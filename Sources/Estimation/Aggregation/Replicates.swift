import Matrices

/// The values of all units on all measures, once for each time that the respondents were redrawn.
public struct Replicates: Sendable {
  /// The number of replicates, *r*.
  public let count: Int
  /// The number of units, *n*.
  public let units: Int
  /// The number of measures, *m*.
  public let measures: Int
  /// The *r* · *n* · *m* values, replicate by replicate and unit by unit; NaN where no respondent of the unit answered.
  public let values: [Double]

  /// Returns the value of a unit on a measure in a replicate; NaN where no respondent of the unit answered.
  public subscript(replicate: Int, unit: Int, measure: Int) -> Double {
    values[(replicate * units + unit) * measures + measure]
  }

  /// Puts together what was drawn for parts of the units, each replicate by replicate.
  fileprivate init(count: Int, units: Int, measures: Int, parts: [[Double]]) {
    self.count = count
    self.units = units
    self.measures = measures
    var values: [Double] = []
    values.reserveCapacity(count * units * measures)
    for replicate in 0..<count {
      for part in parts {
        let size = part.count / count
        values.append(contentsOf: part[replicate * size..<(replicate + 1) * size])
      }
    }
    self.values = values
  }
}

extension AggregatedUnits {
  /// Redraws the respondents of every unit, with all their answers together, and takes the units' values again.
  ///
  /// A unit of *n* ≥ 3 respondents draws *n* − 1 of them with replacement, so that the variance of the redrawn mean is
  /// *s*² / *n*, as it must be; drawing *n* would leave a third of it out for a unit of three. Where one or two
  /// respondents answered, or all answers agree, there is little to redraw: the unit keeps its value and adds, for each
  /// answer, the deviation of a respondent drawn from all units from that respondent's own unit (scaled to the pooled
  /// within-unit variance), averaged; of a skewed measure on the scale of the inverse hyperbolic sine. Such deviations
  /// come from one person for all measures, so they hang together as people's answers do. A redraw in which nobody
  /// answered a measure keeps the unit's value.
  ///
  /// What was fitted stays as it was. Each respondent carries the effect of the function along; and a replicate of a
  /// pooled value is *p* + (*x*\\* − *x*) · *e_p* / *e*, with *x* and *p* the unit's own and its pooled value, *x*\\* the own
  /// value redrawn, and *e* and *e_p* their standard errors. As *x*\\* varies about *x* with variance *e*², this varies about
  /// *p* with variance *e_p*², the posterior variance: were *A* and the mean known and *e*² = *V*, the factor would be
  /// √(1 − *B*). (To pull redrawn values instead would give (1 − *B*)² *V*, and forget how far units truly lie from the mean.)
  /// A median is redrawn in the same way: it moves with the mean of the redraw, widened to the standard error of the
  /// median. The medians of redraws of a few answers take two or three values only, and often one.
  ///
  /// Everything is clamped to the scale. Each pair of replicate and unit has a generator of its own, named by the unit's
  /// code: other units, the number of replicates and the number of cores change nothing.
  ///
  /// - Parameters:
  ///   - count: The number of replicates, at least 0.
  ///   - seed: The seed of the run.
  /// - Returns: The redrawn values, shape `count` x units x measures.
  /// - Complexity: O(`count` · *n* · *m*) for *n* respondents and *m* measures.
  ///
  /// > McCarthy, P. and Snowden, C. (1985). The bootstrap and finite population sampling. Vital and Health Statistics
  /// > 2 (95).
  /// > Rao, J. and Wu, C. (1988). Resampling inference with complex survey data. doi:10.1080/01621459.1988.10478591
  /// > Laird, N. and Louis, T. (1987). Empirical Bayes confidence intervals based on bootstrap samples.
  /// > doi:10.1080/01621459.1987.10478490
  public func replicates(_ count: Int, seed: UInt64) async -> Replicates {
    let redraw = Redraw(sample, features, replicates: count, seed: seed)
    let chunks = redraw.chunks
    let parts = await inParallel(count: chunks.count) { redraw.drawn(chunks[$0]) }
    return Replicates(count: count, units: units.count, measures: features.count, parts: parts)
  }
}

extension Sample {
  /// Redraws the respondents for the means of all measures, neither adjusted nor pooled.
  ///
  /// - Parameters:
  ///   - count: The number of replicates, at least 0.
  ///   - seed: The seed of the run.
  /// - Returns: What ``AggregatedUnits/replicates(_:seed:)`` gives for such a choice.
  public func replicates(_ count: Int, seed: UInt64) -> Replicates {
    let features = measures.enumerated().map { feature($0, FeatureAggregation($1), mix: nil, strata: nil).feature }
    let redraw = Redraw(self, features, replicates: count, seed: seed)
    return Replicates(
      count: count, units: units.count, measures: measures.count, parts: redraw.chunks.map(redraw.drawn))
  }
}

/// Returns a number that names a unit's stream: the FNV-1a hash of its code.
func streamNumber(_ code: String) -> Int {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in code.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return Int(bitPattern: UInt(truncatingIfNeeded: hash))
}
