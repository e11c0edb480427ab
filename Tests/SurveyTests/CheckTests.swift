import CSVFiles
import Diagnostics
import Survey
import Tables
import Testing

private let shops = """
  name: shops
  fields:
    - {name: id, koers:role: respondent}
    - {name: sent, type: datetime, koers:role: submitted}
    - {name: shop, koers:role: unit}
    - {name: pilots, type: integer}
    - {name: success, type: integer, categories: [{value: 1}, {value: 2}, {value: 3}], koers:refused: ["9"]}
    - {name: mail}
    - {name: colour, categories: [{value: red}, {value: blue}], koers:not-shown: ["-"]}
    - {name: open, type: date}
  """

private let header = "id,sent,shop,pilots,success,mail,colour,open\n"

private func decode(_ records: String, checks: String, settings: IngestSettings = IngestSettings()) throws
  -> DecodedSurvey
{
  let read = try codebook(shops + "\nkoers:least-answered: 0\nkoers:checks:\n" + checks)
  #expect(read.findings == [])
  let raw = try CSVReader.parse(Array((header + records).utf8), file: "wave.csv")
  return try SurveyDecoder(codebook: read.codebook, settings: settings).decode(raw)
}

private func found(_ records: String, checks: String, settings: IngestSettings = IngestSettings()) throws -> [String] {
  try decode(records, checks: checks, settings: settings).findings.map(\.rendered)
}

@Suite struct CheckTests {
  private let asked = "{name: asked, rule: consistent, when: {question: pilots, at-most: 0}, "

  @Test func `one answer is held against another`() throws {
    let survey = try decode(
      """
      a,,Oak,0,3,,red,
      b,,Oak,0,,,red,
      c,,Oak,2,3,,red,
      d,,Oak,,3,,red,
      e,,Oak,0,9,,red,
      """,
      checks: "  - " + asked + "then: {question: success, answered: false}, reason: Who has no pilots is not asked.}")
    #expect(
      survey.findings.map(\.rendered) == [
        """
        wave.csv:2: warning: 'success' holds "3", and should have no answer when 'pilots' is at most 0 (check 'asked')
          mend: Who has no pilots is not asked: correct the cell, or change the check in the codebook
        """,
        """
        wave.csv:6: warning: 'success' holds "9", and should have no answer when 'pilots' is at most 0 (check 'asked')
          mend: Who has no pilots is not asked: correct the cell, or change the check in the codebook
        """,
      ])
    #expect(survey.findings.map(\.rule) == ["asked", "asked"])
    #expect(survey.findings.map(\.place.field) == ["success", "success"])
    #expect(survey.findings.map(\.value) == ["3", "9"])
    #expect(survey.wave["success"]?.numbers == [3, nil, 3, 3, nil])
  }

  @Test func `every kind of rule says what is wrong`() throws {
    let messages = try found(
      """
      a,2020-05-01T09:00,Oak,7,1,x@y.nl,red,2020-01-01
      b,2020-06-01T09:00,Oak,1,2,x@y.nl,blue,2019-12-31
      c,2020-05-31T23:59,Oak,3,3,geen,red,
      """,
      checks: """
          - {name: few, rule: range, question: pilots, at-least: 0, at-most: 5, level: note}
          - {name: filled, rule: required, question: open}
          - {name: reds, rule: allowed, question: colour, is: [red]}
          - {name: address, rule: pattern, question: mail, fits: "[^@]+@[^@]+"}
          - {name: once, rule: unique, question: mail}
          - {name: time, rule: submitted-within}
          - {name: order, rule: consistent, then: {question: success, at-most-that-of: pilots}}
          - {name: since, rule: range, question: open, at-least: 2020-01-01}
          - {name: not-both, rule: consistent, when: {question: colour, is: red}, then: {question: success, is-not: [1, 2]}}
        """,
      settings: IngestSettings(fieldwork: try days("2020-05-01", "2020-05-31")))
    let mend = "\n  mend: correct the cell, or change the check in the codebook"
    #expect(
      messages == [
        "wave.csv:2: note: 'pilots' holds \"7\", and should be at least 0 and be at most 5 (check 'few')" + mend,
        "wave.csv:2: warning: 'success' holds \"1\", and should be none of 1, 2 when 'colour' is red (check 'not-both')"
          + mend,
        "wave.csv:3: warning: 'sent' holds \"2020-06-01T09:00:00\", and should be at least 2020-05-01 and be at most "
          + "2020-05-31 (check 'time')" + mend,
        "wave.csv:3: warning: 'success' holds \"2\", and should be at most 'pilots' (check 'order')" + mend,
        "wave.csv:3: warning: 'mail' holds \"x@y.nl\", as the record on line 2 does, and no two may be alike (check 'once')"
          + mend,
        "wave.csv:3: warning: 'colour' holds \"blue\", and should be red (check 'reds')" + mend,
        "wave.csv:3: warning: 'open' holds \"2019-12-31\", and should be at least 2020-01-01 (check 'since')" + mend,
        "wave.csv:4: warning: 'mail' holds \"geen\", and should fit the pattern \"[^@]+@[^@]+\" (check 'address')"
          + mend,
        "wave.csv:4: warning: 'open' is empty, and should have an answer (check 'filled')" + mend,
      ])
  }

  @Test func `more breaches than the limit are errors, told after everything else was found`() throws {
    let records = """
      a,,Oak,0,3,,red,
      b,,Oak,0,,,red,
      c,,Oak,0,1,,red,
      d,,Oak,x,3,,red,
      """
    func failure(_ limit: String) throws -> (Diagnostics.ExitStatus?, [String]) {
      do {
        let read = try codebook(
          shops + "\nkoers:checks: [" + asked + "then: {question: success, answered: false}, limit: \(limit)}]"
        ).codebook
        let raw = try CSVReader.parse(Array((header + records).utf8), file: "wave.csv")
        _ = try SurveyDecoder(codebook: read).decode(raw)
        return (nil, [])
      } catch let error as Failure {
        return (error.status, error.findings.map { String($0.rendered.prefix { $0 != "\n" }) })
      }
    }
    #expect(try failure("{count: 2}").0 == nil)
    let share = try failure("{share: 0.66}")
    #expect(share.0 == .badData)
    #expect(
      share.1 == [
        "wave.csv: error: 2 of 3 records break the check 'asked', which is more than the limit of 66 %",
        "wave.csv:2: error: 'success' holds \"3\", and should have no answer when 'pilots' is at most 0 (check 'asked')",
        "wave.csv:4: error: 'success' holds \"1\", and should have no answer when 'pilots' is at most 0 (check 'asked')",
        "wave.csv:5: warning: 'pilots' holds \"x\", which is not a whole number; it is read as no answer",
      ])
    #expect(try failure("{count: 1}").1.first?.hasSuffix("which is more than the limit of 1") == true)
    #expect(try failure("{share: 0.67}").0 == nil)
  }

  @Test func `a check of level error stops at the first breach`() throws {
    let failure = #expect(throws: Failure.self) {
      try decode("a,,Oak,9,3,,red,", checks: "  - {name: few, rule: range, question: pilots, at-most: 5, level: error}")
    }
    #expect(failure?.status == .badData)
    #expect(
      failure?.findings.map(\.rendered) == [
        """
        wave.csv:2: error: 'pilots' holds "9", and should be at most 5 (check 'few')
          mend: correct the cell, or change the check in the codebook
        """
      ])
  }

  @Test func `records that do not take part are not checked`() throws {
    let messages = try found(
      """
      a,,Oak,9,3,,red,
      a,,Oak,1,3,m,red,2020-01-01
      b,,Oak,9
      c,,Oak,9,1,,red,
      """, checks: "  - {name: few, rule: range, question: pilots, at-most: 5}",
      settings: IngestSettings(exclude: ["c"], quarantineLimit: 1))
    #expect(!messages.contains { $0.contains("few") })
  }

  @Test func `without fieldwork nothing can be said of it`() throws {
    #expect(
      try found("a,,Oak,1,3,,red,", checks: "  - {name: time, rule: submitted-within}") == [
        """
        wave.csv: note: nothing says when the fieldwork was, so the check 'time' was not made
          mend: add 'fieldwork: {from: ..., to: ...}' to the description of the wave, or remove the check
        """
      ])
  }

  @Test func `all mistakes of checks are told at once`() throws {
    let read = try codebook(
      shops + """

        koers:checks:
          - {name: a, rule: range, question: pilotss, at-least: 1}
          - {name: a, rule: allowed, question: colour, is: [green]}
          - {name: b, rule: pattern, question: mail, fits: "(a"}
          - {name: c, rule: range, question: mail, at-least: 3}
          - {name: d, rule: range, question: pilots}
          - {name: e, rule: consistent, when: {question: pilots}}
          - {name: f, rule: required, question: mail, level: error, limit: {count: 1}}
          - {name: g, rule: required, question: mail, limit: {count: 1, share: 0.5}}
          - {name: h, rule: uniqe, question: mail}
        """)
    let lines = read.findings.map { $0.split(separator: "\n").map(String.init) }
    #expect(
      lines.map { $0[0].split(separator: " error: ")[1] + " / " + ($0.last ?? "") } == [
        "'pilotss' is no field of the codebook /   mend: did you mean 'pilots'?",
        "'green' is no category of 'colour' /   mend: use one of: red, blue",
        "\"(a\" is no pattern: a '(' is not closed by ')' /   mend: correct it; a pattern must fit the whole answer, such as "
          + "\"[1-9][0-9]{3} ?[A-Z]{2}\" for a postcode",
        "koers:checks[3] lacks 'fits', which must be a pattern /   mend: add 'fits:' to koers:checks[3]",
        "'mail' is a text, which is neither more nor less than anything /   mend: use 'is:' with a list of answers",
        "koers:checks[5] lacks 'at-least', which must be a number /   mend: add 'at-least:' to koers:checks[5]",
        "'when' says nothing about 'pilots' /   mend: add one of: answered, is, is-not, at-least, at-most, fits, same-as, "
          + "less-than-that-of, at-most-that-of",
        "koers:checks[6] lacks 'then', which must be what must hold, such as {question: size, at-least: 1} /   mend: add "
          + "'then:' to koers:checks[6]",
        "the check 'f' is an error at the first breach, so its limit is never reached /   mend: write 'level: warning' or "
          + "'level: note', or remove 'limit'",
        "a limit is a count or a share /   mend: write 'limit: {count: 10}' or 'limit: {share: 0.05}'",
        "'koers:checks[9].rule' must be one of required, range, allowed, pattern, unique, consistent, submitted-within, and is "
          + "\"uniqe\" /   mend: did you mean 'unique'?",
        "two checks are called 'a' /   mend: rename one of them",
      ])
  }

  @Test func `constraints of a field are those of a table schema`() throws {
    let read = try codebook(
      """
      name: shops
      koers:least-answered: 0
      fields:
        - {name: id, koers:role: respondent}
        - {name: shop, koers:role: unit}
        - {name: code, constraints: {pattern: "[A-Z]\\\\d", unique: true}}
        - {name: size, type: integer, constraints: {enum: [10, 20]}}
        - {name: nick, constraints: {minLength: 2, maxLength: 4}}
      """.replacing("\\\\", with: "\\").replacing("\"[A-Z]\\d\"", with: "'[A-Z]\\d'"))
    #expect(read.findings == [])
    let raw = try CSVReader.parse(
      Array("id,shop,code,size,nick\na,Oak,A1,10,jan\nb,Oak,a1,15,j\nc,Oak,A1,20,jantje\n".utf8), file: "wave.csv")
    let survey = try SurveyDecoder(codebook: read.codebook).decode(raw)
    #expect(
      survey.findings.map { $0.rendered.split(separator: "\n")[0] } == [
        "wave.csv:3: warning: 'code' holds \"a1\", which does not fit the pattern \"[A-Z]\\d\"; it is read as no answer",
        "wave.csv:3: warning: 'size' holds \"15\", which is not one of 10, 20; it is read as no answer",
        "wave.csv:3: warning: 'nick' holds \"j\", which is shorter than 2 characters; it is read as no answer",
        "wave.csv:4: warning: 'code' holds \"A1\", as the record on line 2 does, and no two may be alike (check 'unique')",
        "wave.csv:4: warning: 'nick' holds \"jantje\", which is longer than 4 characters; it is read as no answer",
      ])
    #expect(survey.wave["size"]?.numbers == [10, nil, 20])
    #expect(survey.wave["code"]?.values == .text(["A1", nil, "A1"]))
  }
}

private func days(_ from: String, _ to: String) throws -> ClosedRange<CalendarDate> {
  try #require(CalendarDate(iso: from))...(try #require(CalendarDate(iso: to)))
}
