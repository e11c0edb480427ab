import Diagnostics
import Estimation
import PipelineFiles
import Settings
import Survey
import Tables
import Testing

@Suite struct DataFitnessTests {
  private let text = LocalText(nl: "t", en: "t")

  private func codebook() -> Codebook {
    let scale = (1...5).map { Category(value: String($0), label: text, number: Double($0)) }
    return Codebook(
      name: "c", title: text,
      questions: [
        Question(
          name: "field", text: text, kind: .category, role: .field,
          categories: ["care", "roads", "parks"].map { Category(value: $0, label: text) }),
        Question(name: "enough", text: text, kind: .scale, categories: scale),
        Question(name: "goal", text: text, kind: .scale, categories: scale),
        Question(name: "tools", text: text, kind: .boolean, group: "g"),
      ], indices: [])
  }

  /// A wave of units of two, in the order given: field, enough, goal.
  private func wave(_ rows: [(String?, Int?, Int?)]) -> Wave {
    func column(_ name: String, _ values: Column.Values, _ numbers: [Double?]) -> AnswerColumn {
      let states = Column(name, values).texts.map { $0 == nil ? AnswerState.missing : .answered }
      return AnswerColumn(question: name, values: values, states: states, numbers: numbers)
    }
    return Wave(
      respondents: rows.indices.map { "r\(1000 + $0)" }, units: rows.indices.map { "u\(100 + $0 / 2)" },
      answers: [
        column("field", .text(rows.map(\.0)), rows.map { _ in nil }),
        column("enough", .integer(rows.map(\.1)), rows.map { $0.1.map(Double.init) }),
        column("goal", .integer(rows.map(\.2)), rows.map { $0.2.map(Double.init) }),
      ])
  }

  private func settings(_ more: String = "") throws -> DataFitnessSettings {
    let text = "fitness: {data: {suffices: enough, suffices_share: [\"4\", \"5\"]\(more)}}"
    let findings = Findings()
    let reader = SettingsReader(try parseYAML(text, file: "p.yaml"), of: "normalise", findings: findings)
    let settings = FitnessSettings(reading: reader, classes: [])
    try findings.throwErrors()
    return try #require(settings.data)
  }

  @Test func `shares are counted per field and goal among those who answered all three`() throws {
    var rows: [(String?, Int?, Int?)] = [
      ("care", 4, 5), ("care", 5, 4), ("care", 2, 4), ("care", 1, 1), ("care", 4, 2), ("care", 3, 3),
    ]
    rows += [("roads", 1, 4), ("roads", nil, 4), ("roads", 2, nil), (nil, 5, 5)]
    let fitness = DataFitness(
      wave(rows), codebook(), try settings(", goal: goal, goal_share: [\"4\", \"5\"], least: 3"),
      design: UnitDesign(units: 5))
    #expect(
      fitness.lines.map(\.field) == [nil, nil, nil, "care", "care", "care"] + ["roads", "roads", "roads"]
        + ["parks", "parks", "parks"])
    #expect(fitness.lines.map(\.goal.rawValue) == Array(repeating: ["all", "yes", "no"], count: 4).flatMap { $0 })
    #expect(fitness.lines.map(\.respondents) == [7, 4, 3, 6, 3, 3, 1, 1, 0, 0, 0, 0])
    #expect(fitness.lines.map(\.units) == [4, 3, 2, 3, 2, 2, 1, 1, 0, 0, 0, 0])
    #expect(fitness.lines[3].estimate?.value == 0.5)
    #expect(fitness.lines[4].estimate?.value == 2.0 / 3)
    #expect(fitness.lines[5].estimate?.value == 1.0 / 3)
    #expect(fitness.lines[6].estimate?.value == 0)
    #expect(fitness.lines[8].estimate == nil)
    #expect(fitness.lines.map(\.verdict).suffix(6) == Array(repeating: .tooFew, count: 6))
    #expect(
      fitness.table.columns.map(\.name) == ["field", "goal", "n", "units", "share", "low", "high", "verdict"])
    #expect(fitness.table["share"]?.numbers[8] == nil)
    #expect(fitness.table["verdict"]?.texts.last == "too_few")
  }

  @Test func `without a goal there is one line a field`() throws {
    let fitness = DataFitness(
      wave([("care", 4, nil), ("roads", 1, nil)]), codebook(), try settings(), design: UnitDesign(units: 1))
    #expect(fitness.lines.map(\.goal) == [.all, .all, .all, .all])
    #expect(fitness.lines.map(\.respondents) == [2, 1, 1, 0])
  }

  @Test func `the interval decides, and its place within the thresholds`() throws {
    // Of 60 respondents in 30 units 54, 6 and 33 say that the data suffices.
    func verdict(_ enough: Int, _ more: String = "") throws -> DataFitness.Verdict? {
      let rows = (0..<60).map { (Optional("care"), Optional($0 < enough ? 4 : 2), Int?.none) }
      let fitness = DataFitness(wave(rows), codebook(), try settings(more), design: UnitDesign(units: 30))
      return fitness.lines.first { $0.field == "care" }?.verdict
    }
    #expect(try verdict(54) == .fit)
    #expect(try verdict(6) == .unfit)
    #expect(try verdict(33) == .doubtful)
    #expect(try verdict(54, ", fit: 0.95, unfit: 0.3") == .doubtful)
    #expect(try verdict(6, ", fit: 0.95, unfit: 0.3") == .unfit)
  }

  @Test func `one unit has no interval and stays doubtful`() throws {
    let fitness = DataFitness(
      wave([("care", 4, nil), ("care", 2, nil)]), codebook(), try settings(", least: 2"),
      design: UnitDesign(units: 1))
    #expect(fitness.lines[1].estimate?.value == 0.5)
    #expect(fitness.lines[1].verdict == .doubtful)
  }

  @Test func `item nonresponse is refused or missing among those who were shown the question`() {
    let states: [AnswerState] = [.answered, .refused, .missing, .missing, .notShown, .answered]
    let options: [AnswerState] = [.answered, .notSelected, .notSelected, .notShown, .notShown, .notShown]
    let wave = Wave(
      respondents: ["1", "2", "3", "4", "5", "6"], units: Array(repeating: "u", count: 6),
      answers: [
        AnswerColumn(
          question: "enough", values: .integer([1, nil, nil, nil, nil, 2]), states: states,
          numbers: [1, nil, nil, nil, nil, 2]),
        AnswerColumn(
          question: "tools", values: .boolean([true, false, false, nil, nil, nil]), states: options,
          numbers: [1, 0, 0, nil, nil, nil]),
      ])
    let table = ItemNonResponse(wave, codebook()).table
    #expect(table.columns.map(\.name) == ["question", "shown", "answered", "refused", "missing", "rate"])
    #expect(table["question"]?.texts == ["enough", "tools"])
    #expect(table["shown"]?.texts == ["5", "3"])
    #expect(table["answered"]?.texts == ["2", "3"])
    #expect(table["refused"]?.texts == ["1", "0"])
    #expect(table["missing"]?.texts == ["2", "0"])
    #expect(table["rate"]?.texts == ["0.6", "0"])
    #expect(ItemNonResponse(wave, codebook())["tools"]?.rate == 0)
  }
}
