import Artefacts
import Foundation
import Reporting
import Tables
import Testing
import Texts

@testable import Stages

/// What is published of single units: the search on their page, and what may be expected of those without answers.
@Suite struct PublishedUnitsTests {
  private func report(_ units: [UnitFacts]) -> Report {
    let word = Wording(nl: "school", en: "school")
    let types = ["A", "B"].map { letter in
      TypeFacts(
        letter: letter, name: Wording(same: letter), nameIsGiven: true, size: 3, share: 0.5, certainty: 0.9,
        profile: [],
        consequences: [], ranking: [], verdict: .none, contributions: [], preconditions: [])
    }
    return Report(
      title: word, unitWords: UnitWords(singular: word, plural: word), wave: WaveFacts(name: "w", date: "2024-01-01"),
      simulated: true,
      response: ResponseFacts(respondents: 9, unitsAnswered: 3, minimum: 3, records: [], units: []), features: [],
      types: types, units: units, strategies: [], criteria: [], fields: [],
      evidence: EvidenceFacts(
        rows: [],
        choice: ChoiceFacts(types: 2, rule: "stability", basis: .rule, smallest: 1, leastStability: 0.75, alone: []),
        nearTies: [], sureFrom: []),
      results: [], members: [], making: MakingFacts(version: "1", stages: [], findings: []))
  }

  private let silent = UnitFacts(
    code: "S2", name: "De Beuk", placing: .noAnswer,
    expected: [ExpectedShare(type: 1, share: 0.7249), ExpectedShare(type: 0, share: 0.2751)])

  @Test(arguments: Language.allCases)
  func `the page that lists units allows its script by the digest of that script`(language: Language) throws {
    let page = try #require(report([silent]).publication(in: language).first { $0.path == "units.html" }).text
    let script = try #require(page.firstMatch(of: #/(?s)<script>(.*)</script>/#)).1
    let allowed = try #require(page.firstMatch(of: #/script-src 'sha256-([^']*)'/#)).1
    let hexadecimal = Array(sha256(script.utf8))
    let bytes = stride(from: 0, to: hexadecimal.count, by: 2).compactMap {
      UInt8(String(hexadecimal[$0...$0 + 1]), radix: 16)
    }
    #expect(bytes.count == 32)
    #expect(Data(bytes).base64EncodedString() == String(allowed))
  }

  @Test func `what may be expected is a table of units without answers alone, in steps of a twentieth`() throws {
    let answered = UnitFacts(code: "S1", name: "De Akker", placing: .tooFew)
    let tables = report([silent, answered]).tables(in: .nl)
    let table = try #require(tables.first { $0.name == "expected" })
    #expect(table.columns.map(\.name) == ["unit", "type", "share"])
    #expect(table["unit"]?.texts == ["S2", "S2"])
    #expect(table["type"]?.texts == ["A", "B"])
    #expect(table["share"]?.numbers == [0.3, 0.7])
    #expect(!report([answered]).tables(in: .nl).contains { $0.name == "expected" })
  }
}
