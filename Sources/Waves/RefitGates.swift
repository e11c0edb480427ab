import Matrices

/// Whether types that were found anew may take the place of the published ones.
///
/// A new wave is scored on the published types first; a refit beside it is published only when it passes every gate that is
/// asked for and was measured. What was not measured stops nothing, and says so. A value that is exactly what is wanted
/// passes; values are compared when rounded to 2⁻³².
public struct RefitGates: Hashable, Sendable {
  /// What is looked at.
  public enum Name: String, Hashable, Sendable, CaseIterable {
    /// The adjusted Rand index between the types that units are assigned to and those of the refit.
    case agreement
    /// The Jaccard coefficient of the refitted type that comes back least in resamples.
    case stability
    /// The share by which the refit lowers the sum of squares within the assigned types.
    case gain
    /// The number of units of the smallest refitted type.
    case smallest
    /// The share of features that drifted.
    case drift
  }

  /// What each gate asks for; `nil` asks for nothing.
  public struct Limits: Hashable, Sendable {
    /// The least agreement.
    public var agreement: Double? = 0.5
    /// The least stability.
    public var stability: Double? = 0.75
    /// The least gain.
    public var gain: Double? = 0.02
    /// The least number of units in the smallest type.
    public var smallest: Int? = 15
    /// The most drift.
    public var drift: Double? = 0.5

    /// Creates the default limits.
    public init() {}
  }

  /// What was measured; `nil` for what was not.
  public struct Measured: Hashable, Sendable {
    /// The agreement, at most 1.
    public var agreement: Double?
    /// The stability, from 0 to 1.
    public var stability: Double?
    /// The gain, at most 1; below 0 when the assigned types fit better.
    public var gain: Double?
    /// The number of units of the smallest type.
    public var smallest: Int
    /// The share of features that drifted, from 0 to 1.
    public var drift: Double?

    /// Creates measurements.
    public init(
      agreement: Double? = nil, stability: Double? = nil, gain: Double? = nil, smallest: Int, drift: Double? = nil
    ) {
      self.agreement = agreement
      self.stability = stability
      self.gain = gain
      self.smallest = smallest
      self.drift = drift
    }
  }

  /// One gate.
  public struct Gate: Hashable, Sendable {
    /// What is looked at.
    public let name: Name
    /// What was measured.
    public let value: Double?
    /// What is wanted: the most of drift, the least of all else.
    public let wanted: Double?
    /// Whether that is met; `nil` for a gate that is not asked for, or was not measured.
    public let passed: Bool?
    /// What was found, in one English sentence.
    public let sentence: String
  }

  /// All gates, in the order of their names.
  public let gates: [Gate]

  /// Holds a refit against the gates.
  public init(_ measured: Measured, _ limits: Limits) {
    gates = Name.allCases.map { name in
      let (value, wanted) = (measured[name], limits[name])
      var passed: Bool?
      if let value, let wanted {
        let (found, limit) = (value.roundedToGrid, wanted.roundedToGrid)
        passed = name == .drift ? found <= limit : found >= limit
      }
      return Gate(
        name: name, value: value, wanted: wanted, passed: passed,
        sentence: name.sentence(value: value, wanted: wanted, passed: passed))
    }
  }

  /// Whether no gate stops the refit.
  public var pass: Bool { gates.allSatisfy { $0.passed != false } }
}

extension RefitGates.Measured {
  fileprivate subscript(name: RefitGates.Name) -> Double? {
    switch name {
    case .agreement: agreement
    case .stability: stability
    case .gain: gain
    case .smallest: Double(smallest)
    case .drift: drift
    }
  }
}

extension RefitGates.Limits {
  fileprivate subscript(name: RefitGates.Name) -> Double? {
    switch name {
    case .agreement: agreement
    case .stability: stability
    case .gain: gain
    case .smallest: smallest.map(Double.init)
    case .drift: drift
    }
  }
}

extension RefitGates.Name {
  fileprivate func sentence(value: Double?, wanted: Double?, passed: Bool?) -> String {
    guard let value else { return "\(subject) was not measured, so that this gate stops nothing" }
    let found = "\(subject) is \(said(value))"
    guard let wanted else { return found + ", and no gate asks for it" }
    let limit = self == .drift ? "at most" : "at least"
    return found + ", and \(limit) \(said(wanted)) is wanted" + (passed == false ? ": the refit is held" : "")
  }

  private var subject: String {
    switch self {
    case .agreement: "the agreement of the refitted types with the assigned ones (adjusted Rand index)"
    case .stability: "the stability of the least stable refitted type (Jaccard coefficient)"
    case .gain: "the gain in fit, the part of the sum of squares within the assigned types that the refit takes away,"
    case .smallest: "the number of units of the smallest refitted type"
    case .drift: "the share of features that drifted since the earlier wave"
    }
  }

  /// A value as a sentence has it: shares of a whole in per cent, and never rounded across what is wanted.
  private func said(_ value: Double) -> String {
    switch self {
    case .agreement, .stability: shortText(value)
    case .gain, .drift: shortText(value * 100) + " %"
    case .smallest: shortText(value)
    }
  }
}

/// Returns a number with at most three decimals, towards zero.
private func shortText(_ number: Double) -> String {
  let short = ((number * 1000).roundedToGrid.rounded(.towardZero) + 0) / 1000
  return short == short.rounded() && short.magnitude < 1e15 ? "\(Int(short))" : "\(short)"
}
