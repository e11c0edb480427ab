import CSVFiles
import Diagnostics
import Exports
import Matrices
import Settings
import Survey
import Tables
import Testing

/// Cells that are near to what the fast ways of reading take for plain.
private let pool = [
  "", " ", "\u{A0}", "1", "2", "3", "9", "0", "-1", "7 ", " 7", "+5", "-0", "007", "12345678901234567",
  "1234567890123456789", "12345678901234567890", "1.5", "1,5", ".5", "5.", ",", ".", "-", "+", "--1", "1.2.3", "1e3",
  "0.1", "0,1", "123456789.123456789", "a", "b", "ja", "nee", "true", "false", "é", "ß", "e\u{301}", "x\u{3000}",
  "2020-02-29", "2021-02-29", "2020-12-31", "2020-1-01", "2020-02-28T10:30", "2020-02-28 10:30:59", "2020-02-28T24:00",
  "2020-02-28T10:30Z", "2020-02-28T10:3", "2020-02-28T10:30:5", "20200228", "0000-01-01", "long text, and more of it",
]

private func question(_ name: String, _ kind: Question.Kind, _ draw: inout SeededGenerator) -> Question {
  var question = Question(name: name, text: LocalText(nl: name, en: name), kind: kind)
  let codes = ["1", "2", "3", "10", "007", "a", "ja", "é"].filter { kind == .category || Int($0) != nil }
  if kind == .category || kind == .scale {
    question.categories = codes.filter { _ in Bool.random(using: &draw) }.map {
      Category(value: $0, label: LocalText(nl: "label " + $0, en: "label " + $0))
    }
    if question.categories.isEmpty {
      question.categories = [Category(value: "1", label: LocalText(nl: "een", en: "one"))]
    }
  }
  if kind == .boolean {
    (question.trueValues, question.falseValues) = (["1", "ja"], ["0", "nee"])
    if Bool.random(using: &draw) { question.group = "options" }
  }
  question.missingValues = ["", Bool.random(using: &draw) ? "9" : "-"]
  if Bool.random(using: &draw) { question.refused = ["2", "2020-02-29"] }
  if Bool.random(using: &draw) { question.notShown = ["3", "1.5"] }
  if Bool.random(using: &draw) { (question.minimum, question.maximum) = (-1, 8) }
  if Bool.random(using: &draw) {
    question.decimalMark = ","
    question.numberStyle = NumberStyle.Wish(decimal: ",", group: Optional.some(.none))
  }
  return question
}

/// A codebook with two questions of every kind, and records of cells from the pool.
private func example(_ seed: UInt64, records count: Int) -> (codebook: Codebook, raw: RawTable) {
  var draw = SeededGenerator(seed: seed)
  var questions = [
    Question(name: "id", text: LocalText(nl: "id", en: "id"), role: .respondent, required: true),
    Question(name: "unit", text: LocalText(nl: "unit", en: "unit"), role: .unit, required: true),
  ]
  for kind in Question.Kind.allCases {
    for number in 1...2 { questions.append(question("\(kind.rawValue)\(number)", kind, &draw)) }
  }
  let group = MultiSelect(name: "options", text: LocalText(nl: "", en: ""))
  let codebook = Codebook(
    name: "drawn", title: LocalText(nl: "", en: ""), questions: questions, groups: [group], leastAnswered: 0)
  var records = RawRecords()
  for record in 0..<count {
    let name = Bool.random(using: &draw) ? "r\(record)" : "r\(1_000_000 - record)"
    var fields = [name, ["Oak", "Elm", "Ash", " Oak "].randomElement(using: &draw) ?? ""]
    for _ in questions.dropFirst(2) { fields.append(pool.randomElement(using: &draw) ?? "") }
    if record % 97 == 13 { fields.removeLast() }
    if record % 89 == 7 { fields[0] = "" }
    if record % 83 == 5 { fields[0] = "r1" }
    records.append(line: record + 2, byte: record * 10, fields: fields)
  }
  return (codebook, RawTable(file: "wave.csv", header: questions.map(\.name), records: records))
}

private func tables(_ survey: DecodedSurvey, _ codebook: Codebook) -> [String] {
  [survey.wave.table(codebook), survey.ledger.table, survey.quarantine.table, survey.findings.findingsTable].map {
    CSVWriter.text($0)
  }
}

@Suite struct FastDecodingTests {
  @Test(arguments: 1...6) func `the fast ways of reading agree with the plain one`(seed: Int) throws {
    let (codebook, raw) = example(UInt64(seed), records: 150)
    let survey = try SurveyDecoder(codebook: codebook, settings: IngestSettings(quarantineLimit: 1)).decode(raw)
    let rows = Dictionary(
      uniqueKeysWithValues: survey.wave.respondents.enumerated().map { ($1, $0) })
    let table = survey.wave.table(codebook)
    var differing: [String] = []
    var wrong: [String] = []
    for (number, question) in codebook.questions.enumerated().dropFirst(2) {
      let plain = PlainDecoder(question: question)
      let texts = try #require(table[question.name]).texts
      let states = try #require(survey.wave[question.name]).states
      for (record, entry) in survey.ledger.entries.enumerated() where entry.outcome == .used {
        let row = try #require(entry.respondent.flatMap { rows[$0] })
        let cell = raw.records[record].fields[number]
        let wanted = plain.answer(cell)
        if states[row] != wanted.state || texts[row] != wanted.text { differing.append("\(question.kind) '\(cell)'") }
      }
      for (record, content) in raw.records.enumerated() where content.fields.count == raw.header.count {
        guard let rule = plain.answer(content.fields[number]).rule else { continue }
        wrong.append("\(record + 2) \(question.name) \(rule) \(content.fields[number])")
      }
    }
    let cellRules = ["not-allowed", "not-a-whole-number", "not-a-number", "out-of-range", "not-a-date", "not-a-moment"]
    let found = survey.findings.filter { cellRules.contains($0.rule) }.map {
      "\($0.place.line ?? 0) \($0.place.field ?? "") \($0.rule) \($0.value ?? "")"
    }
    #expect(differing == [])
    #expect(found.sorted() == wrong.sorted())
  }

  @Test(arguments: [1, 7, 512, 600]) func `the pieces of a file do not matter`(size: Int) throws {
    let (codebook, raw) = example(99, records: 600)
    let settings = IngestSettings(quarantineLimit: 1)
    let whole = try SurveyDecoder(codebook: codebook, settings: settings).decode(raw)
    let layout = ExportLayout(
      tool: .plain, reason: "", headingRecords: 1,
      columns: raw.header.enumerated().map { ExportColumn(position: $0, names: [$1]) })
    let decoder = try PieceDecoder(codebook: codebook, settings: settings, layout: layout, file: raw.file)
    let pieces = stride(from: 0, to: raw.records.count, by: size).map { start in
      decoder.decode(RawRecords(raw.records[start..<min(start + size, raw.records.count)]))
    }
    #expect(tables(try decoder.finish(pieces), codebook) == tables(whole, codebook))
  }

  @Test func `a record that could not be split has its place in the ledger`() throws {
    let (codebook, raw) = example(5, records: 3)
    var records = raw.records
    records.broken = [
      BrokenRecord(
        before: 1, line: 40, byte: 7,
        finding: .init(
          .warning, rule: "stray-quote", at: .init(file: "wave.csv", line: 40),
          message: "a quote stands within a field",
          mend: "write it twice"), text: "r9,\"O\"ak")
    ]
    let survey = try SurveyDecoder(codebook: codebook, settings: IngestSettings(quarantineLimit: 1)).decode(
      RawTable(file: raw.file, header: raw.header, records: records))
    #expect(survey.ledger.entries.map(\.outcome) == [.used, .quarantined, .used, .used])
    #expect(survey.ledger.entries.map(\.line) == [2, 40, 3, 4])
    #expect(survey.ledger.entries[1].reason == "a quote stands within a field")
    #expect(survey.quarantine.map(\.record) == [2])
    #expect(survey.quarantine.map(\.fields) == [["r9,\"O\"ak"]])
    #expect(survey.findings.filter { $0.rule == "stray-quote" }.map(\.place.line) == [40])
  }

  @Test func `numbers are read by the marks that the first cells ask for`() throws {
    let book = try codebook(
      """
      name: marks
      koers:respondents: numbered
      koers:units: respondents
      koers:least-answered: 0
      fields:
        - {name: rate, type: number}
        - {name: people, type: integer}
      """
    ).codebook
    func read(_ rows: [[String]]) throws -> (PieceDecoder, DecodedSurvey) {
      var records = RawRecords()
      for (row, fields) in rows.enumerated() { records.append(line: row + 2, byte: 0, fields: fields) }
      let layout = ExportLayout(
        tool: .plain, reason: "", headingRecords: 1,
        columns: [ExportColumn(position: 0, names: ["rate"]), ExportColumn(position: 1, names: ["people"])])
      let decoder = try PieceDecoder(codebook: book, layout: layout, file: "wave.csv", head: records)
      return (decoder, try decoder.finish([decoder.decode(records)]))
    }
    let (comma, dutch) = try read([["1,5", "1.200"], ["2.000,25", "800"], ["1.5", "3"]])
    #expect(dutch.wave["rate"]?.numbers == [1.5, 2000.25, nil])
    #expect(dutch.wave["people"]?.numbers == [1200, 800, 3])
    #expect(comma.numberStyle?.reason == "3 of the first numbers ask for a decimal comma and 1 for a decimal point")
    #expect(
      dutch.findings.map(\.message) == [
        "'rate' holds \"1.5\", which is not a number with a decimal comma; it is read as no answer"
      ])
    let (_, unclear) = try read([["1.200", "5"], ["3.400", "6"]])
    #expect(unclear.wave["rate"]?.numbers == [1.2, 3.4])
    #expect(
      unclear.findings.map(\.rendered) == [
        """
        wave.csv: note: 0 of the first numbers ask for a decimal comma and 0 for a decimal point, so numbers such as \
        "1.200" are read with a decimal point
          mend: set 'decimalChar' under 'koers:dialect' in the codebook
        """
      ])
  }
}
