import DecisionAnalysis
import Matrices

/// Matches the strategies of a catalogue to profiles.
///
/// All profiles of one matcher are drawn jointly: draw *i* uses the same weights and the same replicate for each.
public struct Matcher: Sendable {
  /// The catalogue.
  public let catalogue: Catalogue
  /// The settings.
  public let settings: MatchSettings

  private let sources: [String]
  /// Drawn weights within the declared bounds, and over all weights; *draws* × *c*.
  private let within: Matrix
  private let anywhere: Matrix
  /// For each criterion the index of its source, or `nil` when it is not measured.
  private let criterionSources: [Int?]

  /// Creates a matcher for profiles whose amounts stand in the order of `sources`.
  ///
  /// - Parameters:
  ///   - catalogue: A catalogue without mistakes.
  ///   - settings: How to match.
  ///   - sources: The names of the amounts in a profile (*s*).
  ///   - seed: The seed of the run.
  public init(catalogue: Catalogue, settings: MatchSettings, sources: [String], seed: UInt64) {
    self.catalogue = catalogue
    self.settings = settings
    self.sources = sources
    let points = catalogue.criteria.map(\.points)
    var generator = SeededGenerator(seed: seed, streams: 4, 1)
    within = WeightDistribution.around(points: points, share: settings.bounds)
      .draw(settings.draws, using: &generator)
    generator = SeededGenerator(seed: seed, streams: 4, 2)
    anywhere = WeightDistribution.anywhere(count: points.count).draw(settings.draws, using: &generator)
    criterionSources = catalogue.criteria.map { criterion in sources.firstIndex(of: criterion.source) }
  }

  /// Returns how well every strategy fits a profile.
  ///
  /// A veto is decided on the best estimates; a vetoed strategy takes no part in the draws.
  ///
  /// - Complexity: O((1 + *fields*) · *draws* · (terms + *a*²)) for *a* strategies.
  public func match(_ profile: Profile) -> Match {
    let criteria = onCriteria(profile)
    let assessments = catalogue.model.assess(criteria.amounts)
    let vetoes = vetoes(for: profile.amounts)
    let scores = zip(assessments, vetoes).map { $1 == nil ? $0.score : nil }
    let within = draw(criteria.replicates, vetoes, within, settings.draws)
    let anywhere = draw(criteria.replicates, vetoes, anywhere, settings.draws)
    return Match(
      ranking: ranking(assessments, scores, vetoes, within: within, anywhere: anywhere.first),
      verdict: settings.winner.verdict(scores: scores, acceptability: within.first),
      assessments: assessments,
      crossCheck: CrossCheck(
        assessments, eligible: vetoes.map { $0 == nil }, points: catalogue.criteria.map(\.points),
        preference: .linear(indifference: settings.indifference, preference: settings.preference)),
      preconditions: catalogue.strategies.map { strategy in
        strategy.preconditions.map { $0.test.flatMap { $0.holds(for: amount($0.source, in: profile.amounts)) } }
      },
      risks: catalogue.consequences.map { risk(of: $0, in: profile) },
      fields: catalogue.fields.indices.compactMap { field($0, criteria, vetoes) })
  }

  /// Returns whether a member's own values point to another strategy than the one of its type.
  ///
  /// - Parameters:
  ///   - member: The member's profile.
  ///   - strategy: The index of the strategy that comes first for its type.
  /// - Returns: The misfit, or `nil` when the type's strategy suits it or the difference is not sure enough.
  public func misfit(_ member: Profile, typeStrategy strategy: Int) -> Misfit? {
    let criteria = onCriteria(member)
    let vetoes = vetoes(for: member.amounts)
    let scores = zip(catalogue.model.assess(criteria.amounts), vetoes).map { $1 == nil ? $0.score : nil }
    guard let own = best(scores), own != strategy, let ownScore = scores[own], ownScore > scores[strategy] ?? -1 else {
      return nil
    }
    let model = catalogue.model
    let pair = WeightedSum(points: model.points, alternatives: [model.alternatives[own], model.alternatives[strategy]])
    let replicated = pair.scores(of: criteria.replicates)
    var wins = 0.0
    for row in 0..<replicated.rows {
      let difference = vetoes[strategy] == nil ? replicated[row, 0] - replicated[row, 1] : 1
      wins += difference > 0 ? 1 : difference == 0 ? 0.5 : 0
    }
    let share = wins / Double(replicated.rows)
    guard share >= settings.misfit else { return nil }
    return Misfit(ownStrategy: own, ownScore: ownScore, typeScore: scores[strategy], share: share)
  }

  // MARK: - Parts of a match

  /// The profile on the criteria instead of the sources: column *c* holds the source of criterion *c*.
  private func onCriteria(_ profile: Profile) -> Profile {
    var values: [Double] = []
    values.reserveCapacity(profile.replicates.rows * criterionSources.count)
    for row in 0..<profile.replicates.rows {
      for source in criterionSources { values.append(source.map { profile.replicates[row, $0] } ?? .nan) }
    }
    return Profile(
      amounts: criterionSources.map { $0.map { profile.amounts[$0] } ?? .nan },
      replicates: Matrix(rows: profile.replicates.rows, columns: criterionSources.count, values: values))
  }

  private func amount(_ source: String, in amounts: [Double]) -> Double {
    sources.firstIndex(of: source).map { amounts[$0] } ?? .nan
  }

  /// For each strategy the index of the first veto that holds.
  private func vetoes(for amounts: [Double]) -> [Int?] {
    catalogue.strategies.map { strategy in
      strategy.never.firstIndex { $0.when.holds(for: amount($0.when.source, in: amounts)) == true }
    }
  }

  private func draw(_ replicates: Matrix, _ vetoes: [Int?], _ weights: Matrix, _ draws: Int) -> RankAcceptability {
    catalogue.model.rankAcceptability(
      replicates: replicates, eligible: vetoes.map { $0 == nil }, weights: weights, draws: draws)
  }

  private func ranking(
    _ assessments: [WeightedSum.Assessment], _ scores: [Double?], _ vetoes: [Int?], within: RankAcceptability,
    anywhere: [Double]
  ) -> [Match.Place] {
    let ranks = competitionRanks(of: scores)
    let baseline = catalogue.baseline
    let places = catalogue.strategies.indices.map { index in
      Match.Place(
        strategy: index, rank: ranks[index], score: assessments[index].score, acceptability: within.first[index],
        acceptabilityAny: anywhere[index],
        aboveBaseline: baseline.flatMap {
          $0 == index || vetoes[index] != nil || vetoes[$0] != nil ? nil : within.above[index, $0]
        },
        veto: vetoes[index])
    }
    return places.sorted { ($0.rank, $0.strategy) < ($1.rank, $1.strategy) }
  }

  private func risk(of consequence: Catalogue.Consequence, in profile: Profile) -> Match.Risk {
    let risk = consequence.risk(of: amount(consequence.source, in: profile.amounts))
    guard let column = sources.firstIndex(of: consequence.source) else {
      return Match.Risk(risk: .nan, low: .nan, high: .nan)
    }
    let drawn = profile.replicates.column(column).filter { !$0.isNaN }.map(consequence.risk)
    return Match.Risk(risk: risk, low: drawn.quantile(0.025) ?? .nan, high: drawn.quantile(0.975) ?? .nan)
  }

  private func field(_ index: Int, _ criteria: Profile, _ vetoes: [Int?]) -> Match.FieldMatch? {
    let shifts = catalogue.fields[index].shifts
    var values = criteria.replicates.values
    for cell in values.indices { values[cell] += shifts[cell % shifts.count] }
    let replicates = Matrix(rows: criteria.replicates.rows, columns: shifts.count, values: values)
    let assessed = catalogue.model.assess(zip(criteria.amounts, shifts).map { $0 + $1 })
    let scores = zip(assessed, vetoes).map { $1 == nil ? $0.score : nil }
    guard let first = best(scores), let score = scores[first] else { return nil }
    let shares = draw(replicates, vetoes, within, settings.draws).first
    return Match.FieldMatch(
      field: index, strategy: first, score: score, acceptability: shares[first],
      isClear: settings.winner.verdict(scores: scores, acceptability: shares) == .clear(first))
  }

  /// The index of the highest score, the lowest index where equal.
  private func best(_ scores: [Double?]) -> Int? {
    var best: (index: Int, score: Double)?
    for (index, score) in scores.enumerated() {
      if let score, score > best?.score ?? -1 { best = (index, score) }
    }
    return best?.index
  }
}
