import Diagnostics
import Files
import Registers
import Settings
import Stages
import Tables
import Testing

struct RegisterFilesTests {
  private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  @Test func `a register folder gives units, boundaries of a day, and credits`() throws {
    let folder = try RegisterFolder(Self.root + "/Pipelines/registers/dutch-municipalities")
    let (early, late) = (
      try #require(CalendarDate(iso: "2020-04-15")), try #require(CalendarDate(iso: "2024-01-01"))
    )
    #expect(folder.register.units(on: early).count == 355)
    #expect(try folder.boundaries(on: early).count == 355)
    #expect(try folder.boundaries(on: late).count == 342)
    #expect(folder.credit.nl == "Bron: CBS")
    #expect(folder.mapCredit.en == "Kadaster / Centraal Bureau voor de Statistiek")
    #expect(folder.register.valueNames.prefix(2) == ["province_code", "province"])
    #expect(folder.register.unit("GM0363", on: early)?.number("population") == 872757)
  }

  @Test func `a description with mistakes tells all of them`() throws {
    let folder = joinPath(Self.root, ".build/register-with-mistakes")
    let text = """
      {"title": "x", "koers:prefix": ["x"], "resources": [
        {"path": "a.csv", "koers:role": "unit"},
        {"path": "b.csv", "koers:role": "units"}]}
      """
    try writeFile(joinPath(folder, "datapackage.json"), bytes: Array(text.utf8))
    let failure = #expect(throws: Failure.self) { try RegisterFolder(folder) }
    #expect(failure?.status == .badPipeline)
    #expect(failure?.findings.map(\.rule).sorted() == ["missing-key", "missing-key", "unknown-key", "wrong-value"])
  }

  @Test func `a missing register is a missing input`() {
    let failure = #expect(throws: Failure.self) { try RegisterFolder("/nowhere") }
    #expect(failure?.status == .missingInput)
  }
}
