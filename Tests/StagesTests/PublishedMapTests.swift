import Diagnostics
import Reporting
import Testing
import Texts

@testable import Stages

@Suite struct PublishedMapTests {
  private func report(units: [String], areas: [String]) -> Report {
    let word = Wording(same: "school")
    return Report(
      title: word, unitWords: UnitWords(singular: word, plural: word), wave: WaveFacts(name: "w", date: "2024-01-01"),
      simulated: false, response: ResponseFacts(respondents: 1, unitsAnswered: 1, minimum: 3, records: [], units: []),
      features: [], types: [], units: units.map { UnitFacts(code: $0, name: "School \($0)", placing: .noAnswer) },
      strategies: [], criteria: [], fields: [],
      evidence: EvidenceFacts(
        rows: [],
        choice: ChoiceFacts(types: 2, rule: "stability", basis: .rule, smallest: 1, leastStability: 0.75, alone: []),
        nearTies: [], sureFrom: []),
      results: [],
      map: MapFacts(areas: areas.map { MapFacts.Area(code: $0, name: "Area \($0)", polygons: []) }, credit: word),
      members: [], making: MakingFacts(version: "1", stages: [], findings: []))
  }

  @Test func `units and boundaries that fit are no finding`() {
    #expect(report(units: ["a", "b"], areas: ["b", "a"]).mapFindings.isEmpty)
  }

  @Test func `units without a boundary and boundaries without a unit are told, at most five by name`() {
    let findings = report(units: ["a", "b", "c", "d", "e", "f", "g"], areas: ["a", "x"]).mapFindings
    #expect(findings.map(\.rule) == ["no-boundary", "stray-boundary"])
    #expect(
      findings.map(\.message) == [
        "6 of the 7 units have no boundary and are not on the map: School b (b), School c (c), School d (d), "
          + "School e (e), School f (f) and 1 more",
        "1 boundaries belong to no unit of this wave and are not drawn: Area x (x)",
      ])
    #expect(
      findings.map(\.mend) == [
        "add their boundaries to the register for the date of the wave; the list of units holds them anyway",
        "give the register the boundaries of the date of the wave",
      ])
  }
}
