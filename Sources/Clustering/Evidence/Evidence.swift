public import Matrices

/// What speaks for and against one number of clusters, all of it measured on the best division found.
public struct Evidence: Hashable, Sendable {
  /// The best division, its centroids and the census of the search.
  public let fit: KMeansFit
  /// The silhouette of the division.
  public let silhouette: Silhouette
  /// The index of Caliński and Harabasz, higher is better.
  public let calinskiHarabasz: Double?
  /// The index of Davies and Bouldin as scikit-learn defines it, lower is better.
  public let daviesBouldin: Double?
  /// The gap statistic; `nil` in a quick search.
  public let gap: GapStatistic.Value?
  /// The clusterwise stability; `nil` in a quick search.
  public let stability: Stability?
  /// The prediction strength; `nil` in a quick search, or when no halving counts.
  public let prediction: PredictionStrength?

  /// The number of clusters, *k*.
  public var clusters: Int { fit.partition.clusters }
  /// The number of rows in the smallest cluster.
  public var smallest: Int { fit.partition.sizes.min() ?? 0 }
  /// The mean silhouette; `nil` with a single cluster, which has none.
  public var meanSilhouette: Double? { clusters > 1 ? silhouette.mean : nil }

  /// Creates evidence from what was measured.
  public init(
    fit: KMeansFit, silhouette: Silhouette, calinskiHarabasz: Double?, daviesBouldin: Double?,
    gap: GapStatistic.Value?, stability: Stability?, prediction: PredictionStrength? = nil
  ) {
    self.fit = fit
    self.silhouette = silhouette
    self.calinskiHarabasz = calinskiHarabasz
    self.daviesBouldin = daviesBouldin
    self.gap = gap
    self.stability = stability
    self.prediction = prediction
  }
}

/// A search over several numbers of clusters, with the evidence for each.
public struct EvidenceSearch: Hashable, Sendable {
  /// How much is measured.
  public enum Depth: String, Hashable, Sendable, CaseIterable {
    /// All but the gap statistic, the stability and the prediction strength.
    case quick
    /// Everything.
    case full
  }

  /// The numbers of clusters, from at least 1.
  public var clusters: ClosedRange<Int>
  /// The number of starts for each.
  public var starts: Int
  /// The seed of all random draws.
  public var seed: UInt64
  /// How much is measured.
  public var depth: Depth
  /// The number of references of the gap statistic.
  public var references: Int
  /// The number of resamples for the stability.
  public var resamples: Int
  /// The number of halvings for the prediction strength.
  public var halvings: Int
  /// The number of starts of each search in a reference, a resample or a half.
  public var refitStarts: Int
  /// The box from which the references of the gap statistic are drawn.
  public var box: GapBox
  /// Whether each search ends with single-point exchanges.
  public var exchanges = true
  /// How first centroids are drawn for the division itself.
  public var seeding = Seeding.greedy
  /// When the search for a number of clusters stops before all starts are made.
  public var until: StopRule?

  /// Creates a search.
  public init(
    clusters: ClosedRange<Int>, starts: Int = 200, seed: UInt64 = 1, depth: Depth = .full, references: Int = 50,
    resamples: Int = 100, halvings: Int = 50, refitStarts: Int = 20, box: GapBox = .components
  ) {
    self.clusters = clusters
    self.starts = starts
    self.seed = seed
    self.depth = depth
    self.references = references
    self.resamples = resamples
    self.halvings = halvings
    self.refitStarts = refitStarts
    self.box = box
  }

  /// Searches the rows of `data` (shape *n* × *d*, finite).
  ///
  /// - Parameters:
  ///   - data: The rows.
  ///   - divisions: What every start found, for each number of clusters in order, when that is known already
  ///     (``divisions(of:starts:)``); `nil` makes the starts.
  /// - Returns: The evidence for each number of clusters.
  /// - Precondition: `data` holds at least as many distinct rows as the largest number of clusters.
  public func run(_ data: Matrix, divisions: [[Partition]]? = nil) async -> EvidenceTable {
    precondition(data.hasDistinctRows(clusters.upperBound), "at least as many distinct rows as clusters")
    let observations = Observations(data)
    var fits: [KMeansFit] = []
    for (index, count) in clusters.enumerated() {
      if let divisions {
        let found = divisions[index].map { observations.found($0.labels) }
        fits.append(KMeansFit(observations, census: Census(found)))
      } else {
        fits.append(await search(into: count).fit(observations))
      }
    }
    let partitions = fits.map(\.partition)
    var gap: GapStatistic?
    var stabilities: [Stability] = []
    var predictions: [PredictionStrength?] = []
    if depth == .full {
      gap = await GapMeasurement(
        references: references, starts: refitStarts, seed: seed, box: box, exchanges: exchanges
      )
      .measure(data, partitions: partitions, upTo: clusters.upperBound)
      stabilities = await StabilityMeasurement(
        resamples: resamples, starts: refitStarts, seed: seed, exchanges: exchanges
      )
      .measure(data, partitions)
      predictions = await PredictionMeasurement(
        halvings: halvings, starts: refitStarts, seed: seed, exchanges: exchanges
      )
      .measure(data, clusters: Array(clusters))
    }
    let rows = fits.enumerated().map { index, fit in
      Evidence(
        fit: fit, silhouette: Silhouette(of: observations, fit.partition),
        calinskiHarabasz: Clustering.calinskiHarabasz(of: data, fit.partition),
        daviesBouldin: Clustering.daviesBouldin(of: data, fit.partition), gap: gap?[fit.partition.clusters],
        stability: stabilities.isEmpty ? nil : stabilities[index],
        prediction: predictions.isEmpty ? nil : predictions[index])
    }
    return EvidenceTable(rows: rows, gap: gap)
  }
}

extension EvidenceSearch {
  /// Makes some of the starts of the search, and nothing else.
  ///
  /// A start has a random sequence of its own, named by its index, so that it finds the same wherever it is made.
  ///
  /// - Parameters:
  ///   - data: The rows (shape *n* × *d*, finite).
  ///   - starts: The indices of the starts, from 0.
  /// - Returns: For each number of clusters in order what the starts found, in their order.
  /// - Precondition: As for ``run(_:divisions:)``.
  public func divisions(of data: Matrix, starts: [Int]) async -> [[Partition]] {
    precondition(data.hasDistinctRows(clusters.upperBound), "at least as many distinct rows as clusters")
    let observations = Observations(data)
    var divisions: [[Partition]] = []
    for count in clusters {
      divisions.append(await search(into: count).descents(observations, starts).map(\.partition))
    }
    return divisions
  }

  private func search(into count: Int) -> KMeans {
    KMeans(clusters: count, starts: starts, seed: seed, exchanges: exchanges, seeding: seeding, until: until)
  }
}

/// The evidence for several numbers of clusters, from few to many.
public struct EvidenceTable: Hashable, Sendable {
  /// The evidence for each number of clusters.
  public let rows: [Evidence]
  /// The gap statistic from a single cluster on; `nil` in a quick search.
  public let gap: GapStatistic?

  /// Creates a table; the rows run from few to many clusters.
  public init(rows: [Evidence], gap: GapStatistic?) {
    self.rows = rows
    self.gap = gap
  }

  /// The evidence for a number of clusters, if it was searched.
  public subscript(clusters: Int) -> Evidence? { rows.first { $0.clusters == clusters } }
}
