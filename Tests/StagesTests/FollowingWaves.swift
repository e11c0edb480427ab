import Artefacts
import Diagnostics
import Files
import Foundation
import Matrices
import Tables
import Waves

@testable import Stages

/// Waves of units in groups on a plane, run through cluster one after the other, each in a folder of its own.
final class FollowingWaves {
  /// Where units lie, and which they are, by their numbers.
  struct Group {
    var x: Double
    var y: Double
    var units: [Int]

    init(_ x: Double, _ y: Double, _ units: some Sequence<Int>) {
      (self.x, self.y, self.units) = (x, y, Array(units))
    }
  }

  let folder: String
  /// The name of each unit by its number.
  var name: (Int) -> String = { "U\(1000 + $0)" }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("koers-waves-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func work(_ wave: String) -> WorkFolders { WorkFolders(base: joinPath(folder, wave)) }

  /// Writes the units of a wave, each near the middle of its group.
  func write(_ wave: String, _ groups: [Group], noise: UInt64 = 1, columns: String = "x,y", shuffled: UInt64? = nil)
    throws
  {
    var lines: [(unit: Int, text: String)] = []
    for group in groups {
      for unit in group.units {
        var generator = SeededGenerator(seed: noise, streams: unit)
        let (x, y) = (group.x + 0.3 * generator.normal(), group.y + 0.3 * generator.normal())
        lines.append((unit, "\(name(unit)),\(x),\(y)"))
      }
    }
    lines.sort { $0.unit < $1.unit }
    if let shuffled {
      var generator = SeededGenerator(seed: shuffled)
      lines.shuffle(using: &generator)
    }
    let text = "unit,\(columns)\n" + lines.map { $0.text + "\n" }.joined()
    try Data(text.utf8).write(to: URL(fileURLWithPath: joinPath(folder, wave + ".csv")))
  }

  /// The request for a wave that was written.
  func request(
    _ wave: String, after earlier: String? = nil, types: ClosedRange<Int> = 2...5, seed: UInt64 = 1
  ) -> ClusterRequest {
    var settings = ClusterSettings()
    (settings.from, settings.to) = (types.lowerBound, types.upperBound)
    (settings.starts, settings.smallest, settings.rule, settings.quick) = (10, 2, "silhouette", true)
    // Fewer types than before never fit better.
    settings.waves.gates.gain = -1
    return ClusterRequest(
      features: joinPath(folder, wave + ".csv"), settings: settings, seed: seed, earlier: earlier.map { work($0) })
  }

  /// Runs the request of a wave, and leaves its folder.
  @discardableResult
  func run(_ request: ClusterRequest, as wave: String) async throws -> ArtefactFolder {
    let output = try await request.run()
    try output.write(to: work(wave).folder(of: "cluster"))
    return try ArtefactFolder(work(wave).folder(of: "cluster"), stage: "cluster")
  }

  /// Writes and runs a wave.
  @discardableResult
  func run(
    _ wave: String, _ groups: [Group], after earlier: String? = nil, noise: UInt64 = 1
  ) async throws -> ArtefactFolder {
    try write(wave, groups, noise: noise)
    return try await run(request(wave, after: earlier), as: wave)
  }

  /// The letter of the type of each group; several when its units are of several types.
  func letters(_ folder: ArtefactFolder, _ groups: [Group]) throws -> [String] {
    let table = try folder.table("types")
    let types = Dictionary(uniqueKeysWithValues: zip(try table.texts("unit"), try table.texts("type")))
    return groups.map { group in Set(group.units.compactMap { types[name($0)] }).sorted().joined() }
  }
}
