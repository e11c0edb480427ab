import DecisionAnalysis

extension Matcher {
  /// The first strategy of a field of work; `nil` when none takes part.
  func field(_ profile: FieldProfile, _ eligible: [Bool], _ weights: PreparedWeights) -> Match.FieldMatch? {
    let assessed = catalogue.model.assess(profile.amounts.map(\.amount))
    let scores = zip(assessed, eligible).map { $1 ? $0.score : nil }
    let (first, runnerUp) = firstTwo(of: scores)
    guard let first, let score = scores[first] else { return nil }
    let shares = catalogue.model.firstShares(replicates: profile.replicates, eligible: eligible, weights: weights)
    return Match.FieldMatch(
      field: profile.field, strategy: first, score: score, acceptability: shares[first],
      isClear: settings.winner.verdict(scores: scores, acceptability: shares) == .clear(first), runnerUp: runnerUp,
      respondents: profile.respondents, units: profile.units,
      isPooled: profile.amounts.contains { $0.basis == .pooled },
      grounds: Grounds(assessed[first].contributions, profile.amounts))
  }
}

extension Grounds {
  /// Adds up the weights of a strategy by what the amounts behind them rest on.
  ///
  /// Of a pooled amount the pull rests on answers from the field; a shifted one counts as judged.
  init(_ contributions: [WeightedSum.Contribution], _ amounts: [FieldAmount]) {
    self.init(answers: 0, whole: 0, judgement: 0)
    for part in contributions {
      let amount = amounts[part.criterion]
      switch amount.basis {
      case .answers, .pooled:
        answers += part.weight * amount.pull
        whole += part.weight * (1 - amount.pull)
      case .whole: whole += part.weight
      case .shifted, .judged: judgement += part.weight
      }
    }
  }
}
