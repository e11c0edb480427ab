public import Diagnostics
public import Matrices
import Settings
import Survey
import Tables

/// What fitting leaves: the transform, the scaled features of the units, and what was noticed.
public struct FeatureFit: Sendable {
  /// The fitted transform.
  public var transform: FittedTransform
  /// The scaled features, units x features, rounded to multiples of 2⁻³².
  public var features: Matrix
  /// What was filled in, column by column.
  public var imputed: [ImputedCell]
  /// What the screen noticed; empty for a frozen fit, whose screen was that of the earlier wave.
  public var screened: [ScreenedFeature]
  /// The units that lie far from the others, column by column.
  public var outliers: [Outlier]
  /// Notes and warnings.
  public var findings: [Finding]

  /// Fits the declared features to the values of units, or applies what was fitted on an earlier wave.
  ///
  /// Each clustered feature gets variance 1 (in the measure of its scaling), all columns of a feature together that of
  /// one, and each block then exactly block weight / sum of weights of the total variance of the units that were
  /// fitted. So neither an *m*-way question nor a block of fifteen items counts for more than was declared. With *F*
  /// clustered features the total variance is *F*. What the screen excludes is carried along (`use: profile`), and the
  /// others of its block take its part.
  ///
  /// Missing values are filled in first; ranks take the places of known values; winsorising sets values beyond the
  /// bounds to them, and then centre and spread are fitted again. A frozen fit changes nothing of the transform. A
  /// pooled fit takes the units of both waves together and gives the features of this one.
  ///
  /// - Parameters:
  ///   - settings: The declared features.
  ///   - values: The values of each declared feature, of the same units in the same order.
  ///   - strata: The stratum of each unit, when the imputation has strata.
  ///   - earlier: The earlier wave, for a fit that is frozen or pooled.
  /// - Throws: All errors: a feature without variance, without values, with values that its transform does not accept
  ///   or that are no finite numbers, an earlier wave that is not there or whose features were declared otherwise.
  /// - Precondition: Every declared feature is among `values`, and all have the same number of units.
  /// - Complexity: O(units · features · (log units + features)); with nearest neighbours O(units · features) more for
  ///   each missing value.
  public init(
    _ settings: NormalisationSettings, to values: [UnitValues], strata: Strata? = nil, earlier: EarlierWave? = nil
  ) throws(Failure) {
    let findings = Findings()
    let strata = settings.imputation.strata == nil ? nil : strata
    var screened: [ScreenedFeature] = []
    let completed: CompletedColumns
    switch settings.fit.mode {
    case .frozen:
      transform = try Self.frozen(settings, values, earlier, findings)
      completed = transform.completed(values, strata: strata)
    case .refit, .pooled:
      let pool = try Pool(settings, values, strata, earlier)
      let fitting = try TransformFitting(settings, pool, findings)
      transform = fitting.transform
      screened = fitting.screened
      completed = pool.isOwn ? fitting.completed : transform.completed(values, strata: strata)
    }
    features = transform.apply(to: completed)
    imputed = completed.imputed
    outliers = transform.outliers(completed, beyond: settings.outliersBeyond)
    self.screened = screened
    let imputation = transform.findings(on: imputed, units: completed.units, settings)
    let far = transform.findings(on: outliers, beyond: settings.outliersBeyond, settings)
    self.findings = imputation + far + findings.all
    if let crowd = transform.crowding(units: completed.units, settings) { self.findings.append(crowd) }
  }

  private static func frozen(
    _ settings: NormalisationSettings, _ values: [UnitValues], _ earlier: EarlierWave?, _ findings: Findings
  ) throws(Failure) -> FittedTransform {
    guard let earlier, var fitted = earlier.transform else { throw Failure(.missingInput, [absent(settings)]) }
    for finding in differences(settings, from: fitted, of: earlier.name) { findings.add(finding) }
    try findings.throwErrors(.badPipeline)
    for finding in strangers(fitted, values, settings) { findings.add(finding) }
    for feature in settings.features {
      if let column = values.first(where: { $0.feature == feature.name }) {
        _ = ContentCheck(feature, findings).accepts(column)
      }
    }
    try findings.throwErrors(.badData)
    fitted.fit = FitOrigin(mode: .frozen, wave: earlier.name, units: fitted.fit?.units ?? 0)
    return fitted
  }

  fileprivate static func absent(_ settings: NormalisationSettings) -> Finding {
    let wave = settings.fit.wave ?? ""
    return Finding(
      .error, rule: "no-earlier-fit", at: settings.fit.place, value: wave,
      message: "the fit is '\(settings.fit.mode.rawValue)' with the wave '\(wave)', of which no features are there",
      mend: "run the wave '\(wave)' first, or write 'fit: {mode: refit}'")
  }
}

/// The units that a transform is fitted on.
struct Pool {
  var values: [UnitValues]
  var strata: Strata?
  var origin: FitOrigin
  /// Whether these are the units of this wave alone.
  var isOwn: Bool { origin.mode == .refit }

  init(
    _ settings: NormalisationSettings, _ values: [UnitValues], _ strata: Strata?, _ earlier: EarlierWave?
  ) throws(Failure) {
    let units = values.first?.count ?? 0
    guard settings.fit.mode == .pooled else {
      self.values = values
      self.strata = strata
      origin = FitOrigin(mode: .refit, wave: nil, units: units)
      return
    }
    guard let earlier, let before = earlier.values.first?.count else {
      throw Failure(.missingInput, [FeatureFit.absent(settings)])
    }
    var findings: [Finding] = []
    self.values = settings.features.compactMap { feature in
      guard let now = values.first(where: { $0.feature == feature.name }) else { return nil }
      if let then = earlier.values.first(where: { $0.feature == feature.name }), let both = then.appending(now) {
        return both
      }
      findings.append(
        Finding(
          .error, rule: "other-features", at: feature.place, value: feature.name,
          message:
            "feature '\(feature.name)' has no values of the same kind in the wave '\(earlier.name)', with which the "
            + "fit is pooled", mend: "remove it, or write 'fit: {mode: refit}'"))
      return nil
    }
    if !findings.isEmpty { throw Failure(.badData, findings) }
    if let strata, let then = earlier.strata { self.strata = then.appending(strata) }
    origin = FitOrigin(mode: .pooled, wave: earlier.name, units: before + units)
  }
}

extension FittedTransform {
  /// Returns a finding for each feature that lacks values.
  fileprivate func findings(on imputed: [ImputedCell], units: Int, _ settings: NormalisationSettings) -> [Finding] {
    settings.features.compactMap { feature in
      let own = positions(of: feature.name)
      let cells = imputed.filter { own.contains($0.column) }
      let missing = own.map { column in cells.count { $0.column == column } }.max() ?? 0
      if missing == 0 { return nil }
      return Finding(
        10 * missing > units ? .warning : .note, rule: "imputed", at: feature.place, value: feature.name,
        message: "feature '\(feature.name)' lacks a value for \(missing) of \(units) units, which take "
          + whatIsTaken(own, cells, isText: feature.fittedTransform == .oneHot),
        mend: "nothing to do if these units may count as ordinary; otherwise remove the feature")
    }
  }

  private func whatIsTaken(_ columns: [Int], _ cells: [ImputedCell], isText: Bool) -> String {
    let rest = cells.filter { $0.method == .median }
    var overall = "the medians"
    if isText {
      let level = columns.first { features[$0].imputation == 1 }.flatMap { features[$0].level } ?? ""
      overall = "'\(level)', the most frequent"
    } else if columns.count == 1, let column = columns.first {
      overall = "the median \(plainText(features[column].imputation))"
    }
    if rest.count == cells.count { return overall }
    let middle = isText ? "the most frequent text" : "the median"
    let own: String =
      if let donors = imputation?.donors {
        (isText ? "the most frequent text" : "the mean") + " of their \(donors.neighbours) nearest neighbours"
      } else {
        "\(middle) of their stratum (\(imputation?.strata ?? ""))"
      }
    return rest.isEmpty ? own : own + ", or where that gives none \(overall)"
  }

  /// Returns a warning when there are more features to cluster on than units.
  fileprivate func crowding(units: Int, _ settings: NormalisationSettings) -> Finding? {
    let count = Set(features.filter { $0.use == .cluster }.map(\.feature)).count
    if count <= units { return nil }
    return Finding(
      .warning, rule: "more-features-than-units", at: settings.features.first?.place ?? Place(), value: String(count),
      message: "there are \(count) features to cluster on and \(units) units, so that chance alone can make types",
      mend: "join features into indices, write 'use: profile' for some, or wait for more units")
  }
}
