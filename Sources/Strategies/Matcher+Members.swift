import DecisionAnalysis
import Matrices

extension Matcher {
  /// Returns what a member's own values say beside the strategy of its type.
  ///
  /// - Parameters:
  ///   - member: The member's profile.
  ///   - strategy: The index of the strategy that comes first for its type.
  /// - Returns: The member's own strategy, and whether that makes it a misfit.
  public func ownChoice(_ member: Profile, typeStrategy strategy: Int) -> OwnChoice {
    let criteria = onCriteria(member)
    let vetoes = vetoes(for: member.amounts)
    let assessments = catalogue.model.assess(criteria.amounts)
    let scores = zip(assessments, vetoes).map { $1 == nil ? $0.score : nil }
    guard let own = indexOfHighest(scores), let ownScore = scores[own] else {
      return OwnChoice(strategy: nil, score: nil, typeScore: scores[strategy])
    }
    var choice = OwnChoice(strategy: own, score: ownScore, typeScore: scores[strategy])
    if own == strategy { return choice }
    let share = share(of: criteria, own, above: strategy, isVetoed: vetoes[strategy] != nil)
    choice.share = share
    guard share >= settings.misfit, ownScore > scores[strategy] ?? -1 else { return choice }
    let (criterion, difference) = deciding(assessments[own], assessments[strategy])
    choice.misfit = Misfit(
      ownStrategy: own, ownScore: ownScore, typeScore: scores[strategy], share: share, criterion: criterion,
      difference: difference)
    return choice
  }

  /// Returns the misfit of a member, or `nil` when the type's strategy suits it or the difference is not sure enough.
  public func misfit(_ member: Profile, typeStrategy strategy: Int) -> Misfit? {
    ownChoice(member, typeStrategy: strategy).misfit
  }

  /// The share of the replicates in which one strategy scores above another, a tie counting half; all when the other is vetoed.
  private func share(of criteria: Profile, _ own: Int, above strategy: Int, isVetoed: Bool) -> Double {
    if isVetoed { return 1 }
    let model = catalogue.model
    let pair = WeightedSum(points: model.points, alternatives: [model.alternatives[own], model.alternatives[strategy]])
    let replicated = pair.scores(of: criteria.replicates)
    var wins = 0.0
    for row in 0..<replicated.rows {
      let difference = replicated[row, 0] - replicated[row, 1]
      wins += difference > 0 ? 1 : difference == 0 ? 0.5 : 0
    }
    return wins / Double(replicated.rows)
  }

  /// The criterion that adds most more to one strategy than to another, the first where equal, and how much more.
  private func deciding(_ own: WeightedSum.Assessment, _ other: WeightedSum.Assessment) -> (Int, Double) {
    let differences = contributionDifferences(own, other, criteria: catalogue.criteria.count)
    let criterion = indexOfHighest(differences.map { $0 }) ?? 0
    return (criterion, differences[criterion])
  }
}

/// Returns how much more each criterion (*c*) adds to the score of one alternative than to that of another.
func contributionDifferences(
  _ one: WeightedSum.Assessment, _ other: WeightedSum.Assessment, criteria: Int
) -> [Double] {
  var differences = [Double](repeating: 0, count: criteria)
  for part in one.contributions { differences[part.criterion] += part.contribution }
  for part in other.contributions { differences[part.criterion] -= part.contribution }
  return differences
}
