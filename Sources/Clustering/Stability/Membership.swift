public import Matrices
import RealModule

/// How a row belongs to its cluster, and which other one it is nearest to.
public struct Membership: Hashable, Sendable {
  /// The cluster of the row.
  public let cluster: Int
  /// The Euclidean distance to the centroid of its cluster.
  public let distance: Double
  /// The other cluster whose centroid is nearest, a tie going to the lowest index; `nil` with a single cluster.
  public let nextCluster: Int?
  /// The distance to that centroid.
  public let nextDistance: Double?

  /// How much nearer the row's own centroid is than the next: the difference of the two distances over their sum, from −1 to
  /// 1 and 0 when both are as far; `nil` with a single cluster.
  public var margin: Double? {
    nextDistance.map { $0 + distance > 0 ? ($0 - distance) / ($0 + distance) : 0 }
  }
}

/// Returns the membership of each row of `data` (shape *n* × *d*) in a partition with given centroids (*k* × *d*).
///
/// - Precondition: The shapes fit.
/// - Complexity: O(*n* · *k* · *d*).
public func memberships(of data: Matrix, _ partition: Partition, centroids: Matrix) -> [Membership] {
  precondition(partition.rows == data.rows && centroids.columns == data.columns, "the shapes fit")
  return partition.labels.enumerated().map { row, own in membership(of: data, row, in: own, centroids) }
}

/// Returns the membership of one row of `data` (shape *n* × *d*) in a cluster with one of the given centroids (*k* × *d*).
///
/// - Precondition: The row and the cluster are there, and the columns are the same.
/// - Complexity: O(*k* · *d*).
public func membership(of data: Matrix, _ row: Int, in own: Int, _ centroids: Matrix) -> Membership {
  var next: (cluster: Int, square: Double)?
  for cluster in 0..<centroids.rows where cluster != own {
    let square = squaredDistance(data, row, centroids, cluster)
    if next.map({ square < $0.square }) ?? true { next = (cluster, square) }
  }
  return Membership(
    cluster: own, distance: Double.sqrt(squaredDistance(data, row, centroids, own)), nextCluster: next?.cluster,
    nextDistance: next.map { Double.sqrt($0.square) })
}

/// Rows measured again and again: *r* replicates of a matrix of *n* × *d*.
public struct Replicates: Hashable, Sendable {
  /// The number of replicates, *r*.
  public let count: Int
  /// The number of rows, *n*.
  public let rows: Int
  /// The number of columns, *d*.
  public let columns: Int
  /// The values, replicate by replicate and then row by row.
  public let values: [Double]

  /// Creates replicates from their values.
  ///
  /// - Precondition: `values` holds `count` · `rows` · `columns` numbers.
  public init(count: Int, rows: Int, columns: Int, values: [Double]) {
    precondition(values.count == count * rows * columns, "a value for each replicate, row and column")
    self.count = count
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  /// Returns, for each row, the share of replicates in which each centroid is the nearest: *n* × *k* shares that add up to
  /// 1 in a row.
  ///
  /// The centroids stay where they are; a tie goes to the lowest index. The share of a row's own cluster is its certainty.
  ///
  /// - Parameter centroids: Shape *k* × *d*.
  /// - Returns: Shape *n* × *k*.
  /// - Precondition: At least one replicate; the centroids have *d* columns.
  /// - Complexity: O(*r* · *n* · *k* · *d*).
  public func sharesNearest(to centroids: Matrix) async -> Matrix {
    precondition(count > 0 && centroids.columns == columns, "replicates of the same columns as the centroids")
    let parts = await inParallel(count: rows, chunk: 16) { row in counts(row, centroids) }
    return Matrix(
      rows: rows, columns: centroids.rows, values: parts.flatMap { $0.map { Double($0) / Double(count) } })
  }

  private func counts(_ row: Int, _ centroids: Matrix) -> [Int] {
    var counts = [Int](repeating: 0, count: centroids.rows)
    let points = centroids.values.span
    let values = self.values.span
    for replicate in 0..<count {
      let base = (replicate * rows + row) * columns
      counts[nearest(values.extracting(base..<base + columns), points)] += 1
    }
    return counts
  }
}

/// Returns, for each row, the index of the nearest centroid; a tie goes to the lowest index.
///
/// - Parameters:
///   - data: Shape *n* × *d*.
///   - centroids: Shape *k* × *d*, with *k* at least 1.
/// - Returns: *n* indices, each in `0 ..< k`.
/// - Precondition: Both have the same number of columns.
/// - Complexity: O(*n* · *k* · *d*).
public func nearestCentroids(of data: Matrix, to centroids: Matrix) -> [Int] {
  precondition(centroids.rows > 0 && data.columns == centroids.columns, "centroids of the same columns as the data")
  return (0..<data.rows).map { row in
    nearest(data.values.span.extracting(row * data.columns..<(row + 1) * data.columns), centroids.values.span)
  }
}

/// Returns the index of the centroid nearest to a point, a tie going to the lowest; centroids stand one after the other, and one
/// of NaN is never the nearest.
func nearest(_ point: Span<Double>, _ centroids: Span<Double>) -> Int {
  let d = point.count
  guard d > 0 else { return 0 }
  var best = (index: 0, square: Double.infinity)
  for cluster in 0..<centroids.count / d {
    var square = 0.0
    for column in 0..<d {
      let difference = point[column] - centroids[cluster * d + column]
      square += difference * difference
    }
    if square < best.square { best = (cluster, square) }
  }
  return best.index
}
