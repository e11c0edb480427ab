import Artefacts
import Clustering
import Diagnostics
import Tables

/// The starts of a search, put together from the parts that were made elsewhere.
struct ShardedStarts {
  /// For each number of types, from the smallest, what every start found, in order.
  let divisions: [[Partition]]

  /// Reads the parts of a search.
  ///
  /// - Parameters:
  ///   - paths: The folders of the parts, in any order.
  ///   - request: The search.
  ///   - units: The number of units.
  /// - Throws: ``Diagnostics/Failure`` with status 65 and all that is wrong: folders that are no parts, parts of other
  ///   settings or inputs, parts that are missing or there twice.
  init(_ paths: [String], of request: ClusterRequest, units: Int) throws(Failure) {
    let settings = request.settings
    var findings: [Finding] = []
    var parts: [(path: String, shard: Shard, starts: PartStarts)] = []
    for path in paths {
      guard let folder = try? ArtefactFolder(path, stage: ShardRequest.stage),
        let shard = folder.run.parameter("shard").flatMap({ Shard($0) })
      else {
        findings.append(
          Finding(
            .error, rule: "no-part", at: Place(file: path),
            message: "this is not a folder that 'koers-cluster --shard' left",
            mend: "name the folders of the parts, or make this one anew"))
        continue
      }
      let others = try Self.differences(folder, from: request)
      if !others.isEmpty {
        findings += others
        continue
      }
      let read = try PartStarts(folder, from: settings.from, to: settings.to, units: units)
      guard let read, read.divisions.allSatisfy({ $0.keys.sorted() == shard.starts(of: settings.starts) }) else {
        findings.append(
          Finding(
            .error, rule: "broken-part", at: Place(file: path),
            message: "the part does not hold the starts that it names",
            mend: "make it anew with '--shard \(shard.text)'"))
        continue
      }
      parts.append((path, shard, read))
    }
    findings += Self.gaps(parts.map { ($0.path, $0.shard) }, broken: !findings.isEmpty)
    if !findings.isEmpty { throw Failure(.badData, findings) }
    divisions = (0...settings.to - settings.from).map { index in
      var all: [Int: Partition] = [:]
      for part in parts { all.merge(part.starts.divisions[index]) { first, _ in first } }
      return all.sorted { $0.key < $1.key }.map(\.value)
    }
  }

  /// What sets a part apart from the search: another version, other inputs, other settings.
  private static func differences(_ folder: ArtefactFolder, from request: ClusterRequest) throws(Failure) -> [Finding] {
    var told: [String] = []
    if folder.run.version != ProgramVersion.current {
      told.append("version \(folder.run.version) of the program made it, and this is \(ProgramVersion.current)")
    }
    if folder.run.inputs.first != (try request.inputDigests.first) {
      told.append("it was made from other features")
    }
    if folder.run.seed != request.seed {
      told.append(
        "its seed is \(folder.run.seed.map { String($0) } ?? "not told"), and that of this search \(request.seed)")
    }
    for parameter in request.searchParameters {
      let own = folder.run.parameter(parameter.name) ?? "not told"
      if own != parameter.value {
        told.append("'\(parameter.name)' is \(own) there, and \(parameter.value) here")
      }
    }
    if told.isEmpty { return [] }
    return [
      Finding(
        .error, rule: "other-search", at: Place(file: folder.path),
        message: "this is a part of another search: " + told.joined(separator: "; "),
        mend: "make all parts, and put them together, with the same program, features and options")
    ]
  }

  /// Parts that are missing or there twice, and parts of different divisions of the search.
  private static func gaps(_ parts: [(path: String, shard: Shard)], broken: Bool) -> [Finding] {
    guard let count = parts.first?.shard.count else {
      return broken
        ? []
        : [
          Finding(
            .error, rule: "no-parts", message: "there are no parts to put together",
            mend: "name their folders after --parts")
        ]
    }
    var findings: [Finding] = []
    var seen: [Int: String] = [:]
    for (path, shard) in parts {
      if shard.count != count {
        findings.append(
          Finding(
            .error, rule: "other-count", at: Place(file: path), value: shard.text,
            message: "this is part \(shard.text), and others are parts of \(count)",
            mend: "take parts of one division of the search"))
      } else if let other = seen[shard.number] {
        findings.append(
          Finding(
            .error, rule: "double-part", at: Place(file: path), value: shard.text,
            message: "part \(shard.text) is there twice: also in \(other)", mend: "name one of the two"))
      } else {
        seen[shard.number] = path
      }
    }
    let missing = (1...count).filter { seen[$0] == nil }
    if !missing.isEmpty, !broken {
      let names = missing.prefix(20).map { "\($0)/\(count)" }.joined(separator: ", ")
      findings.append(
        Finding(
          .error, rule: "missing-part", value: names,
          message: missing.count == 1 ? "part \(names) is missing" : "\(missing.count) parts are missing: \(names)",
          mend: "make \(missing.count == 1 ? "it" : "them") with '--shard', and name the folders"))
    }
    return findings
  }
}
