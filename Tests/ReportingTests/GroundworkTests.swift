import Reporting
import Testing
import Texts

/// What the report says about everything between the answers and the types.
@Suite struct GroundworkTests {
  /// A file of the sample publication, with ordinary spaces in place of those that do not break.
  private func text(_ language: Language, _ path: String, _ change: (inout Report) -> Void = { _ in }) throws -> String
  {
    var report = sampleReport()
    change(&report)
    let file = try #require(report.publication(in: language).first { $0.path == path })
    return String(file.text.map { $0 == "\u{A0}" ? " " : $0 })
  }

  private func anchors(_ text: String) -> [String] {
    text.matches(of: /<section id="([^"]*)"/).map { String($0.1) }
  }

  @Test func `every part has its chapter, in this order`() throws {
    #expect(
      anchors(try text(.nl, "account.html")) == [
        "evidence", "second-opinions", "sensitivity", "external-validation", "response", "response-by-class",
        "weighting", "aggregation", "indices", "features", "components", "wave-fitness",
        "disclosure", "making",
      ])
    #expect(anchors(try text(.nl, "index.html")) == ["in-short", "overview", "map", "fields", "working-group"])
    #expect(anchors(try text(.nl, "results.html")) == ["results", "answers", "data-fitness"])
    #expect(
      anchors(try text(.nl, "type-A.html")) == [
        "portrait", "spread", "members", "strategy", "preconditions", "first-steps", "why", "doing-nothing", "fields",
      ])
    #expect(
      anchors(try text(.nl, "strategy-alone.html")) == [
        "about", "types", "needs", "first-steps", "risks", "pitfalls", "criteria",
      ])
  }

  @Test func `a wave without published figures speaks of none`() throws {
    let published = try text(.nl, "results.html")
    #expect(published.contains("Zo zijn ook de gepubliceerde cijfers gemaakt."))
    #expect(published.contains("Alle andere vragen"))
    for (language, all, word) in [(Language.nl, "Alle uitkomsten", "ubliceerd"), (.en, "All results", "ublished")] {
      let page = try text(language, "results.html") { $0.results = [] }
      #expect(page.contains(all))
      let chapter = try #require(page.part(after: "<section id=\"results\"", before: "<section id=\"answers\""))
      #expect(!chapter.contains(word), "\(language)")
    }
  }

  @Test(arguments: Language.allCases)
  func `what was not computed is left out`(language: Language) throws {
    let account = try text(language, "account.html") {
      $0.groundwork = GroundworkFacts()
      $0.robustness = RobustnessFacts()
    }
    #expect(anchors(account) == ["evidence", "response", "features", "making"])
    #expect(
      anchors(try text(language, "results.html") { $0.groundwork = GroundworkFacts() }) == ["results", "answers"])
  }

  @Test func `sizes that count the shown units alone say so`() throws {
    let words = "De grootte van elk type telt alleen de scholen waarvan het type te zien is."
    #expect(try !text(.nl, "account.html").contains(words))
    let account = try text(.nl, "account.html") { $0.groundwork.disclosure?.countsShownUnitsOnly = true }
    #expect(account.contains(words))
  }

  @Test(arguments: Language.allCases)
  func `what an estimate is about stands in the head of every column of estimates`(language: Language) throws {
    let page = try text(language, "results.html")
    let names =
      language == .nl
      ? ["Onder de respondenten (ongewogen)", "De gemiddelde school (gewogen)", "Naar inwoners (gewogen)"]
      : ["Among the respondents (unweighted)", "The average school (weighted)", "By inhabitants (weighted)"]
    for name in names { #expect(page.contains("<th scope=\"col\" class=\"n\">\(name)</th>"), "\(name)") }
    let caption =
      language == .nl
      ? "Aantal leerlingen · onder de respondenten (ongewogen)"
      : "Number of pupils · among the respondents (unweighted)"
    #expect(page.contains("<caption>\(caption)</caption>"))
  }

  @Test func `a withheld cell has a mark, and the mark a reason`() throws {
    let page = try text(.nl, "report.md")
    #expect(page.contains("| Wij lezen elke dag: (Zeer) mee eens | 70 % | 90 % | –¹ | –² |"))
    #expect(
      page.contains(
        "–¹ gaat over minder dan vijf mensen, of zou verraden wat bijna iedereen antwoordde. –² met dit getal zou een andere cel uit te rekenen zijn."
      ))
  }

  @Test func `the reason why a wave is not fit for a use names the number and the need`() throws {
    let page = try text(.nl, "report.md")
    #expect(
      page.contains(
        "- **Cijfers per grootte: geschikt, met voorzichtigheid**: Er zijn 9 antwoorden bij ‘Klein’, en 30 zijn nodig. "
          + "De betrouwbaarheid bij ‘Gevoelige gegevens’ is 0,52, en 0,60 is nodig. "
          + "Niet bekend: betrouwbaarheid van het gemiddelde per school, ICC(2).\n"))
    #expect(page.contains("Vier van de vier eisen en wensen zijn niet gehaald. Er is geen eerdere peiling"))
  }

  @Test func `the weakest index is named`() throws {
    #expect(
      try text(.en, "report.md").contains("The weakest is ‘Sensitive data’ with 0.52: read this index with care."))
    let strong = try text(.nl, "report.md") { $0.groundwork.reliability.removeLast() }
    #expect(strong.contains("Ook de zwakste index, ‘Doel’, haalt dat met 0,81."))
  }

  @Test func `weights that did not come to rest are told with the difference that is left`() throws {
    let page = try text(.nl, "report.md") {
      $0.groundwork.weighting?.converged = false
      $0.groundwork.weighting?.largestDifference = 0.0123
    }
    #expect(page.contains("Na 12 rondes klopte het nog niet: het grootste verschil met het register is 1,23 %."))
  }

  @Test func `pooling, functions and screening are told only when they were asked for`() throws {
    let page = try text(.nl, "account.html") {
      $0.groundwork.aggregation?.pooling = []
      $0.groundwork.aggregation?.adjusted = []
      $0.groundwork.features.screening = []
      $0.groundwork.features.fit = .refitted
    }
    #expect(!page.contains("hulp van de groep"))
    #expect(page.contains("De uitkomsten zijn daar niet voor aangepast."))
    #expect(page.contains("Geen enkel kenmerk is bijna gelijk aan een ander"))
    #expect(page.contains("De bewerkingen zijn op deze peiling afgesteld."))
  }

  @Test func `the phrases know no other unit than that of the pipeline`() throws {
    for path in ["index.html", "account.html", "units.html", "type-A.html", "strategy-alone.html", "results.html"] {
      #expect(!(try text(.nl, path).lowercased().contains("gemeente")), "\(path)")
      #expect(!(try text(.en, path).lowercased().contains("municipalit")), "\(path)")
    }
  }
}

extension String {
  /// The part of the text between two others.
  fileprivate func part(after first: String, before last: String) -> Substring? {
    guard let start = firstRange(of: first)?.upperBound, let end = self[start...].firstRange(of: last)?.lowerBound
    else {
      return nil
    }
    return self[start..<end]
  }
}
