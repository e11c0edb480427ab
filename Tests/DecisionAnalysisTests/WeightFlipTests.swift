import DecisionAnalysis
import Matrices
import Testing

@Suite struct WeightFlipTests {
  /// A term on amounts from 0 to 1 that are worth themselves.
  private func term(_ criterion: Int, importance: Double = 1) throws -> WeightedSum.Term {
    WeightedSum.Term(criterion: criterion, importance: importance, value: try ValueFunction(zeroAt: 0, oneAt: 1))
  }

  @Test func `a flip is where two scores are equal, worked by hand`() throws {
    // The first: (p₀ · .9 + p₁ · .5) / (p₀ + p₁), the second .6 whatever the points. With 3 and 1 points .8 against .6.
    // Equal at p₀ · .3 = p₁ · .1: p₀ = 1/3, or p₁ = 9.
    let model = try WeightedSum(points: [3, 1, 5], alternatives: [[term(0), term(1)], [term(2)]])
    let flips = model.weightFlips(amounts: [0.9, 0.5, 0.6], eligible: [true, true])
    #expect(flips.map(\.criterion) == [0, 1])
    #expect(flips.map(\.from) == [3, 1])
    #expect(flips.map(\.alternative) == [1, 1])
    #expect((flips[0].to - 1.0 / 3).magnitude < 1e-15 && (flips[1].to - 9).magnitude < 1e-14)
    #expect((flips[0].change - 8.0 / 9).magnitude < 1e-15 && (flips[1].change - 8).magnitude < 1e-14)
  }

  @Test func `the nearer of two crossings counts, and who takes over there`() throws {
    // One criterion of p points beside 1 for the first (.5 and .8): (.5p + .8) / (p + 1), from .8 down to .5.
    // The second has .6 (equal at p = 2), the third .55 (at p = 5); the fourth is better and takes no part.
    let model = try WeightedSum(
      points: [1, 1, 1, 1, 1], alternatives: [[term(0), term(1)], [term(2)], [term(3)], [term(4)]])
    let amounts = [0.5, 0.8, 0.6, 0.55, 1]
    let flips = model.weightFlips(amounts: amounts, eligible: [true, true, true, false])
    #expect(flips[0].alternative == 1 && (flips[0].to - 2).magnitude < 1e-14)
    let without = model.weightFlips(amounts: amounts, eligible: [true, false, true, false])
    #expect(without[0].alternative == 2 && (without[0].to - 5).magnitude < 1e-13)
  }

  @Test func `two ratios that bend cross at the roots of a quadratic`() throws {
    // With p points: (p · .5 + 1 · 1) / (p + 1) against (2p · .7 + 4 · .5) / (2p + 4); the difference times both
    // denominators is −.4p² − p·(−.6) + 2: p = (.6 + √3.56) / .8.
    let high = try ValueFunction(anchors: [.init(0, 0.7), .init(1, 0.7)])
    let model = try WeightedSum(
      points: [1, 1, 4],
      alternatives: [[term(0), term(1)], [.init(criterion: 0, importance: 2, value: high), term(2)]])
    let flip = model.weightFlips(amounts: [0.5, 1, 0.5], eligible: [true, true])[0]
    #expect((flip.to - (0.6 + 3.56.squareRoot()) / 0.8).magnitude < 1e-14)
  }

  @Test func `two firsts are a flip of no change, on every criterion with points`() throws {
    let model = try WeightedSum(points: [2, 1, 0], alternatives: [[term(0)], [term(1)], [term(0)]])
    let flips = model.weightFlips(amounts: [0.5, 0.2, 0.9], eligible: [true, true, true])
    #expect(flips.map(\.criterion) == [0, 1])
    #expect(flips.allSatisfy { $0.to == $0.from && $0.change == 0 && $0.alternative == 2 })
  }

  @Test func `a criterion that alone tells two apart flips them at no points`() throws {
    let model = try WeightedSum(
      points: [2, 1],
      alternatives: [[term(0), term(1)], [term(0), .init(criterion: 1, value: .init(zeroAt: 1, oneAt: 0))]])
    let flips = model.weightFlips(amounts: [0.3, 0.9], eligible: [true, true])
    #expect(flips == [WeightFlip(criterion: 1, from: 1, to: 0, alternative: 1)])
  }

  @Test func `an alternative of which nothing else is known loses its score with its last points`() throws {
    let model = try WeightedSum(points: [2, 1], alternatives: [[term(0)], [term(1)]])
    #expect(
      model.weightFlips(amounts: [0.9, 0.1], eligible: [true, true])
        == [WeightFlip(criterion: 0, from: 2, to: 0, alternative: 1)])
    #expect(model.weightFlips(amounts: [0.9, .nan], eligible: [true, true]) == [])
  }

  @Test func `nothing flips where no other takes part or none has a score`() throws {
    let model = try WeightedSum(points: [2, 1], alternatives: [[term(0), term(1)], [term(1)]])
    #expect(model.weightFlips(amounts: [0.9, 0.1], eligible: [true, false]) == [])
    #expect(model.weightFlips(amounts: [0.9, 0.1], eligible: [false, false]) == [])
    #expect(model.weightFlips(amounts: [.nan, .nan], eligible: [true, true]) == [])
    // Equal to the second only when its first criterion has no end of points.
    let limit = try WeightedSum(points: [1, 1, 1], alternatives: [[term(0), term(1)], [term(2)]])
    #expect(limit.weightFlips(amounts: [0.3, 0.9, 0.3], eligible: [true, true]).map(\.criterion) == [1])
  }

  @Test(arguments: 0..<100)
  func `the exact answer is that of a fine search, and the choice differs just beyond it`(seed: Int) throws {
    var generator = SeededGenerator(seed: 21, streams: seed)
    let drawn = try DrawnModel(using: &generator)
    let amounts = drawn.amounts(using: &generator)
    let (model, eligible) = (drawn.model, drawn.eligible)
    func choices(_ criterion: Int, _ points: Double) -> [Int] {
      var changed = model.points
      changed[criterion] = points
      return WeightedSum(points: changed, alternatives: model.alternatives).firsts(amounts, eligible)
    }
    let flips = model.weightFlips(amounts: amounts, eligible: eligible)
    let present = model.firsts(amounts, eligible)
    for (criterion, from) in model.points.enumerated() where from > 0 && !present.isEmpty {
      let flip = flips.first { $0.criterion == criterion }
      let step = from / 16
      // Up to twelve times the points, outward on both sides; where nothing is known there is no other choice.
      let searched = (0...176).first { index in
        [from - Double(index) * step, from + Double(index) * step].contains { points in
          guard points >= 0 else { return false }
          let there = choices(criterion, points)
          return !there.isEmpty && there != Array(present.prefix(1))
        }
      }
      if let searched {
        let change = try #require(flip).change * 16
        #expect(change <= Double(searched) + 1e-6 && change > Double(searched) - 1 - 1e-6)
      } else {
        #expect(flip?.change ?? 100 > 10.99)
      }
      guard let flip, flip.change > 0 else { continue }
      let (before, beyond) = (flip.to + (from - flip.to) * 1e-6, max(0, flip.to - (from - flip.to) * 1e-6))
      #expect(choices(criterion, before) == present)
      #expect(choices(criterion, beyond).contains(flip.alternative))
    }
  }
}
