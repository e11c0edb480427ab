import Testing
import Texts

@Suite struct WorkbookPhrasesTests {
  private func phrases(_ language: Language) -> Phrases {
    Phrases(
      language,
      units: UnitWords(singular: Wording(nl: "school", en: "school"), plural: Wording(nl: "scholen", en: "schools")))
  }

  @Test func `a column is described in the language of the reader, by its table where names are shared`() {
    let (nl, en) = (phrases(.nl), phrases(.en))
    #expect(nl.meaning(ofColumn: "name", in: "types", "Name of the type.") == "Naam van het type.")
    #expect(nl.meaning(ofColumn: "name", in: "units", "Name of the unit.") == "Naam van de eenheid.")
    #expect(nl.meaning(ofColumn: "type_B", in: "profiles", "Mean.").hasPrefix("Gemiddelde van het type"))
    #expect(en.meaning(ofColumn: "name", in: "types", "Name of the type.") == "Name of the type.")
    #expect(nl.meaning(ofColumn: "unheard", in: "of", "As it is described.") == "As it is described.")
  }

  @Test(arguments: Language.allCases) func `every table has a title that fits the tab of a sheet`(_ language: Language)
  {
    let tables = [
      "types", "units", "profiles", "ranking", "choices", "runner-up", "flips", "relief", "contributions",
      "consequences", "policy-fields", "results", "evidence", "estimates", "response", "functions", "data-fitness",
      "wave-fitness",
    ]
    let titles = tables.map(phrases(language).sheet)
    #expect(titles.allSatisfy { $0.count <= 31 })
    #expect(Set(titles + [phrases(language).aboutSheet]).count == tables.count + 1)
    #expect(zip(tables, titles).allSatisfy { $0 != $1 })
    #expect(phrases(language).sheet("another") == "another")
  }
}
