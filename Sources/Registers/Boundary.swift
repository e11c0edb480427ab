/// The outline of a unit on a map.
public struct Boundary: Hashable, Sendable {
  /// A point in degrees (WGS 84).
  public struct Point: Hashable, Sendable {
    /// Degrees east of Greenwich.
    public var longitude: Double
    /// Degrees north of the equator.
    public var latitude: Double

    /// Creates a point.
    public init(longitude: Double, latitude: Double) {
      self.longitude = longitude
      self.latitude = latitude
    }
  }

  /// A ring of at least four points, of which the last repeats the first.
  public typealias Ring = [Point]
  /// An outer ring, followed by the rings of its holes.
  public typealias Polygon = [Ring]

  /// The code of the unit.
  public var code: String
  /// The name of the unit.
  public var name: String
  /// The polygons; more than one when the unit lies apart.
  public var polygons: [Polygon]

  /// Creates a boundary.
  public init(code: String, name: String, polygons: [Polygon]) {
    self.code = code
    self.name = name
    self.polygons = polygons
  }
}
