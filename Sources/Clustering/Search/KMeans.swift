public import Matrices

/// k-means: the division of rows into *k* clusters with the smallest sum of squared distances to the cluster means.
///
/// Each start draws its first centroids (``Seeding``), descends by Lloyd's iterations and ends with exchanges of single
/// rows until none lowers the cost; the best of all starts is kept, a tie going to the first start. A start has a random
/// sequence of its own, so that the result is the same on any number of cores.
///
/// A row that is equally near to two centroids goes to the one with the lowest index. A cluster that loses all its rows gets the row
/// farthest from the mean of its own cluster, among clusters of two rows and more (a tie goes to the lowest row).
public struct KMeans: Hashable, Sendable {
  /// The number of clusters, *k*, at least 1.
  public var clusters: Int
  /// The number of starts, at least 1; with ``until`` the most that are made.
  public var starts: Int
  /// The seed of all random draws.
  public var seed: UInt64
  /// Numbers that set the draws of this search apart from others with the same seed.
  public var stream: [Int]
  /// Whether each start ends with single-point exchanges; Lloyd's iterations alone rarely find the best optimum.
  public var exchanges: Bool
  /// How the first centroids of a start are drawn.
  public var seeding: Seeding
  /// When to stop before all starts are made; `nil` makes them all.
  public var until: StopRule?

  /// Creates a search.
  ///
  /// - Precondition: `clusters` and `starts` are at least 1.
  public init(
    clusters: Int, starts: Int = 200, seed: UInt64 = 1, stream: [Int] = [], exchanges: Bool = true,
    seeding: Seeding = .greedy, until: StopRule? = nil
  ) {
    precondition(clusters >= 1 && starts >= 1, "k-means needs a cluster and a start")
    self.clusters = clusters
    self.starts = starts
    self.seed = seed
    self.stream = stream
    self.exchanges = exchanges
    self.seeding = seeding
    self.until = until
  }

  /// The number of rows from which on the cores work on one start at a time, instead of on a start each.
  static let manyRows = 65_536

  /// Returns the best division found, with the census of all that was found.
  ///
  /// - Parameters:
  ///   - data: Shape *n* × *d*; finite, nothing missing. Its values are not copied when the caller gives them up.
  ///   - weights: The weight of each row; `nil` stands for weights of one. The inertia then is the sum of weight times
  ///     squared distance, and centroids are weighted means. A row of weight zero shapes no cluster and belongs to the one
  ///     whose centroid is nearest.
  /// - Returns: The division with the smallest inertia; of equals that of the first start.
  /// - Precondition: `data` holds at least `clusters` distinct rows; see `Matrix.hasDistinctRows(_:)`. Weights
  ///   are finite and not negative, one a row, and as many distinct rows have one above zero.
  /// - Complexity: O(starts · iterations · *n* · *k* · *d*) time at most, far less where bounds hold; O(*n*²) memory for up to
  ///   1500 rows, else *n* · (*d* + 2) numbers.
  public func fit(_ data: consuming Matrix, weights: [Double]? = nil) async -> KMeansFit {
    precondition(
      weights.map { $0.count == data.rows && $0.allSatisfy { $0 >= 0 && $0.isFinite } } ?? true,
      "a weight for each row that is not negative")
    if let weights, weights.contains(0) { return await fit(data, partlyWeightless: weights) }
    precondition(data.hasDistinctRows(clusters), "k-means needs at least as many distinct rows as clusters")
    return await fit(Observations(data, weights: weights))
  }

  /// Returns the best division, as ``fit(_:weights:)`` does, one start after the other: for searches that run beside each
  /// other.
  public func fitSerially(_ data: Matrix, weights: [Double]? = nil) -> KMeansFit {
    precondition(data.hasDistinctRows(clusters), "k-means needs at least as many distinct rows as clusters")
    let observations = Observations(data, weights: weights)
    return KMeansFit(observations, census: Census((0..<starts).map { found(observations, start: $0) }))
  }

  func fit(_ observations: Observations) async -> KMeansFit {
    var census = Census()
    while census.starts < starts, !(until?.isMet(by: census) ?? false) {
      let first = census.starts
      let count = min(starts - first, until.map(\.batch) ?? starts)
      census.add(await descents(observations, Array(first..<first + count)))
    }
    return KMeansFit(observations, census: census)
  }

  /// Returns what some starts find, in their order.
  func descents(_ observations: Observations, _ starts: [Int]) async -> [Census.Found] {
    guard observations.rows >= Self.manyRows else {
      return await inParallel(count: starts.count, chunk: 2) {
        self.found(observations, start: starts[$0])
      }
    }
    var found: [Census.Found] = []
    for start in starts {
      let descent = descent(observations, start: start, sideBySide: true)
      _ = await descent.runSideBySide(exchanging: exchanges)
      found.append(observations.found(descent.currentLabels))
    }
    return found
  }

  private func found(_ observations: Observations, start: Int) -> Census.Found {
    let descent = descent(observations, start: start)
    descent.run(exchanging: exchanges)
    return observations.found(descent.currentLabels)
  }

  private func descent(_ observations: Observations, start: Int, sideBySide: Bool = false) -> Descent {
    var generator = SeededGenerator(seed: seed, path: stream + [clusters, start])
    let seeds = seeding.draw(observations, count: clusters, using: &generator)
    return Descent(observations, seeds: seeds, sideBySide: sideBySide)
  }

  /// Returns the best division of a few starts, one after the other: for searches that run beside each other.
  func quickFit(_ observations: Observations) -> [Int] {
    var best: (descent: Descent, gain: Double)?
    for start in 0..<starts {
      let descent = descent(observations, start: start)
      descent.run(exchanging: exchanges)
      let gain = descent.gain
      if best.map({ gain > $0.gain }) ?? true { best = (descent, gain) }
    }
    return best?.descent.currentLabels ?? []
  }
}

/// When a search by k-means stops.
///
/// The rule is looked at after every so many starts (``batch``), a number that does not depend on the machine.
public struct StopRule: Hashable, Sendable {
  /// How often the best optimum has to be found.
  public var hits: Int
  /// The number of starts between two looks at the rule.
  public var batch: Int

  /// Creates a rule that is met when the best optimum was found so many times.
  public init(hits: Int, batch: Int = 50) {
    precondition(hits >= 1 && batch >= 1, "a rule needs a hit and a start")
    self.hits = hits
    self.batch = batch
  }

  func isMet(by census: Census) -> Bool { census.hits >= hits }
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

  init(partition: Partition, centroids: Matrix, inertia: Double, census: Census) {
    self.partition = partition
    self.centroids = centroids
    self.inertia = inertia
    self.census = census
  }

  init(_ data: Matrix, census: Census) { self.init(Observations(data, keepingPairwise: false), census: census) }

  init(_ observations: Observations, census: Census) {
    partition = census.optima[0].partition
    inertia = census.optima[0].inertia
    centroids = observations.means(partition.labels, clusters: partition.clusters)
    self.census = census
  }
}
