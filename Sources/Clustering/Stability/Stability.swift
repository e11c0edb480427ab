public import Matrices

/// How well each cluster comes back when rows are redrawn.
///
/// Rows are drawn with replacement, a row drawn twice counting once; the drawn rows are divided anew, and each cluster is
/// compared with the new cluster that is most like it, by Jaccard's coefficient over the drawn rows. The mean over the
/// resamples in which at least one of its rows was drawn is the cluster's stability. (`clusterboot` of the R package fpc
/// with `multipleboot = FALSE`.)
///
/// > Hennig, C. (2007). Cluster-wise assessment of cluster stability. doi:10.1016/j.csda.2006.11.025
public struct Stability: Hashable, Sendable {
  /// In words, how far a cluster may be trusted.
  public enum Grade: String, Hashable, Sendable, CaseIterable {
    /// Up to 0.5: the cluster dissolves.
    case dissolved
    /// Above 0.5 and below 0.6: not to be trusted.
    case doubtful
    /// From 0.6 to below 0.75: there is a pattern, but which rows belong to it is in doubt.
    case pattern
    /// From 0.75 to below 0.85: a valid, stable cluster.
    case stable
    /// From 0.85 on: highly stable.
    case high = "highly-stable"

    /// Creates the grade of a mean Jaccard coefficient.
    public init(jaccard: Double) {
      switch jaccard {
      case ...0.5: self = .dissolved
      case ..<0.6: self = .doubtful
      case ..<0.75: self = .pattern
      case ..<0.85: self = .stable
      default: self = .high
      }
    }
  }

  /// The mean Jaccard coefficient of each cluster, *k* numbers from 0 to 1.
  public let jaccard: [Double]

  /// Creates a stability from the mean coefficients.
  public init(jaccard: [Double]) {
    self.jaccard = jaccard
  }

  /// The coefficient of the least stable cluster; 0 without clusters.
  public var minimum: Double { jaccard.min() ?? 0 }

  /// The grade of each cluster.
  public var grades: [Grade] { jaccard.map(Grade.init) }
}

/// How stability is measured.
public struct StabilityMeasurement: Hashable, Sendable {
  /// The number of resamples, at least 1.
  public var resamples: Int
  /// The number of starts of each search in a resample.
  public var starts: Int
  /// The seed of all random draws.
  public var seed: UInt64
  /// Whether each search ends with single-point exchanges.
  public var exchanges: Bool

  /// Creates a way to measure.
  ///
  /// - Precondition: At least one resample and one start.
  public init(resamples: Int = 100, starts: Int = 4, seed: UInt64 = 1, exchanges: Bool = true) {
    precondition(resamples >= 1 && starts >= 1, "stability needs a resample and a start")
    self.resamples = resamples
    self.starts = starts
    self.seed = seed
    self.exchanges = exchanges
  }

  /// Measures each partition over the same resamples.
  ///
  /// A resample that holds fewer distinct rows than clusters is divided into as many clusters as it has distinct rows.
  ///
  /// - Parameters:
  ///   - data: Shape *n* × *d*; finite, at least one row.
  ///   - partitions: Divisions of the rows of `data`.
  /// - Returns: One stability a partition, in the same order.
  public func measure(_ data: Matrix, _ partitions: [Partition]) async -> [Stability] {
    let observations = Observations(data)
    let (seed, starts, exchanges) = (seed, starts, exchanges)
    let most = partitions.map(\.clusters).max() ?? 0
    let resampled = await inParallel(count: resamples) { resample -> [[Double?]] in
      var generator = SeededGenerator(seed: seed, streams: Stream.bootstrap, resample)
      let rows = drawnOnce(observations.rows, using: &generator)
      let drawn = observations.selecting(rows)
      let distinct = data.selectingRows(rows).distinctRowCount(upTo: most)
      return partitions.map { partition in
        let search = KMeans(
          clusters: min(partition.clusters, distinct), starts: starts, seed: seed,
          stream: [Stream.bootstrap, resample], exchanges: exchanges)
        return similarities(of: partition, rows: rows, to: Partition(labels: search.quickFit(drawn)))
      }
    }
    return partitions.indices.map { index in
      Stability(
        jaccard: (0..<partitions[index].clusters).map { cluster in
          resampled.compactMap { $0[index][cluster] }.mean ?? 0
        })
    }
  }
}

/// Returns the rows that were drawn at least once in `count` draws with replacement, in order.
func drawnOnce(_ count: Int, using generator: inout SeededGenerator) -> [Int] {
  var drawn = [Bool](repeating: false, count: count)
  for _ in 0..<count { drawn[generator.index(below: count)] = true }
  return drawn.indices.filter { drawn[$0] }
}

/// Returns for each cluster its highest Jaccard coefficient with a cluster of the drawn rows; `nil` when none of its rows
/// was drawn.
func similarities(of partition: Partition, rows: [Int], to found: Partition) -> [Double?] {
  var shared = [[Int]](repeating: Array(repeating: 0, count: found.clusters), count: partition.clusters)
  var drawn = [Int](repeating: 0, count: partition.clusters)
  for (index, row) in rows.enumerated() {
    shared[partition.labels[row]][found.labels[index]] += 1
    drawn[partition.labels[row]] += 1
  }
  return shared.enumerated().map { cluster, counts in
    guard drawn[cluster] > 0 else { return nil }
    return counts.enumerated()
      .map { Double($1) / Double(drawn[cluster] + found.sizes[$0] - $1) }
      .max()
  }
}
