import Artefacts
import Diagnostics
import Reporting
import Settings
import Strategies
import Survey
import Tables
import Texts

// The evidence, the results of the survey, and the catalogue.

extension ReportAssembly {
  func evidenceFacts() throws(Failure) -> EvidenceFacts {
    let model = try cluster.json("model.json", as: ClusterModel.self)
    let choice = model.choice
    return EvidenceFacts(
      rows: try evidenceRows(),
      choice: ChoiceFacts(
        types: choice.types, rule: choice.rule, basis: ChoiceFacts.Basis(rawValue: choice.basis) ?? .rule,
        smallest: choice.smallest, leastStability: choice.leastJaccard, reason: choice.reason,
        alone: choice.alone.map { ChoiceFacts.Pick(criterion: $0.criterion, types: $0.types) }),
      chanceOfNew: model.search.chanceOfNew, nearTies: try nearTies(choice.types))
  }

  private func evidenceRows() throws(Failure) -> [EvidenceFacts.Row] {
    let table = try cluster.table("evidence")
    let types = try table.integers("k")
    let sums = try table.numbers("sse")
    let chosen = try table.texts("chosen")
    func number(_ name: String, _ row: Int) -> Double? { table[name]?.numbers[row] }
    func count(_ name: String, _ row: Int) -> Int? { number(name, row).flatMap { Int(exactly: $0) } }
    return types.indices.map { row in
      EvidenceFacts.Row(
        types: types[row] ?? 0, sumOfSquares: sums[row] ?? 0, silhouette: number("silhouette", row),
        calinskiHarabasz: number("calinski_harabasz", row), daviesBouldin: number("davies_bouldin", row),
        gap: number("gap", row), gapError: number("gap_se", row), stability: number("jaccard_min", row),
        smallest: count("smallest", row), starts: count("starts", row), hits: count("hits", row),
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

  // MARK: Results

  /// The results that were published before, in the order of the codebook.
  func resultFacts() throws(Failure) -> [ResultFacts] {
    let table = try normalise.table("estimates")
    let lines = try EstimateLines(table)
    var facts: [ResultFacts] = []
    for question in codebook.questions where question.publish {
      for figure in question.published {
        guard let share = lines.estimate(of: question.name, answers: figure.answers, estimand: "respondents") else {
          continue
        }
        let group = question.group.flatMap { codebook.group($0) }
        facts.append(
          ResultFacts(
            question: Wording(group?.label ?? question.text),
            answer: group == nil ? answer(figure.answers, of: question) : Wording(question.label),
            isOption: group != nil,
            published: Wording(figure.words), publishedShare: figure.percent / 100, respondents: share,
            averageUnit: lines.estimate(of: question.name, answers: figure.answers, estimand: "units")))
      }
    }
    return facts
  }

  /// The labels of the answers that were counted, of a question that is no option.
  private func answer(_ codes: [String], of question: Question) -> Wording? {
    let labels = codes.compactMap { question.category($0)?.label }
    guard !labels.isEmpty else { return nil }
    return Wording(nl: labels.map(\.nl).joined(separator: " of "), en: labels.map(\.en).joined(separator: " or "))
  }

  // MARK: The catalogue

  func strategyFacts() -> [StrategyFacts] {
    catalogue.strategies.map { strategy in
      StrategyFacts(
        id: strategy.id, isBaseline: strategy.isBaseline, name: Wording(strategy.name), aim: Wording(strategy.aim),
        fits: Wording(strategy.fits), asks: asks(strategy),
        preconditions: strategy.preconditions.map { Wording($0.text) },
        answers: strategy.answers.compactMap { id in
          catalogue.consequences.first { $0.id == id }.map { Wording($0.name) }
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

  func criterionFacts() -> [CriterionFacts] {
    catalogue.criteria.map {
      CriterionFacts(
        id: $0.id, name: Wording($0.name), about: Wording($0.question), weight: $0.points, reason: Wording($0.why))
    }
  }

  func fieldFacts() throws(Failure) -> [FieldFacts] {
    try MatchedTypes(match, catalogue).fields(of: members.ids, minimum: publish.cellMinimum)
  }
}

/// The lines of `estimates.csv`.
private struct EstimateLines {
  private let questions: [String]
  private let answers: [String]
  private let estimands: [String]
  private let counts: [Int?]
  private let shares: [Double?]
  private let lows: [Double?]
  private let highs: [Double?]

  init(_ table: Table) throws(Failure) {
    questions = try table.texts("question")
    answers = try table.texts("answer")
    estimands = try table.texts("estimand")
    counts = try table.integers("n")
    shares = try table.numbers("estimate")
    lows = try table.numbers("low")
    highs = try table.numbers("high")
  }

  /// The estimate of the share of the codes, for one estimand; without codes of the only answer that was counted.
  func estimate(of question: String, answers codes: [String], estimand: String) -> EstimateFacts? {
    let wanted = codes.joined(separator: "+")
    let row = questions.indices.first {
      questions[$0] == question && estimands[$0] == estimand && (codes.isEmpty || answers[$0] == wanted)
    }
    guard let row, let share = shares[row] else { return nil }
    return EstimateFacts(count: counts[row] ?? 0, value: share, low: lows[row], high: highs[row])
  }
}
