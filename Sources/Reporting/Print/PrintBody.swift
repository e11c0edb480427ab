/// The text of a page as it goes into a document for paper.
struct PrintBody {
  /// What is written.
  private(set) var text = ""
  private let source: PrintSource
  private let names: Set<String>
  /// Whether each link that is open was written.
  private var links: [Bool] = []

  /// Writes the part for the text of a page.
  ///
  /// - Parameters:
  ///   - source: The page.
  ///   - names: The names of all pages of the document, which links may lead to.
  init(_ source: PrintSource, among names: Set<String>) {
    self.init(source.body, from: source, among: names)
  }

  /// Writes pieces of a page.
  init(_ tokens: [PageToken], from source: PrintSource, among names: Set<String>) {
    self.source = source
    self.names = names
    write(tokens)
  }

  private mutating func write(_ tokens: [PageToken]) {
    var index = 0
    while index < tokens.count {
      switch tokens[index] {
      case .text(let more): text += more
      case .close(let name): close(name)
      case .open(let tag):
        if isLeftOut(tag) {
          index = end(of: tag, at: index, in: tokens)
        } else if tag.name == "svg" {
          let end = end(of: tag, at: index, in: tokens)
          figure(Array(tokens[index...min(end, tokens.count - 1)]))
          index = end
        } else {
          open(tag)
          if tag.name == "table" { text += columns(part("table", of: Array(tokens[index...]))) }
        }
      }
      index += 1
    }
  }

  /// The place of the end of an element.
  private func end(of tag: PageTag, at start: Int, in tokens: [PageToken]) -> Int {
    if tag.isVoid { return start }
    var depth = 0
    for index in start..<tokens.count {
      switch tokens[index] {
      case .open(let inner) where inner.name == tag.name && !inner.isVoid: depth += 1
      case .close(tag.name):
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
    }
    return tokens.count - 1
  }

  /// What is of no use on paper: navigation, what opens, the search, and the file of a figure.
  private func isLeftOut(_ tag: PageTag) -> Bool {
    ["nav", "details", "script", "style"].contains(tag.name) || tag.attributes.contains { $0.name == "hidden" }
      || tag.has(class: "unseen") || tag.has(class: "skip") || (tag["href"]?.hasPrefix("figures/") ?? false)
  }

  private mutating func open(_ tag: PageTag) {
    if tag.name == "a" {
      let address = tag["href"].flatMap(address)
      links.append(address != nil)
      if let address { text += "<a href=\"\(address)\">" }
      return
    }
    var tag = tag
    tag.attributes = tag.attributes.compactMap(kept)
    text += tag.text
  }

  private mutating func close(_ name: String) {
    if name == "a", links.popLast() == false { return }
    text += "</\(name)>"
  }

  /// An attribute with its anchors told apart; nothing for those that only a screen has a use for.
  private func kept(_ attribute: PageTag.Attribute) -> PageTag.Attribute? {
    var attribute = attribute
    switch attribute.name {
    case "id": attribute.value = anchor(attribute.value)
    case "tabindex", "role", "aria-label", "aria-labelledby", "data-kind", "data-also", "data-from": return nil
    default:
      if attribute.value.contains("url(#") {
        attribute.value = attribute.value.split(separator: "url(#", omittingEmptySubsequences: false)
          .joined(separator: "url(#\(source.anchor).")
      }
    }
    return attribute
  }

  private func anchor(_ id: String) -> String { "\(source.anchor).\(id)" }

  /// Where a link leads within the document, or outside of the publication; nothing for another file of it.
  private func address(_ link: String) -> String? {
    if link.hasPrefix("#") { return "#" + anchor(String(link.dropFirst())) }
    if link.hasPrefix("https://") || link.hasPrefix("http://") || link.hasPrefix("mailto:") { return link }
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let file = parts.first, file.hasSuffix(".html"), names.contains(file) else { return nil }
    let page = String(file.dropLast(5))
    return parts.count > 1 ? "#\(page).\(parts[1])" : "#\(page)"
  }

  // MARK: Figures

  /// A figure whose title says what its description says, because a PDF has one text for both.
  private mutating func figure(_ tokens: [PageToken]) {
    let title = plainText(part("title", of: tokens))
    let about = plainText(part("desc", of: tokens))
    var index = 0
    while index < tokens.count {
      if case .open(let tag) = tokens[index], tag.name == "text", tag["style"]?.contains("paint-order") ?? false {
        let end = end(of: tag, at: index, in: tokens)
        label(Array(tokens[index...end]))
        index = end
      } else {
        write(inFigure: tokens[index])
        if index == 0, !about.isEmpty { text += "<title>\(title): \(about)</title>" }
      }
      index += 1
    }
  }

  private mutating func write(inFigure token: PageToken) {
    switch token {
    case .text(let more): text += more
    case .close(let name): text += "</\(name)>"
    case .open(var tag):
      tag.attributes = tag.attributes.compactMap(kept)
      text += tag.text
    }
  }

  /// A label with an edge around its letters, which not every program draws behind them: the edge first, then the letters.
  private mutating func label(_ tokens: [PageToken]) {
    for token in tokens { write(inFigure: token) }
    for token in tokens {
      guard case .open(var tag) = token else {
        write(inFigure: token)
        continue
      }
      tag.attributes.removeAll { ["stroke", "stroke-width", "style"].contains($0.name) }
      write(inFigure: .open(tag))
    }
  }

  // MARK: Tables

  /// The widths of the columns of a table, after what stands in them: a column holds its longest word, and what is left of the
  /// row is divided by how long its texts are.
  private func columns(_ tokens: [PageToken]) -> String {
    var columns: [(longest: Int, letters: Int, cells: Int)] = []
    var column = 0
    for (index, token) in tokens.enumerated() {
      guard case .open(let tag) = token else { continue }
      if tag.name == "tr" { column = 0 }
      guard tag.name == "td" || tag.name == "th" else { continue }
      defer { column += 1 }
      if tag["colspan"] != nil { continue }
      let cell = plainText(Array(tokens[index...].prefix { if case .close(tag.name) = $0 { false } else { true } }))
      let words = cell.split { $0 == " " || $0 == "\n" }
      if column == columns.count { columns.append((0, 0, 0)) }
      columns[column].longest = max(columns[column].longest, words.map(\.count).max() ?? 0)
      columns[column].letters += cell.count
      columns[column].cells += 1
    }
    guard columns.count > 1 else { return "" }
    let least = columns.map { min(18, $0.longest) + 2 }
    let wished = columns.map { min(40, $0.letters / max(1, $0.cells)) }
    let left = max(0, Self.lettersInRow - least.reduce(0, +))
    let sum = max(1, wished.reduce(0, +))
    let widths = zip(least, wished).map { $0 * 1000 + $1 * 1000 * left / sum }
    let total = max(1, widths.reduce(0, +))
    return "<colgroup>"
      + widths.map { width in
        let tenths = width * 1000 / total
        return "<col style=\"width:\(tenths / 10).\(tenths % 10)%\">"
      }.joined() + "</colgroup>"
  }

  /// How many letters of a table stand beside each other on a sheet; of a bulletin half of that, in the same shares.
  private static let lettersInRow = 100
}
