import DecisionAnalysis
import Strategies
import Tables

/// What fits each unit. This is about units that may have one respondent: it stays in the working folder, and what of it is
/// published goes through the rules of disclosure.
extension MatchTables {
  var misfitTable: Table {
    let misfits = misfits
    let types = misfits.map { profiles.typeOfUnit[$0.unit] ?? 0 }
    return Table(
      "misfits",
      [
        Column("unit", .text(misfits.map { profiles.units[$0.unit] }), description: "Code of the unit."),
        typeColumn(types),
        strategyColumn("type_strategy", types.map { matches[$0].choice.first ?? 0 }),
        strategyColumn("own_strategy", misfits.map(\.misfit.ownStrategy)),
        Column("own_score", .number(misfits.map { $0.misfit.ownScore }), description: "Its score for the unit itself."),
        Column(
          "type_score", .number(misfits.map(\.misfit.typeScore)),
          description: "The score of the type's strategy for the unit; empty when vetoed."),
        Column(
          "share", .number(misfits.map { $0.misfit.share }),
          description: "Share of the replicates in which its own strategy beats the type's."),
        Column(
          "criterion", .text(misfits.map { catalogue.criteria[$0.misfit.criterion].id }),
          description: "The criterion that adds most more to its own strategy than to the type's."),
        Column(
          "difference", .number(misfits.map { $0.misfit.difference }), description: "How much more it adds."),
      ])
  }

  /// The strategy of each unit's type, and what its own values say.
  var unitStrategies: Table {
    let rows = ownChoices.indices.compactMap { unit in
      profiles.typeOfUnit[unit].map { (unit: unit, type: $0, own: ownChoices[unit]) }
    }
    return Table(
      "unit-strategies",
      [
        Column("unit", .text(rows.map { profiles.units[$0.unit] }), description: "Code of the unit."),
        typeColumn(rows.map(\.type)),
        Column(
          "certainty", .number(rows.map { profiles.certainties[$0.unit] }),
          description: "Share of the joint replicates that give it its type."),
        optionalStrategy("strategy", rows.map { matches[$0.type].choice.first }, "The first strategy of its type."),
        Column(
          "verdict", .text(rows.map { verdict(of: matches[$0.type]) }), description: "How clear that is for the type."),
        optionalStrategy("own_strategy", rows.map { $0.own?.strategy }, "The first strategy for its own values."),
        Column("own_score", .number(rows.map { $0.own?.score }), description: "The score of that one for the unit."),
        Column(
          "type_score", .number(rows.map { $0.own?.typeScore }),
          description: "The score of the type's strategy for the unit; empty when vetoed."),
        Column(
          "share", .number(rows.map { $0.own?.share }),
          description:
            "Share of the replicates in which its own strategy beats the type's; empty when they are the same."),
        Column(
          "misfit", .boolean(rows.map { $0.own?.misfit != nil }),
          description: "Whether its own values point elsewhere surely enough."),
      ])
  }
}
