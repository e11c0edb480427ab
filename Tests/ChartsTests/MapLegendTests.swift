import Charts
import Testing
import Texts

/// A map whose legend is set beside it, in the size of the place where it stands.
@Suite struct MapLegendTests {
  private func map(_ statuses: [MapStatus], isBare: Bool = true) -> TypeMap {
    let areas = statuses.enumerated().map { index, status in
      let west = 4 + 0.3 * Double(index)
      let ring = [(0, 0), (0.3, 0), (0.3, 0.3), (0, 0.3), (0, 0)].map {
        MapPoint(longitude: west + $0.0, latitude: 52 + $0.1)
      }
      return MapArea(name: "<\(index)>", status: status, polygons: [[ring]])
    }
    let types = [TypeLabel(letter: "A", name: "Groot"), TypeLabel(letter: "B", name: "Klein")]
    return TypeMap(title: "Kaart", types: types, areas: areas, credit: "Bron", isBare: isBare)
  }

  private let setting = FigureSetting(language: .nl, idPrefix: "kaart", showsTitle: false)

  @Test func `a bare map draws its areas and not one word`() {
    let all: [MapStatus] = [.type("A"), .type("B"), .tooFew]
    #expect(map(all, isBare: false).svg(setting).contains("<text"))
    let svg = map(all).svg(setting)
    #expect(!svg.contains("<text"))
    #expect(svg.contains("<title>&lt;1&gt;: B · Klein</title>"))
  }

  @Test func `the legend tells every type, and what else is said only where it is`() {
    let legend = map([.type("A"), .type("A"), .tooFew]).legend(setting)
    #expect(legend.map(\.status) == [.type("A"), .type("B"), .tooFew])
    #expect(legend.map(\.count) == [2, 0, 1])
    #expect(legend.map(\.label) == ["A · Groot", "B · Klein", "wel geantwoord, te weinig om te tonen"])
    #expect(map([.type("A"), .noAnswer]).legend(setting).last?.status == .noAnswer)
  }

  @Test func `a swatch has the pattern of its type under a name of its own`() {
    let legend = map([.type("B")]).legend(setting)
    #expect(!legend[0].swatch.contains("pattern"))
    #expect(legend[1].swatch.contains("id=\"f-kaart-key-m1\"") && legend[1].swatch.contains("url(#f-kaart-key-m1)"))
    #expect(!map([.type("B")]).svg(setting).contains("kaart-key"))
    #expect(legend.allSatisfy { $0.swatch.contains("aria-hidden=\"true\"") })
  }
}
