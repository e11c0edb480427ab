import Reporting
import Testing
import Texts

@Suite struct MapTests {
  @Test(arguments: Language.allCases)
  func `a unit without a boundary is named under the map, and a boundary without a unit is not drawn`(
    language: Language
  ) throws {
    var report = sampleReport()
    let area = try #require(report.map?.areas.first)
    let unit = try #require(report.units.first { $0.code == area.code })
    report.map?.areas[0].code = "elsewhere"
    report.map?.areas[0].name = "Elsewhere"
    #expect(report.unmapped.contains(unit))
    #expect(report.strayAreas.map(\.name) == ["Elsewhere"])
    let files = report.publication(in: language)
    let page = try #require(files.first { $0.path == "index.html" }).text
    #expect(page.contains(language == .nl ? "Niet op de kaart" : "Not on the map"))
    let map = try #require(files.first { $0.path == "figures/map.svg" }).text
    #expect(!map.contains("Elsewhere"))
  }

  @Test(arguments: Language.allCases)
  func `a map of which no area belongs to a unit is left out`(language: Language) {
    var report = sampleReport()
    for index in 0..<(report.map?.areas.count ?? 0) { report.map?.areas[index].code = "elsewhere-\(index)" }
    #expect(!report.publication(in: language).contains { $0.path == "figures/map.svg" })
  }

  @Test func `without a map no unit is missed`() {
    var report = sampleReport()
    report.map = nil
    #expect(report.unmapped.isEmpty)
    #expect(report.strayAreas.isEmpty)
  }
}
