import Diagnostics
import Matrices

/// Returns warnings about traps of scaling: an outlier that could own a type, a feature with two values, a pair that says the same.
///
/// - *outlier*: a unit further than five spreads from the centre.
/// - *two-values*: a clustered number that takes two values only; distances then split the units on it, whatever the rest says.
/// - *redundant*: two clustered numbers with a correlation of .95 or more in size; together they count twice.
func scalingFindings(
  _ transform: FittedTransform, _ features: Matrix, _ values: [UnitValues], _ settings: NormalisationSettings
) -> [Finding] {
  let places = Dictionary(settings.features.map { ($0.name, $0.place) }) { first, _ in first }
  let clustered = transform.features.indices.filter {
    transform.features[$0].use == .cluster && transform.features[$0].level == nil
  }
  var findings: [Finding] = []
  func warn(_ rule: String, _ feature: String, _ message: String, _ mend: String) {
    findings.append(
      Finding(.warning, rule: rule, at: places[feature] ?? Place(), value: feature, message: message, mend: mend))
  }
  for index in clustered {
    let feature = transform.features[index]
    let column = features.column(index)
    let far = column.count { ($0 / feature.weight).magnitude > 5 }
    if far > 0 {
      warn(
        "outlier", feature.name,
        "feature '\(feature.name)' has \(far) \(far == 1 ? "unit" : "units") further than 5 spreads from the centre, which could own a type",
        feature.transform == .identity ? "write 'transform: log' or 'transform: asinh'" : "look at these units")
    }
    if column.count > 3, Set(column).count == 2 {
      warn(
        "two-values", feature.name,
        "feature '\(feature.name)' takes two values only, so that types may split on it alone",
        "write 'use: profile', or give it a small weight")
    }
  }
  for (position, first) in clustered.enumerated() {
    for second in clustered[(position + 1)...] {
      guard let r = correlation(features.column(first), features.column(second)), r.magnitude >= 0.95 else { continue }
      let names = (transform.features[first].name, transform.features[second].name)
      warn(
        "redundant", names.1, "features '\(names.0)' and '\(names.1)' say nearly the same, and count twice",
        "write 'use: profile' for one of them")
    }
  }
  return findings
}
