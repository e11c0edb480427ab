import RealModule

/// Where the units of a register lie on a plane, so that the distance between two of them can be taken.
///
/// The place of a unit is the centroid of its largest polygon, holes left out. Degrees become km on the parallel that
/// is the mean latitude of all units, rounded to a whole degree (equirectangular projection): *x* = *R* · λ · cos φ₀ to
/// the east of Greenwich, *y* = *R* · φ to the north of the equator, with *R* = 6371.0088 km. Rounding keeps the plane
/// where it is when a few units merge. Within a degree of the parallel distances are right to 2.3 % at 52°. Units on
/// both sides of the 180th meridian are not foreseen.
public struct UnitPlaces: Hashable, Sendable {
  /// A place in km from the equator at Greenwich.
  public struct Place: Hashable, Sendable {
    /// The way to the east.
    public var east: Double
    /// The way to the north.
    public var north: Double
  }

  /// The parallel on which degrees are counted, in whole degrees.
  public let parallel: Double
  private let codes: [String]
  private let places: [Place]

  /// Places units.
  ///
  /// A unit without a polygon has no place; of two boundaries with one code the first counts.
  ///
  /// - Parameter boundaries: The boundaries of all units.
  /// - Complexity: O(points + *n* log *n*).
  public init(_ boundaries: [Boundary]) {
    var centres: [(code: String, point: Boundary.Point)] = []
    for boundary in boundaries {
      if let point = boundary.centroid { centres.append((boundary.code, point)) }
    }
    let sorted = centres.enumerated().sorted { ($0.element.code, $0.offset) < ($1.element.code, $1.offset) }
    let latitudes = sorted.map(\.element.point.latitude)
    let middle = latitudes.reduce(0, +) / Double(max(1, latitudes.count))
    parallel = middle.rounded()
    let km = 6371.0088 * Double.pi / 180
    let narrowing = Double.cos(parallel * Double.pi / 180)
    codes = sorted.map(\.element.code)
    places = sorted.map { entry in
      Place(east: entry.element.point.longitude * narrowing * km, north: entry.element.point.latitude * km)
    }
  }

  /// The place of a unit by its code; `nil` for one without a boundary.
  ///
  /// - Complexity: O(log *n*).
  public subscript(code: String) -> Place? {
    var (low, high) = (0, codes.count)
    while low < high {
      let middle = (low + high) / 2
      if codes[middle] < code { low = middle + 1 } else { high = middle }
    }
    return low < codes.count && codes[low] == code ? places[low] : nil
  }
}

extension Boundary {
  /// The centroid of the largest polygon in degrees, holes left out; of polygons without area the mean of the first
  /// one's points, and `nil` without points.
  ///
  /// Degrees are taken as a plane: stretching one of its axes afterwards moves the centroid along.
  public var centroid: Point? {
    var largest: (area: Double, centre: Point)?
    for polygon in polygons {
      guard let found = Self.centre(of: polygon) else { continue }
      if found.area > largest?.area ?? 0 { largest = found }
    }
    if let largest { return largest.centre }
    guard let ring = polygons.first?.first?.dropLast(), !ring.isEmpty else { return nil }
    let count = Double(ring.count)
    return Point(
      longitude: ring.reduce(0) { $0 + $1.longitude } / count, latitude: ring.reduce(0) { $0 + $1.latitude } / count)
  }

  private static func centre(of polygon: Polygon) -> (area: Double, centre: Point)? {
    guard let origin = polygon.first?.first else { return nil }
    var (area, x, y) = (0.0, 0.0, 0.0)
    for (index, ring) in polygon.enumerated() {
      let part = moments(of: ring, around: origin)
      // The outer ring counts, holes are taken off, whichever way they run.
      let sign = (part.area < 0 ? -1.0 : 1.0) * (index == 0 ? 1 : -1)
      area += sign * part.area
      x += sign * part.x
      y += sign * part.y
    }
    guard area > 0 else { return nil }
    return (area, Point(longitude: origin.longitude + x / area, latitude: origin.latitude + y / area))
  }

  /// Returns the signed area of a ring and its first moments (the shoelace formula).
  private static func moments(of ring: Ring, around origin: Point) -> (area: Double, x: Double, y: Double) {
    var (area, x, y) = (0.0, 0.0, 0.0)
    for (first, second) in zip(ring, ring.dropFirst()) {
      let (x0, y0) = (first.longitude - origin.longitude, first.latitude - origin.latitude)
      let (x1, y1) = (second.longitude - origin.longitude, second.latitude - origin.latitude)
      let cross = x0 * y1 - x1 * y0
      area += cross / 2
      x += (x0 + x1) * cross / 6
      y += (y0 + y1) * cross / 6
    }
    return (area, x, y)
  }
}
