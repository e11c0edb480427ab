import Testing
import Texts

@testable import Stages

@Suite struct ExplainTests {
  @Test func `a paragraph is broken at its spaces`() {
    #expect(TextLayout.paragraph("one two three", width: 7) == ["one two", "three"])
    #expect(TextLayout.paragraph("one two three", width: 8, first: "- ") == ["- one", "  two", "  three"])
    #expect(TextLayout.paragraph("one two", width: 7) == ["one two"])
    #expect(TextLayout.paragraph("unbreakable", width: 4) == ["unbreakable"])
    #expect(TextLayout.paragraph("30\u{A0}% of all", width: 6) == ["30\u{A0}%", "of all"])
    #expect(TextLayout.paragraph("", width: 4, first: "- ") == ["- "])
  }

  @Test func `the columns of a table stand under each other`() {
    #expect(
      TextLayout.table(["Feature", "n", "own"], [["Goal", "12", "3,10"], ["Use", "4", "−1,25"]]) == [
        "Feature   n    own",
        "Goal     12   3,10",
        "Use       4  −1,25",
      ])
    #expect(TextLayout.table(["Feature", "n"], []) == ["Feature  n"])
  }

  @Test func `a label that is too long is broken, and its numbers stand at its end`() {
    let label = Array(repeating: "word", count: 25).joined(separator: " ")
    let lines = TextLayout.table(["Feature", "n"], [[label, "12"]])
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.count <= TextLayout.width })
    #expect(lines[0].hasSuffix(" n") && lines[0].count == TextLayout.width)
    #expect(lines[1].hasSuffix("word"))
    #expect(lines[2].hasSuffix(" 12") && lines[2].count == TextLayout.width)
  }

  @Test func `how surely other answers point elsewhere never reads as sure when it is not`() {
    let school = UnitWords(singular: Wording(nl: "school", en: "school"), plural: Wording(nl: "scholen", en: "schools"))
    let phrases = Phrases(.en, units: school)
    func leaning(_ share: Double) -> String { phrases.storyLeaning("Why first", share, least: 0.8) }
    #expect(
      leaning(0.55)
        == "Its own answers lean towards ‘Why first’, but not surely: it was better than that of the type in 55 of 100 "
        + "recalculations, and it counts only from 80 on.")
    #expect(leaning(0.795).contains("in just under 80 of 100 recalculations, and it counts only from 80 on"))
    #expect(leaning(0.794).contains("in 79 of 100 recalculations"))
  }

  @Test func `what cannot be seen is not shown`() {
    #expect(printable(" Sch\u{200B}ool\u{FEFF} 1\u{202E}\n") == "School 1")
    #expect(printable("'s-Gravenhage é ł 学校") == "'s-Gravenhage é ł 学校")
    #expect(printable("\u{1B}[31m") == "[31m")
    #expect(printable("\u{200B}\u{200D}") == "")
    #expect(shortened(String(repeating: "é", count: 61)) == String(repeating: "é", count: 60) + "…")
    #expect(shortened(String(repeating: "é", count: 60)) == String(repeating: "é", count: 60))
  }
}
