public import Matrices

/// How well each row sits in its cluster, compared with the nearest other one.
///
/// The width of a row is (*b* − *a*) / max(*a*, *b*): *a* the mean distance to the other rows of its cluster, *b* the
/// smallest mean distance to the rows of another. It runs from −1 (in the wrong cluster) to 1; the only row of a cluster
/// has 0, as has a row for which both means are zero. Distances are Euclidean.
///
/// > Rousseeuw, P. (1987). Silhouettes: a graphical aid to the interpretation and validation of cluster analysis.
/// > doi:10.1016/0377-0427(87)90125-7
public struct Silhouette: Hashable, Sendable {
  /// The width of each row, *n* numbers.
  public let widths: [Double]
  /// The mean width of each cluster, *k* numbers.
  public let clusterMeans: [Double]
  /// The mean width of all rows; 0 without rows.
  public let mean: Double

  /// Measures a partition of the rows of `data` (shape *n* × *d*).
  ///
  /// With a single cluster every width is 0.
  ///
  /// - Precondition: `partition` divides the rows of `data`.
  /// - Complexity: O(*n*² · *d*) time, each distance computed once; memory for 40 · *n* numbers, never *n*².
  public init(of data: Matrix, _ partition: Partition) {
    precondition(partition.rows == data.rows, "a partition of the rows of the data")
    self.init(of: Observations(data, keepingPairwise: false), partition)
  }

  init(widths: [Double], clusterMeans: [Double], mean: Double) {
    self.widths = widths
    self.clusterMeans = clusterMeans
    self.mean = mean
  }

  init(of data: Observations, _ partition: Partition) {
    self.init(DistanceSums(data, partition).sums(), partition)
  }

  /// Measures a partition of the rows of `data` (shape *n* × *d*) with all cores at work; gives the same bits as
  /// `init(of:_:)`.
  ///
  /// - Precondition: `partition` divides the rows of `data`.
  public static func measured(of data: consuming Matrix, _ partition: Partition) async -> Silhouette {
    precondition(partition.rows == data.rows, "a partition of the rows of the data")
    return await measured(of: Observations(data, keepingPairwise: false), partition)
  }

  static func measured(of data: Observations, _ partition: Partition) async -> Silhouette {
    Silhouette(await DistanceSums(data, partition).sumsSideBySide(), partition)
  }

  /// Creates widths from the sums of the distances of each row to the rows of each cluster.
  init(_ sums: [Double], _ partition: Partition) {
    let k = partition.clusters
    widths = partition.labels.enumerated().map { row, label in
      Self.width(Array(sums[row * k..<(row + 1) * k]), own: label, sizes: partition.sizes)
    }
    var totals = [Double](repeating: 0, count: k)
    for (row, label) in partition.labels.enumerated() { totals[label] += widths[row] }
    clusterMeans = zip(totals, partition.sizes).map { $0 / Double($1) }
    mean = widths.mean ?? 0
  }

  static func width(_ sums: [Double], own: Int, sizes: [Int]) -> Double {
    guard sizes.count > 1, sizes[own] > 1 else { return 0 }
    let inside = sums[own] / Double(sizes[own] - 1)
    var outside = Double.infinity
    for cluster in sizes.indices where cluster != own {
      outside = min(outside, sums[cluster] / Double(sizes[cluster]))
    }
    let larger = max(inside, outside)
    return larger > 0 ? (outside - inside) / larger : 0
  }
}
