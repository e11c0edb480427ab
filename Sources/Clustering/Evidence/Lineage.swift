/// Which clusters of a coarser division the clusters of a finer one come from.
///
/// A cluster comes from the earlier one that gave most of its rows, a tie going to the lowest index. An earlier cluster
/// splits when more than one cluster comes from it, and dissolves when none does.
public struct Lineage: Hashable, Sendable {
  /// The number of rows that each two clusters share, earlier × later.
  public let shared: [[Int]]

  /// Follows the rows from one division to another.
  ///
  /// - Precondition: Both divide the same number of rows.
  public init(from earlier: Partition, to later: Partition) {
    precondition(earlier.rows == later.rows, "two partitions of the same rows")
    var shared = [[Int]](repeating: Array(repeating: 0, count: later.clusters), count: earlier.clusters)
    for (a, b) in zip(earlier.labels, later.labels) { shared[a][b] += 1 }
    self.shared = shared
  }

  /// The number of later clusters.
  private var laterCount: Int { shared.first?.count ?? 0 }

  /// The earlier cluster that each later one comes from.
  public var origins: [Int] {
    (0..<laterCount).compactMap { later in shared.indices.highest { Double(shared[$0][later]) } }
  }

  /// The share of the rows of each later cluster that come from its origin, each above 0 and at most 1.
  public var shares: [Double] {
    origins.enumerated().map { later, origin in
      Double(shared[origin][later]) / Double(shared.reduce(0) { $0 + $1[later] })
    }
  }

  /// Returns the later clusters that come from an earlier one: one when it is kept, more when it splits, none when it
  /// dissolves.
  public func offspring(of earlier: Int) -> [Int] {
    let origins = origins
    return origins.indices.filter { origins[$0] == earlier }
  }
}
