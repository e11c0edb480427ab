import Foundation
import Testing

/// Holds every `import` line of the sources against the map of rooms.
///
/// SwiftPM does not stop a target from importing a sibling that it did not declare, so the map is enforced here: what a
/// room imports must be named in the manifest's line for it, and what the manifest names must be on this map.
@Suite struct ImportTests {
  /// The map: for each room the rooms and packages that it may see.
  ///
  /// Floors go up; no room sees a higher one.
  private static let map: [(floor: Int, room: String, sees: Set<String>)] = [
    (0, "Diagnostics", []),
    (0, "Matrices", ["RealModule"]),
    (0, "Texts", []),
    (1, "Settings", ["Diagnostics"]),
    (1, "Tables", ["Diagnostics"]),
    (1, "Clustering", ["CKernels", "Matrices", "RealModule"]),
    (1, "DecisionAnalysis", ["Matrices", "RealModule"]),
    (1, "Charts", ["Texts", "RealModule"]),
    (2, "Registers", ["Tables", "Settings", "Diagnostics", "RealModule"]),
    (2, "Exports", ["Tables", "Diagnostics"]),
    (2, "Survey", ["Exports", "Tables", "Registers", "Settings", "Diagnostics"]),
    (3, "Questionnaires", ["Survey", "Exports", "Tables", "Settings", "Diagnostics"]),
    (3, "Estimation", ["Survey", "Registers", "Tables", "Matrices", "Settings", "Diagnostics", "RealModule"]),
    (3, "Normalisation", ["Survey", "Registers", "Tables", "Matrices", "Settings", "Diagnostics", "RealModule"]),
    (3, "Strategies", ["DecisionAnalysis", "Survey", "Matrices", "Settings", "Diagnostics"]),
    (3, "Waves", ["Clustering", "Matrices", "RealModule"]),
    (3, "Simulation", ["Survey", "Registers", "Tables", "Matrices", "Settings", "Diagnostics", "RealModule"]),
    (4, "Reporting", ["Charts", "Texts"]),
    (4, "RunHistory", ["GRDB", "Diagnostics"]),
    (
      4, "Files",
      [
        "CFolderExchange", "Diagnostics", "Synchronization", "Dispatch", "Foundation", "FoundationEssentials", "Glibc",
        "Musl", "Darwin",
      ]
    ),
    (4, "CSVFiles", ["CLibCSV", "Files", "Tables", "Diagnostics", "Synchronization"]),
    (4, "StatFiles", ["CReadStat", "Files", "Exports", "Tables", "Diagnostics"]),
    (4, "Spreadsheets", ["CXLSXWriter", "CMiniZip", "CExpat", "Files", "Tables", "Diagnostics"]),
    (4, "GeoFiles", ["Files", "Registers", "Tables", "Diagnostics", "Foundation", "FoundationEssentials"]),
    (4, "PipelineFiles", ["Files", "Settings", "Diagnostics", "Yams"]),
    (
      4, "Artefacts",
      [
        "CMessageDigest", "Files", "Tables", "CSVFiles", "Matrices", "Diagnostics", "Synchronization", "Foundation",
        "FoundationEssentials",
      ]
    ),
    (
      5, "Stages",
      [
        "Diagnostics", "Settings", "Matrices", "Tables", "Texts", "Clustering", "DecisionAnalysis", "Charts",
        "Registers", "Exports", "Questionnaires", "Survey", "Estimation", "Normalisation", "Strategies", "Simulation",
        "Waves",
        "Reporting", "Files",
        "CSVFiles", "StatFiles", "Spreadsheets", "GeoFiles", "PipelineFiles", "Artefacts",
      ]
    ),
    (
      6, "PipelineDriver",
      ["Stages", "RunHistory", "Artefacts", "Files", "Tables", "Diagnostics", "Synchronization"]
    ),
    (
      7, "CommandSupport",
      ["Stages", "PipelineDriver", "Artefacts", "Files", "Tables", "Diagnostics", "ArgumentParser", "Synchronization"]
    ),
    (
      8, "koers",
      [
        "CommandSupport", "PipelineDriver", "RunHistory", "Stages", "Artefacts", "Files", "Tables", "Diagnostics",
        "ArgumentParser",
      ]
    ),
    (8, "koers-ingest", commands), (8, "koers-normalise", commands), (8, "koers-cluster", commands),
    (8, "koers-match", commands), (8, "koers-report", commands),
  ]

  private static let commands: Set<String> = [
    "CommandSupport", "Stages", "Artefacts", "Files", "Tables", "Diagnostics", "ArgumentParser",
  ]

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func `every import is on the map`() throws {
    let allowed = Dictionary(uniqueKeysWithValues: Self.map.map { ($0.room, $0.sees) })
    var strays: [String] = []
    for (room, file, module) in try Self.imports() where !(allowed[room]?.contains(module) ?? false) {
      strays.append("\(room)/\(file) imports \(module)")
    }
    #expect(strays.sorted() == [])
  }

  @Test func `the map holds the rooms that stand, no more and no less`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "Sources").path)
    let standing = Set(
      folders.filter {
        ![
          "CExpat", "CFolderExchange", "CKernels", "CLibCSV", "CMessageDigest", "CMiniZip", "CReadStat", "CXLSXWriter",
        ].contains($0) && !$0.hasPrefix(".")
      })
    #expect(standing == Set(Self.map.map(\.room)))
  }

  @Test func `no room sees a higher floor`() {
    let floors = Dictionary(uniqueKeysWithValues: Self.map.map { ($0.room, $0.floor) })
    for (floor, room, sees) in Self.map {
      for other in sees { #expect((floors[other] ?? 0) <= floor, "\(room) sees \(other)") }
    }
  }

  @Test func `what a room imports is declared in the manifest`() throws {
    let manifest = try String(contentsOf: Self.root.appending(path: "Package.swift"), encoding: .utf8)
    let packages = ["RealModule": "numerics", "Yams": "yams", "GRDB": "grdb", "ArgumentParser": "arguments"]
    let system: Set<String> = [
      "Dispatch", "Synchronization", "Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin",
    ]
    for (room, file, module) in try Self.imports() where !system.contains(module) {
      guard let start = manifest.range(of: "(\"\(room)\"") ?? manifest.range(of: "(\n    \"\(room)\"") else {
        Issue.record("the manifest lacks \(room)")
        continue
      }
      let rest = manifest[start.upperBound...]
      let end = rest.range(of: "),\n")?.lowerBound ?? rest.endIndex
      let line = rest[..<end]
      let name = packages[module]
      let declared =
        line.contains("\"\(module)\"") || name.map { line.contains($0) } ?? false
        || (module == "ArgumentParser" && Self.map.contains { $0.room == room && $0.floor == 8 })
      #expect(declared, "\(room)/\(file) imports \(module), which its line in Package.swift does not name")
    }
  }

  @Test func `the manifest declares no room that is not imported`() throws {
    let manifest = try String(contentsOf: Self.root.appending(path: "Package.swift"), encoding: .utf8)
    let imported = Dictionary(grouping: try Self.imports(), by: \.room).mapValues { Set($0.map(\.module)) }
    for match in manifest.matches(of: /(?:room|command)\(\s*"([\w-]+)",\s*\[([^\]]*)\]/) {
      let room = String(match.output.1)
      for name in match.output.2.matches(of: /"(\w+)"/).map({ String($0.output.1) }) {
        #expect(imported[room]?.contains(name) == true, "\(room) declares \(name) and does not import it")
      }
    }
  }

  private static func imports() throws -> [(room: String, file: String, module: String)] {
    var found: [(room: String, file: String, module: String)] = []
    let sources = root.appending(path: "Sources")
    for room in try FileManager.default.contentsOfDirectory(atPath: sources.path).sorted() {
      let folder = sources.appending(path: room).path
      for file in FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }) ?? []
      where file.hasSuffix(".swift") {
        let text = try String(contentsOf: URL(filePath: folder).appending(path: file), encoding: .utf8)
        for line in text.split(separator: "\n") {
          let words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
          guard let position = words.firstIndex(of: "import"), position <= 1, words.count > position + 1,
            position == 0 || ["public", "package", "internal", "private", "fileprivate"].contains(String(words[0]))
          else { continue }
          found.append((room, file, String(words[position + 1].split(separator: ".")[0])))
        }
      }
    }
    return found
  }
}
