import Foundation
import Testing

/// Compares a text with the file of that name in `Snapshots`.
///
/// With `KOERS_RECORD=1` in the environment the file is written instead, and the test fails, so that nobody records by
/// accident.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Snapshots")
  let file = folder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["KOERS_RECORD"] == "1" {
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name); run again without KOERS_RECORD", sourceLocation: sourceLocation)
    return
  }
  let recorded = try String(decoding: Data(contentsOf: file), as: UTF8.self)
  #expect(text == recorded, "differs from Snapshots/\(name)", sourceLocation: sourceLocation)
}
