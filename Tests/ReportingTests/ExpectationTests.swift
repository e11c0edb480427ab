import Reporting
import Testing
import Texts

@Suite struct ExpectationTests {
  func markdown(_ facts: ExpectationFacts?, _ language: Language) throws -> String {
    var report = sampleReport()
    report.response.expectation = facts
    return try #require(report.publication(in: language).first { $0.path == "report.md" }).text
  }

  @Test func `what cannot be told is called so, with the check that tells it`() throws {
    let facts = ExpectationFacts(accuracy: 0.301, baseline: 0.292, isBetter: false)
    let dutch = try markdown(facts, .nl)
    #expect(
      dutch.contains(
        "Welk type de scholen hebben die niet antwoordden, is niet te zeggen: wat het register over hen weet, voorspelt het "
          + "type niet duidelijk beter dan altijd het grootste type noemen. Nagegaan bij wie wel antwoordde: in 30 van de "
          + "100 gevallen was het type dat zo het meest te verwachten is het juiste; wie altijd het grootste type noemt, "
          + "heeft het in 29 van de 100 goed."))
    #expect(!dutch.contains("Verwacht bij wie niet antwoordde"))
    let english = try markdown(facts, .en)
    #expect(
      english.contains(
        "The types of the schools that did not answer cannot be told: what the register knows of them does not predict the "
          + "type clearly better than always naming the largest type. Checked on those that did answer: in 30 of 100 cases "
          + "the type most to be expected was the right one; whoever always names the largest type is right in 29 of 100."
      ))
    #expect(!english.contains("Expected of those who did not"))
  }

  @Test(arguments: Language.allCases)
  func `without a register nothing is said of those who did not answer`(language: Language) throws {
    let text = try markdown(nil, language)
    #expect(!text.contains("het grootste type noem") && !text.contains("names the largest type"))
  }
}
