import Matrices
import RealModule

/// Returns the rows that greedy k-means++ takes as first centroids.
///
/// The first row is drawn uniformly. For each next one, 2 + ⌊ln *k*⌋ candidates are drawn with chances proportional to the
/// squared distance to the nearest row taken so far, and the candidate that leaves the smallest sum of those distances is
/// taken (a tie goes to the first drawn).
///
/// - Precondition: The data hold at least `count` distinct rows.
/// - Complexity: O(*n* · *k* · log *k*) with all distances at hand, times *d* without.
///
/// > Arthur, D. and Vassilvitskii, S. (2007). k-means++: the advantages of careful seeding. doi:10.5555/1283383.1283494
func greedySeeds(_ data: Observations, count: Int, using generator: inout SeededGenerator) -> [Int] {
  let candidates = 2 + Int(Double.log(Double(count)))
  var seeds = [generator.index(below: data.rows)]
  var nearest = data.squaredDistances(from: seeds[0])
  var cumulative = [Double](repeating: 0, count: data.rows)
  while seeds.count < count {
    var running = 0.0
    for row in 0..<data.rows {
      running += nearest[row / 8][row % 8]
      cumulative[row] = running
    }
    var best: (row: Int, cost: Double, nearest: [Lanes])?
    for _ in 0..<candidates {
      let row = firstIndex(in: cumulative, above: generator.uniform() * running)
      let (cost, distances) = costAfterTaking(row, of: data, nearest: nearest)
      if best.map({ cost < $0.cost }) ?? true { best = (row, cost, distances) }
    }
    guard let best else { break }
    seeds.append(best.row)
    nearest = best.nearest
  }
  return seeds
}

private func costAfterTaking(_ row: Int, of data: Observations, nearest: [Lanes]) -> (cost: Double, nearest: [Lanes]) {
  var result = data.squaredDistances(from: row)
  var sum = Lanes.zero
  for block in result.indices {
    let before = nearest[block]
    result[block].replace(with: before, where: before .< result[block])
    sum += result[block]
  }
  return (sum.sum(), result)
}

/// Returns the first index whose cumulative sum exceeds the target, or the last whose step is positive.
private func firstIndex(in cumulative: [Double], above target: Double) -> Int {
  var low = 0
  var high = cumulative.count - 1
  while low < high {
    let middle = (low + high) / 2
    if cumulative[middle] > target { high = middle } else { low = middle + 1 }
  }
  while low > 0, cumulative[low] == cumulative[low - 1] { low -= 1 }
  return low
}
