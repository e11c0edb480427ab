import Reporting
import Testing

@Suite struct HTMLTests {
  @Test func `the ordinary initialiser escapes what means something in HTML`() {
    #expect(HTML("<b>&\"'</b>").text == "&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;")
  }

  @Test func `a text in a literal is escaped, in content and in attributes`() {
    let name = "\" onclick=\"alert(1)<script>"
    let html = HTML(markup: "<a title=\"\(name)\">\(name)</a>")
    let safe = "&quot; onclick=&quot;alert(1)&lt;script&gt;"
    #expect(html.text == "<a title=\"\(safe)\">\(safe)</a>")
  }

  @Test func `a piece that is HTML already is not escaped twice`() {
    #expect(HTML(markup: "<p>\(HTML("&"))</p>").text == "<p>&amp;</p>")
  }

  @Test func `a text is taken as it is only when that is spelled out`() {
    #expect(HTML(unescaped: "<hr>").text == "<hr>")
  }

  @Test func `control characters are dropped, and line breaks stay`() {
    #expect(HTML("a\u{0}\u{1B}b\nc\u{85}").text == "ab\nc")
  }

  @Test func `a text from right to left is set apart, and what would reorder a line is dropped`() {
    let text = HTML("\u{202E}\u{05D0}<").text
    #expect(text.unicodeScalars.elementsEqual("\u{2066}\u{05D0}&lt;\u{2069}".unicodeScalars))
    #expect(HTML("a\u{202E}b").text == "ab")
  }
}
