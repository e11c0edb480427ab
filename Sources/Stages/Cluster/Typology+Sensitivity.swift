import Clustering
import Matrices
import Tables

/// How the typology changes without each feature and without each block, and with weights.
struct TypologySensitivity {
  /// The number of starts of each search.
  static let starts = 50

  private struct Row {
    var kind: String
    var name: String
    var share: Double?
    var found: Sensitivity?
  }

  private let rows: [Row]

  /// Divides the units anew into as many types: without each declared feature, without each block, and with the weights of
  /// the units, when they have any.
  init(_ typology: Typology, _ groups: FeatureGroups, weights: [Double]?) async {
    let features = typology.features.values
    let partition = typology.evidence.fit.partition
    let measurement = SensitivityMeasurement(starts: Self.starts, seed: typology.seed)
    let all = groups.features.map { ("feature", $0) } + groups.blocks.map { ("block", $0) }
    let found = await measurement.measure(features, partition, leavingOut: all.map(\.1.columns))
    let shares = features.varianceShares
    var rows = zip(all, found).map { group, found in
      Row(kind: group.0, name: group.1.name, share: group.1.columns.map { shares[$0] }.sum, found: found)
    }
    if let weights, let found = await measurement.measure(features, partition, weights: weights) {
      rows.append(Row(kind: "weights", name: "weight", share: nil, found: found))
    }
    self.rows = rows
  }

  /// One row for each feature and each block, and one for the weights.
  var table: Table {
    Table(
      "sensitivity",
      [
        Column(
          "kind", .text(rows.map(\.kind)),
          description:
            "What was left out: a feature with all its columns, or a block; the others keep their scaled values. weights: nothing, but each unit counts by its weight."
        ),
        Column("name", .text(rows.map(\.name)), description: "Its name."),
        Column(
          "share", .number(rows.map(\.share)),
          description: "Its share of the variance of all features; empty for weights."),
        Column(
          "ari", .number(rows.map { $0.found?.adjustedRandIndex }),
          description: "Adjusted Rand index of the typology with the one found without it; empty when nothing remains."),
        Column(
          "moved", .integer(rows.map { $0.found?.moved.count }),
          description: "Units in another type, after the types of both are matched."),
        Column(
          "sse_ratio", .number(rows.map { $0.found?.inertiaRatio }),
          description: "Sum of squares of that typology over that of the published one, both on all features."),
      ])
  }
}
