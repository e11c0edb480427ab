public import Diagnostics
public import Settings
public import Survey

/// What the section `normalise` of a pipeline file says about aggregating, weighting and estimating.
public struct EstimationSettings: Hashable, Sendable {
  /// The ways to divide the units, in the order of the file.
  public var classes: [Classification]
  /// How answers become values of units.
  public var aggregation: AggregationSettings
  /// How units are weighted to the register, if they are.
  public var weighting: WeightingSettings?

  /// Reads the keys `classes`, `aggregation` and `weighting` of the section.
  public init(reading reader: SettingsReader) {
    classes = reader.named("classes") { Classification(name: $0, reading: $1) }.map(\.value)
    let names = classes.map(\.name)
    aggregation = reader.section("aggregation") { AggregationSettings(reading: $0, classes: names) }
    weighting = reader.optionalSection("weighting") { WeightingSettings(reading: $0, classes: names) }
  }

  /// Returns an error for each source that does not exist.
  public func unknownSources(among known: KnownSources) -> [Finding] {
    let sources = classes.compactMap { classification in
      classification.source.flatMap {
        known.finding(on: $0, of: "the classification '\(classification.name)'", at: classification.place)
      }
    }
    return sources + [aggregation.unknownSource(among: known)].compactMap { $0 }
  }

  /// Returns a classification by its name.
  public func classification(_ name: String) -> Classification? { classes.first { $0.name == name } }
}

/// How units are weighted to the register for estimates of the average unit.
public struct WeightingSettings: Hashable, Sendable {
  /// The names of the classifications whose counts in the register the weights must reproduce.
  public var margins: [String]
  /// The least number of answering units in a cell; smaller cells are merged with a neighbour.
  public var least: Int
  /// Where the margins are written.
  public var place: Place

  init(reading reader: SettingsReader, classes: [String]) {
    margins = reader.classNames("margins", among: classes)
    place = reader.place(of: "margins")
    least = reader.integer("least", default: 5, in: 1...1_000_000)
  }
}

extension SettingsReader {
  /// Returns the names of classifications under a key, with an error for each that is not declared under `classes`.
  func classNames(_ key: String, among classes: [String]) -> [String] {
    texts(key).filter { isClass($0, key, among: classes) }
  }
}
