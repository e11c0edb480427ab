import CSVFiles
import Diagnostics
import Survey
import Tables
import Testing

private func decode(_ records: String, _ rule: String) throws -> DecodedSurvey {
  let read = try codebook(
    """
    name: shops
    koers:duplicates: \(rule)
    koers:groups: [{name: tools, text: Which tools?}]
    fields:
      - {name: id, koers:role: respondent}
      - {name: sent, type: datetime, koers:role: submitted}
      - {name: shop, koers:role: unit}
      - {name: size, type: integer}
      - {name: mood, type: integer, categories: [{value: 1}, {value: 2}, {value: 3}], koers:refused: ["9"]}
      - {name: tool_a, type: boolean, koers:group: tools}
      - {name: tool_b, type: boolean, koers:group: tools}
      - {name: remark}
    """)
  #expect(read.findings == [])
  let raw = try CSVReader.parse(
    Array(("id,sent,shop,size,mood,tool_a,tool_b,remark\n" + records).utf8), file: "wave.csv")
  return try SurveyDecoder(codebook: read.codebook).decode(raw)
}

@Suite struct DuplicateTests {
  @Test func `the latest record with enough answers counts`() throws {
    let records = """
      a,2020-05-03T10:00,Oak,1,1,true,false,
      a,2020-05-02T10:00,Oak,2,2,true,false,full
      a,2020-05-04T10:00,Oak,3,,,,
      """
    #expect(try decode(records, "latest-complete").wave["size"]?.numbers == [1])
    #expect(try decode(records, "most-complete").wave["size"]?.numbers == [2])
  }

  @Test func `when none has enough answers the most complete counts`() throws {
    let survey = try decode("a,,Oak,1,,,,\na,,Oak,,,,,\nb,,Oak,1,1,,,\n", "latest-complete")
    #expect(survey.ledger.entries.map(\.outcome) == [.partial, .duplicate, .used])
  }

  @Test func `records are merged, the latest answer of each question winning`() throws {
    // Sent last is the record on line 2: its gaps are filled from line 4, and then from line 3.
    let survey = try decode(
      """
      a,2020-05-04T10:00,Oak,,1,,,new
      a,2020-05-02T10:00,oak,7,2,true,false,old
      a,2020-05-03T10:00,Elm,,9,false,true,older
      b,2020-05-03T10:00,Elm,5,3,false,true,
      """, "merge")
    #expect(survey.wave.respondents == ["a", "b"])
    #expect(survey.wave.units == ["Oak", "Elm"])
    #expect(survey.wave["size"]?.numbers == [7, 5])
    #expect(survey.wave["mood"]?.numbers == [1, 3])
    #expect(survey.wave["tool_a"]?.states == [.notSelected, .notSelected])
    #expect(survey.wave["tool_b"]?.states == [.answered, .answered])
    #expect(survey.wave["remark"]?.values == .text(["new", nil]))
    #expect(survey.ledger.entries.map(\.outcome) == [.used, .duplicate, .duplicate, .used])
    #expect(survey.ledger.entries[1].reason == "merged into record 1 on line 2 of the same respondent")
    #expect(
      survey.findings.map { String($0.rendered.prefix { $0 != "\n" }) } == [
        "wave.csv:3: warning: the respondent \"a\" has 3 records, which are merged into the one on line 2",
        "wave.csv:3: warning: 'mood' holds \"2\", and in the later record of the same respondent on line 2 it holds \"1\"; "
          + "the later answer counts",
        "wave.csv:3: warning: 'tool_a' holds \"true\", and in the later record of the same respondent on line 4 it holds "
          + "\"false\"; the later answer counts",
        "wave.csv:3: warning: 'tool_b' holds \"false\", and in the later record of the same respondent on line 4 it holds "
          + "\"true\"; the later answer counts",
        "wave.csv:4: warning: the respondent \"a\" has 3 records, which are merged into the one on line 2",
        "wave.csv:4: warning: 'shop' holds \"Elm\", and in the later record of the same respondent on line 2 it holds "
          + "\"Oak\"; the later answer counts",
        "wave.csv:4: warning: 'mood' holds \"9\", and in the later record of the same respondent on line 2 it holds \"1\"; "
          + "the later answer counts",
      ])
    #expect(survey.findings.filter { $0.rule == "conflicting-answers" }.count == 5)
  }
}
