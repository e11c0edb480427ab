import Clustering
import Matrices
import Tables

/// How the types differ from each other, feature by feature and member by member.
struct TypologyProfiles {
  private let typology: Typology
  /// The names of all columns: those that types are made from, then those that are carried along.
  private let names: [String]
  private let usedCount: Int
  private let profiles: ClusterProfiles
  private let members: [Membership]
  private let typical: [TypicalMembers]

  init(_ typology: Typology, _ background: UnitBackground?) async {
    self.typology = typology
    let features = typology.features
    let partition = typology.evidence.fit.partition
    usedCount = features.features.count
    names = features.features + (background?.profileNames ?? [])
    profiles = ClusterProfiles(of: features.values.appending(columnsOf: background?.profiles), partition)
    members = memberships(of: features.values, partition, centroids: typology.evidence.fit.centroids)
    typical = await TypicalMembers.of(features.values, partition, members)
  }

  private var types: Range<Int> { 0..<typology.evidence.clusters }

  /// The effect of each feature in each type.
  var table: Table {
    let rows = types.flatMap { type in names.indices.map { (type, $0) } }
    let ranks = types.map { self.ranks(of: $0) }
    func effects(_ name: String, _ description: String, _ value: (ColumnEffect) -> Double?) -> Column {
      Column(name, .number(rows.map { value(profiles.effects[$0.0][$0.1]) }), description: description)
    }
    return Table(
      "profiles",
      [
        Column("type", .text(rows.map { typology.letter($0.0) }), description: "A type."),
        Column("feature", .text(rows.map { names[$0.1] }), description: "A column of features.csv."),
        Column(
          "used", .boolean(rows.map { $0.1 < usedCount }),
          description: "Whether the types are made from it; its effects then describe, and test nothing."),
        effects("mean", "Mean of the type's units, in the scale of features.csv.") { $0.mean },
        effects("elsewhere", "Mean of all other units.") { $0.elsewhere },
        effects(
          "effect",
          "Cohen's d: the difference of the means over the pooled standard deviation of the two groups, uncorrected."
        ) { $0.cohensD },
        Column(
          "eta_squared", .number(rows.map { profiles.etaSquared[$0.1] }),
          description: "Share of the feature's sum of squares that lies between the types."),
        Column(
          "rank", .integer(rows.map { ranks[$0.0][$0.1] }),
          description: "Rank by size of the effect within the type, among used features or among the others."),
      ])
  }

  private func ranks(of type: Int) -> [Int: Int] {
    var ranks: [Int: Int] = [:]
    for columns in [Array(0..<usedCount), Array(usedCount..<names.count)] {
      for (rank, column) in profiles.strongest(in: type, among: columns).enumerated() { ranks[column] = rank + 1 }
    }
    return ranks
  }

  /// The members that show best what a type is, and those that could as well belong to another.
  var memberTable: Table {
    var rows: [(type: Int, rank: Int, unit: Int, role: String)] = []
    for type in types {
      rows.append((type, 1, typical[type].medoid, "medoid"))
      for (rank, unit) in typical[type].typical.enumerated() { rows.append((type, rank + 1, unit, "typical")) }
      for (rank, unit) in typical[type].edge.enumerated() { rows.append((type, rank + 1, unit, "edge")) }
    }
    return Table(
      "typical",
      [
        Column("type", .text(rows.map { typology.letter($0.type) }), description: "A type."),
        Column(
          "role", .text(rows.map(\.role)),
          description:
            "medoid: the least sum of distances to the other members; typical: nearest to the centroid; edge: the "
            + "smallest margin."),
        Column("rank", .integer(rows.map(\.rank)), description: "Rank within the role; a role names at most five."),
        Column("unit", .text(rows.map { typology.features.units[$0.unit] }), description: "Code of the unit."),
        Column(
          "distance", .number(rows.map { members[$0.unit].distance }),
          description: "Euclidean distance to the centroid of its type."),
        Column(
          "margin", .number(rows.map { members[$0.unit].margin }),
          description: "How much farther the nearest other centroid is; near 0 the unit lies between two types."),
      ])
  }

  /// Returns what a type stands out in: the used features with the strongest effects, at most three, each of at least 0.2.
  func marks(of type: Int) -> [ClusterModel.Mark] {
    profiles.strongest(in: type, among: Array(0..<usedCount)).prefix(3).compactMap { column in
      let effect = profiles.effects[type][column].cohensD ?? 0
      return effect.magnitude < 0.2 ? nil : ClusterModel.Mark(feature: names[column], effect: effect)
    }
  }
}

extension Matrix {
  /// Returns the matrix with the columns of another at its right.
  fileprivate func appending(columnsOf other: Matrix?) -> Matrix {
    guard let other, other.columns > 0 else { return self }
    return Matrix(
      rows: rows, columns: columns + other.columns, values: (0..<rows).flatMap { row($0) + other.row($0) })
  }
}
