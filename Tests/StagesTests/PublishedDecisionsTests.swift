import Reporting
import Tables
import Testing
import Texts

@testable import Stages

/// A report of two types, of which only the first may be told of.
struct PublishedDecisionsTests {
  private func type(_ letter: String, isTold: Bool) -> TypeFacts {
    let decision = DecisionFacts(
      strategy: 0, runnerUp: 1, score: 0.8, acceptability: 0.9, ahead: 0.8,
      differences: [DecisionFacts.Difference(criterion: Wording(same: "Goal"), first: 0.8, difference: 0.8)],
      topsisFirst: 1, prometheeFirst: 0, agrees: false,
      flips: [
        FlipFacts(
          kind: .amount, id: "pupils", name: Wording(same: "Pupils"), from: 100, to: 900, change: 0.5, strategy: 1,
          isSmallest: true)
      ])
    let relief = ReliefFacts(
      strategy: 0, consequence: Wording(same: "None"), level: .high, doingNothing: 0.6, risk: 0.3, change: -0.3)
    return TypeFacts(
      letter: letter, name: Wording(same: letter), nameIsGiven: true, size: 9, share: 0.5, certainty: 0.9, profile: [],
      consequences: [],
      ranking: isTold ? [RankedStrategy(strategy: 0, score: 0.8, acceptability: 0.9, vetoShare: 0.25)] : [],
      verdict: isTold ? .clear(0) : .none, contributions: [], preconditions: [], decision: isTold ? decision : nil,
      relief: isTold ? [relief] : [])
  }

  private func report(_ types: [TypeFacts]) -> Report {
    func strategy(_ id: String) -> StrategyFacts {
      let text = Wording(same: id)
      return StrategyFacts(
        id: id, isBaseline: false, name: text, aim: text, fits: text, preconditions: [], answers: [], risks: [],
        firstSteps: [], criteria: [])
    }
    let word = Wording(same: "school")
    let fields = [
      FieldFacts(
        type: 0, field: Wording(same: "F1"), strategy: 0, acceptability: 0.8, isClear: true, respondents: 12,
        runnerUp: 1, isPooled: false, grounds: FieldFacts.Grounds(answers: 0.5, whole: 0.3, judgement: 0.2)),
      FieldFacts(type: 0, field: Wording(same: "F2"), strategy: 0, acceptability: 0.7, isClear: true, runnerUp: 1),
      FieldFacts(type: 0, field: Wording(same: "F3"), isClear: false),
    ]
    return Report(
      title: word, unitWords: UnitWords(singular: word, plural: word), wave: WaveFacts(name: "w", date: "2024-01-01"),
      simulated: true,
      response: ResponseFacts(respondents: 1, unitsAnswered: 1, minimum: 3, records: [], units: []), features: [],
      types: types, units: [], strategies: [strategy("find"), strategy("keep")], criteria: [], fields: fields,
      evidence: EvidenceFacts(
        rows: [],
        choice: ChoiceFacts(types: 2, rule: "stability", basis: .rule, smallest: 1, leastStability: 0.75, alone: []),
        nearTies: [], sureFrom: []),
      results: [], members: [], making: MakingFacts(version: "1", stages: [], findings: []))
  }

  private func texts(_ tables: [Table], _ name: String, _ row: Int = 0) throws -> [String] {
    let table = try #require(tables.first { $0.name == name })
    return table.columns.map { $0.texts[row] ?? "-" }
  }

  @Test func `the tables about choices hold only types that may be told of`() throws {
    let tables = report([type("A", isTold: true), type("B", isTold: false)]).tables(in: .en)
    for name in ["choices", "runner-up", "flips", "relief"] {
      #expect(tables.first { $0.name == name }?["type"]?.texts == ["A"], "\(name)")
    }
    #expect(
      try texts(tables, "choices") == ["A", "clear", "find", "keep", "0.8", "0.9", "0.8", "keep", "find", "false"])
    #expect(try texts(tables, "runner-up") == ["A", "Goal", "0.8", "-", "0.8"])
    #expect(try texts(tables, "flips") == ["A", "amount", "pupils", "100", "900", "0.5", "keep", "true"])
    #expect(try texts(tables, "relief") == ["A", "find", "None", "high", "0.6", "0.3", "-", "-", "-0.3", "-", "-"])
    #expect(tables.first { $0.name == "ranking" }?.columns.last?.texts == ["0.25"])
  }

  @Test func `new columns stand at the end of a table, and a withheld number takes what tells it along`() throws {
    let tables = report([type("A", isTold: true)]).tables(in: .en)
    let table = try #require(tables.first { $0.name == "policy-fields" })
    #expect(
      table.columns.map(\.name) == [
        "type", "field", "strategy", "acceptability", "clear", "n", "runner_up", "pooled", "answers", "whole",
        "judgement",
      ])
    #expect(
      try texts(tables, "policy-fields") == [
        "A", "F1", "find", "0.8", "true", "12", "keep", "false", "0.5", "0.3", "0.2",
      ])
    #expect(
      try texts(tables, "policy-fields", 1) == ["A", "F2", "find", "0.7", "true", "-", "keep", "-", "-", "-", "-"])
    #expect(try texts(tables, "policy-fields", 2) == ["A", "F3", "-", "-", "false", "-", "-", "-", "-", "-", "-"])
    #expect(tables.first { $0.name == "ranking" }?.columns.last?.name == "veto_share")
  }

  @Test func `without choices there are no tables of them, and nothing about units or few people is ever published`() {
    let names = report([type("A", isTold: false)]).tables(in: .nl).map(\.name)
    #expect(!names.contains("choices") && !names.contains("relief"))
    let all = report([type("A", isTold: true)]).tables(in: .nl).map(\.name)
    for name in ["misfits", "unit-strategies", "field-values", "persons"] { #expect(!all.contains(name)) }
  }
}
