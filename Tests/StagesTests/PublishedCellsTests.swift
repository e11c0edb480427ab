import Estimation
import Reporting
import Settings
import Survey
import Tables
import Testing
import Texts

@testable import Stages

/// What of the tables about groups of people reaches a publication.
@Suite struct PublishedCellsTests {
  private let control = DisclosureControl(minimum: 5)

  // MARK: Numbers of respondents

  @Test func `a class of three takes the smallest other along, because the sum is printed`() {
    #expect(PublishedRespondents.alone([40, 3, 60], control) == [.secondary, .primary, .shown])
    #expect(PublishedRespondents.alone([40, 0, 60], control) == [.shown, .shown, .shown])
  }

  @Test func `a crossed cell is withheld with all that would give it away by any of the classes`() {
    let parts = [["small", "north"], ["small", "south"], ["large", "north"], ["large", "south"]]
    let crossed = PublishedRespondents.crossed(
      [3, 20, 30, 40], parts: parts, totals: [["small", "large"], ["north", "south"]], control)
    #expect(crossed[0] == .primary)
    #expect(crossed[1...].allSatisfy { $0 == .secondary })
  }

  @Test func `a crossed cell stands alone when no sum with it is printed`() {
    let parts = [["small", "north"], ["small", "south"], ["large", "north"], ["large", "south"]]
    #expect(
      PublishedRespondents.crossed([3, 20, 30, 40], parts: parts, totals: [[], []], control)
        == [.primary, .shown, .shown, .shown])
  }

  // MARK: Estimates

  /// A line of the table `estimates`, among respondents.
  private struct Line {
    var question: String
    var answer: String
    var cell = ""
    var n: Int
    var units = 10
    var value: Double
  }

  private func lines(_ lines: [Line]) throws -> EstimateLines {
    try EstimateLines(
      Table(
        "estimates",
        [
          Column("question", .text(lines.map(\.question))), Column("kind", .text(lines.map { _ in "question" })),
          Column("answer", .text(lines.map(\.answer))),
          Column("by", .text(lines.map { $0.cell.isEmpty ? nil : "size" })),
          Column("cell", .text(lines.map { $0.cell.isEmpty ? nil : $0.cell })),
          Column("estimand", .text(lines.map { _ in "respondents" })), Column("n", .integer(lines.map(\.n))),
          Column("units", .integer(lines.map(\.units))), Column("estimate", .number(lines.map(\.value))),
          Column("low", .number(lines.map { _ in nil })), Column("high", .number(lines.map { _ in nil })),
          Column("deff", .number(lines.map { _ in 1.5 })),
        ]))
  }

  private let codebook = Codebook(
    name: "s", title: LocalText(nl: "s", en: "s"),
    questions: [
      Question(name: "agrees", text: LocalText(nl: "Eens?", en: "Agree?"), kind: .boolean, publish: true),
      Question(name: "books", text: LocalText(nl: "Boeken", en: "Books"), kind: .number, publish: true),
      Question(name: "field", text: LocalText(nl: "Veld", en: "Field"), kind: .category, publish: true),
    ])

  private func published(_ all: [Line]) throws -> (lines: EstimateLines, published: PublishedResults) {
    let lines = try lines(all)
    return (lines, PublishedResults(lines, control: control, codebook: codebook))
  }

  @Test func `a cell in which all answered the same is withheld, with another that would tell it`() throws {
    let (lines, published) = try published([
      Line(question: "agrees", answer: "1", n: 100, value: 0.5),
      Line(question: "agrees", answer: "1", cell: "small", n: 20, value: 1),
      Line(question: "agrees", answer: "1", cell: "middle", n: 30, value: 0.5),
      Line(question: "agrees", answer: "1", cell: "large", n: 50, value: 0.3),
    ])
    let key = EstimateLines.Key(question: "agrees", answer: "1")
    #expect(published.isShown(key))
    let cells = published.cells(of: key)[0]
    #expect(cells[0] == .tooFew)
    #expect(cells[1...].count { $0 == .wouldTell } == 1)
    #expect(published.byGroup == [SuppressionCounts(shown: 1, primary: 1, secondary: 1)])
    let large = EstimateLines.Key(question: "agrees", answer: "1", by: "size", cell: "large")
    #expect(lines.estimate(large, .respondents)?.designEffect == 1.5)
  }

  @Test func `a mean is shown from the least number of people and units on`() throws {
    let (_, published) = try published([
      Line(question: "books", answer: "mean", n: 40, value: 7),
      Line(question: "books", answer: "mean", cell: "few", n: 4, value: 7),
      Line(question: "books", answer: "mean", cell: "one unit", n: 9, units: 1, value: 7),
      Line(question: "books", answer: "mean", cell: "many", n: 27, value: 7),
    ])
    let key = EstimateLines.Key(question: "books", answer: "mean")
    let many = EstimateFacts(count: 27, value: 7, designEffect: 1.5)
    #expect(published.cells(of: key) == [[.tooFew, .tooFew, .shown(many)]])
  }

  @Test func `an answer that three people gave is left out, and with it a second answer of the list`() throws {
    let (_, published) = try published([
      Line(question: "field", answer: "a", n: 100, value: 0.5),
      Line(question: "field", answer: "b", n: 100, value: 0.03),
      Line(question: "field", answer: "c", n: 100, value: 0.47),
    ])
    let shown = ["a", "b", "c"].map { published.isShown(EstimateLines.Key(question: "field", answer: $0)) }
    #expect(shown == [true, false, false])
    #expect(published.overall == SuppressionCounts(shown: 1, primary: 1, secondary: 1))
  }

  @Test func `a question that hardly anybody answered is left out`() throws {
    let (_, published) = try published([Line(question: "books", answer: "mean", n: 4, value: 7)])
    #expect(!published.isShown(EstimateLines.Key(question: "books", answer: "mean")))
  }

  // MARK: Fitness of the units' data

  private func fitness(_ rows: [(field: String, goal: String, n: Int, share: Double?)]) throws -> DataFitnessRows {
    try DataFitnessRows(
      Table(
        "data-fitness",
        [
          Column("field", .text(rows.map { $0.field.isEmpty ? nil : $0.field })),
          Column("goal", .text(rows.map(\.goal))),
          Column("n", .integer(rows.map(\.n))), Column("units", .integer(rows.map { _ in 10 })),
          Column("share", .number(rows.map(\.share))), Column("low", .number(rows.map(\.share))),
          Column("high", .number(rows.map(\.share))),
          Column("verdict", .text(rows.map { $0.share == nil ? "too_few" : "fit" })),
        ]))
  }

  @Test func `a field with too few people says so, and what would tell about them is not shown`() throws {
    var rows = try fitness([
      ("", "all", 100, 0.5), ("", "yes", 50, 0.6), ("", "no", 50, 0.4),
      ("care", "all", 30, 0.5), ("care", "yes", 27, 0.5), ("care", "no", 3, nil),
      ("roads", "all", 70, 0.5), ("roads", "yes", 23, 0.7), ("roads", "no", 47, 0.4),
    ])
    let counts = rows.withhold(control)
    let facts = rows.facts { $0.isEmpty ? nil : .init(same: $0) }
    #expect(facts.map { $0.field?.nl } == [nil, "care", "roads"])
    #expect(facts[1].cells[.no]?.verdict == .tooFew)
    #expect(facts.flatMap(\.cells.values).contains { $0.verdict == .withheld && $0.share == nil })
    #expect(facts[0].cells[.all]?.share == 0.5)
    #expect(counts.primary == 1 && counts.secondary > 0 && counts.shown + counts.withheld == 9)
  }

  @Test func `enough people everywhere are shown everywhere`() throws {
    var rows = try fitness([("", "all", 100, 0.5), ("care", "all", 40, 0.5), ("roads", "all", 60, 0.5)])
    #expect(rows.withhold(control) == SuppressionCounts(shown: 3))
  }
}
