import Matrices
import Testing

@testable import DecisionAnalysis

/// The plain way to count ranks: draw by draw, alternative by alternative, pair by pair.
private struct PlainRanks {
  /// Alternative, rank and number of alternatives that share the rank, in how many draws.
  var counts: [[[Int]]]
  var twiceAbove: [[Int]]
  let draws: Int

  init(_ model: WeightedSum, _ replicates: Matrix, _ eligible: [Bool], _ weights: Matrix, _ draws: Int) {
    let count = eligible.count
    counts = Array(repeating: Array(repeating: Array(repeating: 0, count: count + 1), count: count), count: count)
    twiceAbove = Array(repeating: Array(repeating: 0, count: count), count: count)
    self.draws = draws
    let contenders = eligible.indices.filter { eligible[$0] }
    for draw in 0..<draws {
      let amounts = replicates.row(draw % replicates.rows)
      let scores = model.alternatives.map { terms -> Double in
        var (gain, mass) = (0.0, 0.0)
        for term in terms {
          let value = term.value(amounts[term.criterion])
          if value.isNaN { continue }
          gain += weights[draw, term.criterion] * (term.importance * value)
          mass += weights[draw, term.criterion] * term.importance
        }
        return mass > 0 ? (gain / mass).roundedToGrid : -1
      }
      for a in contenders {
        let better = contenders.count { scores[$0] > scores[a] }
        let equal = contenders.count { scores[$0] == scores[a] }
        for rank in better..<better + equal { counts[a][rank][equal] += 1 }
        for b in contenders where b != a {
          twiceAbove[a][b] += scores[a] > scores[b] ? 2 : scores[a] == scores[b] ? 1 : 0
        }
      }
    }
  }

  var acceptability: RankAcceptability {
    let indices = counts.indices
    let shares = indices.map { a in
      indices.map { rank -> Double in
        var sum = 0.0
        for equal in 1..<counts.count + 1 { sum += Double(counts[a][rank][equal]) / Double(equal) }
        return sum / Double(max(draws, 1))
      }
    }
    let above = twiceAbove.map { $0.map { Double($0) / 2 / Double(max(draws, 1)) } }
    return RankAcceptability(shares: Matrix(shares), above: Matrix(above))
  }
}

@Suite struct PreparedWeightsTests {
  private func draw(_ distribution: WeightDistribution, _ draws: Int, seed: Int) -> Matrix {
    var generator = SeededGenerator(seed: 23, streams: seed)
    return distribution.draw(draws, using: &generator)
  }

  @Test(arguments: 0..<60)
  func `eight draws at once have the bits of one after the other`(seed: Int) throws {
    var generator = SeededGenerator(seed: 24, streams: seed)
    let drawn = try DrawnModel(using: &generator)
    let model = drawn.model
    // One to nine replicates of amounts, some unknown; draws that fill the lanes of none, some or all replicates.
    let replicates = Matrix((0..<1 + generator.index(below: 9)).map { _ in drawn.amounts(using: &generator) })
    let draws = [0, 1, 7, 8, 40, 200, 203][generator.index(below: 7)]
    let weights =
      seed % 2 == 0
      ? draw(.around(points: model.points, share: 0.5), 203, seed: seed)
      : draw(.anywhere(count: model.points.count), 203, seed: seed)
    let plain = PlainRanks(model, replicates, drawn.eligible, weights, draws).acceptability
    let ranks = model.rankAcceptability(
      replicates: replicates, eligible: drawn.eligible, weights: weights, draws: draws)
    #expect(ranks == plain)
    let first = model.firstShares(replicates: replicates, eligible: drawn.eligible, weights: weights, draws: draws)
    #expect(first == plain.first)
  }

  @Test func `weights prepared once serve every case`() throws {
    var generator = SeededGenerator(seed: 25, streams: 0)
    let drawn = try DrawnModel(using: &generator)
    let weights = draw(.anywhere(count: drawn.model.points.count), 100, seed: 0)
    let prepared = PreparedWeights(weights, replicates: 3)
    for _ in 0..<4 {
      let replicates = Matrix((0..<3).map { _ in drawn.amounts(using: &generator) })
      let eligible = drawn.eligible
      let first = drawn.model.firstShares(replicates: replicates, eligible: eligible, weights: prepared)
      #expect(first == drawn.model.firstShares(replicates: replicates, eligible: eligible, weights: weights))
      #expect(
        first == drawn.model.rankAcceptability(replicates: replicates, eligible: eligible, weights: prepared).first)
    }
  }

  @Test func `ties of three share a first place exactly`() throws {
    let term = WeightedSum.Term(criterion: 0, value: try ValueFunction(zeroAt: 0, oneAt: 1))
    let model = WeightedSum(points: [1], alternatives: [[term], [term], [term], []])
    let weights = draw(.anywhere(count: 1), 1000, seed: 0)
    let first = model.firstShares(
      replicates: Matrix([[0.4]]), eligible: [true, true, true, true], weights: weights)
    let third = 1.0 / 3
    #expect(first == [third, third, third, 0])
  }

  @Test func `nobody comes first where nobody takes part or nothing is drawn`() throws {
    let term = WeightedSum.Term(criterion: 0, value: try ValueFunction(zeroAt: 0, oneAt: 1))
    let model = WeightedSum(points: [1], alternatives: [[term], [term]])
    let weights = draw(.anywhere(count: 1), 10, seed: 0)
    let replicates = Matrix([[0.4]])
    #expect(model.firstShares(replicates: replicates, eligible: [false, false], weights: weights) == [0, 0])
    #expect(model.firstShares(replicates: replicates, eligible: [true, false], weights: weights) == [1, 0])
    #expect(model.firstShares(replicates: replicates, eligible: [true, true], weights: weights, draws: 0) == [0, 0])
    let empty = WeightedSum(points: [1], alternatives: [])
    #expect(empty.firstShares(replicates: replicates, eligible: [], weights: weights) == [])
    #expect(empty.rankAcceptability(replicates: replicates, eligible: [], weights: weights).first == [])
  }

  @Test func `rounding by a large number is rounding to the grid`() {
    // Ends, exact ties to even and to odd multiples of the grid, their neighbours, and numbers from everywhere between.
    var numbers: [Double] = [0, 1, 1.0.nextUp, 1.0.nextDown, .leastNonzeroMagnitude, 0x1p-33, 0x1.8p-32, 0x1p-34]
    var generator = SeededGenerator(seed: 26, streams: 0)
    for _ in 0..<20_000 {
      let tie = (Double(generator.index(below: 1 << 32)) + 0.5) * 0x1p-32
      numbers += [tie, tie.nextUp, tie.nextDown, generator.uniform(), generator.uniform() * 0x1p-20]
    }
    let different = numbers.first {
      SIMD8(repeating: $0).roundedToGridFromUnit[0].bitPattern != $0.roundedToGrid.bitPattern
    }
    #expect(different == nil)
  }
}
