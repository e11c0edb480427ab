import Charts
import Texts

/// Writes slides as one page of HTML that needs nothing but itself.
///
/// Without its script the page is a document to scroll through: a section a slide, with what is said under it. The script
/// shows one slide at a time. On paper each slide has a page of its own.
struct SlidePage {
  let slides: [Slide]
  let report: Report
  /// Writes runs of text as the other pages do.
  let page: PageWriter

  private var phrases: Phrases { page.phrases }
  private var language: Language { page.language }

  /// The whole page.
  func text() -> String {
    let sections = slides.enumerated().map(section).joined(separator: "\n")
    let html = HTML(
      markup: """
        <!doctype html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        \(HTML.policy(scriptDigest: SlideScript.digest))
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(phrases.slides) · \(report.title[language])</title>
        <style>\(HTML(unescaped: SlideStyle.sheet + page.typeColours))</style>
        </head>
        <body>
        <a class="skip" href="#text">\(phrases.skip)</a>
        <main id="text" tabindex="-1">
        \(sections)
        </main>
        \(controls)
        \(help)
        <footer><p>\(phrases.footer(version: report.making.version, pipeline: report.title[language]))</p></footer>
        <script>\(HTML(unescaped: SlideScript.text))</script>
        </body>
        </html>

        """)
    return html.text
  }

  // MARK: A slide

  private func section(_ index: Int, _ slide: Slide) -> HTML {
    let level = HTML(unescaped: index == 0 ? "h1" : "h2")
    let colour = slide.type.map { HTML(markup: " t\($0)") } ?? .empty
    let badge = slide.type.map { HTML(markup: "\(page.badge($0, report.types[$0].letter)) ") } ?? .empty
    let first = index == 0 ? HTML(markup: " first") : .empty
    let notice =
      report.simulated
      ? HTML(markup: "<p class=\"simulated\">\(phrases.capitalised(phrases.simulated))</p>\n") : .empty
    let notes = slide.notes.map { HTML(markup: "<p>\(page.inline($0))</p>") }.joined(separator: "\n")
    return HTML(
      markup: """
        <section id="\(slide.id)" class="slide\(colour)\(first)" aria-labelledby="\(slide.id)-title">
        <div class="face">
        \(notice)<\(level) id="\(slide.id)-title" tabindex="-1">\(badge)\(slide.title)</\(level)>
        <div class="body">
        \(slide.parts.map { part($0, slide) }.joined(separator: "\n"))
        </div>
        <p class="folio"><span class="unseen">\(phrases.slide) </span>\(index + 1)</p>
        </div>
        <details class="notes"><summary>\(phrases.speakerNotes)<span class="unseen">: \(slide.title)</span></summary>
        \(notes)
        </details>
        </section>
        """)
  }

  private func part(_ part: Slide.Part, _ slide: Slide) -> HTML {
    switch part {
    case .line(let prose): HTML(markup: "<p>\(page.inline(prose))</p>")
    case .strong(let prose): HTML(markup: "<p class=\"strong\">\(page.inline(prose))</p>")
    case .numbers(let numbers):
      HTML(
        markup: """
          <ul class="numbers">\(numbers.map {
            HTML(markup: "<li><strong>\(page.inline($0.number))</strong> \($0.of)</li>")
          }.joined())</ul>
          """)
    case .bullets(let items): HTML(markup: "<ul>\(listItems(items))</ul>")
    case .steps(let items): HTML(markup: "<ol>\(listItems(items))</ol>")
    case .bars(let bars): table(bars, showsCaption: !slide.says(bars.caption))
    case .map(let map): figure(map)
    case .halves(let left, let right):
      HTML(
        markup: """
          <div class="halves">
          <div>\(left.map { self.part($0, slide) }.joined(separator: "\n"))</div>
          <div>\(right.map { self.part($0, slide) }.joined(separator: "\n"))</div>
          </div>
          """)
    }
  }

  private func listItems(_ items: [Prose]) -> HTML {
    items.map { HTML(markup: "<li>\(page.inline($0))</li>") }.joined()
  }

  // MARK: Figures

  private func table(_ bars: Slide.Bars, showsCaption: Bool) -> HTML {
    let heads =
      bars.heads.isEmpty
      ? HTML.empty
      : HTML(
        markup: "<thead><tr>\(bars.heads.map { HTML(markup: "<th scope=\"col\">\($0)</th>") }.joined())</tr></thead>\n")
    let rows = bars.rows.map { row in
      let cells = row.cells.enumerated().map { cell($1, under: bars.heads.dropFirst($0 + 1).first) }
      return HTML(markup: "<tr><th scope=\"row\">\(page.inline(row.head))</th>\(cells.joined())</tr>")
    }.joined(separator: "\n")
    return HTML(
      markup: """
        <table\(bars.isSmall ? HTML(markup: " class=\"large\"") : .empty)>
        <caption\(showsCaption ? .empty : HTML(markup: " class=\"unseen\""))>\(bars.caption)</caption>
        \(heads)<tbody>
        \(rows)
        </tbody>
        </table>
        """)
  }

  private func cell(_ cell: Slide.Bars.Cell, under title: String?) -> HTML {
    let head = title.map { HTML(markup: " data-head=\"\($0)\"") } ?? .empty
    switch cell {
    case .text(let prose): return HTML(markup: "<td\(head)>\(page.inline(prose))</td>")
    case .bar(let range, let prose, let type):
      let colour = type.map { HTML(markup: " t\($0)") } ?? .empty
      return HTML(
        markup: """
          <td\(head)><div class="bar"><span class="track"><span class="fill\(colour)" style="\(place(range))"></span></span>\
          <span class="value">\(page.inline(prose))</span></div></td>
          """)
    case .departure(let value):
      let range = value < 0 ? (0.5 + value / 2)...0.5 : 0.5...(0.5 + value / 2)
      return HTML(
        markup: """
          <td\(head)><span class="track middle"><span class="fill" style="\(place(range))"></span></span>\
          <span class="unseen">\(phrases.slideSide(isHigher: value > 0))</span></td>
          """)
    }
  }

  /// Where a bar begins and how long it is, in tenths of a percent; a bar of nothing is a thin line.
  private func place(_ range: ClosedRange<Double>) -> HTML {
    func percent(_ share: Double) -> String {
      let tenths = Int((share * 1000).rounded())
      return tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
    }
    let width = range.upperBound - range.lowerBound
    return HTML(markup: "left:\(percent(range.lowerBound));width:\(percent(width))")
  }

  private func figure(_ map: Slide.Map) -> HTML {
    let legend = map.legend.map { entry in
      HTML(markup: "<li>\(HTML(unescaped: entry.swatch)) <span>\(page.inline(entry.text))</span></li>\n")
    }.joined()
    return HTML(
      markup: """
        <figure class="map\(map.legend.count > 7 ? HTML(markup: " many") : .empty)">
        \(HTML(unescaped: map.svg))
        <figcaption><ul class="legend">
        \(legend)</ul><p>\(map.credit)</p></figcaption>
        </figure>
        """)
  }

  // MARK: Controls

  /// The buttons, hidden until the script shows them.
  private var controls: HTML {
    func button(_ id: String, _ sign: String, _ word: String, _ more: HTML = .empty) -> HTML {
      HTML(
        markup: """
          <button type="button" id="\(id)"\(more)><span aria-hidden="true">\(sign)</span><span class="word">\(word)</span>\
          </button>
          """)
    }
    let notes = button("say", "✎", phrases.speakerNotes, HTML(markup: " aria-pressed=\"false\""))
    let more = button("ask", "?", phrases.slideHelp, HTML(markup: " aria-haspopup=\"dialog\""))
    return HTML(
      markup: """
        <nav id="bar" aria-label="\(phrases.slideButtons)" hidden>
        \(button("back", "←", phrases.previousPage))
        <p id="place"></p>
        \(button("forth", "→", phrases.nextPage))
        \(notes)
        \(more)
        <p id="told" class="unseen" role="status" data-slide="\(phrases.slide)" data-of="\(phrases.ofAll)"></p>
        </nav>
        """)
  }

  private var help: HTML {
    let keys = phrases.slideKeys.map { HTML(markup: "<dt>\($0.keys)</dt><dd>\($0.does)</dd>\n") }.joined()
    let links = slides.enumerated().map { index, slide in
      HTML(markup: "<li><a href=\"#\(slide.id)\">\(slide.title)</a></li>\n")
    }.joined()
    return HTML(
      markup: """
        <dialog id="help" aria-labelledby="help-title">
        <h2 id="help-title">\(phrases.slideHelpTitle)</h2>
        <button type="button" id="shut">\(phrases.close)</button>
        <dl>
        \(keys)</dl>
        <p><label><input type="checkbox" id="keys" checked> \(phrases.singleKeys)</label></p>
        <p>\(phrases.slidesOnPaper)</p>
        <h3>\(phrases.allSlides)</h3>
        <ol>
        \(links)</ol>
        </dialog>
        """)
  }
}
