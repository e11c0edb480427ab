import Reporting
import Testing
import Texts

/// The page that holds the slides: whole, safe, honest about simulation, and linked where it belongs.
@Suite struct SlidesPageTests {
  private func page(_ report: Report = sampleReport(), _ language: Language = .nl, pages: Bool = true) throws -> String
  {
    let forms: PublicationForms = pages ? [.pages, .slides] : .slides
    return try #require(report.publication(in: language, forms: forms).first { $0.path == "slides.html" }).text
  }

  @Test(arguments: Language.allCases)
  func `the slides are what they were`(language: Language) throws {
    try expectSnapshot(page(sampleReport(), language), "\(language.rawValue)-slides.html")
  }

  @Test(arguments: Language.allCases)
  func `simulated is called simulated on every slide, and real answers are not`(language: Language) throws {
    let words =
      language == .nl
      ? "Gesimuleerde gegevens, geen uitspraak over deze school" : "Simulated data, no statement about this school"
    let faces = try page(sampleReport(), language).components(of: "<div class=\"face\">").dropFirst()
    #expect(faces.count == 14)
    for face in faces { #expect(face.hasPrefix("\n<p class=\"simulated\">\(words)</p>")) }
    let real = try page(sampleReport(simulated: false), language)
    #expect(!real.lowercased().contains("imuleerd") && !real.contains("imulated data"))
  }

  @Test(arguments: Language.allCases)
  func `hostile names stay names`(language: Language) throws {
    let text = try page(hostileReport(), language)
    #expect(text.matches(of: /<script/).count == 1)
    #expect(!text.contains("alert(1)</script>") && !text.contains("\u{202E}"))
    #expect(!text.contains("onclick=\""))
    let ids = text.matches(of: #/\sid="([^"]*)"/#).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(id.utf8.allSatisfy { $0 == 45 || $0 == 95 || (48...57).contains($0) || (65...122).contains($0) })
    }
  }

  @Test(arguments: Language.allCases)
  func `the page asks for nothing, and every link leads somewhere`(language: Language) throws {
    let report = sampleReport()
    let files = Set(report.publication(in: language, forms: [.pages, .slides]).map(\.path))
    let text = try page(report, language)
    #expect(!text.contains("src=") && !text.contains("@import") && !text.contains("<link"))
    for match in text.matches(of: #/url\(([^)]*)\)/#) { #expect(match.1.hasPrefix("#")) }
    for match in text.matches(of: #/https?:[^"]*/#) { #expect(match.0 == "http://www.w3.org/2000/svg") }
    for match in text.matches(of: #/href="([^"]*)"/#) {
      let address = String(match.1)
      if address.hasPrefix("#") {
        #expect(text.contains(" id=\"\(address.dropFirst())\""), "\(address)")
      } else {
        #expect(files.contains(address), "\(address)")
      }
    }
    for match in text.matches(of: #/\s(?:aria-labelledby|for)="([^"]*)"/#) {
      for id in match.1.split(separator: " ") { #expect(text.contains(" id=\"\(id)\""), "\(id)") }
    }
  }

  @Test func `the script is small, and writes and calls no markup`() throws {
    let script = try #require(page().firstMatch(of: #/(?s)<script>(.*)</script>/#)).1
    #expect(script.utf8.count < 5000)
    for word in ["innerHTML", "eval", "Function", "insertAdjacent", "document.write", "fetch", "import", "setTimeout"] {
      #expect(!script.contains(word), "\(word)")
    }
  }

  @Test func `no unit is named beside the map`() throws {
    let report = sampleReport()
    let names = report.units.flatMap { [$0.name] + $0.also }
    let lines = try page(report).split(separator: "\n").filter { !$0.hasPrefix("<path fill=") }
    for line in lines { #expect(!names.contains { line.contains($0) }, "\(line)") }
    let map = try #require(page().split(separator: "\n").first { $0.contains("De Eik") })
    #expect(map.contains("De Eik: wel geantwoord, te weinig om te tonen"))
  }

  @Test(arguments: Language.allCases)
  func `the report leads to the slides where there are any, and they to the report`(language: Language) throws {
    func account(_ forms: PublicationForms) throws -> String {
      try #require(sampleReport().publication(in: language, forms: forms).first { $0.path == "account.html" }).text
    }
    let link = language == .nl ? "Dia&#39;s voor een presentatie" : "Slides for a presentation"
    #expect(try account([.pages, .slides]).contains("<a href=\"slides.html\">\(link) (slides.html)</a>"))
    #expect(try !account(.pages).contains("slides.html"))
    #expect(try page(sampleReport(), language).contains("<a href=\"index.html\">"))
    let alone = sampleReport().publication(in: language, forms: .slides)
    #expect(alone.map(\.path) == ["slides.html"])
    #expect(!alone[0].text.contains(".html\""))
  }

  @Test func `what the slides say of numbers is held against the record`() {
    let statements = sampleReport().edition(in: .nl, forms: .slides).statements
    let sources = statements.flatMap(\.numbers).map(\.source.text)
    #expect(sources.contains("ingest/ledger.csv rows where outcome = used"))
    #expect(sources.contains("match/ranking.csv acceptability where type = A and strategy = alone"))
    #expect(statements.allSatisfy { $0.missing.isEmpty })
  }
}

extension String {
  /// The text before, between and after a separator.
  fileprivate func components(of separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
