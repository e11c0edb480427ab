import CSVFiles
import Diagnostics
import GeoFiles
import PipelineFiles
import Registers
import Settings
import Tables
import Testing

/// The register that the project ships, read as the stages read it.
struct DutchMunicipalitiesTests {
  private static let folder =
    String(#filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 })
    + "/Pipelines/registers/dutch-municipalities/"

  static let register = Result { () throws(Failure) -> Register in
    let findings = Findings()
    let package = RegisterPackage(
      reading: SettingsReader(try readYAML(folder + "datapackage.json"), of: "", findings: findings))
    var tables: [RegisterTable] = []
    for resource in package.resources {
      let role: RegisterTable.Role
      switch (resource.role, resource.validFrom) {
      case (.units, let day?): role = .units(validFrom: day)
      case (.variants, _): role = .variants
      case (.changes, _): role = .changes
      default: continue
      }
      tables.append(
        RegisterTable(
          role, try CSVReader.read(path: folder + resource.path, delimiter: CSVReader.comma),
          numericColumns: resource.numericFields, attributes: resource.attributes))
    }
    let register = Register(
      reading: tables, prefixes: package.prefixes, words: package.words, knownUntil: package.knownUntil,
      findings: findings)
    try findings.throwErrors()
    return register
  }

  /// The counts that Statistics Netherlands publishes for each year.
  @Test(arguments: [
    ("2017-12-31", 388), ("2018-01-01", 380), ("2019-01-01", 355), ("2020-01-01", 355), ("2021-01-01", 352),
    ("2022-01-01", 345), ("2022-03-23", 345), ("2022-03-24", 344), ("2023-01-01", 342), ("2024-12-31", 342),
  ])
  func `there are as many as the official lists have`(iso: String, count: Int) throws {
    #expect(try Self.register.get().units(on: day(iso)).count == count)
  }

  @Test func `replaying the changes on 2020 gives the list of 2023`() throws {
    let register = try Self.register.get()
    let replayed = Register(editions: [register.editions[0]], changes: register.changes)
    let date = try day("2023-01-01")
    #expect(replayed.units(on: date).map(\.code) == register.units(on: date).map(\.code))
    #expect(replayed.units(on: date).map(\.name) == register.units(on: date).map(\.name))
  }

  @Test(arguments: [
    ("Den Haag", "GM0518"), ("‘s-Hertogenbosch", "GM0796"), ("'s Hertogenbosch", "GM0796"), ("EERSEL", "GM0770"),
    ("Gemeente Emmen ", "GM0114"), ("Gemeente Den Haag", "GM0518"), ("sudwest fryslan", "GM1900"),
    ("SÃºdwest-FryslÃ¢n", "GM1900"), ("Hengelo", "GM0164"), ("Ĳsselstein", "GM0353"), ("Bergen (NH)", "GM0373"),
    ("Leek", "GM1969"), ("hendrik ido ambacht", "GM0531"), ("GM0344", "GM0344"),
  ])
  func `names as people type them are understood in 2020`(typed: String, code: String) throws {
    let resolution = try Self.register.get().resolve(typed, on: day("2020-04-15"))
    guard case .unit(code, _, _) = resolution else {
      Issue.record("\(typed) gives \(resolution)")
      return
    }
  }

  @Test func `what cannot be known is not guessed`() throws {
    let register = try Self.register.get()
    let date = try day("2020-04-15")
    #expect(
      register.resolve("Bergen", on: date)
        == .ambiguous(
          [NamedCode(code: "GM0373", name: "Bergen (NH.)"), NamedCode(code: "GM0893", name: "Bergen (L.)")],
          .severalUnits))
    #expect(register.resolve("RPA Noord-Holland Noord", on: date) == .unknown(suggestions: []))
    #expect(
      register.resolve("Emen", on: date)
        == .unknown(suggestions: [NearName(NamedCode(code: "GM0114", name: "Emmen"), .letters(1, from: "Emmen"))]))
  }

  @Test(arguments: [
    ("Weesp", "2022-03-23", "2022-03-23", "GM0457"), ("Weesp", "2022-03-24", "2022-03-24", "GM0363"),
    ("Weesp", "2022-03-23", "2022-04-15", "GM0457"), ("Weesp", "2022-04-15", "2022-03-01", "GM0363"),
    ("Haaren", "2022-04-15", "2020-12-31", "GM0824"), ("Haaren", "2020-12-31", "2021-01-01", "GM0788"),
    ("Heerhugowaard", "2022-01-01", "2021-12-31", "GM1980"), ("GM0398", "2022-01-01", "2021-12-31", "GM1980"),
    ("gem. Brielle", "2023-06-01", "2023-06-01", "GM1992"),
  ])
  func `answers are brought to the date of the wave`(typed: String, wave: String, answered: String, code: String) throws
  {
    let rule = ReorganisationRule(split: .largest, by: .answer)
    let resolution = try Self.register.get().resolve(typed, on: day(wave), answered: day(answered), rule: rule)
    guard case .unit(code, _, _) = resolution else {
      Issue.record("\(typed) gives \(resolution)")
      return
    }
  }

  @Test func `a name that is yet to come lists those that will make it, and a former code what became of it`() throws {
    let register = try Self.register.get()
    #expect(
      try register.resolve("Dijk en Waard", on: day("2020-04-15"))
        == .ambiguous(
          [NamedCode(code: "GM0398", name: "Heerhugowaard"), NamedCode(code: "GM0416", name: "Langedijk")],
          .yetToCome(NamedCode(code: "GM1980", name: "Dijk en Waard"), from: day("2022-01-01"))))
    #expect(
      try register.resolve("GM0788", on: day("2021-01-01"))
        == .ambiguous(
          [
            NamedCode(code: "GM0824", name: "Oisterwijk"), NamedCode(code: "GM0757", name: "Boxtel"),
            NamedCode(code: "GM0855", name: "Tilburg"), NamedCode(code: "GM0865", name: "Vught"),
          ], .divided(NamedCode(code: "GM0788", name: "Haaren"), on: day("2021-01-01"))))
    #expect(register.region(of: "GM0788") == "Noord-Brabant")
    #expect(register.region(of: "GM0017") == "Groningen")
  }

  @Test func `Brielle, Heerhugowaard, Haaren and Weesp went where they went`() throws {
    let register = try Self.register.get()
    let (start, end) = (try day("2020-01-01"), try day("2023-06-01"))
    #expect(
      register.fate(of: "GM0501", from: start, to: end)
        == .merged(into: NamedCode(code: "GM1992", name: "Voorne aan Zee")))
    #expect(
      register.fate(of: "GM0398", from: start, to: end)
        == .merged(into: NamedCode(code: "GM1980", name: "Dijk en Waard")))
    #expect(
      register.fate(of: "GM0788", from: start, to: end).successors?.map(\.name) == [
        "Oisterwijk", "Boxtel", "Tilburg", "Vught",
      ])
    #expect(try register.fate(of: "GM0457", from: start, to: day("2022-03-23")) == .unchanged)
    #expect(
      try register.fate(of: "GM0457", from: start, to: day("2022-03-24"))
        == .merged(into: NamedCode(code: "GM0363", name: "Amsterdam")))
  }

  @Test func `every official name and every variant is understood`() throws {
    let register = try Self.register.get()
    for edition in register.editions {
      for unit in edition.units {
        #expect(
          register.resolve(unit.name, on: edition.validFrom) == .unit(code: unit.code, name: unit.name, how: .exact))
      }
    }
  }

  @Test(arguments: ["2020", "2023"])
  func `every unit has a boundary, and every boundary a unit`(year: String) throws {
    let boundaries = try readBoundaries(path: Self.folder + "boundaries-\(year).geojson")
    #expect(try boundaries.map(\.code) == Self.register.get().units(on: day(year + "-01-01")).map(\.code))
  }
}
