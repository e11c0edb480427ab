public import Matrices

/// How a division changes when it is made anew from some of the columns.
public struct Sensitivity: Hashable, Sendable {
  /// The division that was found.
  public let partition: Partition
  /// The adjusted Rand index of the two divisions: 1 when nothing changes.
  public let adjustedRandIndex: Double
  /// The rows that lie in another cluster, after the clusters of both are matched.
  public let moved: [Int]
  /// The sum of squares of the new division over that of the old one, both over all columns: 1 when nothing changes, and
  /// rarely below.
  ///
  /// `nil` when the old one has none.
  public let inertiaRatio: Double?
}

/// How sensitivity to columns is measured: by dividing the rows anew, into as many clusters, without them.
public struct SensitivityMeasurement: Hashable, Sendable {
  /// The number of starts of each search.
  public var starts: Int
  /// The seed of all random draws; with the seed of the division itself the starts draw the same random numbers.
  public var seed: UInt64

  /// Creates a way to measure.
  ///
  /// - Precondition: At least one start.
  public init(starts: Int = 50, seed: UInt64 = 1) {
    precondition(starts >= 1, "a search needs a start")
    self.starts = starts
    self.seed = seed
  }

  /// Divides the rows anew without each group of columns; the other columns stay as they are.
  ///
  /// - Parameters:
  ///   - data: Shape *n* × *d*; finite.
  ///   - partition: The division of the rows of `data` with which each is compared.
  ///   - groups: The columns that are left out together.
  /// - Returns: One result a group, in order; `nil` where no column remains, or fewer distinct rows than clusters.
  /// - Precondition: `partition` divides the rows of `data`.
  public func measure(_ data: Matrix, _ partition: Partition, leavingOut groups: [[Int]]) async -> [Sensitivity?] {
    precondition(partition.rows == data.rows, "a partition of the rows of the data")
    let cost = inertia(of: data, partition)
    let search = KMeans(clusters: max(1, partition.clusters), starts: starts, seed: seed)
    return await inParallel(count: groups.count) { index in
      let kept = (0..<data.columns).filter { !groups[index].contains($0) }
      let rest = data.selectingColumns(kept)
      guard !kept.isEmpty, partition.rows > 0, rest.distinctRowCount >= partition.clusters else { return nil }
      let found = search.fitSerially(rest)
      return Sensitivity(
        partition: found, adjustedRandIndex: ContingencyTable(partition, found).adjustedRandIndex,
        moved: partition.rowsThatDiffer(from: found), inertiaRatio: cost > 0 ? inertia(of: data, found) / cost : nil)
    }
  }
}

extension KMeans {
  /// Returns the best division of all starts, one after the other: for searches that run beside each other.
  fileprivate func fitSerially(_ data: Matrix) -> Partition {
    Partition(labels: quickFit(Observations(data)))
  }
}
