import Testing

@testable import Charts

@Suite struct AxisTests {
  @Test func `a scale is straight and held at its ends`() {
    let axis = Axis(low: 0, high: 10, from: 100, to: 200)
    #expect([axis(0), axis(5), axis(10), axis(-3), axis(99)] == [100, 150, 200, 100, 200])
  }

  @Test func `a scale without width puts everything at its start`() {
    #expect(Axis(low: 2, high: 2, from: 7, to: 9)(2) == 7)
  }

  @Test func `ticks are round and few`() {
    #expect(Axis.ticks(0, 1, atMost: 5).values == [0, 0.2, 0.4, 0.6000000000000001, 0.8, 1])
    #expect(Axis.ticks(-1.5, 1.5, atMost: 6).values == [-1.5, -1, -0.5, 0, 0.5, 1, 1.5])
    #expect(Axis.ticks(0, 95_000, atMost: 5).values == [0, 20_000, 40_000, 60_000, 80_000])
    #expect(Axis.ticks(3, 3, atMost: 5).values == [3])
  }

  @Test func `the end of a scale is a round number above the largest value`() {
    #expect([0.7, 1, 1.2, 1.6, 2.4, 4, 7, 9].map(Axis.roundedUp) == [0.8, 1, 1.5, 2, 3, 5, 8, 10])
    #expect(Axis.roundedUp(0) == 1)
  }
}
