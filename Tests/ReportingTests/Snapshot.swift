import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Compares a text with the golden file of a name, line by line.
///
/// With `KOERS_RECORD=1` in the environment the file is written instead, and the test fails so that nobody records by
/// accident.
func expectSnapshot(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation, folder: String = #filePath
) throws {
  let file = URL(fileURLWithPath: folder).deletingLastPathComponent()
    .appendingPathComponent("Snapshots").appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["KOERS_RECORD"] == "1" {
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    return
  }
  let golden = try String(decoding: Data(contentsOf: file), as: UTF8.self)
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let goldenLines = golden.split(separator: "\n", omittingEmptySubsequences: false)
  for (number, (line, wanted)) in zip(lines, goldenLines).enumerated() where line != wanted {
    Issue.record("\(name):\(number + 1) is\n\(line)\nand was\n\(wanted)", sourceLocation: sourceLocation)
    return
  }
  #expect(lines.count == goldenLines.count, "\(name) has another number of lines", sourceLocation: sourceLocation)
}
