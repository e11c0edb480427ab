import Clustering
import Matrices

/// How sure it is that a unit is of its type, with all that the grade is made from.
struct MemberCertainty: Hashable {
  /// How the unit belongs to its type.
  var membership: Membership
  /// The share of joint replicates that give it its own type.
  var joint: Double
  /// The share of the replicates of its values in which it is nearest to its type, the centroids staying where they are;
  /// `nil` without such replicates.
  var values: Double?
  /// Whether an optimum nearly as good would move it.
  var isNearTie: Bool
  /// The grade.
  var grade: CertaintyGrade
}

/// Returns the certainty of each unit.
func memberCertainties(
  of features: FeatureTable, _ fit: KMeansFit, _ joint: JointReplicates, _ thresholds: CertaintyThresholds
) async -> [MemberCertainty] {
  let shares = joint.shares
  let fixed = await features.replicates?.sharesNearest(to: fit.centroids)
  let moved = fit.census.rowsMovedByNearTies(within: thresholds.nearTie)
  let members = memberships(of: features.values, fit.partition, centroids: fit.centroids)
  return members.enumerated().map { row, member in
    let share = shares[row, member.cluster]
    return MemberCertainty(
      membership: member, joint: share, values: fixed.map { $0[row, member.cluster] }, isNearTie: moved[row],
      grade: thresholds.grade(share: share, margin: member.margin, isNearTie: moved[row]))
  }
}
