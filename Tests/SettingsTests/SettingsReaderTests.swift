import Diagnostics
import Settings
import Testing

private enum Fruit: String, CaseIterable { case apple, pear }

private func scalar(_ text: String, quoted: Bool = false) -> Node {
  Node(.scalar(text, quoted: quoted), at: Place(file: "p.yaml", line: 2))
}

private func mapping(_ entries: [(String, Node)]) -> Node {
  Node(
    .mapping(entries.map { Node.Entry(key: $0.0, place: Place(file: "p.yaml", line: 3), node: $0.1) }),
    at: Place(file: "p.yaml", line: 1))
}

@Suite struct SettingsReaderTests {
  @Test func `right values are read, absent ones take their default`() {
    let findings = Findings()
    let reader = SettingsReader(
      mapping([
        ("starts", scalar("1_000")), ("share", scalar("0.5")), ("fruit", scalar("pear")), ("on", scalar("true")),
        ("names", Node(.sequence([scalar("a"), scalar("b")]))), ("one", scalar("c")),
      ]), of: "cluster", findings: findings)
    #expect(reader.integer("starts") == 1000)
    #expect(reader.number("share", in: 0...1) == 0.5)
    #expect(reader.choice("fruit") as Fruit == .pear)
    #expect(reader.flag("on", default: false))
    #expect(reader.texts("names") == ["a", "b"])
    #expect(reader.texts("one") == ["c"])
    #expect(reader.integer("absent", default: 7) == 7)
    reader.finish()
    #expect(findings.all.isEmpty)
  }

  @Test func `all that is wrong is told at once, with what to write instead`() {
    let findings = Findings()
    let reader = SettingsReader(
      mapping([("starts", scalar("many")), ("fruit", scalar("peer")), ("share", scalar("2")), ("sede", scalar("1"))]),
      of: "cluster", findings: findings)
    _ = reader.integer("starts", in: 1...9)
    _ = reader.choice("fruit") as Fruit
    _ = reader.number("share", in: 0...1)
    _ = reader.integer("seed", default: 1)
    _ = reader.text("name")
    reader.finish()
    #expect(
      findings.all.map(\.rendered) == [
        """
        p.yaml:2: error: 'cluster.starts' must be a whole number, and is "many"
          mend: write a whole number
        """,
        """
        p.yaml:2: error: 'cluster.fruit' must be one of apple, pear, and is "peer"
          mend: did you mean 'pear'?
        """,
        """
        p.yaml:2: error: 'cluster.share' must be a number, 0.0 to 1.0, and is "2"
          mend: write a number, 0.0 to 1.0
        """,
        """
        p.yaml:1: error: cluster lacks 'name', which must be a text
          mend: add 'name:' to cluster
        """,
        """
        p.yaml:3: error: cluster has no key 'sede'
          mend: did you mean 'seed'?
        """,
      ])
    #expect(throws: Failure.self) { try findings.throwErrors() }
  }

  @Test func `a quoted number is a text`() {
    let findings = Findings()
    let reader = SettingsReader(mapping([("n", scalar("3", quoted: true))]), of: "x", findings: findings)
    _ = reader.integer("n")
    #expect(findings.all.map(\.rule) == ["wrong-value"])
  }

  @Test func `a list where a mapping is wanted is told`() {
    let findings = Findings()
    let reader = SettingsReader(Node(.sequence([])), of: "publish", findings: findings)
    reader.finish()
    #expect(findings.all.map(\.message) == ["publish must be a mapping of keys to values"])
  }

  @Test func `canonical text forgets order and quotes`() {
    let one = mapping([("b", scalar("1")), ("a", scalar("x", quoted: true))])
    let two = mapping([("a", scalar("x")), ("b", scalar("1"))])
    #expect(one.canonicalText == two.canonicalText)
    #expect(one.canonicalText == #"{a:"x",b:"1"}"#)
  }
}
