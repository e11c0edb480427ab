import RealModule

/// What is done to a value before it is scaled.
public enum Transform: String, Hashable, Sendable, Codable, CaseIterable {
  /// Nothing.
  case identity
  /// The natural logarithm: for sizes above zero that span orders of magnitude.
  case log
  /// The inverse hyperbolic sine: like a logarithm, but defined at zero and below.
  case asinh
  /// The log odds of a share, drawn 1 % towards the middle at both ends, so that shares of 0 and 1 have a place.
  case logit
  /// The share of units below, from the ranks of the units it was fitted on: see ``RankScale``.
  case rank
  /// One column of ones and zeros for each text; all columns together weigh as one feature.
  case oneHot = "one-hot"
  /// One column for each option of a multi-select or level of a scale; all columns together weigh as one feature.
  case options
  /// Two columns, the place of the unit to the east and to the north in km; together they weigh as one feature.
  case coordinates

  /// Whether a feature becomes several columns that weigh as one.
  public var isGroup: Bool {
    switch self {
    case .identity, .log, .asinh, .logit, .rank: false
    case .oneHot, .options, .coordinates: true
    }
  }

  /// Whether a value can be transformed.
  public func accepts(_ value: Double) -> Bool {
    switch self {
    case .identity, .asinh, .rank, .oneHot, .options, .coordinates: value.isFinite
    case .log: value.isFinite && value > 0
    case .logit: value >= 0 && value <= 1
    }
  }

  /// Returns the transformed value; that of a rank stays as it is, because ranks take other units.
  ///
  /// - Precondition: The transform accepts the value.
  public func callAsFunction(_ value: Double) -> Double {
    switch self {
    case .identity, .rank, .oneHot, .options, .coordinates: return value
    case .log: return Double.log(value)
    case .asinh: return Double.asinh(value)
    case .logit: return logOdds(value)
    }
  }

  /// Returns the value that has been transformed: the inverse of calling the transform.
  public func inverse(_ transformed: Double) -> Double {
    switch self {
    case .identity, .rank, .oneHot, .options, .coordinates: transformed
    case .log: Double.exp(transformed)
    case .asinh: Double.sinh(transformed)
    case .logit: (1 / (1 + Double.exp(-transformed)) - logitMargin) / (1 - 2 * logitMargin)
    }
  }
}

/// How far the log odds draw a share towards the middle.
private let logitMargin = 0.01

/// Returns the log odds of a share, drawn towards the middle.
func logOdds(_ value: Double) -> Double {
  let share = logitMargin + (1 - 2 * logitMargin) * value
  return Double.log(share / (1 - share))
}

/// How transformed values are brought to one unit.
///
/// Features of several columns take the root of the sum of their variances whatever the scaling, so that together they
/// are one feature, and the distance between two places stays a distance.
public enum Scaling: String, Hashable, Sendable, Codable, CaseIterable {
  /// Minus the mean, over the standard deviation (divisor *n* − 1).
  case zScore = "z-score"
  /// Minus the median, over the median absolute deviation times 1.4826: a few extreme units change nothing.
  case robust
  /// Minus the least value, over the greatest minus the least: from 0 to 1.
  case range
  /// Left as it is: for features of one block that are in the same unit already.
  case none
}

/// What a feature is for.
public enum FeatureUse: String, Hashable, Sendable, Codable, CaseIterable {
  /// Types are made from it.
  case cluster
  /// Carried along to describe the types, not to make them.
  case profile
}
