import DecisionAnalysis
import Matrices

/// Matches the strategies of a catalogue to profiles.
///
/// All profiles of one matcher are drawn jointly: draw *i* uses the same weights for each, and replicate *i* mod *r* of its
/// values.
public struct Matcher: Sendable {
  /// The catalogue.
  public let catalogue: Catalogue
  /// The settings.
  public let settings: MatchSettings
  /// The names of the amounts in a profile (*s*).
  public let sources: [String]

  let seed: UInt64
  /// Drawn weights within the declared bounds, and over all weights; *draws* × *c*.
  private let within: Matrix
  private let anywhere: Matrix
  /// For each criterion the index of its source, or `nil` when it is not measured.
  let criterionSources: [Int?]

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
    self.seed = seed
    let points = catalogue.criteria.map(\.points)
    var generator = SeededGenerator(seed: seed, streams: 4, 1)
    within = WeightDistribution.around(points: points, share: settings.bounds).draw(settings.draws, using: &generator)
    generator = SeededGenerator(seed: seed, streams: 4, 2)
    anywhere = WeightDistribution.anywhere(count: points.count).draw(settings.draws, using: &generator)
    criterionSources = catalogue.criteria.map { criterion in
      criterion.isJudged ? nil : sources.firstIndex(of: criterion.source)
    }
  }

  /// Returns how well every strategy fits a profile, as a whole and in fields of work.
  ///
  /// A veto is decided on the best estimates of the whole; a vetoed strategy takes no part in the draws, in fields neither.
  ///
  /// - Parameters:
  ///   - profile: What is known of a type or a member.
  ///   - fields: What is known of it in fields of work.
  /// - Returns: The match.
  /// - Precondition: The fields have as many replicates as the profile.
  /// - Complexity: O((1 + *fields*) · *draws* · terms + *draws* · *a*²) for *a* strategies.
  public func match(_ profile: Profile, fields: [FieldProfile] = []) -> Match {
    let criteria = onCriteria(profile)
    let assessments = catalogue.model.assess(criteria.amounts)
    let vetoes = vetoes(for: profile.amounts)
    let eligible = vetoes.map { $0 == nil }
    let scores = zip(assessments, eligible).map { $1 ? $0.score : nil }
    let weights = PreparedWeights(within, replicates: profile.replicates.rows)
    let within = catalogue.model.rankAcceptability(
      replicates: criteria.replicates, eligible: eligible, weights: weights)
    let anywhere = catalogue.model.firstShares(
      replicates: criteria.replicates, eligible: eligible,
      weights: PreparedWeights(anywhere, replicates: profile.replicates.rows))
    let risks = catalogue.consequences.map { risk(of: $0, in: profile) }
    return Match(
      ranking: ranking(
        assessments, scores, vetoes, shares: vetoShares(profile.replicates), within: within, anywhere: anywhere),
      verdict: settings.winner.verdict(scores: scores, acceptability: within.first),
      assessments: assessments,
      crossCheck: CrossCheck(
        assessments, eligible: eligible, points: catalogue.criteria.map(\.points),
        preference: .linear(indifference: settings.indifference, preference: settings.preference)),
      preconditions: catalogue.strategies.map { strategy in
        strategy.preconditions.map { $0.test.flatMap { $0.holds(for: amount($0.source, in: profile.amounts)) } }
      },
      preconditionShares: catalogue.strategies.map { strategy in
        strategy.preconditions.map { $0.test.flatMap { share(of: profile.replicates, $0) } }
      },
      risks: risks, relief: relief(risks, profile, criteria, assessments),
      choice: choice(scores, assessments, acceptability: within.first),
      weightFlips: catalogue.model.weightFlips(amounts: criteria.amounts, eligible: eligible),
      amountFlips: amountFlips(profile),
      fields: fields.compactMap { field($0, eligible, weights) })
  }

  /// Returns the strategy that comes first for a profile when the criteria have other points, with its score; `nil` when none
  /// takes part.
  public func first(for profile: Profile, points: [Double]) -> (strategy: Int, score: Double)? {
    let model = WeightedSum(points: points, alternatives: catalogue.model.alternatives)
    let scores = zip(model.assess(onCriteria(profile).amounts), vetoes(for: profile.amounts))
      .map { $1 == nil ? $0.score : nil }
    return indexOfHighest(scores).flatMap { index in scores[index].map { (index, $0) } }
  }

  /// Returns the profile on the criteria instead of the sources: column *c* holds the source of criterion *c*.
  public func onCriteria(_ profile: Profile) -> Profile {
    var values: [Double] = []
    values.reserveCapacity(profile.replicates.rows * criterionSources.count)
    for row in 0..<profile.replicates.rows {
      for source in criterionSources { values.append(source.map { profile.replicates[row, $0] } ?? .nan) }
    }
    return Profile(
      amounts: criterionSources.map { $0.map { profile.amounts[$0] } ?? .nan },
      replicates: Matrix(rows: profile.replicates.rows, columns: criterionSources.count, values: values))
  }

  // MARK: - Parts of a match

  func amount(_ source: String, in amounts: [Double]) -> Double {
    sources.firstIndex(of: source).map { amounts[$0] } ?? .nan
  }

  /// For each strategy the index of the first veto that holds.
  func vetoes(for amounts: [Double]) -> [Int?] {
    catalogue.strategies.map { strategy in
      strategy.never.firstIndex { $0.when.holds(for: amount($0.when.source, in: amounts)) == true }
    }
  }

  /// For each strategy the share of the replicates in which a veto holds.
  private func vetoShares(_ replicates: Matrix) -> [Double] {
    var counts = [Int](repeating: 0, count: catalogue.strategies.count)
    for row in 0..<replicates.rows {
      for (strategy, veto) in vetoes(for: replicates.row(row)).enumerated() where veto != nil { counts[strategy] += 1 }
    }
    return counts.map { Double($0) / Double(replicates.rows) }
  }

  /// The share of the replicates in which a condition holds, of those in which its amount is known.
  private func share(of replicates: Matrix, _ condition: Condition) -> Double? {
    guard let column = sources.firstIndex(of: condition.source) else { return nil }
    let known = replicates.column(column).compactMap(condition.holds)
    return known.isEmpty ? nil : Double(known.count { $0 }) / Double(known.count)
  }

  private func ranking(
    _ assessments: [WeightedSum.Assessment], _ scores: [Double?], _ vetoes: [Int?], shares: [Double],
    within: RankAcceptability, anywhere: [Double]
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
        veto: vetoes[index], vetoShare: shares[index])
    }
    return places.sorted { ($0.rank, $0.strategy) < ($1.rank, $1.strategy) }
  }

  private func choice(_ scores: [Double?], _ assessments: [WeightedSum.Assessment], acceptability: [Double])
    -> Match.Choice
  {
    let (first, runnerUp) = firstTwo(of: scores)
    let unvetoed = indexOfHighest(assessments.map(\.score))
    let others = acceptability.enumerated().filter { $0.offset != first }.map(\.element)
    return Match.Choice(
      first: first, runnerUp: runnerUp, ahead: first.map { acceptability[$0] - (others.max() ?? 0) } ?? 0,
      unvetoed: unvetoed == first ? nil : unvetoed)
  }

  /// The indices of the highest score and of the next, the lowest index where equal.
  func firstTwo(of scores: [Double?]) -> (first: Int?, next: Int?) {
    guard let first = indexOfHighest(scores) else { return (nil, nil) }
    var others = scores
    others[first] = nil
    return (first, indexOfHighest(others))
  }

  /// The nearest change of each source that flips the choice, on the scale of the criteria that read it.
  private func amountFlips(_ profile: Profile) -> [AmountFlip] {
    let scales = sources.map { source -> ClosedRange<Double>? in
      let own = catalogue.criteria.filter { !$0.isJudged && $0.source == source }.map(\.scale)
      guard let low = own.map(\.lowerBound).min(), let high = own.map(\.upperBound).max(), low < high else {
        return nil
      }
      return low...high
    }
    let vetoes = catalogue.strategies.map { strategy in
      strategy.never.compactMap { veto in
        sources.firstIndex(of: veto.when.source).map {
          AmountVeto(source: $0, atLeast: veto.when.atLeast, atMost: veto.when.atMost)
        }
      }
    }
    return catalogue.model.amountFlips(
      amounts: profile.amounts, sources: criterionSources, vetoes: vetoes, scales: scales)
  }
}
