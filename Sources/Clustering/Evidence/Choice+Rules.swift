extension EvidenceTable {
  /// Chooses a number of clusters by the criteria, or returns `nil` when the table is empty or the number that a person
  /// decided on was not searched.
  ///
  /// When no division has clusters that are large enough, the one whose smallest cluster is largest is taken. When no
  /// division meets the rule, the one that comes nearest is taken. When the rule needs evidence that a quick search leaves
  /// out, the silhouette stands in. Of equals the smaller number is taken.
  public func choose(by criteria: ChoiceCriteria) -> Choice? {
    guard let verdict = verdict(of: criteria) else { return nil }
    var (clusters, basis, sentence) = (verdict.clusters, verdict.basis, verdict.sentence)
    if let decision = criteria.decision {
      guard self[decision.clusters] != nil else { return nil }
      (clusters, basis) = (decision.clusters, .decision)
      sentence = "\(decision.clusters) by decision: \(decision.reason)"
    }
    return Choice(
      clusters: clusters, criteria: criteria, basis: basis, eligible: eligible(criteria).map(\.clusters),
      picks: picks(criteria), sentence: sentence, verdict: verdict)
  }

  private func eligible(_ criteria: ChoiceCriteria) -> [Evidence] {
    rows.filter { $0.smallest >= criteria.smallest }
  }

  private func verdict(of criteria: ChoiceCriteria) -> Choice.Verdict? {
    let eligible = eligible(criteria)
    guard !eligible.isEmpty else {
      return rows.highest { Double($0.smallest) }.map { widest in
        Choice.Verdict(
          clusters: widest.clusters, basis: .leastBad,
          sentence: "no number of types gives every type at least \(criteria.smallest) units; with "
            + "\(widest.clusters) the smallest has most, \(widest.smallest)")
      }
    }
    switch criteria.rule {
    case .silhouette: return bySilhouette(eligible)
    case .stability: return byStability(criteria, eligible)
    case .gapFirstSEMax, .gapTibshirani, .gapGlobalMax: return byGap(criteria.rule, eligible)
    case .predictionStrength: return byPrediction(criteria, eligible)
    }
  }

  private func bySilhouette(_ eligible: [Evidence], for missing: String? = nil) -> Choice.Verdict? {
    let because = missing.map { "\($0); " } ?? ""
    let compared = eligible.filter { $0.meanSilhouette != nil }
    guard let best = compared.highest({ $0.silhouette.mean }) else {
      return eligible.first.map {
        Choice.Verdict(
          clusters: $0.clusters, basis: missing == nil ? .leastBad : .standIn,
          sentence: because + "a single group has no silhouette, and no other number may be chosen")
      }
    }
    return Choice.Verdict(
      clusters: best.clusters, basis: missing == nil ? .rule : .standIn,
      sentence: because + "\(best.clusters) types have the highest mean silhouette, \(best.silhouette.mean.short)")
  }

  private func byStability(_ criteria: ChoiceCriteria, _ eligible: [Evidence]) -> Choice.Verdict? {
    guard eligible.allSatisfy({ $0.stability != nil }) else {
      return bySilhouette(eligible, for: "stability was not measured in a quick search")
    }
    let least = criteria.leastJaccard.short
    if let finest = eligible.last(where: { ($0.stability?.minimum ?? 0) >= criteria.leastJaccard }) {
      return Choice.Verdict(
        clusters: finest.clusters, basis: .rule,
        sentence: finest.clusters == 1
          ? "no larger number of types has only types that come back in resamples with a Jaccard coefficient of "
            + "\(least) or more, so that 1 is left"
          : "\(finest.clusters) is the largest number of types that all come back in resamples with a Jaccard "
            + "coefficient of \(least) or more; the least has \((finest.stability?.minimum ?? 0).short)")
    }
    return eligible.highest { $0.stability?.minimum ?? 0 }.map { best in
      Choice.Verdict(
        clusters: best.clusters, basis: .leastBad,
        sentence: "no number of types has only types with a Jaccard coefficient of \(least) or more; \(best.clusters) "
          + "comes nearest, its least has \((best.stability?.minimum ?? 0).short)")
    }
  }

  private func byPrediction(_ criteria: ChoiceCriteria, _ eligible: [Evidence]) -> Choice.Verdict? {
    let measured = eligible.filter { $0.prediction != nil }
    guard !measured.isEmpty else {
      return bySilhouette(
        eligible,
        for: gap == nil
          ? "prediction strength was not measured in a quick search"
          : "there are too few different units to halve them for the prediction strength")
    }
    let least = criteria.leastPrediction.short
    if let finest = measured.last(where: { ($0.prediction?.mean ?? 0) >= criteria.leastPrediction }) {
      return Choice.Verdict(
        clusters: finest.clusters, basis: .rule,
        sentence: finest.clusters == 1
          ? "no larger number of types has a prediction strength of \(least) or more, so that 1 is left"
          : "\(finest.clusters) is the largest number of types with a prediction strength of \(least) or more, "
            + "\((finest.prediction?.mean ?? 0).short)")
    }
    return measured.highest { $0.prediction?.mean ?? 0 }.map { best in
      Choice.Verdict(
        clusters: best.clusters, basis: .leastBad,
        sentence: "no number of types has a prediction strength of \(least) or more; \(best.clusters) comes nearest "
          + "with \((best.prediction?.mean ?? 0).short)")
    }
  }

  private func byGap(_ rule: ChoiceRule, _ eligible: [Evidence]) -> Choice.Verdict? {
    guard let wanted = wantedByGap(rule) else {
      return bySilhouette(
        eligible,
        for: gap == nil
          ? "the gap was not measured in a quick search"
          : "the gap is not defined where every unit equals the others of its type")
    }
    if eligible.contains(where: { $0.clusters == wanted }) {
      return Choice.Verdict(
        clusters: wanted, basis: .rule,
        sentence: "the gap statistic takes \(wanted) \(wanted == 1 ? "type" : "types") by the rule \(rule.rawValue)")
    }
    let nearest = eligible.last { $0.clusters < wanted } ?? eligible.first
    return nearest.map {
      Choice.Verdict(
        clusters: $0.clusters, basis: .leastBad,
        sentence: "the gap statistic takes \(wanted) by the rule \(rule.rawValue), which is not among the numbers that "
          + "may be chosen; \($0.clusters) comes nearest")
    }
  }

  private func wantedByGap(_ rule: ChoiceRule) -> Int? {
    switch rule {
    case .gapFirstSEMax: gap?.firstSEMax
    case .gapTibshirani: gap?.tibshirani
    case .gapGlobalMax: gap?.globalMax
    case .stability, .silhouette, .predictionStrength: nil
    }
  }

  private func picks(_ criteria: ChoiceCriteria) -> [Choice.Pick] {
    func highest(_ score: (Evidence) -> Double?) -> Int? {
      rows.filter { score($0) != nil }.highest { score($0) ?? 0 }?.clusters
    }
    let taken: [Int?] = [
      rows.last { ($0.stability?.minimum ?? -1) >= criteria.leastJaccard }?.clusters,
      highest(\.meanSilhouette),
      highest(\.calinskiHarabasz),
      highest { $0.daviesBouldin.map { -$0 } },
      gap?.firstSEMax,
      gap?.tibshirani,
      gap?.globalMax,
      rows.last { ($0.prediction?.mean ?? -1) >= criteria.leastPrediction }?.clusters,
    ]
    return zip(Choice.criterionNames, taken).map { Choice.Pick(criterion: $0, clusters: $1) }
  }
}

extension Double {
  /// The number with at most three decimals, for a sentence.
  fileprivate var short: String { ((self * 1000).rounded() / 1000).description }
}
