import Reporting
import Testing
import Texts

@Suite struct DecisionTests {
  private func page(_ report: Report, _ language: Language = .nl) throws -> String {
    try #require(report.publication(in: language).first { $0.path == "report.md" }).text
  }

  @Test func `a report without the new tables says nothing of them`() throws {
    var report = sampleReport()
    report.reliefRanges = nil
    report.making.leastInField = nil
    for index in report.types.indices {
      report.types[index].decision = nil
      report.types[index].relief = []
      for place in report.types[index].ranking.indices { report.types[index].ranking[place].vetoShare = nil }
    }
    for index in report.criteria.indices {
      report.criteria[index].origin = nil
      report.criteria[index].inFields = nil
    }
    for index in report.fields.indices {
      report.fields[index].grounds = nil
      report.fields[index].isPooled = nil
      report.fields[index].respondents = nil
    }
    let text = try page(report)
    for words in [
      "Waarom niet", "omkeren", "TOPSIS", "uit de catalogus", "zou ‘Samen sterk’", "mensen, weinig",
      "Waarop de keuzes",
    ] {
      let isSaid = text.contains(words)
      #expect(!isSaid, "\(words)")
    }
    #expect(text.contains("| Pakt de strategie dit aan? |"))
    #expect(text.contains("| Rekenen | Samen sterk (70\u{A0}van\u{A0}100) | – |"))
  }

  @Test func `the strategy without limits is told with why it is ruled out`() throws {
    var report = sampleReport()
    report.types[0].decision?.unvetoed = DecisionFacts.Unvetoed(strategy: 1, score: 0.9)
    report.types[0].ranking[1].veto = Wording(nl: "Daar is de school te klein voor.", en: "The school is too small.")
    #expect(
      try page(report).contains(
        "Zonder de harde grens zou ‘Samen sterk’ bovenaan staan. Waarom zij afvalt: Daar is de school te klein voor."))
    #expect(
      try page(report, .en).contains(
        "Without the hard limit ‘Join forces’ would come first. Why it is ruled out: The school is too small."))
  }

  @Test func `a type without any strategy tells which would come first without limits`() throws {
    var report = sampleReport()
    report.types[1].verdict = .none
    report.types[1].decision = DecisionFacts(unvetoed: DecisionFacts.Unvetoed(strategy: 0), flips: [])
    let text = try page(report)
    let sentence = "Geen van de strategieën past bij dit type.\n\nZonder de harde grens zou ‘Zelf doen’ bovenaan staan."
    #expect(text.contains(sentence))
  }

  @Test func `the points are said to come from the people who weighed`() throws {
    var report = sampleReport()
    report.making.persons = 3
    let words = "De punten komen van drie mensen, die elk de criteria hebben gewogen; hun gewichten zijn gemiddeld."
    #expect(try page(report).contains(words))
    report.making.persons = 1
    #expect(try page(report, .en).contains("The points come from one person, who weighed the criteria."))
  }

  @Test func `only the largest differences decide, three for and two against`() throws {
    var report = sampleReport()
    let parts = [0.1, -0.05, 0.3, -0.2, 0.2, 0.05, -0.1, 0.001]
    report.types[0].decision?.differences = parts.enumerated().map { index, part in
      DecisionFacts.Difference(criterion: Wording(same: "C\(index)"), first: part, difference: part)
    }
    let text = try page(report)
    #expect(text.contains("Dat komt vooral door ‘C2’, ‘C4’ en ‘C0’. Voor ‘Samen sterk’ pleiten juist ‘C3’ en ‘C6’."))
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| C") && !$0.hasPrefix("| Ca") && $0.contains(",") }
    #expect(rows.map { $0.dropFirst(2).prefix(2) } == ["C2", "C3", "C4", "C0", "C6", "C1", "C5"])
  }

  @Test func `a strategy that is hardly ever or nearly always ruled out is not told of`() throws {
    var report = sampleReport()
    for (share, isTold) in [(0.04, false), (0.05, true), (0.95, true), (0.96, false)] {
      report.types[0].ranking[1].vetoShare = share
      #expect(try page(report).contains("zou ‘Samen sterk’ afvallen") == isTold, "\(share)")
    }
  }

  @Test(arguments: [Language.nl, .en])
  func `a cell without strategy shows nothing, and one without number shows no basis`(language: Language) throws {
    let text = try page(sampleReport(), language)
    let rows = text.split(separator: "\n").map(String.init)
    let words = language == .nl ? ("Rekenen", "Taal") : ("Arithmetic", "Language")
    #expect(rows.contains("| \(words.0) | – | – | – | – | – |"))
    let withheld = rows.filter { $0.hasPrefix("| \(words.1) |") && $0.hasSuffix("| – | – |") }
    #expect(withheld.count == 1)
  }
}
