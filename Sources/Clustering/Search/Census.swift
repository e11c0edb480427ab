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

  /// The number of starts.
  public let starts: Int
  /// The distinct optima by inertia, the lowest first; of two with the same inertia the one found first.
  public let optima: [Optimum]

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

  /// Creates a census of what was found, in the order of the starts.
  init(_ found: [(partition: Partition, inertia: Double)]) {
    starts = found.count
    var known: [Partition: Int] = [:]
    var optima: [(start: Int, hits: Int)] = []
    for (start, item) in found.enumerated() {
      if let index = known[item.partition] {
        optima[index].hits += 1
      } else {
        known[item.partition] = optima.count
        optima.append((start, 1))
      }
    }
    self.optima =
      optima
      .map {
        Optimum(
          partition: found[$0.start].partition, inertia: found[$0.start].inertia, hits: $0.hits, firstStart: $0.start)
      }
      .sorted { ($0.inertia, $0.firstStart) < ($1.inertia, $1.firstStart) }
  }
}
