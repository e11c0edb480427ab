import Texts

// The list of all units with its letters, and the search that a script adds to it.

extension PageWriter {
  /// The search, hidden until the script shows it; the letters; and the list, a part of the table for each letter.
  func directory(_ directory: Directory) -> HTML {
    let letters = directory.letters.map { letter in
      HTML(markup: "<li><a href=\"#\(letter.id)\">\(letter.letter)</a></li>\n")
    }.joined()
    let heads = directory.columns.map { HTML(markup: "<th scope=\"col\">\($0)</th>") }.joined()
    let bodies = directory.letters.map { body($0, columns: directory.columns.count) }.joined(separator: "\n")
    return HTML(
      markup: """
        \(finder(directory))
        <nav id="letters" aria-label="\(phrases.toLetter)"><ul>
        \(letters)</ul></nav>
        <div class="scroll" tabindex="0" role="region" aria-label="\(directory.caption)"><table class="units">
        <caption>\(directory.caption)</caption>
        <thead><tr>\(heads)</tr></thead>
        \(bodies)
        </table></div>
        """)
  }

  private func body(_ letter: Directory.Letter, columns: Int) -> HTML {
    let rows = letter.entries.map { entry in
      let also = entry.also.isEmpty ? HTML.empty : HTML(markup: " data-also=\"\(entry.also.joined(separator: "|"))\"")
      let span = entry.cells.count == 1 && columns > 2 ? HTML(markup: " colspan=\"\(columns - 1)\"") : .empty
      let cells = entry.cells.map { HTML(markup: "<td\(span)>\(inline($0))</td>") }.joined()
      return HTML(
        markup: """
          <tr id="\(entry.id)" data-kind="\(entry.kind)"\(also)><th scope="row">\(entry.name)</th>\(cells)</tr>
          """)
    }.joined(separator: "\n")
    return HTML(
      markup: """
        <tbody id="\(letter.id)"><tr><th colspan="\(columns)" scope="rowgroup">\(letter.letter)</th></tr>
        \(rows)
        </tbody>
        """)
  }

  private func finder(_ directory: Directory) -> HTML {
    let options = directory.kinds.map { HTML(markup: "<option value=\"\($0.value)\">\($0.label)</option>\n") }.joined()
    return HTML(
      markup: """
        <div id="finder" role="search" hidden>
        <p><label for="finder-name">\(phrases.searchByName)</label>
        <input id="finder-name" type="search" autocomplete="off" spellcheck="false"></p>
        <p><label for="finder-kind">\(phrases.searchByType)</label>
        <select id="finder-kind"><option value="">\(phrases.everyType)</option>
        \(options)</select></p>
        <p id="finder-found" role="status" data-none="\(phrases.foundNone)" data-one="\(phrases.foundOne)" \
        data-many="\(phrases.foundMany)"></p>
        </div>
        """)
  }

  /// Whether the page has a list to search in.
  var hasSearch: Bool {
    document.chapters.contains { $0.blocks.contains { if case .directory = $0 { true } else { false } } }
  }

  /// What the page may load; only the page with the search has a script.
  var policy: HTML { HTML.policy(scriptDigest: hasSearch ? Script.digest : nil) }

  /// The script at the end of the page with the search.
  var script: HTML {
    hasSearch ? HTML(unescaped: "<script>\(Script.search)</script>\n") : .empty
  }
}
