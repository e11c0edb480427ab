public import Matrices
import RealModule

/// The rows that show best what a cluster is, and those that could as well belong to another.
public struct TypicalMembers: Hashable, Sendable {
  /// The number of rows among which a medoid is sought: those nearest to the mean of their cluster.
  public static let medoidCandidates = 1000

  /// The row with the smallest sum of Euclidean distances to all rows of its cluster; of equals the lowest.
  public let medoid: Int
  /// The rows nearest to the mean of the cluster, the nearest first; of equals the lowest.
  public let typical: [Int]
  /// The rows with the smallest margins, the smallest first; of equals the lowest.
  ///
  /// Empty with a single cluster.
  public let edge: [Int]

  /// Finds the rows of each cluster.
  ///
  /// In a cluster of more than ``medoidCandidates`` rows the medoid is sought among those nearest to its mean.
  ///
  /// - Parameters:
  ///   - data: Shape *n* × *d*; finite.
  ///   - partition: A division of the rows of `data`.
  ///   - members: How each row belongs to its cluster, as ``memberships(of:_:centroids:)`` gives it.
  ///   - count: The most rows that are named as typical, and on the edge.
  /// - Returns: One value a cluster, in order.
  /// - Precondition: `partition` and `members` have the rows of `data`.
  /// - Complexity: O(*n* log *n*) and, for the medoids, O(*c* · *m* · *d*) for a cluster of *m* rows with *c* candidates.
  public static func of(
    _ data: Matrix, _ partition: Partition, _ members: [Membership], count: Int = 5
  ) async -> [TypicalMembers] {
    precondition(partition.rows == data.rows && members.count == data.rows, "the shapes fit")
    return await inParallel(count: partition.clusters) { cluster in
      let rows = partition.members(of: cluster)
      let central = rows.ordered { members[$0].distance }
      return TypicalMembers(
        medoid: medoid(of: data, rows, candidates: central.prefix(medoidCandidates).sorted()),
        typical: Array(central.prefix(count)),
        edge: Array(rows.filter { members[$0].margin != nil }.ordered { members[$0].margin ?? 0 }.prefix(count)))
    }
  }

  private static func medoid(of data: Matrix, _ rows: [Int], candidates: [Int]) -> Int {
    var best = (row: rows[0], sum: Double.infinity)
    for candidate in candidates {
      var sum = 0.0
      for row in rows { sum += Double.sqrt(squaredDistance(data, candidate, data, row)) }
      if sum < best.sum { best = (candidate, sum) }
    }
    return best.row
  }
}

extension [Int] {
  /// Returns rows by a number of theirs, from small to large; of equals the lowest row first.
  fileprivate func ordered(by number: (Int) -> Double) -> [Int] {
    map { (number($0), $0) }.sorted { $0 < $1 }.map(\.1)
  }
}
