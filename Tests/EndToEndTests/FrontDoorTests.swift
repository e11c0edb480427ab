import Foundation
import Testing

/// What the README says is what the program printed and what stands in the tree.
@Suite struct FrontDoorTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOf: CommandRunner.root.appending(path: path), encoding: .utf8)
  }

  @Test func `the summary in the README is the one of the committed publication`() throws {
    #expect(try text("README.md").contains(text("Reports/member-survey/2023/nl/summary.txt")))
  }

  @Test(arguments: ["README.md", "CONTRIBUTING.md"])
  func `every link to a file leads somewhere`(page: String) throws {
    let links = try text(page).matches(of: /\]\(([^)#:]+)(#[^)]*)?\)/).map { String($0.output.1) }
    #expect(!links.isEmpty)
    for link in links {
      let file = CommandRunner.root.appending(path: link).path
      #expect(FileManager.default.fileExists(atPath: file), "\(page) links to \(link)")
    }
  }

  @Test func `the README names every room`() throws {
    let readme = try text("README.md")
    let sources = CommandRunner.root.appending(path: "Sources").path
    for room in try FileManager.default.contentsOfDirectory(atPath: sources) where !room.hasPrefix(".") {
      if ["CLibCSV", "CReadStat", "CMessageDigest"].contains(room) { continue }
      #expect(readme.contains("`\(room)"), "the map lacks \(room)")
    }
  }

  @Test func `the version in publiccode.yml is the program's`() throws {
    let version = try CommandRunner.run("koers", ["--version"]).output.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(try text("publiccode.yml").contains("softwareVersion: \"\(version)\""))
  }
}
