import Testing
import Texts

@Suite struct SuggestedNameTests {
  private func name(_ profile: [(String, Double)]) -> Wording {
    SuggestedName.wording(
      ofProfile: profile.map { (Wording(nl: $0.0, en: $0.0), $0.1) })
  }

  @Test func `the two values furthest from the average make the name`() {
    let name = name([("Goal", 0.4), ("Size", -1.2), ("Use", 0.9), ("ICT", -0.2)])
    #expect(name == Wording(nl: "Laag op size, hoog op use", en: "Low on size, high on use"))
  }

  @Test func `an abbreviation keeps its capitals, and of equal values the first comes first`() {
    #expect(name([("ICT", 0.5), ("Use", -0.5), ("Goal", 0.5)]).en == "High on ICT, low on use")
  }

  @Test func `what lies less than three tenths away does not count`() {
    #expect(name([("Goal", 0.29), ("Size", 0.3)]).en == "High on size")
    #expect(name([("Goal", 0.29)]) == Wording(nl: "Rond het gemiddelde", en: "About average"))
    #expect(name([]).nl == "Rond het gemiddelde")
  }
}
