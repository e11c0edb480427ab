import Reporting
import Testing
import Texts

@Suite struct PublicationTests {
  private static let pages = [
    "account.html", "criteria.html", "index.html", "results.html", "strategy-alone.html", "strategy-together.html",
    "type-A.html", "type-B.html", "units.html",
  ]

  @Test(arguments: Language.allCases)
  func `a publication is its pages, the same in Markdown, and its figures`(language: Language) {
    let paths = sampleReport().publication(in: language, data: ["types.csv"]).map(\.path)
    #expect(paths.filter { $0.hasSuffix(".html") } == Self.pages)
    #expect(
      paths.filter { !$0.hasSuffix(".html") } == [
        "figures/answers-other.svg", "figures/answers-reading.svg", "figures/components.svg",
        "figures/contributions-A.svg", "figures/evidence.svg", "figures/map.svg", "figures/members.svg",
        "figures/profile-A.svg", "figures/profile-B.svg", "figures/ranking-A.svg", "figures/ranking-B.svg",
        "figures/results.svg", "figures/risks.svg", "figures/silhouettes.svg", "figures/stability.svg",
        "figures/value-size.svg", "report.md",
      ])
  }

  @Test(arguments: Language.allCases)
  func `pages and Markdown can each be left out, and the figures come with either`(language: Language) {
    let all = sampleReport().publication(in: language)
    let figures = all.filter { $0.path.hasPrefix("figures/") }
    let pages = all.filter { $0.path.hasSuffix(".html") }
    let markdown = all.filter { $0.path == "report.md" }
    #expect(Set(sampleReport().publication(in: language, forms: .pages)) == Set(figures + pages))
    #expect(Set(sampleReport().publication(in: language, forms: .markdown)) == Set(figures + markdown))
    #expect(sampleReport().publication(in: language, forms: []).isEmpty)
  }

  @Test(arguments: Language.allCases)
  func `the workbook is the first of the downloads, on the page and in Markdown`(language: Language) throws {
    let files = sampleReport().publication(in: language, data: ["types.csv"], workbook: "bomen-2021.xlsx")
    let page = try #require(files.first { $0.path == "account.html" }).text
    let words =
      language == .nl ? "Alle tabellen in één werkmap voor Excel" : "All tables in one workbook for Excel"
    let link = try #require(page.firstRange(of: "<a href=\"bomen-2021.xlsx\">\(words) (bomen-2021.xlsx)</a>"))
    let table = try #require(page.firstRange(of: "<a href=\"data/types.csv\">"))
    #expect(link.upperBound < table.lowerBound)
    let markdown = try #require(files.first { $0.path == "report.md" }).text
    #expect(markdown.contains("[\(words) (bomen-2021.xlsx)](bomen-2021.xlsx)"))
  }

  @Test(arguments: Language.allCases, pages + ["report.md"])
  func `each page is what it was`(language: Language, path: String) throws {
    let files = sampleReport().publication(in: language, data: ["types.csv"])
    let file = try #require(files.first { $0.path == path })
    try expectSnapshot(file.text, "\(language.rawValue)-\(path)")
  }

  @Test(arguments: Language.allCases)
  func `simulated is called simulated on every page and figure`(language: Language) {
    let words =
      language == .nl
      ? "esimuleerde gegevens, geen uitspraak over deze school" : "imulated data, no statement about this school"
    for file in sampleReport().publication(in: language) {
      let text = file.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if file.path.hasSuffix(".svg") {
        // A figure may break the line between two words.
        for word in words.split(separator: " ") {
          #expect(text.contains(word), "\(file.path)")
        }
      } else {
        #expect(text.contains(words), "\(file.path)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `a report of real answers says nothing about simulation`(language: Language) {
    var report = sampleReport(simulated: false)
    report.wave.about = nil
    for file in report.publication(in: language) {
      #expect(!file.text.lowercased().contains("imuleerd"), "\(file.path)")
      #expect(!file.text.contains("imulated data"), "\(file.path)")
    }
  }

  @Test(arguments: Language.allCases)
  func `a name can never become a script`(language: Language) {
    for file in sampleReport().publication(in: language) {
      let scripts = file.text.matches(of: /<script/).count
      #expect(scripts == (file.path == "units.html" ? 1 : 0), "\(file.path)")
      #expect(!file.text.contains("<Den>"), "\(file.path)")
    }
  }

  @Test(arguments: Language.allCases)
  func `a unit with too few answers has no type on any page`(language: Language) throws {
    let words = language == .nl ? "wel geantwoord, te weinig om te tonen" : "answered, too few to show"
    let files = sampleReport().publication(in: language)
    let units = try #require(files.first { $0.path == "units.html" }).text
    let row = try #require(units.split(separator: "\n").first { $0.contains("De Eik") })
    #expect(row.contains(words))
    #expect(!row.contains("badge"))
    let index = try #require(files.first { $0.path == "index.html" }).text
    let lines = index.split(separator: "\n").filter { $0.contains("De Fijnspar") }
    #expect(lines.isEmpty)
  }

  @Test func `both ledgers are printed with their sums`() throws {
    let files = sampleReport().publication(in: .nl)
    let text = try #require(files.first { $0.path == "report.md" }).text
    #expect(text.contains("| Gebruikt | 21 |\n| Dubbel | 1 |\n| Hoort niet bij een school | 2 |\n| Samen | 24 |"))
    #expect(text.contains("| Antwoordde | 6 |\n| Antwoordde niet | 1 |\n| Samen | 7 |"))
  }
}
