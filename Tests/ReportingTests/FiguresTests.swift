import Reporting
import Testing
import Texts

/// Figures in pages: their numbers one click away, and nothing drawn of what is not known or may not be told.
@Suite struct FiguresTests {
  private func text(_ report: Report, _ path: String, _ language: Language = .nl) throws -> String {
    try #require(report.publication(in: language).first { $0.path == path }, "\(path)").text
  }

  @Test(arguments: Language.allCases) func `every figure of a page has its numbers folded under it, or a link to them`(
    language: Language
  ) throws {
    let words = language == .nl ? "De cijfers bij deze figuur" : "The figures in this chart"
    for file in sampleReport().publication(in: language) where file.path.hasSuffix(".html") {
      let figures = file.text.split(separator: "<figure ").dropFirst()
      for figure in figures {
        let name = figure.prefix { $0 != ">" }
        if name.contains("figure-map") {
          #expect(figure.contains("<a href=\"units.html\">"))
        } else {
          let after = figure.split(separator: "</figure>", maxSplits: 1).last ?? ""
          #expect(after.hasPrefix("\n<details class=\"data\"><summary>\(words)"), "\(file.path) \(name)")
          #expect(after.contains("<tbody>"))
        }
      }
    }
  }

  @Test func `regions of tables on a page have names of their own`() throws {
    for file in sampleReport().publication(in: .nl) where file.path.hasSuffix(".html") {
      let names = file.text.matches(of: /role="region" aria-label="([^"]*)"/).map { String($0.1) }
      #expect(Set(names).count == names.count, "\(file.path): \(names)")
    }
  }

  @Test func `the report in Markdown holds the numbers of its figures`() throws {
    let markdown = try text(sampleReport(), "report.md")
    #expect(markdown.contains("![Hoe vaak elk type terugkomt](figures/stability.svg)"))
    #expect(markdown.contains("**De cijfers bij: Hoe vaak elk type terugkomt**"))
    #expect(markdown.contains("| A · Groot en doelgericht | 0,83 | stabiel |"))
  }

  @Test func `what is not known is not drawn`() {
    var report = sampleReport()
    report.clusterFigures = ClusterFigureFacts()
    report.decisionFigures = DecisionFigureFacts()
    report.answers = []
    for index in report.types.indices { report.types[index].stability = nil }
    let paths = report.publication(in: .nl).map(\.path)
    for name in ["silhouettes", "stability", "members", "value-size", "contributions-A", "answers-reading"] {
      #expect(!paths.contains("figures/\(name).svg"))
    }
  }

  @Test func `a type that may not be told of has no silhouettes, no place and no scores`() throws {
    var report = sampleReport()
    report.clusterFigures.silhouettes[1] = []
    let silhouettes = try text(report, "figures/silhouettes.svg")
    #expect(silhouettes.contains("Groot en doelgericht") && !silhouettes.contains(">Klein<"))
    #expect(!report.publication(in: .nl).contains { $0.path == "figures/contributions-B.svg" })
  }

  @Test func `how many units are not drawn is said beside the figure`() throws {
    let page = try text(sampleReport(), "account.html", .en)
    #expect(page.contains("Shown: 5\u{A0}schools. Not shown, because too few stand in their square: 1."))
  }

  @Test func `a criterion is drawn once, with the strategies that judge by each line`() throws {
    let page = try text(sampleReport(), "criteria.html")
    #expect(page.split(separator: "id=\"figure-value-").count == 2)
    #expect(page.contains(">1 Samen sterk</text>") && page.contains(">2 Zelf doen</text>"))
  }

  @Test func `criteria that hardly add stand together`() throws {
    var report = sampleReport()
    for strategy in 0...1 { report.decisionFigures.scores[0][strategy].contributions[1] = 0.02 }
    let figure = try text(report, "figures/contributions-A.svg")
    #expect(figure.contains("a Grootte</text>") && figure.contains("b andere criteria samen</text>"))
    #expect(!figure.contains("Rumoer"))
  }
}
