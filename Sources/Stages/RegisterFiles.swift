import CSVFiles
public import Diagnostics
import Files
import GeoFiles
import PipelineFiles
public import Registers
public import Settings
public import Tables

/// A register as a folder holds it: the units, where the boundaries are, and whom to credit.
public struct RegisterFolder: Sendable {
  /// The name of the register for readers.
  public let title: LocalText
  /// The units.
  public let register: Register
  /// The credit line of figures.
  public let credit: LocalText
  /// The credit line of maps; every map carries it.
  public let mapCredit: LocalText
  /// The paths of all files that were or may be read, the description first.
  public let files: [String]

  private let boundaryFiles: [(validFrom: CalendarDate, path: String)]

  /// Reads the `datapackage.json` of a folder and the tables that it names.
  ///
  /// - Parameter folder: The folder.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when a file is missing, 78 with all that is wrong in the description,
  ///   65 with all that is wrong in the tables.
  public init(_ folder: String) throws(Failure) {
    let files = registerInputs(folder)
    self = try knownRegisters.value(of: files.isEmpty ? [folder] : files) { () throws(Failure) in
      try RegisterFolder(reading: folder)
    }
  }

  private init(reading folder: String) throws(Failure) {
    let path = joinPath(folder, "datapackage.json")
    let findings = Findings()
    let package = RegisterPackage(
      reading: SettingsReader(try readYAML(path), of: "the register", findings: findings))
    try findings.throwErrors()
    var tables: [RegisterTable] = []
    var boundaries: [(validFrom: CalendarDate, path: String)] = []
    for resource in package.resources {
      let file = joinPath(folder, resource.path)
      let role: RegisterTable.Role
      switch (resource.role, resource.validFrom) {
      case (.units, let day?): role = .units(validFrom: day)
      case (.variants, _): role = .variants
      case (.changes, _): role = .changes
      case (.boundaries, let day?):
        boundaries.append((day, file))
        continue
      default: continue
      }
      let table = try CSVReader.read(path: file, delimiter: CSVReader.comma)
      tables.append(
        RegisterTable(role, table, numericColumns: resource.numericFields, attributes: resource.attributes))
    }
    let tableFindings = Findings()
    register = Register(
      reading: tables, prefixes: package.prefixes, words: package.words, knownUntil: package.knownUntil,
      findings: tableFindings)
    try tableFindings.throwErrors(.badData)
    title = package.title
    credit = package.credit
    mapCredit = package.mapCredit
    files = [path] + package.resources.map { joinPath(folder, $0.path) }
    boundaryFiles = boundaries.sorted { $0.validFrom < $1.validFrom }
  }

  /// Returns the boundaries of a day: of the last file that holds by then, or else of the first; none without files.
  ///
  /// - Throws: ``Diagnostics/Failure`` when the file cannot be read.
  public func boundaries(on date: CalendarDate) throws(Failure) -> [Boundary] {
    guard let file = boundaryFiles.last(where: { $0.validFrom <= date }) ?? boundaryFiles.first else { return [] }
    return try knownBoundaries.value(of: [file.path]) { () throws(Failure) in try readBoundaries(path: file.path) }
  }
}

/// The registers and boundaries that this process has read; every stage reads the same.
private let knownRegisters = KnownFiles<RegisterFolder>()
private let knownBoundaries = KnownFiles<[Boundary]>()

/// Returns the files of a register's folder that decide what a stage makes of it: its description and its tables.
///
/// - Parameters:
///   - register: The folder, or `nil` when there is no register.
///   - boundaries: Whether the stage draws the boundaries too.
/// - Returns: The paths, sorted by name; empty without a register.
func registerInputs(_ register: String?, boundaries: Bool = false) -> [String] {
  guard let register else { return [] }
  return namesInFolder(register).filter { name in
    name.hasSuffix(".csv") || name == "datapackage.json" || (boundaries && name.hasSuffix(".geojson"))
  }.map { joinPath(register, $0) }
}

/// Reads the units of a register from its folder.
///
/// - Parameter folder: The folder with the `datapackage.json`.
/// - Returns: The register.
/// - Throws: ``Diagnostics/Failure`` as ``RegisterFolder/init(_:)``.
public func readRegister(folder: String) throws(Failure) -> Register {
  try RegisterFolder(folder).register
}
