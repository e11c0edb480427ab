public import Matrices

/// The centroids of a division as they came out when it was made again and again: *r* sets of *k* × *d*.
///
/// They say how surely a new row belongs to a cluster: where a row lies near a border, some of the sets put it on the other
/// side. A cluster that did not come back in a set has no centroid there (NaN), and is the nearest of no row.
public struct CentroidSets: Hashable, Sendable {
  /// The number of sets, *r*.
  public let count: Int
  /// The number of clusters, *k*.
  public let clusters: Int
  /// The number of columns, *d*.
  public let columns: Int
  /// The values, set by set, then cluster by cluster.
  public let values: [Double]

  /// Creates sets from their values.
  ///
  /// - Precondition: `values` holds `count` · `clusters` · `columns` numbers.
  public init(count: Int, clusters: Int, columns: Int, values: [Double]) {
    precondition(values.count == count * clusters * columns, "a value for each set, cluster and column")
    self.count = count
    self.clusters = clusters
    self.columns = columns
    self.values = values
  }

  /// Returns, for each row, the share of sets in which each cluster's centroid is the nearest.
  ///
  /// With replicates, set *j* judges the values of replicate *j*, so that the doubt about the centroids and that about the
  /// row count together; as many are taken as there are of both. A tie goes to the lowest index.
  ///
  /// - Parameters:
  ///   - data: Shape *m* × *d*.
  ///   - replicates: The same rows measured again and again, if they were.
  /// - Returns: Shape *m* × *k*; a row adds up to 1.
  /// - Precondition: There is a set, and the shapes fit.
  /// - Complexity: O(*r* · *m* · *k* · *d*).
  public func sharesNearest(of data: Matrix, replicates: Replicates? = nil) async -> Matrix {
    precondition(count > 0 && data.columns == columns, "sets of the same columns as the data")
    precondition(replicates.map { $0.rows == data.rows && $0.columns == columns } ?? true, "replicates of the data")
    let sets = min(count, replicates?.count ?? count)
    let points = replicates?.values ?? data.values
    let step = replicates == nil ? 0 : data.rows
    let size = clusters * columns
    let parts = await inParallel(count: data.rows, chunk: 16) { row in
      var counts = [Int](repeating: 0, count: clusters)
      for set in 0..<sets {
        let base = (set * step + row) * columns
        let centroids = values.span.extracting(set * size..<(set + 1) * size)
        counts[nearest(points.span.extracting(base..<base + columns), centroids)] += 1
      }
      return counts.map { Double($0) / Double(sets) }
    }
    return Matrix(rows: data.rows, columns: clusters, values: parts.flatMap { $0 })
  }
}
