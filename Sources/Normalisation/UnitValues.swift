public import Settings
public import Tables

/// The values of all units on one declared feature, before transforming.
public struct UnitValues: Hashable, Sendable {
  /// Numbers, texts, options or places, one a unit; `nil` where a unit has none.
  public enum Content: Hashable, Sendable {
    case numbers([Double?])
    case texts([String?])
    case options([OptionValues])
    case points([PlanePoint?])
  }

  /// The name of the feature.
  public var feature: String
  /// The values.
  public var content: Content
  /// How the answers behind the values were scored, when a coding was fitted.
  public var coding: FittedCoding?

  /// Creates values.
  public init(_ feature: String, _ content: Content, coding: FittedCoding? = nil) {
    self.feature = feature
    self.content = content
    self.coding = coding
  }

  /// The number of units.
  public var count: Int {
    switch content {
    case .numbers(let values): values.count
    case .texts(let values): values.count
    case .options(let options): options.first?.values.count ?? 0
    case .points(let points): points.count
    }
  }

  /// The values as columns of a table of units: one, or as many as there are options or coordinates, under the names of
  /// the columns of features.
  public var columns: [(name: String, values: Column.Values)] {
    switch content {
    case .numbers(let values): return [(feature, .number(values))]
    case .texts(let values): return [(feature, .text(values))]
    case .options(let options): return options.map { (feature + "_" + slug($0.name), .number($0.values)) }
    case .points(let points):
      return [
        (feature + "_" + PlanePoint.east, .number(points.map { $0?.x })),
        (feature + "_" + PlanePoint.north, .number(points.map { $0?.y })),
      ]
    }
  }

  /// Returns the numbers, NaN where a unit has none; for a level the ones and zeros of units that have it, the values
  /// of the option, or one of the coordinates.
  func numbers(level: String?) -> [Double] {
    switch content {
    case .numbers(let values): return values.map { $0 ?? .nan }
    case .texts(let values): return values.map { text in text.map { $0 == level ? 1 : 0 } ?? .nan }
    case .options(let options):
      guard let option = options.first(where: { $0.name == level }) else {
        return Array(repeating: .nan, count: count)
      }
      return option.values.map { $0 ?? .nan }
    case .points(let points):
      let isNorth = level == PlanePoint.north
      return points.map { point in point.map { isNorth ? $0.y : $0.x } ?? .nan }
    }
  }

  /// Returns the values of these units followed by those of others; `nil` when the two are not of one kind.
  func appending(_ other: UnitValues) -> UnitValues? {
    switch (content, other.content) {
    case (.numbers(let own), .numbers(let more)): UnitValues(feature, .numbers(own + more), coding: coding)
    case (.texts(let own), .texts(let more)): UnitValues(feature, .texts(own + more), coding: coding)
    case (.points(let own), .points(let more)): UnitValues(feature, .points(own + more), coding: coding)
    case (.options(let own), .options(let more)) where own.map(\.name) == more.map(\.name):
      UnitValues(
        feature,
        .options(
          zip(own, more).map { OptionValues($0.name, label: $0.label, values: $0.values + $1.values) }), coding: coding)
    default: nil
    }
  }
}

/// One option of a multi-select, or one level of a scale: the share of a unit's respondents that chose it.
public struct OptionValues: Hashable, Sendable {
  /// The name of the option, which becomes a part of the name of its column.
  public var name: String
  /// What the option is called in a report.
  public var label: LocalText
  /// The shares, one a unit; `nil` where a unit has none.
  public var values: [Double?]

  /// Creates an option.
  public init(_ name: String, label: LocalText, values: [Double?]) {
    self.name = name
    self.label = label
    self.values = values
  }
}

/// A place on a plane, in km from a point that all units share.
public struct PlanePoint: Hashable, Sendable {
  /// The way to the east.
  public var x: Double
  /// The way to the north.
  public var y: Double

  /// Creates a place.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// The names of the two columns.
  static let east = "east"
  static let north = "north"
}

/// The stratum of every unit, of which a missing value takes the median.
public struct Strata: Hashable, Sendable {
  /// The name of the classification.
  public var name: String
  /// The names of the cells; a later wave finds its strata again by these.
  public var cells: [String]
  /// The cell of each unit.
  public var cellOfUnit: [Int]

  /// Creates strata.
  ///
  /// - Precondition: Every unit's cell is among `cells`.
  public init(_ name: String, cells: [String], cellOfUnit: [Int]) {
    precondition(cellOfUnit.allSatisfy(cells.indices.contains), "every unit belongs to a stratum that is named")
    self.name = name
    self.cells = cells
    self.cellOfUnit = cellOfUnit
  }

  /// Returns these units followed by others.
  func appending(_ other: Strata) -> Strata {
    let names = cells + other.cells.filter { !cells.contains($0) }
    let moved = other.cells.map { names.firstIndex(of: $0) ?? 0 }
    return Strata(name, cells: names, cellOfUnit: cellOfUnit + other.cellOfUnit.map { moved[$0] })
  }
}
