import Diagnostics
import Estimation
import Settings
import Survey
import Tables
import Testing

@Suite struct ReliabilityTests {
  private func items() -> [Measure] {
    [
      Measure("a", [1, 2, 4, 5, 3, 4, 2, 5, nil, 3], range: 1...5),
      Measure("b", [2, 2, 5, 4, 3, 5, 1, 4, 2, 3], range: 1...5),
      Measure("c", [5, 4, 1, 2, 3, 3, 4, 1, 2, 3], range: 1...5),
      Measure("d", [2, 3, 3, 5, 2, 4, 3, 4, 4, 1], range: 1...5),
    ]
  }

  @Test func `everything is as base R computes it`() throws {
    let reference = try UnitsReference()
    let reliability = Reliability("i", of: items(), reversed: [false, false, true, false])
    let interval = try #require(reliability.interval)
    #expect(reliability.complete == 9)
    #expect(UnitsReference.same(reliability.alpha, reference["alpha"]))
    // Quantiles of F are found to about fourteen digits.
    #expect(UnitsReference.same(interval.lowerBound, reference["alpha_low"], within: 1e-11))
    #expect(UnitsReference.same(interval.upperBound, reference["alpha_high"], within: 1e-11))
    #expect(UnitsReference.same(reliability.standardisedAlpha, reference["alpha_standardised"]))
    for item in reliability.items {
      #expect(UnitsReference.same(item.itemRest, reference["item_rest_" + item.name]))
      #expect(UnitsReference.same(item.alphaIfDropped, reference["alpha_without_" + item.name]))
    }
  }

  @Test func `items that say the same are wholly reliable`() {
    let first = Measure("a", [1, 2, 3], range: 1...5)
    let turned = Measure("b", [5, 4, 3], range: 1...5)
    let reliability = Reliability("i", of: [first, turned], reversed: [false, true])
    #expect(reliability.alpha == 1)
    #expect(reliability.interval == 1...1)
    #expect(reliability.standardisedAlpha == 1)
    #expect(reliability.items.map(\.itemRest) == [1, 1])
    #expect(reliability.items.map(\.alphaIfDropped) == [nil, nil])
  }

  @Test func `items worked by hand`() {
    // Variances 1 and 1, sums 2, 5 and 5 with variance 3: 2 (1 - 2 / 3); covariance 1/2, so r = 1/2 and 2 · 0.5 / 1.5.
    let reliability = Reliability(
      "i", of: [Measure("a", [1, 2, 3]), Measure("b", [1, 3, 2])], reversed: [false, false])
    #expect(UnitsReference.same(reliability.alpha, 2.0 / 3))
    #expect(UnitsReference.same(reliability.standardisedAlpha, 2.0 / 3))
    #expect(reliability.items.map(\.itemRest) == [0.5, 0.5])
  }

  @Test func `items without variance have no correlation, and no index has an alpha that way`() {
    let still = Measure("a", [3, 3, 3])
    let reliability = Reliability("i", of: [still, Measure("b", [1, 2, 3])], reversed: [false, false])
    #expect(reliability.alpha == 0)
    #expect(reliability.standardisedAlpha == nil)
    #expect(reliability.items.map(\.itemRest) == [nil, nil])
    let opposed = Reliability(
      "i", of: [Measure("a", [1, 2, 3]), Measure("b", [3, 2, 1])], reversed: [false, false])
    #expect(opposed.alpha == nil)
    #expect(opposed.interval == nil)
  }

  @Test func `the table has a row an index and a row an item, and an index without alpha is told`() {
    let text = LocalText(nl: "t", en: "t")
    let scale = (1...5).map { Category(value: String($0), label: text, number: Double($0)) }
    func question(_ name: String, _ index: String, _ direction: Question.Direction = .positive) -> Question {
      Question(name: name, text: text, kind: .scale, index: index, direction: direction, categories: scale)
    }
    let codebook = Codebook(
      name: "c", title: text,
      questions: [
        question("a", "pair"), question("b", "pair", .negative), question("c", "single"), question("d", "strangers"),
        question("e", "strangers"), question("f", "opposed"), question("g", "opposed"),
      ],
      indices: ["pair", "single", "strangers", "opposed"].map { Index(name: $0, label: text, kind: .maturity) })
    func column(_ name: String, _ values: [Int?]) -> AnswerColumn {
      AnswerColumn(
        question: name, values: .integer(values), states: values.map { $0 == nil ? .missing : .answered },
        numbers: values.map { $0.map(Double.init) })
    }
    let wave = Wave(
      respondents: ["1", "2", "3"], units: ["a", "a", "b"],
      answers: [
        column("a", [1, 2, 3]), column("b", [5, 4, 3]), column("c", [1, 2, 3]), column("d", [1, nil, nil]),
        column("e", [nil, 3, nil]), column("f", [1, 2, 3]), column("g", [3, 2, 1]),
      ])
    let reliability = SurveyReliability(wave, codebook)
    let table = reliability.table
    #expect(
      table.columns.map(\.name).joined(separator: " ")
        == "index item items n alpha alpha_low alpha_high alpha_standardised item_rest alpha_if_dropped")
    #expect(
      table["index"]?.texts == [
        "pair", "pair", "pair", "single", "single", "strangers", "strangers", "strangers", "opposed", "opposed",
        "opposed",
      ])
    #expect(table["item"]?.texts == [nil, "a", "b", nil, "c", nil, "d", "e", nil, "f", "g"])
    #expect(table["items"]?.texts == ["2", nil, nil, "1", nil, "2", nil, nil, "2", nil, nil])
    #expect(table["alpha"]?.numbers == [1, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil])
    #expect(table["item_rest"]?.numbers == [nil, 1, 1, nil, nil, nil, nil, nil, nil, -1, -1])
    #expect(
      reliability.findings.map(\.rendered) == [
        """
        note: index 'single' has a single item, 'c', so it has no reliability
          mend: add items, or read it as the question that it is
        """,
        """
        note: index 'strangers' has 0 respondents with an answer to all 2 items, so it has no reliability
          mend: look whether its items were shown to the same respondents
        """,
        """
        note: index 'opposed' has items whose sum is the same for all 3 respondents with an answer to all of them, so it \
        has no reliability
          mend: look at the answers and the directions of the items
        """,
      ])
  }
}
