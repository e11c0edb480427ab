public import Matrices
import RealModule

/// How well a division of one half of the rows tells which rows of the other half belong together.
///
/// The rows are halved at random, and each half is divided on its own. The rows of one half are given to the nearest
/// centroid of the other; for each cluster of two rows or more, the share of its pairs that stay together is counted. The
/// least share over the clusters counts, the mean of both halves, and then the mean over all halvings: the definition of
/// `prediction.strength` in the R package fpc with the classification `centroid`. A cluster of a single row has share 1.
///
/// > Tibshirani, R. and Walther, G. (2005). Cluster validation by prediction strength. doi:10.1198/106186005X59243
public struct PredictionStrength: Hashable, Sendable {
  /// The number of clusters.
  public let clusters: Int
  /// The mean over the halvings, from 0 to 1; 1 for a single cluster.
  public let mean: Double
  /// The standard error of that mean, which more halvings lower; 0 for a single cluster, `nil` for a single halving.
  public let standardError: Double?
  /// The number of halvings that count.
  public let halvings: Int

  /// Creates a strength from what was measured.
  public init(clusters: Int, mean: Double, standardError: Double?, halvings: Int) {
    self.clusters = clusters
    self.mean = mean
    self.standardError = standardError
    self.halvings = halvings
  }
}

/// How prediction strength is measured.
public struct PredictionMeasurement: Hashable, Sendable {
  /// The number of halvings, at least 1.
  public var halvings: Int
  /// The number of starts of each search in a half.
  public var starts: Int
  /// The seed of all random draws.
  public var seed: UInt64
  /// Whether each search ends with single-point exchanges.
  public var exchanges: Bool

  /// Creates a way to measure.
  ///
  /// - Precondition: At least one halving and one start.
  public init(halvings: Int = 50, starts: Int = 20, seed: UInt64 = 1, exchanges: Bool = true) {
    precondition(halvings >= 1 && starts >= 1, "prediction strength needs a halving and a start")
    self.halvings = halvings
    self.starts = starts
    self.seed = seed
    self.exchanges = exchanges
  }

  /// Measures several numbers of clusters over the same halvings.
  ///
  /// A halving counts for a number of clusters when both halves hold as many distinct rows, and when at least one cluster
  /// of either half has two rows, so that there is a pair to predict.
  ///
  /// - Parameters:
  ///   - data: Shape *n* × *d*; finite.
  ///   - clusters: The numbers of clusters, each at least 1.
  /// - Returns: One strength a number, in the same order; `nil` when no halving counts.
  public func measure(_ data: Matrix, clusters: [Int]) async -> [PredictionStrength?] {
    let (seed, starts, exchanges) = (seed, starts, exchanges)
    let most = clusters.max() ?? 0
    let found = await inParallel(count: halvings) { halving -> [Double?] in
      var generator = SeededGenerator(seed: seed, streams: Stream.halving, halving)
      let order = generator.permutation(of: data.rows)
      let halves = [order.prefix(data.rows / 2), order.dropFirst(data.rows / 2)].map { data.selectingRows($0.sorted()) }
      let distinct = halves.map { $0.distinctRowCount(upTo: most) }.min() ?? 0
      return clusters.map { count in
        guard count > 1 else { return 1 }
        guard count <= distinct else { return nil }
        let fits = halves.enumerated().map { half, rows in
          KMeans(
            clusters: count, starts: starts, seed: seed, stream: [Stream.halving, halving, half],
            exchanges: exchanges
          ).fitSerially(rows)
        }
        guard fits.contains(where: { $0.partition.sizes[0] > 1 }) else { return nil }
        let strengths = halves.indices.map { half in
          leastShareTogether(
            fits[half].partition, predicted: nearestCentroids(of: halves[half], to: fits[1 - half].centroids))
        }
        return (strengths[0] + strengths[1]) / 2
      }
    }
    return clusters.enumerated().map { index, count in
      let strengths = found.compactMap { $0[index] }
      return strengths.mean.map {
        PredictionStrength(
          clusters: count, mean: $0,
          standardError: count == 1
            ? 0 : strengths.standardDeviation.map { $0 / Double.sqrt(Double(strengths.count)) },
          halvings: strengths.count)
      }
    }
  }
}

/// Returns the least share, over the clusters of a partition, of the pairs of its rows that are predicted to be together;
/// a cluster of a single row has 1.
///
/// - Parameters:
///   - partition: A division of *n* rows.
///   - predicted: Where each row is predicted to belong, *n* indices.
/// - Returns: A share from 0 to 1.
func leastShareTogether(_ partition: Partition, predicted: [Int]) -> Double {
  let places = (predicted.max() ?? -1) + 1
  var counts = [[Int]](repeating: Array(repeating: 0, count: places), count: partition.clusters)
  for (label, place) in zip(partition.labels, predicted) { counts[label][place] += 1 }
  var least = 1.0
  for (cluster, size) in partition.sizes.enumerated() where size > 1 {
    let together = counts[cluster].reduce(0) { $0 + $1 * ($1 - 1) }
    least = min(least, Double(together) / Double(size * (size - 1)))
  }
  return least
}

extension KMeans {
  /// Returns the best division of a few starts, one after the other: for searches that run beside each other.
  fileprivate func fitSerially(_ data: Matrix) -> KMeansFit {
    let partition = Partition(labels: quickFit(Observations(data)))
    return KMeansFit(data, census: Census([(partition, inertia(of: data, partition))]))
  }
}
