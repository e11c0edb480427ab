import Exports

/// Short names for fields and groups, each given once.
struct DraftNames {
  private var taken: Set<String> = []

  /// Returns a name for a column: its code when it has one, else the first words of the question.
  mutating func name(for column: ExportColumn) -> String {
    let codes = column.names.filter { Self.isPlain($0) }
    if let code = codes.first(where: { !$0.hasPrefix("QID") }) ?? codes.first { return unused(code) }
    return unused(Self.short(column.name))
  }

  /// Returns a text as a name when it can be one, else its first words.
  mutating func name(as text: String) -> String { unused(Self.isPlain(text) ? text : Self.short(text)) }

  /// Returns a name made of words.
  mutating func name(of words: String...) -> String {
    unused(words.map { Self.short($0) }.joined(separator: "_"))
  }

  /// Whether a text can be a name as it is.
  static func isPlain(_ text: String) -> Bool {
    guard let first = text.first, first.isASCII, first.isLetter, text.count <= 40 else { return false }
    return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") } && !text.hasSuffix("_state")
  }

  /// Returns the first words of a text in small letters and digits, with underscores between, up to `most` characters.
  static func short(_ text: String, most: Int = 40) -> String {
    var words: [String] = []
    var word = ""
    func close() {
      if !word.isEmpty, words.joined(separator: "_").count + word.count < most { words.append(word) }
      word = ""
    }
    for character in text.lowercased() + " " {
      if let plain = plainLetter(character) { word += plain } else if character != "'" { close() }
    }
    let name = words.joined(separator: "_")
    guard let first = name.first else { return "field" }
    return first.isNumber ? "q" + name : name
  }

  private static func plainLetter(_ character: Character) -> String? {
    if character.isASCII { return character.isLetter || character.isNumber ? String(character) : nil }
    return accents[character]
  }

  private static let accents: [Character: String] = [
    "á": "a", "à": "a", "â": "a", "ä": "a", "ã": "a", "å": "a", "é": "e", "è": "e", "ê": "e", "ë": "e", "í": "i",
    "ì": "i", "î": "i", "ï": "i", "ó": "o", "ò": "o", "ô": "o", "ö": "o", "õ": "o", "ø": "o", "ú": "u", "ù": "u",
    "û": "u", "ü": "u", "ý": "y", "ÿ": "y", "ç": "c", "ñ": "n", "ß": "ss", "æ": "ae", "œ": "oe",
  ]

  private mutating func unused(_ name: String) -> String {
    // YAML takes a bare `null` for nothing.
    var fresh = name.lowercased() == "null" ? name + "_field" : name
    var number = 2
    while taken.contains(fresh) || taken.contains(fresh + "_state") {
      fresh = "\(name)_\(number)"
      number += 1
    }
    taken.insert(fresh)
    return fresh
  }
}
