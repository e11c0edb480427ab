/// A division of *n* rows into *k* clusters, numbered in an order that depends on the division alone.
///
/// Clusters are ordered by size, the largest first; of two of the same size the one that holds the lowest row comes first.
/// Two runs that find the same division therefore give equal partitions, whatever they called their clusters. (Clusters that
/// have names keep the order of these: ``init(keeping:clusters:)``.)
public struct Partition: Hashable, Sendable {
  /// The cluster of each row, each in `0 ..< clusters`.
  public let labels: [Int]
  /// The number of rows in each cluster; from large to small unless numbers were kept.
  public let sizes: [Int]

  /// Creates the partition that labels describe; the labels may be any numbers, and unused ones do not count.
  ///
  /// - Complexity: O(*n* · *k*).
  public init(labels: [Int]) {
    // Clusters are few, so looking through those found so far takes less time than a hash table.
    var found: [Int] = []
    var firstRows: [Int] = []
    var counts: [Int] = []
    var indices: [Int] = []
    indices.reserveCapacity(labels.count)
    for (row, label) in labels.enumerated() {
      let index = found.firstIndex(of: label) ?? found.count
      if index == found.count {
        found.append(label)
        firstRows.append(row)
        counts.append(0)
      }
      counts[index] += 1
      indices.append(index)
    }
    let order = counts.indices.sorted { (counts[$1], firstRows[$0]) < (counts[$0], firstRows[$1]) }
    var rank = [Int](repeating: 0, count: counts.count)
    for (place, index) in order.enumerated() { rank[index] = place }
    self.labels = indices.map { rank[$0] }
    self.sizes = order.map { counts[$0] }
  }

  /// Creates a partition whose clusters keep their numbers.
  ///
  /// - Precondition: Each number in `0 ..< clusters` labels a row, and no other does.
  public init(keeping labels: [Int], clusters: Int) {
    var counts = [Int](repeating: 0, count: clusters)
    for label in labels { counts[label] += 1 }
    precondition(counts.allSatisfy { $0 > 0 }, "every cluster has a row")
    self.labels = labels
    sizes = counts
  }

  /// The number of clusters, *k*; none is empty.
  public var clusters: Int { sizes.count }

  /// The number of rows, *n*.
  public var rows: Int { labels.count }

  /// Returns the rows of a cluster, in order.
  public func members(of cluster: Int) -> [Int] {
    labels.indices.filter { labels[$0] == cluster }
  }

  /// Returns the rows that would have to change cluster to turn this partition into another, after the clusters of both
  /// are matched one to one so that as few rows as possible differ; see ``optimalMatching(_:)`` for ties.
  ///
  /// - Precondition: Both divide the same number of rows.
  public func rowsThatDiffer(from other: Partition) -> [Int] {
    let match = optimalMatching(sharedCounts(with: other))
    return labels.indices.filter { match[labels[$0]] != other.labels[$0] }
  }

  /// Returns how many rows each cluster shares with each cluster of another partition, *k* rows of *m* numbers.
  ///
  /// - Precondition: Both divide the same number of rows.
  public func sharedCounts(with other: Partition) -> [[Int]] {
    precondition(rows == other.rows, "two partitions of the same rows")
    var shared = [[Int]](repeating: Array(repeating: 0, count: other.clusters), count: clusters)
    for (own, others) in zip(labels, other.labels) { shared[own][others] += 1 }
    return shared
  }
}
