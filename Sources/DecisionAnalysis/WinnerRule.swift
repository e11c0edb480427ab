/// When a first place is sure enough to be called a winner.
///
/// The winner comes first on the score and on the acceptability, has at least ``acceptability``, and at least ``ahead``
/// more than the next. "No clear winner" is a legal outcome.
public struct WinnerRule: Hashable, Sendable {
  /// The least share of the draws in which a clear winner comes first.
  public var acceptability: Double
  /// The least distance in acceptability to the next alternative.
  public var ahead: Double

  /// Creates a rule.
  public init(acceptability: Double = 0.6, ahead: Double = 0.2) {
    self.acceptability = acceptability
    self.ahead = ahead
  }

  /// What the rule says about a ranking.
  public enum Verdict: Hashable, Sendable {
    /// One alternative wins.
    case clear(Int)
    /// Several could win; indices in falling order of acceptability, the lowest index first where equal. Empty when no
    /// alternative takes part.
    case contested([Int])
  }

  /// Returns the verdict over alternatives.
  ///
  /// Contenders are the alternatives that come first on the score, and those less than ``ahead`` behind the highest
  /// acceptability.
  ///
  /// - Parameters:
  ///   - scores: The score of each alternative (*a*); `nil` for those that take no part.
  ///   - shares: The share of the draws in which each comes first (*a*).
  /// - Returns: The winner, or those that could win.
  public func verdict(scores: [Double?], acceptability shares: [Double]) -> Verdict {
    precondition(scores.count == shares.count, "one acceptability a score")
    let present = scores.indices.filter { scores[$0] != nil }
    let order = present.sorted { (shares[$1], $0) < (shares[$0], $1) }
    guard let first = order.first, let highest = scores.compactMap({ $0 }).max() else { return .contested([]) }
    let next = order.dropFirst().first.map { shares[$0] } ?? 0
    // Shares are sums of many small parts: a distance that is .20 but for the last bits is .20.
    let slack = 1e-12
    let best = present.filter { scores[$0] == highest }
    if best == [first], shares[first] >= acceptability - slack, shares[first] - next >= ahead - slack {
      return .clear(first)
    }
    return .contested(order.filter { best.contains($0) || shares[first] - shares[$0] < ahead - slack })
  }
}
