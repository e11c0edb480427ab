/// One descent of k-means from given centroids: Lloyd's iterations, then single-point exchanges until none helps.
///
/// Sums and sizes are kept up to date move by move, and a distance is computed again only when its centroid has moved. A row
/// that is equally near to two centroids goes to the lowest index.
///
/// > Lloyd, S. (1982). Least squares quantization in PCM. doi:10.1109/TIT.1982.1056489
/// >
/// > Hartigan, J. and Wong, M. (1979). Algorithm AS 136: a k-means clustering algorithm. doi:10.2307/2346830
struct Descent {
  private let data: Observations
  private let clusters: Int
  /// The cluster of each row as a number in a lane; rows beyond the last have −1.
  private var labels: [Lanes]
  private var sums: [Double]
  private var sizes: [Int]
  private var centroids: [Double]
  /// Whether a cluster gained or lost a row since its centroid was last moved.
  private var touched: [Bool]
  /// How often each centroid has moved; distances that were computed at an older count are out of date.
  private var versions: [Int]
  /// The squared distances, block by block and cluster by cluster, and the version at which each was computed.
  private var distances: [Lanes]
  private var computedAt: [Int]

  /// The smallest relative gain that counts as one, so that rounding cannot move a row to and fro.
  private static let smallestGain = 1e-12

  /// Creates a descent whose first centroids are rows of the data.
  ///
  /// - Precondition: `seeds` are rows that differ from each other.
  init(_ data: Observations, seeds: [Int]) {
    self.data = data
    clusters = seeds.count
    labels = Array(repeating: Lanes(repeating: -1), count: data.blockCount)
    sums = Array(repeating: 0, count: seeds.count * data.columns)
    sizes = Array(repeating: 0, count: seeds.count)
    centroids = []
    touched = Array(repeating: false, count: seeds.count)
    versions = Array(repeating: 1, count: seeds.count)
    distances = Array(repeating: .zero, count: data.blockCount * seeds.count)
    computedAt = Array(repeating: 0, count: data.blockCount * seeds.count)
    for row in seeds { centroids.append(contentsOf: data.values[row * data.columns..<(row + 1) * data.columns]) }
  }

  /// Runs both phases and returns the cluster of each row.
  ///
  /// - Parameters:
  ///   - maximumIterations: A bound on the iterations of Lloyd, and on the passes of exchanges.
  ///   - exchanging: Whether the second phase runs.
  /// - Returns: *n* clusters.
  mutating func run(maximumIterations: Int = 300, exchanging: Bool = true) -> [Int] {
    for _ in 0..<maximumIterations where !lloydStep() { break }
    if exchanging {
      for _ in 0..<maximumIterations where !exchangePass() { break }
    }
    return (0..<data.rows).map(label)
  }

  private func label(_ row: Int) -> Int { Int(labels[row / 8][row % 8]) }

  // MARK: - Lloyd

  /// Assigns every row to its nearest centroid and moves the centroids; returns whether a row changed cluster.
  private mutating func lloydStep() -> Bool {
    var changed = false
    for block in 0..<data.blockCount {
      var nearest = nearestCentroids(block)
      let before = labels[block]
      if block == data.blockCount - 1 {
        for lane in (data.rows - block * 8)..<8 { nearest[lane] = -1 }
      }
      if all(nearest .== before) { continue }
      changed = true
      labels[block] = nearest
      for lane in 0..<8 where nearest[lane] != before[lane] {
        shift(block * 8 + lane, from: Int(before[lane]), to: Int(nearest[lane]))
      }
    }
    if repairEmptyClusters() { changed = true }
    for cluster in 0..<clusters where touched[cluster] {
      moveCentroid(cluster)
    }
    return changed
  }

  private mutating func nearestCentroids(_ block: Int) -> Lanes {
    refreshDistances(block)
    let base = block * clusters
    var best = distances[base]
    var index = Lanes.zero
    for cluster in 1..<max(clusters, 1) {
      let distance = distances[base + cluster]
      let nearer = distance .< best
      best.replace(with: distance, where: nearer)
      index.replace(with: Lanes(repeating: Double(cluster)), where: nearer)
    }
    return index
  }

  /// Computes the distances from a block to the centroids that have moved since the last time.
  private mutating func refreshDistances(_ block: Int) {
    let base = block * clusters
    for cluster in 0..<clusters where computedAt[base + cluster] != versions[cluster] {
      computedAt[base + cluster] = versions[cluster]
      distances[base + cluster] = blockDistance(
        of: data.blocks.span, block: block, to: centroids.span, at: cluster, columns: data.columns)
    }
  }

  /// Gives every empty cluster the row that lies farthest from its own centroid, among clusters of two rows and more; a
  /// tie goes to the lowest row.
  private mutating func repairEmptyClusters() -> Bool {
    var repaired = false
    for empty in 0..<clusters where sizes[empty] == 0 {
      var farthest = (row: -1, distance: -1.0)
      for row in 0..<data.rows where sizes[label(row)] > 1 {
        let distance = squaredDistance(row: row, toMeanOf: label(row))
        if distance > farthest.distance { farthest = (row, distance) }
      }
      guard farthest.row >= 0 else { return repaired }
      let from = label(farthest.row)
      labels[farthest.row / 8][farthest.row % 8] = Double(empty)
      shift(farthest.row, from: from, to: empty)
      repaired = true
    }
    return repaired
  }

  private func squaredDistance(row: Int, toMeanOf cluster: Int) -> Double {
    var sum = 0.0
    for column in 0..<data.columns {
      let mean = sums[cluster * data.columns + column] / Double(sizes[cluster])
      let difference = data.values[row * data.columns + column] - mean
      sum += difference * difference
    }
    return sum
  }

  // MARK: - Exchange

  /// Visits every row once and moves it to the cluster where it costs least; returns whether a row moved.
  ///
  /// Moving a row from cluster *a* to *b* lowers the sum of squares when
  /// *n*_b / (*n*_b + 1) · *d*_b² < *n*_a / (*n*_a − 1) · *d*_a². The only row of a cluster stays.
  private mutating func exchangePass() -> Bool {
    var moved = false
    for block in 0..<data.blockCount {
      var firstLane = 0
      while firstLane < 8, let move = bestMove(block, from: firstLane) {
        let row = block * 8 + move.lane
        let from = label(row)
        labels[block][move.lane] = Double(move.cluster)
        shift(row, from: from, to: move.cluster)
        moveCentroid(from)
        moveCentroid(move.cluster)
        moved = true
        firstLane = move.lane + 1
      }
    }
    return moved
  }

  /// Returns the first row of a block, from a lane on, that lowers the cost by moving, and where it should go.
  private mutating func bestMove(_ block: Int, from firstLane: Int) -> (lane: Int, cluster: Int)? {
    refreshDistances(block)
    let base = block * clusters
    let own = labels[block]
    var leaving = Lanes.zero
    var joining = Lanes(repeating: .infinity)
    var target = Lanes(repeating: -1)
    for cluster in 0..<clusters {
      let size = Double(sizes[cluster])
      let distance = distances[base + cluster]
      let isOwn = own .== Lanes(repeating: Double(cluster))
      if size > 1 { leaving.replace(with: distance * Lanes(repeating: size / (size - 1)), where: isOwn) }
      let cost = distance * Lanes(repeating: size / (size + 1))
      let better = (cost .< joining) .& .!isOwn
      joining.replace(with: cost, where: better)
      target.replace(with: Lanes(repeating: Double(cluster)), where: better)
    }
    let wants = joining .< leaving * Lanes(repeating: 1 - Self.smallestGain)
    guard any(wants) else { return nil }
    for lane in firstLane..<8 where wants[lane] { return (lane, Int(target[lane])) }
    return nil
  }

  // MARK: - Sums

  private mutating func shift(_ row: Int, from: Int, to: Int) {
    let base = row * data.columns
    if from >= 0 {
      sizes[from] -= 1
      touched[from] = true
      for column in 0..<data.columns { sums[from * data.columns + column] -= data.values[base + column] }
    }
    sizes[to] += 1
    touched[to] = true
    for column in 0..<data.columns { sums[to * data.columns + column] += data.values[base + column] }
  }

  private mutating func moveCentroid(_ cluster: Int) {
    touched[cluster] = false
    versions[cluster] += 1
    let share = 1 / Double(sizes[cluster])
    let base = cluster * data.columns
    for column in base..<base + data.columns { centroids[column] = sums[column] * share }
  }
}
