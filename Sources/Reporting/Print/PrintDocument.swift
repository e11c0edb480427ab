public import Texts

/// The pages of a publication as one document for paper, for a program that makes a PDF of it.
///
/// It is made from the pages that readers have, so that both say the same: their texts, figures and open tables, in the order
/// of the navigation. What stands behind a line that opens it is left out, and what leads to a file that is not in the
/// document is a text without a link. Anchors of all pages are told apart by the name of their page.
///
/// ```swift
/// PrintDocument(report: pages, in: .nl)?.text  // "<!doctype html>…"
/// ```
public struct PrintDocument: Hashable, Sendable {
  /// The document as HTML.
  public var text: String
  /// The titles of its parts: the report first, then each page.
  public var parts: [String]

  /// Gathers the pages of a report; `nil` without the main page.
  ///
  /// - Parameters:
  ///   - pages: The pages of one language, by their paths; others than those of the report are left out.
  ///   - language: The language.
  public init?(report pages: [PublicationFile], in language: Language) {
    guard let main = pages.first(where: { $0.path == "index.html" }).map(PrintSource.init) else { return nil }
    let others = main.order.compactMap { path in pages.first { $0.path == path }.map(PrintSource.init) }
    let all = [main] + others
    let names = Set(all.map(\.path))
    let phrases = PrintPhrases(language)
    let bodies = all.map { source in
      let head = source.path == main.path ? "" : "<h1 id=\"\(source.anchor)\">\(source.heading)</h1>\n"
      return "<article>\n\(head)\(PrintBody(source, among: names).text)\n</article>"
    }
    let contents = others.map { "<li><a href=\"#\($0.anchor)\">\($0.plainHeading)</a></li>\n" }.joined()
    let notice = main.notice.map { "<p class=\"notice\">\($0)</p>\n" } ?? ""
    let cover = """
      <section class="cover">
      \(notice)<h1 id="\(main.anchor)">\(main.heading)</h1>
      <p class="subtitle">\(main.subtitle)</p>
      <p>\(HTML(phrases.notOnPaper).text)</p>
      <h2 id="contents">\(HTML(phrases.contents).text)</h2>
      <ol class="contents">
      \(contents)</ol>
      <p class="made">\(main.made)</p>
      </section>
      """
    text = Self.page(main, language, cover + "\n" + bodies.joined(separator: "\n"), PrintStyle.report)
    parts = all.map(\.plainHeading)
  }

  /// Makes a document of a bulletin.
  ///
  /// - Parameters:
  ///   - bulletin: The page of the bulletin.
  ///   - language: The language.
  public init(bulletin: PublicationFile, in language: Language) {
    let source = PrintSource(bulletin)
    let notice = source.notice.map { "<p class=\"notice\">\($0)</p>\n" } ?? ""
    let body = """
      \(notice)<p class="subtitle">\(source.subtitle)</p>
      \(PrintBody(source, among: [source.path]).text)
      <p class="made">\(source.made)</p>
      """
    text = Self.page(source, language, body, PrintStyle.bulletin)
    parts = [source.plainHeading]
  }

  private static func page(_ source: PrintSource, _ language: Language, _ body: String, _ style: String) -> String {
    """
    <!doctype html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    <title>\(source.title)</title>
    <meta name="author" content="\(source.made)">
    <style>\(style)\(source.colours)</style>
    </head>
    <body>
    \(body)
    </body>
    </html>

    """
  }
}
