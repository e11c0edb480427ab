import Texts

/// Writes a bulletin as one page of HTML that needs nothing but itself, and no script.
///
/// On paper and on a wide screen it has two columns, on a narrow one one.
struct BulletinPage {
  let bulletin: Bulletin
  let report: Report
  /// Writes blocks and runs of text as the other pages do.
  let page: PageWriter
  /// Whether the pages of the report stand beside it.
  let hasPages: Bool

  private var phrases: Phrases { page.phrases }

  /// The whole page.
  func text() -> String {
    let chapters = bulletin.chapters.map(chapter).joined(separator: "\n")
    let lead = bulletin.lead.map { HTML(markup: "<p class=\"lead\">\(page.inline($0))</p>") }.joined(separator: "\n")
    let html = HTML(
      markup: """
        <!doctype html>
        <html lang="\(page.language.rawValue)">
        <head>
        <meta charset="utf-8">
        \(HTML.policy(scriptDigest: nil))
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(phrases.bulletin) \(report.wave.name) · \(report.title[page.language])</title>
        \(page.alternate)<style>\(HTML(unescaped: Style.sheet + BulletinStyle.sheet + page.typeColours))</style>
        </head>
        <body>
        <a class="skip" href="#text">\(phrases.skip)</a>
        <header>\(page.banner())
        <div class="title"><p class="home">\(phrases.bulletin) · \(home)</p>
        <p>\(page.document.subtitle)\(otherLanguage)</p></div>
        </header>
        <main id="text" tabindex="-1">
        <h1>\(bulletin.headline)</h1>
        \(lead)
        \(numbers)
        <div class="parts">
        \(chapters)
        </div>
        </main>
        <footer>\(page.banner())<p>\(phrases.footer(version: report.making.version, pipeline: report.title[page.language]))</p></footer>
        </body>
        </html>

        """)
    return html.text
  }

  /// The title of the report, which leads to it.
  private var home: HTML {
    hasPages
      ? HTML(markup: "<a href=\"index.html\">\(report.title[page.language])</a>") : HTML(report.title[page.language])
  }

  private var otherLanguage: HTML {
    guard page.hasOther else { return .empty }
    return HTML(
      markup: """
        <span class="language"> · <a href="../\(page.other.rawValue)/bulletin.html" hreflang="\(page.other.rawValue)" \
        lang="\(page.other.rawValue)">\(phrases.otherLanguage)</a></span>
        """)
  }

  private var numbers: HTML {
    let items = bulletin.numbers.map { HTML(markup: "<li><strong>\(page.inline($0.number))</strong> \($0.of)</li>\n") }
    return HTML(
      markup: """
        <section class="numbers" aria-labelledby="numbers-title">
        <h2 id="numbers-title" class="unseen">\(phrases.bulletinNumbers)</h2>
        <ul>
        \(items.joined())</ul>
        </section>
        """)
  }

  // MARK: Parts

  private func chapter(_ chapter: Chapter) -> HTML {
    let blocks = chapter.blocks.map(block).joined(separator: "\n")
    return HTML(
      markup: """
        <section id="\(chapter.id)" aria-labelledby="\(chapter.id)-title">
        <h2 id="\(chapter.id)-title">\(chapter.title)</h2>
        \(blocks)
        </section>
        """)
  }

  /// A block as the other pages have it; a figure without the table of its numbers, which the report holds.
  private func block(_ block: Block) -> HTML {
    guard case .figure(let picture) = block else { return page.block(block, level: 2) }
    return HTML(
      markup: """
        <figure id="figure-\(picture.name)">
        <p class="figure-title">\(picture.title)</p>
        \(HTML(unescaped: picture.svg))
        <figcaption>\(picture.caption)</figcaption>
        </figure>
        """)
  }
}
