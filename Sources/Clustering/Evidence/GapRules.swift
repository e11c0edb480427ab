/// The rules that take a number of clusters from a gap curve, under the names of `maxSE` in R, all with one standard error.
extension GapStatistic {
  /// The smallest number of clusters whose gap is within one standard error of the first local maximum (`firstSEmax`,
  /// the default of R); `nil` without values.
  ///
  /// The first local maximum is the first number whose gap the next one does not exceed, or else the largest number; the
  /// standard error is that of the maximum.
  public var firstSEMax: Int? {
    guard !values.isEmpty else { return nil }
    let descent = values.indices.dropLast().first { values[$0 + 1].gap <= values[$0].gap }
    let peak = values[descent ?? values.count - 1]
    return values.first { $0.gap >= peak.gap - peak.standardError }?.clusters
  }

  /// The smallest number of clusters whose gap is at least the next one's less the next one's standard error
  /// (`Tibs2001SEmax`, the rule of the paper), or the largest that was measured; `nil` without values.
  public var tibshirani: Int? {
    let found = values.indices.dropLast().first {
      values[$0].gap >= values[$0 + 1].gap - values[$0 + 1].standardError
    }
    return found.map { values[$0].clusters } ?? values.last?.clusters
  }

  /// The number of clusters with the highest gap, of equals the smallest (`globalmax`); `nil` without values.
  public var globalMax: Int? {
    values.highest { $0.gap }?.clusters
  }
}
