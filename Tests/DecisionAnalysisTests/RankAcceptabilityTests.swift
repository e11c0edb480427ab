import DecisionAnalysis
import Matrices
import Testing

@Suite struct RankAcceptabilityTests {
  private let generator = SeededGenerator(seed: 1, streams: 4)

  private func weights(_ distribution: WeightDistribution, _ draws: Int) -> Matrix {
    var generator = self.generator
    return distribution.draw(draws, using: &generator)
  }

  /// Alternative *i* asks for criterion *i* alone, or for every criterion when `all` is given.
  private func term(_ criterion: Int) throws -> WeightedSum.Term {
    WeightedSum.Term(criterion: criterion, value: try ValueFunction(zeroAt: 0, oneAt: 1))
  }

  @Test func `uniform weights have the known chance of a dominant one`() {
    // P(largest of five weights > .6) = 5 · .4⁴ = .128; three standard errors at 100,000 draws are .0032.
    var generator = self.generator
    let distribution = WeightDistribution.anywhere(count: 5)
    var dominant = 0
    var largestMiss = 0.0
    let draws = 100_000
    let drawn = distribution.draw(draws, using: &generator)
    for draw in 0..<draws {
      let weights = drawn.row(draw)
      largestMiss = max(largestMiss, (weights.sum - 1).magnitude)
      if (weights.max() ?? 0) > 0.6 { dominant += 1 }
    }
    let error = (0.128 * (1 - 0.128) / Double(draws)).squareRoot()
    #expect((Double(dominant) / Double(draws) - 0.128).magnitude < 3 * error)
    #expect(largestMiss < 1e-15 * 8)
  }

  @Test func `weights around points stay within their bounds`() {
    var generator = self.generator
    let distribution = WeightDistribution.around(points: [4, 2], share: 0.5)
    let drawn = distribution.draw(1000, using: &generator)
    for draw in 0..<1000 {
      let weights = drawn.row(draw)
      // The ratio runs from (4 · .5) / (2 · 1.5) to (4 · 1.5) / (2 · .5).
      #expect(weights[0] / weights[1] > 2.0 / 3 - 1e-12 && weights[0] / weights[1] < 6 + 1e-12)
    }
  }

  @Test func `two opposed criteria split the simplex in half`() throws {
    // All criteria count for both; a has all of the first, b all of the second: a wins where w₁ > w₂.
    let model = try WeightedSum(
      points: [1, 1],
      alternatives: [
        [term(0), .init(criterion: 1, value: ValueFunction(zeroAt: 1, oneAt: 0))],
        [.init(criterion: 0, value: ValueFunction(zeroAt: 1, oneAt: 0)), term(1)],
      ])
    let result = model.rankAcceptability(
      replicates: Matrix([[0.8, 0.8]]), eligible: [true, true], weights: weights(.anywhere(count: 2), 20_000))
    #expect((result.first[0] - 0.5).magnitude < 0.015)
    #expect((result.first.sum - 1).magnitude < 1e-9)
    #expect((result.above[0, 1] + result.above[1, 0] - 1).magnitude < 1e-9)
  }

  @Test func `ties share their ranks`() throws {
    let model = try WeightedSum(points: [1], alternatives: [[term(0)], [term(0)], []])
    let result = model.rankAcceptability(
      replicates: Matrix([[0.5]]), eligible: [true, true, true], weights: weights(.anywhere(count: 1), 4))
    #expect(result.shares == Matrix([[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0, 1]]))
    #expect(result.above == Matrix([[0, 0.5, 1], [0.5, 0, 1], [0, 0, 0]]))
  }

  @Test func `replicates count alike and those left out take no rank`() throws {
    let model = try WeightedSum(points: [1, 1], alternatives: [[term(0)], [term(1)], [term(0)]])
    let result = model.rankAcceptability(
      replicates: Matrix([[1, 0], [0, 1], [0, 1], [0, 1]]), eligible: [true, true, false],
      weights: weights(.around(points: [1, 1], share: 0.5), 400))
    #expect(result.first == [0.25, 0.75, 0])
    #expect(result.shares.row(2) == [0, 0, 0])
  }

  @Test func `the same generator gives the same shares`() throws {
    let model = try WeightedSum(points: [1, 1], alternatives: [[term(0)], [term(1)]])
    func run() -> RankAcceptability {
      model.rankAcceptability(
        replicates: Matrix([[0.4, 0.5]]), eligible: [true, true], weights: weights(.anywhere(count: 2), 100))
    }
    #expect(run() == run())
  }

  @Test func `scores of rows equal the assessment of each row`() throws {
    let model = try WeightedSum(points: [3, 1], alternatives: [[term(0), term(1)], [term(1)]])
    let rows = Matrix([[0.2, 0.9], [.nan, 0.4], [0.7, .nan]])
    let scores = model.scores(of: rows)
    for row in 0..<3 {
      for (column, assessment) in model.assess(rows.row(row)).enumerated() {
        if let score = assessment.score {
          #expect((scores[row, column] - score).magnitude <= 0x1p-32)
        } else {
          #expect(scores[row, column].isNaN)
        }
      }
    }
  }
}
