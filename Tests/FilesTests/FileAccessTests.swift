import Diagnostics
import Files
import Foundation
import Testing

@Suite struct FileAccessTests {
  private let base = FileManager.default.temporaryDirectory.appending(path: "koers-files-\(UUID().uuidString)").path

  @Test func `a missing file is told with its name and a mend`() {
    let failure = #expect(throws: Failure.self) { try readFile("/nowhere/x.csv", shownAs: "x.csv") }
    #expect(failure?.status == .missingInput)
    #expect(
      failure?.findings.map(\.rendered) == [
        """
        x.csv: error: there is no such file
          mend: check the spelling, or the folder from which the command is run
        """
      ])
  }

  @Test func `a folder is no file`() {
    let failure = #expect(throws: Failure.self) { try readFile("/tmp") }
    #expect(failure?.findings.map(\.rule) == ["not-a-file"])
  }

  @Test func `a folder is written as a whole and replaced as a whole`() throws {
    let path = base + "/a/b"
    try writeFolder(
      path, files: [FileContent("run.json", text: "{}"), FileContent("sub/x.txt", text: "one")], marker: "run.json",
      readers: .owner)
    #expect(try readText(path + "/sub/x.txt") == "one")
    try writeFolder(path, files: [FileContent("run.json", text: "{}")], marker: "run.json", readers: .owner)
    #expect(namesInFolder(path) == ["run.json"])
    #expect(fileSize(path + "/run.json") == 2)
    #expect(fileSize(path + "/sub/x.txt") == nil)
    #expect(namesInFolder(base + "/a") == ["b"])
    try FileManager.default.removeItem(atPath: base)
  }

  @Test func `a file that is made while it is written holds its pieces in order`() throws {
    let file = FileContent("sub/x.txt") { (take: FileContent.Taker) throws(Failure) in
      for piece in ["one", "", "two"] { try take(Array(piece.utf8)) }
    }
    #expect(file.bytes == Array("onetwo".utf8))
    #expect(file == FileContent("sub/x.txt", text: "onetwo"))
    for readers in [Readers.owner, .everybody] {
      var seen: [[UInt8]] = []
      try writeFolder(base, marker: "sub", readers: readers) { folder throws(Failure) in
        try folder.add(file) { seen.append($0) }
      }
      #expect(seen == [Array("one".utf8), [], Array("two".utf8)])
      #expect(try readText(base + "/sub/x.txt") == "onetwo")
      func rights(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      }
      #expect(try rights(base + "/sub/x.txt") == (readers == .owner ? 0o600 : 0o644))
      #expect(try rights(base + "/sub") == (readers == .owner ? 0o700 : 0o755))
      #expect(try rights(base) == (readers == .owner ? 0o700 : 0o755))
    }
    try FileManager.default.removeItem(atPath: base)
  }

  @Test func `a file that fails half-way leaves the old folder`() throws {
    let path = base + "/kept"
    try writeFolder(path, files: [FileContent("run.json", text: "old")], marker: "run.json", readers: .owner)
    let broken = FileContent("run.json") { (take: FileContent.Taker) throws(Failure) in
      try take([65])
      throw Failure(.badData, rule: "broken", message: "no more", mend: "none")
    }
    let failure = #expect(throws: Failure.self) {
      try writeFolder(path, files: [broken], marker: "run.json", readers: .owner)
    }
    #expect(failure?.findings.map(\.message) == ["no more"])
    #expect(try readText(path + "/run.json") == "old")
    #expect(namesInFolder(base) == ["kept"])
    try FileManager.default.removeItem(atPath: base)
  }

  @Test func `a folder that is not ours is left alone`() throws {
    let path = base + "/mine"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try writeFile(path + "/letter.txt", bytes: [65])
    let failure = #expect(throws: Failure.self) {
      try writeFolder(path, files: [], marker: "run.json", readers: .owner)
    }
    #expect(failure?.status == .cannotWrite)
    #expect(
      failure?.findings.map(\.message) == ["the output folder exists and was not written by this program"])
    #expect(namesInFolder(path) == ["letter.txt"])
    try FileManager.default.removeItem(atPath: base)
  }

  @Test func `an output that cannot be written is told`() throws {
    try writeFile(base, bytes: [65])
    let failure = #expect(throws: Failure.self) {
      try writeFolder(base + "/under-a-file", files: [], marker: "run.json", readers: .everybody)
    }
    #expect(failure?.status == .cannotWrite)
    #expect(failure?.findings.map(\.message) == ["the output folder cannot be made, because '\(base)' is a file"])
    try FileManager.default.removeItem(atPath: base)
  }

  @Test func `paths are joined and taken apart`() {
    #expect(joinPath("a", "b") == "a/b")
    #expect(joinPath(".", "b") == "b")
    #expect(joinPath("a/", "b") == "a/b")
    #expect(joinPath("a", "/b") == "/b")
    #expect(folder(of: "a/b/c") == "a/b")
    #expect(folder(of: "c") == ".")
    #expect(lastName(of: "a/b/") == "b")
  }
}
