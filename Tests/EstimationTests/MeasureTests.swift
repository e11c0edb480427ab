import Estimation
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
}
