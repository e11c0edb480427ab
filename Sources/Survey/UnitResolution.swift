/// Which unit a respondent belongs to, by what was typed.
public enum UnitResolution: Hashable, Sendable {
  /// One unit is meant; `how` is one word for what made it so, and `exact` or `code` when nothing had to be guessed.
  /// `former` is the unit that was typed when another is its heir.
  case unit(code: String, name: String, how: String, former: String? = nil)
  /// Somebody has to say which unit is meant; why, as a sentence fragment, and those that can be.
  case ambiguous([UnitCandidate], why: String)
  /// No unit is meant; the nearest names.
  case unknown(suggestions: [UnitCandidate])
  /// Somebody confirmed that no unit is meant.
  case none

  /// Takes every text for a unit of its own, for a survey without register.
  public static func verbatim(_ typed: String) -> UnitResolution {
    .unit(code: typed, name: typed, how: "exact")
  }
}

/// A unit that may be meant by a text.
public struct UnitCandidate: Hashable, Sendable {
  /// The code of the unit.
  public var code: String
  /// The name of the unit.
  public var name: String
  /// The region in which it lies; empty when none is known.
  public var region: String
  /// The number of letters that differ from what was typed.
  public var distance: Int
  /// What makes it a candidate, as a sentence fragment.
  public var why: String

  /// Creates a candidate.
  public init(code: String, name: String, region: String = "", distance: Int = 0, why: String = "") {
    self.code = code
    self.name = name
    self.region = region
    self.distance = distance
    self.why = why
  }

  /// The name with code and region: `Bergen (NH.) [GM0373, Noord-Holland]`.
  public var described: String { "\(name) [\(region.isEmpty ? code : code + ", " + region)]" }
}
