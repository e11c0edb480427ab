/// How sure the type of a unit is: the grades of certainty by their letters.
///
/// Readers see the words (``Phrases/grade(_:)``), not the letters, which types have as well.
public enum Sureness: String, Hashable, Sendable, CaseIterable {
  /// Sure.
  case very = "A"
  /// Fairly sure.
  case fairly = "B"
  /// Unsure.
  case unsure = "C"
  /// A toss-up.
  case tossUp = "D"
}
