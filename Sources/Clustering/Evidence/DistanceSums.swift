import CKernels
import Matrices

/// The sums of the Euclidean distances from each row to the rows of each cluster, without a table of all distances.
///
/// Rows are sorted by cluster and cut into tiles, at most about 32 besides the last of each cluster; each pair of tiles is
/// computed once and serves the rows of both. What the pairs give is added in their order, so that the sums are the same on
/// any number of cores.
struct DistanceSums: Sendable {
  private struct Tile: Sendable {
    let cluster: Int
    /// Where the tile begins among the sorted rows, and how many it holds.
    let first: Int
    let count: Int
    /// Where its blocks begin.
    let start: Int
  }

  private let columns: Int
  private let clusters: Int
  private let kernels: Kernels
  /// The rows, sorted by cluster.
  private let order: [Int]
  private let tiles: [Tile]
  /// The values of the tiles, in blocks of eight rows, column by column within a block.
  private let blocks: [Double]

  init(_ data: Observations, _ partition: Partition) {
    columns = data.columns
    clusters = partition.clusters
    kernels = data.kernels
    let largest = max(256, (data.rows / 32).paddedToLanes)
    var order: [Int] = []
    order.reserveCapacity(data.rows)
    var places: [Int] = [0]
    for size in partition.sizes { places.append((places.last ?? 0) + size) }
    order = Array(repeating: 0, count: data.rows)
    var next = places
    for (row, label) in partition.labels.enumerated() {
      order[next[label]] = row
      next[label] += 1
    }
    var tiles: [Tile] = []
    var start = 0
    for cluster in 0..<partition.clusters {
      for first in stride(from: places[cluster], to: places[cluster + 1], by: largest) {
        let count = min(largest, places[cluster + 1] - first)
        tiles.append(Tile(cluster: cluster, first: first, count: count, start: start))
        start += count.paddedToLanes * data.columns
      }
    }
    self.order = order
    self.tiles = tiles
    var blocks = [Double](repeating: 0, count: start)
    let (d, lanes) = (data.columns, Kernels.lanes)
    for tile in tiles {
      for index in 0..<tile.count {
        let (from, to) = (order[tile.first + index] * d, tile.start + index / lanes * lanes * d + index % lanes)
        for column in 0..<d { blocks[to + column * lanes] = data.values[from + column] }
      }
    }
    self.blocks = blocks
  }

  /// Returns the sums, row by row, one number a cluster.
  func sums() -> [Double] {
    var result = [Double](repeating: 0, count: order.count * clusters)
    for (first, second) in pairs { add(parts(first, second), of: first, second, to: &result) }
    return result
  }

  /// Returns the sums, computed by all cores.
  func sumsSideBySide() async -> [Double] {
    let pairs = pairs
    let parts = await inParallel(count: pairs.count, chunk: 2) { self.parts(pairs[$0].0, pairs[$0].1) }
    var result = [Double](repeating: 0, count: order.count * clusters)
    for (pair, part) in zip(pairs, parts) { add(part, of: pair.0, pair.1, to: &result) }
    return result
  }

  /// Returns for each cluster the sum of the distances between its rows, each pair once.
  func within() -> [Double] {
    var result = [Double](repeating: 0, count: clusters)
    for (first, second) in pairs where tiles[first].cluster == tiles[second].cluster {
      let sum = parts(first, second).first.reduce(0, +)
      result[tiles[first].cluster] += first == second ? sum / 2 : sum
    }
    return result
  }

  private var pairs: [(Int, Int)] {
    tiles.indices.flatMap { first in (first..<tiles.count).map { (first, $0) } }
  }

  /// Returns the sums of the rows of each tile over the rows of the other; of one tile with itself only the first.
  private func parts(_ first: Int, _ second: Int) -> (first: [Double], second: [Double]) {
    let (one, two) = (tiles[first], tiles[second])
    var firstSums = [Double](repeating: 0, count: one.count.paddedToLanes)
    var secondSums = [Double](repeating: 0, count: first == second ? 0 : two.count.paddedToLanes)
    unsafe blocks.withUnsafeBufferPointer { blocks in
      unsafe firstSums.withUnsafeMutableBufferPointer { firstSums in
        unsafe secondSums.withUnsafeMutableBufferPointer { secondSums in
          guard let start = blocks.baseAddress, let own = firstSums.baseAddress else { return }
          let other = first == second ? nil : secondSums.baseAddress
          unsafe kernels.table.pointee.tile(
            start + one.start, one.count, start + two.start, two.count, columns, own, other)
        }
      }
    }
    return (firstSums, secondSums)
  }

  private func add(
    _ part: (first: [Double], second: [Double]), of first: Int, _ second: Int, to result: inout [Double]
  ) {
    let (one, two) = (tiles[first], tiles[second])
    for index in 0..<one.count { result[order[one.first + index] * clusters + two.cluster] += part.first[index] }
    if first == second { return }
    for index in 0..<two.count { result[order[two.first + index] * clusters + one.cluster] += part.second[index] }
  }
}
