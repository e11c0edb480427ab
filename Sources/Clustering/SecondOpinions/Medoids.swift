/// Partitioning around medoids (PAM): the division of rows into *k* clusters around rows of their own, with a small sum of
/// dissimilarities to them.
///
/// BUILD takes medoids one after the other, each time the row that lowers the sum most (a tie goes to the highest index).
/// SWAP then exchanges, as long as the sum becomes lower, the medoid and the other row whose exchange lowers it most (a
/// tie goes to the lowest row that comes in, then to the lowest medoid that goes out). No chance is involved. These are
/// the steps and ties of `pam` of the R package cluster, and its numbers.
///
/// All candidates to go out are tried at once for a row that comes in, so that an exchange costs O(*n*²) and not
/// O(*k* · *n*²), without another result.
///
/// > Kaufman, L. and Rousseeuw, P. (1990). Finding groups in data. doi:10.1002/9780470316801
/// > Schubert, E. and Rousseeuw, P. (2021). Fast and eager k-medoids clustering. doi:10.1016/j.is.2021.101804
public struct Medoids: Hashable, Sendable {
  /// The number of clusters, *k*, at least 1.
  public var clusters: Int

  /// Creates a search.
  ///
  /// - Precondition: At least one cluster.
  public init(clusters: Int) {
    precondition(clusters >= 1, "medoids need a cluster")
    self.clusters = clusters
  }

  /// Returns the division at which the exchanges come to rest.
  ///
  /// A row belongs to the nearest medoid, a tie going to the medoid with the lowest index; a medoid always belongs to
  /// itself, also beside one that is equal to it.
  ///
  /// - Precondition: At least as many rows as clusters.
  /// - Complexity: O(*k* · *n*² + exchanges · *n*²) time, O(*n*) memory beside the dissimilarities.
  public func fit(_ dissimilarities: Dissimilarities) -> MedoidFit {
    precondition(dissimilarities.rows >= clusters, "as many rows as clusters")
    var search = MedoidSearch(dissimilarities)
    for _ in 0..<clusters { search.build() }
    let built = search.nearest.reduce(0, +)
    if clusters > 1 { search.exchange(cost: built) }
    return search.fit(built: built)
  }
}

/// What partitioning around medoids found.
public struct MedoidFit: Hashable, Sendable {
  /// The division.
  public let partition: Partition
  /// The medoid of each cluster, *k* rows.
  public let medoids: [Int]
  /// The sum of dissimilarities from each row to its medoid.
  public let cost: Double
  /// The same sum before the exchanges.
  public let builtCost: Double
}

/// The medoids taken so far, with each row's dissimilarity to the nearest and the second nearest.
private struct MedoidSearch {
  /// What a row is from a medoid that is not there yet.
  private static let nowhere = Double.infinity

  let data: Dissimilarities
  private(set) var isMedoid: [Bool]
  private(set) var nearest: [Double]
  private var second: [Double]
  private var owner: [Int]

  init(_ data: Dissimilarities) {
    self.data = data
    isMedoid = Array(repeating: false, count: data.rows)
    // As in `pam`: somewhat more than the largest of all, so that the first medoid is the row with the smallest sum.
    let most = (data.values.max() ?? 0) * 1.1 + 1
    nearest = Array(repeating: most, count: data.rows)
    second = Array(repeating: Self.nowhere, count: data.rows)
    owner = Array(repeating: -1, count: data.rows)
  }

  /// Takes the row that lowers the sum most.
  mutating func build() {
    let n = data.rows
    var best = (row: -1, gain: 0.0)
    for row in 0..<n where !isMedoid[row] {
      var gain = 0.0
      for other in 0..<n {
        let less = nearest[other] - data.values[row * n + other]
        if less > 0 { gain += less }
      }
      if gain >= best.gain { best = (row, gain) }
    }
    isMedoid[best.row] = true
    for other in 0..<n { nearest[other] = min(nearest[other], data.values[best.row * n + other]) }
  }

  /// Exchanges medoids until none lowers the sum.
  mutating func exchange(cost built: Double) {
    var cost = built
    while true {
      assign()
      // A change below the rounding of the sum is none.
      guard let best = bestExchange(), best.change < -16 * Double.ulpOfOne * cost else { return }
      isMedoid[best.into] = true
      isMedoid[best.out] = false
      cost += best.change
    }
  }

  private mutating func assign() {
    let n = data.rows
    let medoids = isMedoid.indices.filter { isMedoid[$0] }
    for row in 0..<n {
      (nearest[row], second[row], owner[row]) = (Self.nowhere, Self.nowhere, -1)
      for medoid in medoids {
        let distance = data.values[medoid * n + row]
        if distance < nearest[row] {
          second[row] = nearest[row]
          (nearest[row], owner[row]) = (distance, medoid)
        } else if distance < second[row] {
          second[row] = distance
        }
      }
    }
  }

  /// Returns the exchange with the lowest change of the sum.
  private func bestExchange() -> (into: Int, out: Int, change: Double)? {
    let n = data.rows
    let medoids = isMedoid.indices.filter { isMedoid[$0] }
    var position = [Int](repeating: -1, count: n)
    for (index, medoid) in medoids.enumerated() { position[medoid] = index }
    var best: (into: Int, out: Int, change: Double)?
    for row in 0..<n where !isMedoid[row] {
      var changes = [Double](repeating: 0, count: medoids.count)
      for other in 0..<n {
        let distance = data.values[row * n + other]
        let own = position[owner[other]]
        let moved = distance - nearest[other]
        // The owner goes out: the row goes to the newcomer or to its second. Another goes out: only to a nearer newcomer.
        let change = min(distance, second[other]) - nearest[other]
        if moved < 0 {
          for index in changes.indices { changes[index] += index == own ? change : moved }
        } else {
          changes[own] += change
        }
      }
      for (index, change) in changes.enumerated() where change < best?.change ?? 1 {
        best = (row, medoids[index], change)
      }
    }
    return best
  }

  mutating func fit(built: Double) -> MedoidFit {
    assign()
    for row in isMedoid.indices where isMedoid[row] { (owner[row], nearest[row]) = (row, 0) }
    let partition = Partition(labels: owner)
    var medoids = [Int](repeating: 0, count: partition.clusters)
    for row in isMedoid.indices where isMedoid[row] { medoids[partition.labels[row]] = row }
    return MedoidFit(partition: partition, medoids: medoids, cost: nearest.reduce(0, +), builtCost: built)
  }
}
