import Diagnostics
import Normalisation
import Settings
import Tables
import Texts

/// The features of all units: in the scale in which types were made, and in standard deviations from the mean.
struct StoryFeatures {
  /// The codes of the units.
  let codes: [String]
  /// The features.
  let fitted: [FittedFeature]
  /// The scaled values, one column a feature.
  let scaled: [[Double]]
  /// The values in standard deviations from the mean of all units, one column a feature.
  let standardised: [[Double]]

  private let rows: [String: Int]

  init(_ table: Table, _ transform: FittedTransform) throws(Failure) {
    codes = try table.texts("unit")
    fitted = transform.features
    var columns: [[Double]] = []
    for feature in fitted { columns.append(try table.numbers(feature.name).map { $0 ?? 0 }) }
    scaled = columns
    standardised = columns.map(\.standardised)
    rows = Dictionary(codes.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// The row of a unit.
  func row(of code: String) -> Int? { rows[code] }

  /// The mean over units of each feature, in standard deviations from the mean of all.
  func profile(of members: [String]) -> [Double] {
    let rows = members.compactMap { self.rows[$0] }
    return standardised.map { column in
      rows.isEmpty ? 0 : rows.reduce(0) { $0 + column[$1] } / Double(rows.count)
    }
  }

  /// A name from the two features in which units stand out most, as the report suggests it.
  func suggestedName(of members: [String]) -> Wording {
    let named = zip(fitted, profile(of: members)).filter { $0.0.level == nil && $0.0.use == .cluster }
    return SuggestedName.wording(ofProfile: named.map { (Wording($0.label), $1) })
  }
}

extension [Double] {
  /// The numbers in standard deviations from their mean; 0 where all are equal.
  fileprivate var standardised: [Double] {
    if isEmpty { return [] }
    let mean = reduce(0, +) / Double(count)
    let variance = reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(Swift.max(1, count - 1))
    let spread = variance.squareRoot()
    return map { spread > 0 ? ($0 - mean) / spread : 0 }
  }
}
