import Artefacts
public import Diagnostics
import Tables
import Waves

/// What is different between what the stages left in two runs, of one wave or of two.
public struct RunComparison: Hashable, Sendable, Codable {
  /// Things that are there before and now, and those that went or came.
  public struct Exchange: Hashable, Sendable, Codable {
    /// How many there were.
    public var before: Int
    /// How many there are.
    public var now: Int
    /// How many are in both.
    public var both: Int
    /// How many of these are not as they were.
    public var changed: Int
    /// Those that went, sorted.
    public var gone: [String]
    /// Those that came, sorted.
    public var new: [String]
  }

  /// An estimate that is another one.
  public struct Estimate: Hashable, Sendable, Codable {
    /// Question, answer, class and way of counting, with spaces between.
    public var name: String
    /// What it was.
    public var before: Double
    /// What it is.
    public var now: Double
  }

  /// What the search for types found.
  public struct Evidence: Hashable, Sendable, Codable {
    /// The number of types.
    public var types: Int
    /// The mean silhouette.
    public var silhouette: Double
    /// How many starts found the best division.
    public var hits: Int
    /// How many starts there were.
    public var starts: Int
    /// Why this number of types.
    public var sentence: String
  }

  /// A unit that is of another type.
  public struct Mover: Hashable, Sendable, Codable {
    /// The unit.
    public var unit: String
    /// What it was.
    public var before: String
    /// What it is.
    public var now: String
  }

  /// A type whose best strategies are others.
  public struct Strategy: Hashable, Sendable, Codable {
    /// The type.
    public var type: String
    /// What came first: `clear NAME`, or `contender NAME, NAME`.
    public var before: String
    /// What comes first.
    public var now: String
  }

  /// The respondents.
  public var respondents: Exchange
  /// The units with answers.
  public var units: Exchange
  /// How many estimates are in both.
  public var estimatesCompared: Int
  /// The estimates that are not the same, the largest difference first.
  public var estimates: [Estimate]
  /// The search before and now.
  public var evidence: [Evidence]
  /// The sizes of the types before.
  public var sizesBefore: [String: Int]
  /// The sizes of the types now.
  public var sizesNow: [String: Int]
  /// What became of each type, in a word, by its letter.
  public var fates: [String: String]
  /// Units in both that are of another type.
  public var movers: [Mover]
  /// Types whose strategies are others.
  public var strategies: [Strategy]

  /// Compares what two runs left.
  ///
  /// - Parameters:
  ///   - before: The working folders of the first run.
  ///   - now: Those of the second.
  /// - Throws: ``Diagnostics/Failure`` with status 66 or 65 when a folder is not there or lacks a table.
  public init(_ before: WorkFolders, _ now: WorkFolders) throws(Failure) {
    let first = try RunFolders(before)
    let second = try RunFolders(now)
    respondents = Exchange(
      try RunFolders.rows(first.ingest.table("respondents"), by: "respondent"),
      try RunFolders.rows(second.ingest.table("respondents"), by: "respondent"))
    let types = (try first.types(), try second.types())
    units = Exchange(types.0, types.1)
    let estimated = (try first.estimates(), try second.estimates())
    let shared = estimated.0.filter { estimated.1[$0.key] != nil }
    estimatesCompared = shared.count
    estimates = shared.compactMap { name, value in
      let other = estimated.1[name] ?? value
      return value == other ? nil : Estimate(name: name, before: value, now: other)
    }.sorted { (-($0.now - $0.before).magnitude, $0.name) < (-($1.now - $1.before).magnitude, $1.name) }
    evidence = [try first.evidence(), try second.evidence()]
    sizesBefore = Dictionary(types.0.values.map { ($0, 1) }, uniquingKeysWith: +)
    sizesNow = Dictionary(types.1.values.map { ($0, 1) }, uniquingKeysWith: +)
    let both = types.0.keys.filter { types.1[$0] != nil }.sorted()
    movers = both.compactMap { unit in
      guard let before = types.0[unit], let now = types.1[unit], before != now else { return nil }
      return Mover(unit: unit, before: before, now: now)
    }
    fates = Self.fates(types.0, types.1, both)
    strategies = Self.strategies(try first.strategies(), try second.strategies())
  }

  /// What became of each type by the units that are in both.
  private static func fates(_ before: [String: String], _ now: [String: String], _ both: [String]) -> [String: String] {
    let rows = Set(before.values).sorted(by: isBeforeInLetters)
    let columns = Set(now.values).sorted(by: isBeforeInLetters)
    guard !rows.isEmpty, !columns.isEmpty else { return [:] }
    var shared = [[Int]](repeating: Array(repeating: 0, count: columns.count), count: rows.count)
    for unit in both {
      guard let type = before[unit].flatMap(rows.firstIndex), let other = now[unit].flatMap(columns.firstIndex)
      else { continue }
      shared[type][other] += 1
    }
    let correspondence = TypeCorrespondence(shared)
    return Dictionary(
      zip(rows, correspondence.fates).map { letter, fate in
        switch fate {
        case .kept(let type): (letter, columns[type] == letter ? "kept" : "kept as \(columns[type])")
        case .split(let parts): (letter, "split into " + parts.map { columns[$0] }.joined(separator: ", "))
        case .merged(let type): (letter, "merged into \(columns[type])")
        case .retired: (letter, "retired")
        }
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func strategies(_ before: [String: String], _ now: [String: String]) -> [Strategy] {
    now.keys.sorted(by: isBeforeInLetters).compactMap { type in
      guard let then = before[type], let since = now[type], then != since else { return nil }
      return Strategy(type: type, before: then, now: since)
    }
  }

  /// Whether nothing is different.
  public var isSame: Bool {
    respondents.isSame && units.isSame && estimates.isEmpty && evidence.first == evidence.last && movers.isEmpty
      && strategies.isEmpty && sizesBefore == sizesNow
  }
}

extension RunComparison.Exchange {
  /// Compares rows by their keys.
  init(_ first: [String: String], _ second: [String: String]) {
    let both = first.keys.filter { second[$0] != nil }
    self.init(
      before: first.count, now: second.count, both: both.count, changed: both.count { first[$0] != second[$0] },
      gone: first.keys.filter { second[$0] == nil }.sorted(), new: second.keys.filter { first[$0] == nil }.sorted())
  }

  /// Whether nothing went, came or changed.
  public var isSame: Bool { gone.isEmpty && new.isEmpty && changed == 0 }
}

/// What the stages left of a run, for a comparison.
private struct RunFolders {
  let ingest: ArtefactFolder
  let normalise: ArtefactFolder
  let cluster: ArtefactFolder
  let match: ArtefactFolder

  init(_ work: WorkFolders) throws(Failure) {
    ingest = try ArtefactFolder(work.folder(of: "ingest"), stage: "ingest")
    normalise = try ArtefactFolder(work.folder(of: "normalise"), stage: "normalise")
    cluster = try ArtefactFolder(work.folder(of: "cluster"), stage: "cluster")
    match = try ArtefactFolder(work.folder(of: "match"), stage: "match")
  }

  /// The rows of a table as one text each, by their key.
  static func rows(_ table: Table, by key: String) throws(Failure) -> [String: String] {
    let keys = try table.texts(key)
    return Dictionary(
      keys.indices.map { row in
        var bytes: [UInt8] = []
        for column in table.columns {
          _ = column.appendText(of: row, to: &bytes)
          bytes.append(31)
        }
        return (keys[row], String(decoding: bytes, as: UTF8.self))
      }, uniquingKeysWith: { first, _ in first })
  }

  func types() throws(Failure) -> [String: String] {
    let table = try cluster.table("types")
    return Dictionary(zip(try table.texts("unit"), try table.texts("type")), uniquingKeysWith: { first, _ in first })
  }

  func estimates() throws(Failure) -> [String: Double] {
    let table = try normalise.table("estimates")
    let parts = try ["question", "answer", "by", "cell", "estimand"].map { (name: String) throws(Failure) in
      try table.texts(name)
    }
    let values = try table.numbers("estimate")
    var estimates: [String: Double] = [:]
    for row in values.indices {
      guard let value = values[row] else { continue }
      estimates[parts.map { $0[row] }.filter { !$0.isEmpty }.joined(separator: " ")] = value
    }
    return estimates
  }

  func evidence() throws(Failure) -> RunComparison.Evidence {
    let model = try cluster.json("model.json", as: ClusterModel.self)
    return RunComparison.Evidence(
      types: model.types.count, silhouette: model.silhouette, hits: model.search.hits, starts: model.search.starts,
      sentence: model.choice.sentence)
  }

  /// The strategies that come first for each type.
  func strategies() throws(Failure) -> [String: String] {
    let table = try match.table("ranking")
    let types = try table.texts("type")
    let names = try table.texts("strategy")
    let verdicts = try table.texts("verdict")
    var best: [String: String] = [:]
    for row in types.indices where ["clear", "contender"].contains(verdicts[row]) {
      best[types[row]] = best[types[row]].map { $0 + ", " + names[row] } ?? verdicts[row] + " " + names[row]
    }
    for type in types where best[type] == nil { best[type] = "none" }
    return best
  }
}
