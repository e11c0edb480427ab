import CSVFiles
public import Diagnostics
import Files
public import Tables

/// A folder that a stage left, opened for reading.
public struct ArtefactFolder: Sendable {
  /// The path as the user named it.
  public let path: String
  /// The record of the stage.
  public let run: RunRecord
  /// The digest of the record, which covers all outputs by their own digests.
  public let digest: String
  private let package: DataPackage?

  /// Opens the folder of a stage.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - stage: The stage that must have written it.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when the folder is missing, 65 when another stage or a version with
  ///   another contract wrote it.
  public init(_ path: String, stage: String) throws(Failure) {
    let record = joinPath(path, "run.json")
    guard pathExists(record) else {
      throw Failure(
        .missingInput, rule: "missing-artefact", at: Place(file: path),
        message: "this is not a folder that the stage '\(stage)' left: there is no run.json",
        mend: "run 'koers-\(stage)' with '--output \(path)' first")
    }
    (run, digest) = try knownRecords.value(of: [record]) { () throws(Failure) in
      let bytes = try readFile(record)
      return (try JSONText.decode(RunRecord.self, from: bytes, file: record), sha256(bytes))
    }
    guard run.stage == stage else {
      throw Failure(
        .badData, rule: "other-stage", at: Place(file: path), value: run.stage,
        message: "the stage '\(run.stage)' left this folder, and '\(stage)' is wanted",
        mend: "name the folder that 'koers-\(stage)' wrote")
    }
    guard run.version.split(separator: ".").first == ProgramVersion.current.split(separator: ".").first else {
      throw Failure(
        .badData, rule: "other-version", at: Place(file: path), value: run.version,
        message: "version \(run.version) of the program wrote this folder, and this is \(ProgramVersion.current)",
        mend: "run 'koers-\(stage)' anew with this version")
    }
    let description = joinPath(path, "datapackage.json")
    package =
      pathExists(description)
      ? try knownPackages.value(of: [description]) { () throws(Failure) in
        try JSONText.decode(DataPackage.self, from: readFile(description), file: description)
      } : nil
    self.path = path
  }

  /// Returns whether the folder holds a table.
  public func hasTable(_ name: String) -> Bool { package?.resources.contains { $0.name == name } ?? false }

  /// Returns whether the stage left a file.
  public func hasFile(_ name: String) -> Bool { pathExists(joinPath(path, name)) }

  /// Reads a table with the types that its schema tells; the column that marks simulated answers is left out.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 66 when the table is missing, 65 when a cell does not fit its type.
  public func table(_ name: String) throws(Failure) -> Table {
    guard let resource = package?.resources.first(where: { $0.name == name }) else {
      throw Failure(
        .missingInput, rule: "missing-table", at: Place(file: path), value: name,
        message: "the folder holds no table '\(name)'", mend: "run 'koers-\(run.stage)' anew with this version")
    }
    let file = joinPath(path, resource.path)
    return try knownTables.value(of: [file, joinPath(path, "datapackage.json")]) { () throws(Failure) in
      let types = resource.schema.fields.map { (name: $0.name, type: $0.type, description: $0.description ?? "") }
      return try typedTable(
        CSVReader.read(path: file), name: name, types: types.filter { $0.name != Table.simulatedColumn })
    }
  }

  /// Reads a JSON document.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 66 when the file is missing, 65 when it is of another shape.
  public func json<Value: Decodable>(_ name: String, as type: Value.Type) throws(Failure) -> Value {
    let file = joinPath(path, name)
    return try JSONText.decode(type, from: readFile(file), file: file)
  }

  /// Reads an array of numbers.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 66 when the file is missing, 65 when it is no such array.
  public func array(_ name: String) throws(Failure) -> NumPyArray {
    let file = joinPath(path, name)
    return try NumPyArray(reading: readFile(file), file: file)
  }
}

// What this process has read: stages that follow each other read many of the same folders.
private let knownRecords = KnownFiles<(RunRecord, String)>()
private let knownPackages = KnownFiles<DataPackage>()
private let knownTables = KnownFiles<Table>()

/// Refuses folders that stages should have left, telling all that are missing or of another stage at once.
///
/// - Parameter folders: The folders by the stage that must have written them.
/// - Throws: ``Diagnostics/Failure`` as ``ArtefactFolder/init(_:stage:)``, with the findings about every folder and the
///   status of the first.
public func requireFolders(_ folders: KeyValuePairs<String, String>) throws(Failure) {
  var failure: Failure?
  for (stage, path) in folders {
    do {
      _ = try ArtefactFolder(path, stage: stage)
    } catch {
      failure = Failure(failure?.status ?? error.status, (failure?.findings ?? []) + error.findings)
    }
  }
  if let failure { throw failure }
}

/// Returns a raw table with typed columns.
///
/// An empty cell is missing. Columns of the file that `types` does not name are left out.
///
/// - Parameters:
///   - raw: The table as texts.
///   - name: The name of the result.
///   - types: Name, type by table schema and description of each column wanted.
/// - Returns: The columns in the order of `types`.
/// - Throws: ``Diagnostics/Failure`` with status 65 and every cell that does not fit, or column that is missing.
public func typedTable(
  _ raw: RawTable, name: String, types: [(name: String, type: String, description: String)]
) throws(Failure) -> Table {
  var findings: [Finding] = []
  var columns: [Column] = []
  for (wanted, type, description) in types {
    guard let index = raw.header.firstIndex(of: wanted) else {
      findings.append(
        Finding(
          .error, rule: "missing-column", at: Place(file: raw.file, line: raw.headerLine, field: wanted),
          message: "the column '\(wanted)' is missing", mend: "make the file anew with the stage that wrote it"))
      continue
    }
    let cells = raw.records.map { $0.fields.indices.contains(index) ? $0.fields[index] : "" }
    func parsed<Value>(_ wantedType: String, _ parse: (String) -> Value?) -> [Value?] {
      zip(cells, raw.records).map { cell, record in
        if cell.isEmpty { return nil }
        if let value = parse(cell) { return value }
        findings.append(
          Finding(
            .error, rule: "wrong-type", at: Place(file: raw.file, line: record.line, field: wanted), value: cell,
            message: "'\(wanted)' holds \"\(cell)\", which is not \(wantedType)",
            mend: "correct the cell, or make the file anew with the stage that wrote it"))
        return nil
      }
    }
    let values: Column.Values
    switch type {
    case "integer": values = .integer(parsed("a whole number") { Int($0) })
    case "number": values = .number(parsed("a number") { Double($0).flatMap { $0.isFinite ? $0 : nil } })
    case "boolean": values = .boolean(parsed("true or false") { $0 == "true" ? true : $0 == "false" ? false : nil })
    case "date": values = .date(parsed("a date") { CalendarDate(iso: $0) })
    default: values = .text(cells.map { $0.isEmpty ? nil : $0 })
    }
    columns.append(Column(wanted, values, description: description))
  }
  if !findings.isEmpty { throw Failure(.badData, findings) }
  return Table(name, columns)
}
