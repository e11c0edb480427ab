import Diagnostics
import Matrices
import RealModule
import Settings
import Survey

/// Fits centre and spread of the columns of one feature, gaps filled.
struct ColumnScale {
  let feature: FeatureSettings
  /// Whether a feature without variance is excluded rather than refused.
  let excludesConstants: Bool
  let findings: Findings

  /// Fits one column of transformed values; returns them winsorised.
  func fit(_ column: inout FittedFeature, _ transformed: [Double]) -> [Double] {
    var values = transformed
    let robust = feature.scaling == .robust
    guard let centre = robust ? values.median : values.mean,
      let spread = robust ? values.medianAbsoluteDeviation : values.standardDeviation
    else {
      refuseConstant(values, &column)
      return values
    }
    guard spread > Self.floor(values) else {
      let deviation = robust ? values.standardDeviation ?? 0 : 0
      if deviation > Self.floor(values) { refuseRobust() } else { refuseConstant(values, &column) }
      return values
    }
    column.yardstick = Yardstick(centre: centre, spread: spread)
    if let bound = feature.winsorise {
      column.winsorised = Winsorising(spreads: bound, low: centre - bound * spread, high: centre + bound * spread)
      values = column.boundedColumn(values)
    }
    switch feature.scaling {
    case .zScore: (column.centre, column.spread) = (values.mean ?? 0, values.standardDeviation ?? 1)
    case .robust: (column.centre, column.spread) = (values.median ?? 0, values.medianAbsoluteDeviation ?? 1)
    case .range:
      let (low, high) = (values.min() ?? 0, values.max() ?? 1)
      (column.centre, column.spread) = (low, high - low)
    case .none: (column.centre, column.spread) = (0, 1)
    }
    return values
  }

  /// Fits several columns that are one feature: the root of the sum of their variances is the spread of each.
  func fit(group columns: inout ArraySlice<FittedFeature>, _ raw: ArraySlice<[Double]>) {
    var total = 0.0
    for index in columns.indices {
      columns[index].centre = raw[index].mean ?? 0
      if columns[index].excluded == nil { total += raw[index].variance ?? 0 }
    }
    let spread = Double.sqrt(total)
    guard spread > (raw.map { Self.floor($0) }.max() ?? 0) else {
      for index in columns.indices { refuseConstant(raw[index], &columns[index], isFirst: index == columns.startIndex) }
      return
    }
    for index in columns.indices { columns[index].spread = spread }
  }

  /// What is left of a constant after rounding is no variance: a few units in the last place of its size.
  static func floor(_ values: [Double]) -> Double {
    var greatest = 0.0
    for value in values { greatest = max(greatest, value.magnitude) }
    return 16 * greatest.ulp
  }

  private func refuseConstant(_ values: [Double], _ column: inout FittedFeature, isFirst: Bool = true) {
    (column.centre, column.spread) = (values.first ?? 0, 1)
    if excludesConstants {
      column.exclude("'\(column.feature)' has the same value for every unit, so it cannot tell types apart")
    } else if isFirst {
      findings.error(
        "no-variance", at: feature.place, value: feature.source?.text,
        message: "feature '\(feature.name)' has the same value for every unit, so it cannot tell types apart",
        mend: "remove the feature, or check its source")
    }
  }

  private func refuseRobust() {
    findings.error(
      "no-robust-spread", at: feature.place, value: feature.source?.text,
      message: "feature '\(feature.name)' has one value for more than half of the units, so its robust spread is 0",
      mend: "write 'scaling: z-score' for this feature")
  }
}

extension FittedFeature {
  /// Carries the column along without making types from it.
  mutating func exclude(_ why: String) {
    excluded = excluded ?? why
    use = .profile
  }
}
