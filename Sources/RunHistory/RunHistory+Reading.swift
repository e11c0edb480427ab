public import Diagnostics
import GRDB

extension RunHistory {
  /// All runs, the oldest first.
  ///
  /// - Parameter wave: Only those over this wave; all when left out.
  /// - Returns: The runs.
  /// - Throws: ``Diagnostics/Failure`` as ``init(_:isReadOnly:)``.
  public func runs(of wave: String? = nil) throws(Failure) -> [HistoryRun] {
    try using { database in
      let rows =
        try wave.map {
          try Row.fetchAll(database, sql: "SELECT * FROM runs WHERE wave = ? ORDER BY run", arguments: [$0])
        }
        ?? Row.fetchAll(database, sql: "SELECT * FROM runs ORDER BY run")
      return rows.map(HistoryRun.init(row:))
    }
  }

  /// A run by its number, or `nil`.
  ///
  /// - Throws: ``Diagnostics/Failure`` as ``init(_:isReadOnly:)``.
  public func run(_ number: Int64) throws(Failure) -> HistoryRun? {
    try using { database in
      try Row.fetchOne(database, sql: "SELECT * FROM runs WHERE run = ?", arguments: [number])
        .map(HistoryRun.init(row:))
    }
  }

  /// The stages of a run in their order, with all that decided them.
  ///
  /// - Throws: ``Diagnostics/Failure`` as ``init(_:isReadOnly:)``.
  public func stages(of run: Int64) throws(Failure) -> [HistoryStage] {
    try using { database in
      func rows(_ table: String, _ stage: String) throws -> [Row] {
        try Row.fetchAll(
          database, sql: "SELECT * FROM \(table) WHERE run = ? AND stage = ? ORDER BY rowid", arguments: [run, stage])
      }
      return try Row.fetchAll(database, sql: "SELECT * FROM stages WHERE run = ? ORDER BY position", arguments: [run])
        .map { row in
          let name: String = row["stage"]
          return HistoryStage(
            stage: name, hasRun: row["outcome"] == "ran", key: row["key"], record: row["record"],
            seconds: row["seconds"], reason: row["reason"],
            settings: try rows("settings", name).map { HistoryStage.Setting($0["name"], $0["value"]) },
            inputs: try rows("inputs", name).map {
              HistoryStage.Input(name: $0["name"], path: $0["path"], digest: $0["digest"])
            },
            files: try rows("files", name).map { HistoryStage.File($0["name"], digest: $0["digest"]) },
            findings: try rows("findings", name).map {
              HistoryStage.Tally(level: $0["level"], rule: $0["rule"], count: $0["count"])
            })
        }
    }
  }

  /// The files that a run read beside the inputs of its stages.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - name: The name under which they were noted.
  /// - Returns: The files, in the order in which they were noted.
  /// - Throws: ``Diagnostics/Failure`` as ``init(_:isReadOnly:)``.
  public func inputs(of run: Int64, _ name: String) throws(Failure) -> [HistoryStage.Input] {
    try using { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM inputs WHERE run = ? AND stage = ? ORDER BY position", arguments: [run, name]
      ).map { HistoryStage.Input(name: $0["name"], path: $0["path"], digest: $0["digest"]) }
    }
  }

  /// What the gates said of a run, in their order.
  ///
  /// - Throws: ``Diagnostics/Failure`` as ``init(_:isReadOnly:)``.
  public func gates(of run: Int64) throws(Failure) -> [HistoryGate] {
    try using { database in
      try Row.fetchAll(database, sql: "SELECT * FROM gates WHERE run = ? ORDER BY position", arguments: [run]).map {
        HistoryGate(
          gate: $0["gate"], value: $0["value"], wanted: $0["wanted"], passed: $0["passed"], sentence: $0["sentence"])
      }
    }
  }

  /// All changes of what readers see, the oldest first.
  ///
  /// - Parameter wave: Only those of this wave; all when left out.
  /// - Returns: The changes.
  /// - Throws: ``Diagnostics/Failure`` as ``init(_:isReadOnly:)``.
  public func publications(of wave: String? = nil) throws(Failure) -> [HistoryPublication] {
    let all = try using { database in
      try Row.fetchAll(database, sql: "SELECT * FROM publications ORDER BY publication").map { row in
        HistoryPublication(
          publication: row["publication"], wave: row["wave"], run: row["run"], at: row["at"],
          event: HistoryPublication.Event(rawValue: row["event"]) ?? .published)
      }
    }
    return all.filter { wave == nil || $0.wave == wave }
  }

  /// Why somebody accepted what the gates held back under this key; `nil` when nobody did.
  ///
  /// - Throws: ``Diagnostics/Failure`` as ``init(_:isReadOnly:)``.
  public func acceptance(of key: String) throws(Failure) -> String? {
    try using { database in
      try String.fetchOne(database, sql: "SELECT reason FROM acceptances WHERE key = ?", arguments: [key])
    }
  }

  /// The last run over a wave that left these stages, of which what it read and left is still in the store.
  ///
  /// - Parameter record: The digest of the record of a stage.
  /// - Returns: The run, or `nil`.
  /// - Throws: ``Diagnostics/Failure`` as ``init(_:isReadOnly:)``.
  public func run(leaving record: String) throws(Failure) -> Int64? {
    try using { database in
      try Int64.fetchOne(
        database, sql: "SELECT MAX(run) FROM files WHERE name = 'run.json' AND digest = ?", arguments: [record])
    }
  }

  /// All notes, the oldest first.
  ///
  /// - Throws: ``Diagnostics/Failure`` as ``init(_:isReadOnly:)``.
  public func notes() throws(Failure) -> [HistoryNote] {
    try using { database in
      try Row.fetchAll(database, sql: "SELECT * FROM notes ORDER BY note").map {
        HistoryNote(note: $0["note"], run: $0["run"], at: $0["at"], author: $0["author"], text: $0["text"])
      }
    }
  }

  /// The digests of everything that runs ever read and left, sorted.
  ///
  /// - Throws: ``Diagnostics/Failure`` as ``init(_:isReadOnly:)``.
  public func digests() throws(Failure) -> [String] {
    try using { database in
      try String.fetchAll(
        database, sql: "SELECT digest FROM inputs UNION SELECT digest FROM files ORDER BY digest")
    }
  }

  /// The digests of everything that runs read and left which are still kept, sorted.
  ///
  /// - Throws: ``Diagnostics/Failure`` as ``init(_:isReadOnly:)``.
  public func keptDigests() throws(Failure) -> [String] {
    try using { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT digest FROM inputs JOIN runs USING (run) WHERE is_kept UNION
          SELECT digest FROM files JOIN runs USING (run) WHERE is_kept ORDER BY digest
          """)
    }
  }
}

extension HistoryRun {
  init(row: Row) {
    self.init(
      run: row["run"], wave: row["wave"], date: row["date"], started: row["started"], ended: row["ended"],
      outcome: RunOutcome(rawValue: row["outcome"]) ?? .interrupted, status: row["status"], version: row["version"],
      host: row["host"], process: row["process"], message: row["message"], isKept: row["is_kept"])
  }
}
