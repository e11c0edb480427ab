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
  /// One column of ones and zeros for each text.
  case oneHot = "one-hot"

  /// Whether a value can be transformed.
  public func accepts(_ value: Double) -> Bool {
    switch self {
    case .identity, .asinh, .oneHot: value.isFinite
    case .log: value.isFinite && value > 0
    case .logit: value >= 0 && value <= 1
    }
  }

  /// Returns the transformed value.
  ///
  /// - Precondition: The transform accepts the value.
  public func callAsFunction(_ value: Double) -> Double {
    switch self {
    case .identity, .oneHot: return value
    case .log: return Double.log(value)
    case .asinh: return Double.asinh(value)
    case .logit:
      let share = margin + (1 - 2 * margin) * value
      return Double.log(share / (1 - share))
    }
  }

  /// Returns the value that has been transformed: the inverse of calling the transform.
  public func inverse(_ transformed: Double) -> Double {
    switch self {
    case .identity, .oneHot: transformed
    case .log: Double.exp(transformed)
    case .asinh: Double.sinh(transformed)
    case .logit: (1 / (1 + Double.exp(-transformed)) - margin) / (1 - 2 * margin)
    }
  }

  private var margin: Double { 0.01 }
}

/// How transformed values are brought to one unit.
public enum Scaling: String, Hashable, Sendable, Codable, CaseIterable {
  /// Minus the mean, over the standard deviation (divisor *n* − 1).
  case zScore = "z-score"
  /// Minus the median, over the median absolute deviation times 1.4826: a few extreme units change nothing.
  case robust
}

/// What a feature is for.
public enum FeatureUse: String, Hashable, Sendable, Codable, CaseIterable {
  /// Types are made from it.
  case cluster
  /// Carried along to describe the types, not to make them.
  case profile
}
