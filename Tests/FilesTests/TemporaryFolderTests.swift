import Diagnostics
import Files
import Foundation
import Testing

@Suite struct TemporaryFolderTests {
  @Test func `the folder is its owner's alone while it is used, and gone afterwards`() throws {
    let made = try withTemporaryFolder { (path: String) throws(Failure) -> String in
      #expect(isFolder(path))
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      #expect((attributes?[.posixPermissions] as? Int) == 0o700)
      try writeFile(joinPath(path, "part"), bytes: [1])
      return path
    }
    #expect(!pathExists(made))
  }

  @Test func `the folder is gone also when its use fails`() {
    let reason = Failure(.badData, rule: "reason", message: "the reason", mend: "mend it")
    var made = ""
    let failure = #expect(throws: Failure.self) {
      try withTemporaryFolder { (path: String) throws(Failure) in
        made = path
        throw reason
      }
    }
    #expect(failure == reason)
    #expect(made.contains("koers-") && !pathExists(made))
  }

  @Test func `two folders at once are two folders`() throws {
    let inner = try withTemporaryFolder { (outer: String) throws(Failure) in
      try withTemporaryFolder { (path: String) throws(Failure) in path != outer && isFolder(path) && isFolder(outer) }
    }
    #expect(inner)
  }
}
