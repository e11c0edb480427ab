import Artefacts
import Diagnostics
import Reporting
import Settings
import Strategies
import Survey
import Tables
import Texts

// The evidence and the catalogue.

extension ReportAssembly {
  func evidenceFacts() throws(Failure) -> EvidenceFacts {
    let model = try cluster.json("model.json", as: ClusterModel.self)
    let choice = model.choice
    return EvidenceFacts(
      rows: try evidenceRows(),
      choice: ChoiceFacts(
        types: choice.types, rule: choice.rule, basis: ChoiceFacts.Basis(rawValue: choice.basis) ?? .rule,
        smallest: choice.smallest, leastStability: choice.leastJaccard, leastPrediction: choice.leastPrediction,
        ruleTakes: choice.ruleTakes, ruleSaid: choice.ruleSaid, reason: choice.reason,
        alone: choice.alone.map { ChoiceFacts.Pick(criterion: $0.criterion, types: $0.types) }),
      chanceOfNew: model.search.chanceOfNew, nearTies: try nearTies(choice.types),
      sureFrom: model.certainty.grades.compactMap(\.certainty), lineage: try lineageFacts(),
      box: cluster.run.parameters.first { $0.name == "reference_box" }?.value ?? "components")
  }

  /// How types come from those of one fewer, by letters and shares alone.
  private func lineageFacts() throws(Failure) -> [LineageFacts] {
    let table = try cluster.table("lineage")
    let counts = try table.integers("k").map { $0 ?? 0 }
    let types = try table.texts("type")
    let origins = table["from"]?.texts ?? []
    let shares = try table.numbers("share")
    guard let (first, last) = counts.first.flatMap({ first in counts.last.map { (first, $0) } }), first < last else {
      return []
    }
    return (first + 1...last).map { count in
      LineageFacts(
        types: count, earlier: counts.indices.filter { counts[$0] == count - 1 }.map { types[$0] },
        descents: counts.indices.filter { counts[$0] == count }.map {
          LineageFacts.Descent(type: types[$0], origin: origins[$0] ?? "", share: shares[$0] ?? 0)
        })
    }
  }

  private func evidenceRows() throws(Failure) -> [EvidenceFacts.Row] {
    let table = try cluster.table("evidence")
    let types = try table.integers("k")
    let sums = try table.numbers("sse")
    let chosen = try table.texts("chosen")
    func number(_ name: String, _ row: Int) -> Double? { table[name]?.numbers[row] }
    func count(_ name: String, _ row: Int) -> Int? { number(name, row).flatMap { Int(exactly: $0) } }
    /// Of the published types the smallest as it is published.
    func smallest(_ row: Int) -> Int? {
      chosen[row] == "true" ? typeDisclosure.counted.map(\.count).min() : count("smallest", row)
    }
    return types.indices.map { row in
      EvidenceFacts.Row(
        types: types[row] ?? 0, sumOfSquares: sums[row] ?? 0, silhouette: number("silhouette", row),
        calinskiHarabasz: number("calinski_harabasz", row), daviesBouldin: number("davies_bouldin", row),
        gap: number("gap", row), gapError: number("gap_se", row), stability: number("jaccard_min", row),
        predictionStrength: number("prediction_strength", row),
        smallest: smallest(row), starts: count("starts", row), hits: count("hits", row),
        optima: count("optima", row), chosen: chosen[row] == "true")
    }
  }

  /// The optima next to the best one, at most five that are within 1 %.
  private func nearTies(_ types: Int) throws(Failure) -> [NearTie] {
    let table = try cluster.table("optima")
    let counts = try table.integers("k")
    let ranks = try table.integers("optimum")
    let above = try table.numbers("above_best")
    let hits = try table.integers("hits")
    let moved = try table.integers("moved")
    let rows = counts.indices.filter { counts[$0] == types && (ranks[$0] ?? 1) > 1 && (above[$0] ?? 1) <= 0.01 }
    return rows.prefix(5).map { NearTie(worse: above[$0] ?? 0, hits: hits[$0] ?? 0, moved: moved[$0] ?? 0) }
  }

  // MARK: The catalogue

  func strategyFacts() -> [StrategyFacts] {
    catalogue.strategies.map { strategy in
      StrategyFacts(
        id: strategy.id, isBaseline: strategy.isBaseline, name: Wording(strategy.name), aim: Wording(strategy.aim),
        fits: Wording(strategy.fits), asks: asks(strategy),
        preconditions: strategy.preconditions.map { Wording($0.text) },
        answers: strategy.answers.compactMap { answer in
          catalogue.consequences.first { $0.id == answer.consequence }.map {
            StrategyFacts.Answer(
              consequence: Wording($0.name), level: StrategyFacts.Effort(rawValue: answer.level.rawValue))
          }
        }, ruledOutWhen: limits(of: strategy), risks: strategy.risks.map(Wording.init),
        firstSteps: strategy.firstSteps.map(Wording.init), example: strategy.example.map { Wording($0.text) },
        source: strategy.example.map { Wording($0.source) },
        criteria: criteria(of: strategy))
    }
  }

  /// What rules a strategy out; a limit on what is no criterion goes by the name of its source.
  private func limits(of strategy: Strategy) -> [StrategyFacts.Limit] {
    strategy.never.map { veto in
      let source = veto.when.source
      let criterion = catalogue.criteria.first { $0.source == source }
      return StrategyFacts.Limit(
        criterion: criterion.map { Wording($0.name) } ?? Wording(nl: source, en: source), atLeast: veto.when.atLeast,
        atMost: veto.when.atMost, because: Wording(veto.because))
    }
  }

  private func asks(_ strategy: Strategy) -> StrategyFacts.Asks? {
    guard let people = StrategyFacts.Effort(rawValue: strategy.asks.people.rawValue),
      let money = StrategyFacts.Effort(rawValue: strategy.asks.money.rawValue),
      let time = StrategyFacts.Effort(rawValue: strategy.asks.time.rawValue)
    else { return nil }
    return StrategyFacts.Asks(people: people, money: money, time: time)
  }

  /// The criteria of a strategy; weights are points times importance, made to sum to 1.
  private func criteria(of strategy: Strategy) -> [StrategyCriterion] {
    let wishes = strategy.wants.compactMap { wish in
      catalogue.criteria.first { $0.id == wish.criterion }.map { (criterion: $0, wish: wish) }
    }
    let total = wishes.reduce(0) { $0 + $1.criterion.points * $1.wish.importance }
    return wishes.map { criterion, wish in
      StrategyCriterion(
        name: Wording(criterion.name), weight: total > 0 ? criterion.points * wish.importance / total : 0,
        judged: Wording(criterion.question))
    }
  }

  func criterionFacts(_ features: [FeatureFacts]) throws(Failure) -> [CriterionFacts] {
    let mirrors = try weightMirrors()
    return catalogue.criteria.map {
      CriterionFacts(
        id: $0.id, name: Wording($0.name), about: Wording($0.question), weight: $0.points, reason: Wording($0.why),
        origin: origin(of: $0, features), inFields: catalogue.fields.isEmpty ? nil : inFields($0),
        mirror: mirrors[$0.id])
    }
  }

  /// The weights used beside what the values would say, by criterion; empty for a folder from before match told them.
  private func weightMirrors() throws(Failure) -> [String: CriterionFacts.Mirror] {
    guard let table = try match.tableIfPresent("weights") else { return [:] }
    let (used, entropy) = (try table.numbers("weight"), try table.numbers("entropy"))
    let critic = try table.numbers("critic")
    var mirrors: [String: CriterionFacts.Mirror] = [:]
    for (row, criterion) in try table.texts("criterion").enumerated() {
      mirrors[criterion] = CriterionFacts.Mirror(
        used: used[row] ?? 0, entropy: entropy[row] ?? 0, critic: critic[row] ?? 0)
    }
    return mirrors
  }

  /// Where the amount of a criterion comes from: of a feature its source tells, and other amounts are indices.
  private func origin(of criterion: Criterion, _ features: [FeatureFacts]) -> CriterionFacts.Origin? {
    if criterion.isJudged { return .judgement }
    let source = features.first { $0.name == criterion.source }?.source
    let kind = source?.split(separator: ".").first.map(String.init)
    return kind.flatMap(CriterionFacts.Origin.init) ?? codebook.index(criterion.source).map { _ in .index }
  }

  private func inFields(_ criterion: Criterion) -> CriterionFacts.InFields {
    criterion.isJudged ? .judgement : criterion.inFields == .own ? .own : .type
  }

  /// By which share strategies take a risk away, when match says what they do to risks.
  func reliefRanges(_ matched: MatchedTypes) -> ReliefFacts.Ranges? {
    guard matched.hasRelief else { return nil }
    let ranges = catalogue.relief
    return ReliefFacts.Ranges(low: ranges.low, medium: ranges.medium, high: ranges.high)
  }
}
