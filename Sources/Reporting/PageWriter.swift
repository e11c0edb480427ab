import Charts
import Texts

/// Writes a document as a page of HTML that needs nothing but itself: style and figures stand in the page.
struct PageWriter {
  let document: Document
  let pages: [Document]
  let report: Report
  let phrases: Phrases

  var language: Language { phrases.language }
  var other: Language { language == .nl ? .en : .nl }
  /// Whether the same page stands in the folder of the other language beside this one.
  var hasOther: Bool { report.languages.contains(other) }

  /// The whole page.
  func page() -> String {
    let body = document.chapters.map { chapter($0, level: 2) }.joined(separator: "\n")
    let title = document.file == "index" ? document.title : "\(document.title) · \(report.title[language])"
    let html = HTML(
      markup: """
        <!doctype html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        \(policy)
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title)</title>
        \(alternate)<style>\(HTML(unescaped: Style.sheet + typeColours))</style>
        </head>
        <body>
        <a class="skip" href="#text">\(phrases.skip)</a>
        \(header())
        <div class="columns">
        \(navigation)
        <main id="text" tabindex="-1"\(document.type.map { HTML(markup: " class=\"t\($0)\"") } ?? .empty)>
        \(body)
        \(neighbours)
        </main>
        </div>
        \(footer())
        \(script)</body>
        </html>

        """)
    return html.text
  }

  /// The colour of each type, for badges and edges.
  var typeColours: String {
    report.types.enumerated().map { index, type in
      let colour = TypeColour(letter: type.letter, position: index)
      return ".t\(index){--type:\(colour.surface);--letter:\(colour.letter)}\n"
    }.joined()
  }

  // MARK: Around the text

  func banner() -> HTML {
    guard report.simulated else { return .empty }
    return HTML(markup: "<p class=\"simulated\" role=\"note\">\(phrases.capitalised(phrases.simulated))</p>")
  }

  /// Where the page stands in the other language; nothing when it is published in one.
  var alternate: HTML {
    guard hasOther else { return .empty }
    return HTML(
      markup:
        "<link rel=\"alternate\" hreflang=\"\(other.rawValue)\" href=\"../\(other.rawValue)/\(document.file).html\">\n")
  }

  /// The head of a page, with a link to the main page unless that is not there.
  func header(hasHome: Bool = true) -> HTML {
    let link = HTML(
      markup: """
         · <a class="language" href="../\(other.rawValue)/\(document.file).html" hreflang="\(other.rawValue)" \
        lang="\(other.rawValue)">\(phrases.otherLanguage)</a>
        """)
    let home =
      document.file == "index" || !hasHome
      ? HTML.empty : HTML(markup: "<p class=\"home\"><a href=\"index.html\">\(report.title[language])</a></p>\n")
    return HTML(
      markup: """
        <header>\(banner())
        <div class="title">\(home)<h1>\(heading)</h1><p>\(document.subtitle)\(hasOther ? link : .empty)</p></div>
        </header>
        """)
  }

  /// The title of the page; of the page of a type with its badge.
  private var heading: HTML {
    guard let type = document.type else { return HTML(document.title) }
    return HTML(markup: "\(badge(type, report.types[type].letter)) \(report.types[type].name[language])")
  }

  /// The foot of a page.
  func footer() -> HTML {
    let text = phrases.footer(version: report.making.version, pipeline: report.title[language])
    let aside = pages.filter(\.isAside).map { HTML(markup: " · <a href=\"\($0.file).html\">\($0.label)</a>") }.joined()
    return HTML(markup: "<footer>\(banner())<p>\(text)\(aside)</p></footer>")
  }

  // MARK: Blocks

  private func chapter(_ chapter: Chapter, level: Int) -> HTML {
    let blocks = chapter.blocks.map { block($0, level: level) }.joined(separator: "\n")
    let tag = HTML(unescaped: "h\(level)")
    return HTML(
      markup: """
        <section id="\(chapter.id)" aria-labelledby="\(chapter.id)-title">
        <\(tag) id="\(chapter.id)-title">\(chapter.title)</\(tag)>
        \(blocks)
        </section>
        """)
  }

  func block(_ block: Block, level: Int) -> HTML {
    switch block {
    case .lead(let prose): HTML(markup: "<p class=\"lead\">\(inline(prose))</p>")
    case .paragraph(let prose): HTML(markup: "<p>\(inline(prose))</p>")
    case .small(let prose): HTML(markup: "<p class=\"small\">\(inline(prose))</p>")
    case .note(let prose): HTML(markup: "<p class=\"note\">\(inline(prose))</p>")
    case .heading(let text):
      HTML(markup: "<\(HTML(unescaped: "h\(level + 1)"))>\(text)</\(HTML(unescaped: "h\(level + 1)"))>")
    case .bullets(let items): HTML(markup: "<ul>\(listItems(items))</ul>")
    case .steps(let items): HTML(markup: "<ol>\(listItems(items))</ol>")
    case .downloads(let items): HTML(markup: "<ul class=\"downloads\">\(listItems(items))</ul>")
    case .facts(let facts):
      HTML(
        markup:
          "<dl>\(facts.map { HTML(markup: "<dt>\($0.term)</dt><dd>\(inline($0.text))</dd>") }.joined(separator: "\n"))</dl>"
      )
    case .cards(let cards): HTML(markup: "<ul class=\"cards\">\(cards.map(card).joined(separator: "\n"))</ul>")
    case .table(let grid): table(grid)
    case .figure(let picture): figure(picture)
    case .directory(let list): directory(list)
    case .part(let part): chapter(part, level: level + 1)
    case .folded(let title, let blocks): folded(title, blocks, level: level)
    }
  }

  private func folded(_ title: String, _ blocks: [Block], level: Int) -> HTML {
    let inside = blocks.map { inner in
      if case .table(let grid) = inner, grid.caption == title { return table(grid, showsCaption: false) }
      return block(inner, level: level)
    }.joined(separator: "\n")
    return HTML(markup: "<details><summary>\(title)</summary>\n\(inside)\n</details>")
  }

  private func listItems(_ items: [Prose]) -> HTML {
    items.map { HTML(markup: "<li>\(inline($0))</li>") }.joined(separator: "\n")
  }

  private func card(_ card: Card) -> HTML {
    let lines = card.lines.map { HTML(markup: "<p>\(inline($0))</p>") }.joined()
    return HTML(
      markup: """
        <li class="t\(card.type)"><p class="name">\(badge(card.type, card.letter)) \
        <a href="\(card.link)">\(card.title)</a></p>\(lines)</li>
        """)
  }

  private func figure(_ picture: Picture) -> HTML {
    HTML(
      markup: """
        <figure id="figure-\(picture.name)">
        <p class="figure-title">\(picture.title)</p>
        \(HTML(unescaped: picture.svg))
        <figcaption>\(picture.caption)\(figureLink(picture)) \
        <a href="figures/\(picture.name).svg">\(phrases.figureFile)</a></figcaption>
        </figure>\(figureData(picture))
        """)
  }

  private func figureLink(_ picture: Picture) -> HTML {
    guard case .page(let text, let address) = picture.data else { return .empty }
    return HTML(markup: " <a href=\"\(address)\">\(text)</a>.")
  }

  private func figureData(_ picture: Picture) -> HTML {
    switch picture.data {
    case .page: .empty
    case .table(let grid):
      HTML(
        markup: """

          <details class="data"><summary>\(phrases.figureData)<span class="unseen">: \(picture.title)</span></summary>
          \(table(grid, showsCaption: false))
          </details>
          """)
    }
  }

  /// A table in a box of its own that scrolls sideways; its caption is there for screen readers when it is not shown.
  func table(_ grid: Grid, showsCaption: Bool = true) -> HTML {
    let heads = grid.columns.map { column in
      HTML(markup: "<th scope=\"col\"\(column.isNumber ? Self.numeric : .empty)>\(column.title)</th>")
    }.joined()
    let rows = grid.rows.map { row in
      let cells = row.cells.enumerated().map { index, cell in
        let isNumber = index < grid.columns.count && grid.columns[index].isNumber
        if index == 0 {
          return HTML(markup: "<th scope=\"row\"\(isNumber ? Self.numeric : .empty)>\(inline(cell))</th>")
        }
        if cell.shade > 0 { return HTML(markup: "<td class=\"n s\(cell.shade)\">\(inline(cell))</td>") }
        let isLong = index < grid.columns.count && grid.columns[index].isLong
        let number = cell.length > 24 ? Self.wordy : Self.numeric
        return HTML(markup: "<td\(isNumber ? number : isLong ? Self.long : .empty)>\(inline(cell))</td>")
      }.joined()
      return HTML(markup: "<tr\(row.isMarked ? HTML(markup: " class=\"marked\"") : .empty)>\(cells)</tr>")
    }.joined(separator: "\n")
    return HTML(
      markup: """
        <div class="scroll" tabindex="0" role="region" aria-label="\(grid.caption)"><table>
        <caption\(showsCaption ? .empty : HTML(markup: " class=\"unseen\""))>\(grid.caption)</caption>
        <thead><tr>\(heads)</tr></thead>
        <tbody>
        \(rows)
        </tbody>
        </table></div>
        """)
  }

  private static let numeric = HTML(markup: " class=\"n\"")
  /// Words in a column of numbers, which may be broken over lines.
  private static let wordy = HTML(markup: " class=\"n r\"")
  private static let long = HTML(markup: " class=\"l\"")

  // MARK: Inline

  func badge(_ type: Int, _ letter: String) -> HTML {
    HTML(
      markup:
        "<span class=\"badge t\(type)\"><span class=\"unseen\">\(phrases.typeLabel) </span>\(letter)</span>")
  }

  func inline(_ prose: Prose) -> HTML {
    prose.runs.map { run in
      switch run {
      case .text(let text): spoken(text)
      case .strong(let text): HTML(markup: "<strong>\(text)</strong>")
      case .code(let text): HTML(markup: "<code\(language == .en ? .empty : Self.english)>\(text)</code>")
      case .link(let text, let address): HTML(markup: "<a href=\"\(address)\">\(text)</a>")
      case .badge(let type, let letter): badge(type, letter)
      case .statement(let statement): traced(statement)
      }
    }.joined()
  }

  /// A text in which English terms say that they are English.
  private func spoken(_ text: String) -> HTML {
    guard language != .en else { return HTML(text) }
    return EnglishTerms.pieces(of: text).map { piece in
      piece.isEnglish ? HTML(markup: "<span\(Self.english)>\(piece.text)</span>") : HTML(piece.text)
    }.joined()
  }

  private static let english = HTML(markup: " lang=\"en\"")

  /// A statement of which each number carries its value and where it comes from.
  private func traced(_ statement: Statement) -> HTML {
    statement.pieces.map { piece in
      switch piece {
      case .text(let text): spoken(text)
      case .number(let number):
        HTML(markup: "<data value=\"\(number.plain)\" data-from=\"\(number.source.text)\">\(number.shown)</data>")
      }
    }.joined()
  }
}
