import Diagnostics
import Testing

@Suite struct FindingTests {
  @Test func `a finding shows place, line, mark and mend`() {
    let finding = Finding(
      .error, rule: "not-a-number",
      at: Place(file: "wave.csv", line: 118, column: 10, excerpt: "0412;3;2;n/a;1", width: 3), value: "n/a",
      message: "'income_band' holds \"n/a\", which is not a number", mend: "correct the cell")
    #expect(
      finding.rendered == """
        wave.csv:118:10: error: 'income_band' holds "n/a", which is not a number
          118 | 0412;3;2;n/a;1
              |          ^~~
          mend: correct the cell
        """)
  }

  @Test func `a finding without a place shows only what is known`() {
    let finding = Finding(.warning, rule: "few", message: "only two units answered", mend: "wait for more")
    #expect(
      finding.rendered == """
        warning: only two units answered
          mend: wait for more
        """)
  }

  @Test func `levels are ordered by weight`() {
    #expect(Finding.Level.note < .warning)
    #expect(Finding.Level.warning < .error)
  }
}
