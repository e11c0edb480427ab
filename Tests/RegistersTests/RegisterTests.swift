import Diagnostics
import Registers
import Settings
import Tables
import Testing

struct RegisterTests {
  @Test(arguments: [
    ("2018-12-31", "BCDEFYZ"), ("2019-01-01", "ABCDEF"), ("2020-06-26", "ABCDEF"), ("2021-01-01", "CDEFN"),
    ("2022-03-23", "CDEFN"), ("2022-03-24", "DEFN"), ("2030-01-01", "EFN"),
  ])
  func `the units of a day follow from the edition and the changes`(iso: String, codes: String) throws {
    #expect(try smallCountry().units(on: day(iso)).map(\.code).joined() == codes)
  }

  @Test func `a unit that only a replay knows has no values`() throws {
    let register = try smallCountry()
    #expect(try register.unit("N", on: day("2021-01-01")) == Unit(code: "N", name: "Northsouth"))
    #expect(try register.unit("D", on: day("2021-01-01"))?.number("people") == 10)
    #expect(try register.unit("D", on: day("2021-01-01"))?.text("part") == "pD")
  }

  @Test func `without changes an edition holds on every day`() throws {
    let edition = Register.Edition(validFrom: try day("2020-01-01"), units: [Unit(code: "A", name: "North")])
    let register = Register(editions: [edition])
    #expect(try register.units(on: day("1999-12-31")).map(\.code) == ["A"])
    #expect(try register.units(on: day("2031-01-01")).map(\.code) == ["A"])
  }

  @Test func `a register without editions has no units`() throws {
    let register = Register(editions: [])
    #expect(try register.units(on: day("2020-01-01")).isEmpty)
    #expect(try register.resolve("North", on: day("2020-01-01")) == .unknown(suggestions: []))
  }

  @Test func `fates follow chains to their end`() throws {
    let register = try smallCountry()
    let north = NamedCode(code: "N", name: "Northsouth")
    let (east, up) = (NamedCode(code: "D", name: "East"), NamedCode(code: "E", name: "Hill (Up)"))
    let start = try day("2020-01-01")
    #expect(register.fate(of: "A", from: start, to: start) == .unchanged)
    #expect(try register.fate(of: "A", from: start, to: day("2021-01-01")) == .merged(into: north))
    #expect(try register.fate(of: "C", from: start, to: day("2022-03-23")) == .unchanged)
    #expect(try register.fate(of: "C", from: start, to: day("2022-03-24")) == .split(into: [east, up]))
    #expect(try register.fate(of: "C", from: start, to: day("2024-01-01")) == .split(into: [north, up]))
    #expect(try register.fate(of: "Z", from: day("2018-01-01"), to: day("2021-01-01")) == .merged(into: north))
    #expect(register.fate(of: "Q", from: start, to: start) == .unknown)
  }

  @Test func `predecessors are those that live on in a unit, wholly or in part`() throws {
    let register = try smallCountry()
    let codes = try register.predecessors(of: "N", on: day("2024-01-01"), from: day("2020-01-01")).map(\.code)
    #expect(codes == ["A", "B", "C", "D"])
    let hill = try register.predecessors(of: "E", on: day("2024-01-01"), from: day("2020-01-01")).map(\.code)
    #expect(hill == ["C", "E"])
  }

  @Test func `wrong cells are reported all at once, and their records left out`() throws {
    let units = RawTable(
      file: "units.csv", header: ["code", "name", "people"],
      records: [
        RawRecord(line: 2, byte: 0, fields: ["A", "North", "many"]),
        RawRecord(line: 3, byte: 0, fields: ["A", "South", "3"]),
        RawRecord(line: 4, byte: 0, fields: ["", "West", ""]),
      ])
    let changes = RawTable(file: "changes.csv", header: ["date", "old_code"], records: [])
    let findings = Findings()
    let register = Register(
      reading: [
        RegisterTable(.units(validFrom: try day("2020-01-01")), units, numericColumns: ["people"]),
        RegisterTable(.changes, changes),
      ], findings: findings)
    #expect(try register.units(on: day("2020-01-01")).map(\.name) == ["North"])
    #expect(
      findings.all.map(\.rule) == [
        "not-a-number", "duplicate-code", "empty-cell", "missing-column", "missing-column", "missing-column",
        "missing-column", "missing-column",
      ])
    #expect(
      findings.all[0].rendered == """
        units.csv:2: error: 'people' holds "many", which is not a number
          mend: correct the cell, or leave it empty when the value is not known
        """)
  }
}
