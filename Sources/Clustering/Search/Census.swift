/// What many starts of the same search found: each distinct optimum once, and how often.
///
/// > Good, I. J. (1953). The population frequencies of species and the estimation of population parameters.
/// > doi:10.1093/biomet/40.3-4.237
public struct Census: Hashable, Sendable {
  /// A division at which a descent came to rest.
  public struct Optimum: Hashable, Sendable {
    /// The division.
    public let partition: Partition
    /// The sum of squared distances to the centroids.
    public let inertia: Double
    /// The number of starts that ended here.
    public let hits: Int
    /// The index of the first of these starts.
    public let firstStart: Int
  }

  /// Where one start ended.
  typealias Found = (partition: Partition, inertia: Double)

  /// The number of starts.
  public private(set) var starts = 0
  /// The distinct optima by inertia, the lowest first; of two with the same inertia the one found first.
  public private(set) var optima: [Optimum] = []

  /// The number of starts that found the best optimum.
  public var hits: Int { optima.first?.hits ?? 0 }

  /// How much higher the second-best optimum's inertia is, as a share of the best; `nil` with a single optimum.
  public var gapToSecond: Double? {
    guard optima.count > 1, optima[0].inertia > 0 else { return nil }
    return optima[1].inertia / optima[0].inertia - 1
  }

  /// The chance that one more start would end in an optimum not seen yet, estimated after Good and Turing as the share of
  /// starts whose optimum was found once.
  public var chanceOfNew: Double {
    starts == 0 ? 1 : Double(optima.count { $0.hits == 1 }) / Double(starts)
  }

  /// Creates an empty census.
  init() {}

  init(starts: Int, optima: [Optimum]) {
    self.starts = starts
    self.optima = optima
  }

  /// Creates a census of what was found, in the order of the starts.
  init(_ found: [Found]) { add(found) }

  /// Counts what further starts found, in their order.
  mutating func add(_ found: [Found]) {
    var known: [Partition: Int] = [:]
    for (index, optimum) in optima.enumerated() { known[optimum.partition] = index }
    for item in found {
      if let index = known[item.partition] {
        let old = optima[index]
        optima[index] = Optimum(
          partition: old.partition, inertia: old.inertia, hits: old.hits + 1, firstStart: old.firstStart)
      } else {
        known[item.partition] = optima.count
        optima.append(
          Optimum(partition: item.partition, inertia: item.inertia, hits: 1, firstStart: starts))
      }
      starts += 1
    }
    optima.sort { ($0.inertia, $0.firstStart) < ($1.inertia, $1.firstStart) }
  }
}

extension Observations {
  /// Returns where a start ended that gave the rows these labels.
  ///
  /// The bits of the inertia depend on the division alone, because clusters stand in the order of the partition.
  func found(_ labels: [Int]) -> Census.Found {
    let partition = Partition(labels: labels)
    return (partition, inertia(partition.labels, clusters: partition.clusters))
  }
}
