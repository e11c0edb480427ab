/// A text in every language of the report, so that a missing translation does not compile.
public struct Wording: Hashable, Sendable {
  /// The Dutch text, which leads.
  public var nl: String
  /// The English text.
  public var en: String

  /// Creates a text in both languages.
  public init(nl: String, en: String) {
    self.nl = nl
    self.en = en
  }

  /// Creates a text that reads the same in both languages: a name, a code.
  public init(same text: String) {
    self.init(nl: text, en: text)
  }

  /// The text in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .nl: nl
    case .en: en
    }
  }
}
