public import Settings
import Tables
public import Waves

/// What becomes of the types when a wave follows another: the key `waves` of the section `cluster`.
///
/// ```yaml
/// cluster:
///   waves:
///     refit: gate               # the types that are found anew are published when they pass all gates, else the wave is held;
///                               # never: the published types stay, and units are assigned to them; always: no gate holds
///     gates:
///       agreement: 0.5          # least adjusted Rand index with the published types, to which units are assigned first
///       stability: 0.75         # least Jaccard coefficient of a type in resamples; least_jaccard when left out
///       gain: 0.02              # least part of the sum of squares that the new types take away; 0 when left out
///       smallest: 15            # least number of units in a type; the number of the section when left out
///       drift: 0.5              # most features that may have drifted, as a share
/// ```
public struct WaveSettings: Hashable, Sendable {
  /// Which types are published.
  public enum Refit: String, Hashable, Sendable, CaseIterable {
    /// Those that are found anew, if they pass the gates.
    case gate
    /// The published ones.
    case never
    /// Those that are found anew.
    case always
  }

  /// Which types are published.
  public var refit = Refit.gate
  /// What the gates ask for; what is `nil` follows the section.
  public var gates = WaveSettings.defaults

  /// What is asked for when the pipeline file says nothing.
  private static var defaults: RefitGates.Limits {
    var limits = RefitGates.Limits()
    (limits.stability, limits.gain, limits.smallest) = (nil, 0, nil)
    return limits
  }

  /// The names of the ways to refit, the default first.
  public static let refitNames = Refit.allCases.map(\.rawValue)

  /// Creates settings with their defaults.
  public init() {}

  /// Reads the key.
  public init(reading reader: SettingsReader) {
    refit = reader.choice("refit", default: .gate)
    reader.section("gates") { readGates($0) }
  }

  private mutating func readGates(_ reader: SettingsReader) {
    func number(_ key: String, _ known: Double?, _ range: ClosedRange<Double>) -> Double? {
      reader.node(key) == nil ? known : reader.number(key, default: known ?? 0, in: range)
    }
    gates.agreement = number("agreement", gates.agreement, -1...1)
    gates.stability = number("stability", gates.stability, 0...1)
    gates.gain = number("gain", gates.gain, -1...1)
    if reader.node("smallest") != nil {
      gates.smallest = reader.integer("smallest", default: 1, in: 1...1_000_000)
    }
    gates.drift = number("drift", gates.drift, 0...1)
  }
}

extension ClusterSettings {
  /// What the gates ask for, with the numbers of the section where the key leaves them out.
  var gateLimits: RefitGates.Limits {
    var limits = waves.gates
    limits.stability = limits.stability ?? leastJaccard
    limits.smallest = limits.smallest ?? smallest
    return limits
  }

  /// The settings of a wave that follows another, by name.
  var waveParameters: [(name: String, value: String)] {
    let limits = gateLimits
    let numbers = [
      ("agreement", limits.agreement), ("stability", limits.stability), ("gain", limits.gain),
      ("smallest", limits.smallest.map(Double.init)), ("drift", limits.drift),
    ]
    return [("waves.refit", waves.refit.rawValue)]
      + numbers.compactMap { name, value in value.map { ("waves.gates." + name, plainText($0)) } }
  }
}
