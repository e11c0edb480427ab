import Artefacts
import Diagnostics
import Estimation
import Foundation
import Reporting
import Strategies
import Tables
import Testing
import Texts

@testable import Stages

/// Two types, two strategies and three fields, as match leaves them.
@Suite final class MatchedTypesTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("koers-matched-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private let catalogueText = """
    consequences:
      - {id: none, name: None, about: Nothing., source: goal, none: 5, full: 1}
    criteria:
      - id: goal
        name: Goal
        question: Is there one?
        why: It counts.
        source: goal
        unit: index
        points: 2
        shapes: {low: {zero: 5, one: 1}, high: {zero: 1, one: 5}}
    strategies:
      - id: find
        name: Find
        aim: Find a goal.
        fits: Without a goal.
        asks: {people: low, money: low, time: low}
        answers: {none: high}
        wants: {goal: low}
        never: [{source: pupils, at_least: 900, because: Too large.}]
        preconditions:
          - {id: plan, nl: A plan., en: A plan., source: goal, at_least: 2.5, after: [room]}
          - {id: room, nl: Room., en: Room., untested: true}
      - id: keep
        name: Keep
        aim: Keep it.
        fits: With a goal.
        asks: {people: low, money: low, time: low}
        wants: {goal: high}
    fields:
      - {id: f1, name: F1, why: w}
      - {id: f2, name: F2, why: w}
      - {id: f3, name: F3, why: w}
    """

  private func column(_ name: String, _ texts: String) -> Column {
    Column(name, .text(texts.split(separator: " ").map { $0 == "-" ? nil : String($0) }))
  }

  private func column(_ name: String, _ numbers: [Double?]) -> Column { Column(name, .number(numbers)) }

  /// The tables that match always left.
  private var oldTables: [Table] {
    [
      Table(
        "ranking",
        [
          column("type", "A A B B"), column("strategy", "find keep keep find"), column("score", [0.8, 0.3, 0.7, nil]),
          column("acceptability", [0.9, 0.1, 1, 0]), column("acceptability_any", [0.5, 0.5, 1, 0]),
          Column("veto", .integer([nil, nil, nil, 1])), column("above_baseline", [nil, nil, nil, nil]),
          column("verdict", "clear - clear -"),
        ]),
      Table(
        "contributions",
        [
          column("type", "A"), column("strategy", "find"), column("criterion", "goal"), column("value", [0.8]),
          column("weight", [1]), column("contribution", [0.8]),
        ]),
      Table(
        "preconditions",
        [
          column("type", "A A"), column("strategy", "find find"), Column("order", .integer([1, 2])),
          column("met", "false -"),
        ]),
      Table(
        "consequences",
        [
          column("type", "A"), column("consequence", "none"), column("risk", [0.6]), column("low", [0.5]),
          column("high", [0.7]),
        ]),
    ]
  }

  private func fieldTable(_ counts: [Int], units: [Int]? = nil, old: Bool = false) -> Table {
    let types = counts.indices.map { $0 < counts.count / 2 ? "A" : "B" }.joined(separator: " ")
    var columns = [
      column("type", types), column("field", "f1 f2 f3 f1 f2 f3"), column("strategy", "find find keep keep keep keep"),
      column("acceptability", counts.map { _ in 0.8 }), Column("n", .integer(counts)),
      Column("clear", .boolean(counts.map { _ in true })),
    ]
    if !old {
      columns += [
        column("runner_up", "keep keep find find find -"), Column("pooled", .boolean(counts.map { $0 < 10 })),
        column("answers", counts.map { _ in 0.5 }), column("whole", counts.map { _ in 0.3 }),
        column("judgement", counts.map { _ in 0.2 }),
      ]
    }
    if let units { columns.append(Column("units", .integer(units))) }
    return Table("policy-fields", columns)
  }

  private var newTables: [Table] {
    [
      Table(
        "choices",
        [
          column("type", "A B"), column("verdict", "clear clear"), column("strategy", "find keep"),
          column("runner_up", "keep -"), column("score", [0.8, 0.7]), column("acceptability", [0.9, 1]),
          column("ahead", [0.8, 1]), column("topsis_first", "keep keep"), column("promethee_first", "find keep"),
          column("agree", "false true"), column("unvetoed", "- find"), column("unvetoed_score", [nil, 0.9]),
        ]),
      Table(
        "runner-up",
        [
          column("type", "A"), column("criterion", "goal"), column("first", [0.8]), column("runner_up", [nil]),
          column("difference", [0.8]),
        ]),
      Table(
        "flips",
        [
          column("type", "A A"), column("kind", "weight amount"), column("name", "goal pupils"),
          column("from", [2, 100]),
          column("to", [4, 900]), column("change", [1, 0.5]), column("strategy", "keep keep"),
          column("smallest", "true true"),
        ]),
      Table(
        "relief",
        [
          column("type", "A A"), column("strategy", "find keep"), column("consequence", "none none"),
          column("level", "high -"), column("doing_nothing", [0.6, 0.6]), column("risk", [0.3, 0.6]),
          column("low", [0.2, 0.5]), column("high", [0.4, 0.7]), column("change", [-0.3, 0]),
          column("change_low", [-0.4, 0]), column("change_high", [-0.2, 0]),
        ]),
    ]
  }

  private func matched(_ tables: [Table]) throws -> MatchedTypes {
    let path = folder.appendingPathComponent("match-\(UUID().uuidString)").path
    try StageOutput(stage: "match", tables: tables).write(to: path)
    let file = folder.appendingPathComponent("strategies.yaml")
    try catalogueText.write(to: file, atomically: true, encoding: .utf8)
    return try MatchedTypes(ArtefactFolder(path, stage: "match"), readCatalogue(file.path))
  }

  private let control = DisclosureControl(minimum: 5)

  // MARK: Decisions

  @Test func `what match says of a choice is put together by type`() throws {
    let found = try matched(oldTables + [fieldTable([20, 20, 20, 20, 20, 20])] + newTables)
    let first = try #require(found.decision(of: "A"))
    #expect(first.strategy == 0 && first.runnerUp == 1 && first.topsisFirst == 1 && first.prometheeFirst == 0)
    #expect(first.agrees == false && first.score == 0.8 && first.ahead == 0.8 && first.unvetoed == nil)
    #expect(
      first.differences == [
        DecisionFacts.Difference(criterion: Wording(same: "Goal"), first: 0.8, runnerUp: nil, difference: 0.8)
      ])
    // An amount that only rules strategies out goes by the name of its source, and has no unit.
    #expect(first.flips?.map(\.name) == [Wording(same: "Goal"), Wording(same: "pupils")])
    #expect(first.flips?.map(\.unit) == [nil, nil])
    let second = try #require(found.decision(of: "B"))
    #expect(second.unvetoed == DecisionFacts.Unvetoed(strategy: 0, score: 0.9))
    #expect(second.runnerUp == nil && second.agrees == true && second.flips == [])
    #expect(found.decision(of: "C") == nil)
    #expect(first.equalFirst == nil && first.persons == nil)
  }

  @Test func `what other weights put first is counted, and nobody is named`() throws {
    let byWeights = Table(
      "choices-by-weights",
      [
        column("type", "A A A A A B B"), column("weights", "used equal entropy person person equal person"),
        column("person", "- - - ann bob - ann"), column("strategy", "find keep keep find keep - keep"),
      ])
    let found = try matched(oldTables + [fieldTable([20, 20, 20, 20, 20, 20])] + newTables + [byWeights])
    #expect(found.decision(of: "A")?.equalFirst == 1)
    #expect(found.decision(of: "A")?.persons == DecisionFacts.Persons(agreeing: 1, count: 2))
    // The weights of one person are the ones that were used.
    #expect(found.decision(of: "B")?.equalFirst == nil && found.decision(of: "B")?.persons == nil)
  }

  @Test func `a type of which every strategy is ruled out still tells which would come first without rules`() throws {
    var tables = newTables
    tables[0] = Table("choices", tables[0].columns.map { $0.name == "strategy" ? column("strategy", "find -") : $0 })
    let found = try matched(oldTables + [fieldTable([20, 20, 20, 20, 20, 20])] + tables)
    #expect(found.decision(of: "B")?.strategy == nil)
    #expect(found.decision(of: "B")?.unvetoed?.strategy == 0)
  }

  @Test func `points are those of the people who weighed, when people did`() throws {
    let path = folder.appendingPathComponent("weighed").path
    var output = StageOutput(
      stage: "match", tables: [Table("weights", [column("criterion", "b a"), column("weight", [0.75, 0.25])])])
    let text = """
      criteria:
        - {id: a, name: A, question: q, why: w, source: a, points: 6, shapes: {high: {zero: 1, one: 5}}}
        - {id: b, name: B, question: q, why: w, source: b, points: 4, shapes: {high: {zero: 1, one: 5}}}
      strategies:
        - {id: s, name: S, aim: a, fits: f, asks: {people: low, money: low, time: low}, wants: {a: high, b: high}}
      """
    let file = folder.appendingPathComponent("two.yaml")
    try text.write(to: file, atomically: true, encoding: .utf8)
    let catalogue = try readCatalogue(file.path)
    try output.write(to: path)
    #expect(try weighted(catalogue, as: ArtefactFolder(path, stage: "match")).criteria.map(\.points) == [6, 4])
    output.counts = [RunRecord.Count("persons", 2)]
    let weighed = folder.appendingPathComponent("weighed-by-people").path
    try output.write(to: weighed)
    #expect(try weighted(catalogue, as: ArtefactFolder(weighed, stage: "match")).criteria.map(\.points) == [2.5, 7.5])
  }

  @Test func `what strategies do to risks is read with its level`() throws {
    let found = try matched(oldTables + [fieldTable([20, 20, 20, 20, 20, 20])] + newTables)
    #expect(found.hasRelief)
    #expect(found.relief(of: "A").map(\.level) == [.high, nil])
    #expect(found.relief(of: "A").first?.risk == 0.3)
    #expect(found.relief(of: "B") == [])
  }

  @Test func `preconditions come in the order of their steps, with their share, amount and bound`() throws {
    var tables = oldTables.filter { $0.name != "preconditions" }
    tables.append(
      Table(
        "preconditions",
        [
          column("type", "A A"), column("strategy", "find find"), Column("order", .integer([1, 2])),
          column("met", "false -"), column("share", [0.4, nil]), column("amount", [2.1, nil]),
          Column("step", .integer([2, 1])),
        ]))
    let found = try matched(tables + [fieldTable([20, 20, 20, 20, 20, 20])]).preconditions(of: "A")
    #expect(found.map(\.text.nl) == ["Room.", "A plan."])
    #expect(
      found[1]
        == PreconditionFacts(
          id: "plan", text: Wording(same: "A plan."), state: .open, share: 0.4, amount: 2.1, atLeast: 2.5,
          unit: Wording(same: "index"), source: "goal"))
  }

  @Test func `a folder without the new tables says nothing of them`() throws {
    let found = try matched(oldTables + [fieldTable([3, 30, 30, 30, 30, 30], old: true)])
    #expect(found.decision(of: "A") == nil && found.relief(of: "A") == [] && !found.hasRelief)
    #expect(found.ranking(of: "A").allSatisfy { $0.vetoShare == nil })
    #expect(found.preconditions(of: "A").map(\.text.nl) == ["A plan.", "Room."])
    let fields = found.fields(of: ["A", "B"], answers: [.shown, .shown], control)
    #expect(fields.facts.allSatisfy { $0.respondents == nil && $0.isPooled == nil && $0.grounds == nil })
    #expect(fields.facts.map { $0.strategy == nil } == [true, false, false, false, false, false])
    #expect(fields.counts == SuppressionCounts(shown: 5, primary: 1))
  }

  @Test func `a strategy that the catalogue lacks is refused`() throws {
    var tables = newTables
    tables[0] = Table("choices", tables[0].columns.map { $0.name == "runner_up" ? column("runner_up", "lose -") : $0 })
    let all = oldTables + [fieldTable([20, 20, 20, 20, 20, 20])] + tables
    let failure = #expect(throws: Failure.self) { try matched(all) }
    #expect(failure?.findings.first?.message == "match names the strategy 'lose', which the catalogue lacks")
  }

  // MARK: What may be told of a field

  @Test func `a small cell tells nothing, and those that would give its number away lose theirs`() throws {
    let found = try matched(oldTables + [fieldTable([20, 4, 15, 12, 9, 11])])
      .fields(of: ["A", "B"], answers: [.shown, .shown], control)
    #expect(found.facts.map(\.respondents) == [20, nil, nil, 12, nil, nil])
    #expect(found.facts.map(\.strategy) == [0, nil, 1, 1, 1, 1])
    #expect(found.facts.map(\.acceptability) == [0.8, nil, 0.8, 0.8, 0.8, 0.8])
    #expect(found.facts.map(\.isClear) == [true, false, true, true, true, true])
    #expect(found.facts.map(\.runnerUp) == [1, nil, 0, 0, 0, nil])
    // How many there are would also show in whether they are pooled, and in how far the choice rests on them.
    #expect(found.facts.map(\.isPooled) == [false, nil, nil, false, nil, nil])
    #expect(found.facts.map { $0.grounds == nil } == [false, true, true, false, true, true])
    #expect(found.counts == SuppressionCounts(shown: 2, primary: 1, secondary: 3))
  }

  @Test func `a cell of many people from two units tells nothing either`() throws {
    let found = try matched(oldTables + [fieldTable([20, 14, 15, 12, 19, 11], units: [9, 2, 9, 9, 9, 9])])
      .fields(of: ["A", "B"], answers: [.shown, .shown], control)
    #expect(found.facts.map(\.strategy) == [0, nil, 1, 1, 1, 1])
    #expect(found.counts.primary == 1)
  }

  @Test func `nothing is told of the fields of a type that is not told of`() throws {
    let found = try matched(oldTables + [fieldTable([20, 20, 20, 20, 20, 20])])
      .fields(of: ["A", "B"], answers: [.primary, .secondary], control)
    #expect(found.facts.allSatisfy { $0.strategy == nil && $0.respondents == nil && $0.grounds == nil })
    #expect(found.counts == SuppressionCounts(primary: 6))
  }

  @Test func `where nobody was asked for a field the choices rest on the type, and are told without a number`() throws {
    let found = try matched(oldTables + [fieldTable([0, 0, 0, 0, 0, 0])])
      .fields(of: ["A", "B"], answers: [.shown, .shown], control)
    #expect(found.facts.map(\.strategy) == [0, 0, 1, 1, 1, 1])
    #expect(found.facts.allSatisfy { $0.respondents == nil && $0.isPooled == nil && $0.grounds != nil })
  }

  @Test func `no hidden number of a cell can be worked out from the sums of its row and column`() throws {
    var state: UInt64 = 20_260
    func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
    var hiddenCells = 0
    for _ in 0..<30 {
      let counts = (0..<6).map { _ in 1 + roll(roll(3) == 0 ? 7 : 40) }
      let facts = try matched(oldTables + [fieldTable(counts)])
        .fields(of: ["A", "B"], answers: [.shown, .shown], control).facts
      for (cell, count) in counts.enumerated() where count < 5 { #expect(facts[cell].strategy == nil) }
      let lines = [[0, 1, 2], [3, 4, 5], [0, 3], [1, 4], [2, 5]]
      for line in lines {
        let hidden = line.filter { facts[$0].respondents == nil }
        let rest = hidden.reduce(0) { $0 + counts[$1] }
        hiddenCells += hidden.count
        // With the sum known each could be anything from 1 to what the others leave, and that must be wide enough;
        // a whole line that is too small can be hidden, and no more.
        if !hidden.isEmpty { #expect(rest - hidden.count >= 5 || hidden.count == line.count, "\(counts) \(line)") }
        #expect(hidden.count != 1, "\(counts) \(line)")
      }
    }
    #expect(hiddenCells > 20)
  }
}
