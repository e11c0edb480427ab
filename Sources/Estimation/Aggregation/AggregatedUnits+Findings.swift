public import Diagnostics

extension AggregatedUnits {
  /// Returns what the reader of a run should know about how answers became values, the same thing told once for all
  /// features.
  ///
  /// - Parameter clustered: The names of the features that types are made of.
  /// - Returns: Notes and warnings in a fixed order: units without an answer, the adjustment, the pooling.
  public func findings(clustered: [String]) -> [Finding] {
    withoutAnswer(clustered) + adjustmentFindings + poolingFindings
  }

  /// Tells units without an answer to a feature that types are made of.
  private func withoutAnswer(_ clustered: [String]) -> [Finding] {
    let asked = features.filter { clustered.contains($0.name) }
    let without = units.indices.filter { unit in asked.contains { $0.values[unit] == nil } }
    guard let first = without.first, let feature = asked.first(where: { $0.values[first] == nil }) else { return [] }
    let (verb, of) = (without.count == 1 ? "has" : "have", "\(without.count) of \(counted(units.count, "unit"))")
    return [
      Finding(
        .note, rule: "unit-without-answer", value: units[first],
        message: "\(of) \(verb) no answer to some feature that types are made of, such as '\(units[first])' to "
          + "'\(feature.name)'",
        mend: "nothing, when an imputed value will do; else ask them, or write 'use: profile' for the feature")
    ]
  }

  private var adjustmentFindings: [Finding] {
    guard let mix, features.contains(where: { $0.effects != nil }) else { return [] }
    var findings: [Finding] = []
    if mix.withoutFunction > 0 {
      findings.append(
        Finding(
          .note, rule: "without-function", value: mix.question,
          message: "\(mix.withoutFunction) of \(counted(sample.count, "respondent")) gave no answer to "
            + "'\(mix.question)', so their answers are not adjusted for it",
          mend: "nothing, when they are few"))
    }
    for (function, code) in mix.codes.enumerated() {
      let apart = features.filter { $0.effects?.groups.contains([function]) ?? false }
      guard let first = apart.first else { continue }
      findings.append(
        Finding(
          .note, rule: "function-apart", value: code,
          message: "respondents with '\(code)' for '\(mix.question)' meet no others in a unit for "
            + "\(counted(apart.count, "feature")), such as '\(first.name)', so nothing tells them from their units and "
            + "their answers are not adjusted",
          mend: "combine it with a function like it"))
    }
    let split = features.filter { ($0.effects?.groups.count { $0.count > 1 } ?? 0) > 1 }
    if let first = split.first, let groups = first.effects?.groups.filter({ $0.count > 1 }) {
      let named = groups.map { group in group.map { "'\(mix.codes[$0])'" }.joined(separator: ", ") }
      findings.append(
        Finding(
          .note, rule: "functions-apart", value: mix.question,
          message:
            "the functions fall into groups that meet in no unit for \(counted(split.count, "feature")), such as "
            + "'\(first.name)': \(named.joined(separator: "; ")); answers are adjusted within each group only",
          mend: "combine functions that are alike"))
    }
    for feature in features where feature.clamped > 0 {
      findings.append(
        Finding(
          .note, rule: "adjusted-beyond-scale", value: feature.name,
          message:
            "the adjusted value of \(counted(feature.clamped, "unit")) for feature '\(feature.name)' lies beyond "
            + "the scale, and is put on its end",
          mend: "nothing, when they are few; else write 'adjusted: false' for the feature"))
    }
    return findings
  }

  private var poolingFindings: [Finding] {
    guard let strata else { return [] }
    var findings: [Finding] = []
    for (cell, name) in strata.cells.enumerated() {
      let borrowing = features.compactMap { feature -> (String, Int)? in
        let stratum = feature.pooling?.strata.first { $0.cell == cell && $0.isBorrowed }
        return stratum.map { (feature.name, $0.units.count) }
      }
      guard let first = borrowing.first else { continue }
      findings.append(
        Finding(
          .note, rule: "few-units-in-stratum", value: name,
          message: "the stratum '\(name)' has fewer than \(Pooling.leastUnits) units with an answer to "
            + "\(counted(borrowing.count, "feature")), such as \(first.1) to '\(first.0)', so it takes the variance "
            + "between units from all strata",
          mend: "choose wider classes for 'aggregation.pooling.strata'"))
    }
    let unpooled = features.filter { $0.own != nil && ($0.pooling?.strata.isEmpty ?? true) }
    if let first = unpooled.first {
      findings.append(
        Finding(
          .warning, rule: "not-pooled", value: first.name,
          message: "\(counted(unpooled.count, "feature")), such as '\(first.name)', cannot be pooled: that takes units "
            + "with two answers that differ, and four units with an answer",
          mend: "write 'pooled: false' for the feature"))
    }
    return findings
  }
}

/// Returns a number with a noun: `1 unit`, `3 units`.
private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
