import Testing
import Texts

@testable import Charts

@Suite struct TypeMapTests {
  @Test func `the projection keeps proportions at 52 degrees north`() throws {
    // One degree of longitude at 52.1° is 0.6143 times as long as one of latitude.
    let points = Examples.square(5, 51.6, side: 1)
    let projection = try #require(MapProjection(points, width: 400, atMost: 1e6))
    let left = projection(MapPoint(longitude: 5, latitude: 52.1))
    let right = projection(MapPoint(longitude: 6, latitude: 52.1))
    let low = projection(MapPoint(longitude: 5.5, latitude: 51.6))
    let high = projection(MapPoint(longitude: 5.5, latitude: 52.6))
    let ratio = (right.x - left.x) / (low.y - high.y)
    #expect((ratio - 0.6143).magnitude < 0.0005)
    #expect(low.y > high.y, "north is up")
  }

  @Test func `the projection lies within half a kilometre of the Dutch national grid`() throws {
    // Published reference: Westertoren 120 700.723, 487 525.501 (52.37453253 N, 4.88352559 E); Martinitoren Groningen
    // 233 883.131, 582 065.167 (53.21938317 N, 6.56820053 E). Distance in the grid: 147.478 km.
    let corners = [MapPoint(longitude: 3.36, latitude: 50.75), MapPoint(longitude: 7.23, latitude: 53.56)]
    let projection = try #require(MapProjection(corners, width: 400, atMost: 1e6))
    let amsterdam = projection(MapPoint(longitude: 4.88352559, latitude: 52.37453253))
    let groningen = projection(MapPoint(longitude: 6.56820053, latitude: 53.21938317))
    let south = projection(MapPoint(longitude: 5.295, latitude: 51.655))
    let north = projection(MapPoint(longitude: 5.295, latitude: 52.655))
    let kilometre = (south.y - north.y) / 111.26
    let (x, y) = ((groningen.x - amsterdam.x) / kilometre, (amsterdam.y - groningen.y) / kilometre)
    #expect(((x * x + y * y).squareRoot() - 147.478).magnitude < 0.5)
  }

  @Test func `a ring is written with relative steps in tenths`() throws {
    let ring = Examples.square(0, 0, side: 1)
    let projection = try #require(MapProjection(ring, width: 10))
    #expect(MapTrace(ring, projection, left: 0, top: 0).path == "M0 10l10 0 0-10-10 0z")
  }

  @Test func `a ring that is smaller than the page can show is left out`() throws {
    let projection = try #require(MapProjection(Examples.square(0, 0, side: 1), width: 10))
    #expect(MapTrace(Examples.square(0.5, 0.5, side: 0.001), projection, left: 0, top: 0).path.isEmpty)
  }

  @Test func `a letter is placed inside, also when the ring is a crescent`() throws {
    let crescent = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 8), (7, 8), (7, 2), (0, 2), (0, 0)].map {
      MapPoint(longitude: Double($0.0) / 100, latitude: Double($0.1) / 100)
    }
    let projection = try #require(MapProjection(crescent, width: 100))
    let spot = try #require(MapTrace(crescent, projection, left: 0, top: 0).roomyPoint(11))
    #expect(spot.x > 70 && spot.x < 100 || spot.y < 20 || spot.y > 80)
    #expect(MapTrace(crescent, projection, left: 0, top: 0).roomyPoint(60) == nil)
  }

  @Test func `a map of 355 areas with the detail of a published one stays under 250 kB`() {
    // As many points as the Dutch boundaries have: sixty an area, two hundredths of a degree apart, in a zigzag.
    let areas = (0..<355).map { index in
      let (west, south) = (4 + Double(index % 19) * 0.16, 51 + Double(index / 19) * 0.13)
      let ring = (0..<60).map { step -> MapPoint in
        let (side, along) = (step / 15, Double(step % 15) / 15)
        let jag = step % 2 == 0 ? 0.012 : 0.0
        let (x, y) = [(along, jag), (1 - jag, along), (1 - along, 1 - jag), (jag, 1 - along)][side]
        return MapPoint(longitude: west + x * 0.15, latitude: south + y * 0.12)
      }
      return MapArea(name: "Gebied \(index)", status: .type("A"), polygons: [[ring]])
    }
    let map = TypeMap(title: "Kaart", types: Examples.types, areas: areas, credit: "")
    let size = map.svg(FigureSetting(language: .nl, idPrefix: "m")).utf8.count
    #expect(size < 250_000)
    #expect(size > 100_000, "the areas are really drawn")
  }

  @Test func `the description counts every area once`() {
    let text = Examples.map.description(in: .en)
    #expect(
      text
        == "Map, 4\u{A0}areas. A · Voorlopers: 1; B · Zoekers: 1; answered, too few to show: 1; did not answer: 1.")
  }

  @Test func `an area shows its name and type to a pointer, and the credit is in the picture`() {
    let svg = Examples.map.svg(FigureSetting(language: .nl, idPrefix: "m"))
    #expect(svg.contains("<title>Linksonder: A · Voorlopers</title>"))
    #expect(svg.contains("<title>Rechtsboven: wel geantwoord, te weinig om te tonen</title>"))
    #expect(svg.contains(">Grenzen: eigen tekening</text>"))
  }

  @Test func `the mark of a type follows its letter, not its place`() {
    #expect(Palette.index(of: "C", position: 0) == 2)
    #expect(Palette.index(of: "nieuw", position: 4) == 4)
    #expect(Palette.index(of: "Z", position: 4) == 25 && Palette.index(of: "AA", position: 4) == 26)
    #expect(Palette.index(of: "BC", position: 4) == 54 && Palette.index(of: "no", position: 4) == 4)
  }
}
