import Diagnostics
import Matrices
import RealModule
public import Tables

/// One thing that the screen noticed about a feature.
public struct ScreenedFeature: Hashable, Sendable {
  /// A rule of the screen.
  public enum Rule: String, Hashable, Sendable {
    /// One value is that of nearly all units.
    case nearConstant = "near-constant"
    /// Another feature says nearly the same.
    case correlated
    /// An option, text or answer that hardly anybody gives.
    case rareOption = "rare-option"
    /// Fewer than three different values; told, never excluded, because no other feature says the same.
    case fewValues = "few-values"
  }

  /// The name of the column.
  public var feature: String
  /// The rule.
  public var rule: Rule
  /// What was measured.
  public var value: Double
  /// From which on, or below which, the rule applies.
  public var threshold: Double
  /// The feature that it says the same as; empty for other rules.
  public var other: String
  /// Whether the feature was excluded.
  public var isExcluded: Bool
  /// Why, as a sentence.
  public var reason: String
}

/// Looks through the clustered columns for those that say little, or the same as another.
///
/// Columns are looked at in the order of the file, and an excluded one no longer stands in the way of a later one: of
/// two that correlate, the later goes. Correlations are those of the values as they are scaled; columns of texts,
/// options and places, of which several are one feature, are not correlated.
struct Screen {
  let settings: ScreeningSettings
  private(set) var found: [ScreenedFeature] = []

  init(_ settings: ScreeningSettings) { self.settings = settings }

  /// Measures how a column is spread over its values.
  ///
  /// - Parameters:
  ///   - column: The column, whose `use` changes when it is excluded.
  ///   - sorted: The known raw values, ascending.
  ///   - isShare: Whether the values are shares of an option, a text or an answer.
  mutating func inspect(_ column: inout FittedFeature, sorted: [Double], isShare: Bool) {
    if column.use == .profile, column.excluded == nil { return }
    let (distinct, most) = frequencies(of: sorted)
    let common = Double(most) / Double(max(1, sorted.count))
    if isShare, let mean = sorted.mean, mean < settings.rare {
      let what = column.transform == .oneHot ? "belongs to" : "is the answer of"
      let whom = column.transform == .oneHot ? "of the units" : "of the respondents, averaged over units"
      add(
        .rareOption, &column, value: mean, threshold: settings.rare,
        "'\(column.name)' \(what) \(rounded(100 * mean)) % \(whom), which is less than \(rounded(100 * settings.rare)) %"
      )
    } else if common >= settings.nearConstant {
      add(
        .nearConstant, &column, value: common, threshold: settings.nearConstant,
        "'\(column.name)' has one value for \(rounded(100 * common)) % of the units, which is "
          + "\(rounded(100 * settings.nearConstant)) % or more")
    } else if column.level == nil, sorted.count > 3, distinct < Self.fewest {
      add(
        .fewValues, &column, value: Double(distinct), threshold: Double(Self.fewest),
        "'\(column.name)' takes \(distinct == 1 ? "one value" : "two values") only, so that types may split on it alone"
      )
    }
  }

  /// Compares the clustered columns of one number each.
  ///
  /// - Parameters:
  ///   - columns: The columns, whose `use` changes when they are excluded.
  ///   - values: The scaled values of each column.
  /// - Complexity: O(units · columns²).
  mutating func correlate(_ columns: inout [FittedFeature], _ values: [[Double]]) {
    let compared = columns.indices.filter { columns[$0].use == .cluster && columns[$0].level == nil }
    let standard = compared.map { standardised(values[$0]) }
    for (later, column) in compared.enumerated() {
      for (earlier, other) in compared[..<later].enumerated() where columns[other].use == .cluster {
        guard let first = standard[earlier], let second = standard[later] else { continue }
        let r = max(-1, min(1, product(first, second)))
        guard r.magnitude >= settings.correlation else { continue }
        add(
          .correlated, &columns[column], value: r, threshold: settings.correlation, other: columns[other].name,
          "'\(columns[column].name)' says nearly the same as '\(columns[other].name)': their correlation is "
            + "\(rounded(r)), in size \(rounded(settings.correlation)) or more")
      }
    }
  }

  private mutating func add(
    _ rule: ScreenedFeature.Rule, _ column: inout FittedFeature, value: Double, threshold: Double, other: String = "",
    _ reason: String
  ) {
    let isExcluded = settings.action == .exclude && rule != .fewValues
    if isExcluded { column.exclude(reason) }
    found.append(
      ScreenedFeature(
        feature: column.name, rule: rule, value: value, threshold: threshold, other: other, isExcluded: isExcluded,
        reason: reason))
  }

  /// The number of different values from which on a feature has enough of them.
  static let fewest = 3

  private func frequencies(of sorted: [Double]) -> (distinct: Int, most: Int) {
    var (distinct, most, start) = (0, 0, 0)
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
      distinct += 1
      most = max(most, end - start)
      start = end
    }
    return (distinct, most)
  }
}

/// Returns values with mean 0 and sum of squares 1, or `nil` when they do not vary.
private func standardised(_ values: [Double]) -> [Double]? {
  guard let mean = values.mean else { return nil }
  let length = Double.sqrt(values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) })
  return length > 0 ? values.map { ($0 - mean) / length } : nil
}

/// Returns the sum of products, added in four lanes and then together.
private func product(_ first: [Double], _ second: [Double]) -> Double {
  var lanes = SIMD4<Double>()
  let (a, b) = (first.span, second.span)
  var index = 0
  while index + 4 <= a.count {
    let left = SIMD4<Double>(a[index], a[index + 1], a[index + 2], a[index + 3])
    let right = SIMD4<Double>(b[index], b[index + 1], b[index + 2], b[index + 3])
    lanes += left * right
    index += 4
  }
  var sum = lanes[0] + lanes[1] + lanes[2] + lanes[3]
  while index < a.count {
    sum += a[index] * b[index]
    index += 1
  }
  return sum
}

/// Returns a number in at most three decimals.
func rounded(_ number: Double) -> String { plainText((number * 1000).rounded() / 1000) }

extension FeatureFit {
  /// What the screen noticed, in the order in which it did: the table `screening`.
  public var screeningTable: Table {
    Table(
      "screening",
      [
        Column("feature", .text(screened.map(\.feature)), description: "A column of features."),
        Column(
          "rule", .text(screened.map(\.rule.rawValue)),
          description: "near-constant, correlated, rare-option or few-values."),
        Column(
          "value", .number(screened.map(\.value)),
          description:
            "The share of the most frequent value, the correlation, the share of an option, the number of values."),
        Column(
          "threshold", .number(screened.map(\.threshold)),
          description: "The rule applies from here on; to rare options and few values below it."),
        Column(
          "other", .text(screened.map { $0.other.isEmpty ? nil : $0.other }),
          description: "The feature that it says the same as."),
        Column("action", .text(screened.map { $0.isExcluded ? "excluded" : "told" }), description: "told or excluded."),
        Column("reason", .text(screened.map { $0.reason + "." }), description: "Why, as a sentence."),
      ])
  }
}
