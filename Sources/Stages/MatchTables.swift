import DecisionAnalysis
import Strategies
import Tables

/// The tables that match leaves.
struct MatchTables {
  let catalogue: Catalogue
  let profiles: TypeProfiles
  let matches: [Match]
  let misfits: [(unit: Int, misfit: Misfit)]

  /// All tables.
  var all: [Table] { [ranking, contributions, preconditions, consequences, fields, misfitTable] }

  /// The number of types with a clear winner.
  var clearTypes: Int {
    matches.count { match in
      if case .clear = match.verdict { true } else { false }
    }
  }

  /// The number of types of which two other ways of ranking put the same strategy first.
  var agreeingTypes: Int {
    matches.count { match in
      guard let first = match.ranking.first, first.veto == nil else { return false }
      return match.crossCheck.agrees(with: first.strategy)
    }
  }

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
          first: "highest flow"))
  }

  private var contributions: Table {
    let rows = typed { match in
      match.assessments.enumerated().flatMap { index, assessment in
        assessment.contributions.map { (strategy: index, part: $0) }
      }
    }
    return Table(
      "contributions",
      [
        typeColumn(rows.map(\.type)), strategyColumn("strategy", rows.map(\.item.strategy)),
        Column(
          "criterion", .text(rows.map { catalogue.criteria[$0.item.part.criterion].id }),
          description: "Identifier of the criterion."),
        Column(
          "amount", .number(rows.map { known($0.item.part.amount) }), description: "In the unit of the criterion."),
        Column("value", .number(rows.map { known($0.item.part.value) }), description: "What it is worth, 0 to 1."),
        Column("weight", .number(rows.map { $0.item.part.weight }), description: "Share in the strategy's weights."),
        Column(
          "contribution", .number(rows.map { $0.item.part.contribution }),
          description: "Value times weight; adds up to the score."),
      ])
  }

  private var preconditions: Table {
    let rows = typed { match in
      match.preconditions.enumerated().flatMap { strategy, met in
        met.enumerated().map { (strategy: strategy, order: $0, met: $1) }
      }
    }
    let tests = rows.map { catalogue.strategies[$0.item.strategy].preconditions[$0.item.order].test }
    return Table(
      "preconditions",
      [
        typeColumn(rows.map(\.type)), strategyColumn("strategy", rows.map(\.item.strategy)),
        Column(
          "order", .integer(rows.map { $0.item.order + 1 }), description: "Place in the order of the catalogue, from 1."
        ),
        Column("source", .text(tests.map { $0?.source }), description: "What is tested; empty when nothing is."),
        Column("at_least", .number(tests.map { $0?.atLeast }), description: "The least amount that passes."),
        Column("at_most", .number(tests.map { $0?.atMost }), description: "The greatest amount that passes."),
        Column("met", .boolean(rows.map(\.item.met)), description: "Whether it is met; empty when not known."),
      ])
  }

  private var consequences: Table {
    let rows = typed { match in match.risks.enumerated().map { (consequence: $0, risk: $1) } }
    return Table(
      "consequences",
      [
        typeColumn(rows.map(\.type)),
        Column(
          "consequence", .text(rows.map { catalogue.consequences[$0.item.consequence].id }),
          description: "Identifier of the consequence."),
        Column("risk", .number(rows.map { known($0.item.risk.risk) }), description: "0 to 1."),
        Column("low", .number(rows.map { known($0.item.risk.low) }), description: "Lower end of the 95 % interval."),
        Column("high", .number(rows.map { known($0.item.risk.high) }), description: "Upper end of the 95 % interval."),
      ])
  }

  private var fields: Table {
    let rows = typed { $0.fields }
    return Table(
      "policy-fields",
      [
        typeColumn(rows.map(\.type)),
        Column(
          "field", .text(rows.map { catalogue.fields[$0.item.field].id }), description: "Identifier of the field."),
        strategyColumn("strategy", rows.map(\.item.strategy)),
        Column("score", .number(rows.map { $0.item.score }), description: "Weighted mean of the values, 0 to 1."),
        Column(
          "acceptability", .number(rows.map { $0.item.acceptability }),
          description: "Share of the draws within the bounds of the weights in which it comes first."),
        Column("n", .integer(rows.map { profiles.respondents[$0.type] }), description: "Respondents of the type."),
        Column("clear", .boolean(rows.map { $0.item.isClear }), description: "Whether it is a clear winner."),
      ])
  }

  private var misfitTable: Table {
    let types = misfits.map { profiles.typeOfUnit[$0.unit] ?? 0 }
    return Table(
      "misfits",
      [
        Column("unit", .text(misfits.map { profiles.units[$0.unit] }), description: "Code of the unit."),
        typeColumn(types),
        strategyColumn("type_strategy", types.map { matches[$0].ranking.first?.strategy ?? 0 }),
        strategyColumn("own_strategy", misfits.map(\.misfit.ownStrategy)),
        Column("own_score", .number(misfits.map { $0.misfit.ownScore }), description: "Its score for the unit itself."),
        Column(
          "type_score", .number(misfits.map(\.misfit.typeScore)),
          description: "The score of the type's strategy for the unit; empty when vetoed."),
        Column(
          "share", .number(misfits.map { $0.misfit.share }),
          description: "Share of the replicates in which its own strategy beats the type's."),
      ])
  }

  // MARK: - Rows and columns

  private func typed<Item>(_ items: (Match) -> [Item]) -> [(type: Int, match: Match, item: Item)] {
    matches.enumerated().flatMap { type, match in items(match).map { (type, match, $0) } }
  }

  private func typeColumn(_ types: [Int]) -> Column {
    Column("type", .text(types.map { profiles.types[$0] }), description: "The type.")
  }

  private func strategyColumn(_ name: String, _ strategies: [Int]) -> Column {
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

  private func known(_ amount: Double) -> Double? { amount.isNaN ? nil : amount }

  private func verdict(of strategy: Int, in match: Match) -> String? {
    switch match.verdict {
    case .clear(strategy): "clear"
    case .clear: nil
    case .contested(let contenders): contenders.contains(strategy) ? "contender" : nil
    }
  }
}
