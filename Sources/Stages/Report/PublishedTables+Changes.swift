import Reporting
import Tables
import Texts

// What changed since the last wave, as tables; made from the report itself.

extension Report {
  /// The tables of changes; none without an earlier wave.
  func changeTables(_ language: Language) -> [Table] {
    guard let changes else { return [] }
    return [
      estimateTable(changes, language), earlierTypeTable(changes, language), flowTable(changes), moverTable(changes),
    ] + (changes.comparison?.tables(language) ?? [])
  }

  private func estimateTable(_ changes: ChangeFacts, _ language: Language) -> Table {
    let rows = changes.estimates
    return Table(
      "changes",
      [
        Column("question", .text(rows.map(\.name)), description: "Question or index, as in estimates.csv."),
        Column(
          "answer", .text(rows.map(\.codes)), description: "The codes that were counted, with + between, or mean."),
        Column(
          "estimand", .text(rows.map(\.estimand.rawValue)), description: "What is estimated, as in estimates.csv."),
        Column(
          "before", .number(rows.map(\.before.value)), description: "Share from 0 to 1, or mean, in the last wave."),
        Column("now", .number(rows.map(\.now.value)), description: "Share from 0 to 1, or mean, in this wave."),
        Column("difference", .number(rows.map(\.difference)), description: "Now minus before."),
        Column("low", .number(rows.map(\.low)), description: "Lower end of the 95 % interval of the difference."),
        Column("high", .number(rows.map(\.high)), description: "Upper end of the 95 % interval of the difference."),
        Column(
          "p", .number(rows.map(\.probability)),
          description: "Probability of so large a difference when nothing changed, the waves taken as independent."),
        Column(
          "p_adjusted", .number(rows.map(\.corrected)),
          description: "The same by Holm's correction for all differences of the estimand."),
        Column("changed", .boolean(rows.map(\.isChanged)), description: "Whether p_adjusted is below .05."),
        Column("text", .text(rows.map { $0.result.question[language] }), description: "The question in words."),
        Column("answer_text", .text(rows.map { $0.result.answer?[language] }), description: "The answer in words."),
      ])
  }

  /// One row for each type of this wave, then one for each type of the last wave that is not among them.
  private func earlierTypeTable(_ changes: ChangeFacts, _ language: Language) -> Table {
    struct Row {
      var now: Int?
      var before: Int?
      var verdict: String
      var related: [String]
      var shared: Int?
    }
    let letters = changes.types.map(\.letter)
    let now = types.indices.map { index -> Row in
      switch changes.origins[index] {
      case .kept(let from):
        Row(now: index, before: from, verdict: "kept", related: [letters[from]], shared: changes.flows[from][index])
      case .split(let from):
        Row(now: index, verdict: "split", related: [letters[from]], shared: changes.flows[from][index])
      case .merged(let parts):
        Row(
          now: index, verdict: "merged", related: parts.map { letters[$0] },
          shared: parts.reduce(0) { $0 + changes.flows[$1][index] })
      case .new: Row(now: index, verdict: "new", related: [])
      }
    }
    let gone = changes.types.enumerated().compactMap { index, type -> Row? in
      func counted(_ parts: [Int]) -> Int { parts.reduce(0) { $0 + changes.flows[index][$1] } }
      switch type.fate {
      case .kept: return nil
      case .split(let parts):
        return Row(
          before: index, verdict: "split", related: parts.map { types[$0].letter }, shared: counted(parts))
      case .merged(let into):
        return Row(before: index, verdict: "merged", related: [types[into].letter], shared: counted([into]))
      case .retired: return Row(before: index, verdict: "retired", related: [])
      }
    }
    let rows = now + gone
    return Table(
      "type-changes",
      [
        Column("type", .text(rows.map { $0.now.map { types[$0].letter } }), description: "Type of this wave."),
        Column(
          "earlier_type", .text(rows.map { $0.before.map { letters[$0] } }),
          description: "Type of the last wave; with a type beside it, the same type."),
        Column(
          "verdict", .text(rows.map(\.verdict)),
          description: "kept, split (off, or apart), merged (of others, or into another), new, retired."),
        Column(
          "related", .text(rows.map { $0.related.isEmpty ? nil : $0.related.joined(separator: " ") }),
          description: "The types of the other wave that it comes from, or went to."),
        Column(
          "shared", .integer(rows.map(\.shared)), description: "Number of counted units that it shares with these."),
        Column(
          "size_before", .integer(rows.map { $0.before.map { changes.types[$0].size } }),
          description: "Number of units in the last wave."),
        Column(
          "size", .integer(rows.map { $0.now.map { types[$0].size } }), description: "Number of units in this wave."),
        Column(
          "share_before", .number(rows.map { $0.before.map { changes.types[$0].share } }),
          description: "Part of the units that answered in the last wave, 0 to 1."),
        Column(
          "share", .number(rows.map { $0.now.map { types[$0].share } }),
          description: "Part of the units that answered in this wave, 0 to 1."),
        Column(
          "strategy_before", .text(rows.map { $0.before.flatMap { clear(changes.types[$0], language) } }),
          description: "Clear winner in the last wave; empty when there was none."),
        Column(
          "strategy", .text(rows.map { $0.now.flatMap { clear(types[$0], language) } }),
          description: "Clear winner in this wave; empty when there is none."),
      ])
  }

  private func clear(_ type: EarlierTypeFacts, _ language: Language) -> String? {
    if case .clear(let name)? = type.strategy { return name[language] }
    return nil
  }

  private func clear(_ type: TypeFacts, _ language: Language) -> String? {
    if case .clear(let index) = type.verdict { return strategies[index].name[language] }
    return nil
  }

  private func flowTable(_ changes: ChangeFacts) -> Table {
    let pairs = changes.types.indices.flatMap { from in types.indices.map { (from: from, to: $0) } }
    return Table(
      "flows",
      [
        Column("from", .text(pairs.map { changes.types[$0.from].letter }), description: "Type of the last wave."),
        Column("to", .text(pairs.map { types[$0.to].letter }), description: "Type of this wave."),
        Column(
          "n", .integer(pairs.map { changes.flows[$0.from][$0.to] }),
          description: "Number of units; only those whose type is published by name in both waves are counted."),
      ])
  }

  private func moverTable(_ changes: ChangeFacts) -> Table {
    let rows = changes.movements.movers
    return Table(
      "movers",
      [
        Column("unit", .text(rows.map(\.code)), description: "Code of a unit that moved beyond noise."),
        Column("name", .text(rows.map(\.name)), description: "Name of the unit."),
        Column("from", .text(rows.map { changes.types[$0.from].letter }), description: "Its type in the last wave."),
        Column("to", .text(rows.map { types[$0.to].letter }), description: "Its type in this wave."),
      ])
  }
}
