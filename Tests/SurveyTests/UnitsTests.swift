import Diagnostics
import Survey
import Tables
import Testing

/// Surveys whose respondents are the units of analysis.
@Suite struct UnitsTests {
  private func decode(_ yaml: String, _ header: [String], _ rows: [[String]]) throws -> DecodedSurvey {
    let read = try codebook(yaml)
    #expect(read.findings == [])
    var records = RawRecords()
    for (index, row) in rows.enumerated() { records.append(line: index + 2, byte: 0, fields: row) }
    return try SurveyDecoder(codebook: read.codebook).decode(
      RawTable(file: "answers.csv", header: header, records: records))
  }

  @Test func `respondents are units when the codebook says so`() throws {
    let survey = try decode(
      """
      name: x
      koers:units: respondents
      fields:
        - {name: id, koers:role: respondent}
        - {name: age, type: integer}
      """, ["id", "age"], [["b", "30"], ["a", "40"], ["b", "50"]])
    #expect(survey.wave.respondents == ["a", "b"])
    #expect(survey.wave.units == ["a", "b"])
    #expect(survey.unitNames == ["a": "a", "b": "b"])
    #expect(survey.ledger.count(.duplicate) == 1)
  }

  @Test func `respondents without a name are called by the number of their record`() throws {
    let survey = try decode(
      """
      name: x
      koers:respondents: numbered
      fields:
        - {name: team, koers:role: unit}
        - {name: age, type: integer}
      """, ["team", "age"], (1...10).map { ["t\($0 % 2)", "\($0)"] })
    #expect(survey.wave.respondents == ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"])
    #expect(survey.wave.units.prefix(3) == ["t1", "t0", "t1"])
    #expect(survey.wave["age"]?.numbers == (1...10).map { Double($0) })
    #expect(survey.wave.table(try codebook("name: x\nfields: [{name: age, type: integer}]").codebook).rowCount == 10)
  }

  @Test func `numbered respondents can be units, and a broken record keeps its number`() throws {
    let survey = try decode(
      """
      name: x
      koers:units: respondents
      koers:respondents: numbered
      fields:
        - {name: age, type: integer}
      """, ["age"], (1...12).map { $0 == 3 ? ["3", "too many"] : ["\($0)"] })
    #expect(survey.ledger.count(.quarantined) == 1)
    #expect(survey.wave.respondents == (1...12).filter { $0 != 3 }.map { $0 < 10 ? "0\($0)" : "\($0)" })
    #expect(survey.wave.units == survey.wave.respondents)
  }

  @Test func `a field with a role that is not to be used is a mistake`() throws {
    let found = try codebook(
      """
      name: x
      koers:units: respondents
      koers:respondents: numbered
      fields:
        - {name: id, koers:role: respondent}
        - {name: team, koers:role: unit}
      """
    ).findings
    #expect(
      found == [
        """
        codebook.yaml:3:20: error: 'koers:respondents' says that no field names the respondent, and 'id' has that role
          3 | koers:respondents: numbered
            |                    ^~~~~~~~
          mend: remove one of the two
        """,
        """
        codebook.yaml:2:14: error: 'koers:units' says that no field names the unit, and 'team' has that role
          2 | koers:units: respondents
            |              ^~~~~~~~~~~
          mend: remove one of the two
        """,
      ])
  }
}
