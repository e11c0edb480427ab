import CSVFiles
import Diagnostics
import Survey
import Tables
import Testing

private let yaml = """
  name: hostile
  koers:others: ignore
  koers:least-answered: 0
  koers:groups: [{name: tools, text: Which tools?}]
  fields:
    - {name: id, koers:role: respondent}
    - {name: unit, koers:role: unit}
    - {name: when, type: datetime, koers:role: submitted}
    - {name: day, type: date}
    - {name: scale, type: integer, categories: [{value: 1}, {value: 2}]}
    - {name: count, type: integer, constraints: {minimum: 0}}
    - {name: amount, type: number, decimalChar: ","}
    - {name: a, type: boolean, koers:group: tools}
    - {name: b, type: boolean, koers:group: tools}
  """

/// Cells that have broken programs before.
private let cells = [
  "", " ", "1", "2", "-1", "1,5", "1.5", "1e9", "1e999", "nan", "inf", "0x10", "+", ",", "--1", "1,2,3",
  "9223372036854775808",
  String(repeating: "9", count: 400), "true", "TRUE", "2020-02-30", "2020-02-29", "2020-02-29T24:00",
  "2020-02-29T23:59",
  "2020-02-29T", "20200229", "é", "\u{0301}", "👩‍👩‍👧", "=cmd()", "\"", "\n", "\r\n", "\t", "\u{A0}",
]

@Suite struct HostileInputTests {
  @Test func `every cell in every column has an outcome and never stops the program`() throws {
    let book = try codebook(yaml).codebook
    let names = book.questions.map(\.name)
    var records: [[String]] = []
    for position in names.indices {
      for cell in cells {
        var record = ["r\(records.count)", "Oak", "", "", "", "", "", "", ""]
        record[position] = cell
        records.append(record)
      }
    }
    for cell in cells { records.append([cell]) }
    let text = ([names] + records).map { CSVWriter.record($0) }.joined(separator: "\n") + "\n"
    let raw = try CSVReader.parse(Array(text.utf8), file: "wave.csv", delimiter: CSVReader.comma)
    let survey = try SurveyDecoder(codebook: book, settings: IngestSettings(quarantineLimit: 1)).decode(raw)
    #expect(survey.ledger.entries.count == raw.records.count)
    #expect(survey.wave.respondents.count == survey.ledger.count(.used))
    #expect(survey.quarantine.count == survey.ledger.count(.quarantined))
    #expect(try Wave(survey.wave.table(book), codebook: book) == survey.wave)
    #expect(survey.wave.answers.allSatisfy { $0.numbers.allSatisfy { $0?.isFinite ?? true } })
  }

  @Test func `any cut of a file is read or refused, and never stops the program`() throws {
    let book = try codebook(yaml).codebook
    let text = "id,unit,when,day,scale,count,amount,a,b\nx,\"O\"\"ak\",2020-02-29T10:00,,1,3,\"1,5\",true,false\n"
    let bytes = Array(text.utf8)
    var outcomes: [Diagnostics.ExitStatus?: Int] = [:]
    for length in 0...bytes.count {
      do throws(Failure) {
        let raw = try CSVReader.parse(Array(bytes[..<length]), file: "wave.csv")
        _ = try SurveyDecoder(codebook: book).decode(raw)
        outcomes[nil, default: 0] += 1
      } catch {
        #expect(!error.findings.isEmpty)
        outcomes[error.status, default: 0] += 1
      }
    }
    #expect(outcomes.values.reduce(0, +) == bytes.count + 1)
    #expect(outcomes.keys.allSatisfy { $0 == nil || $0 == .badData })
  }
}
