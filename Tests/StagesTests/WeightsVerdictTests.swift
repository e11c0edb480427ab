import Testing

@testable import Stages

/// Points of a catalogue from the mean of a group.
@Suite struct WeightsVerdictTests {
  @Test func `rounded points still add up, and those with the largest rests are rounded up`() {
    // Thirds of a hundred: 33.3 each leaves a tenth, which goes to the first.
    let (points, step) = WeightsVerdict.rounded([1.0 / 3, 1.0 / 3, 1.0 / 3], total: 100)
    #expect(points == [33.4, 33.3, 33.3] && step == 0.1)
    #expect(WeightsVerdict.rounded([0.12345, 0.87655], total: 100).points == [12.3, 87.7])
    #expect(WeightsVerdict.rounded([0.25, 0.75], total: 100).points == [25, 75])
  }

  @Test(arguments: [0.001, 1, 4, 37.5, 100, 1000, 1_000_000])
  func `they add up to any total within what a catalogue allows`(total: Double) {
    let weights = [0.013, 0.2, 0.387, 0.1, 0.3]
    let (points, step) = WeightsVerdict.rounded(weights, total: total)
    #expect((points.reduce(0, +) - total).magnitude <= 1e-9)
    #expect(zip(points, weights).allSatisfy { ($0 - $1 * total).magnitude <= step })
    #expect(step <= total / 1000 * 1.0000001)
  }

  @Test func `a total that no step divides ends all the same`() {
    let (points, step) = WeightsVerdict.rounded([0.5, 0.5], total: 100.0 / 3)
    #expect((points.reduce(0, +) - 100.0 / 3).magnitude <= 2 * step && step >= 1e-9)
  }
}
