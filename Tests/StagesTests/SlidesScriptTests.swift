import Artefacts
import Foundation
import Reporting
import Testing
import Texts

/// The slides run one script, by its digest.
@Suite struct SlidesScriptTests {
  @Test func `the slides allow their script by the digest of that script`() throws {
    let word = Wording(same: "x")
    let report = Report(
      title: word, unitWords: UnitWords(singular: word, plural: word), wave: WaveFacts(name: "w", date: "2024-01-01"),
      simulated: true,
      response: ResponseFacts(respondents: 9, unitsAnswered: 3, minimum: 3, records: [], units: []), features: [],
      types: [], units: [], strategies: [], criteria: [], fields: [],
      evidence: EvidenceFacts(
        rows: [],
        choice: ChoiceFacts(types: 2, rule: "stability", basis: .rule, smallest: 1, leastStability: 0.75, alone: []),
        nearTies: [], sureFrom: []),
      results: [], members: [], making: MakingFacts(version: "1", stages: [], findings: []))
    let page = try #require(report.publication(in: .nl, forms: .slides).first).text
    let script = try #require(page.firstMatch(of: #/(?s)<script>(.*)</script>/#)).1
    let allowed = try #require(page.firstMatch(of: #/script-src 'sha256-([^']*)'/#)).1
    #expect(base64Digest(of: String(script)) == String(allowed))
  }
}

/// The SHA-256 digest of a text in base 64, as a content security policy names it.
func base64Digest(of text: String) -> String {
  let hexadecimal = Array(sha256(text.utf8))
  let bytes = stride(from: 0, to: hexadecimal.count, by: 2).compactMap {
    UInt8(String(hexadecimal[$0...$0 + 1]), radix: 16)
  }
  return Data(bytes).base64EncodedString()
}
