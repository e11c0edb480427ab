import CSVFiles
public import Diagnostics
public import Files
public import Tables

/// Everything that a stage leaves, as values, before anything is written.
public struct StageOutput: Sendable {
  /// The name of the stage: `ingest`, `normalise`, `cluster`, `match`, `report`.
  public var stage: String
  /// The tables; each becomes `<name>.csv` and a resource of the package.
  public var tables: [Table]
  /// Other files: JSON documents, arrays.
  public var documents: [FileContent]
  /// Whether the answers are simulated: every table gets a column `simulated`, every JSON document a field.
  public var simulated: Bool
  /// The seed, for stages that draw.
  public var seed: UInt64?
  /// What decided the outcome beside the inputs.
  public var parameters: [RunRecord.Parameter]
  /// The inputs with their digests.
  public var inputs: [RunRecord.FileDigest]
  /// What was counted.
  public var counts: [RunRecord.Count]
  /// What was found, to be told on the terminal.
  public var findings: [Finding]
  /// How many findings there are of each level, when ``findings`` are not all of them.
  public var findingCounts: RunRecord.FindingCounts?
  /// How often each rule found something, when ``findings`` are not all of them.
  public var tally: FindingTally?
  /// The most findings that are to be printed, when the settings say so.
  public var findingsPrinted: Int?
  /// The key by which the driver knows that nothing changed.
  public var key: String

  /// Creates an output; only the stage must be given.
  public init(
    stage: String, tables: [Table] = [], documents: [FileContent] = [], simulated: Bool = false, seed: UInt64? = nil,
    parameters: [RunRecord.Parameter] = [], inputs: [RunRecord.FileDigest] = [], counts: [RunRecord.Count] = [],
    findings: [Finding] = [], key: String = ""
  ) {
    self.stage = stage
    self.tables = tables
    self.documents = documents
    self.simulated = simulated
    self.seed = seed
    self.parameters = parameters
    self.inputs = inputs
    self.counts = counts
    self.findings = findings
    self.key = key
  }

  /// Adds a value as a JSON document, marked when the answers are simulated.
  public mutating func addJSON(_ path: String, _ value: some Encodable) {
    documents.append(FileContent(path, bytes: JSONText.encode(value, simulated: simulated)))
  }

  /// The record of this output, as `run.json` holds it; every table is rendered for its digest.
  public var record: RunRecord { record(of: contents.map { digest(of: $0) }) }

  /// All files of the artefact folder: tables, documents, `run.json`, and `datapackage.json` when there are tables.
  public var files: [FileContent] {
    contents + package + [FileContent("run.json", bytes: JSONText.encode(record))]
  }

  /// Writes the artefact folder as a whole.
  ///
  /// Tables are rendered and digested while they are written, so that no file is in memory as a whole.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - readers: Who may read it; working files are for the owner alone.
  /// - Throws: ``Diagnostics/Failure`` with status 73 when the folder cannot be written, or when another stage left it.
  public func write(to folder: String, readers: Readers = .owner) throws(Failure) {
    try requireOutput(folder, of: stage)
    try writeFolder(folder, marker: "run.json", readers: readers) { (new: NewFolder) throws(Failure) in
      var digests: [RunRecord.FileDigest] = []
      for file in contents {
        var digest = MessageDigest()
        var size = 0
        try new.add(file) { piece in
          digest.add(piece)
          size += piece.count
        }
        digests.append(RunRecord.FileDigest(name: file.path, sha256: digest.hexadecimal(), bytes: size))
      }
      for file in package { try new.add(file) }
      try new.add(FileContent("run.json", bytes: JSONText.encode(record(of: digests))))
    }
  }

  /// The tables and documents by path; tables are rendered when they are read.
  private var contents: [FileContent] {
    let written = tables.map { table in
      let table = simulated ? table.markedSimulated : table
      return FileContent(table.name + ".csv") { (take: FileContent.Taker) throws(Failure) in
        try CSVWriter.pieces(of: table, take)
      }
    }
    return (written + documents).sorted { $0.path < $1.path }
  }

  /// The description of the tables, when there are any.
  private var package: [FileContent] {
    if tables.isEmpty { return [] }
    let package = DataPackage(describing: tables, of: stage, simulated: simulated)
    return [FileContent("datapackage.json", bytes: JSONText.encode(package, simulated: simulated))]
  }

  private func digest(of file: FileContent) -> RunRecord.FileDigest {
    let bytes = file.bytes
    return RunRecord.FileDigest(name: file.path, sha256: sha256(bytes), bytes: bytes.count)
  }

  private func record(of outputs: [RunRecord.FileDigest]) -> RunRecord {
    RunRecord(
      stage: stage, simulated: simulated, seed: seed, parameters: parameters, inputs: inputs, outputs: outputs,
      counts: counts,
      findings: findingCounts
        ?? RunRecord.FindingCounts(
          notes: findings.count { $0.level == .note }, warnings: findings.count { $0.level == .warning },
          errors: findings.count { $0.level == .error }), key: key)
  }
}

/// Refuses a folder into which a stage cannot write its output.
///
/// - Parameters:
///   - folder: The folder.
///   - stage: The stage that would write it.
/// - Throws: ``Diagnostics/Failure`` with status 73 when the folder cannot be written, is not ours, or holds what another
///   stage left.
public func requireOutput(_ folder: String, of stage: String) throws(Failure) {
  try requireWritable(folder: folder, marker: "run.json")
  let path = joinPath(folder, "run.json")
  guard let bytes = try? readFile(path), let record = try? JSONText.decode(RunRecord.self, from: bytes, file: path),
    record.stage != stage
  else { return }
  throw Failure(
    .cannotWrite, rule: "other-stage", at: Place(file: folder), value: record.stage,
    message: "the output folder holds what the stage '\(record.stage)' left, and '\(stage)' would replace it",
    mend: "choose another folder, or remove this one")
}

extension Table {
  /// The name of the column that marks simulated answers.
  public static let simulatedColumn = "simulated"

  /// The table with a last column `simulated` that is true in every row.
  public var markedSimulated: Table {
    if self[Table.simulatedColumn] != nil { return self }
    var table = self
    table.append(
      Column(
        Table.simulatedColumn, .boolean(Array(repeating: true, count: rowCount)),
        description: "The answers are simulated, and say nothing about any real unit."))
    return table
  }
}
