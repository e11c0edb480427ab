/// How clusters were drawn within strata, and rows within clusters: what every variance is computed from.
///
/// In a wave the clusters are units and the rows are their respondents; in a sample of single elements every row is a
/// cluster of its own.
public struct SamplingStages: Hashable, Sendable {
  /// What a cluster in which one row was drawn adds at the second stage, where its own variance cannot be seen.
  public enum LonelyRule: String, Hashable, Sendable, Codable, CaseIterable {
    /// The variance within clusters, pooled over all clusters with two rows or more.
    case pooled
    /// Nothing, as R's `survey` does with `survey.lonely.psu = "remove"`.
    case none
  }

  /// The stratum of each cluster.
  public let stratumOfCluster: [Int]
  /// The number of clusters that were drawn in each stratum.
  public let drawn: [Int]
  /// The number of clusters that there are in each stratum; `nil` when unknown or very many, and then no finite
  /// population correction is made and no second stage is added.
  public let population: [Int?]
  /// The number of rows that there are in each cluster, `nil` for very many; without a list the second stage is left
  /// out, as when every row of a cluster was taken.
  public let rowsInCluster: [Int?]?
  /// What a cluster with one row adds at the second stage.
  public let lonely: LonelyRule
  /// How likely each cluster was to be in the sample, where that differs within a stratum; `nil` when it is the share of
  /// its stratum that was drawn.
  public private(set) var fractions: [Double]?

  /// Creates stages.
  ///
  /// - Parameters:
  ///   - stratumOfCluster: The stratum of each cluster, from 0 on.
  ///   - population: For each stratum the number of clusters that there are, at least as many as were drawn.
  ///   - rowsInCluster: For each cluster the number of rows that there are; see ``rowsInCluster``.
  ///   - lonely: What a cluster with one row adds at the second stage.
  /// - Precondition: Every stratum is on the list of `population`; `rowsInCluster` has a number for each cluster.
  public init(
    stratumOfCluster: [Int], population: [Int?], rowsInCluster: [Int?]? = nil, lonely: LonelyRule = .pooled
  ) {
    precondition(stratumOfCluster.allSatisfy(population.indices.contains), "each cluster lies in a known stratum")
    precondition(rowsInCluster.map { $0.count == stratumOfCluster.count } ?? true, "each cluster has a number of rows")
    var drawn = [Int](repeating: 0, count: population.count)
    for stratum in stratumOfCluster { drawn[stratum] += 1 }
    self.stratumOfCluster = stratumOfCluster
    self.drawn = drawn
    self.population = population
    self.rowsInCluster = rowsInCluster
    self.lonely = lonely
  }

  /// Creates stages without strata in which rows are drawn from very many in each cluster.
  ///
  /// - Parameters:
  ///   - clusters: The number of clusters that were drawn.
  ///   - population: The number of clusters that there are, or `nil` when unknown.
  public init(clusters: Int, population: Int?) {
    self.init(
      stratumOfCluster: Array(repeating: 0, count: clusters), population: [population],
      rowsInCluster: Array(repeating: nil, count: clusters))
  }

  /// Returns the stages of clusters that answered more or less readily: each with a fraction of its own.
  ///
  /// So a city that nearly always answers leaves little to chance, though many small clusters did not. The fraction of a
  /// cluster is what is known of its probability to answer: one over its calibrated weight.
  ///
  /// > Särndal, C., Swensson, B. and Wretman, J. (1992). Model Assisted Survey Sampling, section 15.6 (response
  /// > homogeneity groups). doi:10.1007/978-1-4612-4378-6
  ///
  /// - Parameter fractions: From 0 to 1, one a cluster.
  /// - Returns: The stages.
  public func answering(_ fractions: [Double]) -> SamplingStages {
    precondition(fractions.count == stratumOfCluster.count, "each cluster has a fraction")
    var stages = self
    stages.fractions = fractions
    return stages
  }

  /// Returns how likely a cluster was to be in the sample; 0 when the number of clusters is unknown.
  public func fraction(ofCluster cluster: Int) -> Double {
    let stratum = stratumOfCluster[cluster]
    if population[stratum] == nil { return 0 }
    return fractions?[cluster] ?? fraction(of: stratum)
  }

  /// The share of the clusters of a stratum that was drawn; 0 when the number of clusters is unknown.
  public func fraction(of stratum: Int) -> Double {
    guard let population = population[stratum], population > 0 else { return 0 }
    return min(1, Double(drawn[stratum]) / Double(population))
  }

  /// The number of clusters minus the number of strata with a cluster.
  public var degreesOfFreedom: Int { stratumOfCluster.count - drawn.count { $0 > 0 } }

  /// Returns the variance over both stages of a sum of weighted values.
  ///
  /// With *f* the share of a stratum's *n* clusters that was drawn and *tᵢ* the totals of the clusters, the first stage
  /// gives (1 − *f*) · *n* / (*n* − 1) · Σ (*tᵢ* − *t̄*)², summed over strata. The second adds for each cluster
  /// *f* · (1 − *gᵢ*) · *mᵢ* / (*mᵢ* − 1) · *Qᵢ*, with *gᵢ* the share of its rows that was drawn, *mᵢ* their number and
  /// *Qᵢ* the squares of their weighted values about the cluster's mean. A cluster with one row follows ``lonely``; with
  /// ``fractions`` of their own, each cluster has its own *f* in both sums.
  ///
  /// - Parameter values: The values by cluster.
  /// - Returns: The variance, at least 0; `nil` when a stratum of which one cluster was drawn holds others.
  /// - Precondition: `values` has every cluster.
  /// - Complexity: O(clusters + strata).
  ///
  /// > Särndal, C., Swensson, B. and Wretman, J. (1992). Model Assisted Survey Sampling, chapter 4.
  /// > doi:10.1007/978-1-4612-4378-6
  public func variance(of values: ClusterValues) -> Double? {
    parts(of: values).map { $0.first + $0.second }
  }

  /// Returns the two parts of the variance: that of the clusters, and that of the rows within them.
  func parts(of values: ClusterValues) -> (first: Double, second: Double)? {
    precondition(values.totals.count == stratumOfCluster.count, "every cluster has a total")
    guard !stratumOfCluster.isEmpty, let first = firstStage(values.totals) else { return nil }
    return (first, secondStage(values))
  }

  private func secondStage(_ values: ClusterValues) -> Double {
    guard let rowsInCluster else { return 0 }
    let pooled = lonely == .pooled ? values.pooledSquare : 0
    var sum = 0.0
    for cluster in stratumOfCluster.indices where values.rows[cluster] > 0 {
      let fraction = fraction(ofCluster: cluster)
      if fraction == 0 { continue }
      let rows = Double(values.rows[cluster])
      let open = rowsInCluster[cluster].map { max(0, 1 - rows / Double(max(1, $0))) } ?? 1
      let within =
        values.rows[cluster] == 1
        ? values.scales[cluster] * values.scales[cluster] * pooled : values.squares[cluster] * rows / (rows - 1)
      sum += fraction * open * within
    }
    return sum
  }

  private func firstStage(_ totals: [Double]) -> Double? {
    var means = [Double](repeating: 0, count: drawn.count)
    for (total, stratum) in zip(totals, stratumOfCluster) { means[stratum] += total }
    for stratum in means.indices where drawn[stratum] > 0 { means[stratum] /= Double(drawn[stratum]) }
    var squares = [Double](repeating: 0, count: drawn.count)
    for (cluster, stratum) in stratumOfCluster.enumerated() {
      let open = 1 - fraction(ofCluster: cluster)
      // What rounding leaves open is not left to chance.
      if open < 1e-12 { continue }
      guard drawn[stratum] > 1 else { return nil }
      squares[stratum] += open * (totals[cluster] - means[stratum]) * (totals[cluster] - means[stratum])
    }
    var sum = 0.0
    for stratum in drawn.indices where drawn[stratum] > 1 {
      sum += squares[stratum] * Double(drawn[stratum]) / Double(drawn[stratum] - 1)
    }
    return sum
  }
}

/// Weighted values of a sample, summed up by cluster.
public struct ClusterValues: Hashable, Sendable {
  /// The sum of the weighted values of each cluster.
  public var totals: [Double]
  /// The squares of the weighted values about the mean of their cluster.
  public var squares: [Double]
  /// The number of rows of each cluster that take part; 0 for a cluster outside the domain.
  public var rows: [Int]
  /// The weight of one row of each cluster, by which pooled squares are brought to the cluster's scale.
  public var scales: [Double]

  /// Creates values of 0.
  public init(clusters: Int) {
    totals = Array(repeating: 0, count: clusters)
    squares = totals
    rows = Array(repeating: 0, count: clusters)
    scales = totals
  }

  /// The variance of an unweighted value within clusters, pooled over the clusters with two rows or more; 0 without one.
  var pooledSquare: Double {
    var squares = 0.0
    var degrees = 0
    for cluster in rows.indices where rows[cluster] > 1 && scales[cluster] != 0 {
      squares += self.squares[cluster] / (scales[cluster] * scales[cluster])
      degrees += rows[cluster] - 1
    }
    return degrees > 0 ? squares / Double(degrees) : 0
  }
}
