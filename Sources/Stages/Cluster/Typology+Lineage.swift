import Clustering
import Tables

extension Typology {
  /// Which types of each number of types come from which types of the number before.
  var lineageTable: Table {
    let rows = lineageRows
    return Table(
      "lineage",
      [
        Column("k", .integer(rows.map(\.count)), description: "Number of types."),
        Column(
          "type", .text(rows.map { letter($0.type, of: $0.count) }), description: "The type, \(divisionNote)."),
        Column("size", .integer(rows.map(\.size)), description: "Number of units."),
        Column(
          "from", .text(rows.map { row in row.origin.map { letter($0, of: row.count - 1) } }),
          description: "The type of the division into one type fewer that gave most of its units."),
        Column(
          "share", .number(rows.map(\.share)), description: "Share of its units that come from there, from 0 to 1."),
        Column(
          "event", .text(rows.map(\.event)),
          description: "kept when no other type comes from there, else split."),
        Column(
          "composition", .text(rows.map(\.composition)),
          description: "All types that it was made of, with the number of its units that each gave."),
        Column(
          "divided", .text(rows.map(\.divided)),
          description: "How the type that it comes from was divided over the types, with the numbers of units."),
      ])
  }

  private struct LineageRow {
    var count: Int
    var type: Int
    var size: Int
    var origin: Int?
    var share: Double?
    var event: String?
    var composition: String?
    var divided: String?
  }

  private var lineageRows: [LineageRow] {
    var before: Partition?
    return table.rows.flatMap { evidence -> [LineageRow] in
      let partition = evidence.fit.partition
      let lineage = before.map { Lineage(from: $0, to: partition) }
      before = partition
      return (0..<partition.clusters).map { type in
        var row = LineageRow(count: partition.clusters, type: type, size: partition.sizes[type])
        guard let lineage else { return row }
        let origin = lineage.origins[type]
        row.origin = origin
        row.share = lineage.shares[type]
        row.event = lineage.offspring(of: origin).count > 1 ? "split" : "kept"
        row.composition = listed(lineage.shared.map { $0[type] }, of: lineage.shared.count)
        row.divided = listed(lineage.shared[origin], of: partition.clusters)
        return row
      }
    }
  }

  /// Types with their numbers of units, those with none left out.
  private func listed(_ counts: [Int], of clusters: Int) -> String {
    counts.enumerated().filter { $0.element > 0 }.map { "\(letter($0.offset, of: clusters)) \($0.element)" }
      .joined(separator: ", ")
  }
}
