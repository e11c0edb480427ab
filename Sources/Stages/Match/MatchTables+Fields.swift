import Strategies
import Tables

/// What fits in the fields of work, and on what that rests.
extension MatchTables {
  var fields: Table {
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
        Column(
          "n", .integer(rows.map { $0.item.respondents }), description: "Respondents of the type in the field."),
        Column("clear", .boolean(rows.map { $0.item.isClear }), description: "Whether it is a clear winner."),
        optionalStrategy("runner_up", rows.map { $0.item.runnerUp }, "The strategy with the next score."),
        Column(
          "pooled", .boolean(rows.map { $0.item.isPooled }),
          description: "Whether too few answered, so that some values are drawn towards the type."),
        Column(
          "answers", .number(rows.map { $0.item.grounds.answers }),
          description: "Share of the strategy's weights that rests on answers from the field."),
        Column(
          "whole", .number(rows.map { $0.item.grounds.whole }),
          description: "Share that rests on the type as a whole."),
        Column(
          "judgement", .number(rows.map { $0.item.grounds.judgement }),
          description: "Share that rests on the catalogue's judgement of the field; the three add up to 1."),
        Column("units", .integer(rows.map { $0.item.units }), description: "Units to which these respondents belong."),
      ])
  }

  /// The amount of every criterion in every field of every type.
  var fieldValues: Table {
    let rows = fieldProfiles.enumerated().flatMap { type, profiles in
      profiles.flatMap { profile in
        profile.amounts.enumerated().map { (type: type, field: profile.field, criterion: $0, amount: $1) }
      }
    }
    return Table(
      "field-values",
      [
        typeColumn(rows.map(\.type)),
        Column("field", .text(rows.map { catalogue.fields[$0.field].id }), description: "Identifier of the field."),
        Column(
          "criterion", .text(rows.map { catalogue.criteria[$0.criterion].id }),
          description: "Identifier of the criterion."),
        Column(
          "amount", .number(rows.map { known($0.amount.amount) }), description: "In the unit of the criterion."),
        Column("whole", .number(rows.map { known($0.amount.whole) }), description: "The amount of the whole type."),
        Column(
          "n", .integer(rows.map { $0.amount.respondents }),
          description: "Respondents of the type in the field whose answers are used."),
        Column("own", .number(rows.map { known($0.amount.own) }), description: "The mean of their answers."),
        Column(
          "pull", .number(rows.map { $0.amount.pull }),
          description: "How much their difference with the type counts, 0 to 1."),
        Column(
          "basis", .text(rows.map(\.amount.basis.rawValue)),
          description:
            "answers, pooled (too few answers), whole (the type), shifted (the type and a judgement) or judged."),
      ])
  }
}
