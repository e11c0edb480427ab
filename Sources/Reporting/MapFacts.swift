public import Charts
public import Texts

/// Boundaries of the units, to be coloured by type.
public struct MapFacts: Hashable, Sendable {
  /// One unit's area.
  public struct Area: Hashable, Sendable {
    /// The code of the unit.
    public var code: String
    /// The name of the unit.
    public var name: String
    /// Polygons of rings of points, longitude and latitude in degrees; the first ring of a polygon is its outer one.
    public var polygons: [[[MapPoint]]]

    /// Creates an area.
    public init(
      code: String, name: String, polygons: [[[MapPoint]]]
    ) {
      self.code = code
      self.name = name
      self.polygons = polygons
    }
  }

  /// The areas, sorted by code.
  public var areas: [Area]
  /// The credit that the makers of the boundaries ask for.
  public var credit: Wording

  /// Creates the facts of a map.
  public init(
    areas: [Area], credit: Wording
  ) {
    self.areas = areas
    self.credit = credit
  }
}

extension Report {
  /// The units of which the map has no area, in the order of ``units``; none without a map.
  public var unmapped: [UnitFacts] {
    guard let map else { return [] }
    let drawn = Set(map.areas.map(\.code))
    return units.filter { !drawn.contains($0.code) }
  }

  /// The areas of the map that belong to none of the units, in their order; they are not drawn.
  public var strayAreas: [MapFacts.Area] {
    let known = Set(units.map(\.code))
    return map?.areas.filter { !known.contains($0.code) } ?? []
  }
}
