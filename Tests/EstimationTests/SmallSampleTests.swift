import Estimation
import Testing

/// The whole matrices of `Reference/two-stage.R` against sums that need none.
@Suite struct SmallSampleTests {
  private func expect(
    _ found: SmallSample, _ inflation: Double, _ degrees: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect((found.inflation - inflation).magnitude < 1e-8, sourceLocation: sourceLocation)
    #expect((found.degrees - degrees).magnitude < 1e-7, sourceLocation: sourceLocation)
  }

  @Test func `units that weigh the same leave one degree less, and nothing to inflate`() {
    let stages = SamplingStages(clusters: 12, population: 40)
    expect(SmallSample(shares: Array(repeating: 3, count: 12), calibration: nil, stages: stages), 1, 11)
  }

  @Test func `a unit that weighs much counts for few`() {
    let stages = SamplingStages(clusters: 8, population: nil)
    expect(
      SmallSample(shares: [2, 3, 2, 4, 2, 3, 5, 2], calibration: nil, stages: stages), 1.063265696784073,
      4.753880409307537)
  }

  @Test func `margins take degrees of freedom as well`() {
    let raking = Raking(
      Array(repeating: 2.5, count: 8),
      to: [
        Raking.Margin("a", cells: ["0", "1"], cellOfElement: [0, 0, 0, 1, 1, 1, 1, 1], totals: [12, 8]),
        Raking.Margin("b", cells: ["0", "1"], cellOfElement: [0, 1, 0, 1, 0, 1, 0, 1], totals: [11, 9]),
      ], tolerance: 1e-13)
    let calibration = Calibration(
      margins: raking.margins.map(\.cells), base: Array(repeating: 2.5, count: 8), weights: raking.weights)
    let people = [5.0, 9, 2, 30, 14, 8, 21, 60]
    let stages = SamplingStages(clusters: 8, population: 20).answering(raking.weights.map { min(1, 1 / $0) })
    let found = SmallSample(
      shares: zip(raking.weights, people).map { $0 * $1 }, calibration: calibration, stages: stages)
    expect(found, 1.145799467483897, 3.650329729563823)
  }

  @Test func `a second stage adds degrees of freedom`() {
    let few = SmallSample(
      shares: [1, 1, 1, 1, 1], calibration: nil, stages: SamplingStages(clusters: 5, population: 10))
    #expect((few.degrees(first: 1, second: 0) - 4).magnitude < 1e-12)
    #expect((few.degrees(first: 1, second: 1) - 16).magnitude < 1e-12)
  }
}
