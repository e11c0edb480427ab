public import Matrices

/// How often rows fall in the same cluster when they are divided again and again.
///
/// > Monti, S., Tamayo, P., Mesirov, J. and Golub, T. (2003). Consensus clustering. doi:10.1023/A:1023949509487
public struct CoAssignment: Hashable, Sendable {
  /// The largest number of rows of which all pairs are kept: 400 rows are 79,800 pairs.
  public static let pairLimit = 400

  /// How a cluster holds together, and with which other it is mixed up most.
  public struct Cohesion: Hashable, Sendable {
    /// The mean share of its pairs of rows; `nil` for a cluster of a single row.
    public let inside: Double?
    /// The other cluster whose rows fall together with its rows most, a tie going to the lowest; `nil` with one cluster.
    public let nextCluster: Int?
    /// The mean share of the pairs of a row of each.
    public let withNext: Double?
  }

  /// The number of divisions, *r*.
  public let count: Int
  /// The number of rows, *n*.
  public let rows: Int
  /// The cluster of each row in each division, *r* · *n* numbers, division by division.
  private let labels: [Int]

  /// Creates the co-assignment of divisions that hold all rows.
  ///
  /// - Parameters:
  ///   - labels: The cluster of each row in each division, *r* · *n* numbers, division by division.
  ///   - rows: The number of rows, *n*.
  /// - Precondition: There is at least one row; the labels are a multiple of the rows.
  public init(labels: [Int], rows: Int) {
    precondition(rows > 0 && labels.count % rows == 0, "a label for each row in each division")
    self.labels = labels
    self.rows = rows
    count = labels.count / rows
  }

  /// Returns for each pair of rows the share of divisions in which they fall in the same cluster, *n* × *n*, with 1 in the
  /// diagonal; `nil` for more than ``pairLimit`` rows, or without divisions.
  ///
  /// - Complexity: O(*r* · *n*²).
  public func matrix() -> Matrix? {
    guard rows <= Self.pairLimit, count > 0 else { return nil }
    var together = [Double](repeating: 0, count: rows * rows)
    for division in 0..<count {
      let base = division * rows
      for first in 0..<rows {
        for second in first..<rows where labels[base + first] == labels[base + second] {
          together[first * rows + second] += 1
        }
      }
    }
    for first in 0..<rows {
      for second in first..<rows {
        let share = together[first * rows + second] / Double(count)
        together[first * rows + second] = share
        together[second * rows + first] = share
      }
    }
    return Matrix(rows: rows, columns: rows, values: together)
  }

  /// Returns how each cluster of a division of the same rows holds together.
  ///
  /// - Returns: *k* cohesions, in the order of the clusters.
  /// - Precondition: The partition divides the same rows; there is at least one division.
  /// - Complexity: O(*r* · (*n* + *k*² · *m*)) for divisions into *m* clusters.
  public func cohesions(of partition: Partition) -> [Cohesion] {
    precondition(partition.rows == rows && count > 0, "a partition of the same rows")
    let k = partition.clusters
    let found = (labels.max() ?? 0) + 1
    // Pairs that fall together are counted exactly, as whole numbers.
    var together = [Int](repeating: 0, count: k * k)
    for division in 0..<count {
      var shared = [Int](repeating: 0, count: k * found)
      for row in 0..<rows { shared[partition.labels[row] * found + labels[division * rows + row]] += 1 }
      for first in 0..<k {
        for second in 0..<k {
          for cluster in 0..<found {
            let other = shared[second * found + cluster]
            together[first * k + second] += shared[first * found + cluster] * (first == second ? other - 1 : other)
          }
        }
      }
    }
    func share(_ first: Int, _ second: Int) -> Double? {
      let (own, other) = (partition.sizes[first], partition.sizes[second])
      let pairs = own * (first == second ? other - 1 : other)
      return pairs == 0 ? nil : Double(together[first * k + second]) / Double(pairs * count)
    }
    return (0..<k).map { cluster in
      var next: (cluster: Int, share: Double)?
      for other in 0..<k where other != cluster {
        if let share = share(cluster, other), next.map({ share > $0.share }) ?? true { next = (other, share) }
      }
      return Cohesion(inside: share(cluster, cluster), nextCluster: next?.cluster, withNext: next?.share)
    }
  }
}

extension JointReplicates {
  /// How often rows fall in the same cluster.
  public var coAssignment: CoAssignment { CoAssignment(labels: labels, rows: rows) }
}
