import Reporting
import Testing
import Texts

/// The bulletin: what is new, in one headline and two pages.
@Suite struct BulletinTests {
  private func page(_ report: Report, _ language: Language = .nl, pages: Bool = true) throws -> String {
    let forms: PublicationForms = pages ? [.pages, .bulletin] : .bulletin
    return try #require(report.publication(in: language, forms: forms).first { $0.path == "bulletin.html" }).text
  }

  private func compared(_ change: (inout ChangeFacts) -> Void = { _ in }) -> Report {
    var report = sampleReport()
    var facts = sampleChanges()
    change(&facts)
    report.changes = facts
    return report
  }

  /// Changes of which both types were kept, with the strategies that they have now, and nothing else.
  private func unchanged(_ change: (inout ChangeFacts) -> Void = { _ in }) -> Report {
    compared { facts in
      facts.types = [facts.types[0], facts.types[1]]
      facts.types[0].strategy = .clear(Wording(nl: "Zelf doen", en: "Do it yourself"))
      facts.types[1].fate = .kept(as: 1)
      facts.origins = [.kept(from: 0), .kept(from: 1)]
      facts.flows = [[2, 0], [1, 1]]
      facts.movements.movers = []
      for index in facts.estimates.indices { facts.estimates[index].isChanged = false }
      change(&facts)
    }
  }

  private func headline(_ report: Report, _ language: Language = .nl) throws -> String {
    String(try #require(page(report, language).firstMatch(of: #/<h1>(.*)</h1>/#)).1)
  }

  private func parts(_ page: String) -> [String] {
    page.matches(of: #/<section id="([^"]*)"/#).map { String($0.1) }
  }

  private func part(_ id: String, _ page: String) throws -> String {
    let tail = try #require(page.split(separator: "<section id=\"\(id)\"", maxSplits: 1).last)
    return String(try #require(tail.split(separator: "</section>", maxSplits: 1).first))
  }

  // MARK: The headline

  @Test func `types that came or went are the headline`() throws {
    #expect(try headline(compared()) == "Er is een nieuw type: ‘Klein’".escaped)
    #expect(
      try headline(compared { $0.origins[1] = .split(from: 0) })
        == "‘Klein’ is nu een eigen type, los van ‘Groot en doelgericht’".escaped)
    #expect(
      try headline(compared { $0.origins[1] = .merged(of: [1, 2]) }, .en)
        == "type B of 2021 and type C of 2021".quotedEach + " are now one type together: ‘Small’".escaped)
    #expect(try headline(compared { $0.origins = [.new, .new] }) == "Alle twee typen zijn nieuw")
    #expect(
      try headline(
        unchanged {
          $0.types.append(EarlierTypeFacts(letter: "C", size: 1, share: 0.1, fate: .retired)); $0.flows.append([1, 0])
        })
        == "Het type ‘type C van 2021’ is er niet meer")
  }

  @Test func `without those it is another strategy, and only where one wins clearly`() throws {
    let other = unchanged { $0.types[0].strategy = .clear(Wording(nl: "Alleen lezen", en: "Reading alone")) }
    #expect(try headline(other) == "Bij ‘Groot en doelgericht’ past nu een andere strategie: ‘Zelf doen’")
    let won = unchanged { $0.types[0].strategy = .contenders([]) }
    #expect(try headline(won, .en) == "‘Large and purposeful’ has a clear winner now: ‘Do it yourself’")
    let lost = unchanged { $0.types[1].strategy = .clear(Wording(nl: "Zelf doen", en: "Do it yourself")) }
    #expect(try headline(lost) == "Bij ‘Klein’ wint geen strategie meer duidelijk".escaped)
    let both = unchanged {
      $0.types[0].strategy = .contenders([])
      $0.types[1].strategy = .clear(Wording(nl: "Zelf doen", en: "Do it yourself"))
    }
    #expect(try headline(both, .en) == "For two types the answer to the question of strategy changed")
    let unknown = unchanged { $0.types[0].strategy = nil }
    #expect(try headline(unknown) == "Er is niets aantoonbaar veranderd sinds 2021")
  }

  @Test func `then answers, then units that moved, and then that nothing changed`() throws {
    let one = unchanged { $0.estimates[0].isChanged = true }
    #expect(
      try headline(one) == "Van 50\u{A0}% naar 81\u{A0}%: ‘Wij lezen elke dag: (Zeer) mee eens’")
    let two = unchanged { for index in 0..<2 { $0.estimates[index].isChanged = true } }
    #expect(try headline(two, .en) == "Two of three results demonstrably changed")
    let moved = unchanged { $0.movements.movers = [MovementFacts.Mover(code: "S4", name: "De <Den>", from: 1, to: 0)] }
    #expect(try headline(moved) == "Eén school ging naar een ander type")
    #expect(try headline(unchanged()) == "Er is niets aantoonbaar veranderd sinds 2021")
    #expect(try headline(unchanged(), .en) == "Nothing demonstrably changed since 2021")
  }

  @Test func `the first bulletin introduces the types`() throws {
    #expect(try headline(sampleReport()) == "Twee typen scholen, en welke strategie bij elk past")
    let text = try page(sampleReport())
    #expect(text.contains("Er is geen eerdere peiling om mee te vergelijken."))
    #expect(parts(text) == ["types", "strategies", "sureness", "map", "portraits", "now", "next", "more", "colophon"])
    var report = sampleReport()
    report.types = []
    report.units = []
    report.fields = []
    report.map = nil
    report.members = []
    #expect(try headline(report) == "Er zijn nog geen typen scholen")
    #expect(try parts(page(report, pages: false)) == ["sureness", "now", "next", "more", "colophon"])
  }

  // MARK: What is in it

  @Test func `a bulletin that compares tells of types, strategies, answers and moves`() throws {
    let text = try page(compared())
    #expect(
      parts(text) == [
        "types", "strategies", "answers", "movers", "sureness", "map", "now", "more", "colophon",
      ])
    let types = try part("types", text)
    #expect(types.contains("<td>gebleven</td>"))
    #expect(types.contains("<td>nieuw</td>"))
    #expect(types.contains("<th scope=\"row\">B van 2021</th>") && types.contains("<td>opgegaan in A</td>"))
    #expect(types.contains("<th scope=\"row\">C van 2021</th>") && types.contains("<td>verdwenen</td>"))
    #expect(types.contains("<data value=\"3\" data-from=\"cluster/types.csv rows where type = A\">3</data>"))
    let strategies = try part("strategies", text)
    #expect(strategies.contains("<td>Alleen lezen</td>"))
    #expect(
      strategies.contains(
        "<data value=\"0.83\" data-from=\"match/ranking.csv acceptability where type = A and strategy = alone\">83</data>"
      ))
    #expect(try part("answers", text).contains("50\u{A0}%"))
  }

  @Test func `causes are counted, at most three, and withheld where the report withholds them`() throws {
    let movers = try part("movers", page(compared()))
    #expect(movers.contains("<li>Andere mensen antwoordden: 6</li>"))
    let few = try part("movers", page(compared { $0.comparison?.causes = nil }))
    #expect(few.contains("te weinig") && !few.contains("<li>"))
  }

  @Test(arguments: Language.allCases)
  func `no unit is named outside the map`(language: Language) throws {
    let report = compared()
    let names = report.units.flatMap { [$0.name] + $0.also } + report.changes.map { $0.movements.movers.map(\.name) }!
    for line in try page(report, language).split(separator: "\n") where !line.hasPrefix("<path fill=") {
      #expect(!names.contains { line.contains($0.escaped) }, "\(line)")
    }
  }

  // MARK: How much is in it

  @Test(arguments: Array(2...8), [false, true])
  func `it is short enough for two pages, however long the names are`(count: Int, isLong: Bool) throws {
    for language in Language.allCases {
      var report = SlidesSample.report(types: count, isLong: isLong, isOpen: isLong)
      report.changes = report.changes ?? manyChanges(report)
      let text = try page(report, language)
        .replacing(#/(?s)<svg.*?</svg>/#, with: " ").replacing(#/(?s)<style>.*?</style>/#, with: " ")
        .replacing(#/<[^>]*>/#, with: " ")
      #expect(text.split(whereSeparator: \.isWhitespace).count <= 950)
    }
  }

  /// Changes of a report of any number of types, all of them kept.
  private func manyChanges(_ report: Report) -> ChangeFacts {
    var facts = sampleChanges()
    facts.types = report.types.indices.map {
      EarlierTypeFacts(
        letter: report.types[$0].letter, name: report.types[$0].name, size: 10, share: 0.2,
        strategy: .clear(report.strategies[($0 + 1) % 8].name), fate: .kept(as: $0))
    }
    facts.origins = report.types.indices.map { .kept(from: $0) }
    facts.flows = report.types.indices.map { row in report.types.indices.map { $0 == row ? 3 : 1 } }
    return facts
  }
}

extension String {
  /// The text as it stands in a page.
  fileprivate var escaped: String { HTML(self).text }

  /// The names of a list, each in quotes.
  fileprivate var quotedEach: String {
    split(separator: " and ").map { "‘\($0)’" }.joined(separator: " and ")
  }
}
