public import Matrices

/// k-means: the division of rows into *k* clusters with the smallest sum of squared distances to the cluster means.
///
/// Each start draws its first centroids by greedy k-means++, descends by Lloyd's iterations and ends with exchanges of
/// single rows until none lowers the cost; the best of all starts is kept, a tie going to the first start. A start has a
/// random sequence of its own, so that the result is the same on any number of cores.
public struct KMeans: Hashable, Sendable {
  /// The number of clusters, *k*, at least 1.
  public var clusters: Int
  /// The number of starts, at least 1.
  public var starts: Int
  /// The seed of all random draws.
  public var seed: UInt64
  /// Numbers that set the draws of this search apart from others with the same seed.
  public var stream: [Int]
  /// Whether each start ends with single-point exchanges; Lloyd's iterations alone rarely find the best optimum.
  public var exchanges: Bool

  /// Creates a search.
  ///
  /// - Precondition: `clusters` and `starts` are at least 1.
  public init(clusters: Int, starts: Int = 200, seed: UInt64 = 1, stream: [Int] = [], exchanges: Bool = true) {
    precondition(clusters >= 1 && starts >= 1, "k-means needs a cluster and a start")
    self.clusters = clusters
    self.starts = starts
    self.seed = seed
    self.stream = stream
    self.exchanges = exchanges
  }

  /// Returns the best division found, with the census of all that was found.
  ///
  /// - Parameter data: Shape *n* × *d*; finite, nothing missing.
  /// - Returns: The division with the smallest inertia; of equals that of the first start.
  /// - Precondition: `data` holds at least `clusters` distinct rows; see ``Matrices/Matrix/distinctRowCount``.
  /// - Complexity: O(starts · iterations · *n* · *k* · *d*) time, O(*n*²) memory for up to 1500 rows.
  public func fit(_ data: Matrix) async -> KMeansFit {
    precondition(data.distinctRowCount >= clusters, "k-means needs at least as many distinct rows as clusters")
    return await fit(Observations(data), of: data)
  }

  func fit(_ observations: Observations, of data: Matrix) async -> KMeansFit {
    let found = await inParallel(count: starts, chunk: 8) { start in
      let partition = descend(observations, start: start)
      return (partition, inertia(of: data, partition))
    }
    return KMeansFit(data, census: Census(found))
  }

  /// Returns the best division of a few starts, one after the other: for searches that run beside each other.
  func quickFit(_ observations: Observations) -> [Int] {
    var best: (labels: [Int], cost: Double)?
    for start in 0..<starts {
      let labels = labels(observations, start: start)
      let cost = observations.inertia(labels, clusters: clusters)
      if best.map({ cost < $0.cost }) ?? true { best = (labels, cost) }
    }
    return best?.labels ?? []
  }

  private func descend(_ observations: Observations, start: Int) -> Partition {
    Partition(labels: labels(observations, start: start))
  }

  private func labels(_ observations: Observations, start: Int) -> [Int] {
    var generator = SeededGenerator(seed: seed, path: stream + [clusters, start])
    let seeds = greedySeeds(observations, count: clusters, using: &generator)
    var descent = Descent(observations, seeds: seeds)
    return descent.run(exchanging: exchanges)
  }
}

/// What a search by k-means found.
public struct KMeansFit: Hashable, Sendable {
  /// The best division.
  public let partition: Partition
  /// The means of the clusters, shape *k* × *d*, in the order of the partition.
  public let centroids: Matrix
  /// The sum of squared distances from each row to the centroid of its cluster.
  public let inertia: Double
  /// All optima that were found.
  public let census: Census

  init(_ data: Matrix, census: Census) {
    partition = census.optima[0].partition
    inertia = census.optima[0].inertia
    centroids = clusterMeans(of: data, partition)
    self.census = census
  }
}

/// Returns the means of the clusters, shape *k* × *d*, each added up in row order.
public func clusterMeans(of data: Matrix, _ partition: Partition) -> Matrix {
  precondition(partition.rows == data.rows, "a partition of the rows of the data")
  let d = data.columns
  var means = [Double](repeating: 0, count: partition.clusters * d)
  let values = data.values
  for (row, label) in partition.labels.enumerated() {
    for column in 0..<d { means[label * d + column] += values[row * d + column] }
  }
  for cluster in 0..<partition.clusters {
    for column in 0..<d { means[cluster * d + column] /= Double(partition.sizes[cluster]) }
  }
  return Matrix(rows: partition.clusters, columns: d, values: means)
}

/// Returns the sum of squared distances from each row to the mean of its cluster, added in row order.
///
/// The bits depend on the division alone, not on the way in which it was found.
public func inertia(of data: Matrix, _ partition: Partition) -> Double {
  let means = clusterMeans(of: data, partition).values
  let values = data.values
  let d = data.columns
  var sum = 0.0
  for (row, label) in partition.labels.enumerated() {
    var distance = 0.0
    for column in 0..<d {
      let difference = values[row * d + column] - means[label * d + column]
      distance += difference * difference
    }
    sum += distance
  }
  return sum
}

extension Observations {
  fileprivate func inertia(_ labels: [Int], clusters: Int) -> Double {
    Clustering.inertia(of: Matrix(rows: rows, columns: columns, values: values), Partition(labels: labels))
  }
}

extension Matrix {
  /// The number of rows that differ from all rows before them.
  public var distinctRowCount: Int {
    Set((0..<rows).map { row($0).map { $0 == 0 ? 0 : $0 } }).count
  }
}
