import Files

/// What a stage did, so that any number can be traced to its inputs and parameters: the content of `run.json`.
public struct RunRecord: Hashable, Sendable, Codable {
  /// A file by name, with the digest of its bytes.
  public struct FileDigest: Hashable, Sendable, Codable {
    /// The name, without the folders of the machine.
    public var name: String
    /// SHA-256 of the bytes, in hexadecimal.
    public var sha256: String
    /// The number of bytes, of an output.
    public var bytes: Int?

    /// Creates a digest.
    public init(name: String, sha256: String, bytes: Int? = nil) {
      self.name = name
      self.sha256 = sha256
      self.bytes = bytes
    }
  }

  /// A named number.
  public struct Count: Hashable, Sendable, Codable {
    /// What was counted, in snake case.
    public var name: String
    /// How many.
    public var count: Int

    /// Creates a count.
    public init(_ name: String, _ count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// A parameter with its value as text.
  public struct Parameter: Hashable, Sendable, Codable {
    /// The name, with dots between levels.
    public var name: String
    /// The value.
    public var value: String

    /// Creates a parameter.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Number of findings by level.
  public struct FindingCounts: Hashable, Sendable, Codable {
    /// Notes.
    public var notes: Int
    /// Warnings.
    public var warnings: Int
    /// Errors.
    public var errors: Int

    /// Creates counts.
    public init(notes: Int, warnings: Int, errors: Int) {
      self.notes = notes
      self.warnings = warnings
      self.errors = errors
    }
  }

  /// The program.
  public var program = "koers"
  /// The version of the program.
  public var version = ProgramVersion.current
  /// The stage.
  public var stage: String
  /// Whether the answers are simulated.
  public var simulated: Bool
  /// The seed, for stages that draw.
  public var seed: UInt64?
  /// What decided the outcome beside the inputs.
  public var parameters: [Parameter]
  /// The inputs.
  public var inputs: [FileDigest]
  /// The outputs, but this record and the description of the package.
  public var outputs: [FileDigest]
  /// What was counted.
  public var counts: [Count]
  /// Findings by level.
  public var findings: FindingCounts
  /// The digest of version, parameters, seed and inputs, empty when a stage was run by hand.
  ///
  /// Equal keys promise equal outputs.
  public var key: String

  /// Reads the record of a folder, and nothing else of it; `nil` when there is none, or none of this stage that can be read.
  public init?(of stage: String, in folder: String) {
    let path = joinPath(folder, "run.json")
    guard let bytes = try? readFile(path),
      let record = try? JSONText.decode(RunRecord.self, from: bytes, file: path), record.stage == stage,
      record.version.split(separator: ".").first == ProgramVersion.current.split(separator: ".").first
    else { return nil }
    self = record
  }

  /// The count of a name, or `nil`.
  public func count(_ name: String) -> Int? { counts.first { $0.name == name }?.count }

  /// The value of a parameter, or `nil`.
  public func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }
}
