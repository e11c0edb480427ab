public import Matrices

/// How a division changes when it is made anew from some of the columns, or with weights.
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

/// How sensitivity is measured: by dividing the rows anew, into as many clusters, without some columns or with weights.
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
    return await inParallel(count: groups.count) { index in
      let kept = (0..<data.columns).filter { !groups[index].contains($0) }
      let rest = data.selectingColumns(kept)
      guard !kept.isEmpty, partition.rows > 0, rest.hasDistinctRows(partition.clusters) else { return nil }
      return Sensitivity(search(partition).fitSerially(rest).partition, beside: partition, data)
    }
  }

  /// Divides the rows anew with weights.
  ///
  /// - Parameters:
  ///   - data: Shape *n* × *d*; finite.
  ///   - partition: The division of the rows of `data`, each of weight one, with which it is compared.
  ///   - weights: The weight of each row, not negative.
  /// - Returns: What changes, its sums of squares counting each row once; `nil` when fewer distinct rows than clusters have a
  ///   weight above zero.
  /// - Precondition: `partition` divides the rows of `data`, and there is a row; one weight a row.
  public func measure(_ data: Matrix, _ partition: Partition, weights: [Double]) async -> Sensitivity? {
    precondition(partition.rows == data.rows, "a partition of the rows of the data")
    let shaping = data.selectingRows(weights.indices.filter { weights[$0] > 0 })
    guard shaping.hasDistinctRows(partition.clusters) else { return nil }
    return Sensitivity(await search(partition).fit(data, weights: weights).partition, beside: partition, data)
  }

  private func search(_ partition: Partition) -> KMeans {
    KMeans(clusters: partition.clusters, starts: starts, seed: seed)
  }
}

extension Sensitivity {
  fileprivate init(_ found: Partition, beside partition: Partition, _ data: Matrix) {
    let cost = inertia(of: data, partition)
    self.init(
      partition: found, adjustedRandIndex: ContingencyTable(partition, found).adjustedRandIndex,
      moved: partition.rowsThatDiffer(from: found), inertiaRatio: cost > 0 ? inertia(of: data, found) / cost : nil)
  }
}
