import Matrices

// Clusters that have names stand in the order of their names and not in that of their sizes.

extension Partition {
  /// Returns the same division with its clusters in another order.
  ///
  /// - Parameter order: The clusters as they are to stand, each once.
  /// - Returns: The partition.
  public func renumbered(_ order: [Int]) -> Partition {
    let places = places(of: order, clusters)
    return Partition(keeping: labels.map { places[$0] }, clusters: clusters)
  }
}

extension Evidence {
  /// Returns the same evidence with the clusters in another order; the census keeps the order of the search.
  ///
  /// - Parameter order: The clusters as they are to stand, each once.
  /// - Returns: The evidence.
  public func renumbered(_ order: [Int]) -> Evidence {
    Evidence(
      fit: KMeansFit(
        partition: fit.partition.renumbered(order), centroids: Matrix(order.map { fit.centroids.row($0) }),
        inertia: fit.inertia, census: fit.census),
      silhouette: Silhouette(
        widths: silhouette.widths, clusterMeans: order.map { silhouette.clusterMeans[$0] }, mean: silhouette.mean),
      calinskiHarabasz: calinskiHarabasz, daviesBouldin: daviesBouldin, gap: gap,
      stability: stability.map { known in Stability(jaccard: order.map { known.jaccard[$0] }) }, prediction: prediction)
  }
}

extension JointReplicates {
  /// Returns the same replicates with the clusters in another order.
  ///
  /// - Parameter order: The clusters as they are to stand, each once.
  /// - Returns: The replicates.
  public func renumbered(_ order: [Int]) -> JointReplicates {
    let places = places(of: order, clusters)
    let sets = CentroidSets(count: count, clusters: clusters, columns: columns, values: centroids)
    return JointReplicates(
      count: count, rows: rows, clusters: clusters, columns: columns, labels: labels.map { places[$0] },
      centroids: sets.selecting(order).values)
  }
}

/// Returns where each cluster stands in an order.
private func places(of order: [Int], _ clusters: Int) -> [Int] {
  precondition(order.sorted() == Array(0..<clusters), "each cluster once")
  var places = [Int](repeating: 0, count: clusters)
  for (place, cluster) in order.enumerated() { places[cluster] = place }
  return places
}
