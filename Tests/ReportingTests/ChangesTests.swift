import Reporting
import Testing
import Texts

@Suite struct ChangesTests {
  private func report(_ change: (inout ChangeFacts) -> Void = { _ in }) -> Report {
    var report = sampleReport()
    var changes = sampleChanges()
    change(&changes)
    report.changes = changes
    return report
  }

  /// The part of the Markdown that is about changes.
  private func text(_ report: Report, _ language: Language) throws -> String {
    let markdown = try #require(report.publication(in: language).first { $0.path == "report.md" }).text
    let title = language == .nl ? "## Sinds de vorige peiling" : "## Since the last survey"
    let next = language == .nl ? "## Verantwoording" : "## Account"
    let start = try #require(markdown.firstRange(of: title))
    let end = try #require(markdown.firstRange(of: next))
    return String(markdown[start.lowerBound..<end.lowerBound])
  }

  @Test(arguments: Language.allCases)
  func `the page of changes says what it said`(language: Language) throws {
    try expectSnapshot(try text(report(), language), "\(language.rawValue)-changes.md")
  }

  @Test(arguments: Language.allCases)
  func `without an earlier wave there is no page and no link to one`(language: Language) {
    for file in sampleReport().publication(in: language) {
      #expect(file.path != "changes.html")
      #expect(!file.text.contains("changes.html"), "\(file.path)")
    }
  }

  @Test(arguments: Language.allCases)
  func `with an earlier wave each page leads to the page of changes`(language: Language) throws {
    let files = report().publication(in: language)
    #expect(files.contains { $0.path == "figures/flows.svg" })
    for file in files where file.path.hasSuffix(".html") {
      #expect(file.text.contains("href=\"changes.html\""), "\(file.path)")
    }
    let page = try #require(files.first { $0.path == "changes.html" }).text
    for match in page.matches(of: /href="([^"#]+\.html)(?:#([^"]*))?"/) where !match.1.hasPrefix("../") {
      let target = try #require(files.first { $0.path == match.1 }, "\(match.1)")
      if let anchor = match.2 { #expect(target.text.contains("id=\"\(anchor)\""), "\(match.0)") }
    }
  }

  @Test(arguments: Language.allCases)
  func `names and questions never become markup, and simulated is called simulated`(language: Language) throws {
    let files = report().publication(in: language)
    let page = try #require(files.first { $0.path == "changes.html" }).text
    #expect(page.contains("De &lt;Den&gt;") && !page.contains("<Den>"))
    #expect(!page.contains("<hardop>") && !page.contains("<aloud>"))
    let words = language == .nl ? "esimuleerde gegevens" : "imulated data"
    #expect(page.contains(words))
  }

  @Test(arguments: Language.allCases)
  func `when nothing changed the page says so`(language: Language) throws {
    let still = report { changes in
      for index in changes.estimates.indices { changes.estimates[index].isChanged = false }
      changes.notCompared = []
      changes.movements.stayed = 4
      changes.movements.withinNoise = 0
      changes.movements.movers = []
      changes.movements.followed = 0
      changes.movements.mergedOfSeveral = 0
      changes.origins = [.kept(from: 0), .kept(from: 1)]
    }
    let text = try text(still, language)
    let dutch = [
      "Van de 3 uitkomsten die ook in de vorige peiling (2021, stand van 1 maart 2021) staan, is er geen aantoonbaar",
      "veranderd. Alle twee typen waren er toen ook al. Van de 4\u{A0}scholen waarvan het type in beide peilingen is",
      "getoond, ging er geen naar een ander type op een manier die toeval niet verklaart.",
    ]
    let english = [
      "Of the 3 results that the last survey (2021, as of 1 March 2021) gave as well, none demonstrably changed. All",
      "two types were there then as well. Of the 4\u{A0}schools whose type was shown in both surveys, none moved to",
      "another type in a way that chance does not explain.",
    ]
    let wanted = (language == .nl ? dutch : english).joined(separator: " ")
    #expect(text.contains(wanted))
    #expect(!text.contains(language == .nl ? "Niet vergeleken" : "Not compared"))
  }

  @Test(arguments: Language.allCases)
  func `when no question and no unit can be compared the page is still whole`(language: Language) throws {
    let empty = report { changes in
      changes.estimates = []
      changes.types = []
      changes.origins = [.new, .new]
      changes.flows = []
      changes.movements = MovementFacts(stayed: 0, withinNoise: 0, expectedByNoise: 0, movers: [])
      changes.hasSameFeatures = false
    }
    let files = empty.publication(in: language)
    #expect(!files.contains { $0.path == "figures/flows.svg" })
    let text = try text(empty, language)
    #expect(text.contains(language == .nl ? "Geen enkele vraag is" : "No question was put"))
    #expect(text.contains(language == .nl ? "met andere kenmerken gemaakt" : "made from other features"))
    #expect(text.contains(language == .nl ? "Geen van de twee typen was er toen ook al." : "None of the two types was"))
  }

  // MARK: - What a comparison found

  @Test func `causes of few units are counted together, so that no mover's cause follows`() {
    func told(_ counts: [CauseCount.Cause: Int]) -> [CauseCount]? { CauseCount.publishable(counts, least: 3) }
    #expect(told([.answers: 7, .officials: 4]) == [CauseCount(.answers, 7), CauseCount(.officials, 4)])
    // Two and one together are three.
    #expect(
      told([.answers: 7, .officials: 4, .register: 2, .merger: 1]) == [
        CauseCount(.answers, 7), CauseCount(.officials, 4), CauseCount(.others, 3),
      ])
    // One alone is too few, and takes the next smallest along.
    #expect(
      told([.answers: 7, .officials: 4, .register: 1]) == [CauseCount(.answers, 7), CauseCount(.others, 5)])
    // Everybody would know the cause of every mover.
    #expect(told([.answers: 12]) == nil)
    #expect(told([.answers: 12, .officials: 1]) == nil)
    #expect(told([.answers: 2, .officials: 2]) == nil)
    #expect(told([:]) == nil)
    // Equals stand in the order of the causes.
    #expect(told([.answers: 5, .officials: 5])?.map(\.cause) == [.officials, .answers])
  }

  @Test func `however causes are spread, two groups or more of three or more are told, and they add up`() {
    for first in 0...7 {
      for second in 0...7 {
        for third in 0...7 {
          let counts: [CauseCount.Cause: Int] = [.officials: first, .answers: second, .merger: third]
          guard let told = CauseCount.publishable(counts, least: 3) else { continue }
          #expect(told.count > 1 && told.allSatisfy { $0.units >= 3 })
          #expect(told.reduce(0) { $0 + $1.units } == first + second + third)
        }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `where causes may not be told, the page says so and names none`(language: Language) throws {
    let withheld = report { $0.comparison?.causes = nil }
    let found = try text(withheld, language)
    let phrases = Phrases(language, units: withheld.unitWords)
    #expect(found.contains(phrases.causesWithheld))
    #expect(!found.contains(phrases.cause("officials")))
    #expect(!found.contains(phrases.cause("others")))
  }

  @Test(arguments: Language.allCases)
  func `when nothing drifted and the questions stayed, the page says the one and not the other`(
    language: Language
  ) throws {
    let calm = report { facts in
      facts.comparison?.drift.removeAll { $0.hasDrifted || $0.reason != .answers }
      facts.comparison?.transitions.removeFirst()
    }
    let found = try text(calm, language)
    let phrases = Phrases(language, units: calm.unitWords)
    #expect(found.contains(phrases.nothingDrifted))
    #expect(!found.contains(phrases.questionnaireDrift))
    #expect(!found.contains(phrases.allWaves))
  }
}
