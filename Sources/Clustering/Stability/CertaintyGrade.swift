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
/// A row has the best grade of which it meets both the least share of joint replicates that give it its own cluster
/// (``JointReplicates``) and the least margin by which its own centroid is nearer than the next (``Membership/margin``).
/// A row that an optimum nearly as good would move gets no A.
///
/// The defaults were chosen on simulated waves of a survey whose rows are means of few respondents: on half of the waves, such
/// that even the least sure of A are right in 95 of 100 cases, and not more than 60 of 100 of D; the page of the
/// calibration (`Tests/Deep/Calibration`) tells how they do on the other half. Shares read low: the values are redrawn on
/// top of the noise that is in them, and the clusters move as well.
public struct CertaintyThresholds: Hashable, Sendable {
  /// What a grade asks for.
  public struct Least: Hashable, Sendable {
    /// The least share of joint replicates.
    public var share: Double
    /// The least margin.
    public var margin: Double

    /// Creates what a grade asks for.
    public init(share: Double, margin: Double) {
      self.share = share
      self.margin = margin
    }
  }

  /// What an A asks for.
  public var a = Least(share: 0.7, margin: 0.075)
  /// What a B asks for.
  public var b = Least(share: 0.55, margin: 0.05)
  /// What a C asks for; whatever meets less is a D.
  public var c = Least(share: 0.4, margin: 0.02)
  /// How much higher the cost of another optimum may be, as a share of the best, to count as a near-tie.
  public var nearTie = 0.01

  /// Creates the default thresholds.
  public init() {}

  /// Returns what a grade asks for; nothing for the last.
  public func least(for grade: CertaintyGrade) -> Least? {
    switch grade {
    case .a: a
    case .b: b
    case .c: c
    case .d: nil
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
    CertaintyGrade.allCases.first { grade in
      if grade == .a && isNearTie { return false }
      guard let least = least(for: grade) else { return true }
      return share >= least.share && margin ?? 1 >= least.margin
    } ?? .d
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
