public import Matrices
import RealModule

/// How strongly one alternative is preferred to another on a criterion, by how much better it is.
///
/// > Brans, J. and Vincke, P. (1985). A preference ranking organisation method. doi:10.1287/mnsc.31.6.647
public enum PreferenceFunction: Hashable, Sendable {
  /// Any advantage is a full preference.
  case usual
  /// An advantage above the indifference is a full preference.
  case uShape(indifference: Double)
  /// The preference rises with the advantage, up to full.
  case vShape(preference: Double)
  /// Half a preference above the indifference, a full one above the second amount.
  case level(indifference: Double, preference: Double)
  /// The preference rises from the indifference on, up to full at the second amount.
  case linear(indifference: Double, preference: Double)
  /// The preference rises as 1 − exp(−*d*² / 2*s*²).
  case gaussian(spread: Double)

  /// Returns the preference for an advantage, from 0 (none) to 1 (full); 0 for no advantage.
  public func callAsFunction(_ advantage: Double) -> Double {
    guard advantage > 0 else { return 0 }
    switch self {
    case .usual: return 1
    case .uShape(let indifference): return advantage > indifference ? 1 : 0
    case .vShape(let preference): return preference > advantage ? advantage / preference : 1
    case .level(let indifference, let preference):
      return advantage > preference ? 1 : advantage > indifference ? 0.5 : 0
    case .linear(let indifference, let preference):
      if advantage <= indifference { return 0 }
      return advantage >= preference ? 1 : (advantage - indifference) / (preference - indifference)
    case .gaussian(let spread):
      return 1 - Double.exp(-advantage * advantage / (2 * spread * spread))
    }
  }
}

/// Ranks alternatives by comparing each with each other: PROMETHEE II.
///
/// The flows of an alternative depend on which others are compared with it, so that adding one can reorder the rest.
///
/// > Brans, J. and Vincke, P. (1985). A preference ranking organisation method. doi:10.1287/mnsc.31.6.647
public struct PROMETHEE: Hashable, Sendable {
  /// How an alternative does against the others.
  public struct Flows: Hashable, Sendable {
    /// How much it is preferred to the others, on the mean (*a*).
    public var leaving: [Double]
    /// How much the others are preferred to it, on the mean (*a*).
    public var entering: [Double]
    /// Leaving minus entering (*a*), from −1 to 1; the higher the better.
    ///
    /// Net flows add up to 0.
    public var net: [Double] { zip(leaving, entering).map { $0 - $1 } }
  }

  /// The weights of the criteria (*c*), not negative; only their proportions count.
  public let weights: [Double]
  /// Whether more of a criterion is better (*c*).
  public let isBenefit: [Bool]
  /// The preference function of each criterion (*c*).
  public let preferences: [PreferenceFunction]

  /// Creates a method.
  ///
  /// - Parameters:
  ///   - weights: The weights of the criteria (*c*).
  ///   - isBenefit: Whether more of a criterion is better (*c*); of all when `nil`.
  ///   - preferences: The preference function of each criterion (*c*); ``PreferenceFunction/usual`` for all when `nil`.
  /// - Precondition: Weights are finite and not negative, and all counts agree.
  public init(weights: [Double], isBenefit: [Bool]? = nil, preferences: [PreferenceFunction]? = nil) {
    self.weights = weights
    self.isBenefit = isBenefit ?? weights.map { _ in true }
    self.preferences = preferences ?? weights.map { _ in .usual }
    precondition(weights.allSatisfy { $0 >= 0 && $0.isFinite }, "weights are not negative")
    precondition(
      self.isBenefit.count == weights.count && self.preferences.count == weights.count,
      "one direction and one preference function a criterion")
  }

  /// Returns the flows of every alternative.
  ///
  /// A criterion on which all alternatives are equal, or without weight, prefers none. A single alternative has flows of 0.
  ///
  /// - Parameter values: *a* × *c* amounts, all known.
  /// - Returns: The flows of *a* alternatives.
  /// - Precondition: As many columns as weights.
  /// - Complexity: O(*a*² · *c*).
  public func flows(_ values: Matrix) -> Flows {
    precondition(values.columns == weights.count, "one weight a criterion")
    let count = values.rows
    var leaving = [Double](repeating: 0, count: count)
    var entering = leaving
    let total = weights.sum
    guard total > 0, count > 1 else { return Flows(leaving: leaving, entering: entering) }
    let shares = weights.map { $0 / total }
    for one in 0..<count {
      for other in 0..<count where other != one {
        var preference = 0.0
        for criterion in shares.indices {
          let difference = values[one, criterion] - values[other, criterion]
          preference +=
            shares[criterion] * preferences[criterion](isBenefit[criterion] ? difference : -difference)
        }
        leaving[one] += preference / Double(count - 1)
        entering[other] += preference / Double(count - 1)
      }
    }
    return Flows(leaving: leaving, entering: entering)
  }
}
