/// What became of a run.
public enum RunOutcome: String, Hashable, Sendable, CaseIterable, Codable {
  /// It is under way, or was when its process was killed.
  case running
  /// It published.
  case done
  /// A gate held the publication.
  case held
  /// It failed.
  case failed
  /// Somebody stopped it.
  case stopped
  /// Its process was killed; told by the run after it.
  case interrupted
}

/// A run of a pipeline over one wave, as the history has it.
public struct HistoryRun: Hashable, Sendable, Codable {
  /// Its number.
  public var run: Int64
  /// The wave.
  public var wave: String
  /// The date of the wave.
  public var date: String
  /// When it began.
  public var started: String
  /// When it ended.
  public var ended: String?
  /// What became of it.
  public var outcome: RunOutcome
  /// Its exit status.
  public var status: Int32?
  /// The version of the program.
  public var version: String
  /// The machine.
  public var host: String
  /// The number of its process.
  public var process: Int32
  /// What it said when it failed or was held.
  public var message: String?
  /// Whether what it read and left is still in the store.
  public var isKept: Bool
}

/// A stage of a run, with all that decided it and all that it left.
public struct HistoryStage: Hashable, Sendable {
  /// A name with a value.
  public struct Setting: Hashable, Sendable, Codable {
    /// The name, with dots between levels.
    public var name: String
    /// The value.
    public var value: String

    /// Creates a setting.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A file that a stage read.
  public struct Input: Hashable, Sendable, Codable {
    /// What the record of the stage calls it.
    public var name: String
    /// Where it stood, from the folder of the pipeline.
    public var path: String
    /// Its digest.
    public var digest: String

    /// Creates an input.
    public init(name: String, path: String, digest: String) {
      self.name = name
      self.path = path
      self.digest = digest
    }
  }

  /// A file that a stage left.
  public struct File: Hashable, Sendable {
    /// Its name in the folder.
    public var name: String
    /// Its digest.
    public var digest: String

    /// Creates a file.
    public init(_ name: String, digest: String) {
      self.name = name
      self.digest = digest
    }
  }

  /// How often a rule found something.
  public struct Tally: Hashable, Sendable {
    /// The level.
    public var level: String
    /// The rule.
    public var rule: String
    /// How often.
    public var count: Int

    /// Creates a tally.
    public init(level: String, rule: String, count: Int) {
      self.level = level
      self.rule = rule
      self.count = count
    }
  }

  /// The name of the stage.
  public var stage: String
  /// Whether it ran, or was up to date.
  public var hasRun: Bool
  /// The key of version, settings and inputs.
  public var key: String
  /// The digest of its record.
  public var record: String
  /// How long it took.
  public var seconds: Double
  /// Why it ran.
  public var reason: String
  /// Its settings.
  public var settings: [Setting]
  /// What it read.
  public var inputs: [Input]
  /// What it left.
  public var files: [File]
  /// What it found.
  public var findings: [Tally]

  /// Creates a stage.
  public init(
    stage: String, hasRun: Bool, key: String, record: String, seconds: Double, reason: String, settings: [Setting] = [],
    inputs: [Input] = [], files: [File] = [], findings: [Tally] = []
  ) {
    self.stage = stage
    self.hasRun = hasRun
    self.key = key
    self.record = record
    self.seconds = seconds
    self.reason = reason
    self.settings = settings
    self.inputs = inputs
    self.files = files
    self.findings = findings
  }
}

/// What a gate said of a run.
public struct HistoryGate: Hashable, Sendable, Codable {
  /// The name of the gate.
  public var gate: String
  /// What was measured.
  public var value: Double?
  /// What was wanted.
  public var wanted: Double?
  /// Whether it passed; `nil` when it was not measured.
  public var passed: Bool?
  /// It in a sentence.
  public var sentence: String

  /// Creates a gate.
  public init(gate: String, value: Double?, wanted: Double?, passed: Bool?, sentence: String) {
    self.gate = gate
    self.value = value
    self.wanted = wanted
    self.passed = passed
    self.sentence = sentence
  }
}

/// The type of a unit in a run.
public struct HistoryAssignment: Hashable, Sendable {
  /// The unit.
  public var unit: String
  /// Its type.
  public var type: String
  /// How sure that is.
  public var certainty: Double?

  /// Creates an assignment.
  public init(unit: String, type: String, certainty: Double?) {
    self.unit = unit
    self.type = type
    self.certainty = certainty
  }
}

/// A change of what readers see of a wave.
public struct HistoryPublication: Hashable, Sendable, Codable {
  /// What happened.
  public enum Event: String, Hashable, Sendable, Codable {
    /// A run published.
    case published
    /// An earlier publication was put back.
    case rolledBack = "rolled_back"
    /// The publication of the wave was taken away.
    case withdrawn
  }

  /// Its number.
  public var publication: Int64
  /// The wave.
  public var wave: String
  /// The run whose publication readers see since then; `nil` when it was taken away.
  public var run: Int64?
  /// When.
  public var at: String
  /// What happened.
  public var event: Event
}

/// What somebody wrote about a run, or about the pipeline.
public struct HistoryNote: Hashable, Sendable, Codable {
  /// Its number.
  public var note: Int64
  /// The run, if it is about one.
  public var run: Int64?
  /// When it was written.
  public var at: String
  /// Who wrote it.
  public var author: String
  /// The text.
  public var text: String
}
