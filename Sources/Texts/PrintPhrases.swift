/// What a document for paper says beside what the pages say; it knows no pipeline, so it has no word for its units.
public struct PrintPhrases: Hashable, Sendable {
  private let language: Language

  /// Creates the sentences of a language.
  public init(_ language: Language) { self.language = language }

  private func say(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }

  /// The heading of the list of parts.
  public var contents: String { say("Inhoud", "Contents") }
  /// What is not on paper.
  public var notOnPaper: String {
    say(
      "Dit is het rapport op papier. Tabellen die op een scherm ingeklapt staan, en de getallen onder figuren, staan in de "
        + "pagina's voor het scherm.",
      "This is the report on paper. Tables that are folded on a screen, and the numbers under figures, are in the pages for "
        + "the screen.")
  }
}
