import DecisionAnalysis
import Strategies
import Tables

/// The tables that match leaves.
struct MatchTables {
  let catalogue: Catalogue
  let profiles: TypeProfiles
  /// What is known of each type in each field.
  let fieldProfiles: [[FieldProfile]]
  let matches: [Match]
  /// What each unit's own values say; `nil` for units without type or strategy.
  let ownChoices: [OwnChoice?]

  /// All tables but those of the weights.
  var all: [Table] {
    [
      ranking, contributions, preconditions, consequences, fields, misfitTable, choices, runnerUp, flips, relief,
      fieldValues, unitStrategies,
    ]
  }

  /// The units whose own values point elsewhere surely enough.
  var misfits: [(unit: Int, misfit: Misfit)] {
    ownChoices.enumerated().compactMap { unit, own in own?.misfit.map { (unit, $0) } }
  }

  /// The number of types with a clear winner.
  var clearTypes: Int {
    matches.count { match in
      if case .clear = match.verdict { true } else { false }
    }
  }

  /// The number of types of which two other ways of ranking put the same strategy first.
  var agreeingTypes: Int {
    matches.count { match in
      match.choice.first.map { match.crossCheck.agrees(with: $0) } ?? false
    }
  }

  /// The types of which every strategy is excluded, or nothing is known.
  var typesWithoutStrategy: [String] {
    zip(profiles.types, matches).filter { $1.choice.first == nil }.map(\.0)
  }

  /// The number of types and fields whose values rest on too few answers and are drawn towards the type.
  var pooledCells: Int { matches.reduce(0) { $0 + $1.fields.count(where: \.isPooled) } }

  private var ranking: Table {
    let rows = typed { $0.ranking }
    let places = rows.map { (type: $0.type, strategy: $0.item.strategy) }
    return Table(
      "ranking",
      [
        typeColumn(rows.map(\.type)),
        Column("rank", .integer(rows.map(\.item.rank)), description: "1 for the best; equal scores share a rank."),
        strategyColumn("strategy", rows.map(\.item.strategy)),
        Column("score", .number(rows.map(\.item.score)), description: "Weighted mean of the values, 0 to 1."),
        Column(
          "acceptability", .number(rows.map { $0.item.acceptability }),
          description: "Share of the draws within the bounds of the weights in which it comes first."),
        Column(
          "acceptability_any", .number(rows.map { $0.item.acceptabilityAny }),
          description: "Share of the draws over all weights in which it comes first."),
        Column("vetoed", .boolean(rows.map { $0.item.veto != nil }), description: "Whether a rule excludes it."),
        Column(
          "veto", .integer(rows.map { $0.item.veto.map { $0 + 1 } }),
          description: "Which rule under 'never' excludes it, from 1."),
        Column(
          "above_baseline", .number(rows.map(\.item.aboveBaseline)),
          description: "Share of the draws in which it scores above the baseline."),
        Column(
          "verdict", .text(rows.map { verdict(of: $0.item.strategy, in: $0.match) }),
          description: "clear for a clear winner, contender when several could win."),
      ]
        + otherRanking(
          "topsis", by: \.closeness, of: places,
          description: "Closeness to the best by TOPSIS on the criteria's points alone, 0 to 1; empty when vetoed.",
          first: "closest")
        + otherRanking(
          "promethee", by: \.netFlow, of: places,
          description: "Net flow of PROMETHEE II on the criteria's points alone, -1 to 1; empty when vetoed.",
          first: "highest flow")
        + [
          Column(
            "veto_share", .number(rows.map { $0.item.vetoShare }),
            description: "Share of the replicates in which a rule excludes it.")
        ])
  }

  private var choices: Table {
    let types = Array(matches.indices)
    let firsts = matches.map { match in
      match.choice.first.flatMap { first in match.ranking.first { $0.strategy == first } }
    }
    return Table(
      "choices",
      [
        typeColumn(types),
        Column(
          "verdict", .text(matches.map { verdict(of: $0) }),
          description: "clear for a clear winner, contested when several could win, none when all are excluded."),
        optionalStrategy("strategy", matches.map(\.choice.first), "The strategy with the highest score."),
        optionalStrategy("runner_up", matches.map(\.choice.runnerUp), "The strategy with the next score."),
        Column("score", .number(firsts.map { $0?.score }), description: "Its weighted mean of the values, 0 to 1."),
        Column(
          "acceptability", .number(firsts.map { $0?.acceptability }),
          description: "Share of the draws within the bounds of the weights in which it comes first."),
        Column(
          "ahead", .number(zip(matches, firsts).map { $1 == nil ? nil : $0.choice.ahead }),
          description: "Its acceptability minus the highest of the others."),
        optionalStrategy("topsis_first", matches.map { first($0.crossCheck.closeness) }, "The first by TOPSIS."),
        optionalStrategy("promethee_first", matches.map { first($0.crossCheck.netFlow) }, "The first by PROMETHEE II."),
        Column(
          "agree", .boolean(matches.map { match in match.choice.first.map { match.crossCheck.agrees(with: $0) } }),
          description: "Whether both of these put the same strategy first as the score does."),
        optionalStrategy(
          "unvetoed", matches.map(\.choice.unvetoed),
          "The strategy that would come first if no rule excluded it; empty when it is the same."),
        Column(
          "unvetoed_score",
          .number(matches.map { match in match.choice.unvetoed.flatMap { match.assessments[$0].score } }),
          description: "The score of that one."),
      ])
  }

  func verdict(of match: Match) -> String? {
    switch match.verdict {
    case .clear: "clear"
    case .contested(let contenders): contenders.isEmpty ? "none" : "contested"
    }
  }

  /// The first strategy of a way of ranking, the lowest index where equal.
  private func first(_ values: [Double?]) -> Int? { indexOfHighest(values) }

  // MARK: - Rows and columns

  func typed<Item>(_ items: (Match) -> [Item]) -> [(type: Int, match: Match, item: Item)] {
    matches.enumerated().flatMap { type, match in items(match).map { (type, match, $0) } }
  }

  func typeColumn(_ types: [Int]) -> Column {
    Column("type", .text(types.map { profiles.types[$0] }), description: "The type.")
  }

  func strategyColumn(_ name: String, _ strategies: [Int]) -> Column {
    Column(
      name, .text(strategies.map { catalogue.strategies[$0].id }), description: "Identifier of the strategy.")
  }

  /// What another way of ranking says of strategies, and the ranks that follow from it: a column each.
  private func otherRanking(
    _ name: String, by way: (CrossCheck) -> [Double?], of rows: [(type: Int, strategy: Int)], description: String,
    first: String
  ) -> [Column] {
    let values = matches.map { way($0.crossCheck) }
    let ranks = values.map { competitionRanks(of: $0) }
    return [
      Column(name, .number(rows.map { values[$0.type][$0.strategy] }), description: description),
      Column(
        name + "_rank",
        .integer(rows.map { values[$0.type][$0.strategy] == nil ? nil : ranks[$0.type][$0.strategy] }),
        description: "1 for the \(first); empty when vetoed."),
    ]
  }

  func optionalStrategy(_ name: String, _ strategies: [Int?], _ description: String) -> Column {
    Column(name, .text(strategies.map { $0.map { catalogue.strategies[$0].id } }), description: description)
  }

  func known(_ amount: Double) -> Double? { amount.isNaN ? nil : amount }

  private func verdict(of strategy: Int, in match: Match) -> String? {
    switch match.verdict {
    case .clear(strategy): "clear"
    case .clear: nil
    case .contested(let contenders): contenders.contains(strategy) ? "contender" : nil
    }
  }
}
