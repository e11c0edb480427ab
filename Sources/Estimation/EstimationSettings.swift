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
  /// The attribute of the register that says how many people live in a unit, behind ``Estimand/inhabitants``.
  public var inhabitants: ValueSource?
  /// The names of the classifications by which response is told, each alone and all crossed.
  public var response: [String]
  /// The names of the classifications for whose cells there are estimates as well.
  public var estimatesBy: [String]
  /// Where the inhabitants are written.
  public var inhabitantsPlace: Place

  /// Reads the keys `classes`, `aggregation`, `weighting`, `inhabitants`, `response` and `estimates_by` of the section.
  public init(reading reader: SettingsReader) {
    classes = reader.named("classes") { Classification(name: $0, reading: $1) }.map(\.value)
    let names = classes.map(\.name)
    aggregation = reader.section("aggregation") { AggregationSettings(reading: $0, classes: names) }
    weighting = reader.optionalSection("weighting") { WeightingSettings(reading: $0, classes: names) }
    inhabitants = reader.node("inhabitants") == nil ? nil : reader.valueSource("inhabitants")
    inhabitantsPlace = reader.place(of: "inhabitants")
    response = reader.classNames("response", among: names)
    estimatesBy = reader.classNames("estimates_by", among: names)
    if let inhabitants {
      if case .register = inhabitants { return }
      reader.reject(
        "inhabitants", rule: "class-source", value: inhabitants.text,
        message: "the inhabitants of units must be an attribute of the register, which all units have",
        mend: "write 'register.NAME'")
    }
  }

  /// Returns an error for each source that does not exist.
  public func unknownSources(among known: KnownSources) -> [Finding] {
    let sources = classes.compactMap { classification in
      classification.source.flatMap {
        known.finding(on: $0, of: "the classification '\(classification.name)'", at: classification.place)
      }
    }
    let people = inhabitants.flatMap { known.finding(on: $0, of: "'inhabitants'", at: inhabitantsPlace) }
    return sources + [people, aggregation.unknownSource(among: known)].compactMap { $0 }
  }

  /// Returns a classification by its name.
  public func classification(_ name: String) -> Classification? { classes.first { $0.name == name } }
}

extension SettingsReader {
  /// Returns the names of classifications under a key, with an error for each that is not declared under `classes`.
  func classNames(_ key: String, among classes: [String]) -> [String] {
    texts(key).filter { isClass($0, key, among: classes) }
  }
}
