import Foundation
import ZipParts

/// What a command answered.
struct CommandResult {
  var status: Int32
  var output: String
  var errors: String
}

/// Runs the real executables that were built beside the tests.
enum CommandRunner {
  /// The root of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder of the executables; `KOERS_BIN` names another one.
  static let binaries: URL = {
    if let folder = ProcessInfo.processInfo.environment["KOERS_BIN"] { return URL(filePath: folder) }
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    if FileManager.default.isExecutableFile(atPath: beside.appending(path: "koers").path) { return beside }
    return root.appending(path: ".build/debug")
  }()

  /// Runs a command and waits for its end.
  ///
  /// - Parameters:
  ///   - name: The executable.
  ///   - arguments: Its arguments.
  ///   - folder: The working folder; the root of the package when left out.
  /// - Returns: The exit code and what was written to the streams.
  /// - Throws: When the executable cannot be started.
  static func run(_ name: String, _ arguments: [String], in folder: URL = root) throws -> CommandResult {
    try run(binaries.appending(path: name), arguments, in: folder)
  }

  private static func run(_ executable: URL, _ arguments: [String], in folder: URL) throws -> CommandResult {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let scratch = FileManager.default.temporaryDirectory.appending(path: "koers-streams-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let output = scratch.appending(path: "output")
    let errors = scratch.appending(path: "errors")
    for file in [output, errors] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return CommandResult(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  /// Whether there is a Python, whose standard library reads SQLite as those do who look into the history.
  static let hasPython = (try? python("import sqlite3", []).status) == 0

  /// Runs a script with Python and waits for its end.
  static func python(_ script: String, _ arguments: [String]) throws -> CommandResult {
    try run(URL(filePath: "/usr/bin/env"), ["python3", "-c", script] + arguments, in: root)
  }
}

/// A folder of a test's own, taken away when the test lets go of it.
final class Scratch {
  /// The folder.
  let url = FileManager.default.temporaryDirectory.appending(path: "koers-test-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file in the folder, and returns its path.
  func file(_ name: String, _ text: String) throws -> String {
    let target = url.appending(path: name)
    try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: target, atomically: true, encoding: .utf8)
    return target.path
  }

  private static func isOfDriver(_ name: String) -> Bool {
    ["/lock", "/history.sqlite"].contains { name.hasSuffix($0) } || name.contains("/store/") || name.contains("/keys/")
  }

  /// All files below the folder by their path, with their bytes; a workbook also part by part.
  ///
  /// What the driver keeps for itself is left out: lock, history, store, and what stages were made from.
  static func contents(of folder: URL) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    for name in names where !isOfDriver(name) {
      let file = folder.appending(path: name)
      let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      if attributes[.type] as? FileAttributeType == .typeRegular { contents[name] = try Data(contentsOf: file) }
      guard name.hasSuffix(".xlsx"), let bytes = contents[name] else { continue }
      let parts = try ZipParts(Array(bytes))
      for part in parts.names { contents["\(name)/\(part)"] = Data(try parts.bytes(part)) }
    }
    return contents
  }
}
