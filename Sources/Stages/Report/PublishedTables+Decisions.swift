import Reporting
import Tables
import Texts

// The tables of a publication about why strategies come first. They hold only types that may be told of.

extension Report {
  /// The tables about the choices; none when nothing is known of them.
  func decisionTables(_ language: Language) -> [Table] {
    let decisions = types.compactMap { type in type.decision.map { (type, $0) } }
    guard !decisions.isEmpty else { return [] }
    var tables = [choiceTable(decisions), runnerUpTable(decisions), flipTable(decisions)]
    if types.contains(where: { !$0.relief.isEmpty }) { tables.append(reliefTable(language)) }
    return tables
  }

  private func typeColumn(_ types: [TypeFacts]) -> Column {
    Column("type", .text(types.map(\.letter)), description: "Letter of the type.")
  }

  private func strategyColumn(_ name: String, _ indices: [Int?], _ description: String) -> Column {
    Column(name, .text(indices.map { $0.map { strategies[$0].id } }), description: description)
  }

  private func choiceTable(_ rows: [(TypeFacts, DecisionFacts)]) -> Table {
    let verdicts = rows.map { type, _ in
      switch type.verdict {
      case .clear: "clear"
      case .contenders: "contested"
      case .none: "none"
      }
    }
    return Table(
      "choices",
      [
        typeColumn(rows.map(\.0)),
        Column("verdict", .text(verdicts), description: "clear, contested or none."),
        strategyColumn("strategy", rows.map(\.1.strategy), "Strategy with the highest score."),
        strategyColumn("runner_up", rows.map(\.1.runnerUp), "Strategy with the next score."),
        Column("score", .number(rows.map(\.1.score)), description: "Score of the first, 0 to 1."),
        Column(
          "acceptability", .number(rows.map(\.1.acceptability)),
          description: "Share of recalculations in which it comes first."),
        Column(
          "ahead", .number(rows.map(\.1.ahead)), description: "Its acceptability minus the highest of the others."),
        strategyColumn("topsis_first", rows.map(\.1.topsisFirst), "First by TOPSIS."),
        strategyColumn("promethee_first", rows.map(\.1.prometheeFirst), "First by PROMETHEE II."),
        Column(
          "agree", .boolean(rows.map(\.1.agrees)),
          description: "Whether both put the same strategy first as the score does."),
      ])
  }

  private func runnerUpTable(_ decisions: [(TypeFacts, DecisionFacts)]) -> Table {
    let rows = decisions.flatMap { type, decision in decision.differences.map { (type, $0) } }
    return Table(
      "runner-up",
      [
        typeColumn(rows.map(\.0)),
        Column("criterion", .text(rows.map(\.1.criterion.nl)), description: "Criterion, by its Dutch name."),
        Column(
          "first", .number(rows.map(\.1.first)),
          description: "What it adds to the score of the first strategy; empty when that does not look at it."),
        Column(
          "runner_up", .number(rows.map(\.1.runnerUp)),
          description: "What it adds to the score of the runner-up; empty when that does not look at it."),
        Column("difference", .number(rows.map(\.1.difference)), description: "The one minus the other."),
      ])
  }

  private func flipTable(_ decisions: [(TypeFacts, DecisionFacts)]) -> Table {
    let rows = decisions.flatMap { type, decision in (decision.flips ?? []).map { (type, $0) } }
    return Table(
      "flips",
      [
        typeColumn(rows.map(\.0)),
        Column("kind", .text(rows.map(\.1.kind.rawValue)), description: "weight or amount."),
        Column(
          "name", .text(rows.map(\.1.id)),
          description: "Criterion whose points, or source whose amount changes; all else stays."),
        Column("from", .number(rows.map(\.1.from)), description: "Present points or amount."),
        Column("to", .number(rows.map(\.1.to)), description: "Where another strategy comes first."),
        Column(
          "change", .number(rows.map(\.1.change)),
          description: "Change as a share of the present points, or of the range over which the amount counts."),
        strategyColumn("strategy", rows.map(\.1.strategy), "Strategy that comes first there."),
        Column(
          "smallest", .boolean(rows.map(\.1.isSmallest)),
          description: "Whether no other change of this kind is smaller."
        ),
      ])
  }

  private func reliefTable(_ language: Language) -> Table {
    let rows = types.flatMap { type in type.relief.map { (type, $0) } }
    let amounts: [(String, (ReliefFacts) -> Double?, String)] = [
      ("doing_nothing", { $0.doingNothing }, "Risk of doing nothing, 0 to 1."),
      ("risk", { $0.risk }, "Risk that is left with the strategy."),
      ("low", { $0.low }, "Lower end of its 95 % interval."),
      ("high", { $0.high }, "Upper end of its 95 % interval."),
      ("change", { $0.change }, "Risk that is left minus that of doing nothing."),
      ("change_low", { $0.changeLow }, "Lower end of the 95 % interval of the change."),
      ("change_high", { $0.changeHigh }, "Upper end of the 95 % interval of the change."),
    ]
    return Table(
      "relief",
      [
        typeColumn(rows.map(\.0)), strategyColumn("strategy", rows.map(\.1.strategy), "Strategy."),
        Column(
          "consequence", .text(rows.map { $0.1.consequence[language] }), description: "Consequence of doing nothing."),
        Column(
          "level", .text(rows.map { $0.1.level?.rawValue }),
          description: "How strongly the strategy answers it, by the catalogue's judgement; empty when it does not."),
      ]
        + amounts.map { name, read, description in
          Column(name, .number(rows.map { read($0.1) }), description: description)
        })
  }
}
