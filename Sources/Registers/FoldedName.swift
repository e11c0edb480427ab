/// Returns the form of a name in which case, accents, spaces and punctuation do not count: its letters and digits alone.
///
/// `'s-Hertogenbosch`, `‘S HERTOGENBOSCH` and ` s hertogenbosch` fold to the same; so do `Súdwest-Fryslân`, written with
/// composed letters or with combining accents, and `Sudwest Fryslan`. A letter sheds its accents by its Unicode name:
/// LATIN SMALL LETTER E WITH ACUTE is an E, LATIN SMALL LIGATURE IJ is an I and a J. The standard library offers no
/// normalised decomposition, and this needs no table of letters. Letters of other scripts only lose their case and
/// their combining marks.
///
/// - Parameter name: The name.
/// - Returns: The folded name; empty when the name holds no letter or digit.
/// - Complexity: O(*n*) in the length of the name.
public func foldedName(_ name: some StringProtocol) -> String {
  var folded = ""
  for scalar in name.unicodeScalars {
    if scalar.isASCII {
      if let letter = asciiLetterOrDigit(scalar) { folded.unicodeScalars.append(letter) }
      continue
    }
    for small in scalar.properties.uppercaseMapping.lowercased().unicodeScalars {
      if let base = baseLetters(small) { folded += base }
    }
  }
  return folded
}

private func asciiLetterOrDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar {
  case "a"..."z", "0"..."9": scalar
  case "A"..."Z": Unicode.Scalar(scalar.value + 32)
  default: nil
  }
}

/// The letters that remain of a lower-case scalar without its accents, or `nil` when it is no letter or digit.
private func baseLetters(_ scalar: Unicode.Scalar) -> String? {
  switch scalar.properties.generalCategory {
  case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: break
  default: return nil
  }
  guard let name = scalar.properties.name else { return String(scalar) }
  let words = name.split(separator: " ")
  guard words.count >= 4, words[0] == "LATIN", words[1] == "SMALL" else { return String(scalar) }
  let isPlain = words.count == 4 || words[4] == "WITH"
  let isLetter = words[2] == "LETTER" && (words[3].count == 1 || words[3] == "AE")
  return isPlain && (isLetter || words[2] == "LIGATURE") ? words[3].lowercased() : String(scalar)
}
