import Diagnostics
import PipelineFiles
import Settings
import Testing

@Suite struct YAMLFileTests {
  @Test func `values know their line, column and text`() throws {
    let root = try parseYAML("name: x\ncluster:\n  starts: many\n", file: "p.yaml")
    let findings = Findings()
    let reader = SettingsReader(root, of: "the pipeline", findings: findings)
    _ = reader.text("name")
    reader.section("cluster") { _ = $0.integer("starts") }
    reader.finish()
    #expect(
      findings.all.map(\.rendered) == [
        """
        p.yaml:3:11: error: 'cluster.starts' must be a whole number, and is "many"
          3 |   starts: many
            |           ^~~~
          mend: write a whole number
        """
      ])
  }

  @Test func `broken YAML is told with its line`() {
    let failure = #expect(throws: Failure.self) { try parseYAML("a: [1, 2\nb: 3\n", file: "p.yaml") }
    #expect(failure?.status == .badPipeline)
    #expect(failure?.findings.first?.place.line == 2)
    #expect(failure?.findings.first?.rule == "not-yaml")
  }

  @Test func `a key that appears twice is told`() {
    let failure = #expect(throws: Failure.self) { try parseYAML("a: 1\na: 2\n", file: "p.yaml") }
    #expect(failure?.findings.map(\.message) == ["a key appears twice in one mapping: 'a'"])
  }

  @Test func `quotes make a text, and JSON is YAML`() throws {
    let root = try parseYAML(#"{"a": "3", "b": 3}"#, file: "p.json")
    guard case .mapping(let entries) = root.content else {
      Issue.record("not a mapping")
      return
    }
    #expect(entries.map(\.node.content) == [.scalar("3", quoted: true), .scalar("3", quoted: false)])
  }

  @Test func `an empty file is an empty mapping`() throws {
    #expect(try parseYAML("", file: "p.yaml").content == .mapping([]))
  }
}
