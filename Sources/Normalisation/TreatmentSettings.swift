public import Diagnostics
import Settings

/// What a unit without a value takes.
public enum ImputationMethod: String, Hashable, Sendable, Codable, CaseIterable {
  /// The median of the units of its stratum that have one (of texts the most frequent); of all units without strata.
  case median
  /// The mean of the units that are nearest on what both have (of texts the most frequent).
  case nearest
}

/// How values that are missing are filled in: `imputation: {method: median, strata: size}`.
public struct ImputationSettings: Hashable, Sendable {
  /// The method.
  public var method = ImputationMethod.median
  /// The name of the classification whose cells are the strata; `nil` takes all units together.
  public var strata: String?
  /// The number of neighbours, for the method `nearest`.
  public var neighbours = 5

  /// Creates settings with their defaults.
  public init() {}

  init(reading reader: SettingsReader, classes: [String]) {
    method = reader.choice("method", default: .median)
    strata = reader.text("strata", default: nil)
    neighbours = reader.integer("neighbours", default: 5, in: 1...1_000)
    if let strata, !classes.contains(strata) {
      reader.reject(
        "strata", rule: "unknown-class", value: strata,
        message: "'\(strata)' is no classification of this pipeline",
        mend: suggestion(for: strata, among: classes).map { "did you mean '\($0)'?" }
          ?? (classes.isEmpty ? "declare it under 'classes:'" : "use one of: " + classes.joined(separator: ", ")))
    }
    if method == .nearest, strata != nil {
      reader.reject(
        "strata", rule: "strata-of-median", value: strata,
        message: "\(reader.subject) takes the nearest neighbours, wherever they belong, and names strata",
        mend: "remove 'strata:', or write 'method: median'")
    }
  }
}

/// Which features say little or the same as another, and what becomes of them.
///
/// `screening: {correlation: 0.95, near_constant: 0.95, rare: 0.05, action: tell}`.
public struct ScreeningSettings: Hashable, Sendable {
  /// What becomes of a feature that a rule points at.
  public enum Action: String, Hashable, Sendable, CaseIterable {
    /// It stays, and is told.
    case tell
    /// It is carried along to describe types, and does not make them.
    case exclude
  }

  /// The size of a correlation from which on two features say the same.
  public var correlation = 0.95
  /// The share of the most frequent value from which on a feature hardly varies.
  public var nearConstant = 0.95
  /// The share below which an option or text is rare.
  public var rare = 0.05
  /// What becomes of such features.
  public var action = Action.tell

  /// Creates settings with their defaults.
  public init() {}

  init(reading reader: SettingsReader) {
    correlation = reader.number("correlation", default: correlation, in: 0.5...1)
    nearConstant = reader.number("near_constant", default: nearConstant, in: 0.5...1)
    rare = reader.number("rare", default: rare, in: 0...0.5)
    action = reader.choice("action", default: .tell)
  }
}

/// On which units features are fitted: `fit: {mode: frozen, wave: 2020}`.
public struct FitSettings: Hashable, Sendable {
  /// The way to fit.
  public enum Mode: String, Hashable, Sendable, Codable, CaseIterable {
    /// On the units of this wave.
    case refit
    /// Not at all: what was fitted on an earlier wave is applied unchanged, so that a unit can be compared with itself.
    case frozen
    /// On the units of an earlier wave and of this one together.
    case pooled
  }

  /// The way to fit.
  public var mode = Mode.refit
  /// The name of the earlier wave; `nil` for a refit.
  public var wave: String?
  /// Where the wave, or else the section, is written.
  public var place = Place()

  /// Creates settings with their defaults.
  public init() {}

  init(reading reader: SettingsReader) {
    mode = reader.choice("mode", default: .refit)
    wave = reader.text("wave", default: nil)
    place = reader.place(of: "wave")
    if mode != .refit, wave == nil { reader.lack("wave", "the name of the earlier wave") }
    if mode == .refit, let wave {
      reader.reject(
        "wave", rule: "wave-of-refit", value: wave,
        message: "\(reader.subject) names the wave '\(wave)', but fits anew",
        mend: "remove 'wave:', or write 'mode: frozen' or 'mode: pooled'")
    }
  }
}
