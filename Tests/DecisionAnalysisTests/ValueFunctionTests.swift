import DecisionAnalysis
import Testing

@Suite struct ValueFunctionTests {
  @Test func `a rising line is worth half in the middle and stays flat outside`() throws {
    let rising = try ValueFunction(zeroAt: 2, oneAt: 4)
    #expect([1, 2, 2.5, 3, 4, 9].map { rising($0) } == [0, 0, 0.25, 0.5, 1, 1])
  }

  @Test func `a falling line is the mirror image`() throws {
    let falling = try ValueFunction(zeroAt: 4, oneAt: 2)
    #expect([1, 2, 2.5, 3, 4, 9].map { falling($0) } == [1, 1, 0.75, 0.5, 0, 0])
  }

  @Test func `a preferred range is worth all within and falls to both sides`() throws {
    let range = try ValueFunction(preferred: (low: 20, high: 30), outer: (low: 10, high: 50))
    #expect([5, 10, 15, 20, 25, 30, 40, 50, 60].map { range($0) } == [0, 0, 0.5, 1, 1, 1, 0.5, 0, 0])
  }

  @Test func `what is not known is worth something not known`() throws {
    #expect(try ValueFunction(zeroAt: 0, oneAt: 1)(.nan).isNaN)
  }

  @Test func `crossed and equal anchors are refused`() {
    #expect(throws: ValueFunctionError.crossed(3, 3)) { try ValueFunction(zeroAt: 3, oneAt: 3) }
    #expect(throws: ValueFunctionError.crossed(30, 20)) {
      try ValueFunction(preferred: (low: 30, high: 20), outer: (low: 10, high: 50))
    }
    #expect(throws: ValueFunctionError.crossed(2, 1)) {
      try ValueFunction(anchors: [.init(2, 0), .init(1, 1)])
    }
  }

  @Test func `anchors outside 0 to 1, endless or too few are refused`() {
    #expect(throws: ValueFunctionError.worthOutsideUnit(anchor: 1, worth: 1.5)) {
      try ValueFunction(anchors: [.init(1, 0), .init(2, 1.5)])
    }
    #expect(throws: ValueFunctionError.notFinite(anchor: 0)) {
      try ValueFunction(anchors: [.init(-.infinity, 0), .init(2, 1)])
    }
    #expect(throws: ValueFunctionError.tooFewAnchors(1)) { try ValueFunction(anchors: [.init(1, 0)]) }
  }
}
