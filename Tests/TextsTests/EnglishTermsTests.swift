import Testing

@testable import Texts

@Suite struct EnglishTermsTests {
  private typealias Piece = EnglishTerms.Piece

  @Test func `a text is cut at its English terms`() {
    #expect(
      EnglishTerms.pieces(of: "Het wegen ging in rondes (raking): k-means") == [
        Piece("Het wegen ging in rondes ("), Piece("raking", isEnglish: true), Piece("): "),
        Piece("k-means", isEnglish: true),
      ])
  }

  @Test(arguments: ["", "Aanraking met data", "rakingen", "k-means-achtig", "rakinǵ", "Een é-raking"])
  func `a term within a word is no term`(text: String) {
    #expect(EnglishTerms.pieces(of: text) == (text.isEmpty ? [] : [Piece(text)]))
  }

  @Test func `the pieces are the whole text`() {
    for text in ["raking", "raking raking", "é raking, 'k-means'.", "scree plot"] {
      let pieces = EnglishTerms.pieces(of: text)
      #expect(pieces.map(\.text).joined() == text)
      #expect(pieces.contains { $0.isEnglish })
    }
  }
}
