import Texts

/// Writes the documents of a report as one file of Markdown (CommonMark with tables).
struct MarkdownWriter {
  let documents: [Document]
  let report: Report
  let phrases: Phrases

  /// The whole text.
  func text() -> String {
    var parts: [String] = []
    if report.simulated { parts.append("> **\(Self.escaped(phrases.capitalised(phrases.simulated)))**") }
    for (index, document) in documents.enumerated() {
      parts.append((index == 0 ? "# " : "## ") + Self.escaped(document.title))
      if index == 0 { parts.append(Self.escaped(document.subtitle)) }
      for chapter in document.chapters { parts += write(chapter, level: index == 0 ? 2 : 3) }
    }
    parts.append(
      Self.escaped(phrases.footer(version: report.making.version, pipeline: report.title[phrases.language])))
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func write(_ chapter: Chapter, level: Int) -> [String] {
    [heading(chapter.title, level)] + chapter.blocks.flatMap { write($0, level: level) }
  }

  private func heading(_ text: String, _ level: Int) -> String {
    String(repeating: "#", count: min(6, level)) + " " + Self.escaped(text)
  }

  private func write(_ block: Block, level: Int) -> [String] {
    switch block {
    case .lead(let prose), .paragraph(let prose), .small(let prose): [inline(prose)]
    case .note(let prose): ["> " + inline(prose)]
    case .heading(let text): [heading(text, level + 1)]
    case .bullets(let items), .downloads(let items): [items.map { "- " + inline($0) }.joined(separator: "\n")]
    case .steps(let items):
      [items.enumerated().map { "\($0 + 1). " + inline($1) }.joined(separator: "\n")]
    case .facts(let facts):
      [facts.map { "- **\(Self.escaped($0.term))**: \(inline($0.text))" }.joined(separator: "\n")]
    case .cards(let cards):
      [
        cards.map { card in
          "- **\(card.letter) · \(Self.escaped(card.title))**: " + card.lines.map(inline).joined(separator: "; ")
        }.joined(separator: "\n")
      ]
    case .table(let grid): table(grid)
    case .directory(let list): table(list.grid)
    case .figure(let picture):
      figure(picture)
    case .part(let part): write(part, level: level + 1)
    case .folded(let title, let blocks): [heading(title, level + 1)] + blocks.flatMap { write($0, level: level + 1) }
    }
  }

  private func figure(_ picture: Picture) -> [String] {
    let lines = [
      "![\(Self.escaped(picture.title))](figures/\(picture.name).svg)", "*\(Self.escaped(picture.caption))*",
    ]
    guard case .table(let grid) = picture.data else { return lines }
    return lines + table(grid)
  }

  private func table(_ grid: Grid) -> [String] {
    let head = "| " + grid.columns.map { Self.escaped($0.title) }.joined(separator: " | ") + " |"
    let rule = "|" + grid.columns.map { $0.isNumber ? "---:" : "---" }.joined(separator: "|") + "|"
    let rows = grid.rows.map { "| " + $0.cells.map(inline).joined(separator: " | ") + " |" }
    return ["**\(Self.escaped(grid.caption))**", ([head, rule] + rows).joined(separator: "\n")]
  }

  /// Links within the report become plain text, because anchors of headings differ between programs.
  private func inline(_ prose: Prose) -> String {
    prose.runs.map { run in
      switch run {
      case .text(let text): Self.escaped(text)
      case .strong(let text): "**\(Self.escaped(text))**"
      case .code(let text): "`" + LegibleText.of(text).map { "`|\n\r".contains($0) ? " " : String($0) }.joined() + "`"
      case .link(let text, let address):
        address.hasPrefix("data/") || address.hasSuffix(".xlsx")
          ? "[\(Self.escaped(text))](\(address))" : Self.escaped(text)
      case .badge(_, let letter): "**\(Self.escaped(letter))**"
      case .statement(let statement): Self.escaped(statement.text)
      }
    }.joined()
  }

  /// Returns a text in which nothing means anything to Markdown or HTML, on one line.
  static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    var escaped = ""
    for character in LegibleText.of(text) {
      switch character {
      case "\\", "`", "*", "_", "[", "]", "|", "#": escaped += "\\\(character)"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case _ where character.isNewline: escaped += " "
      default: escaped.append(character)
      }
    }
    return escaped
  }

  /// Whether a byte is a letter, digit, space or mark that means nothing to Markdown.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"),
      UInt8(ascii: "("), UInt8(ascii: ")"):
      true
    default: false
    }
  }
}
