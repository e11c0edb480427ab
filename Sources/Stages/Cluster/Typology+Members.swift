import Clustering
import Matrices
import Tables

extension Typology {
  /// The types of the units.
  var typeTable: Table {
    let members = certainties.map(\.membership)
    return Table(
      "types",
      [
        Column("unit", .text(features.units), description: "Code of the unit."),
        Column("type", .text(members.map { letter($0.cluster) }), description: "Its type, \(letterNote)."),
        Column(
          "distance", .number(members.map(\.distance)), description: "Euclidean distance to the centroid of its type."),
        Column(
          "next_type", .text(members.map { $0.nextCluster.map(letter) }),
          description: "The other type whose centroid is nearest."),
        Column("next_distance", .number(members.map(\.nextDistance)), description: "The distance to that centroid."),
        Column(
          "silhouette", .number(evidence.silhouette.widths.map { evidence.clusters > 1 ? $0 : nil }),
          description: "Silhouette width, from -1 to 1; 0 for the only unit of a type."),
        Column(
          "certainty", .number(certainties.map(\.joint)),
          description: "Share of joint replicates (\(redrawn)) that give the unit its own type."),
        Column("grade", .text(certainties.map(\.grade.rawValue)), description: thresholds.rule),
        Column(
          "value_certainty", .number(certainties.map(\.values)),
          description: "Share of replicates in which the unit is nearest to its type when the respondents alone are "
            + "redrawn and the centroids stay."),
        Column(
          "margin", .number(members.map(\.margin)),
          description: "Distance to the next type minus that to its own, over their sum; from 0 (as near to both) to 1."
        ),
        Column(
          "near_tie", .boolean(certainties.map(\.isNearTie)),
          description:
            "Whether a division whose cost is at most \(plainText(thresholds.nearTie * 100)) % higher puts the "
            + "unit in another type."),
      ])
  }

  /// What is redrawn in a joint replicate, in words.
  private var redrawn: String {
    features.replicates == nil ? "units redrawn; values are as they are" : "units and their respondents redrawn"
  }

  /// The share of joint replicates that give each unit each type; only shares above zero.
  var membershipTable: Table {
    let shares = joint.shares
    let pairs = (0..<shares.rows).flatMap { row in (0..<shares.columns).map { (row, $0) } }
      .filter { shares[$0.0, $0.1] > 0 }
    return Table(
      "memberships",
      [
        Column("unit", .text(pairs.map { features.units[$0.0] }), description: "Code of the unit."),
        Column("type", .text(pairs.map { letter($0.1) }), description: "A type."),
        Column(
          "share", .number(pairs.map { shares[$0.0, $0.1] }),
          description: "Share of joint replicates (\(redrawn)) that give the unit the type."),
      ])
  }
}

extension CertaintyThresholds {
  /// The rule in words.
  fileprivate var rule: String {
    func said(_ least: Least) -> String { "certainty \(plainText(least.share)) and margin \(plainText(least.margin))" }
    return "A from \(said(a)) on without near-tie, B from \(said(b)) on, C from \(said(c)) on, else D."
  }
}
