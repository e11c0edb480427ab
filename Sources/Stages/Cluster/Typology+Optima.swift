import Clustering
import Tables

extension Typology {
  /// The best optima for each number of types, at most ten of each.
  var optimaTable: Table {
    var rows: [(evidence: Evidence, rank: Int, optimum: Census.Optimum, moved: [Int])] = []
    for evidence in table.rows {
      for (rank, optimum) in evidence.fit.census.optima.prefix(10).enumerated() {
        rows.append((evidence, rank + 1, optimum, evidence.fit.partition.rowsThatDiffer(from: optimum.partition)))
      }
    }
    return Table(
      "optima",
      [
        Column("k", .integer(rows.map(\.evidence.clusters)), description: "Number of types."),
        Column("optimum", .integer(rows.map(\.rank)), description: "Rank by the sum of squares, at most ten."),
        Column("sse", .number(rows.map(\.optimum.inertia)), description: "Sum of squared distances to the centroids."),
        Column(
          "above_best",
          .number(
            rows.map { $0.evidence.fit.inertia > 0 ? $0.optimum.inertia / $0.evidence.fit.inertia - 1 : 0 }),
          description: "How much higher than the best, as a share."),
        Column("hits", .integer(rows.map(\.optimum.hits)), description: "Starts that ended here."),
        Column(
          "moved", .integer(rows.map(\.moved.count)), description: "Units that it puts in another type than the best."),
        Column(
          "units", .text(rows.map { row in row.moved.map { features.units[$0] }.joined(separator: " ") }),
          description: "These units."),
      ])
  }
}
