import Reporting
import Testing
import Texts

/// What the report says about other methods, other features and other variables.
@Suite struct RobustnessTests {
  /// The account of the sample publication as it reads: with ordinary spaces in place of those that do not break, and
  /// without the marks around numbers.
  private func account(_ language: Language, _ change: (inout RobustnessFacts) -> Void = { _ in }) throws -> String {
    var report = sampleReport()
    change(&report.robustness)
    let file = try #require(report.publication(in: language).first { $0.path == "account.html" })
    return String(file.text.replacing(/<data [^>]*>|<\/data>/, with: "").map { $0 == "\u{A0}" ? " " : $0 })
  }

  @Test func `each method has its verdict in one line`() throws {
    let page = try account(.nl)
    #expect(
      page.contains(
        "Medoïden op de antwoorden zelf (PAM, afstand van Gower): de overeenkomst is zwak. Deze methode zet 2 van de 6 "
          + "scholen in een ander type."))
    #expect(
      try account(.en).contains(
        "Merging by Ward&#39;s method: the agreement is excellent. This method puts 0 of the 6 schools in another type."
      ))
  }

  @Test func `the feature that the types hang on most is named`() throws {
    #expect(
      try account(.nl).contains("Het meest verandert er zonder ‘doel’: dan komen 2 van de 6 scholen in een ander type.")
    )
    let unmoved = try account(.en) { facts in
      for index in facts.changes.indices { facts.changes[index].moved = 0 }
    }
    #expect(
      unmoved.contains(
        "No single feature is indispensable: without any one of them each school stays in the same type."))
  }

  @Test func `only what is not the same as a used feature counts as proof`() throws {
    #expect(
      try account(.en).contains(
        "This is so for one of the two features that do not hang together closely with what was used: library."))
    let none = try account(.en) { $0.associations[0].probability = 0.06 }
    #expect(none.contains("On none of these two features do the types differ by more than chance."))
    let circular = try account(.nl) { $0.associations.removeFirst(2) }
    #expect(
      circular.contains(
        "Alle andere kenmerken hangen sterk samen met een kenmerk dat wel is gebruikt, en bewijzen dus niets."))
    #expect(circular.contains("Leerlingen (97 %)"))
    #expect(circular.contains("&lt; 0,001"))
  }
}
