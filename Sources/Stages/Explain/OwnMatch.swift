import DecisionAnalysis
import Diagnostics
import Reporting
import Settings
import Strategies
import Tables
import Texts

/// What the strategies of a catalogue make of the unit's own amounts.
struct OwnMatch {
  let sources: StorySources
  /// The amounts of the sources of the catalogue.
  let profile: Profile
  let match: Match
  /// The strategy that comes first for its type, if one does.
  let typeStrategy: Int?
  /// Another strategy that comes first for the unit itself, however unsure.
  let other: Misfit?

  private let profiles: TypeProfiles

  /// Matches a unit that has a type; `nil` when it has none.
  init?(_ sources: StorySources, _ code: String) throws(Failure) {
    guard let type = sources.members.placing[code]?.type else { return nil }
    let catalogue = sources.catalogue
    let measured = try MeasuredAmounts(sources.folders.normalise)
    profiles = try TypeProfiles(
      measured, sources: catalogue.sources, of: sources.folders.normalise, types: sources.folders.cluster)
    guard let unit = profiles.units.firstIndex(of: code) else { return nil }
    self.sources = sources
    profile = profiles.member(unit)
    // Every difference is told here, with how sure it is; what counts as a misfit is judged by the settings of the pipeline.
    var settings = sources.matching
    settings.misfit = 0
    let matcher = Matcher(
      catalogue: catalogue, settings: settings, sources: catalogue.sources, seed: sources.pipeline.seed)
    match = matcher.match(profile)
    let first = sources.matched.ranking(of: sources.members.ids[type]).first
    typeStrategy = first.flatMap { $0.veto == nil ? $0.strategy : nil }
    other = typeStrategy.flatMap { [profile] in matcher.misfit(profile, typeStrategy: $0) }
  }

  /// The amount of a source for the unit; `nil` when it is not known.
  func amount(_ source: String) -> Double? { amount(source, in: profile) }

  /// The amount of a source for another unit.
  func amount(_ source: String, of code: String) -> Double? {
    profiles.units.firstIndex(of: code).flatMap { amount(source, in: profiles.member($0)) }
  }

  private func amount(_ source: String, in profile: Profile) -> Double? {
    sources.catalogue.sources.firstIndex(of: source).flatMap {
      profile.amounts[$0].isNaN ? nil : profile.amounts[$0]
    }
  }
}

extension OwnMatch {
  /// The strategy of the type, and what the unit's own answers say.
  func choice(_ type: Int) -> UnitStory.Choice {
    let eligible = match.ranking.filter { $0.veto == nil }
    let vetoed = match.ranking.filter { $0.veto != nil }
    return UnitStory.Choice(
      ofType: sources.verdict(of: type), own: eligible.prefix(3).map(ranked),
      vetoed: vetoed.map { place in
        let rule = place.veto.map { sources.catalogue.strategies[place.strategy].never[$0] }
        return UnitStory.Vetoed(
          strategy: sources.strategyName(place.strategy), score: place.score,
          because: rule.map { sources.text($0.because) } ?? "")
      },
      withoutVeto: match.ranking.first { $0.strategy == match.choice.unvetoed }.map(ranked), other: otherStrategy)
  }

  private func ranked(_ place: Match.Place) -> UnitStory.Ranked {
    UnitStory.Ranked(
      rank: place.rank, strategy: sources.strategyName(place.strategy), score: place.score,
      acceptability: place.acceptability)
  }

  private var otherStrategy: UnitStory.Other? {
    guard let other, let typeStrategy else { return nil }
    return UnitStory.Other(
      strategy: sources.strategyName(other.ownStrategy), ownScore: other.ownScore,
      typeStrategy: sources.strategyName(typeStrategy), typeScore: other.typeScore,
      criterion: sources.text(sources.catalogue.criteria[other.criterion].name), criterionDifference: other.difference,
      share: other.share, leastShare: sources.matching.misfit,
      isMisfit: other.share >= sources.matching.misfit)
  }

  /// What a strategy asks to be in place, for the unit's own amounts.
  func road(_ strategy: Int, isOfType: Bool, neighbours: [String]) -> UnitStory.Road {
    let text = sources.catalogue.strategies[strategy]
    return UnitStory.Road(
      strategy: sources.strategyName(strategy), isOfType: isOfType,
      preconditions: text.preconditionOrder.enumerated().map { place, position in
        precondition(
          text.preconditions[position], share: match.preconditionShares[strategy][position], step: place + 1,
          neighbours: neighbours)
      },
      firstSteps: text.firstSteps.map(sources.text))
  }

  private func precondition(
    _ precondition: Strategy.Precondition, share: Double?, step: Int, neighbours: [String]
  ) -> UnitStory.Precondition {
    let test = precondition.test
    let amount = test.flatMap { self.amount($0.source) }
    let isMet = test.flatMap { test in amount.flatMap { test.holds(for: $0) } }
    return UnitStory.Precondition(
      step: step, text: sources.text(precondition.text), state: isMet.map { $0 ? .met : .open } ?? .unknown,
      source: test?.source, label: test.map { sources.label(of: $0.source) }, amount: amount, atLeast: test?.atLeast,
      atMost: test?.atMost, share: amount == nil ? nil : share,
      metByNeighbours: isMet == false
        ? neighbours.filter { code in
          test.flatMap { test in self.amount(test.source, of: code).flatMap { test.holds(for: $0) } } == true
        } : [])
  }

  /// What doing nothing leads to, beside the type.
  func consequences(_ type: Int) -> [UnitStory.Consequence] {
    let ofType = sources.matched.consequences(of: sources.members.ids[type])
    return zip(sources.catalogue.consequences, match.risks).map { consequence, risk in
      let same = ofType.first { $0.name.nl == consequence.name.nl && $0.name.en == consequence.name.en }
      return UnitStory.Consequence(
        id: consequence.id, name: sources.text(consequence.name), risk: known(risk.risk), low: known(risk.low),
        high: known(risk.high), typeRisk: same?.risk)
    }
  }
}

/// The number, or `nil` when it is not known (NaN).
private func known(_ number: Double) -> Double? { number.isNaN ? nil : number }
