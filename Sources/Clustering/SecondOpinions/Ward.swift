public import Matrices
import RealModule

/// A tree of merges: every row begins as a cluster of its own, and each merge makes one of two.
public struct MergeTree: Hashable, Sendable {
  /// Two clusters that became one; each is named by its lowest row.
  public struct Merge: Hashable, Sendable {
    /// The lowest row of both, and so the name of what came of them.
    public let first: Int
    /// The lowest row of the other.
    public let second: Int
    /// The height at which they merged.
    public let height: Double
  }

  /// The number of rows, *n*.
  public let rows: Int
  /// The merges in the order in which they were made, *n* − 1 of them.
  public let merges: [Merge]

  /// Returns the division into *k* clusters: the one before the last *k* − 1 merges.
  ///
  /// - Precondition: *k* from 1 to *n*; 0 without rows.
  /// - Complexity: O(*n*) beside the making of the partition.
  public func partition(into clusters: Int) -> Partition {
    precondition(clusters <= rows && clusters >= min(1, rows), "from one cluster to as many as rows")
    var parent = Array(0..<rows)
    for merge in merges.prefix(rows - clusters) { parent[merge.second] = merge.first }
    // A row's parent is lower than the row, so that its name is known before its own turn.
    for row in parent.indices { parent[row] = parent[parent[row]] }
    return Partition(labels: parent)
  }
}

/// Ward's method: merges, each time, the two clusters that raise the sum of squared distances to the means least.
///
/// The height of a merge is √(2 *a* *b* / (*a* + *b*)) times the distance of the two means, with *a* and *b* rows: the
/// Euclidean distance for single rows, and the root of twice the rise of the sum for all. (`hclust(method = "ward.D2")`
/// in R, `linkage(method="ward")` in scipy.)
///
/// Of pairs with the same cost the one is merged whose lower name is lowest, and then whose higher name is, a cluster being
/// named by its lowest row, as in R.
///
/// > Ward, J. (1963). Hierarchical grouping to optimize an objective function. doi:10.1080/01621459.1963.10500845
/// > Murtagh, F. and Legendre, P. (2014). Ward's hierarchical agglomerative clustering method: which algorithms implement
/// > Ward's criterion? doi:10.1007/s00357-014-9161-z
///
/// - Parameter data: Shape *n* × *d*; finite.
/// - Returns: The tree of all merges; they become no cheaper, so that any number of clusters can be cut from it.
/// - Complexity: O(*n*² · *d*) for the distances; O(*n*²) time for the merges as a rule, O(*n*³) at worst; O(*n*²) memory.
public func wardTree(of data: Matrix) -> MergeTree {
  var merging = WardMerging(data)
  return MergeTree(rows: data.rows, merges: (0..<max(0, data.rows - 1)).map { _ in merging.merge() })
}

/// Clusters with twice the rise of the sum of squares of each two of them, and for each the best partner above it.
private struct WardMerging {
  private let rows: Int
  /// Row by row, only the part above the diagonal is used.
  private var costs: [Double]
  private var sizes: [Double]
  private var isOpen: [Bool]
  private var partner: [Int]
  private var partnerCost: [Double]

  init(_ data: Matrix) {
    rows = data.rows
    // Squares of rounded roots, as in R, which is given distances.
    costs = Dissimilarities(euclidean: data).values.map { $0 * $0 }
    sizes = Array(repeating: 1, count: data.rows)
    isOpen = Array(repeating: true, count: data.rows)
    partner = Array(repeating: -1, count: data.rows)
    partnerCost = Array(repeating: .infinity, count: data.rows)
    for row in 0..<rows { findPartner(of: row) }
  }

  /// Finds the cluster with a higher name that is cheapest to merge with.
  private mutating func findPartner(of row: Int) {
    var best = (row: -1, cost: Double.infinity)
    for other in row + 1..<max(row + 1, rows) where isOpen[other] {
      let cost = costs[row * rows + other]
      if best.row < 0 || cost < best.cost { best = (other, cost) }
    }
    (partner[row], partnerCost[row]) = (best.row, best.cost)
  }

  /// Merges the cheapest pair.
  mutating func merge() -> MergeTree.Merge {
    var first = -1
    for row in 0..<rows where isOpen[row] && partner[row] >= 0 && (first < 0 || partnerCost[row] < partnerCost[first]) {
      first = row
    }
    let second = partner[first]
    let merge = MergeTree.Merge(first: first, second: second, height: Double.sqrt(max(0, partnerCost[first])))
    isOpen[second] = false
    update(first, second)
    sizes[first] += sizes[second]
    findPartner(of: first)
    for row in 0..<second where isOpen[row] && row != first && (partner[row] == first || partner[row] == second) {
      findPartner(of: row)
    }
    return merge
  }

  /// Gives the costs of merging with two clusters to the one that they become (the update of Lance and Williams).
  private mutating func update(_ first: Int, _ second: Int) {
    let together = costs[first * rows + second]
    for row in 0..<rows where isOpen[row] && row != first {
      let own = place(row, first)
      let share = 1 / (sizes[first] + sizes[second] + sizes[row])
      costs[own] =
        share
        * ((sizes[first] + sizes[row]) * costs[own] + (sizes[second] + sizes[row]) * costs[place(row, second)]
          - sizes[row] * together)
      if row < first, costs[own] < partnerCost[row] { (partner[row], partnerCost[row]) = (first, costs[own]) }
    }
  }

  private func place(_ row: Int, _ other: Int) -> Int { min(row, other) * rows + max(row, other) }
}
