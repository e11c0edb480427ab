import Reporting
import Testing
import Texts

@Suite struct AccessibilityTests {
  private static let program = "Koers 0.1.0"

  // MARK: Status

  @Test func `people examined all and met all, and the checks of these pages found nothing: A`() {
    let (status, reasons) = sampleStatement(met: 50).status(program: Self.program, pages: ["index.html"])
    #expect(status == .full)
    #expect(reasons == [.evaluated(met: 50)])
  }

  @Test func `a requirement less is B`() {
    let (status, reasons) = sampleStatement(met: 49).status(program: Self.program, pages: ["index.html"])
    #expect(status == .partial)
    #expect(reasons == [.evaluated(met: 49)])
  }

  @Test func `a finding, a deviation, another version or other pages take the A away`() {
    var found = sampleStatement(met: 50)
    found.checks?.runs[0].findings = [AccessibilityFacts.Found(page: "nl/index.html", what: "too wide")]
    #expect(found.status(program: Self.program, pages: ["index.html"]).0 == .partial)
    #expect(found.status(program: Self.program, pages: ["index.html"]).1 == [.evaluated(met: 50), .unanswered(1)])
    var deviating = sampleStatement(met: 50)
    deviating.deviations = [sampleDeviation()]
    #expect(deviating.status(program: Self.program, pages: ["index.html"]).0 == .partial)
    let older = sampleStatement(met: 50).status(program: "Koers 0.2.0", pages: ["index.html"])
    #expect(older.0 == .partial)
    #expect(older.1 == [.evaluated(met: 50), .checkedOther])
    let more = sampleStatement(met: 50).status(program: Self.program, pages: ["index.html", "units.html"])
    #expect(more.0 == .partial)
    #expect(more.1 == [.evaluated(met: 50), .checkedOther])
  }

  @Test func `without checks an examination by people gives no more than C`() {
    var facts = sampleStatement(met: 50)
    facts.checks = nil
    let (status, reasons) = facts.status(program: Self.program, pages: ["index.html"])
    #expect(status == .firstMeasures)
    #expect(reasons == [.evaluated(met: 50), .notChecked])
  }

  @Test(arguments: [("2020-07-01", true), ("2021-01-01", true), ("2021-01-02", false), ("2020-06-30", false)])
  func `an examination within six months gives C`(planned: String, isSoon: Bool) {
    var facts = sampleStatement(met: nil)
    facts.planned = planned
    let (status, reasons) = facts.status(program: Self.program, pages: ["index.html"])
    #expect(status == (isSoon ? .firstMeasures : .none))
    #expect(reasons == [.notEvaluated, isSoon ? .planned(planned) : .notPlanned])
  }

  @Test(arguments: [("2017-07-01", true), ("2017-06-30", false)])
  func `an examination counts for three years`(date: String, counts: Bool) {
    var facts = sampleStatement(met: 50)
    facts.evaluation?.date = date
    let (status, reasons) = facts.status(program: Self.program, pages: ["index.html"])
    #expect(status == (counts ? .full : .none))
    #expect(reasons == (counts ? [.evaluated(met: 50)] : [.outdated(date), .notPlanned]))
  }

  @Test func `nobody examined everything and nobody will: D`() {
    var facts = sampleStatement(met: nil)
    facts.checks = nil
    let (status, reasons) = facts.status(program: Self.program, pages: ["index.html"])
    #expect(status == .none)
    #expect(reasons == [.notEvaluated, .notPlanned, .notChecked])
  }

  @Test func `a finding to which no deviation answers takes the C away`() {
    var facts = sampleStatement(met: nil)
    facts.planned = "2020-11-01"
    facts.checks?.runs[0].findings = [AccessibilityFacts.Found(page: "nl/index.html", what: "too wide")]
    let open = facts.status(program: Self.program, pages: ["index.html"])
    #expect(open.0 == .none)
    #expect(open.1 == [.notEvaluated, .planned("2020-11-01"), .unanswered(1)])
    facts.deviations = [sampleDeviation()]
    let answered = facts.status(program: Self.program, pages: ["index.html"])
    #expect(answered.0 == .firstMeasures)
    #expect(answered.1 == [.notEvaluated, .planned("2020-11-01")])
  }

  // MARK: The page

  @Test func `the statement is a page of its own, linked at the foot of every page`() throws {
    var report = sampleReport()
    #expect(!report.publication(in: .nl).contains { $0.path == "accessibility.html" })
    report.accessibility = sampleStatement(met: nil)
    let files = report.publication(in: .nl)
    for page in files where page.path.hasSuffix(".html") {
      let foot = try #require(page.text.split(separator: "<footer>").last)
      #expect(foot.contains("<a href=\"accessibility.html\">Toegankelijkheidsverklaring</a>"), "\(page.path)")
    }
    let statement = try #require(files.first { $0.path == "accessibility.html" }).text
    #expect(statement.contains("<strong>Status D: voldoet niet.</strong>"))
    #expect(
      statement.contains(
        "<a href=\"mailto:hulp@example.org\">hulp@example.org</a>. U krijgt antwoord binnen 10 werkdagen."))
    #expect(statement.contains("1 juli 2020"))
    #expect(statement.contains("Dit is een voorbeeld: de gegevens zijn gesimuleerd"))
  }

  @Test(arguments: Language.allCases)
  func `the statement is what it was`(language: Language) throws {
    var report = sampleReport(simulated: false)
    var facts = sampleStatement(met: 47)
    facts.deviations = [sampleDeviation()]
    facts.measures = [Wording(nl: "Wij controleren elke uitgave.", en: "We check every edition.")]
    facts.checks?.runs[0].findings = [AccessibilityFacts.Found(page: "nl/index.html", what: "is 340 px wide")]
    facts.checks?.runs[0].undecided = [AccessibilityFacts.Undecided(rule: "color-contrast", pages: 3)]
    report.accessibility = facts
    let file = try #require(report.publication(in: language).first { $0.path == "accessibility.html" })
    let main = try #require(file.text.split(separator: "<main", omittingEmptySubsequences: false).last)
    try expectSnapshot(String(main), "\(language.rawValue)-accessibility.html")
  }

  @Test func `the statement says for which version the pages were checked`() throws {
    var report = sampleReport()
    report.accessibility = sampleStatement(met: nil)
    report.accessibility?.checks?.program = "Koers 9.9.9"
    let page = try #require(report.publication(in: .en).first { $0.path == "accessibility.html" }).text
    #expect(page.contains("The pages were checked for Koers 9.9.9. This publication was made with Koers"))
  }

  @Test func `without checks the statement says that no program checked the pages`() throws {
    var report = sampleReport()
    report.accessibility = sampleStatement(met: nil)
    report.accessibility?.checks = nil
    let page = try #require(report.publication(in: .en).first { $0.path == "accessibility.html" }).text
    #expect(page.contains("Nor did a program check the pages."))
    #expect(!page.contains("<table>\n<caption>The checks"))
  }

  @Test(arguments: Language.allCases)
  func `nothing that somebody typed becomes a script`(language: Language) throws {
    let evil = "<script>alert(1)</script>\"'&"
    let wording = Wording(same: evil)
    var report = sampleReport()
    report.accessibility = AccessibilityFacts(
      organisation: wording, scope: wording, contact: evil, answerWithin: 1, date: evil, signedBy: wording,
      evaluation: .init(by: wording, date: evil, met: 1, report: evil), planned: evil, measures: [wording],
      deviations: [
        .init(
          criterion: evil, what: wording, cause: wording, effect: wording, alternative: wording, measure: wording,
          until: evil, checks: [evil])
      ],
      checks: .init(
        program: evil, pages: [language: [evil]],
        runs: [
          .init(
            id: evil, tool: evil, checked: 1, widths: [1], undecided: [.init(rule: evil, pages: 1)],
            findings: [.init(page: evil, what: evil)])
        ]))
    for file in report.publication(in: language) {
      #expect(!file.text.contains("<script>alert"), "\(file.path)")
    }
  }
}

/// A statement of the first of July 2020, with two checks that found nothing.
private func sampleStatement(met: Int?) -> AccessibilityFacts {
  AccessibilityFacts(
    organisation: Wording(nl: "Vereniging van scholen", en: "Association of schools"), contact: "hulp@example.org",
    answerWithin: 10, date: "2020-07-01", signedBy: Wording(nl: "de directeur", en: "the director"),
    evaluation: met.map { .init(by: Wording(same: "Bureau X"), date: "2020-06-01", met: $0) },
    checks: .init(
      program: "Koers 0.1.0", pages: [.nl: ["index.html"], .en: ["index.html"]],
      runs: [
        .init(id: "reflow", tool: "Chromium 120", checked: 2, widths: [320]),
        .init(id: "axe", tool: "axe-core 4.10.0", checked: 2, widths: [390, 1280]),
      ]))
}

private func sampleDeviation() -> AccessibilityFacts.Deviation {
  AccessibilityFacts.Deviation(
    criterion: "1.4.10", what: Wording(nl: "Een brede tabel", en: "A wide table"),
    cause: Wording(nl: "Veel kolommen", en: "Many columns"),
    effect: Wording(nl: "U moet schuiven", en: "You must scroll"),
    alternative: Wording(nl: "Het bestand", en: "The file"),
    measure: Wording(nl: "Minder kolommen", en: "Fewer columns"),
    until: "2020-12-01", checks: ["reflow"])
}
