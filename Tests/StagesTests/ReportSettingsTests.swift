import Diagnostics
import PipelineFiles
import Settings
import Tables
import Testing
import Texts

@testable import Stages

@Suite struct ReportSettingsTests {
  private func read<Value>(_ text: String, _ section: String, _ make: (SettingsReader) -> Value) throws -> (
    value: Value, findings: [Finding]
  ) {
    let findings = Findings()
    let reader = SettingsReader(try parseYAML(text, file: "pipeline.yaml"), of: section, findings: findings)
    let value = make(reader)
    reader.finish()
    return (value, findings.all)
  }

  @Test func `members are names, or names with what is special about them`() throws {
    let text = """
      languages: [en]
      members:
        - De Akker
        - {name: Bestuur Oost, unit: false, remark: {nl: een bestuur, en: a board}}
      """
    let settings = try read(text, "report") { ReportSettings(reading: $0) }.value
    #expect(settings.languages == [.en])
    #expect(settings.members.map(\.name) == ["De Akker", "Bestuur Oost"])
    #expect(settings.members.map(\.isUnit) == [true, false])
    #expect(settings.members[1].remark == LocalText(nl: "een bestuur", en: "a board"))
  }

  @Test func `both languages are the default`() throws {
    let settings = try read("{}", "report") { ReportSettings(reading: $0) }.value
    #expect(settings.languages == [.nl, .en])
    #expect(settings.members.isEmpty)
  }

  @Test func `an unknown language is an error that names the known ones`() throws {
    let findings = try read("languages: [nl, fy]", "report") { ReportSettings(reading: $0) }.findings
    #expect(
      findings.map(\.rendered) == [
        """
        pipeline.yaml:1:12: error: 'fy' is not a language of the report
          1 | languages: [nl, fy]
            |            ^
          mend: use one of: nl, en
        """
      ])
  }

  @Test func `all formats are the default, and their order in the file does not matter`() throws {
    let all = try read("{}", "report") { ReportSettings(reading: $0) }.value.formats
    #expect(
      all.map(\.rawValue) == ["html", "markdown", "xlsx", "csv", "geojson", "json", "slides", "bulletin", "self-scan"])
    #expect(try read("formats: [csv, html]", "report") { ReportSettings(reading: $0) }.value.formats == [.html, .csv])
  }

  @Test(arguments: [("[]", "^"), ("csv", "^~~"), ("{csv: true}", "^")])
  func `no list of formats is an error`(_ text: String, _ mark: String) throws {
    let (settings, findings) = try read("formats: \(text)", "report") { ReportSettings(reading: $0) }
    #expect(
      findings.map(\.rendered) == [
        """
        pipeline.yaml:1:10: error: 'report.formats' must be a list of at least one format
          1 | formats: \(text)
            |          \(mark)
          mend: write it as [html, markdown, xlsx, csv, geojson, json, slides, bulletin, self-scan], without those that are not wanted, or remove the key
        """
      ])
    #expect(settings.formats == ReportFormat.allCases)
  }

  @Test func `a format that is no text is an error of its own`() throws {
    let findings = try read("formats: [html, [csv]]", "report") { ReportSettings(reading: $0) }.findings
    #expect(findings.map(\.message) == ["this is not a format of the report"])
    #expect(
      findings.map(\.mend) == ["use one of: html, markdown, xlsx, csv, geojson, json, slides, bulletin, self-scan"])
  }

  @Test(arguments: [
    ("member-survey 2020", "member-survey-2020.xlsx"), ("../Peiling: Één 2021", "peiling-n-2021.xlsx"),
    ("=<script>", "script.xlsx"), ("", "koers.xlsx"), ("\u{202E}\u{200B}", "koers.xlsx"),
  ]) func `the name of the workbook holds letters, digits and hyphens alone`(_ text: String, _ name: String) {
    #expect(workbookFile(text) == name)
  }

  @Test func `a number of three digits tells no more of a unit than that`() {
    #expect([35_897.5, 3.546, -0.012345, 0, 999.6].map(threeDigits) == [35_900, 3.55, -0.0123, 0, 1000])
    #expect(threeDigits(.infinity) == .infinity)
  }

  @Test func `a unit's type is published from three respondents on, and never from one`() throws {
    #expect(try read("{}", "publish") { PublishSettings(reading: $0) }.value.unitTypeMinimum == 3)
    let findings = try read("unit-type: {minimum: 1}", "publish") { PublishSettings(reading: $0) }.findings
    #expect(
      findings.map(\.message) == ["'publish.unit-type.minimum' must be a whole number, 2 to 1000000, and is \"1\""])
  }
}

@Suite struct TypeNamesTests {
  private let large = LocalText(nl: "Groot", en: "Large")
  private let small = LocalText(nl: "Klein", en: "Small")

  @Test func `a name goes to the type that holds most of its exemplars`() {
    let names = TypeNames(entries: [
      TypeNames.Entry(name: large, exemplars: ["S1", "S2", "S5"]), TypeNames.Entry(name: small, exemplars: ["S6"]),
    ])
    #expect(names.names(for: [["S5", "S6"], ["S1", "S2"], ["S9"]]) == [small, large, nil])
  }

  @Test func `of two names for one type the one with more exemplars there gets it`() {
    let names = TypeNames(entries: [
      TypeNames.Entry(name: small, exemplars: ["S1"]), TypeNames.Entry(name: large, exemplars: ["S2", "S3"]),
    ])
    #expect(names.names(for: [["S1", "S2", "S3"], []]) == [large, nil])
  }

  @Test func `a name goes with its type when the units move, and a letter goes before exemplars`() throws {
    func table(_ types: [String]) -> Table {
      Table(
        "types",
        [
          Column("unit", .text(types.indices.map { "S\($0)" })), Column("type", .text(types)),
          Column("certainty", .number(types.map { _ in 1 })), Column("grade", .text(types.map { _ in "A" })),
        ])
    }
    var members = try TypeMembers(table(["A", "A", "B", "B", "F"]))
    var names = TypeNames(entries: [TypeNames.Entry(name: large, exemplars: ["S0", "S1"])])
    #expect(names.names(for: members) == [large, nil, nil])
    // The units of A were in B in the first wave that had B.
    members.founders = [["S3"], ["S0", "S1"], ["S4"]]
    #expect(names.names(for: members) == [nil, large, nil])
    names.entries.append(TypeNames.Entry(name: small, exemplars: [], letter: "F"))
    #expect(names.names(for: members) == [nil, large, small])
    names.entries[1].letter = "B"
    #expect(names.names(for: members) == [nil, small, nil])
  }

  @Test func `a name without exemplars that answered goes to nobody`() {
    let names = TypeNames(entries: [TypeNames.Entry(name: large, exemplars: ["S8"])])
    #expect(names.names(for: [["S1"]]) == [nil])
  }
}
