/// How sure it is that a row belongs to its cluster, in one letter.
public enum CertaintyGrade: String, Hashable, Sendable, CaseIterable {
  /// Sure.
  case a = "A"
  /// Fairly sure.
  case b = "B"
  /// Unsure.
  case c = "C"
  /// A toss-up.
  case d = "D"
}

/// From where on each grade is given.
///
/// The share of joint replicates in which a row keeps its cluster decides (``JointReplicates``); a row that lies nearly as
/// near to another centroid, or that an optimum nearly as good would move, gets no A, whatever its share.
public struct CertaintyThresholds: Hashable, Sendable {
  /// The least share for an A.
  public var a = 0.95
  /// The least share for a B.
  public var b = 0.8
  /// The least share for a C; below it is D.
  public var c = 0.6
  /// The least margin for an A; see ``Membership/margin``.
  public var margin = 0.05
  /// How much higher the cost of another optimum may be, as a share of the best, to count as a near-tie.
  public var nearTie = 0.01

  /// Creates the default thresholds.
  public init() {}

  /// Returns the least share for a grade; 0 for the last.
  public func least(for grade: CertaintyGrade) -> Double {
    switch grade {
    case .a: a
    case .b: b
    case .c: c
    case .d: 0
    }
  }

  /// Returns the grade of a row.
  ///
  /// - Parameters:
  ///   - share: The share of joint replicates in which it gets its own cluster.
  ///   - margin: How much nearer its own centroid is than the next; `nil` with a single cluster, which is no doubt.
  ///   - isNearTie: Whether an optimum nearly as good would move it.
  /// - Returns: The grade.
  public func grade(share: Double, margin: Double?, isNearTie: Bool) -> CertaintyGrade {
    switch share {
    case a...: isNearTie || margin.map { $0 < self.margin } ?? false ? .b : .a
    case b...: .b
    case c...: .c
    default: .d
    }
  }
}

extension Census {
  /// Returns for each row whether an optimum that is nearly as good as the best would put it in another cluster.
  ///
  /// - Parameter share: How much higher the optimum's cost may be, as a share of the best.
  /// - Returns: *n* truths; none without optima.
  /// - Complexity: O(*n* + *k*³) for each such optimum.
  public func rowsMovedByNearTies(within share: Double) -> [Bool] {
    guard let best = optima.first else { return [] }
    var moved = [Bool](repeating: false, count: best.partition.rows)
    for other in optima.dropFirst() where other.inertia <= best.inertia * (1 + share) {
      for row in best.partition.rowsThatDiffer(from: other.partition) { moved[row] = true }
    }
    return moved
  }
}
