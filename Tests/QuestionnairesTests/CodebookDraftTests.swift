import Diagnostics
import Exports
import PipelineFiles
import Questionnaires
import Settings
import Survey
import Tables
import Testing

/// The records of a file with these rows below its heading.
func records(_ rows: [[String]], from line: Int = 2) -> RawRecords {
  var records = RawRecords()
  for (index, row) in rows.enumerated() { records.append(line: index + line, byte: 0, fields: row) }
  return records
}

/// The layout of a file with these headings.
func layout(_ headings: [[String]], tool: ExportLayout.Tool? = nil) throws -> ExportLayout {
  try ExportLayout(detecting: records(headings, from: 1), tool: tool, headingRows: headings.count, file: "answers.csv")
}

/// The draft for columns, each with a heading and its cells.
func draft(
  _ columns: [(String, [String])], tool: ExportLayout.Tool? = nil, labels: [ColumnLabels] = [], unit: String? = nil,
  noUnits: Bool = true
) throws -> String {
  let rows = (0..<(columns.map(\.1.count).max() ?? 0)).map { row in columns.map { $0.1.count > row ? $0.1[row] : "" } }
  return try CodebookDraft(
    layout: layout([columns.map(\.0)], tool: tool), records: records(rows), labels: labels,
    wishes: CodebookDraft.Wishes(name: "x", unit: unit, respondentsAreUnits: noUnits), file: "folder/answers.csv"
  ).text
}

/// The part of a draft below `fields:`.
func fields(_ draft: String) -> String {
  draft.firstRange(of: "\nfields:\n").map { String(draft[$0.upperBound...]) } ?? ""
}

@Suite struct CodebookDraftTests {
  @Test func `a draft says what each column is, and why`() throws {
    let text = try draft(
      [
        ("nr", ["1", "2", "3", "4", "5", "6"]),
        ("Bij welke school werkt u?", ["A", "B", "A", "C", "B", "A"]),
        ("Bent u tevreden?", ["eens", "oneens", "neutraal", "", "Eens", "helemaal eens"]),
        ("Reistijd", ["1,5", "2", "0,75", "n.v.t.", "3", ""]),
        ("E-mail", ["a@b.nl", "c@d.nl", "e@f.nl", "g@h.nl", "i@j.nl", "k@l.nl"]),
        ("leeg", []),
      ], noUnits: false)
    #expect(
      text == """
        # A codebook drafted from answers.csv: 6 records, 6 columns.
        # Above each field stands why it is as it is. Check them all: give texts and labels in both languages as {nl:
        # ..., en: ...}, and set 'koers:publish: true' where figures may be published; nothing is yet.
        name: "x"
        title: "x"

        # Written by plain: nothing in the heading tells of a survey tool.
        koers:dialect: {tool: plain, headingRows: 1}
        # Columns without a field below are left out.
        koers:others: ignore
          # "leeg": empty in every record

        fields:
          # the respondent: every record has its own value
          - name: nr
            type: string
            koers:role: respondent
            koers:text: "nr"
          # taken for the unit of analysis by its heading: 3 different names
          - name: bij_welke_school_werkt_u
            koers:column: "Bij welke school werkt u?"
            type: string
            koers:role: unit
            koers:text: "Bij welke school werkt u?"
          # a scale of 5 points, known words of agreement, in order from the least to the most
          - name: bent_u_tevreden
            koers:column: "Bent u tevreden?"
            type: integer
            koers:text: "Bent u tevreden?"
            categoriesOrdered: true
            categories:
              - {value: 1, koers:label: "Helemaal mee oneens", koers:also: ["Helemaal mee oneens"]}
              - {value: 2, koers:label: "oneens", koers:also: ["oneens"]}
              - {value: 3, koers:label: "neutraal", koers:also: ["neutraal"]}
              - {value: 4, koers:label: "Eens", koers:also: ["Eens", "eens"]}
              - {value: 5, koers:label: "helemaal eens", koers:also: ["helemaal eens"]}
          # numbers with a decimal comma
          # read as no answer: "n.v.t."
          # seen from 0.75 to 3
          - name: Reistijd
            type: number
            koers:text: "Reistijd"
            missingValues: ["", "n.v.t."]
            decimalChar: ","
            constraints: {minimum: 0}
          # addresses of e-mail: never publish, better leave out
          - name: e_mail
            koers:column: "E-mail"
            type: string
            koers:text: "E-mail"
            koers:publish: false

        """)
  }

  @Test func `points with words at the ends are one scale with the points without`() throws {
    let text = try draft([("q", ["1 (None at all)", "3", "10 (All my time)", "7", "3"])])
    #expect(text.contains("# a scale from 1 to 10; words stand at 1 \"None at all\", 10 \"All my time\""))
    #expect(text.contains("- {value: 1, koers:label: \"None at all\", koers:also: [\"1 (None at all)\"]}\n"))
    #expect(text.contains("- {value: 2, koers:label: \"2\"}\n"))
    let falling = try draft([("q", ["1 - helemaal eens", "5 - helemaal oneens", "2", "3"])])
    #expect(falling.contains("koers:direction: negative"))
  }

  @Test func `a multi-select is found by yes and no, by one word, and by the words of the choices`() throws {
    let yes = try draft([
      ("Q1[a]. Which? [Tea]", ["Yes", "No", ""]), ("Q1[b]. Which? [Milk]", ["No", "No", ""]),
      ("Q2. x", ["1", "2", "3"]),
    ])
    #expect(yes.contains("# a multi-select: 2 columns of one question hold \"Yes\" or \"No\"\n"))
    #expect(yes.contains("- name: Q1\n    text: \"Which?\"\n    blank: missing\n"))
    #expect(
      yes.contains("# nobody chose this option\n  - name: q1_milk\n    koers:column: \"Q1[b]\"\n    type: boolean\n"))
    #expect(yes.contains("trueValues: [\"Yes\"]\n    falseValues: [\"No\"]\n"))
    let marked = try draft([("Q1[a]", ["Y", "", "Y"]), ("Q1[b]", ["", "", "Y"])])
    #expect(marked.contains("2 columns of one question hold \"Y\" or nothing"))
    #expect(marked.contains("blank: not-selected"))
    let own = try CodebookDraft(
      layout: layout([["Respondent ID", "Collector ID", "Which?", ""], ["", "", "Tea", "Milk"]]),
      records: records([["1", "9", "Tea", ""], ["2", "9", "", "Milk"], ["3", "9", "Tea", "Milk"]]),
      wishes: CodebookDraft.Wishes(name: "x"), file: "answers.csv"
    ).text
    #expect(own.contains("2 columns of one question hold the words of their own choice, or nothing"))
    #expect(own.contains("trueValues: [\"Milk\"]"))
  }

  @Test func `numbered columns of noughts and ones are one multi-select`() throws {
    let text = try draft([
      ("ms01", ["1", "0", "0"]), ("ms02", ["0", "0", "1"]), ("ms03", ["1", "1", ""]), ("q1", ["1", "0", "1"]),
    ])
    #expect(text.contains("# a multi-select: 3 columns of one question hold \"1\" or \"0\"\n  - name: ms\n"))
    #expect(text.contains("- name: ms02\n    type: boolean\n    koers:text: \"ms02\"\n    koers:group: ms\n"))
    #expect(text.contains("- name: q1\n    type: boolean\n    koers:text: \"q1\"\n    trueValues"))
  }

  @Test func `rows of one question share their scale`() throws {
    let text = try draft([
      ("Q1[a]. How? [x]", ["Agree", "Agree"]), ("Q1[b]. How? [y]", ["Disagree", "Strongly agree"]),
    ])
    #expect(text.contains("the 2 rows of the\n  # question share it"))
    #expect(text.contains("categories: &answers1\n"))
    #expect(text.contains("categories: *answers1\n"))
  }

  @Test func `joined choices are found, also when a choice holds the joiner`() throws {
    let rows = [
      "Thee, Koffie", "Koffie", "Melk, boter en kaas", "Thee, Melk, boter en kaas", "Koffie, Melk, boter en kaas", "",
    ]
    let text = try draft(
      [("Tijdstempel", rows.map { _ in "5-3-2021 10:11:12" }), ("Wat drinkt u?", rows)], tool: .googleForms)
    #expect(
      text.contains(
        """
        koers:groups:
          # a multi-select: 4 cells hold choices behind ",", 3 different ones in all
          # "Melk, boter en kaas" is taken for one choice: its parts only ever stand together
          - name: wat_drinkt_u
            text: "Wat drinkt u?"
            column: "Wat drinkt u?"
            joiner: ","
            blank: not-selected

        """))
    #expect(text.contains("- name: wat_drinkt_u_melk_boter_en_kaas\n"))
    #expect(text.contains("koers:option: \"Melk, boter en kaas\"\n"))
    let sentence = try draft(
      [("Tijdstempel", ["5-3-2021 10:11:12"]), ("Waarom?", ["Ja, daarom", "Ja, daarom", "Zo, zo", "Nee"])],
      tool: .googleForms)
    #expect(!sentence.contains("koers:groups"))
  }

  @Test func `codes and words for no answer are found`() throws {
    let text = try draft([
      ("a", ["1", "2", "3", "99", "4", "99"]), ("b", ["10", "30", "-1", "20", "50", "60"]),
      ("c", ["Ja", "Nee", "weet niet", "Ja", "Prefer not to say", "Nee"]),
      ("d", ["97", "98", "99", "100", "96", "95"]),
    ])
    #expect(text.contains("# read as no answer: \"99\"\n"))
    #expect(text.contains("missingValues: [\"\", \"99\"]"))
    #expect(text.contains("missingValues: [\"\", \"-1\"]"))
    #expect(text.contains("koers:refused: [\"Prefer not to say\", \"weet niet\"]"))
    #expect(
      fields(text).contains("- name: d\n    type: integer\n    koers:text: \"d\"\n    constraints: {minimum: 0}\n"))
  }

  @Test func `numbers are found in every way of writing, with their units`() throws {
    let text = try draft([
      ("a", ["1.200", "950", "12.000,50"]), ("b", ["8.0", "10.0", "3.0"]), ("c", ["€ 1.200", "€ 300", "€ 50"]),
      ("d", ["12 fte", "3,5 fte", "1"]), ("e", ["10%", "20%", "35%"]), ("f", ["1,200.5", "3,000", "12.5"]),
    ])
    let parts = fields(text).split(separator: "  - name: ").map(String.init)
    #expect(parts[1].contains("decimalChar: \",\"\n    groupChar: \".\"\n"))
    #expect(parts[2].contains("type: integer"))
    #expect(parts[1].contains("# whole numbers, some written with a point as 8.0"))
    #expect(parts[3].contains("groupChar: \".\"\n    bareNumber: false\n    koers:unit: \"€\"\n"))
    #expect(parts[4].contains("decimalChar: \",\"\n    bareNumber: false\n    koers:unit: \"fte\"\n"))
    #expect(parts[5].contains("koers:unit: \"%\"\n    constraints: {minimum: 0, maximum: 100}\n"))
    #expect(parts[6].contains("decimalChar: \".\"") == false)
    #expect(parts[6].contains("groupChar: \",\"\n"))
  }

  @Test func `days and moments are told from other texts`() throws {
    let text = fields(
      try draft([
        ("a", ["2021-03-01", "2021-04-01"]), ("b", ["2021-03-01 10:00", "2021-04-01T11:12:13Z"]),
        ("c", ["1-3-2021", "31-12-2021"]), ("d", ["0.0.1", "1.2"]),
        ("e", ["3/4/2021 9:05", "5/6/2021 10:15"]), ("f", ["03/04/2021 09:05:00 AM", "05/06/2021 10:15:00 PM"]),
      ]))
    #expect(text.contains("- name: a\n    type: date\n"))
    #expect(text.contains("- name: b\n    type: datetime\n"))
    #expect(text.contains("# days written as \"%d-%m-%Y\", such as \"1-3-2021\"\n"))
    #expect(text.contains("- name: c\n    type: date\n    format: \"%d-%m-%Y\"\n"))
    #expect(text.contains("# month and day cannot be told apart: check which one comes first\n"))
    #expect(text.contains("- name: e\n    type: datetime\n    format: \"%d/%m/%Y %H:%M\"\n"))
    #expect(
      text.contains("# days that are not written as 2021-03-01, such as \"03/04/2021 09:05:00 AM\"; kept as text\n"))
    #expect(text.contains("- name: f\n    type: string\n"))
    #expect(text.contains("- name: d\n    type: string\n"))
  }

  @Test func `what may tell who somebody is is not published`() throws {
    let text = try draft([
      ("naam van de contactpersoon", ["An", "Bo", "Cy", "Di"]),
      ("ip", ["192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4"]),
      ("Opmerkingen", ["Geen bijzonderheden", "Geen bijzonderheden", "Geen bijzonderheden", "Goed verzorgd"]),
      ("zomaar", ["een", "twee", "drie", "vier"]),
    ])
    #expect(text.components(of: "koers:publish: false") == 4)
    #expect(
      text.contains("the heading speaks of \"naam\": it may tell who somebody is; never publish, better leave out"))
    #expect(text.contains("addresses of computers: never publish, better leave out"))
    #expect(text.contains("free text by its heading: it may tell who somebody is"))
    #expect(text.contains("free text: 4 different answers; it may tell who somebody is"))
  }

  @Test func `labels of an SPSS file make lists, scales and answers that are none`() throws {
    func label(_ pairs: [(String, String)]) -> [ColumnLabels.ValueLabel] {
      pairs.map { ColumnLabels.ValueLabel(value: $0.0, label: $0.1) }
    }
    let text = fields(
      try draft(
        [("a", ["1", "2", "9"]), ("b", ["1", "5", "3"]), ("c", ["1", "2", "2"]), ("d", ["2", "7", "10"])], tool: .spss,
        labels: [
          ColumnLabels(
            name: "a", label: "Open?", values: label([("1", "Ja"), ("2", "Nee"), ("9", "Weet niet")]),
            userMissing: [.value("9"), .range(97, 99)]),
          ColumnLabels(
            name: "b",
            values: label([
              ("1", "Strongly agree"), ("2", "Agree"), ("3", "Neutral"), ("4", "Disagree"), ("5", "Strongly disagree"),
            ])),
          ColumnLabels(name: "c", values: label([("1", "Rood"), ("2", "Wit"), ("3", "Blauw")]), measure: .nominal),
          ColumnLabels(name: "d", values: label([("1", "niets"), ("10", "alles")])),
        ]))
    #expect(text.contains("# the file labels its two codes \"Ja\", \"Nee\"\n"))
    #expect(text.contains("# the file declares as no answer: 9 (Weet niet), 97 to 99\n"))
    #expect(text.contains("trueValues: [\"1\"]\n    falseValues: [\"2\"]\n    koers:refused: [\"9\"]\n"))
    #expect(text.contains("# a scale of 5 points by the labels of the file: words of agreement\n"))
    #expect(text.contains("koers:direction: negative\n"))
    #expect(text.contains("# the file labels 3 values\n  - name: c\n    type: string\n"))
    #expect(text.contains("- {value: \"3\", koers:label: \"Blauw\"}\n"))
    #expect(text.contains("# a scale from 1 to 10, of which the file labels 2 points\n"))
  }

  @Test func `without identification the records are numbered, and respondents are units`() throws {
    let text = try draft([("a", ["x", "x", "y"])], noUnits: false)
    #expect(
      text.contains(
        """
        # No column tells the respondents apart: each is called by the number of the record.
        koers:respondents: numbered
        # No column names a unit: each respondent is one.
        koers:units: respondents

        """))
  }

  @Test func `a unit that is not in the file is refused, with the nearest column`() {
    let failure = #expect(throws: Failure.self) {
      try draft([("school", ["x"]), ("b", ["y"])], unit: "schol", noUnits: false)
    }
    #expect(failure?.status == .usage)
    #expect(
      failure?.findings.map(\.rendered) == [
        """
        folder/answers.csv: error: the column 'schol' of the unit is not in the file
          mend: did you mean 'school'?
        """
      ])
  }
}

extension String {
  /// How often a part occurs.
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
