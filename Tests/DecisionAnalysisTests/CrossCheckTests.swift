import DecisionAnalysis
import Matrices
import Testing

/// Four alternatives on three criteria, of all of which more is better.
///
/// > Tzeng, G. and Huang, J. (2011). Multiple Attribute Decision Making. ISBN 978-1-4398-6157-8
private let tzengAndHuang = Matrix([[5, 8, 4], [7, 6, 8], [8, 8, 6], [7, 4, 6]])
private let weights = [0.3, 0.4, 0.3]

private func agree(_ found: [Double], _ expected: [Double], within tolerance: Double = 5e-7) -> Bool {
  found.count == expected.count && zip(found, expected).allSatisfy { ($0 - $1).magnitude <= tolerance }
}

@Suite struct TOPSISTests {
  @Test func `the example of Tzeng and Huang is reproduced`() {
    let closeness = TOPSIS(weights: weights).closeness(tzengAndHuang)
    #expect(agree(closeness, [0.503720, 0.658085, 0.748249, 0.333997]), "\(closeness)")
  }

  @Test func `a cost is a benefit turned round`() {
    // Two alternatives on one criterion: the cheaper is the best itself.
    let method = TOPSIS(weights: [1], isBenefit: [false])
    #expect(method.closeness(Matrix([[3], [4]])) == [1, 0])
  }

  @Test func `fixed ideals give the values worked by hand`() {
    // Weights .75 and .25; (1, 0) is .25 from the best and .75 from the worst: .75.
    let method = TOPSIS(weights: [3, 1], ideals: .fixed(worst: [0, 10], best: [10, 0]))
    #expect(method.closeness(Matrix([[10, 10], [0, 10], [10, 0], [5, 5]])) == [0.75, 0, 1, 0.5])
  }

  @Test func `with fixed ideals no alternative changes another`() {
    let method = TOPSIS(weights: weights, ideals: .fixed(worst: [0, 0, 0], best: [10, 10, 10]))
    let all = method.closeness(tzengAndHuang)
    let without = method.closeness(Matrix([[5, 8, 4], [8, 8, 6], [8, 8, 6]]))
    #expect(without == [all[0], all[2], all[2]])
  }

  @Test func `a criterion without range or weight changes nothing`() {
    let wider = Matrix([[5, 8, 4, 2, 1], [7, 6, 8, 2, 9], [8, 8, 6, 2, 4], [7, 4, 6, 2, 7]])
    let found = TOPSIS(weights: weights + [0, 0]).closeness(wider)
    #expect(found == TOPSIS(weights: weights).closeness(tzengAndHuang))
    // With a weight, a criterion on which all are equal makes all distances smaller alike.
    let level = TOPSIS(weights: weights + [0.5, 0]).closeness(wider)
    #expect(agree(level, found, within: 1e-15))
  }

  @Test func `alternatives that nothing tells apart have one half`() {
    #expect(TOPSIS(weights: [1, 1]).closeness(Matrix([[2, 3], [2, 3]])) == [0.5, 0.5])
    #expect(TOPSIS(weights: [0, 0]).closeness(Matrix([[2, 3], [5, 1]])) == [0.5, 0.5])
    #expect(TOPSIS(weights: [1, 1]).closeness(Matrix([[2, 3]])) == [0.5])
    #expect(TOPSIS(weights: [1, 1]).closeness(Matrix(rows: 0, columns: 2)) == [])
  }

  @Test func `equal alternatives are equally close`() {
    for ideals in [TOPSIS.Ideals.ofAlternatives, .fixed(worst: [0, 0, 0], best: [10, 10, 10])] {
      let found = TOPSIS(weights: weights, ideals: ideals).closeness(Matrix([[5, 8, 4], [7, 6, 8], [5, 8, 4]]))
      #expect(found[0] == found[2])
      #expect(found[0] != found[1])
    }
  }
}

@Suite struct PROMETHEETests {
  @Test func `the example of Tzeng and Huang is reproduced`() {
    let flows = PROMETHEE(weights: weights).flows(tzengAndHuang)
    #expect(agree(flows.net, [-0.333333, 0.166667, 0.566667, -0.4]), "\(flows.net)")
    #expect(flows.net.reduce(0, +).magnitude <= 1e-15)
  }

  @Test(
    arguments: [
      (PreferenceFunction.usual, [0, 1, 1, 1, 1]),
      (.uShape(indifference: 1), [0, 0, 0, 1, 1]),
      (.vShape(preference: 4), [0, 0.125, 0.25, 0.5, 1]),
      (.level(indifference: 1, preference: 2), [0, 0, 0, 0.5, 1]),
      (.linear(indifference: 1, preference: 3), [0, 0, 0, 0.5, 1]),
      (.gaussian(spread: 1), [0, 0.11750309741540454, 0.3934693402873666, 0.8646647167633873, 0.9996645373720975]),
    ])
  func `each preference function rises as its source says`(function: PreferenceFunction, expected: [Double]) {
    // The advantages 0, 1/2, 1, 2 and 4; a disadvantage prefers nothing.
    #expect(agree([0, 0.5, 1, 2, 4].map { function($0) }, expected, within: 1e-15))
    #expect(function(-1) == 0)
  }

  @Test func `a criterion without range or weight changes nothing`() {
    let wider = Matrix([[5, 8, 4, 2, 1], [7, 6, 8, 2, 9], [8, 8, 6, 2, 4], [7, 4, 6, 2, 7]])
    let plain = PROMETHEE(weights: weights).flows(tzengAndHuang).net
    #expect(PROMETHEE(weights: weights + [0, 0]).flows(wider).net == plain)
  }

  @Test func `equal alternatives have equal flows, and a single one has none`() {
    let net = PROMETHEE(weights: [2, 1]).flows(Matrix([[1, 2], [1, 2], [0, 0]])).net
    #expect(net[0] == net[1])
    #expect(net == [0.5, 0.5, -1])
    #expect(PROMETHEE(weights: [1]).flows(Matrix([[3]])).net == [0])
  }

  @Test func `of a cost less is better`() {
    #expect(PROMETHEE(weights: [1], isBenefit: [false]).flows(Matrix([[3], [4]])).net == [1, -1])
  }
}
