import CKernels
import Matrices
import RealModule

/// How the first centroids of a start are drawn.
public enum Seeding: String, Hashable, Sendable, CaseIterable {
  /// Greedy k-means++: each next centroid is the best of 2 + ⌊ln *k*⌋ candidates.
  case greedy = "greedy-k-means++"
  /// k-means++: each next centroid is drawn with a chance proportional to its squared distance from those taken so far.
  case plusPlus = "k-means++"
  /// Rows drawn uniformly (Forgy).
  case rows = "random-rows"
}

extension Seeding {
  /// Returns the rows that are taken as first centroids.
  ///
  /// The first row is drawn uniformly, or by weight. For each next one, candidates are drawn with chances proportional to
  /// their weight times the squared distance to the nearest row taken so far, and the candidate that leaves the smallest sum of
  /// those is taken (a tie goes to the first drawn). Rows that are equal to one taken already are never taken.
  ///
  /// - Precondition: The data hold at least `count` distinct rows.
  /// - Complexity: O(*n* · *k* · log *k*) with all distances at hand, times *d* without.
  ///
  /// > Arthur, D. and Vassilvitskii, S. (2007). k-means++: the advantages of careful seeding. doi:10.5555/1283383.1283494
  /// >
  /// > Forgy, E. (1965). Cluster analysis of multivariate data: efficiency versus interpretability of classifications.
  /// > Biometrics 21, 768-769.
  func draw(_ data: Observations, count: Int, using generator: inout SeededGenerator) -> [Int] {
    let candidates = self == .greedy && count > 1 ? 2 + Int(Double.log(Double(count))) : 1
    let flat = Urn(Array(repeating: 1, count: data.rows), weights: data.weights)
    var seeds = [flat.draw(using: &generator)]
    var nearest = data.withSquaredDistances(from: seeds[0]) { copy($0) }
    var best = nearest
    var trial = nearest
    while seeds.count < count {
      let chances = self == .rows ? nearest.map { $0 > 0 ? 1 : 0 } : nearest
      let urn = Urn(chances, weights: data.weights, rows: data.rows)
      var found: (row: Int, cost: Double)?
      for _ in 0..<candidates {
        let row = urn.draw(using: &generator)
        let cost = data.cost(afterTaking: row, nearest, &trial)
        if found.map({ cost < $0.cost }) ?? true {
          found = (row, cost)
          swap(&best, &trial)
        }
      }
      guard let found else { break }
      seeds.append(found.row)
      swap(&nearest, &best)
    }
    return seeds
  }
}

private func copy(_ span: Span<Double>) -> [Double] {
  var result: [Double] = []
  result.reserveCapacity(span.count)
  for index in span.indices { result.append(span[index]) }
  return result
}

extension Observations {
  /// Writes the squared distance of each row to the nearest centroid after one more row is taken, and returns their sum.
  fileprivate func cost(afterTaking row: Int, _ nearest: [Double], _ result: inout [Double]) -> Double {
    let count = stride
    let sum = withSquaredDistances(from: row) { distances in
      var sum = 0.0
      unsafe distances.withUnsafeBufferPointer { distances in
        unsafe nearest.withUnsafeBufferPointer { nearest in
          unsafe result.withUnsafeMutableBufferPointer { result in
            guard let first = distances.baseAddress, let second = nearest.baseAddress, let target = result.baseAddress
            else { return }
            sum = unsafe kernels.table.pointee.minimum(first, second, count, target)
          }
        }
      }
      return sum
    }
    guard let weights else { return sum }
    return weights.indices.reduce(0) { $0 + weights[$1] * result[$1] }
  }
}

/// Rows from which one is drawn with given chances.
///
/// Chances are added up in blocks of eight, so that a draw looks at few of them.
private struct Urn {
  private let chances: [Double]
  /// The sum of the chances up to the end of each block.
  private var cumulative: [Double] = []

  init(_ chances: [Double], weights: [Double]?, rows: Int? = nil) {
    let rows = rows ?? chances.count
    self.chances = weights.map { weights in weights.indices.map { weights[$0] * chances[$0] } } ?? chances
    cumulative.reserveCapacity((rows + 7) / 8)
    var running = 0.0
    for start in stride(from: 0, to: rows, by: 8) {
      var sum = 0.0
      for row in start..<min(rows, start + 8) { sum += self.chances[row] }
      running += sum
      cumulative.append(running)
    }
  }

  /// Returns the row at a random place, or the last that has a chance.
  func draw(using generator: inout SeededGenerator) -> Int {
    let target = generator.uniform() * (cumulative.last ?? 0)
    var low = 0
    var high = cumulative.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > target { high = middle } else { low = middle + 1 }
    }
    while low > 0, cumulative[low] == cumulative[low - 1] { low -= 1 }
    var running = low > 0 ? cumulative[low - 1] : 0
    var last = low * 8
    for row in low * 8..<min(chances.count, low * 8 + 8) where chances[row] > 0 {
      running += chances[row]
      last = row
      if running > target { return row }
    }
    return last
  }
}
