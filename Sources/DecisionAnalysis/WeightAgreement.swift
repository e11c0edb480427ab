import Matrices

/// How far the members of a group agree on the weights of criteria.
///
/// Two things are told apart: whether members have the same order of importance (``concordance``), and how much weight they
/// would have to move to weigh the same (``meanDistance``). Members may agree on the one and not on the other.
///
/// Where several members are equally far, as two always are, nobody is the farthest; differences below 2⁻³² count as none.
public struct WeightAgreement: Hashable, Sendable {
  /// What the members make of one criterion.
  public struct Spread: Hashable, Sendable {
    /// The mean of their weights.
    public var mean: Double
    /// The least of their weights.
    public var least: Double
    /// The greatest of their weights.
    public var greatest: Double
    /// The index of the member who lies farthest from the mean; `nil` when all give the same, and when several are equally far.
    public var farthest: Int?
  }

  /// Kendall's coefficient of concordance, corrected for ties.
  ///
  /// `nil` when it is not defined; see ``DecisionAnalysis/concordance(_:)``.
  public let concordance: Double?
  /// The mean of the distances between all pairs of members, 0 to 1.
  ///
  /// `nil` for fewer than two members; see ``weightDistance(_:_:)``.
  public let meanDistance: Double?
  /// What they make of each criterion (*c*).
  public let spreads: [Spread]
  /// How far each member (*m*) lies from the mean of all.
  public let distances: [Double]
  /// The index of the member who lies farthest from the mean of all; `nil` when all weigh the same, and when several are
  /// equally far.
  public let farthest: Int?

  /// The mean of the weights of all members (*c*), adding up to 1.
  public var mean: [Double] { spreads.map(\.mean) }

  /// Compares the weights of members.
  ///
  /// - Parameter weights: For each member (*m*, at least one) a weight for each criterion (*c*), adding up to 1.
  /// - Precondition: There is a member, and all weigh the same criteria.
  /// - Complexity: O(*m* · *c*² + *m*² · *c*).
  public init(_ weights: [[Double]]) {
    precondition(!weights.isEmpty, "a group has members")
    let count = weights[0].count
    precondition(weights.allSatisfy { $0.count == count }, "all members weigh the same criteria")
    concordance = DecisionAnalysis.concordance(weights)
    var pairs: [Double] = []
    for (index, one) in weights.enumerated() {
      for other in weights[(index + 1)...] { pairs.append(weightDistance(one, other)) }
    }
    meanDistance = pairs.isEmpty ? nil : pairs.sum / Double(pairs.count)
    let spreads = (0..<count).map { criterion in
      let own = weights.map { $0[criterion] }
      let mean = own.sum / Double(own.count)
      return Spread(
        mean: mean, least: own.min() ?? mean, greatest: own.max() ?? mean,
        farthest: indexOfFarthest(own.map { ($0 - mean).magnitude }))
    }
    self.spreads = spreads
    distances = weights.map { weightDistance($0, spreads.map(\.mean)) }
    farthest = indexOfFarthest(distances)
  }
}

/// Returns the index of the greatest distance; `nil` when all are nothing, and when several are the greatest.
private func indexOfFarthest(_ distances: [Double]) -> Int? {
  let rounded = distances.map(\.roundedToGrid)
  guard let most = rounded.max(), most > 0, rounded.count(where: { $0 == most }) == 1 else { return nil }
  return rounded.firstIndex(of: most)
}
