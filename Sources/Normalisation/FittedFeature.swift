import Matrices
public import Settings

/// One column of features as it was fitted.
public struct FittedFeature: Hashable, Sendable, Codable {
  /// The name of the column in `features.csv`.
  public var name: String
  /// The declared feature: the same name, but for a feature of several columns.
  public var feature: String
  /// The text whose units have 1 in a one-hot column, the option, the step of a thermometer, or `east` and `north`.
  public var level: String?
  /// What the column is called in a report.
  public var label: LocalText
  /// The block that it belongs to.
  public var block: String
  /// Where the values come from, as written: `index.goal`.
  public var source: String
  /// The answers whose share is taken; empty for the mean.
  public var share: [String]
  /// Whether types are made from it.
  public var use: FeatureUse
  /// What is done to a value.
  public var transform: Transform
  /// How it is scaled.
  public var scaling: Scaling
  /// What is subtracted from a transformed value.
  public var centre: Double
  /// What a transformed and centred value is divided by.
  public var spread: Double
  /// What a scaled value is multiplied by, so that blocks get their shares; 1 for a profile feature.
  public var weight: Double
  /// The raw value that a unit without one takes, when its stratum or its neighbours give none.
  public var imputation: Double
  /// The number of units without a value when this was fitted.
  public var imputed: Int
  /// Why it is a feature.
  public var reason: LocalText
  /// The feature's part within its block, as declared.
  public var part: Double?
  /// The places of the values, of a rank.
  public var ranks: RankScale?
  /// How answers were scored before they were aggregated.
  public var coding: FittedCoding?
  /// The bounds that values are set to.
  public var winsorised: Winsorising?
  /// What spreads are counted in when outliers are told.
  public var yardstick: Yardstick?
  /// The raw value that a unit without one takes, by stratum.
  public var strata: [StratumValue]?
  /// Why the screen excluded it, as a sentence; `nil` when it did not.
  public var excluded: String?

  /// Returns the scaled value; of a missing or impossible value, that of the imputation.
  public func scaled(_ raw: Double?) -> Double {
    let value = raw.flatMap { transform.accepts($0) ? $0 : nil } ?? imputation
    return scaled(transformed: bounded(transformed(value)))
  }

  /// Returns the raw value of a scaled one; what was winsorised comes back as the bound.
  public func original(_ scaled: Double) -> Double {
    let value = scaled / weight * spread + centre
    return ranks.map { $0.inverse(value) } ?? transform.inverse(value)
  }

  /// Returns the transformed value, not yet winsorised.
  ///
  /// - Precondition: The transform accepts the value.
  func transformed(_ raw: Double) -> Double { ranks.map { $0(raw) } ?? transform(raw) }

  /// Returns a transformed value within the bounds.
  func bounded(_ value: Double) -> Double {
    winsorised.map { min(max(value, $0.low), $0.high) } ?? value
  }

  /// Returns what becomes of a transformed and winsorised value.
  @inline(__always)
  func scaled(transformed value: Double) -> Double { ((value - centre) / spread * weight).roundedToGrid }
}

/// The bounds beyond which values are set to the bound, in transformed values.
public struct Winsorising: Hashable, Sendable, Codable {
  /// The number of spreads from the centre, as declared.
  public var spreads: Double
  /// The lower bound.
  public var low: Double
  /// The upper bound.
  public var high: Double
}

/// What spreads are counted in: mean and standard deviation of the transformed values before winsorising; for robust
/// scaling their median and median absolute deviation.
public struct Yardstick: Hashable, Sendable, Codable {
  /// The middle.
  public var centre: Double
  /// One spread.
  public var spread: Double
}

/// What a missing value takes in one stratum.
public struct StratumValue: Hashable, Sendable, Codable {
  /// The name of the stratum.
  public var stratum: String
  /// The raw value.
  public var value: Double
}

/// A block of features as it was fitted.
public struct FittedBlock: Hashable, Sendable, Codable {
  /// The name of the block.
  public var name: String
  /// What the block is called in a report.
  public var label: LocalText
  /// The weight as declared.
  public var weight: Double
  /// The block's share of the total variance of the clustered features; 0 for a block that is only carried along.
  public var share: Double
  /// Why the block weighs what it weighs.
  public var reason: LocalText?
}

/// On which units a transform was fitted.
public struct FitOrigin: Hashable, Sendable, Codable {
  /// The way it came to this wave.
  public var mode: FitSettings.Mode
  /// The earlier wave; `nil` for a refit.
  public var wave: String?
  /// The number of units it was fitted on.
  public var units: Int
}
