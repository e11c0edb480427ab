/// How wide a text will be, without knowing the font that the reader has.
///
/// The widths are those of a wide common sans serif (DejaVu Sans, Verdana), so that a label that fits here fits in the
/// narrower ones too.
enum TextMeasure {
  /// Returns the width of a text at a font size, in the unit of the size.
  static func width(_ text: String, size: Double) -> Double {
    var total = 0.0
    for scalar in text.unicodeScalars { total += ems(scalar) }
    return total * size
  }

  private static func ems(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", "\u{202F}": 0.32
    case " ", "\u{A0}", "f", "t", "r", "(", ")", "[", "]", "-", "/", "·": 0.4
    case "m", "w", "M", "W", "%", "@", "–", "—", "\u{2212}", "+": 0.9
    case "A"..."Z": 0.7
    case "0"..."9": 0.64
    default: scalar.value > 0x2E7F ? 1.0 : 0.61
    }
  }

  /// Returns the lines of a text that is broken at spaces to a width; a longer word is broken with a hyphen.
  ///
  /// At most `most` lines; what is left over is replaced by an ellipsis.
  static func lines(_ text: String, size: Double, width limit: Double, atMost most: Int = .max) -> [String] {
    var lines = [String]()
    var line = ""
    for word in text.split(separator: " ") {
      for piece in pieces(String(word), size: size, width: limit) {
        let longer = line.isEmpty ? piece : line + " " + piece
        if width(longer, size: size) <= limit || line.isEmpty {
          line = longer
        } else {
          lines.append(line)
          line = piece
        }
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    guard lines.count > most else { return lines }
    var kept = Array(lines.prefix(most))
    kept[most - 1] = shortened(kept[most - 1] + "…", size: size, width: limit)
    return kept
  }

  private static func shortened(_ text: String, size: Double, width limit: Double) -> String {
    var text = text
    while text.count > 2, width(text, size: size) > limit { text = String(text.dropLast(2)) + "…" }
    return text
  }

  private static func pieces(_ word: String, size: Double, width limit: Double) -> [String] {
    guard width(word, size: size) > limit else { return [word] }
    var pieces = [String]()
    var piece = ""
    for character in word {
      if !piece.isEmpty, width(piece + String(character) + "-", size: size) > limit {
        pieces.append(piece + "-")
        piece = ""
      }
      piece.append(character)
    }
    pieces.append(piece)
    return pieces
  }
}
