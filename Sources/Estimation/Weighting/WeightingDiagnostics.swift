/// How the weights of a wave came about, and how far they lie apart: what `weighting.json` holds.
public struct WeightingDiagnostics: Hashable, Sendable, Codable {
  /// How units were weighted.
  public enum Method: String, Hashable, Sendable, Codable {
    /// All the same.
    case even
    /// To the cells of one margin.
    case postStratification = "post-stratification"
    /// To several margins in turn.
    case raking
  }

  /// How units were weighted.
  public var method: Method
  /// The classifications whose counts the weights reproduce.
  public var margins: [String]
  /// How often all margins were gone through.
  public var iterations: Int
  /// Whether every margin was met.
  public var converged: Bool
  /// The greatest relative difference from a margin that is left.
  public var largestDifference: Double
  /// The number of units held at the least weight.
  public var trimmedLow: Int
  /// The number of units held at the greatest weight.
  public var trimmedHigh: Int
  /// The least weight; 0 without units.
  public var leastWeight: Double
  /// The greatest weight; 0 without units.
  public var greatestWeight: Double
  /// The coefficient of variation of the weights (divisor *n*).
  public var cv: Double
  /// By what factor unequal weights alone raise a variance: 1 + cv² = *n* Σ *w*² / (Σ *w*)².
  ///
  /// > Kish, L. (1965). Survey Sampling, section 11.7.
  public var kishDesignEffect: Double

  enum CodingKeys: String, CodingKey {
    case method, margins, iterations, converged, cv
    case largestDifference = "largest_difference"
    case trimmedLow = "trimmed_low"
    case trimmedHigh = "trimmed_high"
    case leastWeight = "least_weight"
    case greatestWeight = "greatest_weight"
    case kishDesignEffect = "kish_design_effect"
  }

  /// Describes weights that are all the same, or were raked.
  init(_ weights: [Double], raking: Raking? = nil) {
    method = raking.map { $0.margins.count == 1 ? .postStratification : .raking } ?? .even
    margins = raking?.margins.map(\.name) ?? []
    iterations = raking?.iterations ?? 0
    converged = raking?.converged ?? true
    largestDifference = raking?.largestDifference ?? 0
    trimmedLow = raking?.trimmedLow.count ?? 0
    trimmedHigh = raking?.trimmedHigh.count ?? 0
    leastWeight = weights.min() ?? 0
    greatestWeight = weights.max() ?? 0
    kishDesignEffect = SurveyDesign.kishDesignEffect(weights) ?? 1
    cv = max(0, kishDesignEffect - 1).squareRoot()
  }
}

extension SurveyDesign {
  /// Returns by what factor unequal weights alone raise a variance, *n* Σ *w*² / (Σ *w*)²; `nil` without weights.
  ///
  /// > Kish, L. (1965). Survey Sampling, section 11.7.
  public static func kishDesignEffect(_ weights: [Double]) -> Double? {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return nil }
    return Double(weights.count) * weights.reduce(0) { $0 + $1 * $1 } / (sum * sum)
  }
}
