import Survey
import Testing

/// Figures that were published about one wave.
struct PublishedFiguresTests {
  @Test func `a figure belongs to the wave that it was published about`() throws {
    let (book, findings) = try codebook(
      """
      name: small
      fields:
        - {name: id, type: string, koers:role: respondent, koers:text: Who?}
        - {name: place, type: string, koers:role: unit, koers:text: Where?}
        - name: agree
          type: integer
          koers:text: Do you agree?
          categoriesOrdered: true
          categories: [{value: 1, koers:label: no}, {value: 2, koers:label: yes}]
          koers:published:
            - {percent: 34, answers: [2], words: A third agrees., wave: "2020"}
            - {percent: 40, answers: [2], words: Four in ten agree., wave: "2023"}
            - {percent: 50, answers: [1], words: Half never agrees.}
      """)
    #expect(findings == [])
    func percents(_ book: Codebook) -> [Double] { book["agree"]?.published.map(\.percent) ?? [] }
    #expect(percents(book) == [34, 40, 50])
    #expect(percents(book.withFigures(of: "2020")) == [34, 50])
    #expect(percents(book.withFigures(of: "2023")) == [40, 50])
    #expect(percents(book.withFigures(of: "2026")) == [50])
    #expect(book.withFigures(of: nil) == book)
  }
}
