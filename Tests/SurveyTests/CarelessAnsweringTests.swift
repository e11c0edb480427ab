import CSVFiles
import Diagnostics
import Survey
import Tables
import Testing

/// A codebook with six items, of which the last two are reversed.
private func book(_ careless: String, time: String = "{name: seconds, type: number, koers:role: duration}") -> String {
  let codes = "[{value: 1}, {value: 2}, {value: 3}, {value: 4}, {value: 5}]"
  let items = (1...6).map { item in
    "  - {name: q\(item), type: integer, koers:index: plan, categories: \(codes)"
      + (item > 4 ? ", koers:direction: negative}" : "}")
  }
  return """
    name: shops
    koers:least-answered: 0
    koers:indices: [{name: plan, label: Plan, kind: maturity}]
    koers:careless: \(careless)
    fields:
      - {name: id, koers:role: respondent}
      - {name: shop, koers:role: unit}
      - \(time)
    """ + "\n" + items.joined(separator: "\n")
}

private func decode(
  _ text: String, _ careless: String, time: String = "{name: seconds, type: number, koers:role: duration}",
  excluding: [CarelessRules.Sign] = []
) throws -> DecodedSurvey {
  let read = try codebook(book(careless, time: time))
  #expect(read.findings == [])
  let raw = try CSVReader.parse(Array(text.utf8), file: "wave.csv")
  return try SurveyDecoder(codebook: read.codebook, settings: IngestSettings(excludeCareless: excluding)).decode(raw)
}

private let header = "id,shop,seconds,q1,q2,q3,q4,q5,q6\n"

@Suite struct CarelessAnsweringTests {
  private let lines = """
    a,Oak,,3,3,3,3,3,3
    b,Oak,,4,4,4,4,4,2
    c,Oak,,4,4,4,2,4,4
    d,Oak,,5,,5,5,,5
    e,Oak,,5,,5,,,5
    """

  @Test func `a long run of one answer is a straight line`() throws {
    // The runs are 6 of 6, 5 of 6, 3 of 6, 4 of 4; the last has three answers, which is too few to tell.
    let survey = try decode(header + lines, "{straight-lining: {share: 0.8, least-items: 4}}")
    #expect(
      survey.ledger.entries.map { $0.flags.filter { $0 != "incomplete" } } == [
        ["straight_lining"], ["straight_lining"], [], ["straight_lining"], [],
      ])
    #expect(survey.ledger.count(.used) == 5)
    #expect(
      survey.findings.map(\.rendered) == [
        """
        wave.csv: note: 3 of 5 records give one answer to a block of items; flagged in the ledger, and used
          mend: add 'exclude_careless: [straight_lining]' under 'ingest' in the pipeline file to leave them out
        """
      ])
  }

  @Test func `a small deviation of the answers is a straight line too`() throws {
    // 3 3 3 3 3 4: the sum of squares about the mean of 19/6 is 5/6, over 5 is 1/6; the root is 0.408.
    let survey = try decode(
      header + "a,Oak,,3,3,4,3,3,3\nb,Oak,,1,2,1,2,1,2\n",
      "{straight-lining: {share: 0.9, least-items: 4, deviation: 0.41}}", excluding: [.straightLining])
    #expect(survey.ledger.entries.map(\.outcome) == [.excluded, .used])
    #expect(survey.ledger.entries[0].reason == "the answers to 6 items have a standard deviation of 0.41")
  }

  @Test func `only what the pipeline names is left out`() throws {
    let survey = try decode(
      header + lines, "{straight-lining: {share: 1, least-items: 4}}", excluding: [.straightLining, .speeding])
    #expect(survey.ledger.entries.map(\.outcome) == [.excluded, .used, .used, .excluded, .used])
    #expect(survey.ledger.entries[0].reason == "6 of 6 items in a row have one answer")
    #expect(
      survey.findings.map(\.rendered) == [
        """
        wave.csv: note: 2 of 5 records give one answer to a block of items; left out of the analysis
          mend: remove 'straight_lining' from 'exclude_careless' under 'ingest' in the pipeline file to use them
        """
      ])
  }

  private func times(_ times: [String], _ careless: String) throws -> DecodedSurvey {
    try decode(
      header + times.enumerated().map { "r\($0 + 10),Oak,\($1),1,2,3,4,5,1\n" }.joined(), careless)
  }

  @Test func `speed is the time against the median`() throws {
    // The median of the eleven times is 100; times that are missing or not above 0 are none.
    let survey = try times(
      ["100", "90", "110", "120", "80", "49", "50", "130", "140", "150", "95", "", "0", "-5"],
      "{speeding: {below: 0.5}}")
    #expect(survey.ledger.entries.map(\.flags).firstIndex(of: ["speeding"]) == 5)
    #expect(survey.ledger.entries.count { $0.flags == ["speeding"] } == 1)
    #expect(survey.findings.map(\.rule) == ["speeding"])
    #expect(survey.wave["seconds"] == nil)
  }

  @Test func `fewer than ten times say nothing`() throws {
    let survey = try times(["100", "100", "100", "100", "100", "100", "100", "100", "1"], "{speeding: {below: 0.5}}")
    #expect(survey.findings == [])
  }

  @Test func `time is measured between two moments`() throws {
    let time = """
      {name: began, type: datetime, koers:role: started}
        - {name: sent, type: datetime, koers:role: submitted}
      """
    let rows = (0..<11).map { row in
      "r\(row + 10),Oak,2020-02-28T23:50,2020-02-29T00:\(row == 3 ? "02" : "20"),1,2,3,4,5,1\n"
    }
    let survey = try decode(
      "id,shop,began,sent,q1,q2,q3,q4,q5,q6\n" + rows.joined(), "{speeding: {below: 0.5}}", time: time)
    #expect(survey.ledger.entries.count { $0.flags == ["speeding"] } == 1)
    #expect(survey.ledger.entries[3].flags == ["speeding"])
  }

  @Test func `a file may lack the column that holds the time`() throws {
    let survey = try decode("id,shop,q1,q2,q3,q4,q5,q6\na,Oak,1,2,3,4,5,1\n", "{speeding: {below: 0.5}}")
    #expect(survey.findings == [])
    #expect(survey.ledger.count(.used) == 1)
  }

  @Test func `few answers are sparse`() throws {
    // Two of the six questions of the second record are answered.
    let survey = try decode(header + "a,Oak,,1,2,3,,,\nb,Oak,,1,2,,,,\n", "{sparse: {below: 0.5}}")
    #expect(survey.ledger.entries.map(\.flags) == [["incomplete"], ["incomplete", "sparse"]])
  }

  @Test func `speed needs a field that tells the time`() throws {
    let read = try codebook(book("{speeding: {below: 0.5}}", time: "{name: seconds, type: number}"))
    #expect(
      read.findings == [
        """
        codebook.yaml:4:28: error: nothing says how long answering took
          4 | koers:careless: {speeding: {below: 0.5}}
            |                            ^
          mend: add 'koers:role: duration' to the field that holds the seconds, or 'started' beside 'submitted'
        """
      ])
  }
}
