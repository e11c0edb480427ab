import Testing
import Texts

@Suite struct TextPageTests {
  @Test func `a paragraph is broken between words`() {
    var page = TextPage(width: 12)
    page.paragraph("een twee drie vier", indent: 2)
    #expect(page.text == "  een twee\n  drie vier\n")
  }

  @Test func `a word that is too long keeps its line to itself`() {
    var page = TextPage(width: 8)
    page.paragraph("in verantwoordelijkheid nemen")
    #expect(page.text == "in\nverantwoordelijkheid\nnemen\n")
  }

  @Test func `a text beside a term goes on below itself`() {
    var page = TextPage(width: 16)
    page.item("Doel", "kiezen en dan pas meten", column: 6)
    page.item("Voorwaarden", "geen", column: 6)
    page.item("-", "", indent: 2, column: 4)
    #expect(
      page.text == """
        Doel  kiezen en
              dan pas
              meten
        Voorwaarden
              geen
          -

        """)
  }

  @Test func `headings are set apart, and spaces do not pile up`() {
    var page = TextPage(width: 20)
    page.space()
    page.heading("Eén", mark: "=")
    page.space()
    page.space()
    page.heading("Twee")
    page.space()
    #expect(page.text == "Eén\n===\n\nTwee\n----\n")
  }

  @Test func `a table aligns its numbers and narrows its widest column`() {
    var page = TextPage(width: 30)
    page.table(
      [.init("Naam"), .init("Ptn", isNumber: true), .init("Bron")],
      [["Doel", "12", "index goal van de enquête"], ["Inwoners", "8", "register"]])
    #expect(
      page.text == """
        Naam      Ptn  Bron
        Doel       12  index goal van
                       de enquête
        Inwoners    8  register

        """)
  }

  @Test func `an empty page has no text`() {
    #expect(TextPage().text == "")
  }
}
