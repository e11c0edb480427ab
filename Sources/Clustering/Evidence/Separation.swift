public import Matrices
import RealModule

/// Returns the index of Caliński and Harabasz: the variance between clusters over the variance within, each divided by its
/// degrees of freedom; higher is better.
///
/// - Returns: (*B* / (*k* − 1)) / (*W* / (*n* − *k*)), or `nil` with one cluster, with as many clusters as rows, or when
///   every row lies on its centroid.
/// - Precondition: `partition` divides the rows of `data` (shape *n* × *d*).
///
/// > Caliński, T. and Harabasz, J. (1974). A dendrite method for cluster analysis. doi:10.1080/03610927408827101
public func calinskiHarabasz(of data: Matrix, _ partition: Partition) -> Double? {
  let k = partition.clusters
  let n = data.rows
  let within = inertia(of: data, partition)
  guard k > 1, n > k, within > 0 else { return nil }
  let total = inertia(of: data, Partition(labels: Array(repeating: 0, count: n)))
  return ((total - within) / Double(k - 1)) / (within / Double(n - k))
}

/// Returns the index of Davies and Bouldin: the mean over clusters of the worst ratio of their spreads to the distance of
/// their centroids; lower is better.
///
/// The spread of a cluster is the mean Euclidean distance of its rows to its centroid, as in scikit-learn; other programs
/// take the root mean square.
///
/// - Returns: The index, or `nil` with one cluster, with as many clusters as rows, or when two centroids coincide.
/// - Precondition: `partition` divides the rows of `data` (shape *n* × *d*).
///
/// > Davies, D. and Bouldin, D. (1979). A cluster separation measure. doi:10.1109/TPAMI.1979.4766909
public func daviesBouldin(of data: Matrix, _ partition: Partition) -> Double? {
  let k = partition.clusters
  guard k > 1, data.rows > k else { return nil }
  let means = clusterMeans(of: data, partition)
  var spreads = [Double](repeating: 0, count: k)
  for (row, label) in partition.labels.enumerated() {
    spreads[label] += Double.sqrt(squaredDistance(data, row, means, label)) / Double(partition.sizes[label])
  }
  var sum = 0.0
  for cluster in 0..<k {
    var worst = 0.0
    for other in 0..<k where other != cluster {
      let apart = Double.sqrt(squaredDistance(means, cluster, means, other))
      guard apart > 0 else { return nil }
      worst = max(worst, (spreads[cluster] + spreads[other]) / apart)
    }
    sum += worst
  }
  return sum / Double(k)
}

/// Returns the squared Euclidean distance between a row of one matrix and a row of another, columns in index order.
func squaredDistance(_ first: Matrix, _ row: Int, _ second: Matrix, _ other: Int) -> Double {
  var sum = 0.0
  for column in 0..<first.columns {
    let difference = first.values[row * first.columns + column] - second.values[other * second.columns + column]
    sum += difference * difference
  }
  return sum
}
