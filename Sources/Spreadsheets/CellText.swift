/// The most characters of a cell, in UTF-16 units as Excel counts them.
let mostCellUnits = 32_767

/// Returns a text as a cell can hold it, and whether it had to be cut.
///
/// Characters that XML forbids become `�`, each line break one line feed. What a spreadsheet would read as an escaped
/// character (`_x0041_`) gets its first underscore escaped, as the standard asks, so that it is shown as it was written.
///
/// > ECMA-376, part 1, 22.4.2.4 (`bstr`).
func cellText(_ text: String) -> (text: String, isCut: Bool) {
  if isPlain(text) { return (text, false) }
  var scalars = String.UnicodeScalarView()
  var isAfterReturn = false
  for scalar in text.unicodeScalars {
    let isLineFeed = scalar == "\n"
    if scalar == "\r" {
      scalars.append("\n")
    } else if !(isLineFeed && isAfterReturn) {
      scalars.append(isXML(scalar) ? scalar : "\u{FFFD}")
    }
    isAfterReturn = scalar == "\r"
  }
  let clean = String(scalars)
  let kept = cut(clean, to: mostCellUnits)
  let isCut = kept.utf8.count < clean.utf8.count
  return (escaped(isCut ? cut(clean, to: mostCellUnits - 1) + "…" : clean), isCut)
}

/// Whether a text is short and holds nothing that needs care, as nearly all do.
private func isPlain(_ text: String) -> Bool {
  text.utf8.count <= mostCellUnits
    && text.utf8.allSatisfy { $0 >= 32 && $0 != UInt8(ascii: "_") && $0 != 0xEF }
}

/// Whether XML 1.0 allows a character.
func isXML(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
  default: false
  }
}

/// Returns the longest start of a text that takes no more than some UTF-16 units; a character is not torn apart, unless it
/// alone takes more.
func cut(_ text: String, to room: Int) -> String {
  if text.utf16.count <= room { return text }
  var units = 0
  var end = text.startIndex
  for index in text.indices {
    units += text[index].utf16.count
    if units > room { break }
    end = text.index(after: index)
  }
  if end > text.startIndex { return String(text[..<end]) }
  var scalars = String.UnicodeScalarView()
  units = 0
  for scalar in text.unicodeScalars {
    units += scalar.value > 0xFFFF ? 2 : 1
    if units > room { break }
    scalars.append(scalar)
  }
  return String(scalars)
}

/// A text of which no part reads as an escaped character.
private func escaped(_ text: String) -> String {
  let bytes = Array(text.utf8)
  func isEscape(at start: Int) -> Bool {
    guard start + 6 < bytes.count, bytes[start] == UInt8(ascii: "_"), bytes[start + 6] == UInt8(ascii: "_"),
      bytes[start + 1] == UInt8(ascii: "x")
    else { return false }
    return bytes[start + 2..<start + 6].allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
        UInt8(ascii: "A")...UInt8(ascii: "F"):
        true
      default: false
      }
    }
  }
  guard bytes.indices.contains(where: isEscape) else { return text }
  var result: [UInt8] = []
  for (index, byte) in bytes.enumerated() {
    result += isEscape(at: index) ? Array("_x005F_".utf8) : [byte]
  }
  return String(decoding: result, as: UTF8.self)
}
