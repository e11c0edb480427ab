import Matrices

extension KMeans {
  /// Returns the best division of the rows that have a weight, to which those without are added: each to the cluster whose
  /// centroid is nearest, a tie to the lowest index.
  func fit(_ data: Matrix, partlyWeightless weights: [Double]) async -> KMeansFit {
    let heavy = weights.indices.filter { weights[$0] > 0 }
    let part = data.selectingRows(heavy)
    precondition(
      part.hasDistinctRows(clusters), "k-means needs at least as many distinct rows with a weight as clusters")
    let shaping = Observations(part, weights: heavy.map { weights[$0] })
    let all = Observations(data, weights: weights, keepingPairwise: false)
    let census = await fit(shaping).census.mapped { partition in
      let centroids = shaping.means(partition.labels, clusters: partition.clusters)
      var labels = nearestCentroids(of: data, to: centroids)
      for (row, label) in zip(heavy, partition.labels) { labels[row] = label }
      return Partition(labels: labels)
    }
    return KMeansFit(all, census: census)
  }
}

extension Census {
  /// Returns the census with every division replaced by another one of the same cost.
  fileprivate func mapped(_ transform: (Partition) -> Partition) -> Census {
    Census(
      starts: starts,
      optima: optima.map {
        Optimum(
          partition: transform($0.partition), inertia: $0.inertia, hits: $0.hits, firstStart: $0.firstStart)
      })
  }
}
