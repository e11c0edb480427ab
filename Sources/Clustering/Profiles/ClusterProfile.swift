public import Matrices

/// How the rows of a cluster differ from all others on one column.
public struct ColumnEffect: Hashable, Sendable {
  /// The mean of the cluster's rows.
  public let mean: Double
  /// The mean of all other rows; `nil` with a single cluster.
  public let elsewhere: Double?
  /// Cohen's *d*: the difference of the two means over the pooled standard deviation of the two groups, with
  /// (*n*₁ − 1) and (*n*₂ − 1) as weights and no correction for small groups.
  ///
  /// Above 0 the cluster lies higher. `nil` with a single cluster, below three rows, and when neither group varies.
  ///
  /// > Cohen, J. (1988). Statistical power analysis for the behavioral sciences. doi:10.4324/9780203771587
  public let cohensD: Double?
}

/// The effects of every column in every cluster, and how much of each column the clusters explain.
///
/// On the columns that the clusters were made from these numbers are circular: they describe, and test nothing.
public struct ClusterProfiles: Hashable, Sendable {
  /// The effects, by cluster and then by column: *k* × *d*.
  public let effects: [[ColumnEffect]]
  /// Eta squared of each column: the share of its sum of squares that lies between the clusters, from 0 to 1; `nil` for a
  /// column that does not vary.
  public let etaSquared: [Double?]

  /// Compares the clusters.
  ///
  /// - Parameters:
  ///   - data: Shape *n* × *d*; finite.
  ///   - partition: A division of the rows of `data`.
  /// - Precondition: `partition` divides the rows of `data`.
  /// - Complexity: O(*n* · *d* + *k* · *d*).
  public init(of data: Matrix, _ partition: Partition) {
    precondition(partition.rows == data.rows, "a partition of the rows of the data")
    let columns = (0..<data.columns).map { GroupedColumn(data.column($0), partition) }
    effects = (0..<partition.clusters).map { cluster in columns.map { $0.effect(of: cluster) } }
    etaSquared = columns.map(\.etaSquared)
  }

  /// Returns the columns of a cluster by the size of their effect, the largest first; of equals the lower index.
  ///
  /// - Parameters:
  ///   - cluster: The cluster.
  ///   - columns: The columns that are ranked.
  /// - Returns: The columns; those without an effect are left out.
  public func strongest(in cluster: Int, among columns: [Int]) -> [Int] {
    columns.compactMap { column in effects[cluster][column].cohensD.map { (column, $0.magnitude) } }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
  }
}

/// The sums of one column by cluster.
private struct GroupedColumn {
  private let mean: Double
  private let sizes: [Int]
  private let means: [Double]
  /// The sum of squares of each cluster around its mean.
  private let within: [Double]

  init(_ values: [Double], _ partition: Partition) {
    mean = values.mean ?? 0
    sizes = partition.sizes
    var sums = [Double](repeating: 0, count: sizes.count)
    for (value, label) in zip(values, partition.labels) { sums[label] += value }
    let means = zip(sums, sizes).map { $0 / Double($1) }
    var within = [Double](repeating: 0, count: sizes.count)
    for (value, label) in zip(values, partition.labels) {
      within[label] += (value - means[label]) * (value - means[label])
    }
    self.means = means
    self.within = within
  }

  private func between(_ cluster: Int) -> Double {
    Double(sizes[cluster]) * (means[cluster] - mean) * (means[cluster] - mean)
  }

  var etaSquared: Double? {
    let between = sizes.indices.reduce(0) { $0 + self.between($1) }
    let total = between + within.reduce(0, +)
    return total > 0 ? between / total : nil
  }

  func effect(of cluster: Int) -> ColumnEffect {
    let others = sizes.indices.filter { $0 != cluster }
    let count = others.reduce(0) { $0 + sizes[$1] }
    guard count > 0 else { return ColumnEffect(mean: means[cluster], elsewhere: nil, cohensD: nil) }
    let elsewhere = others.reduce(0) { $0 + Double(sizes[$1]) * means[$1] } / Double(count)
    // The others' squares around their common mean: within each cluster, and between these.
    let spread = others.reduce(0.0) { sum, other in
      sum + within[other] + Double(sizes[other]) * (means[other] - elsewhere) * (means[other] - elsewhere)
    }
    let freedom = sizes[cluster] + count - 2
    let pooled = freedom > 0 ? ((within[cluster] + spread) / Double(freedom)).squareRoot() : 0
    return ColumnEffect(
      mean: means[cluster], elsewhere: elsewhere,
      cohensD: pooled > 0 ? (means[cluster] - elsewhere) / pooled : nil)
  }
}
