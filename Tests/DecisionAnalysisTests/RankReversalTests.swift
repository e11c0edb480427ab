import DecisionAnalysis
import Matrices
import Testing

/// Three alternatives on three criteria of equal weight, on a ratio scale from 1 to 9; then a copy of the second beside them.
///
/// > Belton, V. and Gear, T. (1983). On a short-coming of Saaty's method of analytic hierarchies.
/// > doi:10.1016/0305-0483(83)90047-6
@Suite struct RankReversalTests {
  private let three: [[Double]] = [[1, 9, 8], [9, 1, 9], [1, 1, 1]]
  private var four: [[Double]] { three + [three[1]] }

  /// Scores of the analytic hierarchy process: the mean of the priorities that judgements of pairs give on each criterion.
  private func hierarchy(_ ratios: [[Double]]) throws -> [Double] {
    let priorities = try (0..<3).map { criterion in
      try PairwiseComparison(Matrix(ratios.map { one in ratios.map { one[criterion] / $0[criterion] } })).priorities
    }
    return ratios.indices.map { alternative in priorities.map { $0[alternative] }.sum / 3 }
  }

  /// A model to whose alternatives every criterion is worth a ninth of their ratio, whatever is measured.
  private func model(_ ratios: [[Double]], points: [Double] = [1, 1, 1]) throws -> WeightedSum {
    let alternatives = try ratios.map { ratios in
      try ratios.enumerated().map { criterion, ratio in
        WeightedSum.Term(
          criterion: criterion, value: try ValueFunction(anchors: [.init(0, ratio / 9), .init(1, ratio / 9)]))
      }
    }
    return WeightedSum(points: points, alternatives: alternatives)
  }

  private func scores(_ model: WeightedSum) -> [Double?] {
    model.assess(model.points.map { _ in 0.5 }).map(\.score)
  }

  @Test func `a copy of the second turns the first two round in the analytic hierarchy process, as published`() throws {
    for (ratios, published) in [(three, [0.45, 0.47, 0.08]), (four, [0.37, 0.29, 0.06, 0.29])] {
      for (score, expected) in zip(try hierarchy(ratios), published) {
        #expect((score - expected).magnitude <= 0.005)
      }
    }
  }

  @Test func `on fixed anchors a copy changes no score`() throws {
    // 18/27, 19/27 and 3/27.
    let before = try scores(model(three))
    for (score, ninths) in zip(before, [18.0, 19, 3]) {
      #expect(try (#require(score) - ninths / 27).magnitude <= 0x1p-32)
    }
    #expect(try scores(model(four)) == before + [before[1]])
  }

  @Test(arguments: 0..<40)
  func `no alternative that comes, goes or is copied reorders the others, nor changes a draw between them`(seed: Int)
    throws
  {
    var generator = SeededGenerator(seed: 28, streams: seed)
    let drawn = try DrawnModel(using: &generator)
    let amounts = drawn.amounts(using: &generator)
    let (points, all) = (drawn.model.points, drawn.model.alternatives)
    let scores = drawn.model.assess(amounts).map(\.score)
    let weights = WeightDistribution.anywhere(count: points.count).draw(64, using: &generator)
    let above = drawn.model.rankAcceptability(
      replicates: Matrix([amounts]), eligible: all.map { _ in true }, weights: weights
    ).above
    // Each in turn is left out, and put again before the others.
    for changed in all.indices {
      let others = all.indices.filter { $0 != changed }
      for alternatives in [others, [changed] + all.indices, others + [changed]] {
        let model = WeightedSum(points: points, alternatives: alternatives.map { all[$0] })
        #expect(model.assess(amounts).map(\.score) == alternatives.map { scores[$0] })
        let ranks = model.rankAcceptability(
          replicates: Matrix([amounts]), eligible: alternatives.map { _ in true }, weights: weights)
        for (row, a) in alternatives.enumerated() {
          for (column, b) in alternatives.enumerated() where a != b {
            #expect(ranks.above[row, column] == above[a, b])
          }
        }
      }
    }
  }

  @Test func `a criterion without weight changes nothing`() throws {
    let wider = try model(three.indices.map { three[$0] + [[9, 1, 4][$0]] }, points: [1, 1, 1, 0])
    #expect(try scores(wider) == scores(model(three)))
    // Nor does it in the draws around the points.
    var one = SeededGenerator(seed: 29, streams: 0)
    let weights = WeightDistribution.around(points: [1, 1, 1], share: 0.9).draw(100, using: &one)
    let padded = Matrix((0..<100).map { weights.row($0) + [0] })
    let plain = try model(three).rankAcceptability(
      replicates: Matrix(rows: 1, columns: 3), eligible: [true, true, true], weights: weights)
    #expect(
      wider.rankAcceptability(replicates: Matrix(rows: 1, columns: 4), eligible: [true, true, true], weights: padded)
        == plain)
  }

  @Test func `equal inputs have equal scores, ranks and shares`() throws {
    let model = try model(four)
    #expect(competitionRanks(of: scores(model)) == [3, 1, 4, 1])
    var generator = SeededGenerator(seed: 29, streams: 1)
    let ranks = model.rankAcceptability(
      replicates: Matrix(rows: 1, columns: 3), eligible: [true, true, true, true],
      weights: WeightDistribution.anywhere(count: 3).draw(1000, using: &generator))
    #expect(ranks.shares.row(1) == ranks.shares.row(3))
    #expect(ranks.above[1, 3] == 0.5)
  }
}
