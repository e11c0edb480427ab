public import Matrices

/// The clusters that rows get when rows and values are drawn anew together, again and again: *r* joint replicates of a
/// division of *n* rows into *k* clusters.
///
/// In a replicate *n* rows are drawn with replacement, one drawn twice counting once, with their values from one
/// replicate of the values; the drawn rows are divided anew, and all rows, drawn or not, go to the nearest new centroid by
/// their values in that same replicate. New clusters are matched with the original ones so that as many rows as possible
/// keep their cluster (``optimalMatching(_:)`` over all *n* rows, the original clusters in order). So both the noise of the
/// values and the choice of the rows travel into the clusters.
///
/// > Hennig, C. (2007). Cluster-wise assessment of cluster stability. doi:10.1016/j.csda.2006.11.025
public struct JointReplicates: Hashable, Sendable {
  /// The number of joint replicates, *r*.
  public let count: Int
  /// The number of rows, *n*.
  public let rows: Int
  /// The number of clusters, *k*.
  public let clusters: Int
  /// The number of columns, *d*.
  public let columns: Int
  /// The original cluster that each row gets in each replicate, *r* · *n* indices in `0 ..< k`, replicate by replicate.
  public let labels: [Int]
  /// The centroids, *r* · *k* · *d* numbers, replicate by replicate and in the order of the original clusters; NaN for a
  /// cluster that a replicate does not have, because fewer than *k* of its drawn rows differ.
  public let centroids: [Double]

  /// The share of replicates in which each row gets each cluster: *n* × *k* shares that add up to 1 in a row.
  ///
  /// The share of a row's own cluster is its certainty.
  ///
  /// - Complexity: O(*r* · *n*).
  public var shares: Matrix {
    var counts = [Double](repeating: 0, count: rows * clusters)
    for (index, label) in labels.enumerated() { counts[index % rows * clusters + label] += 1 }
    return Matrix(rows: rows, columns: clusters, values: counts.map { $0 / Double(count) })
  }
}

/// How joint replicates are drawn.
public struct JointReplication: Hashable, Sendable {
  /// The number of replicates when the values have none, at least 1.
  public var count: Int
  /// The number of starts of each search in a replicate, at least 1.
  public var starts: Int
  /// The seed of all random draws.
  public var seed: UInt64

  /// Creates a way to draw.
  ///
  /// - Precondition: At least one replicate and one start.
  public init(count: Int = 200, starts: Int = 10, seed: UInt64 = 1) {
    precondition(count >= 1 && starts >= 1, "joint replicates need a replicate and a start")
    self.count = count
    self.starts = starts
    self.seed = seed
  }

  /// Draws the joint replicates of a partition.
  ///
  /// A replicate whose drawn rows hold fewer distinct rows than there are clusters is divided into as many clusters as
  /// it has distinct rows; original clusters that are then matched with none get no row in it.
  ///
  /// - Parameters:
  ///   - data: Shape *n* × *d*; finite, at least one row.
  ///   - partition: The original division of the rows.
  ///   - values: Replicates of the values of all rows, one a joint replicate; without them rows alone are redrawn, ``count``
  ///     times, with the values of `data`.
  /// - Returns: The joint replicates, the same on any number of cores.
  /// - Precondition: The shapes fit; there is at least one replicate of the values, if any are given.
  public func draw(_ data: Matrix, _ partition: Partition, values: Replicates? = nil) async -> JointReplicates {
    precondition(partition.rows == data.rows && data.rows > 0, "a partition of the rows of the data")
    precondition(
      values.map { $0.count > 0 && $0.rows == data.rows && $0.columns == data.columns } ?? true,
      "replicates of the same rows and columns as the data")
    let way = self
    let found = await inParallel(count: values?.count ?? count, chunk: 2) { replicate in
      way.replicate(replicate, of: values?[replicate] ?? data, partition)
    }
    return JointReplicates(
      count: found.count, rows: data.rows, clusters: partition.clusters, columns: data.columns,
      labels: found.flatMap(\.labels), centroids: found.flatMap(\.centroids))
  }

  private func replicate(_ index: Int, of values: Matrix, _ partition: Partition) -> (
    labels: [Int], centroids: [Double]
  ) {
    var generator = SeededGenerator(seed: seed, streams: Stream.joint, index)
    let drawn = values.selectingRows(drawnOnce(values.rows, using: &generator))
    let search = KMeans(
      clusters: drawn.distinctRowCount(upTo: partition.clusters), starts: starts, seed: seed,
      stream: [Stream.joint, index])
    let found = search.fitSerially(drawn).centroids
    let assigned = nearestCentroids(of: values, to: found)
    return matched(assigned, found, with: partition)
  }
}

/// Returns labels and centroids of new clusters under the names of the original ones; a cluster that is matched with none
/// has a centroid of NaN.
func matched(_ assigned: [Int], _ found: Matrix, with partition: Partition) -> (labels: [Int], centroids: [Double]) {
  var shared = [[Int]](repeating: Array(repeating: 0, count: found.rows), count: partition.clusters)
  for (original, new) in zip(partition.labels, assigned) { shared[original][new] += 1 }
  var originals = [Int](repeating: 0, count: found.rows)
  var centroids: [Double] = []
  centroids.reserveCapacity(partition.clusters * found.columns)
  for (original, new) in optimalMatching(shared).enumerated() {
    if let new {
      originals[new] = original
      centroids += found.row(new)
    } else {
      centroids += Array(repeating: .nan, count: found.columns)
    }
  }
  return (assigned.map { originals[$0] }, centroids)
}

extension Replicates {
  /// The values of all rows in a replicate, *n* × *d*.
  fileprivate subscript(replicate: Int) -> Matrix {
    let size = rows * columns
    return Matrix(rows: rows, columns: columns, values: Array(values[replicate * size..<(replicate + 1) * size]))
  }
}

extension Stream {
  /// The rows of a joint replicate and the searches in it.
  fileprivate static let joint = -3
}
