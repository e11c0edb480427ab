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
