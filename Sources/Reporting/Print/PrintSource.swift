/// A page of a publication, with what a document for paper takes from around its text.
struct PrintSource {
  /// The name of the file.
  var path: String
  /// The title of the window, escaped.
  var title = ""
  /// The title of the page with its markup.
  var heading = ""
  /// The line under the title, escaped.
  var subtitle = ""
  /// That the answers are simulated, escaped; nothing when they are not.
  var notice: String?
  /// By what it was made, escaped.
  var made = ""
  /// The files of the navigation after this one, in order, and those that are linked at the foot.
  var order: [String] = []
  /// The rules of the style that give types their colours.
  var colours = ""
  /// What stands in the part for the text.
  var body: [PageToken] = []

  /// The anchor of the page within the document.
  var anchor: String { path.hasSuffix(".html") ? String(path.dropLast(5)) : path }

  /// The title of the page without markup, escaped.
  var plainHeading: String { plainText(pageTokens(heading)) }

  /// Reads a page.
  init(_ file: PublicationFile) {
    path = file.path
    let tokens = pageTokens(file.text)
    title = plainText(part("title", of: tokens))
    body = part("main", of: tokens)
    let head = part("header", of: tokens)
    let top = part("h1", of: head.isEmpty || part("h1", of: head).isEmpty ? body : head)
    heading = PrintBody(top, from: self, among: []).text
    let foot = part("footer", of: tokens)
    notice = paragraphs(head).first { $0.isNotice }.map { plainText($0.tokens) }
    subtitle =
      paragraphs(head).last { !$0.isNotice }.map { line in
        let text = plainText(before(link: line.tokens))
        return text.hasSuffix(" · ") ? String(text.dropLast(3)) : text
      } ?? ""
    made = paragraphs(foot).last { !$0.isNotice }.map { plainText(before(link: $0.tokens)) } ?? ""
    if made.hasSuffix(" · ") { made.removeLast(3) }
    for case .text(let sheet) in part("style", of: tokens) {
      colours += sheet.split(separator: "\n").filter { $0.hasPrefix(".t") && $0.contains("{--type:") }
        .joined(separator: "\n")
    }
    order = links(tokens).filter { $0 != path && $0.hasSuffix(".html") }
  }

  /// The paragraphs of a part, and whether each is the notice of simulation.
  private func paragraphs(_ tokens: [PageToken]) -> [(tokens: [PageToken], isNotice: Bool)] {
    tokens.indices.compactMap { index in
      guard case .open(let tag) = tokens[index], tag.name == "p" else { return nil }
      return (part("p", of: Array(tokens[index...])), tag.has(class: "simulated"))
    }
  }

  /// What stands before the first link to the page in another language, or to another page.
  private func before(link tokens: [PageToken]) -> [PageToken] {
    Array(tokens.prefix { token in if case .open(let tag) = token { tag.name != "a" } else { true } })
  }

  /// Where the navigation and the foot lead, each once.
  private func links(_ tokens: [PageToken]) -> [String] {
    var found: [String] = []
    var isInside = false
    for token in tokens {
      switch token {
      case .open(let tag) where tag.name == "footer" || (tag.name == "nav" && tag.has(class: "side")): isInside = true
      case .close("nav"), .close("footer"): isInside = false
      case .open(let tag) where isInside && tag.name == "a":
        if let link = tag["href"], !found.contains(link) { found.append(link) }
      default: break
      }
    }
    return found
  }
}

/// Returns what stands in the first element of a name; nothing without one.
func part(_ name: String, of tokens: [PageToken]) -> [PageToken] {
  let start = tokens.firstIndex { if case .open(let tag) = $0 { tag.name == name } else { false } }
  guard let start else { return [] }
  var depth = 0
  for index in start..<tokens.count {
    switch tokens[index] {
    case .open(let tag) where tag.name == name && !tag.isVoid: depth += 1
    case .close(name):
      depth -= 1
      if depth == 0 { return Array(tokens[(start + 1)..<index]) }
    default: break
    }
  }
  return Array(tokens[(start + 1)...])
}

/// Returns the text of pieces as it is escaped, without tags.
func plainText(_ tokens: [PageToken]) -> String {
  tokens.reduce(into: "") { text, token in if case .text(let more) = token { text += more } }
}
