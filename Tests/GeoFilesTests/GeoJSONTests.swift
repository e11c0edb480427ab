import Diagnostics
import GeoFiles
import Registers
import Testing

struct GeoJSONTests {
  private let ring = "[[0,0],[1,0,9.5],[1,1],[0,0]]"

  private func feature(_ code: String, _ geometry: String) -> String {
    #"{"type":"Feature","properties":{"code":"\#(code)","name":"Name \#(code)"},"geometry":\#(geometry)}"#
  }

  private func collection(_ features: String...) -> [UInt8] {
    Array(#"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#.utf8)
  }

  @Test func `polygons and multipolygons are read, sorted by code`() throws {
    let bytes = collection(
      feature("B", #"{"type":"MultiPolygon","coordinates":[[\#(ring)],[\#(ring),\#(ring)]]}"#),
      feature("A", #"{"type":"Polygon","coordinates":[\#(ring)]}"#))
    let boundaries = try parseBoundaries(bytes, file: "map.geojson")
    #expect(boundaries.map(\.code) == ["A", "B"])
    #expect(boundaries.map(\.name) == ["Name A", "Name B"])
    #expect(boundaries[0].polygons == [[[point(0, 0), point(1, 0), point(1, 1), point(0, 0)]]])
    #expect(boundaries[1].polygons.map(\.count) == [1, 2])
  }

  private func point(_ longitude: Double, _ latitude: Double) -> Boundary.Point {
    Boundary.Point(longitude: longitude, latitude: latitude)
  }

  @Test func `an empty collection has no boundaries`() throws {
    #expect(try parseBoundaries(collection(), file: "map.geojson").isEmpty)
  }

  @Test func `a geometry of another type is refused`() {
    let bytes = collection(feature("A", #"{"type":"Point","coordinates":[0,0]}"#))
    let failure = #expect(throws: Failure.self) { try parseBoundaries(bytes, file: "map.geojson") }
    #expect(failure?.status == .badData)
    #expect(
      failure?.findings.first?.rendered == """
        map.geojson: error: the file is not a GeoJSON feature collection of polygons: 'Point' is neither Polygon nor \
        MultiPolygon (at features.[1].geometry.type)
          mend: save it as GeoJSON with 'code' and 'name' as properties of every feature
        """)
  }

  @Test func `a ring that is not closed is refused`() {
    let bytes = collection(feature("A", #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}"#))
    let failure = #expect(throws: Failure.self) { try parseBoundaries(bytes, file: "map.geojson") }
    #expect(
      failure?.findings.map(\.rendered) == [
        """
        map.geojson: error: 1 of the rings of A (Name A) do not end where they begin
          mend: end every ring with its first point
        """
      ])
  }

  @Test func `a missing file is a missing input`() {
    let failure = #expect(throws: Failure.self) { try readBoundaries(path: "/nowhere/map.geojson") }
    #expect(failure?.status == .missingInput)
  }
}
