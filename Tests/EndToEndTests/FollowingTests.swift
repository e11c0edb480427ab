import Foundation
import Testing

/// `koers-cluster` told of an earlier wave, through the real executables.
@Suite struct FollowingTests {
  private static let six = "town,goal,skills\nF,9,8\nA,1,1\nB,2,1\nC,1,2\nD,8,9\nE,9,9\n"
  private static let options = "--types 2 --starts 10 --smallest 2 --evidence quick"

  private func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test func `types are followed, assigned, and keep their letters in a rerun`() throws {
    let copy = try SchoolsCopy()
    try copy.write(Self.six, to: "towns.csv")
    // The second group is the larger one now.
    try copy.write(Self.six + "G,9,9\nH,8,8\n", to: "more.csv")
    let first = try copy.run("koers-cluster", "towns.csv \(Self.options) --output one/cluster".words)
    #expect(first.status == 0, "\(first.errors)")
    func letters(_ folder: String) throws -> [String] { rows(try copy.text(of: folder + "/types.csv")).map { $0[1] } }
    #expect(try letters("one/cluster") == ["type", "A", "A", "A", "B", "B", "B"])
    for way in ["gate", "never", "always"] {
      let next = try copy.run(
        "koers-cluster", "more.csv \(Self.options) --earlier one --refit \(way) --output \(way)/cluster".words)
      #expect(next.status == 0, "\(next.errors)")
      #expect(try letters("\(way)/cluster") == ["type", "A", "A", "A", "B", "B", "B", "B", "B"])
      let record = try copy.text(of: "\(way)/cluster/run.json")
      #expect(record.contains(way == "never" ? "\"assigned\"" : "\"refitted\""))
      #expect(record.contains("\"one/cluster/run.json\""))
    }
    let alone = try copy.run("koers-cluster", "more.csv \(Self.options) --output alone".words)
    #expect(alone.status == 0)
    #expect(try letters("alone").last == "A")
    let kept = try copy.run("koers-cluster", "more.csv \(Self.options) --keep-letters one/cluster --output kept".words)
    #expect(kept.status == 0)
    #expect(try letters("kept").last == "B")
    #expect(try copy.text(of: "kept/run.json").contains("\"kept/run.json\""))
    try copy.expectRefusal(
      "koers-cluster more.csv --types 2 --evidence quick --earlier nowhere --output kept", status: 66,
      """
      nowhere/cluster: error: this is not a folder that the stage 'cluster' left: there is no run.json
        mend: run 'koers-cluster' with '--output nowhere/cluster' first
      """)
  }
}

extension String {
  fileprivate var words: [String] { split(separator: " ").map(String.init) }
}
