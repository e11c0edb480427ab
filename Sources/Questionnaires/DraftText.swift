/// The text of a YAML file while it is written, line by line.
struct DraftText {
  private(set) var text = ""

  /// Adds a line.
  mutating func line(_ line: String = "") { text += line + "\n" }

  /// Adds a comment, broken between words into lines of at most 110 characters.
  mutating func comment(_ words: String, indent: String = "") {
    var line = indent + "#"
    for word in words.split(whereSeparator: { $0.isWhitespace || $0.isNewline }) {
      if line.count + word.count >= 110, line != indent + "#" {
        self.line(line)
        line = indent + "#"
      }
      line += " " + word.filter { !Self.isControl($0) }
    }
    self.line(line)
  }

  private static func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0.value == 0xFEFF }
  }

  /// Returns a text as a YAML scalar: between double quotes, whatever it holds.
  static func scalar(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\u{FEFF}", "\u{2028}", "\u{2029}", "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A1}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Returns texts as a YAML list on one line.
  static func list(_ texts: [String]) -> String { "[" + texts.map(scalar).joined(separator: ", ") + "]" }
}
