import Clustering
import Matrices
import Tables

extension Typology {
  /// The types of the units.
  var typeTable: Table {
    let members = memberships(of: features.values, evidence.fit.partition, centroids: evidence.fit.centroids)
    return Table(
      "types",
      [
        Column("unit", .text(features.units), description: "Code of the unit."),
        Column("type", .text(members.map { typeLetter($0.cluster) }), description: "Its type, A the largest."),
        Column(
          "distance", .number(members.map(\.distance)), description: "Euclidean distance to the centroid of its type."),
        Column(
          "next_type", .text(members.map { $0.nextCluster.map(typeLetter) }),
          description: "The other type whose centroid is nearest."),
        Column("next_distance", .number(members.map(\.nextDistance)), description: "The distance to that centroid."),
        Column(
          "silhouette", .number(evidence.silhouette.widths.map { evidence.clusters > 1 ? $0 : nil }),
          description: "Silhouette width, from -1 to 1; 0 for the only unit of a type."),
        Column(
          "certainty", .number(certainties),
          description: "Share of replicates in which the unit is nearest to the centroid of its own type."),
      ])
  }

  /// The share of replicates in which each unit is nearest to each type; only shares above zero.
  var membershipTable: Table? {
    guard let shares else { return nil }
    let pairs = (0..<shares.rows).flatMap { row in (0..<shares.columns).map { (row, $0) } }
      .filter { shares[$0.0, $0.1] > 0 }
    return Table(
      "memberships",
      [
        Column("unit", .text(pairs.map { features.units[$0.0] }), description: "Code of the unit."),
        Column("type", .text(pairs.map { typeLetter($0.1) }), description: "A type."),
        Column(
          "share", .number(pairs.map { shares[$0.0, $0.1] }),
          description: "Share of replicates in which the unit is nearest to the centroid of the type."),
      ])
  }
}
