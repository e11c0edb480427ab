import CSVFiles
import Diagnostics
import Simulation
import Survey
import Tables
import Testing

/// The sample that the project ships.
struct SampleTests {
  private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  private static func sample() throws -> RawTable {
    try CSVReader.read(path: root + "/SampleData/member-survey-2020.csv", delimiter: CSVReader.comma)
  }

  private static func cells(_ name: String) throws -> [String] {
    let table = try sample()
    let column = try #require(table.header.firstIndex(of: name))
    return table.records.map { $0.fields[column] }
  }

  @Test(arguments: [
    ("work_with_data", 80), ("growth_opportunity", 73), ("clear_goal", 34), ("quality_good", 32),
    ("lack_consequences", 65), ("data_skilled", 79),
  ])
  func `statements have their published share`(question: String, percent: Double) throws {
    let answers = try Self.cells(question)
    let agree = answers.filter { $0 == "4" || $0 == "5" }.count
    #expect((Double(agree) * 100 / Double(answers.count)).rounded() == percent)
  }

  @Test(arguments: [
    ("invest_knowledge", 61), ("invest_processes", 58), ("invest_software", 55), ("invest_people", 34),
  ])
  func `investments have their published share`(question: String, percent: Double) throws {
    let answers = try Self.cells(question)
    #expect((Double(answers.filter { $0 == "1" }.count) * 100 / Double(answers.count)).rounded() == percent)
  }

  @Test func `there are as many records as respondents were published, in the four functions`() throws {
    #expect(try Self.sample().records.count == 847)
    #expect(try Set(Self.cells("function")) == ["bestuurder", "directeur", "manager", "medewerker"])
    #expect(try Self.cells("municipality").filter { $0 == "RPA Noord-Holland Noord" }.count == 1)
  }

  @Test func `every record has every column, and no cell a line break`() throws {
    let table = try Self.sample()
    for record in table.records {
      #expect(record.fields.count == table.header.count)
      #expect(!record.fields.contains { $0.contains("\n") })
    }
  }
}
