import Matrices

/// Silhouettes of things of which only the dissimilarities are known, as in the paper.
extension Silhouette {
  /// Measures a partition of *n* things by their dissimilarities.
  ///
  /// With a single cluster every width is 0.
  ///
  /// - Precondition: `partition` divides the things that the dissimilarities are between.
  /// - Complexity: O(*n*²).
  public init(of dissimilarities: DissimilarityMatrix, _ partition: Partition) {
    precondition(partition.rows == dissimilarities.count, "a partition of the things that are compared")
    let widths = (0..<dissimilarities.count).map { row in
      Self.width(dissimilarities.sums(from: row, to: partition), own: partition.labels[row], sizes: partition.sizes)
    }
    var sums = [Double](repeating: 0, count: partition.clusters)
    for (row, label) in partition.labels.enumerated() { sums[label] += widths[row] }
    self.init(
      widths: widths, clusterMeans: zip(sums, partition.sizes).map { $0 / Double($1) }, mean: widths.mean ?? 0)
  }
}

extension DissimilarityMatrix {
  /// Returns for each thing the other cluster that it is least unlike on average, a tie going to the lowest index; `nil`
  /// with a single cluster.
  ///
  /// - Precondition: `partition` divides the things that the dissimilarities are between.
  /// - Complexity: O(*n*²).
  public func neighbours(in partition: Partition) -> [Int?] {
    precondition(partition.rows == count, "a partition of the things that are compared")
    return (0..<count).map { row in
      let sums = sums(from: row, to: partition)
      return sums.indices.filter { $0 != partition.labels[row] }
        .highest { -sums[$0] / Double(partition.sizes[$0]) }
    }
  }
}
