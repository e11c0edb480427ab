import Estimation
import Settings
import Survey
import Tables
import Testing

@Suite struct AgreementTests {
  private func same(_ first: Double?, _ second: Double) -> Bool { UnitsReference.same(first, second) }

  @Test func `answers given at random vary as the points of the scale do`() {
    // (5² - 1) / 12; (2² - 1) / 12; six points half as far apart: 35 / 12 / 4; 10² / 12.
    #expect(Measure("q", [1], range: 1...5, points: 5).nullVariance == 2)
    #expect(Measure("q", [1], range: 0...1, points: 2).nullVariance == 0.25)
    #expect(Measure("q", [1], range: 0...2.5, points: 6).nullVariance == 35.0 / 48)
    #expect(Measure("q", [1], range: 0...10).nullVariance == 100.0 / 12)
    #expect(Measure("q", [1]).nullVariance == nil)
    #expect(Measure("q", [1], range: 3...3, points: 1).nullVariance == nil)
  }

  @Test func `rwg and both intraclass correlations are those of R`() throws {
    let reference = try UnitsReference()
    let agreement = try #require(tabled([("y", 1...5)], [UnitsReference.answers]).first)
    #expect(same(agreement.withinVariance, reference["within_variance"]))
    #expect(same(agreement.intraclassCorrelation, reference["icc1"]))
    #expect(same(agreement.meanReliability, reference["icc2"]))
    #expect(same(agreement.rwg, reference["rwg"]))
    #expect(agreement.ratedUnits == 5)
    #expect(agreement.nullVariance == 2)
  }

  @Test func `answers further apart than random ones do not agree at all`() throws {
    // Unit a: variance 8 of 2, so 0 and not -3; unit b: variance 0, so 1; c has one answer.
    let agreement = try #require(
      tabled([("y", 1...5)], [[1, 5, 4, 4, 2]], units: ["a", "a", "b", "b", "c"]).first)
    #expect(agreement.rwg == 0.5)
    #expect(agreement.ratedUnits == 2)
  }

  @Test func `an index agrees as its items do together`() throws {
    // Unit a: variances 0.5 and 2 of 2 each, so q = (0.25 + 1) / 2 = 0.625 and 2 · 0.375 / (2 · 0.375 + 0.625).
    // Unit b: its second item has one answer, so the first alone counts: variance 0.5, 1 - 0.25.
    let lines = tabled(
      [("first", 1...5), ("second", 1...5)], [[3, 4, 2, 3], [1, 3, 5, nil]], units: ["a", "a", "b", "b"], index: true)
    let index = try #require(lines.last)
    #expect(same(index.rwg, (0.75 / 1.375 + 0.75) / 2))
    #expect(index.nullVariance == 2)
    #expect(index.ratedUnits == 2)
  }

  /// Returns the agreement of scale questions, and of an index over them.
  private func tabled(
    _ questions: [(String, ClosedRange<Int>)], _ answers: [[Double?]], units: [String] = UnitsReference.units,
    index: Bool = false
  ) -> [Agreement] {
    let text = LocalText(nl: "t", en: "t")
    let codebook = Codebook(
      name: "c", title: text,
      questions: questions.map { name, range in
        Question(
          name: name, text: text, kind: .scale, index: index ? "i" : nil,
          categories: range.map { Category(value: "\($0)", label: text, number: Double($0)) })
      },
      indices: index ? [Index(name: "i", label: text, kind: .maturity)] : [])
    let columns = zip(questions, answers).map { question, values in
      AnswerColumn(
        question: question.0, values: .integer(values.map { $0.map { Int($0) } }),
        states: values.map { $0 == nil ? .missing : .answered }, numbers: values)
    }
    let wave = Wave(respondents: units.indices.map { "r\(10 + $0)" }, units: units, answers: columns)
    return SurveyAgreement(wave, codebook).lines.map(\.agreement)
  }
}
