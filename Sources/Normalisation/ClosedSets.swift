import Diagnostics
import Survey

/// Features that sum to the same in every unit: of *m* such shares each follows from the others.
///
/// Shares that are features of their own are looked for among those of one block that take answers of one question, and
/// among all of a block that come from the register and lie within 0 to 1 or 0 to 100. Each then counts for (*m* − 1) /
/// *m* of its part, so that together they count for the *m* − 1 numbers that they hold. The options of one feature
/// count as one feature whatever they sum to.
struct ClosedSets {
  /// What each feature's part is multiplied by; as many as there are features.
  private(set) var factors: [Double]
  private(set) var findings: [Finding] = []

  /// - Parameters:
  ///   - features: The features; only those that types are made from are looked at.
  ///   - isClustered: For each whether types are made from it.
  init(_ features: [RawFeature], isClustered: [Bool]) {
    factors = features.map { _ in 1 }
    var groups: [(key: String, members: [Int])] = []
    for (index, feature) in features.enumerated() where isClustered[index] {
      guard let key = Self.key(of: feature) else { continue }
      if let known = groups.firstIndex(where: { $0.key == key }) {
        groups[known].members.append(index)
      } else {
        groups.append((key, [index]))
      }
    }
    for (_, members) in groups where members.count > 1 {
      guard let total = Self.total(members.map { features[$0].columns[0].values }) else { continue }
      for member in members { factors[member] = Double(members.count - 1) / Double(members.count) }
      tell(members.map { features[$0].settings }, total)
    }
    for (index, feature) in features.enumerated() where isClustered[index] && feature.settings.coding != .thermometer {
      guard feature.settings.fittedTransform == .options, let total = Self.total(feature.columns.map(\.values)) else {
        continue
      }
      findings.append(
        Finding(
          .note, rule: "closed-set", at: feature.settings.place, value: feature.settings.name,
          message:
            "the options of feature '\(feature.settings.name)' sum to \(rounded(total)) in every unit, and count as one "
            + "feature together",
          mend: "nothing to do"))
    }
  }

  private mutating func tell(_ features: [FeatureSettings], _ total: Double) {
    let names = features.map { "'\($0.name)'" }
    let count = names.count
    findings.append(
      Finding(
        .warning, rule: "closed-set", at: features[count - 1].place, value: features[count - 1].name,
        message:
          "features \(names.dropLast().joined(separator: ", ")) and \(names[count - 1]) sum to \(rounded(total)) in "
          + "every unit, so one of them follows from the others; each counts for \(count - 1)/\(count)",
        mend: "remove one of them, or write 'use: profile' for it"))
  }

  /// Returns what features of one possible set have in common; `nil` for one that cannot belong to a set.
  private static func key(of feature: RawFeature) -> String? {
    guard feature.columns.count == 1, let source = feature.settings.source else { return nil }
    if case .question = source {
      return feature.settings.share.isEmpty ? nil : feature.block.name + " " + source.text
    }
    guard case .register = source, let low = feature.columns[0].sorted.first,
      let high = feature.columns[0].sorted.last, low >= 0, high <= 100
    else { return nil }
    return feature.block.name + " register"
  }

  /// Returns what columns sum to in every unit that has all of them: 1 or 100, within a millionth; else `nil`.
  private static func total(_ columns: [[Double]]) -> Double? {
    guard columns.count > 1, let units = columns.first?.count else { return nil }
    var total: Double?
    for unit in 0..<units {
      let sum = columns.reduce(0) { $0 + $1[unit] }
      if sum.isNaN { continue }
      let whole = total ?? (sum > 50 ? 100 : 1)
      if (sum - whole).magnitude > 1e-6 * whole { return nil }
      total = whole
    }
    return total
  }
}
