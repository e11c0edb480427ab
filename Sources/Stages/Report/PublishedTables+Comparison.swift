import Reporting
import Tables
import Texts

// What a comparison with earlier waves found, as tables; made from the report itself.

extension ComparisonFacts {
  /// The tables; causes only when they may be told.
  func tables(_ language: Language) -> [Table] {
    [driftTable(language)] + (causes.map { [causeTable($0)] } ?? []) + [transitionTable, backcastTable]
  }

  private func driftTable(_ language: Language) -> Table {
    Table(
      "drift",
      [
        Column("column", .text(drift.map(\.name)), description: "The question, or the feature before scaling."),
        Column(
          "kind", .text(drift.map { $0.isFeature ? "feature" : "question" }),
          description: "question: answers of respondents; feature: values of units."),
        Column(
          "psi", .number(drift.map(\.stability)),
          description: "Population stability index; empty when it was not asked in both waves."),
        Column(
          "psi_noise", .number(drift.map(\.stabilityOfNoise)),
          description: "What noise exceeds once in twenty times, by redraws of units."),
        Column(
          "p", .number(drift.map(\.probability)),
          description: "Probability of so large a difference when nothing changed, by redraws of units."),
        Column(
          "p_corrected", .number(drift.map(\.corrected)),
          description: "The same by Holm's correction for everything that was compared."),
        Column("drifted", .boolean(drift.map(\.hasDrifted)), description: "Whether p_corrected is below .01."),
        Column(
          "reason", .text(drift.map(\.reason.rawValue)),
          description: "answers, register, or of the questionnaire: reworded, added, removed."),
        Column(
          "text", .text(drift.map { $0.label[language] }), description: "The question, or the name of the feature."),
      ])
  }

  private func causeTable(_ causes: [CauseCount]) -> Table {
    Table(
      "mover-causes",
      [
        Column(
          "cause", .text(causes.map(\.cause.rawValue)),
          description:
            "officials (others answered), answers (its own), register, scaling, centroids (the types shifted), "
            + "merger, several together; others: causes of too few units, together."),
        Column(
          "units", .integer(causes.map(\.units)),
          description: "Number of units that moved to another type beyond noise."),
      ])
  }

  private var transitionTable: Table {
    let rows = transitions.flatMap { facts in
      facts.earlier.indices.flatMap { row in facts.later.indices.map { (facts: facts, row: row, column: $0) } }
    }
    return Table(
      "transitions",
      [
        Column("wave_from", .text(rows.map(\.facts.from)), description: "A wave."),
        Column("wave_to", .text(rows.map(\.facts.to)), description: "The wave after it."),
        Column("type_from", .text(rows.map { $0.facts.earlier[$0.row] }), description: "Type in the one wave."),
        Column("type_to", .text(rows.map { $0.facts.later[$0.column] }), description: "Type in the wave after it."),
        Column(
          "units", .integer(rows.map { $0.facts.counts[$0.row][$0.column] }),
          description: "Number of units; only those whose type both waves published are counted."),
      ])
  }

  private var backcastTable: Table {
    Table(
      "backcast",
      [
        Column("wave", .text(backcast.map(\.wave)), description: "An earlier wave."),
        Column(
          "units", .integer(backcast.map(\.units)), description: "Number of units whose type was published then."),
        Column(
          "same", .integer(backcast.map(\.same)),
          description: "How many of them the types of now put in the same type."),
        Column("share", .number(backcast.map(\.share)), description: "The same as a share, from 0 to 1."),
      ])
  }
}
