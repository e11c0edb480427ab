import Estimation
import PipelineFiles
import Registers
import Settings
import Survey
import Tables
import Testing

@Suite struct SurveyEstimatesTests {
  private let text = LocalText(nl: "t", en: "t")

  private var codebook: Codebook {
    let scale = (1...5).map { Category(value: String($0), label: text, number: Double($0)) }
    let answers = ["yes", "no", "unknown"].map { Category(value: $0, label: text) }
    return Codebook(
      name: "c", title: text,
      questions: [
        Question(
          name: "plan", text: text, kind: .scale, index: "goal", publish: true, categories: scale,
          published: [PublishedFigure(percent: 34, answers: ["4", "5"], words: text)]),
        Question(name: "drift", text: text, kind: .scale, index: "goal", direction: .negative, categories: scale),
        Question(
          name: "service", text: text, kind: .category, publish: true, categories: answers, refused: ["unknown"]),
        Question(name: "money", text: text, kind: .boolean, group: "invest", publish: true),
        Question(name: "secret", text: text, kind: .integer),
      ],
      indices: [Index(name: "goal", label: text, kind: .maturity)])
  }

  private var wave: Wave {
    func column(_ name: String, _ values: Column.Values, _ numbers: [Double?]) -> AnswerColumn {
      let states = Column(name, values).texts.map { $0 == nil ? AnswerState.missing : .answered }
      return AnswerColumn(question: name, values: values, states: states, numbers: numbers)
    }
    return Wave(
      respondents: ["1", "2", "3", "4"], units: ["a", "a", "b", "b"],
      answers: [
        column("plan", .integer([4, 1, 5, nil]), [4, 1, 5, nil]),
        column("drift", .integer([2, 2, nil, nil]), [2, 2, nil, nil]),
        column("service", .text(["yes", "no", "yes", nil]), [nil, nil, nil, nil]),
        column("money", .boolean([true, false, false, false]), [1, 0, 0, 0]),
        column("secret", .integer([1, 2, 3, 4]), [1, 2, 3, 4]),
      ])
  }

  @Test func `questions that may be published are estimated, and every index`() {
    let estimates = SurveyEstimates(wave, codebook, design: UnitDesign(units: 2))
    let table = estimates.table
    let found = estimates.lines.filter { $0.estimand == .respondents }
    #expect(found.map(\.question) == ["plan", "service", "service", "money", "goal"])
    #expect(found.map(\.answer) == ["4+5", "yes", "no", "1", "mean"])
    let third = 1.0 / 3
    let values: [Double] = [2 * third, 2 * third, third, 0.25, 11.5 / 3]
    #expect(found.map(\.estimate.value) == values)
    let published: [Double?] = [0.34, nil, nil, nil, nil]
    #expect(found.map(\.published) == published)
    #expect(table.rowCount == 10)
    // The average unit: a has a share of 1/2, b of 1.
    #expect(estimates.lines.first { $0.estimand == .units }?.estimate.value == 0.75)
    #expect(estimates.agreement.lines.map(\.name) == ["plan", "drift", "money", "secret", "goal"])
  }

  @Test func `estimates come for all units first, then for the cells of each classification`() throws {
    let settings = EstimationSettings(
      reading: SettingsReader(
        try parseYAML("classes: {size: {source: register.people, breaks: [35]}}", file: "p.yaml"), of: "normalise",
        findings: Findings()))
    let register = [("a", 10.0), ("b", 50.0)].map { code, people in
      Unit(code: code, name: code, values: ["people": .number(people)])
    }
    var design = UnitDesign(units: 2)
    design.domains = [UnitClasses(try #require(settings.classification("size")), units: register)]
    design.inhabitants = [10, 50]
    let estimates = SurveyEstimates(wave, codebook, design: design)
    let lines = estimates.lines.filter { $0.question == "money" }
    #expect(lines.map(\.estimand) == Estimand.allCases.flatMap { [$0, $0, $0] })
    let cells: [String?] = [nil, "below 35", "35 and more"]
    #expect(lines.map(\.cell) == cells + cells + cells)
    #expect(lines.map(\.by) == lines.map { $0.cell == nil ? nil : "size" })
    // Of the two in a one says yes, of the two in b nobody.
    let shares = [0.25, 0.5, 0, 0.25, 0.5, 0, 10.0 / 120, 0.5, 0]
    #expect(lines.map(\.estimate.value) == shares)
    #expect(
      estimates.table.columns.map(\.name) == [
        "question", "kind", "answer", "by", "cell", "estimand", "n", "units", "estimate", "se", "low", "high", "deff",
        "published",
      ])
  }

  @Test func `a share leaves out who did not answer`() throws {
    let service = try #require(codebook["service"])
    #expect(Measure(service, share: ["yes"], in: wave)?.values == [1, 0, 1, nil])
    #expect(Measure(service, share: ["yes"], in: wave)?.name == "question.service=yes")
  }

  @Test func `a reversed item turns round on the scale of its categories`() throws {
    let goal = try #require(codebook.index("goal"))
    #expect(Measure(goal, of: codebook, in: wave)?.values == [4, 2.5, 5, nil])
  }

  @Test func `answers to statements that may be published are counted, the lowest first`() {
    let found = AnswerDistributions(wave, codebook)
    // 4, 1, 5 and nothing; what may not be published, and what has no order, is not there.
    #expect(found.lines.map(\.question) == Array(repeating: "plan", count: 5))
    #expect(found.lines.map(\.answer) == ["1", "2", "3", "4", "5"])
    #expect(found.lines.map(\.respondents) == [1, 0, 0, 1, 1])
    #expect(found.lines.allSatisfy { $0.answered == 3 })
    #expect(found.lines[0].share == 1.0 / 3 && found.lines[1].share == 0)
    #expect(found.table.columns.map(\.name) == ["question", "answer", "respondents", "n", "share"])
  }

  @Test func `a statement that nobody answered has no shares`() {
    var nobody = wave
    nobody.answers = nobody.answers.map { column in
      AnswerColumn(
        question: column.question, values: .integer([nil, nil, nil, nil]), states: Array(repeating: .missing, count: 4),
        numbers: [nil, nil, nil, nil])
    }
    #expect(AnswerDistributions(nobody, codebook).lines.allSatisfy { $0.share == nil && $0.respondents == 0 })
  }
}
