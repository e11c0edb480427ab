import DecisionAnalysis
import Diagnostics
import Settings
import Strategies
import Testing

/// The small catalogue with pieces replaced; every edit must change something.
private func edited(_ edits: (from: String, to: String)...) throws -> (catalogue: Catalogue, findings: [Finding]) {
  var text = smallCatalogue
  for edit in edits {
    try #require(text.contains(edit.from), "the edit changes something: \(edit.from)")
    text = text.replacing(edit.from, with: edit.to, maxReplacements: 1)
  }
  return try catalogue(text, sources: ["a", "b", "pain"])
}

private let preconditions = "- {nl: Genoeg a., en: Enough a., source: a, at_least: 6}"

@Suite struct CatalogueContentTests {
  @Test func `a judged criterion has an amount in each field and no source`() throws {
    let (read, findings) = try edited(
      ("source: b\n    points: 1", "source: judgement\n    points: 1"),
      ("shift: {first: -6, second: -6}", "shift: {first: -6}, judged: {second: 4}, margin: 1"))
    #expect(findings == [])
    #expect(read.criteria.map(\.isJudged) == [false, true])
    #expect(read.sources == ["a", "b", "pain"])  // b is still tested by a veto
    #expect(read.fields[0].shifts == [-6, 0])
    #expect(read.fields[0].judged[0].isNaN && read.fields[0].judged[1] == 4)
    #expect(read.fields[0].margin == 1)
  }

  @Test func `where a field gets its amounts is said at the criterion`() throws {
    let (read, _) = try edited(("source: a\n", "source: a\n    in_fields: own\n"))
    #expect(read.criteria.map(\.inFields) == [.own, .type])
    #expect(read.criteria[0].scale == 0...10)
    #expect(read.fields[0].margin == 0.5)
  }

  @Test func `answers are names, or names with levels`() throws {
    #expect(try edited().catalogue.strategies[0].answers == [.init(consequence: "harm", level: .medium)])
    let (read, findings) = try edited(("answers: harm", "answers: {harm: high}"))
    #expect(findings == [])
    #expect(read.strategies[0].answers == [.init(consequence: "harm", level: .high)])
  }

  @Test func `relief has a range for each level`() throws {
    #expect(try edited().catalogue.relief[.medium] == 0.2...0.4)
    let (read, findings) = try edited(("criteria:\n", "relief: {high: [0.3, 0.9]}\ncriteria:\n"))
    #expect(findings == [])
    #expect([read.relief[.low], read.relief[.high]] == [0.05...0.2, 0.3...0.9])
  }

  @Test func `points that add up to the total are good`() throws {
    let (read, findings) = try edited(("criteria:\n", "points_total: 4\ncriteria:\n"))
    #expect(findings == [])
    #expect(read.pointsTotal == 4)
  }

  @Test func `preconditions come in an order in which they can be met`() throws {
    let (read, findings) = try edited(
      (preconditions, "- {nl: Genoeg a., en: Enough a., source: a, at_least: 6, after: [will, calm]}"),
      ("source: pain, at_most: 2}", "source: pain, at_most: 2, id: calm, after: will}"),
      ("untested: true}", "untested: true, id: will}"))
    #expect(findings == [])
    #expect(read.strategies[0].preconditions.map(\.after) == [[2, 1], [2], []])
    #expect(read.strategies[0].preconditionOrder == [2, 1, 0])
    #expect(try edited().catalogue.strategies[0].preconditionOrder == [0, 1, 2])
  }

  @Test func `what decides nothing is noted`() throws {
    let (_, findings) = try edited(
      ("points: 1", "points: 0"), ("wants: {first: low}", "wants: {first: high}"), ("points: 3", "points: 2"))
    #expect(
      findings.map(\.rendered) == [
        """
        strategies.yaml:13:5: note: the criterion 'second' has no points and changes no choice
          13 |   - id: second
             |     ^
          mend: give it points, or remove it
        """,
        """
        strategies.yaml:4:5: note: no strategy wants the shape 'low' of the criterion 'first'
          4 |   - id: first
            |     ^
          mend: use it under 'wants' of a strategy, or remove it
        """,
        """
        strategies.yaml:36:5: warning: 'rise' and 'fall' want exactly the same, so that they tie whatever is measured
          36 |   - id: fall
             |     ^
          mend: say under 'wants' in what they differ, or make them one strategy
        """,
      ])
  }

  @Test func `a criterion that nobody wants, and a strategy that is always excluded, are warned of`() throws {
    let (_, findings) = try edited(
      (
        "wants: {first: low}",
        "wants: {second: low}\n    never:\n      - {source: a, at_most: 5, because: Low.}\n      - {source: a, at_least: 5, because: High.}"
      ),
      ("wants: {first: high, second: {shape: high, importance: 2}}", "wants: {second: high}"))
    #expect(
      findings.filter { $0.level == .warning }.prefix(2).map(\.rendered) == [
        """
        strategies.yaml:4:5: warning: no strategy wants anything of the criterion 'first', so that it changes no choice
          4 |   - id: first
            |     ^
          mend: name it under 'wants' of a strategy, or remove it
        """,
        """
        strategies.yaml:36:5: warning: 'fall' is excluded whatever 'a' is, so that it is never chosen
          36 |   - id: fall
             |     ^
          mend: leave room between the bounds under 'never', or remove the strategy
        """,
      ])
  }

  @Test(
    arguments: zip(
      [
        ("criteria:\n", "points_total: 100\ncriteria:\n"),
        ("criteria:\n", "relief: {low: [0.4, 0.2]}\ncriteria:\n"),
        ("source: b\n    points: 1", "source: judgement\n    points: 1"),
        ("shift: {first: -6, second: -6}", "judged: {first: 3}"),
        (preconditions, "- {nl: Genoeg a., en: Enough a., source: a, at_least: 6, after: will}"),
        ("answers: harm", "answers: {harm: hgih}"),
      ],
      [
        [
          """
          strategies.yaml:3:15: error: the points of the criteria add up to 4, and 'points_total' asks for 100
            3 | points_total: 100
              |               ^~~
            mend: divide 96 points more over the criteria
          """
        ],
        [
          """
          strategies.yaml:3:15: error: 'relief.low' must hold the least and the greatest share, from 0 to 1
            3 | relief: {low: [0.4, 0.2]}
              |               ^
            mend: write for instance 'low: [0.05, 0.2]'
          """
        ],
        [
          """
          strategies.yaml:50:72: error: 'second' stands under 'fields[1].shift', and is judged by the catalogue, so that there is nothing to shift
            50 |   - {id: deep, name: Deep, why: It is lower there., shift: {first: -6, second: -6}}
               |                                                                        ^~~~~~
            mend: give its amount under 'judged'
          """,
          """
          strategies.yaml:50:5: error: fields[1] lacks an amount for 'second', which the catalogue judges in every field
            50 |   - {id: deep, name: Deep, why: It is lower there., shift: {first: -6, second: -6}}
               |     ^
            mend: add 'judged: {second: 0}' with the amount in this field
          """,
        ],
        [
          """
          strategies.yaml:50:62: error: 'first' stands under 'fields[1].judged', and is measured
            50 |   - {id: deep, name: Deep, why: It is lower there., judged: {first: 3}}
               |                                                              ^~~~~
            mend: give under 'shift' by how much this field differs, or write 'source: judgement' at the criterion
          """
        ],
        [
          """
          strategies.yaml:31:71: error: strategies[1].preconditions[1] names the precondition 'will', which does not exist
            31 |       - {nl: Genoeg a., en: Enough a., source: a, at_least: 6, after: will}
               |                                                                       ^~~~
            mend: use the 'id' of another precondition of this strategy
          """
        ],
        [
          """
          strategies.yaml:28:21: error: 'strategies[1].answers.harm' must be one of low, medium, high, and is "hgih"
            28 |     answers: {harm: hgih}
               |                     ^~~~
            mend: did you mean 'high'?
          """
        ],
      ]))
  func `each mistake says where, what and how to mend`(edit: (from: String, to: String), messages: [String]) throws {
    let (_, findings) = try edited(edit)
    #expect(findings.map(\.rendered) == messages)
  }

  @Test func `preconditions that wait for each other are told`() throws {
    let (_, findings) = try edited(
      (preconditions, "- {nl: Genoeg a., en: Enough a., source: a, at_least: 6, id: enough, after: calm}"),
      ("source: pain, at_most: 2}", "source: pain, at_most: 2, id: calm, after: will}"),
      ("untested: true}", "untested: true, id: will, after: calm}"))
    #expect(
      findings.map(\.rendered) == [
        """
        strategies.yaml:32:89: error: preconditions of strategies[1] wait for each other, so that none of them can be met: 'calm', 'will'
          32 |       - {nl: Weinig pijn., en: Little pain., source: pain, at_most: 2, id: calm, after: will}
             |                                                                                         ^~~~
          mend: take one of these names out of an 'after'
        """
      ])
  }
}
