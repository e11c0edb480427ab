import CSVFiles
import Diagnostics
import Survey
import Tables
import Testing

private let preamble = """
  name: forms
  koers:least-answered: 0
  koers:respondents: numbered
  koers:units: respondents
  """

/// Decodes the cells of a survey whose codebook is given by its fields.
private func decode(_ fields: String, _ text: String, more: String = "") throws -> DecodedSurvey {
  let read = try codebook(preamble + "\n" + more + "\nfields:\n" + fields)
  #expect(read.findings == [])
  let raw = try CSVReader.parse(Array(text.utf8), file: "wave.csv", delimiter: CSVReader.semicolon)
  return try SurveyDecoder(codebook: read.codebook, settings: IngestSettings(quarantineLimit: 1)).decode(raw)
}

/// The findings of a codebook, first lines only.
private func mistakes(_ fields: String, more: String = "") throws -> [String] {
  try codebook(preamble + "\n" + more + "\nfields:\n" + fields).findings.map {
    $0.split(separator: "\n").first.map(String.init) ?? ""
  }
}

@Suite struct AnswerFormsTests {
  @Test func `a scale is known by its codes, its labels, and codes with labels behind`() throws {
    let survey = try decode(
      """
        - name: water
          type: integer
          categories:
            - {value: 1, koers:label: {nl: Geen, en: None at all}, koers:also: ["niets"]}
            - {value: 8, koers:label: {nl: Veel, en: A lot}}
      """,
      "water\n1\n1 (None at all)\n1 - Geen\n1 = none  at all\n8.0\n8,00\nVEEL\n a lot \nniets\n8 (None at all)\n8.5\n")
    #expect(survey.wave["water"]?.numbers == [1, 1, 1, 1, 8, 8, 8, 8, 1, nil, nil])
    #expect(
      survey.findings.map(\.rendered) == [
        """
        wave.csv:11: warning: 'water' holds "8 (None at all)", which is not one of 1, 8; it is read as no answer
          mend: did you mean 'None at all'?
        """,
        """
        wave.csv:12: warning: 'water' holds "8.5", which is not one of 1, 8; it is read as no answer
          mend: correct the cell, or add "8.5" to 'missingValues' of water in the codebook
        """,
      ])
    #expect(survey.wave.respondents == ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11"])
    #expect(survey.wave.units == survey.wave.respondents)
  }

  @Test func `a code comes before a label that looks like another code`() throws {
    let survey = try decode(
      """
        - name: rank
          categories: [{value: a, label: b}, {value: b, label: c}, {value: x, label: same}, {value: y, label: same}]
      """, "rank\na\nb\nc\nsame\n")
    #expect(survey.wave["rank"]?.values == .text(["a", "b", "b", nil]))
  }

  @Test func `options are ticked by a mark, a word, or their own text`() throws {
    let survey = try decode(
      """
        - {name: a, type: boolean, koers:group: tools, koers:option: Maps and plans, trueValues: ["Y", "Ja"]}
        - {name: b, type: boolean, koers:group: tools, koers:text: Counters, trueValues: ["Y", "Ja"], falseValues: ["N"]}
      """, "a;b\nY;N\nja;counters\nMaps and plans;\n;\n", more: "koers:groups: [{name: tools, text: Which?}]")
    #expect(survey.wave["a"]?.states == [.answered, .answered, .answered, .missing])
    #expect(survey.wave["b"]?.states == [.notSelected, .answered, .missing, .missing])
    #expect(survey.findings == [])
  }

  @Test func `an empty cell beside a chosen option was not chosen when the codebook says so`() throws {
    let survey = try decode(
      """
        - {name: a, type: boolean, koers:group: tools, trueValues: ["Y"]}
        - {name: b, type: boolean, koers:group: tools, trueValues: ["Y"]}
      """, "a;b\nY;\n;Y\n;\n", more: "koers:groups: [{name: tools, text: Which?, blank: not-selected}]")
    #expect(survey.wave["a"]?.states == [.answered, .notSelected, .missing])
    #expect(survey.wave["b"]?.states == [.notSelected, .answered, .missing])
    #expect(survey.wave["a"]?.numbers == [1, 0, nil])
  }

  @Test func `joined choices come apart, the longest known choice first`() throws {
    let group = """
      koers:groups:
        - {name: how, text: How?, column: Vervoer, joiner: ", ", other: more}
      """
    let survey = try decode(
      """
        - {name: bus, type: boolean, koers:group: how, koers:option: Bus}
        - {name: night, type: boolean, koers:group: how, koers:option: "Bus, at night"}
        - {name: foot, type: boolean, koers:group: how, koers:option: On foot}
        - {name: more}
      """, "Vervoer\nBus, On foot\nBus, at night\nbus, at night,on foot\nA boat, or two, Bus\n\"\"\nBuses\n",
      more: group)
    #expect(survey.wave["bus"]?.numbers == [1, 0, 0, 1, nil, 0])
    #expect(survey.wave["night"]?.numbers == [0, 1, 1, 0, nil, 0])
    #expect(survey.wave["foot"]?.numbers == [1, 0, 1, 0, nil, 0])
    #expect(survey.wave["more"]?.values == .text([nil, nil, nil, "A boat, or two", nil, "Buses"]))
    #expect(survey.findings == [])
  }

  @Test func `what is no choice is told when no question takes it`() throws {
    let survey = try decode(
      """
        - {name: one, type: boolean, koers:group: how, koers:option: "1"}
        - {name: three, type: boolean, koers:group: how, koers:option: "3"}
        - {name: five, type: boolean, koers:group: how, koers:option: "5"}
      """, "Q4\n1,3,5\n3\n1,7\n", more: "koers:groups: [{name: how, text: How?, column: Q4}]")
    #expect(survey.wave["one"]?.states == [.answered, .notSelected, .answered])
    #expect(survey.wave["three"]?.states == [.answered, .answered, .notSelected])
    #expect(
      survey.findings.map(\.rendered) == [
        """
        wave.csv:4: warning: 'Q4' holds "7", which is no choice of 'how'; the other choices are read
          mend: add an option with 'koers:option: "7"' to the codebook, or name a text field with 'other' under \
        'koers:groups' that takes what is no choice
        """
      ])
    #expect(survey.ledger.entries.map(\.flags) == [[], [], ["bad_cell"]])
  }

  @Test func `who was not shown a question did not leave it open`() throws {
    let survey = try decode(
      """
        - {name: has, categories: [{value: "yes", label: Ja}, {value: "no", label: Nee}]}
        - {name: many, type: integer, koers:shown-if: {question: has, is: ["yes"]}, constraints: {required: true}}
        - {name: why, koers:shown-if: {question: has, is: [Nee]}}
      """, "has;many;why\nJa;4;\nno;;no money\nno;2;\n;;\n")
    #expect(survey.wave["many"]?.states == [.answered, .notShown, .answered, .notShown])
    #expect(survey.wave["many"]?.numbers == [4, nil, 2, nil])
    #expect(survey.wave["why"]?.states == [.notShown, .answered, .missing, .notShown])
    #expect(
      survey.ledger.entries.map(\.flags) == [[], [], ["unexpected_answer"], ["incomplete"]])
    #expect(survey.ledger.count(.quarantined) == 0)
  }

  @Test func `numbers are read with thousands, units and spaces as the codebook says`() throws {
    let survey = try decode(
      """
        - {name: euro, type: number, decimalChar: ",", groupChar: ".", bareNumber: false, koers:unit: euro}
        - {name: people, type: integer, groupChar: " "}
        - {name: staff, type: number, decimalChar: ".", groupChar: ",", bareNumber: false}
      """,
      "euro;people;staff\n€ 1.200,50;12\u{A0}000;12.5 fte\n1200,5; 1 234 567\u{A0};1,000\n-€ 3;7.0;about .5\n12.00;1 23;x\n"
    )
    #expect(survey.wave["euro"]?.numbers == [1200.5, 1200.5, -3, nil])
    #expect(survey.wave["people"]?.numbers == [12000, 1_234_567, 7, nil])
    #expect(survey.wave["staff"]?.numbers == [12.5, 1000, 0.5, nil])
    #expect(
      survey.findings.map(\.message) == [
        "'euro' holds \"12.00\", which is not a number with a decimal comma; it is read as no answer",
        "'people' holds \"1 23\", which is not a whole number; it is read as no answer",
        "'staff' holds \"x\", which is not a number; it is read as no answer",
      ])
  }

  @Test func `days and moments are read by the pattern of the codebook`() throws {
    let survey = try decode(
      """
        - {name: day, type: date, format: "%d-%m-%Y"}
        - {name: sent, type: datetime, format: "%d/%m/%Y %H:%M"}
      """, "day;sent\n26-6-2020;26/06/2020 9:05\n31-02-2020;2020-06-26\n")
    #expect(survey.wave["day"]?.values == .date([CalendarDate(iso: "2020-06-26"), nil]))
    #expect(survey.wave["sent"]?.values == .text(["2020-06-26T09:05:00", nil]))
    #expect(
      survey.findings.map(\.rendered) == [
        """
        wave.csv:3: warning: 'day' holds "31-02-2020", which is not a date such as %d-%m-%Y; it is read as no answer
          mend: correct the cell, or 'format: "%d-%m-%Y"' of day in the codebook
        """,
        """
        wave.csv:3: warning: 'sent' holds "2020-06-26", which is not a date with a time such as %d/%m/%Y %H:%M; it is \
        read as no answer
          mend: correct the cell, or 'format: "%d/%m/%Y %H:%M"' of sent in the codebook
        """,
      ])
  }

  @Test func `the five states read back from the table`() throws {
    let fields = """
        - {name: a, type: boolean, koers:group: tools, koers:refused: ["99"], koers:not-shown: ["-1"]}
        - {name: b, type: boolean, koers:group: tools}
        - {name: c, type: integer, koers:refused: ["99"], koers:not-shown: ["-1"]}
        - {name: d, koers:refused: ["99"], koers:not-shown: ["-1"]}
      """
    let more = "koers:groups: [{name: tools, text: Which?}]"
    let survey = try decode(fields, "a;b;c;d\n1;1;5;x\n0;1;99;99\n99;0;-1;-1\n-1;0;;\n;0;7;y\n", more: more)
    #expect(survey.wave["a"]?.states == [.answered, .notSelected, .refused, .notShown, .missing])
    let book = try codebook(preamble + "\n" + more + "\nfields:\n" + fields).codebook
    #expect(try Wave(survey.wave.table(book), codebook: book) == survey.wave)
  }

  @Test func `mistakes in the new keys are told`() throws {
    #expect(
      try mistakes(
        """
          - {name: a, koers:shown-if: {question: bb, is: [x]}}
          - {name: day, type: date, format: "%Q"}
          - {name: n, type: number, decimalChar: ",", groupChar: ","}
        """, more: "koers:dialect: {tool: surveymonkye, encoding: utf8, headingRows: 3}") == [
          "codebook.yaml:8:37: error: '%Q' is no pattern of a day",
          "codebook.yaml:9:58: error: the mark between thousands is the decimal mark",
          "codebook.yaml:5:47: error: 'koers:dialect.encoding' must be one of auto, utf-8, windows-1252, iso-8859-15, "
            + "cp850, utf-8-twice, and is \"utf8\"",
          "codebook.yaml:5:23: error: there is no export of 'surveymonkye'",
          "codebook.yaml:7:3: error: 'koers:shown-if' of 'a' names the field 'bb', which there is not",
        ])
  }
}
