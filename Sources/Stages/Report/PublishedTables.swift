import Reporting
import Tables
import Texts

// The tables of a publication. They are made from the report itself, so they cannot hold more than the report may say.

extension Report {
  /// The tables that may be published, with texts in one language.
  func tables(in language: Language) -> [Table] {
    [
      typeTable(language), unitTable(language), profileTable, rankingTable, contributionTable,
      consequenceTable(language),
      fieldTable(language), resultTable(language), evidenceTable,
    ] + decisionTables(language) + [expectedTable].compactMap { $0 } + changeTables(language)
  }

  private func strategy(_ type: TypeFacts) -> String? {
    if case .clear(let index) = type.verdict { return strategies[index].id }
    return nil
  }

  private func typeTable(_ language: Language) -> Table {
    Table(
      "types",
      [
        Column("type", .text(types.map(\.letter)), description: "Letter of the type, A for the largest."),
        Column("name", .text(types.map { $0.name[language] }), description: "Name of the type."),
        Column("size", .integer(types.map(\.size)), description: "Number of units."),
        Column("share", .number(types.map(\.share)), description: "Part of the units that answered, 0 to 1."),
        Column(
          "certainty", .number(types.map(\.certainty)),
          description: "Mean share of recalculations in which a member keeps the type."),
        Column("strategy", .text(types.map(strategy)), description: "Clear winner; empty when there is none."),
      ])
  }

  private func unitTable(_ language: Language) -> Table {
    func placed<Value>(_ read: (Int, Double, Sureness) -> Value?) -> [Value?] {
      units.map { unit in
        guard case .placed(let type, let certainty, let grade) = unit.placing else { return nil }
        return read(type, certainty, grade)
      }
    }
    let states = units.map { unit in
      switch unit.placing {
      case .placed: "shown"
      case .tooFew: "too_few"
      case .noAnswer: "no_answer"
      }
    }
    return Table(
      "units",
      [
        Column("unit", .text(units.map(\.code)), description: "Code of the unit."),
        Column("name", .text(units.map(\.name)), description: "Name of the unit."),
        Column("status", .text(states), description: "shown, too_few (answered, too few to show) or no_answer."),
        Column("type", .text(placed { type, _, _ in types[type].letter }), description: "Letter of the type."),
        Column(
          "certainty", .number(placed { _, certainty, _ in certainty }),
          description: "Share of recalculations in which the unit keeps its type."),
        Column(
          "strategy", .text(placed { type, _, _ in strategy(types[type]) }), description: "Clear winner for the type."),
        Column(
          "grade", .text(placed { _, _, grade in grade.rawValue }),
          description: "How sure the type is: A very sure, B fairly sure, C unsure, D a toss-up."),
      ])
  }

  private var profileTable: Table {
    Table(
      "profiles",
      [Column("feature", .text(features.map(\.name)), description: "Name of the feature.")]
        + types.map { type in
          Column(
            "type_" + type.letter, .number(features.indices.map { $0 < type.profile.count ? type.profile[$0] : nil }),
            description: "Mean of the type, in standard deviations from the average unit.")
        })
  }

  private var rankingTable: Table {
    let rows = types.flatMap { type in type.ranking.map { (type, $0) } }
    return Table(
      "ranking",
      [
        Column("type", .text(rows.map(\.0.letter)), description: "Letter of the type."),
        Column("strategy", .text(rows.map { strategies[$0.1.strategy].id }), description: "Strategy."),
        Column("score", .number(rows.map(\.1.score)), description: "Score, 0 to 1."),
        Column(
          "acceptability", .number(rows.map(\.1.acceptability)),
          description: "Share of recalculations in which the strategy comes first."),
        Column(
          "acceptability_any", .number(rows.map(\.1.acceptabilityAnyWeights)),
          description: "The same under any weights."),
        Column("vetoed", .boolean(rows.map { $0.1.veto != nil }), description: "Whether the strategy is ruled out."),
        Column(
          "veto_share", .number(rows.map(\.1.vetoShare)),
          description: "Share of recalculations in which the strategy is ruled out."),
      ])
  }

  private var contributionTable: Table {
    let rows = types.flatMap { type in type.contributions.map { (type, $0) } }
    return Table(
      "contributions",
      [
        Column("type", .text(rows.map(\.0.letter)), description: "Letter of the type."),
        Column("criterion", .text(rows.map(\.1.criterion.nl)), description: "Criterion, by its Dutch name."),
        Column("value", .number(rows.map(\.1.value)), description: "How well the type fits, 0 to 1."),
        Column("weight", .number(rows.map(\.1.weight)), description: "Weight within the strategy in front."),
        Column("contribution", .number(rows.map(\.1.contribution)), description: "Value times weight."),
      ])
  }

  private func consequenceTable(_ language: Language) -> Table {
    let rows = types.flatMap { type in type.consequences.map { (type, $0) } }
    return Table(
      "consequences",
      [
        Column("type", .text(rows.map(\.0.letter)), description: "Letter of the type."),
        Column("consequence", .text(rows.map { $0.1.name[language] }), description: "Consequence of doing nothing."),
        Column("risk", .number(rows.map(\.1.risk)), description: "Risk, 0 to 1."),
        Column("low", .number(rows.map(\.1.low)), description: "Lower end of the 95 % interval."),
        Column("high", .number(rows.map(\.1.high)), description: "Upper end of the 95 % interval."),
      ])
  }

  private func fieldTable(_ language: Language) -> Table {
    Table(
      "policy-fields",
      [
        Column("type", .text(fields.map { types[$0.type].letter }), description: "Letter of the type."),
        Column("field", .text(fields.map { $0.field[language] }), description: "Policy field."),
        Column(
          "strategy", .text(fields.map { $0.strategy.map { strategies[$0].id } }),
          description: "Strategy in front; empty with too few respondents."),
        Column(
          "acceptability", .number(fields.map(\.acceptability)),
          description: "Share of recalculations in which it comes first."),
        Column("clear", .boolean(fields.map(\.isClear)), description: "Whether it is a clear winner."),
        Column(
          "n", .integer(fields.map(\.respondents)),
          description: "Respondents of the type in the field; empty with too few, and where it would tell of others."),
        Column(
          "runner_up", .text(fields.map { $0.runnerUp.map { strategies[$0].id } }),
          description: "Strategy with the next score."),
        Column(
          "pooled", .boolean(fields.map(\.isPooled)),
          description: "Whether few answered, so that their answers are drawn towards the type; empty without n."),
        Column(
          "answers", .number(fields.map { $0.grounds?.answers }),
          description: "Share of what the strategy weighs that rests on answers from the field; empty without n."),
        Column(
          "whole", .number(fields.map { $0.grounds?.whole }),
          description: "Share that rests on the type as a whole; empty without n."),
        Column(
          "judgement", .number(fields.map { $0.grounds?.judgement }),
          description: "Share that rests on the catalogue's judgement; empty without n."),
      ])
  }

  private func resultTable(_ language: Language) -> Table {
    Table(
      "results",
      [
        Column("question", .text(results.map { $0.question[language] }), description: "Question."),
        Column("answer", .text(results.map { $0.answer?[language] }), description: "Answer that was counted."),
        Column("n", .integer(results.map(\.respondents.count)), description: "Number of respondents."),
        Column("respondents", .number(results.map(\.respondents.value)), description: "Share among respondents."),
        Column("low", .number(results.map(\.respondents.low)), description: "Lower end of its 95 % interval."),
        Column("high", .number(results.map(\.respondents.high)), description: "Upper end of its 95 % interval."),
        Column(
          "average_unit", .number(results.map { $0.averageUnit?.value }), description: "Share for the average unit."),
        Column("published", .number(results.map(\.publishedShare)), description: "Published share."),
      ])
  }

  /// What may be expected of units without answers, if anything may; in steps of 0.05, as more would feign precision.
  private var expectedTable: Table? {
    let rows = units.sorted { $0.code < $1.code }.flatMap { unit in
      unit.expected.sorted { $0.type < $1.type }.map { (unit: unit.code, type: types[$0.type].letter, share: $0.share) }
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      "expected",
      [
        Column("unit", .text(rows.map(\.unit)), description: "Code of a unit that did not answer."),
        Column("type", .text(rows.map(\.type)), description: "Letter of the type."),
        Column(
          "share", .number(rows.map { ($0.share * 20).rounded() / 20 }),
          description: "Expected share of the type among units alike in the register, in steps of 0.05; no measurement."
        ),
      ])
  }

  private var evidenceTable: Table {
    let rows = evidence.rows
    return Table(
      "evidence",
      [
        Column("k", .integer(rows.map(\.types)), description: "Number of types."),
        Column("sse", .number(rows.map(\.sumOfSquares)), description: "Sum of squared distances to the centroids."),
        Column("silhouette", .number(rows.map(\.silhouette)), description: "Mean silhouette."),
        Column("calinski_harabasz", .number(rows.map(\.calinskiHarabasz)), description: "Calinski-Harabasz index."),
        Column("davies_bouldin", .number(rows.map(\.daviesBouldin)), description: "Davies-Bouldin index."),
        Column("gap", .number(rows.map(\.gap)), description: "Gap statistic."),
        Column("gap_se", .number(rows.map(\.gapError)), description: "Its standard error."),
        Column("jaccard_min", .number(rows.map(\.stability)), description: "Stability of the least stable type."),
        Column("smallest", .integer(rows.map(\.smallest)), description: "Size of the smallest type."),
        Column("chosen", .boolean(rows.map(\.chosen)), description: "Whether this number was chosen."),
        Column(
          "prediction_strength", .number(rows.map(\.predictionStrength)),
          description: "How well one half of the units predicts which of the other half belong together."),
      ])
  }
}
