import Estimation
import Settings
import Survey
import Tables
import Testing

@Suite struct MeasureTests {
  @Test func `an index is the mean of its answered items, and reversed items turn round on their scale`() {
    let first = Measure("a", [1, 5, nil, 4], range: 1...5)
    let second = Measure("b", [2, 1, nil, nil], range: 1...5)
    let third = Measure("c", [3, nil, 5, nil], range: 1...5)
    let index = Measure.index("i", of: [first, second, third], reversed: [false, true, false])
    // (1 + (6 - 2) + 3) / 3; (5 + (6 - 1)) / 2; one of three is too few; one of three again.
    #expect(index.values == [8.0 / 3.0, 5, nil, nil])
    #expect(index.range == 1...5)
  }

  @Test func `half of the items is enough for an index`() {
    let first = Measure("a", [nil, 2], range: 1...5)
    let second = Measure("b", [4, 3], range: 1...5)
    #expect(Measure.index("i", of: [first, second], reversed: [false, false]).values == [4, 2.5])
  }

  @Test func `without a declared range the answers are the scale`() {
    #expect(Measure("fte", [0.5, nil, 12]).scale == 0.5...12)
    #expect(Measure("fte", [nil]).scale == 0...0)
  }

  @Test func `an index that is asked for over indices counts each of these once, turned round where worse is higher`() {
    let text = LocalText(nl: "t", en: "t")
    let scale = (1...5).map { Category(value: String($0), label: text, number: Double($0)) }
    func question(_ name: String, of index: String) -> Question {
      Question(name: name, text: text, kind: .scale, index: index, categories: scale)
    }
    let codebook = Codebook(
      name: "c", title: text,
      questions: [question("plan", of: "goal"), question("aim", of: "goal"), question("idle", of: "waste")],
      indices: [
        Index(name: "goal", label: text, kind: .maturity),
        Index(name: "waste", label: text, kind: .consequence, higher: .worse),
        Index(name: "all", label: text, kind: .maturity, parts: ["goal", "waste"]),
      ])
    func column(_ name: String, _ values: [Int?]) -> AnswerColumn {
      AnswerColumn(
        question: name, values: .integer(values), states: values.map { $0 == nil ? .missing : .answered },
        numbers: values.map { $0.map(Double.init) })
    }
    let wave = Wave(
      respondents: ["1", "2"], units: ["a", "a"],
      answers: [column("plan", [4, 1]), column("aim", [2, nil]), column("idle", [1, nil])])
    // (3 + (6 - 1)) / 2, and of the second the goal alone.
    #expect(codebook.index("all").flatMap { Measure($0, of: codebook, in: wave)?.values } == [4, 1])
    #expect(codebook.items(of: "all").map(\.name) == ["plan", "aim", "idle"])
  }
}
