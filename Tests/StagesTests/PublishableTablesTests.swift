import Diagnostics
import Estimation
import PipelineFiles
import Registers
import Settings
import Survey
import Tables
import Testing

@testable import Stages

/// What of the tables about groups of people reaches a publication.
@Suite struct PublishableTablesTests {
  private let control = DisclosureControl(minimum: 5)

  // MARK: - By hand

  /// A line of the table `estimates` among respondents, and one of the average unit beside it.
  private struct Line {
    var question: String
    var answer = "1"
    var by: String?
    var cell: String?
    var n: Int
    var units = 10
    var value: Double
  }

  private func estimates(_ lines: [Line]) -> Table {
    let rows = lines.flatMap { [($0, "respondents"), ($0, "units")] }
    let numbers = rows.map { Optional($0.0.value) }
    return Table(
      "estimates",
      [
        Column("question", .text(rows.map(\.0.question))), Column("kind", .text(rows.map { _ in "question" })),
        Column("answer", .text(rows.map(\.0.answer))), Column("by", .text(rows.map(\.0.by))),
        Column("cell", .text(rows.map(\.0.cell))), Column("estimand", .text(rows.map(\.1))),
        Column("n", .integer(rows.map(\.0.n))), Column("units", .integer(rows.map(\.0.units))),
        Column("estimate", .number(numbers)), Column("se", .number(numbers)), Column("low", .number(numbers)),
        Column("high", .number(numbers)), Column("deff", .number(numbers)),
        Column("published", .number(rows.map { _ in nil })),
      ])
  }

  private let text = LocalText(nl: "t", en: "t")

  private func codebook(_ questions: [Question]) -> Codebook {
    Codebook(name: "c", title: text, questions: questions, indices: [])
  }

  private func published(_ lines: [Line], _ questions: [Question]) throws -> PublishableTables {
    try PublishableTables(["estimates": estimates(lines)], codebook(questions), control)
  }

  @Test func `a class that all agree in is withheld for all estimands, with the smallest that hides it`() throws {
    let yes = Question(name: "yes", text: text, kind: .boolean)
    let tables = try published(
      [
        Line(question: "yes", n: 120, units: 40, value: 0.5),
        Line(question: "yes", by: "size", cell: "small", n: 20, value: 1),
        Line(question: "yes", by: "size", cell: "middle", n: 40, value: 0.25),
        Line(question: "yes", by: "size", cell: "large", n: 60, value: 0.5),
      ], [yes])
    let table = try tables.table("estimates")
    // All 20 of the small ones said yes; 10 of the 40 in the middle could be up to 5 more, and 15 in the small fewer.
    #expect(table["n"]?.numbers == [120, 120, 20, 20, 40, 40, 60, 60])
    #expect(table["estimate"]?.numbers == [0.5, 0.5, nil, nil, nil, nil, 0.5, 0.5])
    #expect(table["se"]?.numbers == [0.5, 0.5, nil, nil, nil, nil, 0.5, 0.5])
    #expect(
      table["withheld"]?.texts == [nil, nil, "primary", "primary", "secondary", "secondary", nil, nil])
    #expect(tables.suppressed.map(\.part) == ["", "size"])
    #expect(
      tables.suppressed.map(\.counts) == [
        SuppressionCounts(shown: 1), SuppressionCounts(shown: 1, primary: 1, secondary: 1),
      ])
  }

  @Test func `a class of few people or units is withheld for every question in the same way`() throws {
    let questions = ["a", "b"].map { Question(name: $0, text: text, kind: .boolean) }
    let lines = questions.flatMap { question in
      [
        Line(question: question.name, n: 100, units: 30, value: 0.5),
        Line(question: question.name, by: "part", cell: "north", n: 30, units: 2, value: 0.5),
        Line(question: question.name, by: "part", cell: "east", n: question.name == "a" ? 34 : 36, value: 0.5),
        Line(question: question.name, by: "part", cell: "west", n: question.name == "a" ? 36 : 34, value: 0.5),
      ]
    }
    let table = try published(lines, questions).table("estimates")
    let respondents = (0..<16).filter { $0 % 2 == 0 }
    // The two others have 36 at most both; the first of them goes along, for both questions.
    #expect(
      respondents.map { table["withheld"]?.texts[$0] } == [nil, "primary", "secondary", nil] + [
        nil, "primary", "secondary", nil,
      ])
    #expect(respondents.map { table["n"]?.numbers[$0] } == [100, nil, nil, 36, 100, nil, nil, 34])
  }

  @Test func `the answers of a list add up to everybody, so one that few gave takes another along`() throws {
    let list = Question(
      name: "list", text: text, kind: .category, categories: ["a", "b", "c"].map { Category(value: $0, label: text) })
    let table = try published(
      [
        Line(question: "list", answer: "a", n: 100, value: 0.5),
        Line(question: "list", answer: "b", n: 100, value: 0.03),
        Line(question: "list", answer: "c", n: 100, value: 0.47),
      ], [list]
    ).table("estimates")
    #expect(table["withheld"]?.texts == [nil, nil, "primary", "primary", "secondary", "secondary"])
    #expect(table["n"]?.numbers == Array(repeating: 100, count: 6))
  }

  @Test func `a mean near an end of its scale is withheld, and one without a scale is not`() throws {
    let scale = Question(
      name: "scale", text: text, kind: .scale,
      categories: (1...5).map { Category(value: String($0), label: text, number: Double($0)) })
    let pupils = Question(name: "pupils", text: text, kind: .integer)
    let table = try published(
      [
        Line(question: "scale", answer: "mean", n: 10, value: 4.6),
        Line(question: "pupils", answer: "mean", n: 10, value: 4.6),
      ], [scale, pupils]
    ).table("estimates")
    #expect(table["estimate"]?.numbers == [nil, nil, 4.6, 4.6])
  }

  @Test func `respondents by class are withheld, and those of crossed classes always`() throws {
    let response = Table(
      "response",
      [
        Column("classes", .text(["size", "size", "size", "size x part", "size x part"])),
        Column("cell", .text(["small", "middle", "large", "small x north", "large x north"])),
        Column("units", .integer([9, 8, 7, 9, 15])), Column("answered", .integer([3, 5, 6, 3, 11])),
        Column("respondents", .integer([4, 30, 50, 4, 80])),
      ])
    let wave = Table(
      "wave-fitness",
      [
        Column("use", .text(["by", "by", "by", "by"])), Column("criterion", .text(["n", "n", "units", nil])),
        Column("about", .text(["small", "large", nil, nil])), Column("value", .number([4, 50, 14, nil])),
        Column("verdict", .text([nil, nil, nil, "fit"])),
      ])
    let tables = try PublishableTables(["response": response, "wave-fitness": wave], codebook([]), control)
    #expect(try tables.table("response")["respondents"]?.numbers == [nil, nil, 50, nil, nil])
    #expect(try tables.table("response")["answered"]?.numbers == [3, 5, 6, 3, 11])
    #expect(try tables.table("response")["withheld"]?.texts == ["primary", "secondary", nil, nil, nil])
    #expect(try tables.table("wave-fitness")["value"]?.numbers == [nil, 50, 14, nil])
    #expect(tables.suppressed.map(\.counts.withheld) == [2, 1])
  }

  @Test func `functions and nonresponse are withheld where few are behind them`() throws {
    let mix = Table(
      "functions",
      [
        Column("unit", .text(["a", "a", "b", "b", "b"])), Column("function", .text(["x", "y", "x", "y", "z"])),
        Column("respondents", .integer([20, 6, 15, 8, 3])),
      ])
    let effects = Table(
      "function-effects",
      [
        Column("feature", .text(["f", "f", "f"])), Column("function", .text(["x", "y", "z"])),
        Column("effect", .number([0.1, 0.2, -0.4])), Column("respondents", .integer([35, 14, 3])),
        Column("reference", .number([0.7, 0.2, 0.1])),
      ])
    let open = Table(
      "item-nonresponse",
      [
        Column("question", .text(["q", "closed", "r"])), Column("shown", .integer([52, 52, 52])),
        Column("answered", .integer([45, 42, 40])), Column("refused", .integer([2, 5, 6])),
        Column("missing", .integer([5, 5, 6])), Column("rate", .number([7.0 / 52, 10.0 / 52, 12.0 / 52])),
      ])
    // Of 'closed' the codebook publishes nothing.
    let questions =
      ["q", "r"].map { Question(name: $0, text: text, kind: .boolean, publish: true) }
      + [Question(name: "closed", text: text, kind: .boolean)]
    let tables = try PublishableTables(
      ["functions": mix, "function-effects": effects, "item-nonresponse": open], codebook(questions), control)
    #expect(try tables.table("functions").columns.map(\.name) == ["function", "respondents", "withheld"])
    #expect(try tables.table("functions")["respondents"]?.numbers == [35, nil, nil])
    #expect(try tables.table("function-effects")["effect"]?.numbers == [0.1, nil, nil])
    #expect(try tables.table("function-effects")["reference"]?.numbers == [0.7, nil, nil])
    #expect(try tables.table("item-nonresponse")["refused"]?.numbers == [nil, 6])
    #expect(try tables.table("item-nonresponse")["answered"]?.numbers == [45, 40])
  }

  @Test func `the fitness of data is withheld per field and goal, with what would tell`() throws {
    let rows: [(String?, String, Int, Double, String)] = [
      (nil, "all", 100, 0.5, "doubtful"), (nil, "yes", 50, 0.6, "fit"), (nil, "no", 50, 0.4, "doubtful"),
      ("care", "all", 30, 0.5, "doubtful"), ("care", "yes", 27, 0.5, "doubtful"), ("care", "no", 3, 0, "too_few"),
      ("roads", "all", 70, 0.5, "doubtful"), ("roads", "yes", 23, 0.7, "fit"), ("roads", "no", 47, 0.4, "doubtful"),
    ]
    let table = Table(
      "data-fitness",
      [
        Column("field", .text(rows.map(\.0))), Column("goal", .text(rows.map(\.1))),
        Column("n", .integer(rows.map(\.2))),
        Column("units", .integer(rows.map { _ in 10 })), Column("share", .number(rows.map(\.3))),
        Column("low", .number(rows.map(\.3))), Column("high", .number(rows.map(\.3))),
        Column("verdict", .text(rows.map(\.4))),
      ])
    let tables = try PublishableTables(["data-fitness": table], codebook([]), control)
    let safe = try tables.table("data-fitness")
    #expect(safe["n"]?.numbers == [100, 50, 50, 30, nil, nil, 70, nil, nil])
    #expect(safe["share"]?.numbers == [0.5, 0.6, 0.4, 0.5, nil, nil, 0.5, nil, nil])
    #expect(
      safe["verdict"]?.texts == [
        "doubtful", "fit", "doubtful", "doubtful", "withheld", "too_few", "doubtful", "withheld", "withheld",
      ])
    #expect(tables.suppressed.map(\.counts) == [SuppressionCounts(shown: 5, primary: 1, secondary: 3)])
  }

  @Test func `a table without its columns is told`() throws {
    let failure = #expect(throws: Failure.self) {
      try PublishableTables(["response": Table("response", [])], codebook([]), control)
    }
    #expect(
      failure?.findings.map(\.rendered) == [
        """
        response.csv: error: the table 'response' lacks the column 'classes'
          mend: make the folder anew with the stage that wrote it
        """
      ])
  }

  // MARK: - Types

  @Test func `sizes count all members while at least five of the hidden ones are elsewhere`() {
    // A has 4 named and 6 hidden, B 5 named and 5 hidden.
    func disclosure(_ hidden: [Int]) -> TypeDisclosure {
      var respondents: [String: Int] = [:]
      let members = hidden.enumerated().map { type, hidden in
        let codes = (0..<hidden + 4).map { "\(type)-\($0)" }
        for (index, code) in codes.enumerated() { respondents[code] = index < hidden ? 1 : 5 }
        return codes
      }
      return TypeDisclosure(members, respondents: respondents, leastShown: 3, control)
    }
    #expect(disclosure([6, 5]).countsHidden)
    #expect(disclosure([6, 5]).counted.map(\.count) == [10, 9])
    #expect(!disclosure([6, 4]).countsHidden)
    #expect(disclosure([6, 4]).counted.map(\.count) == [4, 4])
    #expect(!disclosure([9, 0]).countsHidden)
    #expect(disclosure([0, 0]).countsHidden)
    #expect(disclosure([2, 3, 4]).countsHidden)
    #expect(!disclosure([1, 0, 0]).countsHidden)
  }

  @Test func `a type of few people or units is not described, nor the smallest that would tell of it`() {
    let members = [["a", "b", "c", "d"], ["e", "f", "g"], ["h", "i"]]
    let respondents = Dictionary(uniqueKeysWithValues: "abcdefghi".map { (String($0), 9) })
    let disclosure = TypeDisclosure(members, respondents: respondents, leastShown: 3, control)
    #expect(disclosure.answers == [.shown, .secondary, .primary])
    #expect(disclosure.counts == SuppressionCounts(shown: 1, primary: 1, secondary: 1))
    let few = TypeDisclosure(
      [["a", "b", "c"], ["d", "e", "f"]], respondents: ["a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1],
      leastShown: 3, control)
    #expect(few.answers == [.primary, .primary])
  }
}
