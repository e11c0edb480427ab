import Artefacts
import Diagnostics
import Foundation
import Reporting
import Tables
import Testing
import Texts

@testable import Stages

/// What one person's sheet leads to, and what is said of sheets and models that are wrong.
@Suite struct SelfScanTests {
  /// Two types on one feature of the register and two questions; all variances are 1 and nothing goes together.
  private static func model(_ choice: ScanModel.Choice? = nil) -> ScanModel {
    ScanModel(
      features: ["size"],
      questions: [
        ScanModel.Question(name: "plan", transform: "identity", least: 1, greatest: 5),
        ScanModel.Question(name: "pilots", transform: "asinh", least: 0, greatest: 200),
      ],
      types: [
        ScanModel.TypeEntry(type: "A", share: 0.5, means: [-1, 2, 0], choice: choice),
        ScanModel.TypeEntry(type: "B", share: 0.5, means: [1, 4, 2]),
      ],
      covariance: [[1], [0, 1], [0, 0, 1]],
      units: [
        ScanModel.UnitEntry(unit: "u1", name: "Boxtel", values: [-1]),
        ScanModel.UnitEntry(unit: "u2", name: "Boxmeer", values: [nil]),
      ],
      check: ScanModel.Check(
        respondents: 40, units: 20, leftOut: 0.8, unitLeftOut: 0.75, registerAlone: 0.6, largest: 0.5, spread: 1.5,
        leastAnswers: 18, bands: []))
  }

  // MARK: - Shares

  @Test func `shares follow from what is there, by hand`() throws {
    let model = Self.model()
    // A plan of 4 is two off A and at B: the densities are as exp(-2) to 1.
    let plan = model.result(unit: nil, answers: [4, nil])
    #expect(plan.shares == [0.119203, 0.880797])
    #expect(plan.type == 1 && plan.open == [1])
    // Boxtel lies at A and two from B, which takes the plan's lead away; at a tie the first type is taken.
    let both = model.result(unit: 0, answers: [4, nil])
    #expect(both.shares == [0.5, 0.5])
    #expect(both.type == 0)
    // Of Boxmeer the register knows nothing.
    #expect(model.result(unit: 1, answers: [4, nil]).shares == plan.shares)
    #expect(model.result(unit: 1, answers: [nil, nil]).shares == [0.5, 0.5])
  }

  @Test func `an empty sheet has no shares, and says that all is open`() {
    let result = Self.model().result(unit: nil, answers: [nil, nil])
    #expect(result.shares == nil && result.type == nil && result.open == [0, 1] && result.first == [])
  }

  @Test func `what the answers say is not there comes first, then what the type lacks`() {
    func wanted(
      _ id: String, _ state: String, _ questions: [Int], least: Double? = nil, most: Double? = nil,
      turned: Double? = nil
    )
      -> ScanModel.Precondition
    {
      ScanModel.Precondition(
        id: id, state: state, atLeast: least, atMost: most, questions: questions, turned: questions.map { _ in turned })
    }
    let choice = ScanModel.Choice(
      verdict: "clear", strategies: ["s"],
      preconditions: [
        wanted("there", "met", []), wanted("lacking", "open", []), wanted("asked", "met", [0], least: 3),
        wanted("unknown", "unknown", []), wanted("fine", "open", [0], least: 1),
        wanted("turned", "met", [0], most: 3, turned: 6),
      ])
    let model = Self.model(choice)
    // A plan of 2 is below 3, and turned it is 4, above 3.
    #expect(model.result(unit: nil, answers: [2, nil]).first == [2, 5, 1, 3])
    // Without an answer the state of the type counts alone.
    #expect(model.result(unit: 0, answers: [nil, nil]).first == [1, 3, 4])
  }

  // MARK: - Sheets

  private func read(_ header: [String], _ records: [[String]], id: String? = nil) -> ScanSheets {
    var all = RawRecords()
    for (index, fields) in records.enumerated() { all.append(line: index + 2, byte: 0, fields: fields) }
    return ScanSheets(RawTable(file: "sheets.csv", header: header, records: all), id: id, Self.model())
  }

  private func texts(_ sheets: ScanSheets) -> [String] {
    sheets.findings.map { "\($0.place.line.map(String.init) ?? "-") \($0.message); \($0.mend)" }
  }

  @Test func `units are found by code and by name, whatever its capitals`() {
    let sheets = read(["unit", "plan", "pilots"], [["u2", "1", "2.5"], ["boxtel", "", ""], ["", "5", "0"]])
    #expect(sheets.units == [1, 0, nil])
    #expect(sheets.answers == [[1, 2.5], [nil, nil], [5, 0]])
    #expect(sheets.names == ["2", "3", "4"])
    #expect(
      texts(sheets) == [
        "- 1 of 3 sheets leave questions open; shares follow from what is there; see the column 'open', which names the questions"
      ])
  }

  @Test func `everything that is wrong in a file is told at once`() {
    let sheets = read(
      ["sheet", "unit", "plan", "pilots"],
      [["a", "Bokstel", "6", "veel"], ["b", "", "1,5", "-1"], ["c", "", "", ""]], id: "sheet")
    #expect(
      texts(sheets) == [
        "2 the model knows no unit 'Bokstel'; did you mean 'Boxtel'? write its code or its name, or leave the cell empty",
        "2 the answer 6 lies outside 1 to 5; correct it, or leave the cell empty",
        "2 the answer is \"veel\", which is not a number; write the number of the answer, or leave the cell empty",
        "3 the answer is \"1,5\", which has a decimal comma; write the number of the answer, or leave the cell empty",
        "3 the answer -1 lies outside 0 to 200; correct it, or leave the cell empty",
        "- 3 of 3 sheets leave questions open; shares follow from what is there; see the column 'open', which names the questions",
        "2 3 of 3 sheets hold nothing, and get no type; fill in the unit or a question, or leave the sheet out",
      ])
  }

  @Test func `a file without questions, without sheets or with ragged records is refused`() {
    #expect(
      texts(read(["name"], [["x"]])) == [
        "1 the file has no column of the self-scan; name columns after the questions: plan, pilots; and 'unit' for the unit"
      ])
    #expect(
      texts(read(["plan", "pilots"], [], id: "sheat")) == [
        "- the file holds no sheet; add a record below the header for each sheet",
        "1 there is no column 'sheat'; use one of: plan, pilots",
      ])
    #expect(
      texts(read(["plan", "pilots"], [["1"]])) == [
        "2 the record has 1 field, and the header has 2; give it a field for each column; quote fields that hold the delimiter"
      ])
  }

  @Test func `columns that are missing count as left open`() {
    #expect(
      texts(read(["unit", "pilot"], [["u1", "3"]])) == [
        "1 the file has no column 'pilots', so that the question counts as left open; did you mean it by 'pilot'? rename that column",
        "1 the file has no column for 1 of 2 questions, which count as left open: plan; add the columns of those that were asked",
        "- 1 of 1 sheets leave questions open; shares follow from what is there; see the column 'open', which names the questions",
      ])
  }

  // MARK: - The model

  @Test func `shapes that do not agree are told`() {
    let good = Self.model()
    #expect(good.flaw == nil)
    var model = good
    model.types[1].means.removeLast()
    #expect(model.flaw == "type B has 2 means, and there are 3 features and questions")
    model = good
    model.covariance[2].append(1)
    #expect(model.flaw == "the covariance is not a triangle of 3 rows")
    model = good
    model.units[0].values = []
    #expect(model.flaw == "unit u1 has 0 values, and there are 1 features")
    model = good
    model.questions = []
    #expect(model.flaw == "it holds no types or no questions")
    model = good
    model.types[0].means[0] = .infinity
    #expect(model.flaw == "it holds a number that is not finite")
    model = Self.model(
      ScanModel.Choice(
        verdict: "none", strategies: [],
        preconditions: [ScanModel.Precondition(id: "x", state: "met", questions: [7], turned: [nil])]))
    #expect(model.flaw == "a precondition names a question that is not there")
  }

  @Test func `the page allows its script by the digest of that script`() throws {
    let word = Wording(same: "x")
    let scan = SelfScanFacts(
      questions: [SelfScanFacts.Question(name: "plan", text: word, answers: [])], units: [], model: "{}",
      respondents: 1,
      leftOut: 1, unitLeftOut: 1, registerAlone: nil, largest: 1, spread: 1, bands: [])
    let report = Report(
      title: word, unitWords: UnitWords(singular: word, plural: word), wave: WaveFacts(name: "w", date: "2024-01-01"),
      simulated: true,
      response: ResponseFacts(respondents: 9, unitsAnswered: 3, minimum: 3, records: [], units: []), features: [],
      types: [], units: [], strategies: [], criteria: [], fields: [],
      evidence: EvidenceFacts(
        rows: [],
        choice: ChoiceFacts(types: 2, rule: "stability", basis: .rule, smallest: 1, leastStability: 0.75, alone: []),
        nearTies: [], sureFrom: []),
      results: [], members: [], making: MakingFacts(version: "1", stages: [], findings: []), selfScan: scan)
    let page = try #require(report.publication(in: .nl, forms: .selfScan).first).text
    let script = try #require(page.firstMatch(of: #/(?s)<script>(.*)</script>/#)).1
    let allowed = try #require(page.firstMatch(of: #/script-src 'sha256-([^']*)'/#)).1
    #expect(base64Digest(of: String(script)) == String(allowed))
  }
}
