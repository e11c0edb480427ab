import Testing
import Texts

@Suite struct LegibleTextTests {
  @Test(arguments: ["", "De Akker", "Súdwest-Fryslân", "naïve · ‘quoted’ – 12 000 %", "日本", "\u{A0}\u{202F}"])
  func `ordinary text stays as it is`(text: String) {
    #expect(LegibleText.of(text).unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test func `marks that turn the direction and characters that hide are left out`() {
    let marks: [UInt32] =
      [0x061C, 0x200B, 0x200E, 0x200F, 0xFEFF] + Array(0x202A...0x202E) + Array(0x2060...0x2069)
    for value in marks {
      let scalar = Unicode.Scalar(value).map(Character.init) ?? "?"
      #expect(LegibleText.of("a\(scalar)b") == "ab", "\(String(value, radix: 16))")
    }
    #expect(LegibleText.of("\u{202E}\u{200B}") == "")
  }

  @Test(arguments: ["\u{05D0}\u{05D1}", "\u{0645}\u{062B}", "\u{07CA}", "\u{FB1D}", "\u{10900}", "\u{1E900}"])
  func `a text with letters from right to left is set apart`(text: String) {
    #expect(LegibleText.of("x \(text) 1").unicodeScalars.elementsEqual("\u{2066}x \(text) 1\u{2069}".unicodeScalars))
  }

  @Test func `a mark that would close what sets a text apart does not survive`() {
    let text = LegibleText.of("\u{2069}\u{05D0}\u{2069}\u{202E}b")
    #expect(text.unicodeScalars.elementsEqual("\u{2066}\u{05D0}b\u{2069}".unicodeScalars))
  }

  @Test func `joiners stay between letters beyond the Latin ones alone`() {
    #expect(LegibleText.of("a\u{200D}b\u{200C}c") == "abc")
    #expect(LegibleText.of("\u{200D}\u{0915}\u{200C}").unicodeScalars.elementsEqual("\u{0915}".unicodeScalars))
    let conjunct = "\u{0915}\u{094D}\u{200D}\u{0937}"
    #expect(LegibleText.of(conjunct).unicodeScalars.elementsEqual(conjunct.unicodeScalars))
    let persian = "\u{0645}\u{06CC}\u{200C}\u{0634}"
    #expect(LegibleText.of(persian).unicodeScalars.elementsEqual("\u{2066}\(persian)\u{2069}".unicodeScalars))
    let family = "\u{1F468}\u{200D}\u{1F469}"
    #expect(LegibleText.of(family).unicodeScalars.elementsEqual(family.unicodeScalars))
    #expect(LegibleText.of("\u{0915}\u{200D}\u{202E}\u{0937}").unicodeScalars.count == 2)
  }
}
