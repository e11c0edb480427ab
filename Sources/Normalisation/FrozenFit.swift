import Diagnostics
import Settings
import Survey

/// What is known of an earlier wave, for a fit that is frozen or pooled.
public struct EarlierWave: Sendable {
  /// The name of the wave.
  public var name: String
  /// What was fitted on it; needed for a frozen fit.
  public var transform: FittedTransform?
  /// The values of its units; needed for a pooled fit.
  public var values: [UnitValues]
  /// The strata of its units, when the imputation has strata; for a pooled fit.
  public var strata: Strata?

  /// Creates what is known of a wave.
  public init(_ name: String, transform: FittedTransform? = nil, values: [UnitValues] = [], strata: Strata? = nil) {
    self.name = name
    self.transform = transform
    self.values = values
    self.strata = strata
  }
}

/// Returns an error for each way in which the declared features differ from those that were fitted.
func differences(
  _ settings: NormalisationSettings, from fitted: FittedTransform, of wave: String
) -> [Finding] {
  var findings: [Finding] = []
  let mend = "declare it as it was, or write 'fit: {mode: refit}'"
  for block in settings.blocks {
    let known = fitted.blocks.first { $0.name == block.name }
    for feature in block.features {
      guard let column = fitted.features.first(where: { $0.feature == feature.name }) else {
        findings.append(
          Finding(
            .error, rule: "other-features", at: feature.place, value: feature.name,
            message: "feature '\(feature.name)' was not fitted on the wave '\(wave)', whose fit is frozen",
            mend: "remove it, or write 'fit: {mode: refit}'"))
        continue
      }
      let changes = changes(feature, block, from: column, known, imputation: settings.imputation, fitted.imputation)
      if changes.isEmpty { continue }
      findings.append(
        Finding(
          .error, rule: "other-features", at: feature.place, value: feature.name,
          message: "feature '\(feature.name)' differs from the one fitted on the wave '\(wave)', whose fit is frozen: "
            + changes.joined(separator: "; "), mend: mend))
    }
  }
  let declared = Set(settings.features.map(\.name))
  for (index, column) in fitted.features.enumerated() where !declared.contains(column.feature) {
    if fitted.features[..<index].contains(where: { $0.feature == column.feature }) { continue }
    findings.append(
      Finding(
        .error, rule: "other-features", at: settings.fit.place, value: column.feature,
        message:
          "feature '\(column.feature)' was fitted on the wave '\(wave)', whose fit is frozen, and is not declared",
        mend: mend))
  }
  return findings
}

private func changes(
  _ feature: FeatureSettings, _ block: BlockSettings, from column: FittedFeature, _ known: FittedBlock?,
  imputation: ImputationSettings, _ fitted: FittedImputation?
) -> [String] {
  var changes: [String] = []
  func compare(_ what: String, _ new: String, _ old: String) {
    if new != old { changes.append("\(what) is \(new), and was \(old)") }
  }
  func list(_ texts: [String]) -> String { texts.isEmpty ? "none" : texts.joined(separator: ", ") }
  compare("its source", feature.source?.text ?? "none", column.source)
  compare("its share", list(feature.share), list(column.share))
  compare("its transform", feature.fittedTransform.rawValue, column.transform.rawValue)
  compare("its coding", feature.coding.rawValue, (column.coding?.kind ?? .scores).rawValue)
  compare("its scaling", feature.scaling.rawValue, column.scaling.rawValue)
  compare("its use", feature.use.rawValue, (column.excluded == nil ? column.use : .cluster).rawValue)
  compare(
    "its bound of winsorising", feature.winsorise.map(rounded) ?? "none",
    column.winsorised.map { rounded($0.spreads) } ?? "none")
  compare("its weight", rounded(feature.weight), rounded(column.part ?? feature.weight))
  compare("its block", block.name, column.block)
  if let known { compare("the weight of its block", rounded(block.weight), rounded(known.weight)) }
  if let fitted {
    compare("the imputation", imputation.method.rawValue, fitted.method.rawValue)
    if imputation.method == fitted.method {
      compare(
        "the strata of imputation are of the classification", imputation.strata ?? "none", fitted.strata ?? "none")
    }
  }
  return changes
}

/// Returns findings about values that a frozen fit has no columns for: an error for options, a warning for texts.
func strangers(_ fitted: FittedTransform, _ values: [UnitValues], _ settings: NormalisationSettings) -> [Finding] {
  settings.features.compactMap { feature in
    guard let column = values.first(where: { $0.feature == feature.name }) else { return nil }
    let known = fitted.features.filter { $0.feature == feature.name }.compactMap(\.level)
    switch column.content {
    case .numbers, .points: return nil
    case .texts(let texts):
      let strange = texts.compactMap { $0 }.filter { !known.contains($0) }
      guard let first = strange.min() else { return nil }
      return Finding(
        .warning, rule: "unknown-text", at: feature.place, value: first,
        message: "feature '\(feature.name)' has \(strange.count) \(strange.count == 1 ? "value" : "values"), such as "
          + "'\(first)', that the frozen fit does not know, and that get 0 in all of its columns",
        mend: "write 'fit: {mode: refit}' when these units need a column of their own")
    case .options(let options):
      let names = options.map(\.name)
      let (gone, new) = (known.filter { !names.contains($0) }, names.filter { !known.contains($0) })
      if gone.isEmpty, new.isEmpty { return nil }
      func say(_ names: [String], _ what: String) -> [String] {
        names.isEmpty ? [] : ["\(what) " + names.map { "'\($0)'" }.joined(separator: ", ")]
      }
      return Finding(
        .error, rule: "other-options", at: feature.place, value: feature.name,
        message: "the options of feature '\(feature.name)' are not those of the frozen fit: it "
          + (say(gone, "lacks") + say(new, "adds")).joined(separator: " and "),
        mend: "write 'fit: {mode: refit}', or treat the change in the crosswalk")
    }
  }
}
