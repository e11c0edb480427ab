public import Matrices

/// Lloyd's iterations from given centroids, on all cores: for a division that is refined, and to compare programs.
public struct LloydDescent: Hashable, Sendable {
  /// The first centroids, shape *k* × *d*.
  public var centroids: Matrix
  /// The most iterations that are made.
  public var iterations: Int

  /// Where a descent ended.
  public struct Result: Hashable, Sendable {
    /// The cluster of each row, *n* indices of ``centroids``, each the nearest.
    public let labels: [Int]
    /// The centroids, shape *k* × *d*, in the order of the first ones.
    public let centroids: Matrix
    /// The number of iterations that were made; the last changed nothing, unless it is the most that were allowed.
    public let iterations: Int
    /// The sum of squared distances from each row to the nearest centroid.
    public let inertia: Double
  }

  /// Creates a descent.
  ///
  /// - Precondition: At least one centroid and one iteration.
  public init(from centroids: Matrix, iterations: Int = 300) {
    precondition(centroids.rows >= 1 && iterations >= 1, "a descent needs a centroid and an iteration")
    self.centroids = centroids
    self.iterations = iterations
  }

  /// Runs the iterations.
  ///
  /// Rows go to the nearest centroid, a tie to the lowest index; an empty cluster is repaired as in ``KMeans``.
  ///
  /// - Parameter data: Shape *n* × *d*, *n* at least *k*; finite. Its values are not copied when the caller gives them up.
  /// - Returns: Where the descent ended.
  /// - Precondition: The centroids have *d* columns.
  /// - Complexity: O(iterations · *n* · *k* · *d*) time at most, far less where bounds hold; 1.5 · *n* numbers besides the
  ///   data.
  public func run(_ data: consuming Matrix) async -> Result {
    precondition(data.columns == centroids.columns && data.rows >= centroids.rows, "centroids that fit the data")
    let observations = Observations(data, keepingPairwise: false)
    let d = observations.columns
    let first = centroids.values.enumerated().map { $1 - observations.offsets[$0 % max(d, 1)] }
    let descent = Descent(observations, centroids: first, sideBySide: true)
    let made = await descent.runSideBySide(maximumIterations: iterations, exchanging: false)
    let inertia = await descent.assignOnce()
    var last = descent.currentCentroids
    for index in last.indices { last[index] += observations.offsets[index % max(d, 1)] }
    return Result(
      labels: descent.currentLabels, centroids: Matrix(rows: centroids.rows, columns: d, values: last),
      iterations: made, inertia: inertia)
  }
}
