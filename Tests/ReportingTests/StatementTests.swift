import Testing
import Texts

@testable import Reporting

@Suite struct StatementTests {
  private let source = NumberSource.count(stage: "cluster", name: "types")

  private func number(_ shown: String, _ value: Double = 0) -> Statement.Number {
    Statement.Number(shown, value, from: source)
  }

  @Test func `a number is cut out where it stands as a whole number`() {
    let statement = Statement("Van de 155 starts kwamen er 5 uit, 5,5 % niet.", [number("5"), number("155")])
    #expect(
      statement.pieces == [
        .text("Van de "), .number(number("155")), .text(" starts kwamen er "), .number(number("5")),
        .text(" uit, 5,5 % niet."),
      ])
    #expect(statement.missing.isEmpty)
    #expect(statement.unexplained == ["5", "5"])
  }

  @Test func `a number in words is no part of a longer word`() {
    let statement = Statement("Vijftien keer vijf, en vijf.", [number("vijf"), number("vijf"), number("vijf")])
    #expect(statement.missing == [number("vijf")])
  }

  @Test func `a number with its thousands set apart is one number`() {
    let statement = Statement("1\u{202F}155 scholen", [number("155")])
    #expect(statement.missing == [number("155")])
    #expect(Statement("1\u{202F}155 scholen", [number("1\u{202F}155")]).missing.isEmpty)
    #expect(Statement("Het zijn er 155.", [number("155")]).missing.isEmpty)
  }

  @Test func `digits that are no result are named beforehand`() {
    let statement = Statement("In 48 van de 100 gevallen, in ‘100.000 en meer’.", [number("48")])
    #expect(statement.unexplained == ["100", "100", "000"])
    var named = statement
    named.fixed = ["100.000 en meer", "100"]
    #expect(named.unexplained.isEmpty)
  }

  @Test func `an empty text and an empty number are no trouble`() {
    #expect(Statement("", []).pieces.isEmpty)
    #expect(Statement("", [number("5")]).missing == [number("5")])
    #expect(Statement("5", [number("")]).missing == [number("")])
  }

  @Test func `a number without a point is printed for machines as a whole number`() {
    #expect(number("5", 5).plain == "5")
    #expect(number("5", 0.5).plain == "0.5")
  }

  @Test func `a source says in words where to look`() {
    let match = [NumberSource.Match("k", "5"), NumberSource.Match("type", "A")]
    let sources: [NumberSource] = [
      .count(stage: "cluster", name: "types"), .parameter(stage: "cluster", name: "starts"),
      .cell(stage: "cluster", table: "stability", column: "jaccard", match),
      .rows(stage: "ingest", table: "ledger", []),
      .total(stage: "cluster", table: "evidence", column: "hits", match),
      .document(stage: "normalise", file: "weighting.json", ["cv"]), .ratio(source, source), .sum([source, source]),
      .least([source]), .greatest([source, source]),
    ]
    #expect(
      sources.map(\.text) == [
        "cluster/run.json counts.types", "cluster/run.json parameters.starts",
        "cluster/stability.csv jaccard where k = 5 and type = A", "ingest/ledger.csv rows",
        "cluster/evidence.csv sum of hits where k = 5 and type = A", "normalise/weighting.json cv",
        "(cluster/run.json counts.types) / (cluster/run.json counts.types)",
        "(cluster/run.json counts.types) + (cluster/run.json counts.types)", "least of (cluster/run.json counts.types)",
        "greatest of (cluster/run.json counts.types), (cluster/run.json counts.types)",
      ])
  }

  @Test(arguments: Language.allCases)
  func `every statement of a report prints all its numbers, and no digits beside them`(language: Language) {
    let statements = sampleReport().statements(in: language)
    #expect(statements.count > 30)
    for statement in statements {
      #expect(statement.missing.isEmpty, "\(statement.text)")
      #expect(statement.unexplained.isEmpty, "\(statement.text)")
    }
  }

  @Test func `a page carries each number with its value and source`() throws {
    let files = sampleReport().publication(in: .nl)
    let account = try #require(files.first { $0.path == "account.html" }).text
    #expect(
      account.contains("<data value=\"1\" data-from=\"ingest/ledger.csv rows where outcome = duplicate\">1</data>"))
  }
}
