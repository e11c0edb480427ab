import Strategies
import Tables

/// What must be in place, what doing nothing leads to, and what strategies do about that.
extension MatchTables {
  var preconditions: Table {
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
        Column(
          "id", .text(rows.map { precondition($0.item).id }), description: "Identifier; empty when it has none."),
        Column(
          "share", .number(rows.map { $0.match.preconditionShares[$0.item.strategy][$0.item.order] }),
          description: "Share of the replicates in which it is met; empty when not known."),
        Column(
          "amount", .number(zip(rows, tests).map { row, test in test.flatMap { amount($0.source, ofType: row.type) } }),
          description: "The amount that is tested."),
        Column(
          "step",
          .integer(
            rows.map { row in
              catalogue.strategies[row.item.strategy].preconditionOrder.firstIndex(of: row.item.order).map { $0 + 1 }
            }),
          description: "Place in the order in which they can be brought about, from 1."),
      ])
  }

  private func precondition(_ row: (strategy: Int, order: Int, met: Bool?)) -> Strategy.Precondition {
    catalogue.strategies[row.strategy].preconditions[row.order]
  }

  private func amount(_ source: String, ofType type: Int) -> Double? {
    catalogue.sources.firstIndex(of: source).flatMap { known(profiles.amounts(ofType: type)[$0]) }
  }

  var consequences: Table {
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

  /// What every strategy does to every consequence, compared with doing nothing.
  var relief: Table {
    let rows = typed { match in
      match.relief.enumerated().flatMap { strategy, all in
        all.enumerated().map { (strategy: strategy, consequence: $0, relief: $1) }
      }
    }
    let amounts: [(String, (Match.Relief) -> Double, String)] = [
      ("risk", { $0.left.risk }, "The risk that is left, 0 to 1."),
      ("low", { $0.left.low }, "Lower end of its 95 % interval."),
      ("high", { $0.left.high }, "Upper end of its 95 % interval."),
      ("change", { $0.change.risk }, "The risk that is left minus that of doing nothing."),
      ("change_low", { $0.change.low }, "Lower end of the 95 % interval of the change."),
      ("change_high", { $0.change.high }, "Upper end of the 95 % interval of the change."),
    ]
    return Table(
      "relief",
      [
        typeColumn(rows.map(\.type)), strategyColumn("strategy", rows.map(\.item.strategy)),
        Column(
          "consequence", .text(rows.map { catalogue.consequences[$0.item.consequence].id }),
          description: "Identifier of the consequence."),
        Column(
          "level", .text(rows.map { $0.item.relief.level?.rawValue }),
          description: "At which level the strategy answers it, by the catalogue's judgement; empty when it does not."),
        Column(
          "doing_nothing", .number(rows.map { known($0.match.risks[$0.item.consequence].risk) }),
          description: "The risk of doing nothing, 0 to 1."),
      ]
        + amounts.map { name, amount, description in
          Column(name, .number(rows.map { known(amount($0.item.relief)) }), description: description)
        })
  }
}
