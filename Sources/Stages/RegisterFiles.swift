import CSVFiles
public import Diagnostics
import Files
import PipelineFiles
public import Registers
import Settings

/// Reads the register of a folder, a Data Package whose resources say by `koers:role` what they hold.
///
/// - Parameter folder: The folder with `datapackage.json`.
/// - Returns: The register: units on any day, spellings and changes.
/// - Throws: ``Diagnostics/Failure`` with status 66 when a file is missing, 78 when the description is wrong, 65 when a
///   table is.
public func readRegister(folder: String) throws(Failure) -> Register {
  let findings = Findings()
  let description = try readYAML(joinPath(folder, "datapackage.json"))
  let package = RegisterPackage(reading: SettingsReader(description, of: "the register", findings: findings))
  try findings.throwErrors()
  var tables: [RegisterTable] = []
  for resource in package.resources {
    let role: RegisterTable.Role
    switch (resource.role, resource.validFrom) {
    case (.units, let day?): role = .units(validFrom: day)
    case (.variants, _): role = .variants
    case (.changes, _): role = .changes
    case (.units, nil), (.boundaries, _): continue
    }
    let raw = try CSVReader.read(path: joinPath(folder, resource.path), delimiter: CSVReader.comma)
    tables.append(RegisterTable(role, raw, numericColumns: resource.numericFields))
  }
  let register = Register(reading: tables, prefixes: package.prefixes, findings: findings)
  try findings.throwErrors(.badData)
  return register
}
