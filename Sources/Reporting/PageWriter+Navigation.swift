import Texts

// The way between pages: all of them beside the text, the chapters of this one among them, and its neighbours below it.

extension PageWriter {
  /// The navigation twice: behind a line that opens it on a small screen, and beside the text on a wide one; the style
  /// shows one of them.
  var navigation: HTML {
    HTML(
      markup: """
        <nav class="menu" aria-label="\(phrases.contents)"><details><summary>\(phrases.menu)</summary>
        \(list)</details></nav>
        <nav class="side" aria-label="\(phrases.contents)">
        \(list)</nav>
        """)
  }

  /// The pages, those of a kind in a list of their own.
  private var list: HTML {
    var items = HTML.empty
    let pages = pages.filter { !$0.isAside || $0.file == document.file }
    var index = 0
    while index < pages.count {
      guard let group = pages[index].group else {
        items += HTML(markup: "<li>\(entry(pages[index]))</li>\n")
        index += 1
        continue
      }
      let own = pages[index...].prefix { $0.group == group }
      let entries = own.map { HTML(markup: "<li>\(entry($0))</li>\n") }.joined()
      items += HTML(markup: "<li><span>\(title(of: group))</span>\n<ul>\n\(entries)</ul></li>\n")
      index += own.count
    }
    return HTML(markup: "<ul>\n\(items)</ul>\n")
  }

  private func title(of group: Document.Group) -> String {
    switch group {
    case .types: phrases.capitalised(phrases.types)
    case .strategies: phrases.strategiesShort
    }
  }

  /// A page, and of the one that is read its chapters.
  private func entry(_ page: Document) -> HTML {
    let name = page.type.map { HTML(markup: "\(badge($0, report.types[$0].letter)) \(page.label)") } ?? HTML(page.label)
    guard page.file == document.file else { return HTML(markup: "<a href=\"\(page.file).html\">\(name)</a>") }
    let chapters = page.chapters.map { chapter in
      HTML(markup: "<li><a href=\"#\(chapter.id)\">\(chapter.label ?? chapter.title)</a></li>\n")
    }.joined()
    return HTML(
      markup: """
        <a href="\(page.file).html" aria-current="page">\(name)</a>
        <ul class="chapters">
        \(chapters)</ul>
        """)
  }

  /// Links to the pages of the same kind before and after this one.
  var neighbours: HTML {
    guard let group = document.group else { return .empty }
    let own = pages.filter { $0.group == group }
    guard let place = own.firstIndex(where: { $0.file == document.file }), own.count > 1 else { return .empty }
    func link(_ page: Document, _ relation: String, _ word: String) -> HTML {
      HTML(markup: "<a rel=\"\(relation)\" href=\"\(page.file).html\"><span>\(word)</span> \(page.title)</a>\n")
    }
    let previous = place > 0 ? link(own[place - 1], "prev", phrases.previousPage) : .empty
    let next = place + 1 < own.count ? link(own[place + 1], "next", phrases.nextPage) : .empty
    return HTML(
      markup: "<nav class=\"neighbours\" aria-label=\"\(phrases.neighbouringPages)\">\n\(previous)\(next)</nav>")
  }
}
