import Matrices

/// The masks of eight lanes as numbers: −1 where they hold, 0 elsewhere.
private func ones(_ mask: SIMDMask<SIMD8<Int64>>) -> SIMD8<Int64> {
  SIMD8<Int64>.zero.replacing(with: -1, where: mask)
}

/// The lanes below a number of draws.
private func lanes(below draws: Int) -> SIMDMask<SIMD8<Int64>> {
  SIMD8(0, 1, 2, 3, 4, 5, 6, 7) .< SIMD8(repeating: Int64(draws))
}

/// Counts how often each contender comes first, by how many come first together.
///
/// Whole numbers are counted and divided at the end, so that shares do not depend on the order of the draws.
struct FirstTally {
  private let count: Int
  /// How often each comes first alone, by lane.
  private var alone: [SIMD8<Int64>]
  /// How often each (row) comes first with so many others (column).
  private var tied: [Int]

  init(count: Int) {
    self.count = count
    alone = Array(repeating: .zero, count: count)
    tied = Array(repeating: 0, count: count * count)
  }

  mutating func add(_ scores: Span<SIMD8<Double>>, draws: Int) {
    guard count > 0 else { return }
    var highest = scores[0]
    for position in 1..<max(count, 1) { highest.replace(with: scores[position], where: scores[position] .> highest) }
    let valid = lanes(below: draws)
    var others = SIMD8<Int64>(repeating: 1)
    for position in 0..<count {
      let first = ones((scores[position] .== highest) .& valid)
      alone[position] &-= first
      others &+= first
    }
    // Less than 0 where several come first: their counts are taken back and kept apart.
    if others.min() < 0 { separate(scores, highest, others) }
  }

  private mutating func separate(
    _ scores: Span<SIMD8<Double>>, _ highest: SIMD8<Double>, _ others: SIMD8<Int64>
  ) {
    for lane in 0..<8 where others[lane] < 0 {
      for position in 0..<count where scores[position][lane] == highest[lane] {
        alone[position][lane] -= 1
        tied[position * count - Int(others[lane])] += 1
      }
    }
  }

  func shares(of contenders: [Int], among alternatives: Int, draws: Int) -> [Double] {
    var shares = [Double](repeating: 0, count: alternatives)
    for (position, alternative) in contenders.enumerated() {
      var sum = Double(alone[position].wrappedSum())
      for others in 1..<max(count, 1) { sum += Double(tied[position * count + others]) / Double(others + 1) }
      shares[alternative] = sum / Double(max(draws, 1))
    }
    return shares
  }
}

/// Counts ranks and pairs over the draws.
struct RankTally {
  private let count: Int
  /// How often so many score above each contender (row), by how many score as high, itself included (last index).
  private var ranks: [Int]
  /// Twice how often the row's contender scores above the column's, and once how often as high, by lane; pairs of a row
  /// before a column alone.
  private var above: [SIMD8<Int64>]
  private var better: [SIMD8<Int64>]
  private var equal: [SIMD8<Int64>]

  init(count: Int) {
    self.count = count
    ranks = Array(repeating: 0, count: count * count * (count + 1))
    above = Array(repeating: .zero, count: count * max(count - 1, 0) / 2)
    better = Array(repeating: .zero, count: count)
    equal = better
  }

  mutating func add(_ scores: Span<SIMD8<Double>>, draws: Int) {
    for position in 0..<count {
      better[position] = .zero
      equal[position] = SIMD8(repeating: 1)
    }
    let valid = lanes(below: draws)
    var pair = 0
    for a in 0..<count {
      for b in a + 1..<max(count, a + 1) {
        let higher = ones((scores[a] .> scores[b]) .& valid)
        let lower = ones((scores[a] .< scores[b]) .& valid)
        let same = ones((scores[a] .== scores[b]) .& valid)
        above[pair] &-= higher &+ higher &+ same
        better[a] &-= lower
        better[b] &-= higher
        equal[a] &-= same
        equal[b] &-= same
        pair += 1
      }
    }
    for a in 0..<count {
      for lane in 0..<draws {
        ranks[(a * count + Int(better[a][lane])) * (count + 1) + Int(equal[a][lane])] += 1
      }
    }
  }

  func acceptability(of contenders: [Int], among alternatives: Int, draws: Int) -> RankAcceptability {
    let divisor = Double(max(draws, 1))
    var shares = Matrix(rows: alternatives, columns: alternatives)
    var pairs = shares
    var pair = 0
    for (position, a) in contenders.enumerated() {
      for rank in 0..<count { shares[a, rank] = sum(position, rank) / divisor }
      for b in contenders.dropFirst(position + 1) {
        let wins = Double(above[pair].wrappedSum()) / 2
        pairs[a, b] = wins / divisor
        pairs[b, a] = (Double(draws) - wins) / divisor
        pair += 1
      }
    }
    return RankAcceptability(shares: shares, above: pairs)
  }

  /// The draws in which a contender takes a rank, a tie counting for its share; ties of fewest first.
  private func sum(_ position: Int, _ rank: Int) -> Double {
    var sum = 0.0
    for tied in 1..<count + 1 {
      var draws = 0
      for better in max(0, rank - tied + 1)...rank { draws += ranks[(position * count + better) * (count + 1) + tied] }
      sum += Double(draws) / Double(tied)
    }
    return sum
  }
}
