import Diagnostics
import PipelineFiles
import Registers
import Settings
import Tables
import Testing

/// Lists of units of several days that call an attribute differently.
struct AttributeNamesTests {
  @Test func `a column is read under the name of its attribute`() throws {
    let text = """
      resources:
        - path: units-2020.csv
          koers:role: units
          koers:valid-from: 2020-01-01
          schema:
            fields:
              - {name: code, type: string}
              - {name: density_2019, type: number, "koers:attribute": density}
              - {name: part, type: string, "koers:attribute": region}
        - path: units-2023.csv
          koers:role: units
          koers:valid-from: 2023-01-01
          schema: {fields: [{name: density, type: number}, {name: region, type: string}]}
      """
    let findings = Findings()
    let package = RegisterPackage(
      reading: SettingsReader(try parseYAML(text, file: "datapackage.json"), of: "the register", findings: findings))
    #expect(findings.all.isEmpty)
    #expect(package.resources.map(\.attributes) == [["density_2019": "density", "part": "region"], [:]])
    let files = [
      (["code", "name", "density_2019", "part"], ["T1", "Ash", "12.5", "North"]),
      (["code", "name", "density", "region"], ["T1", "Ash", "13", "South"]),
    ]
    let tables = try zip(package.resources, files).map { resource, file in
      var records = RawRecords()
      records.append(line: 2, byte: 0, fields: file.1)
      return RegisterTable(
        .units(validFrom: try #require(resource.validFrom)),
        RawTable(file: resource.path, header: file.0, records: records),
        numericColumns: resource.numericFields, attributes: resource.attributes)
    }
    let register = Register(reading: tables, findings: findings)
    #expect(findings.all.isEmpty)
    #expect(register.valueNames == ["density", "region"])
    #expect(register.unit("T1", on: try day("2020-06-01"))?.number("density") == 12.5)
    #expect(register.unit("T1", on: try day("2023-06-01"))?.number("density") == 13)
    #expect(register.unit("T1", on: try day("2020-06-01"))?.text("region") == "North")
  }

  @Test func `a key that a field does not have is reported`() throws {
    let text = """
      resources: [{path: a.csv, koers:role: variants, schema: {fields: [{name: code, "koers:atribute": x}]}}]
      """
    let findings = Findings()
    _ = RegisterPackage(
      reading: SettingsReader(try parseYAML(text, file: "datapackage.json"), of: "the register", findings: findings))
    #expect(findings.all.map(\.rule) == ["unknown-key"])
    #expect(findings.all.first?.mend == "did you mean 'koers:attribute'?")
  }
}
