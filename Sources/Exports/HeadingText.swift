/// Returns a heading without byte-order marks, and with every run of spaces and line breaks as one space.
func tidy(_ text: some StringProtocol) -> String {
  var words: [String] = []
  var word = ""
  for character in text {
    if character.isWhitespace || character == "\u{FEFF}" {
      if character == "\u{FEFF}" { continue }
      if !word.isEmpty { words.append(word) }
      word = ""
    } else {
      word.append(character)
    }
  }
  if !word.isEmpty { words.append(word) }
  return words.joined(separator: " ")
}

/// Returns a text without the tags of HTML, which some tools leave in questions.
///
/// Only `<` followed by a letter or `/` opens a tag, so that `< 5 years` stays.
func withoutTags(_ text: String) -> String {
  guard text.contains("<") || text.contains("&") else { return text }
  var plain = ""
  var rest = text[...]
  while let character = rest.first {
    let next = rest.dropFirst().first
    if character == "<", let next, next.isLetter || next == "/", let end = rest.firstIndex(of: ">") {
      let name = rest[..<end].dropFirst().drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
      if ["br", "p", "div", "li", "ul", "ol", "td", "tr", "h1", "h2", "h3"].contains(name) { plain.append(" ") }
      rest = rest[rest.index(after: end)...]
    } else {
      plain.append(character)
      rest.removeFirst()
    }
  }
  for (name, meaning) in [("&nbsp;", " "), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\"")] {
    plain = plain.replacing(name, with: meaning)
  }
  return tidy(plain)
}

/// Splits `Question [choice]` at the bracket that closes at the end; brackets within the choice stay together.
///
/// - Returns: What stands before the bracket and in it, or `nil` when the text does not end with a bracket.
func bracketed(_ text: String) -> (before: String, inside: String)? {
  guard text.last == "]" else { return nil }
  var depth = 0
  var index = text.endIndex
  while index > text.startIndex {
    index = text.index(before: index)
    if text[index] == "]" { depth += 1 }
    if text[index] == "[" { depth -= 1 }
    if depth == 0 {
      let inside = text[text.index(after: index)..<text.index(before: text.endIndex)]
      return (tidy(text[..<index]), tidy(inside))
    }
  }
  return nil
}

/// Returns a heading in lowercase letters and digits alone, by which the headings of tools are compared.
func key(_ heading: String) -> String {
  String(heading.lowercased().filter { $0.isLetter || $0.isNumber })
}
