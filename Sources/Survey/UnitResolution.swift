/// Which unit a respondent belongs to, by what was typed.
public enum UnitResolution: Hashable, Sendable {
  /// One unit is meant; `how` is one word for what made it so, and `exact` or `code` when nothing had to be guessed.
  case unit(code: String, name: String, how: String)
  /// More than one unit can be meant; their names.
  case ambiguous([String])
  /// No unit is meant; the nearest names.
  case unknown(suggestions: [String])

  /// Takes every text for a unit of its own, for a survey without register.
  public static func verbatim(_ typed: String) -> UnitResolution {
    .unit(code: typed, name: typed, how: "exact")
  }
}
