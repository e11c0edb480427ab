public import Diagnostics
import GRDB

extension RunHistory {
  /// Notes that a run begins; runs that never ended were interrupted.
  ///
  /// Call it while the lock of the pipeline is held, so that no other run is under way.
  ///
  /// - Parameters:
  ///   - wave: The wave.
  ///   - date: Its date.
  ///   - now: The moment.
  ///   - version: The version of the program.
  ///   - host: The machine.
  ///   - process: The number of the process.
  /// - Returns: The number of the run.
  /// - Throws: ``Diagnostics/Failure`` as ``init(_:isReadOnly:)``.
  public func begin(
    wave: String, date: String, now: String, version: String, host: String, process: Int32
  ) throws(Failure) -> Int64 {
    try using(true) { database in
      try database.execute(sql: "UPDATE runs SET outcome = 'interrupted' WHERE outcome = 'running'")
      try database.execute(
        sql: """
          INSERT INTO runs (wave, date, started, outcome, version, host, process) VALUES (?, ?, ?, 'running', ?, ?, ?)
          """, arguments: [wave, date, now, version, host, process])
      return database.lastInsertedRowID
    }
  }

  /// Notes a stage of a run.
  ///
  /// - Throws: ``Diagnostics/Failure`` as ``init(_:isReadOnly:)``.
  public func add(_ stage: HistoryStage, to run: Int64) throws(Failure) {
    try using(true) { database in
      let position = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM stages WHERE run = ?", arguments: [run]) ?? 0
      try database.execute(
        sql: """
          INSERT INTO stages (run, position, stage, outcome, key, record, seconds, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          run, position, stage.stage, stage.hasRun ? "ran" : "up_to_date", stage.key, stage.record, stage.seconds,
          stage.reason,
        ])
      for (index, setting) in stage.settings.enumerated() {
        try database.execute(
          sql: "INSERT INTO settings (run, stage, position, name, value) VALUES (?, ?, ?, ?, ?)",
          arguments: [run, stage.stage, index, setting.name, setting.value])
      }
      for (index, input) in stage.inputs.enumerated() {
        try database.execute(
          sql: "INSERT INTO inputs (run, stage, position, name, path, digest) VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [run, stage.stage, index, input.name, input.path, input.digest])
      }
      for (index, file) in stage.files.enumerated() {
        try database.execute(
          sql: "INSERT INTO files (run, stage, position, name, digest) VALUES (?, ?, ?, ?, ?)",
          arguments: [run, stage.stage, index, file.name, file.digest])
      }
      for tally in stage.findings {
        try database.execute(
          sql: "INSERT INTO findings (run, stage, level, rule, count) VALUES (?, ?, ?, ?, ?)",
          arguments: [run, stage.stage, tally.level, tally.rule, tally.count])
      }
    }
  }

  /// Notes files that a run read beside the inputs of its stages.
  ///
  /// - Parameters:
  ///   - inputs: The files.
  ///   - name: Under which name they are noted in the place of a stage.
  ///   - run: The run.
  /// - Throws: ``Diagnostics/Failure`` as ``init(_:isReadOnly:)``.
  public func add(inputs: [HistoryStage.Input], of name: String, to run: Int64) throws(Failure) {
    try using(true) { database in
      for (index, input) in inputs.enumerated() {
        try database.execute(
          sql: "INSERT INTO inputs (run, stage, position, name, path, digest) VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [run, name, index, input.name, input.path, input.digest])
      }
    }
  }

  /// Notes what the gates said of a run.
  ///
  /// - Throws: ``Diagnostics/Failure`` as ``init(_:isReadOnly:)``.
  public func add(_ gates: [HistoryGate], to run: Int64) throws(Failure) {
    try using(true) { database in
      for (index, gate) in gates.enumerated() {
        try database.execute(
          sql: "INSERT INTO gates (run, position, gate, value, wanted, passed, sentence) VALUES (?, ?, ?, ?, ?, ?, ?)",
          arguments: [run, index, gate.gate, gate.value, gate.wanted, gate.passed, gate.sentence])
      }
    }
  }

  /// Notes the types of all units of a run.
  ///
  /// - Throws: ``Diagnostics/Failure`` as ``init(_:isReadOnly:)``.
  public func add(_ assignments: [HistoryAssignment], to run: Int64) throws(Failure) {
    try using(true) { database in
      let statement = try database.makeStatement(
        sql: "INSERT INTO assignments (run, unit, type, certainty) VALUES (?, ?, ?, ?)")
      for unit in assignments { try statement.execute(arguments: [run, unit.unit, unit.type, unit.certainty]) }
    }
  }

  /// Notes how a run ended.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - outcome: What became of it.
  ///   - status: Its exit status.
  ///   - message: What it said when it failed or was held.
  ///   - now: The moment.
  /// - Throws: ``Diagnostics/Failure`` as ``init(_:isReadOnly:)``.
  public func end(
    _ run: Int64, _ outcome: RunOutcome, status: Int32, message: String? = nil, now: String
  ) throws(Failure) {
    try using(true) { database in
      try database.execute(
        sql: "UPDATE runs SET outcome = ?, status = ?, message = ?, ended = ? WHERE run = ?",
        arguments: [outcome.rawValue, status, message, now, run])
    }
  }

  /// Notes that readers see another publication of a wave.
  ///
  /// - Parameters:
  ///   - event: What happened.
  ///   - run: The run whose publication they see; `nil` when there is none any more.
  ///   - wave: The wave.
  ///   - now: The moment.
  /// - Throws: ``Diagnostics/Failure`` as ``init(_:isReadOnly:)``.
  public func publish(
    _ event: HistoryPublication.Event, run: Int64?, wave: String, now: String
  ) throws(Failure) {
    try using(true) { database in
      try database.execute(
        sql: "INSERT INTO publications (wave, run, at, event) VALUES (?, ?, ?, ?)",
        arguments: [wave, run, now, event.rawValue])
    }
  }

  /// Notes that somebody accepts what the gates held back.
  ///
  /// - Parameters:
  ///   - key: The key of the stage cluster that was held.
  ///   - wave: The wave.
  ///   - reason: Why.
  ///   - now: The moment.
  /// - Throws: ``Diagnostics/Failure`` as ``init(_:isReadOnly:)``.
  public func accept(key: String, wave: String, reason: String, now: String) throws(Failure) {
    try using(true) { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO acceptances (key, wave, at, reason) VALUES (?, ?, ?, ?)",
        arguments: [key, wave, now, reason])
    }
  }

  /// Notes what somebody writes.
  ///
  /// - Throws: ``Diagnostics/Failure`` as ``init(_:isReadOnly:)``, or with status 64 when there is no such run.
  public func write(note text: String, about run: Int64?, author: String, now: String) throws(Failure) {
    if let run, try self.run(run) == nil { throw unknownRun(String(run)) }
    try using(true) { database in
      try database.execute(
        sql: "INSERT INTO notes (run, at, author, text) VALUES (?, ?, ?, ?)", arguments: [run, now, author, text])
    }
  }

  /// Notes that what these runs read and left is not in the store any more.
  ///
  /// - Throws: ``Diagnostics/Failure`` as ``init(_:isReadOnly:)``.
  public func forget(_ runs: [Int64]) throws(Failure) {
    try using(true) { database in
      for run in runs { try database.execute(sql: "UPDATE runs SET is_kept = 0 WHERE run = ?", arguments: [run]) }
    }
  }

  /// The failure when there is no run of a number or name.
  public func unknownRun(_ name: String) -> Failure {
    Failure(
      .usage, rule: "unknown-run", at: Place(file: path), value: name,
      message: "the history has no run '\(name)'", mend: "'koers history' lists the runs")
  }
}
