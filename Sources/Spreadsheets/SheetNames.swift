/// Returns names that spreadsheet programs take for sheets, one for each title, as like the title as can be.
///
/// A name has 1 to 31 characters (UTF-16 units, as Excel counts), none of `[ ] : * ? / \` or of those that XML forbids, no
/// apostrophe at either end, is not `History`, which Excel keeps for itself, and differs from all others also when case is
/// ignored. What cannot stay becomes a space; a name that is there already gets a number.
///
/// - Parameter titles: The titles.
/// - Returns: The names, in the same order.
/// - Complexity: O(*n*²) in the worst case, that of *n* equal titles.
func sheetNames(_ titles: [String]) -> [String] {
  var taken: Set<String> = ["history"]
  return titles.map { title in
    let base = sheetName(title, room: mostNameUnits)
    var name = base
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let tail = " (\(number))"
      name = sheetName(base, room: mostNameUnits - tail.utf16.count) + tail
      number += 1
    }
    return name
  }
}

private let mostNameUnits = 31

/// A title as the name of a sheet, whatever names there are.
private func sheetName(_ title: String, room: Int) -> String {
  let spaced = String(
    String.UnicodeScalarView(
      title.unicodeScalars.map { scalar in
        "[]:*?/\\".unicodeScalars.contains(scalar) || scalar.value < 32 || !isXML(scalar) ? " " : scalar
      }))
  let words = spaced.split { $0.isWhitespace }.joined(separator: " ")
  let name = withoutEnds(cut(withoutEnds(words), to: room))
  return name.isEmpty ? "Sheet" : name
}

/// A text without spaces and apostrophes at its ends.
private func withoutEnds(_ text: String) -> String {
  func isEnd(_ character: Character) -> Bool { character == "'" || character.isWhitespace }
  var kept = text[...]
  while let first = kept.first, isEnd(first) { kept.removeFirst() }
  while let last = kept.last, isEnd(last) { kept.removeLast() }
  return String(kept)
}
