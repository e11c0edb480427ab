import CKernels
public import Matrices

/// Returns the means of the clusters, shape *k* × *d*.
///
/// Rows are added in order, centred on the means of all rows, in parts of 4096.
///
/// - Precondition: `partition` divides the rows of `data` (shape *n* × *d*).
public func clusterMeans(of data: Matrix, _ partition: Partition) -> Matrix {
  precondition(partition.rows == data.rows, "a partition of the rows of the data")
  return Observations(data, keepingPairwise: false).means(partition.labels, clusters: partition.clusters)
}

/// Returns the sum of squared distances from each row to the mean of its cluster.
///
/// The bits depend on the division alone, not on the way in which it was found.
///
/// - Parameters:
///   - data: Shape *n* × *d*.
///   - partition: Division of its rows.
///   - weights: The weight of each row; `nil` stands for weights of one.
/// - Returns: The sum, each square times the weight of its row.
/// - Precondition: `partition` divides the rows of `data` (shape *n* × *d*).
public func inertia(of data: Matrix, _ partition: Partition, weights: [Double]? = nil) -> Double {
  precondition(partition.rows == data.rows, "a partition of the rows of the data")
  return Observations(data, weights: weights, keepingPairwise: false)
    .inertia(partition.labels, clusters: partition.clusters)
}

extension Observations {
  /// Returns the means of the clusters in the columns of the data.
  func means(_ labels: [Int], clusters: Int) -> Matrix {
    var means = centredMeans(labels, clusters: clusters)
    for index in means.indices { means[index] += offsets[index % max(columns, 1)] }
    return Matrix(rows: clusters, columns: columns, values: means)
  }

  /// Returns the means of the clusters in the centred columns, one after the other; an empty cluster has zeros.
  func centredMeans(_ labels: [Int], clusters: Int) -> [Double] {
    var totals = [Double](repeating: 0, count: clusters * columns)
    var totalWeights = [Double](repeating: 0, count: clusters)
    for start in Swift.stride(from: 0, to: rows, by: Self.chunk) {
      var sums = [Double](repeating: 0, count: clusters * columns)
      add(start..<min(rows, start + Self.chunk), labels, to: &sums, &totalWeights)
      for index in sums.indices { totals[index] += sums[index] }
    }
    for cluster in 0..<clusters where totalWeights[cluster] > 0 {
      for column in 0..<columns { totals[cluster * columns + column] /= totalWeights[cluster] }
    }
    return totals
  }

  private func add(_ range: Range<Int>, _ labels: [Int], to sums: inout [Double], _ totalWeights: inout [Double]) {
    let values = values.span
    var sums = sums.mutableSpan
    for row in range {
      let (from, to) = (row * columns, labels[row] * columns)
      let weight = weights?[row] ?? 1
      totalWeights[labels[row]] += weight
      if weights == nil {
        for column in 0..<columns { sums[to + column] += values[from + column] }
      } else {
        for column in 0..<columns { sums[to + column] += weight * values[from + column] }
      }
    }
  }

  /// Returns the sum of the squared distances from the rows to the means of their clusters, times the weights: added in
  /// the order of the rows, in parts of ``chunk``.
  func inertia(_ labels: [Int], clusters: Int) -> Double {
    let squares = squaredDistances(
      labels, to: CentroidTable(centredMeans(labels, clusters: clusters), columns: columns))
    var total = 0.0
    for start in Swift.stride(from: 0, to: rows, by: Self.chunk) {
      var sum = 0.0
      for row in start..<min(rows, start + Self.chunk) { sum += squares[row] * (weights?[row] ?? 1) }
      total += sum
    }
    return total
  }

  /// Returns the squared distance of each row to the centroid of its label.
  func squaredDistances(_ labels: [Int], to centroids: CentroidTable) -> [Double] {
    let labels = labels.map { Int32($0) }
    guard columns > 0 else { return Array(repeating: 0, count: rows) }
    return unsafe Array(unsafeUninitializedCapacity: rows) { result, count in
      count = rows
      guard let target = result.baseAddress else { return }
      unsafe labels.withUnsafeBufferPointer { labels in
        unsafe withData { data in
          unsafe kernels.table.pointee.to_own(data, centroids.pointer, labels.baseAddress, 0, rows, target)
        }
      }
    }
  }
}
