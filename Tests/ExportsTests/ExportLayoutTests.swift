import Diagnostics
import Exports
import Tables
import Testing

@Suite struct ExportLayoutTests {
  @Test func `LimeSurvey headings of code and text give codes as names`() throws {
    let layout = try layout([
      "id. Response ID", "Q1. How many?", "Q2[SQ001]. Which of these? [C#]", "Q2[SQ002]. Which of these? [Go [old]]",
      "Q2[other]. Which of these? [Other]", "Q3[a]. [In a month, how much?]", "Q4[SQ001]. Who? []",
    ])
    #expect(layout.tool == .limesurvey)
    #expect(layout.reason == "7 of 7 headings hold a code and a text, such as \"id. Response ID\"")
    #expect(layout.headingRecords == 1)
    #expect(layout.columns.map(\.name) == ["id", "Q1", "Q2[SQ001]", "Q2[SQ002]", "Q2[other]", "Q3[a]", "Q4[SQ001]"])
    #expect(layout.columns[2].names == ["Q2[SQ001]", "Q2_SQ001", "Q2[SQ001]. Which of these? [C#]"])
    #expect(layout.columns[2].text == "Which of these?")
    #expect(layout.columns.map(\.option) == [nil, nil, "C#", "Go [old]", "Other", "In a month, how much?", "SQ001"])
    #expect(layout.columns.map(\.group) == [nil, nil, "Q2", "Q2", "Q2", "Q3", "Q4"])
    #expect(layout.columns.map(\.purpose) == [.response, .answer, .answer, .answer, .ownWords, .answer, .answer])
    #expect(layout.columns[5].text == "")
  }

  @Test func `LimeSurvey headings of codes alone are known by their brackets or underscores`() throws {
    let bracketed = try layout(["id", "submitdate", "Q1", "Q2[SQ001]", "Q2[SQ002]", "Q1Time"])
    #expect(bracketed.tool == .limesurvey)
    #expect(bracketed.reason == "2 headings are codes of choices, such as \"Q2[SQ001]\"")
    #expect(bracketed.columns.map(\.purpose) == [.response, .submitted, .answer, .answer, .answer, .administration])
    let underscored = try layout(["id", "submitdate", "lastpage", "Q1", "Q2_SQ001", "Q2_SQ002", "Q2_other"])
    #expect(underscored.tool == .limesurvey)
    #expect(underscored.reason == "the columns of LimeSurvey itself are there: id, submitdate, lastpage")
    #expect(underscored.columns[4].names == ["Q2_SQ001", "Q2[SQ001]"])
    #expect(underscored.columns[4].group == "Q2")
    #expect(underscored.columns[6].purpose == .ownWords)
  }

  @Test func `LimeSurvey headings of text alone are split at the bracket`() throws {
    let layout = try layout([
      "Response ID", "Date submitted", "Last page", "Start language", "Which? [Tea]", "Which? [Coffee]",
      "Which? [Other]",
    ])
    #expect(layout.tool == .limesurvey)
    #expect(layout.columns.map(\.purpose).prefix(3) == [.response, .submitted, .administration])
    #expect(layout.columns.suffix(3).map(\.group) == ["Which?", "Which?", "Which?"])
    #expect(layout.columns.suffix(3).map(\.option) == ["Tea", "Coffee", "Other"])
    #expect(layout.columns.last?.purpose == .ownWords)
  }

  @Test func `a code with two indices belongs to one question`() throws {
    let layout = try layout(["Q1[a][1]. How? [Row] [First scale]", "Q1[a][2]. How? [Row] [Second scale]"])
    #expect(layout.columns.map(\.name) == ["Q1[a][1]", "Q1[a][2]"])
    #expect(layout.columns.map(\.text) == ["How?", "How?"])
    #expect(layout.columns.map(\.option) == ["Row, First scale", "Row, Second scale"])
  }

  @Test func `Qualtrics gives import identifications as names of answers`() throws {
    let layout = try layout(
      ["StartDate", "ResponseId", "RecordedDate", "Q2_1", "Q2_3", "Q2_3_TEXT", "Q3"],
      [
        "Start Date", "Response ID", "Recorded Date", "Which? - Selected Choice - Tea",
        "Which? - Selected Choice - Other, namely:", "Which? - Other, namely: - Text", "How <b>many</b>?",
      ],
      [
        #"{"ImportId":"startDate","timeZone":"Europe/Amsterdam"}"#, #"{"ImportId":"_recordId"}"#,
        #"{"ImportId":"recordedDate"}"#, #"{"ImportId":"QID5_1"}"#, #"{"ImportId":"QID5_3"}"#,
        #"{"ImportId":"QID5_3_TEXT"}"#, #"{"ImportId":"QID7"}"#,
      ], ["2021-03-01 10:00:00", "R_1", "2021-03-01 10:05:00", "1", "", "", "4"])
    #expect(layout.tool == .qualtrics)
    #expect(layout.headingRecords == 3)
    #expect(layout.reason == "row 3 holds import identifications, such as \"QID7\"")
    #expect(
      layout.columns.map(\.name) == [
        "StartDate", "ResponseId", "RecordedDate", "QID5_1", "QID5_3", "QID5_3_TEXT", "QID7",
      ])
    #expect(layout.columns[3].names == ["QID5_1", "Q2_1"])
    #expect(layout.columns.map(\.group) == [nil, nil, nil, "Q2", "Q2", nil, nil])
    #expect(layout.columns[4].option == "Other, namely:")
    #expect(layout.columns[4].text == "Which?")
    #expect(layout.columns[6].text == "How many?")
    #expect(
      layout.columns.map(\.purpose) == [.started, .response, .submitted, .answer, .answer, .ownWords, .answer])
  }

  @Test func `SurveyMonkey questions are filled forward over their choices`() throws {
    let layout = try layout(
      ["Respondent ID", "Collector ID", "Start Date", "End Date", "Which?", "", "", "How many?", "Why?"],
      ["", "", "", "", "Tea", "Coffee", "Other (please specify)", "Response", "Open-Ended Response"],
      ["118", "4", "03/01/2021 10:00:00 AM", "03/01/2021 10:04:00 AM", "Tea", "", "", "4", ""])
    #expect(layout.tool == .surveymonkey)
    #expect(layout.headingRecords == 2)
    #expect(layout.reason == "the columns of SurveyMonkey itself are there: Respondent ID, Collector ID, Start Date")
    #expect(
      layout.columns.map(\.name) == [
        "Respondent ID", "Collector ID", "Start Date", "End Date", "Which? [Tea]", "Which? [Coffee]",
        "Which? [Other (please specify)]", "How many?", "Why?",
      ])
    #expect(layout.columns.map(\.option).suffix(5) == ["Tea", "Coffee", "Other (please specify)", nil, nil])
    #expect(
      layout.columns.map(\.purpose) == [
        .response, .administration, .started, .submitted, .answer, .answer, .ownWords, .answer, .answer,
      ])
  }

  @Test func `Google Forms and Microsoft Forms are known by their first headings`() throws {
    let google = try layout(
      ["Tijdstempel", "Welke?", "Hoe vaak? [Thuis]", "Hoe vaak? [Werk]"], ["5-3-2021 10:11:12", "Thee, Melk", "3", "4"])
    #expect(google.tool == .googleForms)
    #expect(google.reason == "the first heading is \"Tijdstempel\", and moments stand below it")
    #expect(google.columns.map(\.group) == [nil, nil, "Hoe vaak?", "Hoe vaak?"])
    #expect(google.columns[0].purpose == .submitted)
    let microsoft = try layout(["Id", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Welke?\u{A0}", "Naam "])
    #expect(microsoft.tool == .microsoftForms)
    #expect(microsoft.reason == "the first headings are Id, Begintijd, Tijd van voltooien")
    #expect(
      microsoft.columns.map(\.purpose) == [.response, .started, .submitted, .person, .person, .answer, .person])
    #expect(microsoft.columns[6].name == "Naam (2)")
    #expect(try layout(["Id", "Start time", "Completion time", "Email", "Name", "Why?"]).tool == .microsoftForms)
  }

  @Test func `a heading called Timestamp above something else is plain`() throws {
    #expect(try layout(["Timestamp", "Why?"], ["often", "x"]).tool == .plain)
  }

  @Test func `a file without signs of a tool is plain, with its headings as names`() throws {
    let layout = try layout(["\u{FEFF}naam", " aantal  fte ", "q1_1"], ["a", "b", "c"])
    #expect(layout.tool == .plain)
    #expect(layout.reason == "nothing in the heading tells of a survey tool")
    #expect(layout.columns.map(\.names) == [["naam"], ["aantal fte", "aantal  fte"], ["q1_1"]])
    #expect(layout.notes == [])
  }

  @Test func `columns without a name are called after their place, with a note`() throws {
    let layout = try layout(["", "a", "", "b", "", ""])
    #expect(layout.columns.map(\.name) == ["index", "a", "column_3", "b", "column_5", "column_6"])
    #expect(layout.columns[0].purpose == .index)
    #expect(
      layout.notes.map(\.rendered) == [
        """
        answers.csv:1: note: the first column has no name; it is taken for row numbers, and called 'index'
          mend: remove the column, or give it a name in the header
        """,
        """
        answers.csv:1: note: 3 columns from column 3 on have no name; they are called 'column_3' to 'column_6'
          mend: give each a name in the header, or remove it
        """,
      ])
  }

  @Test func `of equal headings the later ones get a number, with a note`() throws {
    let layout = try layout(["a", "a", "b", "a", "a (2)"])
    #expect(layout.columns.map(\.name) == ["a", "a (3)", "b", "a (4)", "a (2)"])
    #expect(
      layout.notes.first?.rendered == """
        answers.csv:1: note: the columns 1 and 2 have one heading; the second is called 'a (3)'
          mend: give the second another name in the header
        """)
  }

  @Test func `no name leads to two columns, whatever the headings`() throws {
    let words = ["a", "a", "", "Q1[a]", "Q1_a", "Q1[a]. Why? [x]", "Q1[a]. Why? [x]", "a (2)", "column_3", "index"]
    for turn in words.indices {
      let row = Array(words[turn...] + words[..<turn])
      for tool in ExportLayout.Tool.allCases where tool != .qualtrics {
        let layout = try layout(row, row, tool: tool)
        let names = layout.columns.flatMap(\.names)
        #expect(Set(names).count == names.count, "\(tool) \(row)")
        #expect(layout.columns.map(\.position) == Array(row.indices))
      }
    }
  }

  @Test func `a tool that was given wins, and a heading of given length is taken`() throws {
    let layout = try layout(["v1", "v2"], ["Why?", "How?"], ["1", "2"], tool: .plain, headingRows: 2)
    #expect(layout.headingRecords == 2)
    #expect(layout.columns.map(\.text) == ["Why?", "How?"])
    #expect(try self.layout(["1", "2"], tool: .plain, headingRows: 0).columns.map(\.name) == ["index", "column_2"])
  }

  @Test func `wrong calls of a tool and short files get a clear answer`() {
    let tool = #expect(throws: Failure.self) { try layout(["a", "b"], tool: .qualtrics) }
    #expect(tool?.status == .badPipeline)
    #expect(
      tool?.findings.map(\.rendered) == [
        """
        answers.csv:1: error: the codebook says that Qualtrics wrote this file, and neither its columns nor import \
        identifications are in its first rows
          mend: correct 'tool' under 'koers:dialect' in the codebook, or set 'headingRows' there
        """
      ])
    let short = #expect(throws: Failure.self) { try layout(["a", "b"], headingRows: 2) }
    #expect(
      short?.findings.map(\.rendered) == [
        """
        answers.csv: error: the heading takes 2 records, and the file has 1
          mend: export the survey again, or correct 'headingRows' under 'koers:dialect' in the codebook
        """
      ])
    let empty = #expect(throws: Failure.self) {
      try ExportLayout(detecting: RawRecords(), file: "answers.csv")
    }
    #expect(empty?.status == .badData)
  }

  private func layout(_ rows: [String]..., tool: ExportLayout.Tool? = nil, headingRows: Int? = nil) throws
    -> ExportLayout
  {
    var head = RawRecords()
    for (index, row) in rows.enumerated() { head.append(line: index + 1, byte: index, fields: row) }
    return try ExportLayout(detecting: head, tool: tool, headingRows: headingRows, file: "answers.csv")
  }
}
