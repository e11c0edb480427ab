import Diagnostics
import Files
import Foundation
import Testing

@Suite struct KnownFilesTests {
  private let base = FileManager.default.temporaryDirectory.appending(path: "koers-known-\(UUID().uuidString)").path

  private func file(_ name: String, _ text: String) throws -> String {
    try makeFolder(base)
    let path = joinPath(base, name)
    try writeFile(path, bytes: Array(text.utf8))
    return path
  }

  private func text(_ path: String) throws(Failure) -> String { String(decoding: try readFile(path), as: UTF8.self) }

  @Test func `a file is read once, until another stands in its place`() throws {
    let known = KnownFiles<String>()
    let path = try file("a.txt", "one")
    var count = 0
    func value() throws(Failure) -> String {
      try known.value(of: [path]) { () throws(Failure) in
        count += 1
        return try text(path)
      }
    }
    #expect(try [value(), value(), value()] == ["one", "one", "one"])
    #expect(count == 1)
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: Failure.self) { try value() }
    _ = try file("a.txt", "another")
    #expect(try value() == "another")
    #expect(count == 3)
  }

  @Test func `a value of two files is made anew when one of them changed`() throws {
    let known = KnownFiles<String>()
    let (first, second) = (try file("a.txt", "a"), try file("b.txt", "b"))
    func both() throws(Failure) -> String {
      try known.value(of: [first, second]) { () throws(Failure) in try text(first) + text(second) }
    }
    #expect(try both() == "ab")
    _ = try file("b.txt", "bb")
    #expect(try both() == "abb")
  }

  @Test func `what is too large is read each time, and what failed is tried again`() throws {
    let known = KnownFiles<Int>(largest: 3)
    let (small, large) = (try file("small.txt", "abc"), try file("large.txt", "abcd"))
    var counts = (small: 0, large: 0, broken: 0)
    for _ in 1...2 {
      _ = try known.value(of: [small]) {
        counts.small += 1; return 0
      }
      _ = try known.value(of: [large]) {
        counts.large += 1; return 0
      }
    }
    #expect(counts.small == 1 && counts.large == 2)
    let broken = try file("broken.txt", "x")
    for _ in 1...2 {
      #expect(throws: Failure.self) {
        try known.value(of: [broken]) { () throws(Failure) in
          counts.broken += 1
          throw Failure(.badData, [])
        }
      }
    }
    #expect(counts.broken == 2)
  }
}
