import Registers
import Testing

@Suite struct CentroidTests {
  @Test func `the centroid of a square is its middle, whichever way the ring runs`() {
    let square = ring([(4, 52), (6, 52), (6, 54), (4, 54), (4, 52)])
    #expect(boundary([[square]]).centroid == Boundary.Point(longitude: 5, latitude: 53))
    #expect(boundary([[square.reversed()]]).centroid == Boundary.Point(longitude: 5, latitude: 53))
  }

  @Test func `a hole moves the centroid away from it`() throws {
    let outer = ring([(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)])
    let hole = ring([(2, 0), (4, 0), (4, 4), (2, 4), (2, 0)])
    // What is left is the western half.
    for inner in [hole, hole.reversed()] {
      #expect(boundary([[outer, inner]]).centroid == Boundary.Point(longitude: 1, latitude: 2))
    }
  }

  @Test func `the largest polygon counts, islands do not`() {
    let land = ring([(0, 0), (2, 0), (2, 2), (0, 2), (0, 0)])
    let island = ring([(10, 10), (11, 10), (11, 11), (10, 11), (10, 10)])
    #expect(boundary([[island], [land]]).centroid == Boundary.Point(longitude: 1, latitude: 1))
  }

  @Test func `an L lies towards its heel`() throws {
    // Three unit squares: centres (0.5, 0.5), (1.5, 0.5), (0.5, 1.5).
    let found = try #require(
      boundary([[ring([(0, 0), (2, 0), (2, 1), (1, 1), (1, 2), (0, 2), (0, 0)])]]).centroid)
    #expect((found.longitude - 2.5 / 3).magnitude < 1e-15)
    #expect((found.latitude - 2.5 / 3).magnitude < 1e-15)
  }

  @Test func `what has no area lies at the mean of its points, and what has no points nowhere`() {
    #expect(
      boundary([[ring([(0, 0), (2, 2), (4, 4), (0, 0)])]]).centroid == Boundary.Point(longitude: 2, latitude: 2))
    #expect(boundary([]).centroid == nil)
    #expect(boundary([[]]).centroid == nil)
    #expect(boundary([[[]]]).centroid == nil)
  }

  @Test func `a degree of latitude is 111 km, one of longitude less by the cosine of the parallel`() throws {
    let places = UnitPlaces([
      boundary([[square(at: (5, 51.9))]], "a"), boundary([[square(at: (6, 51.9))]], "b"),
      boundary([[square(at: (5, 52.9))]], "c"), boundary([], "d"),
    ])
    #expect(places.parallel == 52)
    let (a, b, c) = (try #require(places["a"]), try #require(places["b"]), try #require(places["c"]))
    // 6371.0088 π / 180 = 111.1951 km, times cos 52° = 0.6156615.
    #expect((c.north - a.north - 111.1950802335329).magnitude < 1e-9)
    #expect(c.east == a.east)
    #expect((b.east - a.east - 68.45852714553182).magnitude < 1e-9)
    #expect(places["d"] == nil)
    #expect(places["e"] == nil)
    #expect(UnitPlaces([])["a"] == nil)
  }

  private func square(at corner: (Double, Double)) -> Boundary.Ring {
    let (x, y) = corner
    return ring([(x, y), (x + 0.25, y), (x + 0.25, y + 0.25), (x, y + 0.25), (x, y)])
  }

  private func ring(_ points: [(Double, Double)]) -> Boundary.Ring {
    points.map { Boundary.Point(longitude: $0.0, latitude: $0.1) }
  }

  private func boundary(_ polygons: [Boundary.Polygon], _ code: String = "u") -> Boundary {
    Boundary(code: code, name: code, polygons: polygons)
  }
}
