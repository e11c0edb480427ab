import Clustering
import Diagnostics
import Matrices
import Tables

/// Units assigned to the types of a saved model, each to the type with the nearest centroid.
struct Assignment {
  private let saved: SavedModel
  private let table: FeatureTable
  private let members: [Membership]
  /// The share of the model's sets of centroids in which each type is the nearest; units × types.
  private let shares: Matrix?

  /// Assigns units.
  ///
  /// - Parameters:
  ///   - table: The units with the features of the model, in its order.
  ///   - saved: The model.
  init(_ table: FeatureTable, to saved: SavedModel) async {
    self.saved = saved
    self.table = table
    let centroids = saved.model.centroids
    members = nearestCentroids(of: table.values, to: centroids).enumerated().map { row, own in
      membership(of: table.values, row, in: own, centroids)
    }
    shares = await saved.centroidSets?.sharesNearest(of: table.values, replicates: table.replicates)
  }

  /// The share of the model's sets of centroids that put each unit in its type.
  private var certainties: [Double?] {
    members.enumerated().map { row, member in shares.map { $0[row, member.cluster] } }
  }

  /// The grade of each unit; whether another division nearly as good would move it is not known of new units.
  private var grades: [String?] {
    let thresholds = CertaintyThresholds(saved.model.certainty)
    return zip(members, certainties).map { member, certainty in
      certainty.map { thresholds.grade(share: $0, margin: member.margin, isNearTie: false).rawValue }
    }
  }

  /// Whether each unit is farther from the centroid of its type than all units that the type was made from.
  private var isFar: [Bool?] {
    members.map { member in saved.model.types[member.cluster].reach.map { member.distance > $0 } }
  }

  /// The units with their types.
  var resultTable: Table {
    let letters = saved.model.types.map(\.type)
    return Table(
      "assigned",
      [
        Column("unit", .text(table.units), description: "Code of the unit."),
        Column(
          "type", .text(members.map { letters[$0.cluster] }),
          description: "The type whose centroid is nearest; a tie goes to the first."),
        Column("distance", .number(members.map(\.distance)), description: "Euclidean distance to that centroid."),
        Column(
          "next_type", .text(members.map { $0.nextCluster.map { letters[$0] } }),
          description: "The other type whose centroid is nearest."),
        Column("next_distance", .number(members.map(\.nextDistance)), description: "The distance to that centroid."),
        Column(
          "margin", .number(members.map(\.margin)),
          description: "(next_distance - distance) / (next_distance + distance): 0 on the border, 1 at the centroid."),
        Column(
          "certainty", .number(certainties),
          description: "Share of the model's replicates whose centroids give the unit this type"
            + (table.replicates == nil
              ? "; its own values are taken as they are." : ", each with a replicate of its own values.")),
        Column(
          "grade", .text(grades),
          description: "How sure that is, by the thresholds of the model: A sure, B fairly sure, C unsure, D a toss-up."
        ),
        Column(
          "far", .boolean(isFar),
          description: "Whether it is farther from the centroid than all units that the type was made from."),
      ])
  }

  // MARK: - What was noticed

  /// What a reader should know about the file and the model.
  func findings(file: String) -> [Finding] {
    var findings = table.findings
    if let finding = otherScale(file: file) { findings.append(finding) }
    if saved.centroidSets == nil {
      findings.append(
        Finding(
          .warning, rule: "no-centroid-sets", at: Place(file: saved.path),
          message: "no centroids.npy with replicates stands beside the model, so that no certainty is told",
          mend: "keep model.json and centroids.npy together as 'koers-cluster' left them"))
    }
    return findings
  }

  /// How many times farther than the farthest member of its type the median unit must be for the scale to be doubted.
  private static let otherScale = 3.0

  /// A finding when most units lie where no unit of the model lay: values that were not scaled, in most cases.
  private func otherScale(file: String) -> Finding? {
    let types = saved.model.types
    let times = members.compactMap { member -> Double? in
      guard let farthest = types.compactMap(\.reach).max(), farthest > 0 else { return nil }
      return member.distance / farthest
    }
    guard let middle = times.median, middle > Self.otherScale else { return nil }
    let centroids = saved.model.centroids
    let widest = table.features.indices.max { first, second in offset(first, centroids) < offset(second, centroids) }
    let name = table.features[widest ?? 0]
    return Finding(
      .warning, rule: "other-scale", at: Place(file: file, field: name),
      message: "the file does not seem to be in the scale of features.csv: most units lie more than "
        + "\(plainText(Self.otherScale)) times as far from every type as any unit of the model, most of all on '\(name)'",
      mend:
        "scale the features as the model's were: run 'koers-normalise' with 'fit: {mode: frozen}', and assign its folder"
    )
  }

  /// How far the units' median on a feature lies from the nearest centroid.
  private func offset(_ feature: Int, _ centroids: Matrix) -> Double {
    let middle = table.values.column(feature).median ?? 0
    return centroids.column(feature).map { ($0 - middle).magnitude }.min() ?? 0
  }

  /// The number of units in each type, in the order of the types.
  var sizes: [Int] {
    saved.model.types.indices.map { type in members.count { $0.cluster == type } }
  }

  /// The number of units that are far from everything that the model was made from.
  var farCount: Int { isFar.count { $0 == true } }
}

extension CertaintyThresholds {
  /// The thresholds that a model keeps.
  fileprivate init(_ kept: ClusterModel.Certainty) {
    self.init()
    func least(_ grade: CertaintyGrade) -> Least? {
      guard let entry = kept.grades.first(where: { $0.grade == grade.rawValue }) else { return nil }
      return Least(share: entry.certainty ?? 0, margin: entry.margin ?? 0)
    }
    a = least(.a) ?? a
    b = least(.b) ?? b
    c = least(.c) ?? c
    nearTie = kept.nearTie
  }
}
