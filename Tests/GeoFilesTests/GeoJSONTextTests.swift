import GeoFiles
import Registers
import Tables
import Testing

struct GeoJSONTextTests {
  private func point(_ longitude: Double, _ latitude: Double) -> Boundary.Point {
    Boundary.Point(longitude: longitude, latitude: latitude)
  }

  private let units = Table(
    "units",
    [
      Column("unit", .text(["A", "B", "C"])), Column("name", .text(["Aa", "B \"</script>\"\n", nil])),
      Column("certainty", .number([0.5, nil, 1])), Column("simulated", .boolean([true, true, true])),
      Column("date", .date([nil, CalendarDate(iso: "2020-04-15"), nil])),
    ])

  @Test func `each unit is a feature with its cells, and a boundary where there is one`() {
    // The outer ring of A runs clockwise and its hole counterclockwise: both are turned.
    let outer = [point(0, 0), point(0, 4), point(4, 4), point(0, 0)]
    let hole = [point(1, 2), point(1.5, 2), point(1.5, 3), point(1, 2)]
    let far = [point(9, 9), point(10, 9), point(10, 10), point(9, 9)]
    let text = geoJSONText(
      of: units, key: "unit",
      boundaries: [
        Boundary(code: "A", name: "Aa", polygons: [[outer, hole]]),
        Boundary(code: "B", name: "B", polygons: [[far], [far]]),
      ], members: [("credit", "CBS")])
    #expect(
      text == #"""
        {"type":"FeatureCollection","credit":"CBS","features":[
        {"type":"Feature","properties":{"unit":"A","name":"Aa","certainty":0.5,"simulated":true,"date":null},"geometry":{"type":"Polygon","coordinates":[[[0,0],[4,4],[0,4],[0,0]],[[1,2],[1.5,3],[1.5,2],[1,2]]]}},
        {"type":"Feature","properties":{"unit":"B","name":"B \"</script>\"\n","certainty":null,"simulated":true,"date":"2020-04-15"},"geometry":{"type":"MultiPolygon","coordinates":[[[[9,9],[10,9],[10,10],[9,9]]],[[[9,9],[10,9],[10,10],[9,9]]]]}},
        {"type":"Feature","properties":{"unit":"C","name":null,"certainty":1,"simulated":true,"date":null},"geometry":null}
        ]}

        """#)
  }

  @Test func `what is written reads back`() throws {
    let ring = [point(5.1234567890123, 52), point(6, 52), point(6, 53), point(5.1234567890123, 52)]
    let boundary = Boundary(code: "A", name: "Aa", polygons: [[ring]])
    let table = Table("units", [Column("code", .text(["A"])), Column("name", .text(["Aa"]))])
    let text = geoJSONText(of: table, key: "code", boundaries: [boundary])
    #expect(try parseBoundaries(Array(text.utf8), file: "map.geojson") == [boundary])
  }

  @Test func `no units are an empty collection`() throws {
    let text = geoJSONText(of: Table("units", [Column("code", .text([]))]), key: "code", boundaries: [])
    #expect(try parseBoundaries(Array(text.utf8), file: "map.geojson").isEmpty)
  }
}
