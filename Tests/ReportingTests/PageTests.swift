import Reporting
import Testing
import Texts

/// What the pages of one type and one strategy say, and the list of all units.
@Suite struct PageTests {
  private func page(_ path: String, _ language: Language = .nl, _ report: Report = sampleReport()) throws -> String {
    let file = try #require(report.publication(in: language).first { $0.path == path })
    return String(file.text.map { $0 == "\u{A0}" ? " " : $0 })
  }

  @Test func `the portrait of a type is one paragraph`() throws {
    #expect(
      try page("type-A.html").contains(
        "<p>Vergeleken met de gemiddelde school scoort dit type duidelijk hoger op ‘Leerlingen’, en wat hoger op ‘Doel’.</p>"
      ))
    #expect(
      try page("type-B.html", .en).contains(
        "<p>Compared with the average school this type scores clearly lower on ‘Pupils’, and somewhat lower on ‘Goal’.</p>"
      ))
  }

  @Test func `high and low, and groups, are told one after the other`() throws {
    var report = sampleReport()
    report.types[0].profile = [1.2, -0.4, 0.5]
    report.features[2].isGroup = true
    report.features[2].label = Wording(nl: "Landsdeel: Zuid", en: "Part: South")
    #expect(
      try page("type-A.html", .nl, report).contains(
        "duidelijk hoger op ‘Leerlingen’. Het scoort wat lager op ‘Doel’. De scholen van dit type horen vaker bij "
          + "‘Zuid (landsdeel)’.</p>"))
  }

  @Test func `the classes that hold more or fewer of a type are named beside all, and small ones are not`() throws {
    let text = try page("type-A.html")
    #expect(
      text.contains(
        "<strong>Grootte</strong>: vaker ‘Groot’ (92 %, tegen 46 % van alle); minder vaak ‘Klein’ (0 %, tegen 46 % van alle)."
      ))
    #expect(!text.contains("‘Reusachtig’"))
    #expect(text.contains("<tr><th scope=\"row\">Reusachtig</th><td class=\"n\">–</td><td class=\"n\">–</td>"))
  }

  @Test func `a departure is counted in standard errors of a draw without replacement`() {
    // 13 of 26 units, a class of 12: expected 6, variance 13 * (12/26) * (14/26) * 13/25 = 1.68.
    let spread = SpreadFacts(
      label: Wording(same: "x"),
      rows: [
        SpreadFacts.Row(label: Wording(same: "a"), own: 0, all: 12),
        SpreadFacts.Row(label: Wording(same: "b"), own: 13, all: 14),
      ])
    #expect(abs(spread.departure(of: spread.rows[0]) + 6 / 1.68.squareRoot()) < 1e-12)
    #expect(abs(spread.departure(of: spread.rows[1]) - 6 / 1.68.squareRoot()) < 1e-12)
    let all = SpreadFacts(
      label: Wording(same: "x"), rows: [SpreadFacts.Row(label: Wording(same: "a"), own: 4, all: 4)])
    #expect(all.departure(of: all.rows[0]) == 0)
    let none = SpreadFacts(label: Wording(same: "x"), rows: [])
    #expect(none.departure(of: SpreadFacts.Row(label: Wording(same: "a"), own: 0, all: 0)) == 0)
  }

  @Test func `the most typical units are named in the order of their names`() throws {
    #expect(
      try page("type-A.html").contains("Het meest kenmerkend voor dit type zijn De Akker en De Beuk, van A tot Z."))
    #expect(try page("type-B.html", .en).contains("The most typical of this type is De &lt;Den&gt;."))
  }

  @Test(arguments: Language.allCases)
  func `a type of which nothing may be told has a page that says so`(language: Language) throws {
    let report = silentReport()
    let told = try page("type-A.html", language, report)
    let why = language == .nl ? "te weinig scholen of mensen om meer te tonen" : "Too few schools or people"
    #expect(told.contains(why))
    for chapter in ["spread", "preconditions", "why", "doing-nothing", "fields"] {
      #expect(!told.contains("<section id=\"\(chapter)\""), "\(chapter)")
    }
    let empty = try page("type-B.html", language, report)
    #expect(
      empty.contains(language == .nl ? "hoort geen enkele school bij dit type" : "no school belongs to this type"))
    let overview = try page("index.html", language, report)
    let wrong = language == .nl ? "Geen van de strategieën past" : "None of the strategies fits"
    #expect(!overview.contains(wrong) && !told.contains(wrong))
  }

  @Test func `the page of a strategy tells for which types it fits and why`() throws {
    let text = try page("strategy-alone.html")
    #expect(text.contains("Groot en doelgericht</a></th><td>duidelijke winnaar</td><td class=\"n\">0,71</td>"))
    #expect(text.contains("Klein</a></th><td>2e plaats, geen duidelijke winnaar</td>"))
    #expect(text.contains("Groot en doelgericht</a>: dat komt vooral door ‘Grootte’.</li>"))
    #expect(text.contains("Groot en doelgericht</a>: taal (geen duidelijke winnaar)</li>"))
    #expect(text.contains("Groot en doelgericht</a>: een leescoördinator; er zijn boeken.</li>"))
    let next = try page("strategy-together.html", .en)
    #expect(next.contains("Large and purposeful</a>: comes after ‘Do it yourself’, mostly because of ‘Size’.</li>"))
  }

  @Test func `types and strategies lead to their neighbours`() throws {
    let first = try page("type-A.html")
    #expect(first.contains("<a rel=\"next\" href=\"type-B.html\"><span>Volgende</span> Type B · Klein</a>"))
    #expect(!first.contains("rel=\"prev\""))
    let last = try page("strategy-together.html", .en)
    #expect(last.contains("<a rel=\"prev\" href=\"strategy-alone.html\"><span>Previous</span> Do it yourself</a>"))
    #expect(!last.contains("rel=\"next\""))
    #expect(!(try page("criteria.html").contains("class=\"neighbours\"")))
  }
}
