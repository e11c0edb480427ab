import Foundation
import Testing

/// Holds the samples of every article against the tests that run them.
///
/// A sample stands in `Tests/<Room>Tests/ArticleTests.swift` between `// sample: name` and `// end`; the article of the room quotes it.
@Suite struct ArticleSampleTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The rooms with a documentation catalogue.
  private static let rooms: [String] = {
    let sources = root.appending(path: "Sources")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: sources.path)) ?? []
    return names.sorted().filter {
      FileManager.default.fileExists(atPath: sources.appending(path: "\($0)/\($0).docc").path)
    }
  }()

  /// The pieces of a text between two lines, without the indentation that all their lines have.
  private static func pieces(of text: String, from start: (String) -> Bool, to end: String) -> [String] {
    var pieces: [[String]] = []
    var isInside = false
    for line in text.components(separatedBy: "\n") {
      let bare = line.trimmingCharacters(in: .whitespaces)
      if isInside, bare == end {
        isInside = false
      } else if isInside {
        pieces[pieces.count - 1].append(line)
      } else if start(bare) {
        isInside = true
        pieces.append([])
      }
    }
    return pieces.map { lines in
      let margin = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
      return lines.map { String($0.dropFirst(margin)) }.joined(separator: "\n")
    }
  }

  @Test func `four rooms have articles`() {
    #expect(Self.rooms == ["Charts", "Clustering", "DecisionAnalysis", "Estimation"])
  }

  @Test(arguments: rooms) func `every sample of an article is one that a test runs, and every such one is quoted`(
    room: String
  ) throws {
    let catalogue = Self.root.appending(path: "Sources/\(room)/\(room).docc")
    let files = try FileManager.default.contentsOfDirectory(atPath: catalogue.path).sorted()
    let quoted = try files.flatMap { file in
      let text = try String(contentsOf: catalogue.appending(path: file), encoding: .utf8)
      return Self.pieces(of: text, from: { $0 == "```swift" }, to: "```")
    }
    let test = try String(
      contentsOf: Self.root.appending(path: "Tests/\(room)Tests/ArticleTests.swift"), encoding: .utf8)
    let run = Self.pieces(of: test, from: { $0.hasPrefix("// sample: ") }, to: "// end")
    #expect(!quoted.isEmpty)
    #expect(quoted.sorted() == run.sorted())
  }
}
