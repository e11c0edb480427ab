import Matrices
import Strategies
import Testing

/// Two criteria asked of the respondent's own field, one of the whole, and one judged; two fields.
private let fieldCatalogue = """
  criteria:
    - {id: own, name: Own, question: Q, why: W, source: a, in_fields: own, points: 1, shapes: {high: {zero: 0, one: 10}}}
    - {id: whole, name: Whole, question: Q, why: W, source: b, points: 1, shapes: {high: {zero: 0, one: 10}}}
    - {id: judged, name: Judged, question: Q, why: W, source: judgement, points: 2, shapes: {high: {zero: 1, one: 5}}}
  strategies:
    - id: go
      name: Go
      aim: Go.
      fits: Always.
      asks: {people: low, money: low, time: low}
      wants: {own: high, whole: high, judged: high}
  fields:
    - {id: x, name: X, why: W, shift: {whole: 1}, judged: {judged: 4}, margin: 0.5}
    - {id: y, name: Y, why: W, shift: {own: 2}, judged: {judged: 2}, margin: 0}

  """

@Suite struct FieldProfilingTests {
  private func whole(_ amounts: [Double], replicates: Int = 3) -> Profile {
    Profile(amounts: amounts, replicates: Matrix(Array(repeating: amounts, count: replicates)))
  }

  private func profiles(_ answers: FieldAnswers, least: Int, wholes: [Profile]? = nil) throws -> [[FieldProfile]] {
    FieldProfiling(catalogue: try catalogue(fieldCatalogue).catalogue, least: least, seed: 7)
      .profiles(of: wholes ?? [whole([5, 6, .nan])], answers)
  }

  /// Whether two amounts of which nobody answered are equal; the mean of nobody equals nothing.
  private func same(_ one: FieldAmount, _ other: FieldAmount) -> Bool {
    one.basis == other.basis && one.amount == other.amount && one.whole == other.whole && one.pull == 0
      && one.respondents == 0 && one.own.isNaN
  }

  /// One type; four respondents of field x who answer 7, 7, 9, 9, four of no field who answer 3, 3, 5, 5.
  private var answers: FieldAnswers {
    FieldAnswers(
      fields: [0, 0, 0, 0, nil, nil, nil, nil], units: [0, 0, 1, 1, 2, 2, 2, 2], types: Array(repeating: 0, count: 8),
      redrawnTypes: [],
      values: [[7, 7, 9, 9, 3, 3, 5, 5], [], []])
  }

  @Test func `enough answers add the difference that the field makes`() throws {
    // The type's respondents answer 6 on average, those of x 8: 2 more than the whole, whose amount is 5.
    let fields = try profiles(answers, least: 4)[0]
    #expect(
      fields[0].amounts[0] == FieldAmount(.answers, amount: 7, whole: 5, respondents: 4, own: 8, pull: 1))
    #expect(fields[0].respondents == 4 && fields[0].units == 2)
    // The bootstrap moves the difference, and leaves what is not asked of fields alone.
    let drawn = fields[0].replicates.column(0)
    #expect(Set(drawn).count == 3 && drawn.allSatisfy { $0 > 5 && $0 < 9 })
    #expect(fields[0].replicates.column(1).allSatisfy { $0 >= 6.5 && $0 <= 7.5 })
  }

  @Test func `fields without answers are shifted, or as the whole`() throws {
    let fields = try profiles(answers, least: 4)[0]
    #expect(same(fields[1].amounts[0], FieldAmount(.shifted, amount: 7, whole: 5)))
    #expect(same(fields[0].amounts[1], FieldAmount(.shifted, amount: 7, whole: 6)))
    #expect(same(fields[1].amounts[1], FieldAmount(.whole, amount: 6, whole: 6)))
    #expect(fields[1].replicates.column(0) == [7, 7, 7])  // the margin of y is 0
    #expect(fields[1].respondents == 0 && fields[1].units == 0)
  }

  @Test func `a judgement stands for itself, within its margin`() throws {
    let fields = try profiles(answers, least: 4)[0]
    #expect(fields[0].amounts[2].basis == .judged && fields[0].amounts[2].amount == 4)
    let drawn = fields[0].replicates.column(2)
    #expect(drawn.allSatisfy { $0 >= 3.5 && $0 <= 4.5 } && Set(drawn).count == 3)
    #expect(fields[1].replicates.column(2) == [2, 2, 2])
  }

  @Test func `few answers count for the share of their variance that is not noise`() throws {
    // Within the field and the rest deviations are 1: 8 squares over 8 - 2 answers, a variance of 4/3. The difference 2 has
    // the noise 4/3 · (1/4 - 1/8) = 1/6: between fields 4 - 1/6 = 23/6 is left. The pull of four is 23/6 / (23/6 + 1/3).
    let amount = try profiles(answers, least: 5)[0][0].amounts[0]
    #expect(amount.basis == .pooled && amount.respondents == 4 && amount.own == 8)
    #expect((amount.pull - 23.0 / 25).magnitude <= 1e-12)
    #expect((amount.amount - (5 + 2 * 23.0 / 25)).magnitude <= 1e-12)
  }

  @Test func `differences that noise explains count for nothing`() throws {
    var noisy = answers
    noisy.values[0] = [1, 9, 1, 9, 1, 9, 1, 8.9]
    let amount = try profiles(noisy, least: 5)[0][0].amounts[0]
    #expect(amount.pull == 0 && amount.amount == 5)
  }

  @Test func `in a replicate respondents have the type that their unit has there`() throws {
    // Two types; in the second replicate the one respondent of x who answers 10 is of the other type.
    let answers = FieldAnswers(
      fields: [0, 0, nil, nil], units: [0, 1, 1, 2], types: [0, 0, 0, 1], redrawnTypes: [[0, 0, 0, 1], [1, 0, 0, 1]],
      values: [[10, 4, 4, 4], [], []])
    let fields = try profiles(
      answers, least: 1, wholes: [whole([5, 6, .nan], replicates: 2), whole([2, 6, .nan], replicates: 2)])
    #expect(fields[0][0].amounts[0].own == 7)
    let drawn = fields[0][0].replicates.column(0)
    #expect(drawn[0] > 5 && drawn[1] == 5)  // those left answer all 4
    // Nobody of the second type works in x; so its value there is the whole.
    #expect(same(fields[1][0].amounts[0], FieldAmount(.whole, amount: 2, whole: 2)))
    #expect(fields[1][0].replicates.column(0) == [2, 2])
  }

  @Test func `what is not known of the whole is not known in the field`() throws {
    let amount = try profiles(answers, least: 4, wholes: [whole([.nan, 6, .nan])])[0][0].amounts[0]
    #expect(amount.amount.isNaN && amount.basis == .whole)
  }

  @Test func `no answers and no types leave no profiles`() throws {
    #expect(try profiles(FieldAnswers(noneAbout: 3), least: 4, wholes: []) == [])
    #expect(try profiles(FieldAnswers(noneAbout: 3), least: 4)[0].map(\.respondents) == [0, 0])
  }

  @Test func `the weights of a choice are divided by what they rest on`() throws {
    // 1, 1 and 2 points: the first three quarters on answers, the second on the type as a whole, the third judged.
    let catalogue = try catalogue(fieldCatalogue).catalogue
    let matcher = Matcher(catalogue: catalogue, settings: MatchSettings(draws: 10), sources: ["a", "b"], seed: 1)
    let amounts = [
      FieldAmount(.pooled, amount: 5, whole: 5, respondents: 3, own: 5, pull: 0.75),
      FieldAmount(.whole, amount: 5, whole: 5), FieldAmount(.judged, amount: 4, whole: .nan),
    ]
    let profile = FieldProfile(field: 0, respondents: 3, units: 2, amounts: amounts, replicates: Matrix([[5, 5, 4]]))
    let match = matcher.match(Profile(amounts: [5, 5], replicates: Matrix([[5, 5]])), fields: [profile])
    #expect(match.fields[0].isPooled)
    let grounds = match.fields[0].grounds
    #expect([grounds.answers, grounds.whole, grounds.judgement] == [0.1875, 0.3125, 0.5])
  }
}
