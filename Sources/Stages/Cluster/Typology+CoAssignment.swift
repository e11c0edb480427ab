import Clustering
import Matrices
import Tables

extension Typology {
  /// The shares of pairs between which this table leaves nothing out: rarer or more often, a pair is sure enough.
  private static let doubtful = 0.05...0.95

  /// How often two units fall in the same type, for pairs of which that is in doubt; `nil` for more units than pairs are kept
  /// of.
  var coAssignmentTable: Table? {
    guard let shares = joint.coAssignment.matrix() else { return nil }
    var pairs: [(unit: String, other: String, share: Double)] = []
    for first in features.units.indices {
      for second in features.units.indices.dropFirst(first + 1) where Self.doubtful.contains(shares[first, second]) {
        pairs.append((features.units[first], features.units[second], shares[first, second]))
      }
    }
    return Table(
      "co-assignment",
      [
        Column("unit", .text(pairs.map(\.unit)), description: "Code of the unit that comes first."),
        Column("other", .text(pairs.map(\.other)), description: "Code of the other unit."),
        Column(
          "share", .number(pairs.map(\.share)),
          description:
            "Share of joint replicates in which both get the same type; pairs below .05 and above .95 are left "
            + "out, which say the same as the types."),
      ])
  }

  /// How each type holds together in the joint replicates.
  var cohesionTable: Table {
    let cohesions = joint.coAssignment.cohesions(of: evidence.fit.partition)
    return Table(
      "cohesion",
      [
        Column("type", .text(cohesions.indices.map(letter)), description: "The type, \(letterNote)."),
        Column("size", .integer(evidence.fit.partition.sizes), description: "Number of units."),
        Column(
          "inside", .number(cohesions.map(\.inside)),
          description: "Mean share of joint replicates in which two of its units get the same type."),
        Column(
          "next_type", .text(cohesions.map { $0.nextCluster.map(letter) }),
          description: "The other type whose units get the same type as its units most often."),
        Column(
          "with_next", .number(cohesions.map(\.withNext)),
          description: "Mean share of joint replicates in which a unit of each get the same type."),
      ])
  }
}
