/// A language that Koers writes its publications in.
public enum Language: String, CaseIterable, Hashable, Sendable, Codable {
  /// Dutch.
  case nl
  /// English.
  case en
}
