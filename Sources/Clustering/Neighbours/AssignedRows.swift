public import Matrices

// Rows that go to clusters which were found elsewhere, with the evidence of that.

extension CentroidSets {
  /// Returns the sets with some of the clusters, in the given order.
  ///
  /// - Precondition: The clusters are there.
  public func selecting(_ chosen: [Int]) -> CentroidSets {
    var picked: [Double] = []
    picked.reserveCapacity(count * chosen.count * columns)
    for set in 0..<count {
      for cluster in chosen {
        let base = (set * clusters + cluster) * columns
        picked += values[base..<base + columns]
      }
    }
    return CentroidSets(count: count, clusters: chosen.count, columns: columns, values: picked)
  }

  /// Returns the clusters that rows get by each set, as joint replicates: set *j* judges the values of replicate *j*.
  ///
  /// As many are taken as there are of both. A tie goes to the lowest index, and a row goes to no cluster that is not in the
  /// set (a centroid of NaN).
  ///
  /// - Parameters:
  ///   - data: Shape *n* x *d*.
  ///   - replicates: The same rows measured again and again, if they were.
  /// - Returns: The replicates, of which ``JointReplicates/shares`` are ``sharesNearest(of:replicates:)``.
  /// - Precondition: There is a set, and the shapes fit.
  /// - Complexity: O(*r* · *n* · *k* · *d*).
  public func joint(of data: Matrix, replicates: Replicates? = nil) async -> JointReplicates {
    precondition(count > 0 && data.columns == columns, "sets of the same columns as the data")
    precondition(replicates.map { $0.rows == data.rows && $0.columns == columns } ?? true, "replicates of the data")
    let sets = min(count, replicates?.count ?? count)
    let points = replicates?.values ?? data.values
    let step = replicates == nil ? 0 : data.rows
    let size = clusters * columns
    let labels = await inParallel(count: sets, chunk: 2) { set in
      (0..<data.rows).map { row in
        let base = (set * step + row) * columns
        return nearest(
          points.span.extracting(base..<base + columns), values.span.extracting(set * size..<(set + 1) * size))
      }
    }
    return JointReplicates(
      count: sets, rows: data.rows, clusters: clusters, columns: columns, labels: labels.flatMap { $0 },
      centroids: Array(values.prefix(sets * size)))
  }
}

extension Evidence {
  /// Measures the division of rows over clusters that were found elsewhere.
  ///
  /// Nothing was searched: the census holds this division and no start, and there is neither gap nor prediction strength. The inertia is
  /// the sum of squared distances to the given centroids, which are not the means of the rows.
  ///
  /// - Parameters:
  ///   - data: Shape *n* x *d*.
  ///   - partition: The division of its rows.
  ///   - centroids: The centroids, *k* x *d*.
  ///   - stability: How well the clusters came back where they were found, if that was measured.
  /// - Precondition: The shapes fit.
  /// - Complexity: O(*n*² · *d*), for the silhouette.
  public init(assigned data: Matrix, _ partition: Partition, centroids: Matrix, stability: Stability?) {
    let squares = memberships(of: data, partition, centroids: centroids).map { $0.distance * $0.distance }
    let inertia = squares.reduce(0, +)
    let own = Census.Optimum(partition: partition, inertia: inertia, hits: 0, firstStart: 0)
    self.init(
      fit: KMeansFit(
        partition: partition, centroids: centroids, inertia: inertia, census: Census(starts: 0, optima: [own])),
      silhouette: Silhouette(of: data, partition), calinskiHarabasz: Clustering.calinskiHarabasz(of: data, partition),
      daviesBouldin: Clustering.daviesBouldin(of: data, partition), gap: nil, stability: stability)
  }
}
