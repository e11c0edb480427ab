import Reporting
import Testing
import Texts

/// The page on which a reader finds a unit.
@Suite struct DirectoryTests {
  private func page(_ language: Language, _ change: (inout Report) -> Void = { _ in }) throws -> String {
    var report = sampleReport()
    change(&report)
    let file = try #require(report.publication(in: language).first { $0.path == "units.html" })
    return String(file.text.map { $0 == "\u{A0}" ? " " : $0 })
  }

  @Test func `each unit has a row with an anchor, its other names and what it can be filtered by`() throws {
    let text = try page(.nl)
    #expect(
      text.contains(
        "<tr id=\"unit-S1\" data-kind=\"0\" data-also=\"Basisschool Akker\"><th scope=\"row\">De Akker</th>"))
    #expect(text.contains("<tr id=\"unit-S5\" data-kind=\"few\"><th scope=\"row\">De Eik</th>"))
    #expect(text.contains("<option value=\"1\">Type B · Klein</option>"))
    #expect(text.contains("<option value=\"none\">niet geantwoord</option>"))
  }

  @Test func `rows stand under their letter, articles and accents aside`() throws {
    let text = try page(.en) { report in
      for (index, name) in ["Éénhoorn", "'s-Gravenhage", "’t Zand", "1e School", "Zand", "\u{05D0}", "Ærø"].enumerated()
      {
        report.units[index].name = name
      }
    }
    let ids = text.matches(of: /<tbody id="([^"]*)"/).map { String($0.1) }
    #expect(ids == ["letter-E", "letter-G", "letter-Z", "letter-other", "letter-A"])
    let under = try #require(text.split(separator: "<tbody id=\"letter-Z\"").last?.split(separator: "</tbody>").first)
    #expect(under.contains("’t Zand") && under.contains(">Zand<"))
  }

  @Test func `of a unit without answers an expectation is told, in steps of five, and called so`() throws {
    let text = try page(.nl)
    let row = try #require(text.split(separator: "\n").first { $0.contains("id=\"unit-S7\"") })
    #expect(
      row.contains(
        "<td colspan=\"3\">niet geantwoord; verwachting: van 100 scholen die hierop lijken, horen er ongeveer 70 bij type B en 30 bij "
          + "type A</td></tr>"))
    #expect(text.contains("Dat is geen meting."))
  }

  @Test func `at most three types are told, none of less than ten but the first, and none is certain`() throws {
    func row(_ shares: [Double]) throws -> String {
      let text = try page(.en) { report in
        report.units[6].expected = shares.enumerated().map { ExpectedShare(type: $0.offset % 2, share: $0.element) }
      }
      return String(try #require(text.split(separator: "\n").first { $0.contains("id=\"unit-S7\"") }))
    }
    #expect(try row([0.996, 0.004]).contains("about 95 are of type A</td>"))
    #expect(
      try row([0.3, 0.25, 0.2, 0.2]).contains("about 30 are of type A, 25 are of type B and 20 are of type A</td>"))
    #expect(try row([0.93, 0.07]).contains("about 95 are of type A</td>"))
    #expect(try row([0.87, 0.08]).contains("about 85 are of type A and 10 are of type B</td>"))
    #expect(try row([0.02]).contains("about 5 are of type A</td>"))
  }

  @Test(arguments: Language.allCases)
  func `where the register tells nothing, the shares of all are told with the reason`(language: Language) throws {
    let text = try page(language) { report in
      report.units[6].expected = []
      report.response.expectation?.isBetter = false
    }
    let row = try #require(text.split(separator: "\n").first { $0.contains("id=\"unit-S7\"") })
    let cell = language == .nl ? "niet geantwoord" : "did not answer"
    #expect(row.contains("<td colspan=\"3\">\(cell)</td>"))
    let words =
      language == .nl
      ? "Van alle scholen die wel antwoordden, hoort 50 % bij type A en 50 % bij type B."
      : "Of all schools that did answer, 50% are of type A and 50% are of type B."
    #expect(text.contains(words))
    #expect(text.contains(language == .nl ? "is niet te zeggen" : "cannot be told"))
  }

  @Test(arguments: Language.allCases)
  func `each page allows nothing from outside, and one page one script`(language: Language) throws {
    for file in sampleReport().publication(in: language) where file.path.hasSuffix(".html") {
      let policies = file.text.matches(of: /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/)
      let policy = try #require(policies.first.map { String($0.1) })
      let isSearch = file.path == "units.html"
      let rules = policy.split(separator: "; ").map { String($0) }
      #expect(
        rules.filter { !$0.hasPrefix("script-src") } == [
          "default-src 'none'", "style-src 'unsafe-inline'", "base-uri 'none'", "form-action 'none'",
        ])
      #expect(rules.contains { $0.hasPrefix("script-src 'sha256-") } == isSearch, "\(file.path)")
      #expect(file.text.contains("<script>") == isSearch)
      #expect(!file.text.contains("http://www") || file.text.contains("http://www.w3.org/2000/svg"))
    }
  }

  @Test func `the script is small, and writes and calls no markup`() throws {
    let text = try page(.nl)
    let script = try #require(text.firstMatch(of: #/(?s)<script>(.*)</script>/#)).1
    #expect(script.utf8.count < 4000)
    for word in ["innerHTML", "eval", "Function", "insertAdjacent", "document.write", "fetch", "import", "setTimeout"] {
      #expect(!script.contains(word), "\(word)")
    }
  }
}
