import Estimation
import Matrices
import Testing

@Suite struct UnitAggregateTests {
  /// Unit a answers 2 and 4, b 5, c 1, 2 and 3, d three times 4; e answered, but left this open.
  private let sample = Sample(
    respondents: ["r01", "r02", "r03", "r04", "r05", "r06", "r07", "r08", "r09", "r10"],
    units: ["a", "a", "b", "c", "c", "c", "d", "d", "d", "e"],
    measures: [Measure("score", [2, 4, 5, 1, 2, 3, 4, 4, 4, nil], range: 1...5)])

  @Test func `a unit's value is the mean of its answers`() {
    let score = sample.aggregate(0)
    #expect(score.values == [3, 5, 2, 4, nil])
    #expect(score.counts == [2, 1, 3, 3, 0])
  }

  @Test func `one or two answers, or answers that all agree, borrow the pooled variance`() throws {
    let score = sample.aggregate(0)
    // Squares within: 2 in a, 2 in c, 0 in d; degrees 9 answers - 4 units = 5.
    #expect(score.agreement.withinVariance == 0.8)
    let errors = score.errors
    #expect(errors[0] == (0.8 / 2).squareRoot())
    #expect(errors[1] == 0.8.squareRoot())
    #expect(errors[2] == (1.0 / 3).squareRoot())
    #expect(errors[3] == (0.8 / 3).squareRoot())
    #expect(errors[4] == nil)
  }

  @Test func `with one respondent a unit nothing can be said about agreement`() {
    let alone = Sample(respondents: ["1", "2"], units: ["a", "b"], measures: [Measure("q", [1, 3])])
    #expect(alone.aggregate(0).values == [1, 3])
    #expect(alone.aggregate(0).errors == [nil, nil])
    #expect(alone.aggregate(0).agreement.intraclassCorrelation == nil)
  }

  @Test func `a skewed measure borrows in proportion to its size`() throws {
    let staff = Sample(
      respondents: ["1", "2", "3", "4"], units: ["big", "big", "small", "large"],
      measures: [Measure("staff", [30, 60, 0, 100], range: 0...1000, isSkewed: true)])
    // asinh 30 and 60 lie about ln 2 apart, so the pooled variance is about (ln 2)² / 2 = 0.24.
    let errors = staff.aggregate(0).errors.map { $0 ?? 0 }
    #expect((errors[2] - 0.49).magnitude < 0.01)
    #expect((errors[1] - 49).magnitude < 1)
    let replicates = staff.replicates(200, seed: 4)
    let small = (0..<200).map { replicates[$0, 2, 0] }
    #expect(small.allSatisfy { $0 >= 0 && $0 < 0.6 })
    #expect(Set(small).count > 1)
  }

  @Test func `the order of the rows changes nothing`() {
    let shuffled = Sample(
      respondents: ["r10", "r03", "r01", "r05", "r04", "r06", "r09", "r08", "r07", "r02"],
      units: ["e", "b", "a", "c", "c", "c", "d", "d", "d", "a"],
      measures: [Measure("score", [nil, 5, 2, 2, 1, 3, 4, 4, 4, 4], range: 1...5)])
    #expect(shuffled.units == sample.units)
    #expect(shuffled.aggregate(0) == sample.aggregate(0))
    #expect(shuffled.replicates(3, seed: 1).values.description == sample.replicates(3, seed: 1).values.description)
  }

  @Test func `a unit's value may be the median of its answers, which is less sure than the mean`() throws {
    let sample = Sample(
      respondents: (0..<9).map(String.init), units: ["a", "a", "a", "b", "b", "c", "c", "c", "c"],
      measures: [Measure("q", [5, 1, 3, 2, 5, 4, 4, 1, nil], range: 1...5)])
    let medians = sample.aggregate(0, summary: .median)
    #expect(medians.values == [3, 3.5, 4])
    // a has variance 4 of 3 answers, times pi / 2; b takes the pooled (8 + 4.5 + 6) / 5, and is a mean; c has variance 3.
    #expect(UnitsReference.same(medians.errors[0], (Double.pi / 2 * 4 / 3).squareRoot()))
    #expect(UnitsReference.same(medians.errors[1], (3.7 / 2).squareRoot()))
    #expect(UnitsReference.same(medians.errors[2], (Double.pi / 2 * 3 / 3).squareRoot()))
  }

  @Test func `lists in any order make the same sample`() {
    var generator = SeededGenerator(seed: 5, streams: 2)
    let units = (0..<300).map { _ in "u\(generator.index(below: 40))" }
    let ids = (0..<300).map { "r\(1000 + $0)" }
    let answers: [Double] = (0..<300).map { $0 % 7 == 0 ? .nan : Double(generator.index(below: 5) + 1) }
    func sample(_ order: [Int]) -> Sample {
      Sample(
        respondents: order.map { ids[$0] }, units: order.map { units[$0] },
        measures: [Measure("q", numbers: order.map { answers[$0] }, range: 1...5)])
    }
    let inOrder = (0..<300).sorted { (units[$0], ids[$0]) < (units[$1], ids[$1]) }
    let expected = sample(inOrder)
    for order in [Array(0..<300), inOrder.reversed(), generator.permutation(of: 300)] {
      let found = sample(order)
      #expect(found.units == expected.units)
      #expect(found.sizes == expected.sizes)
      #expect(found.aggregate(0) == expected.aggregate(0))
      #expect(found.replicates(2, seed: 1).values.description == expected.replicates(2, seed: 1).values.description)
    }
    #expect(expected.units == Set(units).sorted())
  }
}
