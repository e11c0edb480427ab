public import Artefacts
import Clustering
public import Diagnostics
import Tables

/// A part of the starts of a search, to be made on one machine of several.
public struct Shard: Hashable, Sendable {
  /// Which part it is, from 1.
  public let number: Int
  /// The number of parts.
  public let count: Int

  /// Reads a shard as a command line writes it: `3/8`; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let first = parts.first, let number = first, let last = parts.last, let count = last,
      number >= 1, number <= count, count <= 1_000_000
    else { return nil }
    self.number = number
    self.count = count
  }

  /// As a command line writes it.
  public var text: String { "\(number)/\(count)" }

  /// The indices of its starts, from 0: every so many.
  ///
  /// - Parameter starts: The number of starts of the whole search.
  /// - Returns: The indices; none when there are fewer starts than parts.
  public func starts(of starts: Int) -> [Int] { Array(stride(from: number - 1, to: starts, by: count)) }
}

/// One call of cluster that makes a part of the starts and leaves what they found, for ``ClusterRequest/parts``.
public struct ShardRequest: StageRequest {
  /// The name under which the part is recorded.
  public static let stage = "cluster-part"

  /// The search of which a part is made.
  public var cluster: ClusterRequest
  /// The part.
  public var shard: Shard

  /// Creates a request.
  public init(_ cluster: ClusterRequest, shard: Shard) {
    self.cluster = cluster
    self.shard = shard
  }

  /// Creates a request for the only part of a search.
  ///
  /// - Throws: ``Diagnostics/Failure`` as ``ClusterRequest`` does.
  public init(pipeline: Pipeline, wave: WaveDescription, work: WorkFolders) throws(Failure) {
    guard let whole = Shard("1/1") else { preconditionFailure("one part of one is a shard") }
    self.init(try ClusterRequest(pipeline: pipeline, wave: wave, work: work), shard: whole)
  }

  /// Those of the search.
  public var inputFiles: [String] { cluster.inputFiles }

  /// Those of the search, and the part.
  public var keySettings: [RunRecord.Parameter] {
    cluster.keySettings + [RunRecord.Parameter("shard", shard.text)]
  }

  /// Makes the starts of the part.
  ///
  /// - Throws: ``Diagnostics/Failure`` as ``ClusterRequest/run()`` does, and with status 64 when the number of starts is not
  ///   fixed.
  public func run() async throws(Failure) -> StageOutput {
    if let hits = cluster.settings.untilHits {
      throw Failure(
        .usage, rule: "starts-not-fixed", value: String(hits),
        message: "a part of the starts cannot be made: how many there are is not fixed, since 'until_hits' is \(hits)",
        mend: "leave out 'until_hits' and '--until-hits'; 'starts' says how many are made")
    }
    let features = try cluster.featureTable()
    let starts = shard.starts(of: cluster.settings.starts)
    let divisions = await cluster.settings.search(seed: cluster.seed).divisions(of: features.values, starts: starts)
    var output = StageOutput(
      stage: Self.stage, tables: PartStarts(cluster.settings.from, starts, divisions).tables,
      simulated: features.simulated, seed: cluster.seed,
      parameters: [RunRecord.Parameter("shard", shard.text)] + cluster.searchParameters, inputs: try inputDigests,
      findings: features.findings)
    output.counts = [
      RunRecord.Count("units", features.units.count), RunRecord.Count("features", features.features.count),
      RunRecord.Count("starts", starts.count),
    ]
    return output
  }
}

/// What some starts found, as a part keeps it: each division once, with the starts that found it.
struct PartStarts {
  /// For each number of types, from the smallest: the divisions by start.
  private(set) var divisions: [[Int: Partition]]
  private let least: Int

  init(_ least: Int, _ starts: [Int], _ divisions: [[Partition]]) {
    self.least = least
    self.divisions = divisions.map { Dictionary(zip(starts, $0), uniquingKeysWith: { first, _ in first }) }
  }

  /// The tables `starts` (the first start of the part that found the same) and `divisions` (two digits a unit).
  var tables: [Table] {
    var rows: [(types: Int, start: Int, same: Int)] = []
    var found: [(types: Int, start: Int, labels: String)] = []
    for (index, byStart) in divisions.enumerated() {
      var first: [Partition: Int] = [:]
      for (start, partition) in byStart.sorted(by: { $0.key < $1.key }) {
        if first[partition] == nil {
          first[partition] = start
          found.append((least + index, start, Self.text(of: partition)))
        }
        rows.append((least + index, start, first[partition] ?? start))
      }
    }
    return [
      Table(
        "starts",
        [
          Column("types", .integer(rows.map(\.types)), description: "Number of types"),
          Column("start", .integer(rows.map(\.start)), description: "Index of the start, from 0"),
          Column("same_as", .integer(rows.map(\.same)), description: "First start of the part that found the same"),
        ]),
      Table(
        "divisions",
        [
          Column("types", .integer(found.map(\.types)), description: "Number of types"),
          Column("start", .integer(found.map(\.start)), description: "First start of the part that found it"),
          Column("labels", .text(found.map(\.labels)), description: "Type of each unit, two digits each"),
        ]),
    ]
  }

  private static func text(of partition: Partition) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 * partition.labels.count)
    for label in partition.labels { bytes += [UInt8(48 + label / 10), UInt8(48 + label % 10)] }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads what a part left; `nil` when it does not hold together.
  init?(_ folder: ArtefactFolder, from least: Int, to most: Int, units: Int) throws(Failure) {
    self.least = least
    divisions = Array(repeating: [:], count: most - least + 1)
    let found = try folder.table("divisions")
    var known: [[Int: Partition]] = divisions
    let places = zip(try found.integers("types"), try found.integers("start"))
    for (place, text) in zip(places, try found.texts("labels")) {
      guard let types = place.0, let start = place.1, known.indices.contains(types - least),
        let labels = Self.labels(of: text, units: units)
      else { return nil }
      known[types - least][start] = Partition(labels: labels)
    }
    let starts = try folder.table("starts")
    let rows = zip(try starts.integers("types"), try starts.integers("start"))
    for (row, same) in zip(rows, try starts.integers("same_as")) {
      guard let types = row.0, let start = row.1, let same, known.indices.contains(types - least),
        let partition = known[types - least][same]
      else { return nil }
      divisions[types - least][start] = partition
    }
  }

  private static func labels(of text: String, units: Int) -> [Int]? {
    let digits = text.utf8.map { Int($0) - 48 }
    guard digits.count == 2 * units, digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
    return (0..<units).map { digits[2 * $0] * 10 + digits[2 * $0 + 1] }
  }
}
