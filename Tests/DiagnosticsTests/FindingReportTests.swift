import Diagnostics
import Testing

private func finding(_ level: Finding.Level, _ rule: String, _ line: Int) -> Finding {
  Finding(level, rule: rule, at: Place(file: "w.csv", line: line), message: "\(rule) here", mend: "mend it")
}

@Suite struct FindingReportTests {
  @Test func `when all fit they stand in their order, errors first, and notes are not shown`() {
    let text = findingReport(
      [finding(.warning, "b", 1), finding(.note, "n", 2), finding(.warning, "a", 3), finding(.error, "e", 4)], limit: 3,
      rest: "…")
    #expect(
      text == """
        w.csv:4: error: e here
          mend: mend it
        w.csv:1: warning: b here
          mend: mend it
        w.csv:3: warning: a here
          mend: mend it

        """)
  }

  @Test func `when not all fit every rule has its turn, and all are counted`() {
    let many = (1...30).map { finding(.warning, "often", $0) }
    let text = findingReport(
      many + [finding(.warning, "seldom", 31), finding(.error, "bad", 32)], limit: 4,
      rest: "findings.csv holds all of them")
    #expect(
      text == """
        w.csv:32: error: bad here
          mend: mend it
        w.csv:1: warning: often here
          mend: mend it
        w.csv:2: warning: often here
          mend: mend it
        w.csv:31: warning: seldom here
          mend: mend it
        … and 28 more; findings.csv holds all of them
          errors: bad 1
          warnings: often 30, seldom 1

        """)
  }

  @Test func `the tally counts what was not handed over`() {
    var tally = FindingTally([finding(.warning, "often", 1)])
    tally.add(FindingTally([finding(.error, "bad", 1), finding(.warning, "often", 2), finding(.note, "n", 3)]))
    #expect(
      findingReport([finding(.warning, "often", 1)], tally: tally, limit: 0, rest: "look") == """
        … and 3 more; look
          errors: bad 1
          warnings: often 2

        """)
    #expect(tally.lines.map(\.rule) == ["bad", "often", "n"])
    #expect(tally.count(.warning) == 2)
  }

  @Test func `nothing found says nothing`() {
    #expect(findingReport([], limit: 0, rest: "") == "")
    #expect(findingReport([finding(.note, "n", 1)], limit: 0, rest: "") == "")
  }
}
