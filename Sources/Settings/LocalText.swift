/// A text that a person wrote in Dutch and in English.
public struct LocalText: Hashable, Sendable, Codable {
  /// The Dutch text.
  public var nl: String
  /// The English text.
  public var en: String

  /// Creates a text in both languages.
  public init(nl: String, en: String) {
    self.nl = nl
    self.en = en
  }
}

extension SettingsReader {
  /// Returns the text of a key in both languages, written as `{nl: …, en: …}`; a plain scalar serves for both.
  ///
  /// Without a default the key must be there.
  public func localText(_ key: String, default fallback: LocalText? = nil) -> LocalText {
    guard let node = node(key) else {
      if let fallback { return fallback }
      lack(key, "a text in both languages, {nl: ..., en: ...}")
      return LocalText(nl: "", en: "")
    }
    if case .scalar(let text, _) = node.content { return LocalText(nl: text, en: text) }
    return section(key) { LocalText(nl: $0.text("nl"), en: $0.text("en")) }
  }

  /// Returns the texts of a key that holds a list of `{nl: …, en: …}`; an absent key is an empty list.
  public func localTexts(_ key: String) -> [LocalText] {
    sections(key) { LocalText(nl: $0.text("nl"), en: $0.text("en")) }
  }
}
