public import Diagnostics
public import Matrices
import RealModule
import Settings
import Survey
import Tables

/// What fitting leaves: the transform, the scaled features of the units it was fitted on, and what was noticed.
public struct FeatureFit: Sendable {
  /// The fitted transform.
  public var transform: FittedTransform
  /// The scaled features, units x features, rounded to multiples of 2⁻³².
  public var features: Matrix
  /// Notes and warnings.
  public var findings: [Finding]

  /// Fits the declared features to the values of units.
  ///
  /// Each clustered feature gets variance 1 (in the measure of its scaling), all columns of a one-hot feature together
  /// that of one feature, and then the weight that gives its block weight / sum of weights of the total variance. So
  /// neither an *m*-way question nor a block of fifteen items counts for more than was declared. With *F* clustered
  /// features the total variance is *F*.
  ///
  /// - Parameters:
  ///   - settings: The declared features.
  ///   - values: The values of each declared feature, of the same units in the same order.
  /// - Throws: All errors: a feature without variance, without values, with values that its transform does not accept,
  ///   with texts that need one-hot.
  /// - Precondition: Every declared feature is among `values`.
  public init(_ settings: NormalisationSettings, to values: [UnitValues]) throws(Failure) {
    let findings = Findings()
    let weights = FeatureWeights(settings)
    var fitted: [FittedFeature] = []
    for block in settings.blocks {
      for feature in block.features {
        guard let column = values.first(where: { $0.feature == feature.name }) else {
          preconditionFailure("feature '\(feature.name)' has no values")
        }
        let fit = ColumnFit(feature, block: block.name, weight: weights.factor(of: feature, in: block), findings)
        fitted.append(contentsOf: fit.columns(of: column))
      }
    }
    for (index, column) in fitted.enumerated() where fitted[..<index].contains(where: { $0.name == column.name }) {
      findings.error(
        "duplicate-column", at: settings.features.first { $0.name == column.feature }?.place ?? Place(),
        value: column.name, message: "feature '\(column.feature)' makes a second column '\(column.name)'",
        mend: "give the feature another name, or make the texts of the register differ in letters or digits")
    }
    try findings.throwErrors(.badData)
    let blocks = settings.blocks.map { block in
      FittedBlock(
        name: block.name, label: block.label, weight: block.weight, share: weights.share(of: block),
        reason: block.reason)
    }
    transform = FittedTransform(blocks: blocks, features: fitted)
    features = transform.apply(to: values)
    for finding in scalingFindings(transform, features, values, settings) { findings.add(finding) }
    self.findings = findings.all
  }
}

/// The weights that give each block its share of the total variance.
struct FeatureWeights {
  private let total: Double
  private let count: Double

  init(_ settings: NormalisationSettings) {
    let clustered = settings.blocks.filter { block in block.features.contains { $0.use == .cluster } }
    total = clustered.reduce(0) { $0 + $1.weight }
    count = Double(settings.features.count { $0.use == .cluster })
  }

  func share(of block: BlockSettings) -> Double {
    block.features.contains { $0.use == .cluster } && total > 0 ? block.weight / total : 0
  }

  /// Returns what a scaled value is multiplied by: its square is the feature's variance.
  func factor(of feature: FeatureSettings, in block: BlockSettings) -> Double {
    if feature.use == .profile { return 1 }
    let inside = block.features.reduce(0) { $0 + ($1.use == .cluster ? $1.weight : 0) }
    return Double.sqrt(count * share(of: block) * feature.weight / inside)
  }
}

/// Fits the column or columns of one declared feature.
private struct ColumnFit {
  let feature: FeatureSettings
  let block: String
  let weight: Double
  let findings: Findings

  init(_ feature: FeatureSettings, block: String, weight: Double, _ findings: Findings) {
    self.feature = feature
    self.block = block
    self.weight = weight
    self.findings = findings
  }

  func columns(of values: UnitValues) -> [FittedFeature] {
    switch (values.content, feature.transform) {
    case (.texts(let texts), .oneHot): return levels(texts)
    case (.numbers(let numbers), let transform) where transform != .oneHot: return number(numbers).map { [$0] } ?? []
    case (.texts, _):
      error(
        "text-feature", "holds texts, which '\(feature.transform.rawValue)' cannot scale",
        mend: "write 'transform: one-hot', or take a source with numbers")
    case (.numbers, _):
      error(
        "one-hot-numbers", "holds numbers, which one-hot would make into as many columns as there are numbers",
        mend: "take a source with texts, or another transform")
    }
    return []
  }

  private func number(_ values: [Double?]) -> FittedFeature? {
    let known = values.compactMap { $0 }
    guard let median = known.median else {
      error("no-values", "has no value for any unit", mend: "check that the question was asked, or remove the feature")
      return nil
    }
    let impossible = known.count { !feature.transform.accepts($0) }
    if impossible > 0 {
      let (what, other) = feature.transform == .logit ? ("outside 0 to 1", "identity") : ("of 0 or below", "asinh")
      error(
        "impossible-value",
        "has \(impossible) \(impossible == 1 ? "value" : "values") \(what), which "
          + "'\(feature.transform.rawValue)' cannot take", mend: "write 'transform: \(other)'")
      return nil
    }
    noteImputation(values, by: "the median \(plainText(median))")
    let transformed = values.map { feature.transform($0 ?? median) }
    let robust = feature.scaling == .robust
    let centre = robust ? transformed.median : transformed.mean
    let spread = robust ? transformed.medianAbsoluteDeviation : transformed.standardDeviation
    let deviation = transformed.standardDeviation ?? 0
    // What is left of a constant after rounding is no variance: a few units in the last place of its size.
    let floor = 16 * (transformed.map(\.magnitude).max() ?? 0).ulp
    guard let centre, let spread, spread > floor else {
      if robust, deviation > floor {
        error(
          "no-robust-spread", "has one value for more than half of the units, so its robust spread is 0",
          mend: "write 'scaling: z-score' for this feature")
      } else {
        noVariance()
      }
      return nil
    }
    let missing = values.count { $0 == nil }
    return fitted(level: nil, centre: centre, spread: spread, imputation: median, imputed: missing)
  }

  private func levels(_ texts: [String?]) -> [FittedFeature] {
    let known = texts.compactMap { $0 }
    let levels = Set(known).sorted()
    guard let common = levels.max(by: { a, b in known.count { $0 == a } < known.count { $0 == b } }) else {
      error("no-values", "has no value for any unit", mend: "check the register, or remove the feature")
      return []
    }
    noteImputation(texts, by: "'\(common)', the most frequent")
    let columns = levels.map { level in texts.map { ($0 ?? common) == level ? 1.0 : 0.0 } }
    let spread = Double.sqrt(columns.reduce(0) { $0 + ($1.variance ?? 0) })
    guard levels.count > 1, spread > 0 else {
      noVariance()
      return []
    }
    let names = levels.map { feature.name + "_" + slug($0) }
    return zip(levels, zip(names, columns)).map { level, rest in
      var column = fitted(
        level: level, centre: rest.1.mean ?? 0, spread: spread, imputation: level == common ? 1 : 0,
        imputed: texts.count { $0 == nil })
      column.name = rest.0
      column.label.nl += ": " + level
      column.label.en += ": " + level
      return column
    }
  }

  private func fitted(level: String?, centre: Double, spread: Double, imputation: Double, imputed: Int)
    -> FittedFeature
  {
    FittedFeature(
      name: feature.name, feature: feature.name, level: level, label: feature.label, block: block,
      source: feature.source?.text ?? "", share: feature.share, use: feature.use, transform: feature.transform,
      scaling: feature.scaling, centre: centre, spread: spread, weight: weight, imputation: imputation,
      imputed: imputed, reason: feature.reason)
  }

  private func noteImputation<Value>(_ values: [Value?], by what: String) {
    let missing = values.count { $0 == nil }
    if missing == 0 { return }
    findings.add(
      Finding(
        10 * missing > values.count ? .warning : .note, rule: "imputed", at: feature.place, value: feature.name,
        message: "feature '\(feature.name)' lacks a value for \(missing) of \(values.count) units, which take \(what)",
        mend: "nothing to do if these units may count as ordinary; otherwise remove the feature"))
  }

  private func noVariance() {
    error(
      "no-variance", "has the same value for every unit, so it cannot tell types apart",
      mend: "remove the feature, or check its source")
  }

  private func error(_ rule: String, _ what: String, mend: String) {
    findings.error(
      rule, at: feature.place, value: feature.source?.text, message: "feature '\(feature.name)' \(what)", mend: mend)
  }
}

/// Returns a text as part of a column name: lowercase, everything but letters and digits as one underscore.
func slug(_ text: String) -> String {
  text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
}
