import Testing
import Texts

@testable import Stages

@Suite struct ExplainTests {
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
