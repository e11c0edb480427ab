import Reporting
import Testing
import Texts

/// The page that holds the bulletin: whole, safe, honest about simulation, and linked where it belongs.
@Suite struct BulletinPageTests {
  private func page(_ report: Report, _ language: Language = .nl, pages: Bool = true) throws -> String {
    let forms: PublicationForms = pages ? [.pages, .bulletin] : .bulletin
    return try #require(report.publication(in: language, forms: forms).first { $0.path == "bulletin.html" }).text
  }

  private var compared: Report {
    var report = sampleReport()
    report.changes = sampleChanges()
    return report
  }

  @Test(arguments: Language.allCases)
  func `the bulletin is what it was`(language: Language) throws {
    try expectSnapshot(page(compared, language), "\(language.rawValue)-bulletin.html")
    try expectSnapshot(page(sampleReport(), language), "\(language.rawValue)-first-bulletin.html")
  }

  @Test(arguments: Language.allCases)
  func `simulated is called simulated at the head, at the foot and in the figures, and real answers are not`(
    language: Language
  ) throws {
    let words =
      language == .nl
      ? "Gesimuleerde gegevens, geen uitspraak over deze school" : "Simulated data, no statement about this school"
    let text = try page(compared, language)
    #expect(text.matches(of: /<p class="simulated" role="note">/).count == 2)
    #expect(try #require(text.firstMatch(of: #/(?s)<header>(.*?)</header>/#)).1.contains(words))
    #expect(try #require(text.firstMatch(of: #/(?s)<footer>(.*?)</footer>/#)).1.contains(words))
    for figure in text.matches(of: #/(?s)<svg.*?</svg>/#) {
      #expect(figure.0.contains(words.prefix(1).lowercased() + words.dropFirst()))
    }
    var real = sampleReport(simulated: false)
    real.changes = sampleChanges()
    let honest = try page(real, language)
    #expect(!honest.lowercased().contains("imuleerd") && !honest.contains("imulated data"))
  }

  @Test(arguments: Language.allCases)
  func `hostile names stay names`(language: Language) throws {
    for changes in [sampleChanges(), nil] {
      var report = hostileReport()
      report.changes = changes
      let text = try page(report, language)
      #expect(!text.contains("<script") && !text.contains("\u{202E}") && !text.contains("onclick=\""))
      let ids = text.matches(of: #/\sid="([^"]*)"/#).map { String($0.1) }
      #expect(Set(ids).count == ids.count)
    }
  }

  @Test(arguments: Language.allCases)
  func `the page asks for nothing, and every link leads somewhere`(language: Language) throws {
    for report in [compared, sampleReport()] {
      let files = Set(report.publication(in: language, forms: [.pages, .bulletin]).map(\.path))
      let text = try page(report, language)
      #expect(!text.contains("src=") && !text.contains("@import"))
      for match in text.matches(of: #/url\(([^)]*)\)/#) { #expect(match.1.hasPrefix("#")) }
      for match in text.matches(of: #/https?:[^"]*/#) { #expect(match.0 == "http://www.w3.org/2000/svg") }
      for match in text.matches(of: #/href="([^"]*)"/#) {
        let address = String(match.1)
        if address.hasPrefix("#") {
          #expect(text.contains(" id=\"\(address.dropFirst())\""), "\(address)")
        } else {
          let other = language == .nl ? "../en/bulletin.html" : "../nl/bulletin.html"
          #expect(files.contains(address) || address == other, "\(address)")
        }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `the report leads to the bulletin where there is one, and the bulletin to the report`(language: Language) throws
  {
    func account(_ forms: PublicationForms) throws -> String {
      try #require(compared.publication(in: language, forms: forms).first { $0.path == "account.html" }).text
    }
    let link = language == .nl ? "Bulletin van twee bladzijden" : "Bulletin of two pages"
    #expect(try account([.pages, .bulletin]).contains("<a href=\"bulletin.html\">\(link) (bulletin.html)</a>"))
    #expect(try !account(.pages).contains("bulletin.html"))
    #expect(try page(compared, language).contains("<a href=\"changes.html\">"))
    #expect(try !page(sampleReport(), language).contains("changes.html"))
    let alone = compared.publication(in: language, forms: .bulletin)
    #expect(alone.map(\.path) == ["bulletin.html"])
    #expect(alone[0].text.matches(of: /href="[a-z]+.html/).isEmpty)
    let both = compared.publication(in: language, forms: [.bulletin, .slides])
    #expect(both.map(\.path) == ["bulletin.html", "slides.html"])
  }

  @Test func `what the bulletin says of numbers is held against the record`() {
    let statements = compared.edition(in: .nl, forms: .bulletin).statements
    let sources = statements.flatMap(\.numbers).map(\.source.text)
    #expect(sources.contains("ingest/ledger.csv rows where outcome = used"))
    #expect(sources.contains("cluster/run.json counts.types"))
    #expect(sources.contains("cluster/types.csv rows where type = B"))
    #expect(sources.contains("match/ranking.csv acceptability where type = A and strategy = alone"))
    #expect(statements.allSatisfy { $0.missing.isEmpty })
  }
}
