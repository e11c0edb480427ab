/// How many rows each cluster of one partition shares with each of another: what all measures of agreement are made from.
///
/// Only pairs of clusters that share a row are kept, so that two partitions into many small clusters take no more room
/// than their rows. Partitions know no names of clusters, and so no measure depends on them.
public struct ContingencyTable: Hashable, Sendable {
  /// Two clusters that share rows.
  public struct Cell: Hashable, Sendable {
    /// The cluster of the first partition.
    public let first: Int
    /// The cluster of the second partition.
    public let second: Int
    /// The number of rows in both, at least 1.
    public let count: Int
  }

  /// The pairs of clusters that share a row, by the first cluster and then by the second.
  public let cells: [Cell]
  /// The sizes of the first partition's clusters.
  public let firstSizes: [Int]
  /// The sizes of the second partition's clusters.
  public let secondSizes: [Int]
  /// The number of rows, *n*.
  public let rows: Int

  /// Counts the rows that the clusters of two partitions share.
  ///
  /// - Precondition: Both divide the same number of rows.
  /// - Complexity: O(*n* log *n*) time, O(*n*) memory.
  public init(_ first: Partition, _ second: Partition) {
    precondition(first.rows == second.rows, "two partitions of the same rows")
    let width = second.clusters
    var cells: [Cell] = []
    for key in zip(first.labels, second.labels).map({ $0 * width + $1 }).sorted() {
      let (a, b) = key.quotientAndRemainder(dividingBy: width)
      if let last = cells.last, last.first == a, last.second == b {
        cells[cells.count - 1] = Cell(first: a, second: b, count: last.count + 1)
      } else {
        cells.append(Cell(first: a, second: b, count: 1))
      }
    }
    self.cells = cells
    firstSizes = first.sizes
    secondSizes = second.sizes
    rows = first.rows
  }

  /// Whether both partitions are the same division of the rows; two of no rows are.
  public var isIdentity: Bool { cells.count == firstSizes.count && cells.count == secondSizes.count }

  /// The entropy of the first partition in nats; 0 for a single cluster and without rows.
  public var firstEntropy: Double { entropy(ofSizes: firstSizes, rows) }

  /// The entropy of the second partition in nats; 0 for a single cluster and without rows.
  public var secondEntropy: Double { entropy(ofSizes: secondSizes, rows) }
}
