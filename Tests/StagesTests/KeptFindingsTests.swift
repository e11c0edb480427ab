import Diagnostics
import Files
import Stages
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct KeptFindingsTests {
  private let findings = [
    Finding(.warning, rule: "a", at: Place(file: "w.csv", line: 3, field: "x"), value: "1", message: "m", mend: "n"),
    Finding(.error, rule: "b", message: "m, too", mend: "n"),
    Finding(.note, rule: "c", message: "m", mend: "n"),
  ]

  @Test func `more findings than are shown are kept, for the owner alone`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "koers-kept-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = keepFindings(of: Failure(.badData, findings), beside: folder.path + "/out", beyond: 1)
    #expect(path == folder.path + "/out.failed/findings.csv")
    #expect(
      String(decoding: try readFile(try #require(path)), as: UTF8.self) == """
        level,rule,file,line,column,value,message,mend
        warning,a,w.csv,3,x,1,m,n
        error,b,,,,,"m, too",n
        note,c,,,,,m,n

        """)
    let rights =
      try FileManager.default.attributesOfItem(atPath: folder.path + "/out.failed")[.posixPermissions] as? Int
    #expect(rights == 0o700)
    // A second run that fails replaces what the first one kept.
    #expect(keepFindings(of: Failure(.badData, findings), beside: folder.path + "/out", beyond: 0) == path)
  }

  @Test func `findings that were never made are kept all the same`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "koers-kept-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let last = Finding(.error, rule: "z", message: "stop", mend: "n")
    var failure = Failure(.badData, [findings[0], last])
    let many = Array(repeating: findings[0], count: 40_000)
    failure.all = ManyFindings(many, then: last, tally: FindingTally(many))
    #expect(failure.all?.tally.lines.map(\.count) == [1, 40_000])
    let path = try #require(keepFindings(of: failure, beside: folder.path + "/out", beyond: 50))
    let lines = String(decoding: try readFile(path), as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 40_002)
    #expect(lines[1...40_000].allSatisfy { $0 == "warning,a,w.csv,3,x,1,m,n" })
    #expect(lines.last == "error,z,,,,,stop,n")
  }

  @Test func `when all are shown nothing is written`() {
    #expect(keepFindings(of: Failure(.badData, findings), beside: "/nowhere/out", beyond: 2) == nil)
    #expect(keepFindings(of: Failure(.badData, findings), beside: "/proc/nowhere/out", beyond: 0) == nil)
  }
}
