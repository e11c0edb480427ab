/// A projection for a country-sized map anywhere on earth.
///
/// The oblique stereographic projection around the middle of the data, to second order: the same leading terms as the
/// Dutch national grid (RD), so shapes look as people know them, and only additions and multiplications, so the bits
/// are the same on every machine. Over 300 km the neglected terms stay below half a kilometre, a line's width on the page.
struct MapProjection {
  /// The height of the map on the page, in units.
  let height: Double
  private let middleLongitude: Double
  private let middleLatitude: Double
  private let sine: Double
  private let cosine: Double
  private var scale = 1.0
  private var left = 0.0
  private var top = 0.0

  /// Fits a projection so that the points fill a width and at most `most` in height; nothing without a finite point.
  init?(_ points: [MapPoint], width: Double, atMost most: Double = 560) {
    let finite = points.filter { $0.longitude.isFinite && $0.latitude.isFinite }
    guard let first = finite.first else { return nil }
    var box = (west: first.longitude, east: first.longitude, south: first.latitude, north: first.latitude)
    for point in finite {
      box.west = min(box.west, point.longitude)
      box.east = max(box.east, point.longitude)
      box.south = min(box.south, point.latitude)
      box.north = max(box.north, point.latitude)
    }
    middleLongitude = (box.west + box.east) / 2
    middleLatitude = (box.south + box.north) / 2
    sine = Self.sine(middleLatitude * Self.radian)
    cosine = Self.sine((90 - middleLatitude) * Self.radian)
    var plane = (west: Double.infinity, east: -Double.infinity, south: Double.infinity, north: -Double.infinity)
    var flat = [(x: Double, y: Double)]()
    for point in finite {
      flat.append(Self.plane(point, middleLongitude, middleLatitude, sine, cosine))
    }
    for place in flat {
      plane.west = min(plane.west, place.x)
      plane.east = max(plane.east, place.x)
      plane.south = min(plane.south, place.y)
      plane.north = max(plane.north, place.y)
    }
    let wide = max(plane.east - plane.west, 1e-9)
    let high = max(plane.north - plane.south, 1e-9)
    scale = min(width / wide, most / high)
    left = plane.west - (width / scale - wide) / 2
    top = plane.north
    height = high * scale
  }

  /// Returns the place of a point on the page, from the left and downwards from the top.
  func callAsFunction(_ point: MapPoint) -> (x: Double, y: Double) {
    let place = Self.plane(point, middleLongitude, middleLatitude, sine, cosine)
    return ((place.x - left) * scale, (top - place.y) * scale)
  }

  private static let radian = 0.017453292519943295

  private static func plane(
    _ point: MapPoint, _ longitude: Double, _ latitude: Double, _ sine: Double, _ cosine: Double
  ) -> (x: Double, y: Double) {
    let east = (point.longitude - longitude) * radian
    let north = (point.latitude - latitude) * radian
    return (east * (cosine - sine * north), north + east * east * sine * cosine / 2)
  }

  /// The sine of an angle between −90 and 90 degrees by its power series, to the last bits of a double.
  private static func sine(_ angle: Double) -> Double {
    var term = angle
    var sum = angle
    for step in 1...12 {
      let even = Double(2 * step)
      term *= -angle * angle / (even * (even + 1))
      sum += term
    }
    return sum
  }
}

/// A ring on the page, in tenths of a unit.
struct MapTrace {
  private var points = [(x: Int, y: Int)]()
  /// The surface of the ring, in square tenths.
  let size: Double

  init(_ ring: [MapPoint], _ projection: MapProjection, left: Double, top: Double) {
    for point in ring where point.longitude.isFinite && point.latitude.isFinite {
      let place = projection(point)
      let x = Int(((place.x + left) * 10).rounded())
      let y = Int(((place.y + top) * 10).rounded())
      if let last = points.last, last == (x, y) { continue }
      points.append((x, y))
    }
    if points.count > 1, let first = points.first, let last = points.last, first == last { points.removeLast() }
    var doubled = 0
    for (index, point) in points.enumerated() {
      let next = points[(index + 1) % points.count]
      doubled += point.x * next.y - next.x * point.y
    }
    size = Double(doubled.magnitude) / 2
  }

  /// The ring as path commands: absolute to its first point, relative from there; empty for fewer than three points.
  var path: String {
    guard points.count >= 3, let first = points.first else { return "" }
    var text = "M\(Markup.tenths(first.x)) \(Markup.tenths(first.y))l"
    var last = first
    var isFirst = true
    for point in points.dropFirst() {
      let x = Markup.tenths(point.x - last.x)
      let y = Markup.tenths(point.y - last.y)
      if !isFirst, !x.hasPrefix("-") { text += " " }
      text += x
      text += y.hasPrefix("-") ? y : " " + y
      last = point
      isFirst = false
    }
    return text + "z"
  }

  /// A point well inside the ring with at least `room` units across, or nothing.
  ///
  /// Seven horizontal cuts are tried; on each the middle of the widest stretch inside is a candidate. Complexity: O(*n*).
  func roomyPoint(_ room: Double) -> (x: Double, y: Double)? {
    guard points.count >= 3, let low = points.map(\.y).min(), let high = points.map(\.y).max() else { return nil }
    var best: (x: Double, y: Double, width: Double)?
    for step in 1...7 {
      let y = Double(low) + Double(high - low) * Double(step) / 8 + 0.01
      let crossings = self.crossings(at: y).sorted()
      var index = 0
      while index + 1 < crossings.count {
        let width = min(crossings[index + 1] - crossings[index], 2 * min(y - Double(low), Double(high) - y))
        if width > (best?.width ?? 0) { best = ((crossings[index] + crossings[index + 1]) / 2, y, width) }
        index += 2
      }
    }
    guard let best, best.width >= room * 10 else { return nil }
    return (best.x / 10, best.y / 10)
  }

  private func crossings(at y: Double) -> [Double] {
    var found = [Double]()
    for (index, point) in points.enumerated() {
      let next = points[(index + 1) % points.count]
      let (a, b) = (Double(point.y), Double(next.y))
      guard (a <= y) != (b <= y) else { continue }
      found.append(Double(point.x) + (y - a) / (b - a) * Double(next.x - point.x))
    }
    return found
  }
}
