import Artefacts
import Diagnostics
import Files
public import Stages

/// Whether a stage of a wave runs, and why.
public struct StageDecision: Hashable, Sendable {
  /// The stage.
  public var stage: String
  /// Whether it runs.
  public var runs: Bool
  /// Why it runs; empty when it does not.
  public var reasons: [StaleReason]
  /// The key that it has now; `nil` when an input is missing or made by a stage before it that runs.
  public var key: StageKey?
  /// Whether its publication was taken back by somebody, so that it does not run although it is not there.
  public var isWithheld = false

  /// Whether it cannot run, because something is missing that no stage makes, or because the gates hold the types.
  public var isBlocked: Bool { reasons.contains { $0.kind == .missing || $0.kind == .held } }
}

/// What is known of the records that stages will leave which run before others, also those of waves before.
struct ForeseenRecords {
  /// The records of stages that run with the key of their last run: they leave what they left.
  fileprivate var same: [String: String] = [:]
  /// The records that will be others.
  fileprivate var new: Set<String> = []
}

/// Decides for the stages of one wave in their order; a stage that runs decides about those after it.
struct StageDecisions {
  let workspace: Workspace
  let wave: String
  let force: Bool
  /// What stages that run will leave, those of waves before included.
  private(set) var foreseen: ForeseenRecords

  init(_ workspace: Workspace, wave: String, force: Bool, after foreseen: ForeseenRecords = ForeseenRecords()) {
    self.workspace = workspace
    self.wave = wave
    self.force = force
    self.foreseen = foreseen
  }

  /// Decides about the next stage.
  ///
  /// - Parameters:
  ///   - request: The stage.
  ///   - folder: What it leaves.
  ///   - isAhead: Whether the stages before it that run have not run yet.
  /// - Returns: The decision.
  /// - Throws: ``Diagnostics/Failure`` when an input cannot be read.
  mutating func decide<Request: StageRequest>(
    _ request: Request, folder: String, isAhead: Bool
  ) throws(Failure) -> StageDecision {
    let memory = StageMemory(workspace.memory(of: Request.stage, wave: wave))
    var decision = StageDecision(stage: Request.stage, runs: false, reasons: [])
    let paths = request.inputFiles
    let waiting = paths.filter { foreseen.new.contains($0) }
    let missing = paths.filter { !foreseen.new.contains($0) && foreseen.same[$0] == nil && !pathExists($0) }
    if waiting.isEmpty, missing.isEmpty {
      let key = try request.keyed(foreseeing: foreseen.same)
      decision.key = key
      decision.reasons = reasons(key, memory, folder)
      decision.isWithheld = memory?.withheld == key.key && !force
      if decision.isWithheld { decision.reasons = [] }
    } else {
      decision.reasons =
        missing.map { StaleReason(.missing, $0) } + changed(request.keySettings, since: memory) + waiting.map(earlier)
    }
    if decision.reasons.isEmpty, force { decision.reasons = [StaleReason(.force, Request.stage)] }
    decision.runs = !decision.reasons.isEmpty
    if decision.runs, isAhead { foresee(decision, memory) }
    return decision
  }

  /// The reasons that are known before the inputs are there: the version and the settings.
  private func changed(_ settings: [RunRecord.Parameter], since memory: StageMemory?) -> [StaleReason] {
    guard let last = memory?.made() else { return [] }
    var key = last
    (key.version, key.settings) = (ProgramVersion.current, settings)
    return key.reasons(since: last)
  }

  private mutating func foresee(_ decision: StageDecision, _ memory: StageMemory?) {
    let record = workspace.work(of: wave).record(of: decision.stage)
    if let key = decision.key, let memory, memory.key == key.key {
      foreseen.same[record] = memory.record
    } else {
      foreseen.new.insert(record)
    }
  }

  private func reasons(_ key: StageKey, _ memory: StageMemory?, _ folder: String) -> [StaleReason] {
    // What is remembered of the record that stands there is all that one has to know of it.
    if let memory, memory.key == key.key, (try? sha256(ofFile: joinPath(folder, "run.json"))) == memory.record {
      return lost(memory.outputs, folder)
    }
    guard let left = RunRecord(of: key.stage, in: folder) else {
      return [
        pathExists(folder) || memory != nil ? StaleReason(.output, lastName(of: folder)) : StaleReason(.first, "")
      ]
    }
    if left.key == key.key {
      return lost(left.outputs.map { StageMemory.Output(name: $0.name, bytes: $0.bytes ?? 0) }, folder)
    }
    guard let memory, memory.key == left.key || memory.withheld != nil, let last = memory.made() else {
      return [StaleReason(.unknown, "")]
    }
    return named(key).reasons(since: named(last)).map { reason in
      let stage = Files.folder(of: reason.name)
      let isMadeAnew = reason.kind == .input && reason.now != nil && reason.name == stage + "/run.json"
      // What another wave left may be there for the first time, although no stage ran just now.
      let isNew = reason.before == nil && stage.contains("/")
      return isMadeAnew && !isNew ? StaleReason(.earlier, stage) : reason
    }
  }

  /// A key in which records of other waves are named after these as well: `2021/cluster/run.json`.
  private func named(_ key: StageKey) -> StageKey {
    var key = key
    for (index, input) in key.inputs.enumerated() where lastName(of: input.path) == "run.json" {
      key.inputs[index].name = stage(leaving: input.path) + "/run.json"
    }
    return key
  }

  private func lost(_ outputs: [StageMemory.Output], _ folder: String) -> [StaleReason] {
    let lost = outputs.first { fileSize(joinPath(folder, $0.name)) != $0.bytes }
    return lost.map { [StaleReason(.output, $0.name)] } ?? []
  }

  /// The reason that a stage before this one leaves something else.
  private func earlier(_ record: String) -> StaleReason { StaleReason(.earlier, stage(leaving: record)) }

  /// The stage that leaves a record, with the name of the wave before it when that is another.
  private func stage(leaving record: String) -> String {
    let folder = Files.folder(of: record)
    let other = lastName(of: Files.folder(of: folder))
    return (other == wave ? "" : other + "/") + lastName(of: folder)
  }
}
