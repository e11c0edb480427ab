/// A declared way to choose the number of clusters from the evidence.
///
/// Every rule looks only at divisions whose smallest cluster is large enough.
public enum ChoiceRule: String, Hashable, Sendable, CaseIterable {
  /// The largest number whose every cluster comes back in resamples with at least the least Jaccard coefficient.
  case stability
  /// The number with the highest mean silhouette.
  case silhouette
  /// The smallest number whose gap is within one standard error of the first local maximum.
  case gapFirstSEMax = "gap-firstSEmax"
  /// The smallest number whose gap is at least the next one's less its standard error.
  case gapTibshirani = "gap-Tibs2001SEmax"
}

/// A number of clusters that a person decided on, and why.
public struct ChoiceDecision: Hashable, Sendable {
  /// The number of clusters.
  public var clusters: Int
  /// The reason, as the person wrote it.
  public var reason: String

  /// Creates a decision.
  public init(clusters: Int, reason: String) {
    self.clusters = clusters
    self.reason = reason
  }
}

/// The criteria of a choice.
public struct ChoiceCriteria: Hashable, Sendable {
  /// The rule.
  public var rule: ChoiceRule
  /// The least number of rows in a cluster.
  public var smallest: Int
  /// The least Jaccard coefficient of a cluster, for the rule `stability`.
  public var leastJaccard: Double
  /// A person's decision, which goes before the rule.
  public var decision: ChoiceDecision?

  /// Creates criteria.
  public init(
    rule: ChoiceRule = .stability, smallest: Int = 1, leastJaccard: Double = 0.75, decision: ChoiceDecision? = nil
  ) {
    self.rule = rule
    self.smallest = smallest
    self.leastJaccard = leastJaccard
    self.decision = decision
  }
}

/// The number of clusters that was chosen, with all that explains it.
public struct Choice: Hashable, Sendable {
  /// On what the choice rests.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// The rule found a number that meets its conditions.
    case rule
    /// No number met the conditions; the least bad one was taken.
    case leastBad = "least-bad"
    /// The rule needs evidence that was not measured; the silhouette stood in.
    case standIn = "stand-in"
    /// A person decided.
    case decision
  }

  /// The number that one criterion on its own would take.
  public struct Pick: Hashable, Sendable {
    /// The criterion: a rule, `calinski-harabasz` or `davies-bouldin`.
    public let criterion: String
    /// The number of clusters, or `nil` when the criterion was not measured or takes none.
    public let clusters: Int?
  }

  /// The number of clusters.
  public let clusters: Int
  /// The criteria that were applied.
  public let criteria: ChoiceCriteria
  /// On what the choice rests.
  public let basis: Basis
  /// The numbers whose smallest cluster is large enough.
  public let eligible: [Int]
  /// What each criterion alone would take, whatever the sizes of the clusters.
  public let picks: [Pick]
  /// Why this number, in one English sentence.
  public let sentence: String
}

extension EvidenceTable {
  /// Chooses a number of clusters by the criteria, or returns `nil` when the table is empty or the number that a person
  /// decided on was not searched.
  ///
  /// When no division has clusters that are large enough, the one whose smallest cluster is largest is taken. When no
  /// division is stable enough, the one with the highest least coefficient is taken. When the rule needs evidence that a
  /// quick search leaves out, the silhouette stands in. Of equals the smaller number is taken.
  public func choose(by criteria: ChoiceCriteria) -> Choice? {
    guard !rows.isEmpty else { return nil }
    let eligible = rows.filter { $0.smallest >= criteria.smallest }
    func choice(_ clusters: Int, _ basis: Choice.Basis, _ sentence: String) -> Choice {
      Choice(
        clusters: clusters, criteria: criteria, basis: basis, eligible: eligible.map(\.clusters),
        picks: picks(leastJaccard: criteria.leastJaccard), sentence: sentence)
    }
    if let decision = criteria.decision {
      guard self[decision.clusters] != nil else { return nil }
      return choice(decision.clusters, .decision, "\(decision.clusters) by decision: \(decision.reason)")
    }
    guard !eligible.isEmpty else {
      guard let widest = rows.highest({ Double($0.smallest) }) else { return nil }
      return choice(
        widest.clusters, .leastBad,
        "no number of types gives every type at least \(criteria.smallest) units; with \(widest.clusters) the smallest has "
          + "most, \(widest.smallest)")
    }
    guard let found = pick(criteria, among: eligible) else { return nil }
    return choice(found.clusters, found.basis, found.sentence)
  }

  private typealias Found = (clusters: Int, basis: Choice.Basis, sentence: String)

  private func pick(_ criteria: ChoiceCriteria, among eligible: [Evidence]) -> Found? {
    switch criteria.rule {
    case .silhouette: return bySilhouette(eligible, .rule, because: "")
    case .stability: return byStability(criteria, eligible)
    case .gapFirstSEMax: return byGap(gap?.firstSEMax, criteria.rule, eligible)
    case .gapTibshirani: return byGap(gap?.tibshirani, criteria.rule, eligible)
    }
  }

  private func bySilhouette(_ eligible: [Evidence], _ basis: Choice.Basis, because: String) -> Found? {
    eligible.highest { $0.silhouette.mean }.map { best in
      (
        best.clusters, basis,
        because + "\(best.clusters) types have the highest mean silhouette, \(best.silhouette.mean.short)"
      )
    }
  }

  private func byStability(_ criteria: ChoiceCriteria, _ eligible: [Evidence]) -> Found? {
    guard eligible.allSatisfy({ $0.stability != nil }) else {
      return bySilhouette(eligible, .standIn, because: "stability was not measured in a quick search; ")
    }
    let least = criteria.leastJaccard.short
    if let finest = eligible.last(where: { ($0.stability?.minimum ?? 0) >= criteria.leastJaccard }) {
      return (
        finest.clusters, .rule,
        "\(finest.clusters) is the largest number of types that all come back in resamples with a Jaccard coefficient of "
          + "\(least) or more; the least has \((finest.stability?.minimum ?? 0).short)"
      )
    }
    return eligible.highest { $0.stability?.minimum ?? 0 }.map { best in
      (
        best.clusters, .leastBad,
        "no number of types has only types with a Jaccard coefficient of \(least) or more; \(best.clusters) comes nearest, "
          + "its least has \((best.stability?.minimum ?? 0).short)"
      )
    }
  }

  private func byGap(_ wanted: Int?, _ rule: ChoiceRule, _ eligible: [Evidence]) -> Found? {
    guard let wanted else {
      return bySilhouette(eligible, .standIn, because: "the gap was not measured in a quick search; ")
    }
    if eligible.contains(where: { $0.clusters == wanted }) {
      return (wanted, .rule, "the gap statistic takes \(wanted) types by the rule \(rule.rawValue)")
    }
    let nearest = eligible.last { $0.clusters < wanted } ?? eligible.first
    return nearest.map {
      (
        $0.clusters, .leastBad,
        "the gap statistic takes \(wanted) by the rule \(rule.rawValue), which is not among the numbers that may be chosen; "
          + "\($0.clusters) comes nearest"
      )
    }
  }

  private func picks(leastJaccard: Double) -> [Choice.Pick] {
    let stable = rows.last { ($0.stability?.minimum ?? -1) >= leastJaccard }
    return [
      Choice.Pick(criterion: ChoiceRule.stability.rawValue, clusters: stable?.clusters),
      Choice.Pick(
        criterion: ChoiceRule.silhouette.rawValue,
        clusters: rows.filter { $0.clusters > 1 }.highest { $0.silhouette.mean }?.clusters),
      Choice.Pick(
        criterion: "calinski-harabasz",
        clusters: rows.filter { $0.calinskiHarabasz != nil }.highest { $0.calinskiHarabasz ?? 0 }?.clusters),
      Choice.Pick(
        criterion: "davies-bouldin",
        clusters: rows.filter { $0.daviesBouldin != nil }.highest { -($0.daviesBouldin ?? 0) }?.clusters),
      Choice.Pick(criterion: ChoiceRule.gapFirstSEMax.rawValue, clusters: gap?.firstSEMax),
      Choice.Pick(criterion: ChoiceRule.gapTibshirani.rawValue, clusters: gap?.tibshirani),
    ]
  }
}

extension Collection {
  /// The first element with the highest score.
  fileprivate func highest(_ score: (Element) -> Double) -> Element? {
    var best: (element: Element, score: Double)?
    for element in self {
      let found = score(element)
      if best.map({ found > $0.score }) ?? true { best = (element, found) }
    }
    return best?.element
  }
}

extension Double {
  /// The number with at most three decimals, for a sentence.
  fileprivate var short: String { ((self * 1000).rounded() / 1000).description }
}
