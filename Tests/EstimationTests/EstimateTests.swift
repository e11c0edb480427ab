import Estimation
import Testing

/// Parity with R's survey package: `Reference/two-stage.R` prints the numbers below.
@Suite struct EstimateTests {
  private let units =
    ["a", "a", "b", "b", "b", "c", "c", "d", "d", "d", "d", "e", "e", "f", "f", "f"]
    + ["g", "g", "g", "g", "g", "h", "h"]
  private let scores: [Double?] = [1, 2, 2, 4, 3, 1, 1, 5, 4, 4, 2, 3, 3, 4, 5, 2, 5, 4, 3, 5, 4, 2, 5]

  private func sample(_ scores: [Double?]) -> Sample {
    let yes = scores.map { score in score.map { $0 >= 4 ? 1.0 : 0.0 } }
    return Sample(
      respondents: units.indices.map { "r\($0 + 10)" }, units: units,
      measures: [Measure("score", scores, range: 1...5), Measure("yes", yes, range: 0...1)])
  }

  private func expect(
    _ estimate: Estimate?, _ value: Double, _ error: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let estimate = try #require(estimate, sourceLocation: sourceLocation)
    // A few dozen additions of numbers below 10 on either side; R prints fifteen decimals.
    #expect((estimate.value - value).magnitude < 1e-13, sourceLocation: sourceLocation)
    let found = try #require(estimate.error, sourceLocation: sourceLocation)
    // The reference has a second-stage fraction of 1e-12 where this has 0.
    #expect((found - error).magnitude < 1e-11, sourceLocation: sourceLocation)
  }

  @Test func `the share among respondents equals svymean over two stages`() throws {
    let design = UnitDesign(units: 8, population: 20)
    try expect(sample(scores).estimate(0, of: .respondents, design: design), 3.217391304347826, 0.322617623499383)
    try expect(sample(scores).estimate(1, of: .respondents, design: design), 0.478260869565217, 0.113517827532615)
  }

  @Test func `without a known population there is no correction`() throws {
    let design = UnitDesign(units: 8)
    try expect(sample(scores).estimate(0, of: .respondents, design: design), 3.217391304347826, 0.368609651072012)
  }

  @Test func `the average unit equals svymean with weights over the unit's respondents`() throws {
    let design = UnitDesign(units: 8, population: 20)
    try expect(sample(scores).estimate(0, of: .units, design: design), 2.952083333333333, 0.348685705514483)
    try expect(sample(scores).estimate(1, of: .units, design: design), 0.38125, 0.112464169779194)
  }

  @Test func `weighting to cells equals postStratify, each unit as likely to answer as one over its weight`() throws {
    let cells = WeightingCells(
      ["small", "large"], population: Array(repeating: 0, count: 12) + Array(repeating: 1, count: 8),
      answering: [0, 0, 0, 1, 1, 1, 1, 1], least: 2)
    let design = UnitDesign(cells)
    #expect(design.weights == [4, 4, 4, 1.6, 1.6, 1.6, 1.6, 1.6])
    #expect(design.samplingFraction == 0.4)
    try expect(sample(scores).estimate(0, of: .units, design: design), 2.549333333333334, 0.310551470569720)
    try expect(sample(scores).estimate(1, of: .units, design: design), 0.284, 0.081606839115825)
  }

  @Test func `respondents who left the question open form a domain`() throws {
    var open = scores
    open[1] = nil
    open[22] = nil
    let estimate = sample(open).estimate(0, of: .respondents, design: UnitDesign(units: 8, population: 20))
    try expect(estimate, 3.190476190476190, 0.338299110521194)
    #expect(estimate?.answers == 21)
  }

  @Test func `the interval of a share lives on the logit scale`() throws {
    // The first two respondents of each unit: all units weigh and vary alike, so that the degrees of freedom are 7 and
    // nothing is inflated.
    let first = units.indices.filter { row in units[..<row].count { $0 == units[row] } < 2 }
    let even = Sample(
      respondents: first.map { "r\($0 + 10)" }, units: first.map { units[$0] },
      measures: [Measure("yes", first.map { (scores[$0] ?? 0) >= 4 ? 1 : 0 }, range: 0...1)])
    let interval = try #require(even.estimate(0, of: .units, design: UnitDesign(units: 8))?.interval)
    // The quantile of t with 7 degrees is exact to three decimals: 2.36462.
    #expect((interval.lowerBound - 0.175373879638125).magnitude < 1e-4)
    #expect((interval.upperBound - 0.824626120361875).magnitude < 1e-4)
  }

  @Test func `a share of 0 or 1 has the exact interval of as many answers as units`() throws {
    func interval(_ value: Double) throws -> ClosedRange<Double> {
      let sample = Sample(
        respondents: ["1", "2", "3", "4"], units: ["a", "a", "b", "c"],
        measures: [Measure("q", Array(repeating: value, count: 4), range: 0...1)])
      return try #require(sample.estimate(0, of: .units, design: UnitDesign(units: 3))?.interval)
    }
    // Three units: (1 - 0.7076)^3 is 2.5 %.
    let none = 0.707598226178713
    #expect(try interval(0).lowerBound == 0)
    let (low, high) = (try interval(0), try interval(1))
    #expect((low.upperBound - none).magnitude < 1e-12)
    #expect((high.lowerBound - (1 - none)).magnitude < 1e-12)
    #expect(try interval(1).upperBound == 1)
  }

  @Test func `agreement equals the analysis of variance of R`() throws {
    let agreement = sample(scores).aggregate(0).agreement
    #expect((try #require(agreement.withinVariance) - 1.281111111111111).magnitude < 1e-13)
    #expect((try #require(agreement.intraclassCorrelation) - 0.351865425855946).magnitude < 1e-13)
  }

  @Test func `a lone respondent takes the pooled variance at the second stage`() throws {
    // a: 1, 3; b: 2. Mean 2, residuals -1, 1; 0; totals 0 and 0, so the first stage gives nothing.
    // Second stage: half of [(2/1 · 2 + pooled 2) / 3²] with pooled = 2 / 1: 0.5 · 6 / 9 = 1/3.
    let sample = Sample(
      respondents: ["1", "2", "3"], units: ["a", "a", "b"], measures: [Measure("q", [1, 3, 2], range: 1...5)])
    let estimate = try #require(sample.estimate(0, of: .respondents, design: UnitDesign(units: 2, population: 4)))
    #expect(estimate.value == 2)
    #expect((try #require(estimate.error) - (1.0 / 3).squareRoot()).magnitude < 1e-15)
    // 2 ± 12.7 · 0.58 leaves the scale at both ends.
    #expect(estimate.interval == 1...5)
  }

  @Test func `one unit has no standard error, and no answers no estimate`() throws {
    let one = Sample(respondents: ["1"], units: ["a"], measures: [Measure("q", [2]), Measure("none", [nil])])
    let estimate = try #require(one.estimate(0, of: .units, design: UnitDesign(units: 1)))
    #expect(estimate.value == 2)
    #expect(estimate.error == nil)
    #expect(one.estimate(1, of: .units, design: UnitDesign(units: 1)) == nil)
  }
}
