import DecisionAnalysis
import Strategies
import Tables

/// Why a strategy comes first, and what would make another come first.
extension MatchTables {
  var contributions: Table {
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

  /// What sets the first strategy of a type apart from the runner-up, the largest difference first.
  var runnerUp: Table {
    let rows = typed { match -> [(criterion: Int, first: Double?, next: Double?, difference: Double)] in
      guard let first = match.choice.first, let next = match.choice.runnerUp else { return [] }
      let (one, other) = (match.assessments[first], match.assessments[next])
      func contribution(_ assessment: WeightedSum.Assessment, _ criterion: Int) -> Double? {
        assessment.contributions.first { $0.criterion == criterion && !$0.amount.isNaN }?.contribution
      }
      let parts = catalogue.criteria.indices.compactMap { criterion in
        let (first, next) = (contribution(one, criterion), contribution(other, criterion))
        return first == nil && next == nil ? nil : (criterion, first, next, (first ?? 0) - (next ?? 0))
      }
      return parts.sorted { (-$0.3, $0.0) < (-$1.3, $1.0) }
    }
    return Table(
      "runner-up",
      [
        typeColumn(rows.map(\.type)),
        Column(
          "criterion", .text(rows.map { catalogue.criteria[$0.item.criterion].id }),
          description: "Identifier of the criterion."),
        Column(
          "first", .number(rows.map { $0.item.first }),
          description:
            "What it adds to the score of the first strategy; empty when that does not ask for it, or it is not known."),
        Column(
          "runner_up", .number(rows.map { $0.item.next }),
          description: "What it adds to the score of the runner-up; empty as before."),
        Column(
          "difference", .number(rows.map { $0.item.difference }),
          description: "The one minus the other; adds up to the distance between the scores."),
      ])
  }

  /// The nearest changes of points and of amounts at which another strategy comes first.
  var flips: Table {
    let rows = typed { match in
      nearestMarked(
        match.weightFlips.map {
          Flip(
            kind: .weight, name: catalogue.criteria[$0.criterion].id, from: $0.from, to: $0.to, change: $0.change,
            strategy: $0.alternative)
        })
        + nearestMarked(
          match.amountFlips.map {
            Flip(
              kind: .amount, name: catalogue.sources[$0.source], from: $0.from, to: $0.to, change: $0.change,
              strategy: $0.alternative)
          })
    }
    return Table(
      "flips",
      [
        typeColumn(rows.map(\.type)),
        Column("kind", .text(rows.map(\.item.kind.rawValue)), description: "weight or amount."),
        Column(
          "name", .text(rows.map(\.item.name)),
          description: "The criterion whose points, or the source whose amount changes; all else stays."),
        Column("from", .number(rows.map { $0.item.from }), description: "The present points or amount."),
        Column("to", .number(rows.map { $0.item.to }), description: "Where another strategy comes first."),
        Column(
          "change", .number(rows.map { $0.item.change }),
          description: "The change as a share of the present points, or of the range over which the amount counts."),
        strategyColumn("strategy", rows.map(\.item.strategy)),
        Column(
          "smallest", .boolean(rows.map(\.item.isNearest)),
          description: "Whether no other change of this kind is smaller; one a type."),
      ])
  }

  private struct Flip {
    enum Kind: String {
      case weight, amount
    }

    var kind: Kind
    var name: String
    var from: Double
    var to: Double
    var change: Double
    var strategy: Int
    var isNearest = false
  }

  /// Marks the first of the smallest changes.
  private func nearestMarked(_ flips: [Flip]) -> [Flip] {
    var flips = flips
    if let nearest = flips.indices.min(by: { (flips[$0].change, $0) < (flips[$1].change, $1) }) {
      flips[nearest].isNearest = true
    }
    return flips
  }
}
