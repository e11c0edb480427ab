import Reporting
import Testing
import Texts

/// The pages as one document for paper.
@Suite struct PrintDocumentTests {
  private func pages(_ language: Language = .nl, _ report: Report = sampleReport()) -> [PublicationFile] {
    report.publication(in: language, forms: [.pages, .bulletin, .slides])
  }

  private func document(_ language: Language = .nl, _ report: Report = sampleReport()) throws -> String {
    try #require(PrintDocument(report: pages(language, report), in: language)).text
  }

  private var compared: Report {
    var report = sampleReport()
    report.changes = sampleChanges()
    return report
  }

  @Test(arguments: Language.allCases)
  func `every heading of every page is in it, once`(language: Language) throws {
    let text = try document(language, compared)
    let apart = ["slides.html", "bulletin.html"]
    for page in pages(language, compared) where page.path.hasSuffix(".html") && !apart.contains(page.path) {
      for heading in page.text.matches(of: #/<h2 id="([^"]*)">(.*?)</h2>/#) {
        let anchor = "\(page.path.dropLast(5)).\(heading.1)"
        #expect(text.matches(of: #/<h2 id="([^"]*)">/#).count { $0.1 == anchor } == 1, "\(anchor)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `anchors are told apart, and every link leads to one or out of the publication`(language: Language) throws {
    let text = try document(language, compared)
    let ids = text.matches(of: #/\sid="([^"]*)"/#).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    let known = Set(ids)
    for link in text.matches(of: #/href="([^"]*)"/#) {
      let address = String(link.1)
      #expect(
        address.hasPrefix("#") ? known.contains(String(address.dropFirst())) : address.contains(":"), "\(address)")
    }
    for place in text.matches(of: #/url\(#([^)]*)\)/#) { #expect(known.contains(String(place.1)), "\(place.0)") }
    #expect(!text.contains("<nav") && !text.contains("<details") && !text.contains("<script"))
  }

  @Test func `the parts stand in the order of the navigation`() throws {
    let parts = try #require(PrintDocument(report: pages(.nl, compared), in: .nl)).parts
    #expect(parts.prefix(3) == ["Welke leesaanpak past bij uw school?", "A Groot en doelgericht", "B Klein"])
    #expect(parts.contains("Sinds de vorige peiling"))
    #expect(PrintDocument(report: [], in: .nl) == nil)
  }

  @Test func `a figure says in its title what it shows and what its numbers are`() throws {
    let text = try document()
    let figures = text.matches(of: #/<svg [^>]*><title>([^<]*): ([^<]*)</title>/#)
    #expect(figures.count == text.matches(of: #/<svg\s/#).count)
    #expect(text.contains(": Kaart, 3\u{A0}gebieden."))
  }

  @Test(arguments: Language.allCases)
  func `simulated is called simulated on every sheet, and real answers are not`(language: Language) throws {
    let words =
      language == .nl
      ? "Gesimuleerde gegevens, geen uitspraak over deze school" : "Simulated data, no statement about this school"
    for text in [
      try document(language),
      PrintDocument(bulletin: try #require(pages(language).first { $0.path == "bulletin.html" }), in: language).text,
    ] {
      #expect(text.contains("<p class=\"notice\">\(words)</p>"))
      #expect(text.contains("@top-center{content:string(notice)"))
    }
    let real = try document(language, sampleReport(simulated: false))
    #expect(!real.lowercased().contains("imuleerd") && !real.contains("imulated data"))
  }

  @Test func `hostile names stay names`() throws {
    let text = try document(.nl, hostileReport())
    #expect(!text.contains("<script") && !text.contains("\u{202E}") && !text.contains("onclick=\""))
  }

  @Test(arguments: ["<", "<a", "<a href", "<a href=\"", "</", "<!--", "<table><tr><td", "<svg><title>", "<p>a<b"])
  func `what is no page makes no trap`(text: String) {
    let document = PrintDocument(
      report: [PublicationFile(path: "index.html", text: "<main>" + text)], in: .en)
    #expect(document?.parts.count == 1)
  }
}
