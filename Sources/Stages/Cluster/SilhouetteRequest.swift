import CSVFiles
import Clustering
public import Diagnostics
import Tables
import Texts

/// One call of `koers silhouette`: dissimilarities and clusters become silhouette widths.
public struct SilhouetteRequest: Sendable {
  /// The table of dissimilarities.
  public var dissimilarities: String
  /// The file with the clusters; the table itself when `nil`.
  public var labels: String?
  /// The column that names the units; the first when `nil`.
  public var id: String?
  /// The column with the clusters; each that there is when `nil`.
  public var column: String?

  /// Creates a request.
  public init(dissimilarities: String, labels: String? = nil, id: String? = nil, column: String? = nil) {
    self.dissimilarities = dissimilarities
    self.labels = labels
    self.id = id
    self.column = column
  }

  /// What was measured, and what was noticed.
  public struct Answer: Sendable {
    /// The mean widths, of all units and of each cluster, as a terminal shows them.
    public var text: String
    /// The width of each unit as a CSV file.
    public var csv: String
    /// What was noticed.
    public var findings: [Finding]
  }

  /// Reads the table and measures every grouping.
  ///
  /// - Returns: The widths.
  /// - Throws: ``Diagnostics/Failure`` with status 66 for a missing file, 65 for a table that holds no dissimilarities or
  ///   clusters, 64 for a column that is not in it.
  public func run() throws(Failure) -> Answer {
    let raw = try CSVReader.read(path: dissimilarities)
    let labels = try labels.map { path throws(Failure) in try CSVReader.read(path: path) }
    let table = try DissimilarityTable(raw, labels: labels, id: id, column: column)
    let measured = table.groupings.map { MeasuredGrouping($0, of: table) }
    return Answer(
      text: measured.map(\.text).joined(separator: "\n"),
      csv: CSVWriter.text(widths(measured, table.units)), findings: table.findings)
  }

  private func widths(_ measured: [MeasuredGrouping], _ units: [String]) -> Table {
    let rows = measured.flatMap { grouping in units.indices.map { (grouping, $0) } }
    return Table(
      "silhouettes",
      [
        Column("grouping", .text(rows.map(\.0.name)), description: "The column of labels."),
        Column("unit", .text(rows.map { units[$0.1] }), description: "Name of the unit."),
        Column("cluster", .text(rows.map { $0.0.cluster(of: $0.1) }), description: "Its cluster."),
        Column(
          "neighbour", .text(rows.map { $0.0.neighbour(of: $0.1) }),
          description: "The other cluster that it is least unlike on average."),
        Column(
          "silhouette", .number(rows.map { $0.0.width(of: $0.1) }),
          description: "Silhouette width, from -1 to 1 (Rousseeuw 1987); 0 for the only unit of a cluster."),
      ])
  }
}

/// The silhouettes of one grouping, under the names that its clusters have in the file.
private struct MeasuredGrouping {
  let name: String
  private let partition: Partition
  private let silhouette: Silhouette
  private let neighbours: [Int?]
  /// The names of the clusters, in the order of the partition.
  private let clusters: [String]

  init(_ grouping: DissimilarityTable.Grouping, of table: DissimilarityTable) {
    name = grouping.name
    let known = grouping.labels.enumerated().map { index, label in grouping.labels.firstIndex(of: label) ?? index }
    partition = Partition(labels: known)
    silhouette = Silhouette(of: table.dissimilarities, partition)
    neighbours = table.dissimilarities.neighbours(in: partition)
    clusters = (0..<partition.clusters).map { [partition] cluster in
      partition.labels.firstIndex(of: cluster).map { grouping.labels[$0] } ?? ""
    }
  }

  private var isSingle: Bool { partition.clusters < 2 }

  func cluster(of unit: Int) -> String { clusters[partition.labels[unit]] }

  func neighbour(of unit: Int) -> String? { neighbours[unit].map { clusters[$0] } }

  func width(of unit: Int) -> Double? { isSingle ? nil : silhouette.widths[unit] }

  /// A line on the whole, and one on each cluster by its name.
  var text: String {
    let units = partition.rows == 1 ? "1 unit" : "\(partition.rows) units"
    guard !isSingle else { return "\(name): \(units) in a single cluster, which has no silhouette\n" }
    let whole = "\(name): mean silhouette \(short(silhouette.mean)), \(units) in \(partition.clusters) clusters\n"
    let order = clusters.indices.sorted { isBefore(clusters[$0], clusters[$1]) }
    let longest = clusters.map(\.count).max() ?? 0
    return order.reduce(whole) { text, cluster in
      let padding = String(repeating: " ", count: longest - clusters[cluster].count)
      let size = partition.sizes[cluster] == 1 ? "1 unit" : "\(partition.sizes[cluster]) units"
      return text + "  \(clusters[cluster])\(padding)  \(short(silhouette.clusterMeans[cluster]))  \(size)\n"
    }
  }

  /// Numbers by their size and before texts; texts by their characters.
  private func isBefore(_ first: String, _ second: String) -> Bool {
    switch (Int(first), Int(second)) {
    case (let a?, let b?): (a, first) < (b, second)
    case (.some, nil): true
    case (nil, .some): false
    case (nil, nil): first < second
    }
  }

  private func short(_ width: Double) -> String {
    let text = NumberText(.en).decimal(width, digits: 4)
    return text.hasPrefix("−") ? "-" + text.dropFirst() : text
  }
}
