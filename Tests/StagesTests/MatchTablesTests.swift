import Artefacts
import Diagnostics
import Foundation
import Stages
import Strategies
import Tables
import Testing

/// The tables that say how sure a choice is, why it is made, and what would change it.
@Suite struct MatchTablesTests {
  private let schools: FourSchools

  init() throws { schools = try FourSchools() }

  private func write(_ name: String, _ text: String) throws -> String {
    try text.write(to: schools.folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    return schools.path(name)
  }

  @Test func `the choice of each type is told with what comes next`() async throws {
    let output = try await schools.request().run()
    #expect(
      try texts(output, "choices", ["type", "verdict", "strategy", "runner_up", "score", "ahead", "agree", "unvetoed"])
        == [
          ["A", "B"], ["clear", "clear"], ["keep", "find"], ["find", "keep"], ["0.875", "0.875"], ["0.5", "0.5"],
          ["true", "true"], [nil, nil],
        ])
    #expect(
      try texts(output, "runner-up", ["type", "criterion", "first", "runner_up", "difference"]) == [
        ["A", "B"], ["goal", "goal"], ["0.875", "0.875"], ["0.125", "0.125"], ["0.75", "0.75"],
      ])
  }

  @Test func `a value in the middle flips the choice, and no weight does`() async throws {
    // Both strategies look at the goal alone: at 3 of 1 to 5 both are worth one half.
    let output = try await schools.request().run()
    #expect(
      try texts(output, "flips", ["type", "kind", "name", "from", "to", "change", "strategy", "smallest"]) == [
        ["A", "B"], ["amount", "amount"], ["goal", "goal"], ["4.5", "1.5"], ["3", "3"], ["0.375", "0.375"],
        ["find", "keep"], ["true", "true"],
      ])
  }

  @Test func `types and values are drawn together`() async throws {
    // In the first replicate s2 belongs to B: A is s1 alone (5), B is s2, s3 and s4 (7/3); in the second all goals are 3.
    // So the first places are those of before, while the risk of B is (5 - 7/3) / 4 = 2/3 in the one and 1/2 in the other.
    let request = try schools.request(redrawnTypes: [[0, 1, 1, 1], [0, 0, 1, 1]])
    let output = try await request.run()
    #expect(try texts(output, "ranking", ["acceptability"])[0] == ["0.75", "0.25", "0.75", "0.25"])
    let high = try #require(try texts(output, "consequences", ["high"])[0][1].flatMap(Double.init))
    #expect((high - (0.5 + 0.975 / 6)).magnitude < 1e-9)
    let plain = try await schools.request().run()
    let before = try #require(try texts(plain, "consequences", ["high"])[0][1].flatMap(Double.init))
    #expect((before - (0.5 + 0.975 * 0.375)).magnitude < 1e-9)
  }

  @Test func `types of replicates that are of other units are refused`() async throws {
    for (types, message) in [
      ([0, 0, 1, 1, 0, 0, 1, 1], "the types of replicates have the shape [1, 8], and 4 units have a type"),
      ([0, 0, 1, 2], "the types of replicates hold numbers that are no index of the 2 types"),
      ([0, 0, .nan, 1], "the types of replicates hold numbers that are no index of the 2 types"),
    ] {
      let request = try schools.request(redrawnTypes: [types])
      let failure = await #expect(throws: Failure.self) { try await request.run() }
      #expect(failure?.status == .badData)
      #expect(failure?.findings.map(\.message) == [message])
      #expect(failure?.findings.first?.mend == "run 'koers-cluster' anew")
    }
  }

  @Test func `without a replicate the types stay what they are`() async throws {
    let output = try await schools.request(redrawnTypes: []).run()
    let plain = try await schools.request().run()
    #expect(try texts(output, "ranking", ["acceptability"]) == (try texts(plain, "ranking", ["acceptability"])))
  }

  @Test func `answers from a field decide there, and few are drawn towards the type`() async throws {
    let own = schools.catalogue.replacing(
      "source: goal\n    points", with: "source: goal\n    in_fields: own\n    points")
    // In A the field says 1 where the type says 4 on average: 3 less than the whole, 4.5.
    let people: [(String, String, String?, Double?)] = [
      ("r1", "s1", "reading", 1), ("r2", "s1", "other", 5), ("r3", "s2", nil, 5), ("r4", "s2", "other", 5),
      ("r5", "s3", "other", 1),
    ]
    var request = try schools.request(own, respondents: people)
    request.settings.fieldLeast = 1
    var output = try await request.run()
    let columns = ["type", "strategy", "n", "pooled", "answers", "whole", "judgement"]
    #expect(
      try texts(output, "policy-fields", columns) == [
        ["A", "B"], ["find", "find"], ["1", "0"], ["false", "false"], ["1", "0"], ["0", "0"], ["0", "1"],
      ])
    #expect(
      try texts(output, "field-values", ["amount", "whole", "n", "own", "pull", "basis"]) == [
        ["1.5", "-2.5"], ["4.5", "1.5"], ["1", "0"], ["1", nil], ["1", "0"], ["answers", "shifted"],
      ])
    request.settings.fieldLeast = 10
    output = try await request.run()
    #expect(try texts(output, "field-values", ["basis"])[0] == ["pooled", "shifted"])
    #expect(output.counts.first { $0.name == "pooled_cells" }?.count == 1)
  }

  @Test func `every unit has the strategy of its type and its own`() async throws {
    let output = try await schools.request().run()
    #expect(
      try texts(
        output, "unit-strategies", ["unit", "type", "certainty", "strategy", "own_strategy", "share", "misfit"])
        == [
          ["s1", "s2", "s3", "s4"], ["A", "A", "B", "B"], ["1", "0.9", "0.8", "0.5"], ["keep", "keep", "find", "find"],
          ["keep", "keep", "find", "find"], [nil, nil, nil, nil], ["false", "false", "false", "false"],
        ])
  }

  @Test func `what a strategy does is compared with doing nothing`() async throws {
    // Find fits A for .125 and answers the risk of .125 at the level medium: .3 of it, in the middle.
    let output = try await schools.request().run()
    let found = try texts(output, "relief", ["type", "strategy", "level", "doing_nothing", "change"])
    #expect(found[1] == ["find", "keep", "find", "keep"])
    #expect(found[2] == ["medium", nil, "medium", nil])
    #expect(found[3] == ["0.125", "0.125", "0.875", "0.875"])
    let change = try #require(found[4][0].flatMap(Double.init))
    #expect((change + 0.125 * 0.125 * 0.3).magnitude < 1e-9)
    #expect(found[4][1] == "0")
  }

  @Test func `weights of people replace the points, and are told beside mirrors`() async throws {
    let two = schools.catalogue.replacing(
      "strategies:\n",
      with: """
          - id: size
            name: Size
            question: How large?
            why: It counts.
            source: pupils
            points: 1
            shapes: {high: {zero: 100, one: 300}}
        strategies:

        """
    ).replacing("wants: {goal: low}", with: "wants: {goal: low, size: high}")
    var request = try schools.request(two)
    request.weights = try write("weights.csv", "person,goal,size\nana,90,10\nbob,50,50\n")
    let output = try await request.run()
    #expect(
      try texts(output, "weights", ["criterion", "points", "weight", "equal", "low", "high"]) == [
        ["goal", "size"], ["2", "1"], ["0.7", "0.3"], ["0.5", "0.5"], ["0.5", "0.1"], ["0.9", "0.5"],
      ])
    #expect(
      try texts(output, "persons", ["person", "method", "criterion", "weight", "consistency_ratio"]) == [
        ["ana", "ana", "bob", "bob"], ["points", "points", "points", "points"], ["goal", "size", "goal", "size"],
        ["0.9", "0.1", "0.5", "0.5"], [nil, nil, nil, nil],
      ])
    let choices = try texts(output, "choices-by-weights", ["type", "weights", "person", "strategy", "score"])
    #expect(choices[1].prefix(7) == ["used", "declared", "equal", "entropy", "critic", "person", "person"])
    #expect(choices[2].prefix(7) == [nil, nil, nil, nil, nil, "ana", "bob"])
    // In B find has .875 of the goal and .5 of the size (200 pupils): .7 · .875 + .3 · .5.
    let used = try #require(choices[4][7].flatMap(Double.init))
    #expect((used - 0.7625).magnitude < 1e-9)
    #expect(output.counts.first { $0.name == "persons" }?.count == 2)
    #expect(output.inputs.contains { $0.name == "weights.csv" })
  }

  @Test func `without people the weights are those of the catalogue`() async throws {
    let output = try await schools.request().run()
    #expect(try texts(output, "weights", ["points", "weight", "low"]) == [["2"], ["1"], [nil]])
    #expect(!output.tables.contains { $0.name == "persons" })
  }

  @Test func `a type of which every strategy is excluded is warned of, and all of them stop the stage`() async throws {
    func excluding(_ bound: String) -> String {
      schools.catalogue
        .replacing(
          "wants: {goal: low}", with: "wants: {goal: low}\n    never: [{source: goal, \(bound), because: No.}]"
        )
        .replacing(
          "wants: {goal: high}", with: "wants: {goal: high}\n    never: [{source: goal, \(bound), because: No.}]")
    }
    let output = try await schools.request(excluding("at_least: 4")).run()
    #expect(
      output.findings.map(\.rendered) == [
        """
        \(schools.path("strategies.yaml")): warning: every strategy of the catalogue is excluded for type A
          mend: loosen a bound under 'never', or add a strategy that fits; 'ranking.csv' tells which rule excludes each
        """
      ])
    #expect(
      try texts(output, "choices", ["verdict", "strategy", "score", "agree", "unvetoed"]) == [
        ["none", "clear"], [nil, "find"], [nil, "0.875"], [nil, "true"], ["keep", nil],
      ])
    let request = try schools.request(excluding("at_least: 1"))
    let failure = await #expect(throws: Failure.self) { try await request.run() }
    #expect(failure?.status == .badPipeline)
    #expect(
      failure?.findings.map(\.message) == ["every strategy of the catalogue is excluded for every type"])
  }

  @Test func `strategies that tie for a type, and criteria that tell none apart, are told`() async throws {
    // From 4.5 on the goal is worth 1 to both, and up to 4 nothing to either.
    let catalogue = schools.catalogue.replacing(
      "shapes: {low: {zero: 5, one: 1}", with: "shapes: {low: {zero: 4, one: 4.5}"
    )
    .replacing("high: {zero: 1, one: 5}}", with: "high: {zero: 4, one: 4.4}}")
    let output = try await schools.request(catalogue).run()
    let file = schools.path("strategies.yaml")
    #expect(
      output.findings.map(\.rendered) == [
        """
        \(file): warning: for type A all criteria are worth the same to 'find' and 'keep', so that they tie
          mend: choose between them on other grounds, or add a criterion on which they differ
        """,
        """
        \(file): note: for type A the criterion 'goal' is worth the same to every strategy, and tells none apart
          mend: nothing needs to be done; look at its anchors when this holds for every type
        """,
        """
        \(file): warning: for type B all criteria are worth the same to 'find' and 'keep', so that they tie
          mend: choose between them on other grounds, or add a criterion on which they differ
        """,
        """
        \(file): note: for type B the criterion 'goal' is worth the same to every strategy, and tells none apart
          mend: nothing needs to be done; look at its anchors when this holds for every type
        """,
      ])
    #expect(try texts(output, "ranking", ["rank"]) == [["1", "1", "1", "1"]])
    #expect(try texts(output, "choices", ["verdict", "strategy"]) == [["contested", "contested"], ["find", "find"]])
  }
}
