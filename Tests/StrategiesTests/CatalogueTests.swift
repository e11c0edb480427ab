import DecisionAnalysis
import Diagnostics
import PipelineFiles
import Settings
import Strategies
import Testing

/// Reads a catalogue from text; findings are returned beside it.
func catalogue(_ text: String, sources: [String]? = nil) throws -> (catalogue: Catalogue, findings: [Finding]) {
  let findings = Findings()
  let reader = SettingsReader(
    try parseYAML(text, file: "strategies.yaml"), of: "the catalogue", findings: findings)
  return (Catalogue(reading: reader, sources: sources), findings.all)
}

/// Two criteria from 0 to 10 and two strategies: `rise` wants much of both, `fall` little of the first; `stay` is the
/// baseline and wants little of the second.
let smallCatalogue = """
  consequences:
    - {id: harm, name: Harm, about: It hurts., source: pain, none: 1, full: 5}
  criteria:
    - id: first
      name: First
      question: How much?
      why: It counts.
      source: a
      points: 3
      shapes:
        high: {zero: 0, one: 10}
        low: {zero: 10, one: 0}
    - id: second
      name: Second
      question: How much?
      why: It counts.
      source: b
      points: 1
      shapes:
        high: {zero: 0, one: 10}
        low: {zero: 10, one: 0}
  strategies:
    - id: rise
      name: Rise
      aim: Up.
      fits: When high.
      asks: {people: low, money: medium, time: high}
      answers: harm
      wants: {first: high, second: {shape: high, importance: 2}}
      preconditions:
        - {nl: Genoeg a., en: Enough a., source: a, at_least: 6}
        - {nl: Weinig pijn., en: Little pain., source: pain, at_most: 2}
        - {nl: Goede wil., en: Good will., untested: true}
      never:
        - {source: b, at_least: 9.5, because: Too much b.}
    - id: fall
      name: Fall
      aim: Down.
      fits: When low.
      asks: {people: low, money: low, time: low}
      wants: {first: low}
    - id: stay
      baseline: true
      name: Stay
      aim: Nothing.
      fits: Never.
      asks: {people: low, money: low, time: low}
      wants: {second: low}
  fields:
    - {id: deep, name: Deep, why: It is lower there., shift: {first: -6, second: -6}}

  """

@Suite struct CatalogueTests {
  @Test func `a small catalogue is read whole`() throws {
    let (read, findings) = try catalogue(smallCatalogue, sources: ["a", "b", "pain"])
    #expect(findings == [])
    #expect(read.criteria.map(\.id) == ["first", "second"])
    #expect(read.baseline == 2)
    #expect(read.sources == ["a", "b", "pain"])
    #expect(read.fields[0].shifts == [-6, -6])
    let asks = read.strategies[0].asks
    #expect([asks.people, asks.money, asks.time] == [.low, .medium, .high])
    #expect(read.strategies[0].preconditions[0].test == Condition(source: "a", atLeast: 6))
    #expect(read.strategies[0].preconditions[2].test == nil)
    #expect(read.model.alternatives.map(\.count) == [2, 1, 1])
  }
}

/// The catalogue of the member survey, as it stands in the tree.
@Suite struct MemberSurveyCatalogueTests {
  private let read: Catalogue
  private let findings: [Finding]

  init() throws {
    let path = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let findings = Findings()
    let reader = SettingsReader(
      try readYAML("/" + path + "/Pipelines/member-survey/strategies.yaml"), of: "the catalogue", findings: findings)
    read = Catalogue(
      reading: reader,
      sources: [
        "population", "urbanity", "goal", "governance", "quality", "skills", "technique", "use", "ethics",
        "cooperation", "staff", "pilots_running", "islands", "waste", "unowned", "dependence", "opportunity",
        "sensitivity", "pilots", "shared_service",
      ])
    self.findings = findings.all
  }

  @Test func `the catalogue of the member survey has no mistakes, and nothing in it is idle`() {
    #expect(findings == [])
    #expect(
      read.strategies.map(\.id) == [
        "purpose-first", "join-forces", "foundation-first", "people-first", "task-led-lab", "steer-by-data",
        "city-platform", "safeguards-first", "do-nothing",
      ])
    #expect(read.baseline == 8)
    #expect(
      read.fields.map(\.id) == [
        "social", "space", "safety", "mobility", "sustainability", "economy", "services", "operations",
      ])
  }

  @Test func `a hundred points are divided, and what nobody answers for counts once`() {
    #expect(read.pointsTotal == 100)
    #expect(read.criteria.reduce(0) { $0 + $1.points } == 100)
    #expect(!read.criteria.contains { $0.source == "unowned" })
    #expect(read.consequences.map(\.source) == ["islands", "waste", "unowned"])
    #expect(Set(read.criteria.map(\.source)).count == read.criteria.count(where: { !$0.isJudged }) + 1)
  }

  @Test func `answers of a field count where the question is about one's own work, judgements in fields alone`() {
    #expect(
      read.criteria.filter { $0.inFields == .own }.map(\.id) == [
        "quality", "skills", "use", "pilots", "sensitivity", "dependence", "islands", "waste",
      ])
    #expect(read.criteria.filter(\.isJudged).map(\.id) == ["sensors", "chain"])
    for field in read.fields {
      #expect(field.judged.filter { !$0.isNaN }.count == 2)
      #expect(field.judged.allSatisfy { $0.isNaN || (1...5).contains($0) } && field.margin == 0.5)
    }
  }

  @Test func `every strategy is worked out, and doing nothing answers nothing`() {
    for strategy in read.strategies where !strategy.isBaseline {
      let id = Comment(rawValue: strategy.id)
      #expect(!strategy.answers.isEmpty && strategy.example != nil && strategy.wants.count >= 4, id)
      #expect(strategy.preconditions.count >= 3 && strategy.preconditions.allSatisfy { $0.id != nil }, id)
      #expect((2...4).contains(strategy.risks.count) && (3...5).contains(strategy.firstSteps.count), id)
      #expect(strategy.preconditions.contains { !$0.after.isEmpty }, "some precondition of \(strategy.id) waits")
    }
    #expect(read.strategies[8].answers == [] && read.strategies[8].risks.count == read.consequences.count)
    for consequence in read.consequences {
      let meant = read.strategies.count {
        $0.answers.contains { $0 == .init(consequence: consequence.id, level: .high) }
      }
      #expect(meant >= 1, "a strategy is meant for \(consequence.id)")
    }
  }

  @Test func `no precondition asks for an amount that excludes its strategy`() {
    for strategy in read.strategies {
      for test in strategy.preconditions.compactMap(\.test) {
        let least = test.atLeast ?? test.atMost ?? .nan
        for veto in strategy.never.map(\.when) where veto.source == test.source {
          #expect(veto.holds(for: least) == false, "\(strategy.id) asks \(test.source) and is excluded by it")
        }
      }
    }
  }
}

@Suite struct CatalogueMistakeTests {
  @Test(
    arguments: zip(
      [
        ("source: b\n    points", "source: bb\n    points"),
        ("first: high, second", "frist: high, second"),
        ("wants: {first: low}", "wants: {first: lwo}"),
        ("low: {zero: 10, one: 0}\n  - id", "low: {zero: 5, one: 5}\n  - id"),
        ("answers: harm", "answers: harms"),
        ("at_least: 6}", "at_least: 6, at_most: 2}"),
        ("source: pain, at_most: 2}", "source: pain}"),
        ("points: 3", "poinst: 3"),
        ("time: low}\n    wants: {second: low}", "time: soon}\n    wants: {second: low}"),
        ("id: fall", "id: rise"),
      ],
      [
        """
        strategies.yaml:17:13: error: criteria[2] names the source 'bb', which does not exist
          17 |     source: bb
             |             ^~
          mend: did you mean 'b'?
        """,
        """
        strategies.yaml:29:13: error: strategies[1].wants names the criterion 'frist', which does not exist
          29 |     wants: {frist: high, second: {shape: high, importance: 2}}
             |             ^~~~~
          mend: did you mean 'first'?
        """,
        """
        strategies.yaml:41:20: error: strategies[2].wants names the shape 'lwo', which does not exist
          41 |     wants: {first: lwo}
             |                    ^~~
          mend: did you mean 'low'?
        """,
        """
        strategies.yaml:12:12: error: criteria[1].shapes.low has crossed anchors: 5 stands before 5, which is not higher
          12 |       low: {zero: 5, one: 5}
             |            ^
          mend: give each anchor a higher amount than the one before it
        """,
        """
        strategies.yaml:28:14: error: strategies[1] names the consequence 'harms', which does not exist
          28 |     answers: harms
             |              ^~~~~
          mend: did you mean 'harm'?
        """,
        """
        strategies.yaml:31:73: error: no amount is at least 6 and at most 2 (strategies[1].preconditions[1])
          31 |       - {nl: Genoeg a., en: Enough a., source: a, at_least: 6, at_most: 2}
             |                                                                         ^
          mend: exchange 'at_least' and 'at_most', or keep one of them
        """,
        """
        strategies.yaml:32:9: error: strategies[1].preconditions[2] tests 'pain' against nothing
          32 |       - {nl: Weinig pijn., en: Little pain., source: pain}
             |         ^
          mend: add 'at_least:' or 'at_most:' with an amount in the unit of 'pain'
        """,
        """
        strategies.yaml:9:5: error: criteria[1] has no key 'poinst'
          9 |     poinst: 3
            |     ^~~~~~
          mend: did you mean 'points'?
        """,
        """
        strategies.yaml:47:43: error: 'strategies[3].asks.time' must be one of low, medium, high, and is "soon"
          47 |     asks: {people: low, money: low, time: soon}
             |                                           ^~~~
          mend: write one of low, medium, high
        """,
        """
        strategies.yaml:23:3: error: 'rise' stands twice under 'strategies'
          23 |   - id: rise
             |   ^
          mend: give one of the two another 'id'
        """,
      ]))
  func `each mistake says where, what and how to mend`(edit: (from: String, to: String), message: String) throws {
    try #require(smallCatalogue.contains(edit.from), "the edit changes something: \(edit.from)")
    let text = smallCatalogue.replacing(edit.from, with: edit.to, maxReplacements: 1)
    let (_, findings) = try catalogue(text, sources: ["a", "b", "pain"])
    #expect(findings.map(\.rendered) == [message])
  }

  @Test func `all mistakes are told at once`() throws {
    let text = smallCatalogue.replacing("points: 1", with: "points: -1").replacing(
      "source: pain,", with: "source: pian,")
    let (_, findings) = try catalogue(text, sources: ["a", "b", "pain"])
    #expect(findings.map(\.rule) == ["unknown-source", "wrong-value", "unknown-source"])
  }
}
