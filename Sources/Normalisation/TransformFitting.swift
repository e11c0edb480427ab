import Diagnostics
import Matrices
import Settings
import Survey

/// Fits the transform: columns, imputation, centre and spread, screen, weights, in this order.
struct TransformFitting {
  private(set) var transform: FittedTransform
  private(set) var screened: [ScreenedFeature] = []
  /// The columns of the units that were fitted, gaps filled.
  let completed: CompletedColumns
  private let settings: NormalisationSettings
  private let raw: [RawFeature]
  private let findings: Findings

  init(_ settings: NormalisationSettings, _ pool: Pool, _ findings: Findings) throws(Failure) {
    self.settings = settings
    self.findings = findings
    transform = FittedTransform(blocks: [], features: [])
    var raw: [RawFeature] = []
    for block in settings.blocks {
      for feature in block.features {
        guard let column = pool.values.first(where: { $0.feature == feature.name }) else {
          preconditionFailure("feature '\(feature.name)' has no values")
        }
        if let feature = RawFeature(feature, in: block, of: column, findings) { raw.append(feature) }
      }
    }
    self.raw = raw
    transform.fit = pool.origin
    transform.features = raw.flatMap { Self.draft($0, pool.strata) }
    transform.imputation = FittedImputation(
      method: settings.imputation.method, strata: settings.imputation.strata, donors: nil)
    if settings.imputation.method == .nearest {
      let columns = raw.flatMap(\.columns).map(\.values)
      transform.imputation?.donors = Donors(neighbours: settings.imputation.neighbours, transform.features, columns)
    }
    completed = transform.completed(raw.flatMap(\.columns).map(\.values), strata: pool.strata)
    refuseDoubles()
    let scaled = scale(completed.transformed)
    try throwErrors()
    weigh(scaled)
    try throwErrors()
  }

  /// Throws what was found, in the order of the file, when one is an error.
  private func throwErrors() throws(Failure) {
    guard findings.hasErrors else { return }
    func position(_ finding: Finding) -> (Int, Int) { (finding.place.line ?? 0, finding.place.column ?? 0) }
    throw Failure(
      .badData,
      findings.all.enumerated().sorted {
        (position($0.element).0, position($0.element).1, $0.offset) < (
          position($1.element).0, position($1.element).1, $1.offset
        )
      }.map(\.element))
  }

  /// Returns the columns of a feature with what can be fitted before gaps are filled.
  private static func draft(_ feature: RawFeature, _ strata: Strata?) -> [FittedFeature] {
    let taken = imputations(
      of: feature.columns.map(\.values), sorted: feature.columns.map(\.sorted), isText: feature.isText, strata: strata)
    return zip(feature.columns, taken).map { column, taken in
      let declared = feature.settings
      return FittedFeature(
        name: column.name, feature: declared.name, level: column.level, label: column.label, block: feature.block.name,
        source: declared.source?.text ?? "", share: declared.share, use: declared.use,
        transform: declared.fittedTransform, scaling: declared.scaling, centre: 0, spread: 1, weight: 1,
        imputation: taken.overall, imputed: column.values.count - column.sorted.count, reason: declared.reason,
        part: declared.weight,
        ranks: declared.transform == .rank && !column.sorted.isEmpty ? RankScale(sorted: column.sorted) : nil,
        coding: feature.coding, strata: taken.strata)
    }
  }

  private func refuseDoubles() {
    let columns = transform.features
    for (index, column) in columns.enumerated() where columns[..<index].contains(where: { $0.name == column.name }) {
      findings.error(
        "duplicate-column", at: settings.features.first { $0.name == column.feature }?.place ?? Place(),
        value: column.name, message: "feature '\(column.feature)' makes a second column '\(column.name)'",
        mend: "give the feature another name, or make the texts of the register differ in letters or digits")
    }
  }

  /// Fits centre and spread of every column, screening on the way; returns the scaled values before weighing.
  private mutating func scale(_ columns: [[Double]]) -> [[Double]] {
    var screen = Screen(settings.screening)
    var values = columns
    var start = 0
    for feature in raw {
      let range = start..<start + feature.columns.count
      start = range.upperBound
      let scale = ColumnScale(
        feature: feature.settings, excludesConstants: settings.screening.action == .exclude, findings: findings)
      let isShare = feature.settings.fittedTransform.isGroup && feature.settings.transform != .coordinates
      if feature.settings.fittedTransform.isGroup {
        for (index, column) in zip(range, feature.columns) where isShare {
          screen.inspect(&transform.features[index], sorted: column.sorted, isShare: true)
        }
        scale.fit(group: &transform.features[range], columns[range])
      } else if let index = range.first {
        values[index] = scale.fit(&transform.features[index], columns[index])
        screen.inspect(
          &transform.features[index], sorted: feature.columns[0].sorted, isShare: !feature.settings.share.isEmpty)
      }
      for index in range {
        let (centre, spread) = (transform.features[index].centre, transform.features[index].spread)
        values[index] = values[index].map { ($0 - centre) / spread }
      }
    }
    if !findings.hasErrors { screen.correlate(&transform.features, values) }
    screened = screen.found
    return values
  }

  /// Gives every block its share of the total variance.
  private mutating func weigh(_ scaled: [[Double]]) {
    let clustered = raw.map { feature in
      transform.features.contains { $0.feature == feature.settings.name && $0.use == .cluster }
    }
    for finding in screenFindings { findings.add(finding) }
    let closed = ClosedSets(raw, isClustered: clustered)
    for finding in closed.findings { findings.add(finding) }
    guard clustered.contains(true) else {
      findings.error(
        "nothing-left", at: settings.features.first?.place ?? Place(),
        message: "the screen excludes every feature, so that nothing is left to make types from",
        mend: "write 'screening: {action: tell}', or declare other features")
      return
    }
    var weighed: [WeighedFeature?] = []
    for (index, feature) in raw.enumerated() {
      guard clustered[index], let block = settings.blocks.firstIndex(where: { $0.name == feature.block.name }) else {
        weighed.append(nil)
        continue
      }
      weighed.append(
        WeighedFeature(
          block: block, part: feature.settings.weight * closed.factors[index],
          variance: variance(of: feature.settings, scaled)))
    }
    let weights = FeatureWeights(weights: settings.blocks.map(\.weight), weighed.compactMap { $0 })
    for (feature, weighed) in zip(raw, weighed) {
      guard let weighed else { continue }
      for index in transform.positions(of: feature.settings.name) where transform.features[index].use == .cluster {
        transform.features[index].weight = weights.factor(of: weighed)
      }
    }
    transform.blocks = settings.blocks.enumerated().map { index, block in
      FittedBlock(
        name: block.name, label: block.label, weight: block.weight, share: weights.share(of: index),
        reason: block.reason)
    }
  }

  /// Returns the variance of a feature's clustered columns before weighing; 1 where the scaling makes it so.
  private func variance(of feature: FeatureSettings, _ scaled: [[Double]]) -> Double {
    if feature.fittedTransform.isGroup || feature.scaling == .zScore { return 1 }
    return transform.positions(of: feature.name).reduce(0) { $0 + (scaled[$1].variance ?? 0) }
  }

  /// What the screen noticed, as findings; features excluded for want of variance among them.
  private var screenFindings: [Finding] {
    func finding(_ rule: String, _ column: String, _ reason: String, _ isExcluded: Bool, _ mend: String) -> Finding {
      let name = transform.features.first { $0.name == column }?.feature ?? column
      let place = settings.features.first { $0.name == name }?.place ?? Place()
      return Finding(
        .warning, rule: rule, at: place, value: column,
        message: "feature " + reason + (isExcluded ? "; excluded from the types" : ""),
        mend: isExcluded ? "nothing to do; to keep it, write 'screening: {action: tell}'" : mend)
    }
    let constants = transform.features.filter { column in
      column.excluded != nil && !screened.contains { $0.feature == column.name && $0.isExcluded }
    }
    return constants.map { finding("no-variance", $0.name, $0.excluded ?? "", true, "") }
      + screened.map { found in
        let mend =
          found.rule == .correlated || found.rule == .fewValues
          ? "write 'use: profile' for \(found.rule == .correlated ? "one of them" : "it"), or give it a small weight"
          : "write 'use: profile' for it, or 'screening: {action: exclude}'"
        return finding(found.rule.rawValue, found.feature, found.reason, found.isExcluded, mend)
      }
  }
}
