import Foundation
import Testing

/// A copy of the survey among schools in a folder of its own, to be spoiled and then read by the real executables.
///
/// Commands run in the folder, so that messages name files without the folders of the machine.
final class SchoolsCopy {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    let fixture = CommandRunner.root.appending(path: "Tests/EndToEndTests/Fixtures/schools")
    for name in ["codebook.yaml", "pipeline.yaml", "schools-2021.csv", "schools-2021.wave.yaml", "strategies.yaml"] {
      try FileManager.default.copyItem(at: fixture.appending(path: name), to: scratch.url.appending(path: name))
    }
  }

  /// All files and folders below the folder, sorted, but for the lock and the history of the driver, which tell of runs that
  /// failed as well.
  var names: [String] {
    let own = [".koers", ".koers/schools", ".koers/schools/history.sqlite", ".koers/schools/lock"]
    let all = FileManager.default.enumerator(atPath: scratch.url.path)?.compactMap { $0 as? String } ?? []
    return all.filter { !own.contains($0) }.sorted()
  }

  /// The path of a file from outside the folder.
  func path(_ file: String) -> String { scratch.path(file) }

  /// Runs a command in the folder.
  func run(_ name: String, _ arguments: [String]) throws -> CommandResult {
    try CommandRunner.run(name, arguments, in: scratch.url)
  }

  /// Replaces a text that must be in a file, everywhere.
  func replace(_ old: String, by new: String, in file: String) throws {
    let text = try String(contentsOf: scratch.url.appending(path: file), encoding: .utf8)
    try #require(text.contains(old), "\(file) does not hold '\(old)'")
    try write(text.replacingOccurrences(of: old, with: new), to: file)
  }

  /// Changes one line of a file, counted from 1.
  func changeLine(_ line: Int, of file: String, _ change: (String) -> String) throws {
    var lines = try String(contentsOf: scratch.url.appending(path: file), encoding: .utf8).components(separatedBy: "\n")
    lines[line - 1] = change(lines[line - 1])
    try write(lines.joined(separator: "\n"), to: file)
  }

  /// Writes a file.
  func write(_ text: String, to file: String) throws { _ = try scratch.file(file, text) }

  /// Writes a file of bytes.
  func write(_ bytes: [UInt8], to file: String) throws {
    try makeFolder((file as NSString).deletingLastPathComponent)
    try Data(bytes).write(to: scratch.url.appending(path: file))
  }

  /// Returns the text of a file.
  func text(of file: String) throws -> String {
    try String(contentsOf: scratch.url.appending(path: file), encoding: .utf8)
  }

  /// Removes a file.
  func remove(_ file: String) throws { try FileManager.default.removeItem(at: scratch.url.appending(path: file)) }

  /// Makes a folder.
  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      at: scratch.url.appending(path: name), withIntermediateDirectories: true)
  }

  /// All files below a folder by their path, with their bytes.
  func contents(of folder: String) throws -> [String: Data] {
    try Scratch.contents(of: scratch.url.appending(path: folder))
  }

  /// Expects that a command refuses its input: with this status and exactly these messages, and without writing anything.
  func expectRefusal(
    _ command: String, status: Int32, _ errors: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = names
    let words = command.split(separator: " ").map(String.init)
    let result = try run(words[0], Array(words.dropFirst()))
    #expect(result.status == status, "\(command)", sourceLocation: sourceLocation)
    #expect(result.errors == errors + "\n", "\(command)", sourceLocation: sourceLocation)
    #expect(result.output.isEmpty, "\(command)", sourceLocation: sourceLocation)
    #expect(names == before, "\(command) wrote something", sourceLocation: sourceLocation)
  }
}
