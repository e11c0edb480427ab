import CSVFiles
import Diagnostics
import Survey
import Tables
import Testing

private let schools = """
  name: schools
  koers:indices: [{name: plan, label: Plan, kind: maturity}]
  koers:groups: [{name: tools, text: Which tools?}]
  fields:
    - {name: id, koers:role: respondent}
    - {name: sent, type: datetime, koers:role: submitted}
    - {name: school, koers:role: unit}
    - name: vision
      type: integer
      koers:index: plan
      categories: [{value: 1}, {value: 2}, {value: 3}]
      koers:refused: ["9"]
      koers:not-shown: ["-8"]
    - {name: hours, type: number, decimalChar: ",", constraints: {minimum: 0, maximum: 80}}
    - name: policy
      categories: [{value: "yes", label: Ja, koers:number: 1}, {value: "no", label: Nee, koers:number: 0}]
    - {name: tool_a, type: boolean, koers:group: tools, trueValues: ["1"], falseValues: ["0"]}
    - {name: tool_b, type: boolean, koers:group: tools, trueValues: ["1"], falseValues: ["0"]}
    - {name: remark}
  """

private let header = "id,sent,school,vision,hours,policy,tool_a,tool_b,remark\n"

private func decode(
  _ records: String, settings: IngestSettings = IngestSettings(quarantineLimit: 1), extra: String = "",
  resolve: @escaping (String) -> UnitResolution = UnitResolution.verbatim(_:)
) throws -> DecodedSurvey {
  let read = try codebook(schools + "\n" + extra)
  #expect(read.findings == [])
  let raw = try CSVReader.parse(Array((header + records).utf8), file: "wave.csv")
  return try SurveyDecoder(codebook: read.codebook, settings: settings, resolve: { typed, _ in resolve(typed) })
    .decode(raw)
}

private func failure(_ text: String, extra: String = "", settings: IngestSettings = IngestSettings()) throws -> (
  Diagnostics.ExitStatus?, [String]
) {
  let raw = try CSVReader.parse(Array(text.utf8), file: "wave.csv")
  let book = try codebook(schools + "\n" + extra).codebook
  do throws(Failure) {
    _ = try SurveyDecoder(codebook: book, settings: settings).decode(raw)
    return (nil, [])
  } catch {
    return (error.status, error.findings.map(\.rendered))
  }
}

@Suite struct SurveyDecoderTests {
  @Test func `answers are typed, and respondents come in order`() throws {
    let survey = try decode(
      """
      b,2020-05-01 10:30,Oak,3,"4,5",no,1,0,fine
      a,2020-05-01T09:00:30,Elm,1,40,yes,0,1,
      """)
    #expect(survey.wave.respondents == ["a", "b"])
    #expect(survey.wave.units == ["Elm", "Oak"])
    #expect(survey.wave["vision"]?.values == .integer([1, 3]))
    #expect(survey.wave["hours"]?.values == .number([40, 4.5]))
    #expect(survey.wave["policy"]?.numbers == [1, 0])
    #expect(survey.wave["tool_a"]?.states == [.notSelected, .answered])
    #expect(survey.wave["tool_a"]?.numbers == [0, 1])
    #expect(survey.wave["sent"]?.values == .text(["2020-05-01T09:00:30", "2020-05-01T10:30:00"]))
    #expect(survey.wave["remark"]?.states == [.missing, .answered])
    #expect(survey.findings == [])
  }

  @Test func `the five states of an answer are told apart`() throws {
    let survey = try decode(
      """
      a,,Oak,3,1,yes,1,0,
      b,,Oak,9,1,yes,0,1,
      c,,Oak,-8,1,yes,,,
      d,,Oak,,1,yes,0,0,
      """)
    #expect(survey.wave["vision"]?.states == [.answered, .refused, .notShown, .missing])
    #expect(survey.wave["vision"]?.numbers == [3, nil, nil, nil])
    #expect(survey.wave["tool_a"]?.states == [.answered, .notSelected, .missing, .notSelected])
  }

  @Test func `every wrong cell is told with its line, and read as no answer`() throws {
    let survey = try decode(
      """
      a,,Oak,4,1,yes,1,0,
      b,,Oak,3,4.5,Jaa,2,0,
      c,,Oak,3,99,yes,0,1,
      """)
    #expect(
      survey.findings.map(\.rendered) == [
        """
        wave.csv:2: warning: 'vision' holds "4", which is not one of 1, 2, 3; it is read as no answer
          mend: correct the cell, or add "4" to 'missingValues' of vision in the codebook
        """,
        """
        wave.csv:3: warning: 'hours' holds "4.5", which is not a number with a decimal comma; it is read as no answer
          mend: write a decimal comma and no thousands separator, or set 'decimalChar: "."' in the codebook
        """,
        """
        wave.csv:3: warning: 'policy' holds "Jaa", which is not one of yes, no; it is read as no answer
          mend: did you mean 'Ja'?
        """,
        """
        wave.csv:3: warning: 'tool_a' holds "2", which is not one of 1, 0; it is read as no answer
          mend: correct the cell, or add "2" to 'missingValues' of tool_a in the codebook
        """,
        """
        wave.csv:4: warning: 'hours' holds "99", which is not between 0 and 80; it is read as no answer
          mend: correct the cell, or widen 'constraints' of hours
        """,
      ])
    #expect(survey.findings.map(\.place.field) == ["vision", "hours", "policy", "tool_a", "hours"])
    #expect(
      survey.ledger.entries.map(\.flags) == [
        ["bad_cell", "incomplete"], ["bad_cell", "incomplete"], ["bad_cell", "incomplete"],
      ])
  }

  @Test func `every record has one outcome, and the sums are right`() throws {
    let survey = try decode(
      """
      a,2020-05-01T09:00,Oak,3,1,yes,1,0,
      a,2020-05-02T09:00,Oak,3,1,yes,1,0,
      b,,Nowhere,3,1,yes,1,0,
      c,,Oak,,,,1,0,
      d,,Oak,3
      ,,Oak,3,1,yes,1,0,
      e,,Oak,3,1,yes,1,0,
      f,,Platform,3,1,yes,1,0,
      """,
      settings: IngestSettings(notUnits: ["platform"], exclude: ["e"], quarantineLimit: 1),
      resolve: {
        let oak = UnitCandidate(code: "S1", name: "Oak")
        return $0 == "Oak" ? .unit(code: "S1", name: "Oak", how: "variant") : .unknown(suggestions: [oak])
      })
    let ledger = survey.ledger
    #expect(
      ledger.entries.map(\.outcome) == [
        .duplicate, .used, .noUnit, .partial, .quarantined, .quarantined, .excluded, .noUnit,
      ])
    #expect(Ledger.Outcome.allCases.map(ledger.count).reduce(0, +) == 8)
    #expect(
      ledger.entries.map(\.reason) == [
        "record 2 on line 3 of the same respondent counts", nil, "\"Nowhere\" is no unit of the register",
        "1 of 4 questions were answered, and 50 % are needed", "the record has 4 fields, and the header has 9",
        "'id' is empty, and every record needs it", "the respondent is on the list 'exclude' of the pipeline file",
        "\"Platform\" is listed as no unit",
      ])
    #expect(ledger.entries[1].flags == ["unit_variant"])
    #expect(ledger.entries[1].unit == "S1")
    #expect(survey.quarantine.map(\.record) == [5, 6])
    #expect(survey.quarantine.map(\.byte) == [167, 176])
    #expect(
      survey.findings.map(\.rendered) == [
        """
        wave.csv: warning: 1 name of 1 record waits for somebody to say which unit is meant
          mend: look in names-proposed.csv of the stage 'ingest', and copy the rows that are right into the file that 'names' under 'ingest' names
        """,
        """
        wave.csv:2: warning: the respondent "a" has 2 records, and the one on line 3 counts
          mend: remove the others from the export, or choose another rule with 'koers:duplicates' in the codebook
        """,
        """
        wave.csv:4: warning: "Nowhere" is no unit of the register; 1 record kept out of the analysis
          mend: did you mean Oak [S1]? confirm it, correct the name, or add it to the register's spellings
        """,
        """
        wave.csv:6: warning: the record has 4 fields, and the header has 9; it is quarantined
          mend: look for a field or line break that is missing
        """,
        """
        wave.csv:7: warning: 'id' is empty, and every record needs it; the record is quarantined
          mend: fill in the cell, or remove 'required' from id in the codebook
        """,
        """
        wave.csv:9: note: "Platform" is listed as no unit; 1 record kept out of the analysis
          mend: remove it from 'not_units' under 'ingest' in the pipeline file when it is one
        """,
      ])
  }

  @Test(arguments: [("most-complete", "1"), ("first", "2"), ("last", "3")])
  func `the rule decides which record of a respondent counts`(rule: String, kept: String) throws {
    let survey = try decode(
      "a,2020-05-03,Oak,2,1,yes,,,\na,2020-05-01,Oak,1,1,yes,1,0,\na,2020-05-02,Oak,3,1,yes,,,\n",
      extra: "koers:duplicates: \(rule)")
    #expect(survey.wave["vision"]?.numbers == [Double(kept == "1" ? 1 : kept == "2" ? 2 : 3)])
    #expect(survey.ledger.count(.duplicate) == 2)
  }

  @Test func `of two equally complete records the latest counts`() throws {
    let survey = try decode("a,2020-05-03,Oak,2,1,yes,1,0,\na,2020-05-01,Oak,1,1,yes,1,0,\n")
    #expect(survey.wave["vision"]?.numbers == [2])
  }

  @Test func `an ambiguous name says what can be meant`() throws {
    let elms = [
      UnitCandidate(code: "E1", name: "Elm (North)", region: "North"), UnitCandidate(code: "E2", name: "Elm (South)"),
    ]
    let survey = try decode(
      "a,,Oak,2,1,yes,1,0,\nb,,Elm,2,1,yes,1,0,\nc,,Elm,2,1,yes,1,0,\n",
      resolve: { $0 == "Oak" ? .verbatim($0) : .ambiguous(elms, why: "the name of 2 units") })
    #expect(
      survey.findings.map(\.rendered) == [
        """
        wave.csv: warning: 1 name of 2 records waits for somebody to say which unit is meant
          mend: look in names-proposed.csv of the stage 'ingest', and copy the rows that are right into the file that 'names' under 'ingest' names
        """,
        """
        wave.csv:3: warning: "Elm" is the name of 2 units; 2 records kept out of the analysis
          mend: confirm which one is meant: Elm (North) [E1, North], Elm (South) [E2]
        """,
      ])
  }

  @Test func `missing and unknown columns are told together, with what could be meant`() throws {
    let (status, found) = try failure(
      "id,sent,shcool,vision,hours,policy,tool_a,tool_b,remark,extra\n1,2,3,4,5,6,7,8,9,0\n")
    #expect(status == .badData)
    #expect(
      found == [
        """
        wave.csv:1: error: the column 'school' of the codebook is not in the file
          mend: is it the column 'shcool'? rename one of the two
        """,
        """
        wave.csv:1: error: the codebook does not know the column 'shcool'
          mend: did you mean 'school'?
        """,
        """
        wave.csv:1: error: the codebook does not know the column 'extra'
          mend: add a field 'extra' to the codebook, or set 'koers:others: ignore' to leave out unknown columns
        """,
      ])
  }

  @Test func `unknown columns are a note when the codebook ignores them`() throws {
    let raw = try CSVReader.parse(
      Array(("x," + header + "0,a,,Oak,3,1,yes,1,0,\n").utf8), file: "wave.csv")
    let book = try codebook(schools + "\nkoers:others: ignore").codebook
    let survey = try SurveyDecoder(codebook: book).decode(raw)
    #expect(survey.findings.map(\.level) == [.note])
    #expect(survey.findings.map(\.message) == ["the codebook does not know the column 'x', which is left out"])
  }

  @Test func `a header alone is no survey`() throws {
    let wanted = """
      wave.csv:1: error: the file holds a header and no records
        mend: export the survey again, with its answers
      """
    #expect(try failure(header) == (.badData, [wanted]))
  }

  @Test func `too many broken records refuse the whole file`() throws {
    let (status, found) = try failure(header + "a\nb\nc,,Oak,3,1,yes,1,0,\n")
    #expect(status == .badData)
    #expect(
      found.last == """
        wave.csv: error: 2 of 3 records are broken, which is more than the limit of 10 %
          mend: correct the file, or raise 'quarantine_limit' under 'ingest' in the pipeline file
        """)
  }

  @Test func `a wave reads back from its table`() throws {
    let survey = try decode("b,2020-05-01,Oak,9,\"4,5\",no,1,0,fine\na,,Elm,-8,40,yes,0,,\nc,,Elm,,,yes,0,1,\n")
    let book = try codebook(schools).codebook
    let table = survey.wave.table(book)
    #expect(
      table.columns.map(\.name) == [
        "respondent", "unit", "sent", "vision", "vision_state", "hours", "policy", "tool_a", "tool_b", "remark",
      ])
    #expect(try Wave(table, codebook: book) == survey.wave)
  }

  @Test func `a table of another codebook is refused`() throws {
    let book = try codebook(schools).codebook
    let failure = #expect(throws: Failure.self) {
      try Wave(
        Table("respondents", [Column("respondent", .text(["a"])), Column("unit", .text(["b"]))]), codebook: book)
    }
    #expect(failure?.findings.count == 7)
    #expect(failure?.status == .badData)
  }
}
