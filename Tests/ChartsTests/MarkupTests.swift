import Testing

@testable import Charts

@Suite struct MarkupTests {
  @Test func `text and attributes are escaped`() {
    var markup = Markup()
    markup.element("text", ["x": 1.25, "class": "a\"b"], text: "<script>'&'</script>")
    #expect(
      markup.text
        == "<text x=\"1.3\" class=\"a&quot;b\">&lt;script&gt;&#39;&amp;&#39;&lt;/script&gt;</text>")
  }

  @Test func `characters that XML does not allow are left out`() {
    #expect(Markup.escaped("a\u{0}b\u{1B}c\nd\u{FFFF}é") == "abc dé")
  }

  @Test func `a label from right to left is set apart, and what would reorder a line is left out`() {
    #expect(
      Markup.escaped("\u{202E}\u{05D0}<").unicodeScalars.elementsEqual("\u{2066}\u{05D0}&lt;\u{2069}".unicodeScalars))
    #expect(Markup.escaped("a\u{202E}b") == "ab")
  }

  @Test(
    arguments: [
      (0.0, "0"), (1, "1"), (1.04, "1"), (1.05, "1.1"), (-0.04, "0"), (-0.26, "-.3"), (0.5, ".5"), (-12.34, "-12.3"),
      (.nan, "0"), (.infinity, "0"), (1e13, "0"),
    ] as [(Double, String)])
  func `coordinates have at most one decimal`(value: Double, text: String) {
    #expect(Markup.coordinate(value) == text)
  }
}
