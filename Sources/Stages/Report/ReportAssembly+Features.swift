import Artefacts
import Diagnostics
import Normalisation
import Reporting
import Tables
import Texts

// What was noticed and done while the features were made.

extension ReportAssembly {
  /// What readers call each column of the features, and each declared feature with one column.
  func featureLabels(_ fitted: FittedTransform) -> [String: Wording] {
    Dictionary(fitted.features.map { ($0.name, Wording($0.label)) }) { first, _ in first }
  }

  func featureAccount(_ fitted: FittedTransform, _ labels: [String: Wording]) throws(Failure) -> FeatureAccountFacts {
    let order = fitted.features.map(\.name)
    let imputed = try imputed(labels, order)
    return FeatureAccountFacts(
      fit: fit(fitted.fit), screening: try screening(labels), imputed: imputed.counts,
      imputesNearest: imputed.isNearest,
      outliers: try outliers(labels, order), components: try components(labels))
  }

  private func fit(_ origin: FitOrigin?) -> FeatureAccountFacts.Fit {
    switch (origin?.mode, origin?.wave) {
    case (.frozen?, let wave?): .frozen(wave: wave)
    case (.pooled?, let wave?): .pooled(wave: wave)
    default: .refitted
    }
  }

  private func screening(_ labels: [String: Wording]) throws(Failure) -> [FeatureAccountFacts.Screening]? {
    guard let table = try normalise.tableIfPresent("screening") else { return nil }
    let features = try table.texts("feature")
    let rules = try table.texts("rule")
    let values = try table.numbers("value")
    let thresholds = try table.numbers("threshold")
    let others = try table.texts("other")
    let actions = try table.texts("action")
    return features.indices.map { row in
      FeatureAccountFacts.Screening(
        label: labels[features[row]] ?? Wording(same: features[row]), rule: rules[row], value: values[row],
        threshold: thresholds[row],
        other: others[row].isEmpty ? nil : labels[others[row]] ?? Wording(same: others[row]),
        isExcluded: actions[row] == "excluded")
    }
  }

  private func imputed(_ labels: [String: Wording], _ order: [String]) throws(Failure) -> (
    counts: [FeatureAccountFacts.Count]?, isNearest: Bool
  ) {
    guard let table = try normalise.tableIfPresent("imputed") else { return (nil, false) }
    let features = try table.texts("feature")
    let methods = try table.texts("method")
    return (counts(of: features, labels, order), methods.contains("nearest"))
  }

  private func outliers(_ labels: [String: Wording], _ order: [String]) throws(Failure) -> [FeatureAccountFacts.Count]?
  {
    guard let table = try normalise.tableIfPresent("outliers") else { return nil }
    let features = try table.texts("feature")
    let spreads = try table.numbers("spreads")
    let bounds = try table.numbers("winsorised_to")
    return counts(of: features, labels, order) { rows in
      (rows.count { bounds[$0] != nil }, rows.compactMap { spreads[$0]?.magnitude }.max())
    }
  }

  /// How often each feature occurs, in the order of the features.
  private func counts(
    of features: [String], _ labels: [String: Wording], _ order: [String],
    _ more: ([Int]) -> (Int, Double?) = { _ in (0, nil) }
  ) -> [FeatureAccountFacts.Count] {
    let found = Set(features)
    let names = order.filter(found.contains) + found.subtracting(order).sorted()
    return names.map { name in
      let rows = features.indices.filter { features[$0] == name }
      let (pulledIn, farthest) = more(rows)
      return FeatureAccountFacts.Count(
        label: labels[name] ?? Wording(same: name), count: rows.count, pulledIn: pulledIn, farthest: farthest)
    }
  }

  private func components(_ labels: [String: Wording]) throws(Failure) -> ComponentFacts? {
    guard let table = try normalise.tableIfPresent("components"), table.rowCount > 0 else { return nil }
    let shares = try table.numbers("share")
    let known = ["component", "variance", "share", "cumulative"]
    let loadings = table.columns.filter { !known.contains($0.name) }
    return ComponentFacts(
      features: loadings.map { labels[$0.name] ?? Wording(same: $0.name) },
      components: shares.indices.map { row in
        ComponentFacts.Component(share: shares[row] ?? 0, loadings: loadings.map { $0.numbers[row] ?? 0 })
      })
  }
}
