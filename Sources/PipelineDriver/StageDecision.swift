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

  /// Whether it cannot run, because something is missing that no stage makes.
  public var isBlocked: Bool { reasons.contains { $0.kind == .missing } }
}

/// Decides for the stages of one wave in their order; a stage that runs decides about those after it.
struct StageDecisions {
  let workspace: Workspace
  let wave: String
  let force: Bool
  /// The records that stages which run will leave, as far as that can be known: those that run with the key of their last run
  /// leave what they left.
  private var records: [String: String] = [:]
  /// The records that will be others.
  private var newRecords: Set<String> = []

  init(_ workspace: Workspace, wave: String, force: Bool) {
    self.workspace = workspace
    self.wave = wave
    self.force = force
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
    let waiting = paths.filter { newRecords.contains($0) }
    let missing = paths.filter { !newRecords.contains($0) && records[$0] == nil && !pathExists($0) }
    if waiting.isEmpty, missing.isEmpty {
      let key = try request.keyed(foreseeing: records)
      decision.key = key
      decision.reasons = reasons(key, memory, folder)
      decision.isWithheld = memory?.withheld == key.key && !force
      if decision.isWithheld { decision.reasons = [] }
    } else {
      decision.reasons = missing.map { StaleReason(.missing, $0) } + waiting.map(Self.earlier)
    }
    if decision.reasons.isEmpty, force { decision.reasons = [StaleReason(.force, Request.stage)] }
    decision.runs = !decision.reasons.isEmpty
    if decision.runs, isAhead { foresee(decision, memory) }
    return decision
  }

  private mutating func foresee(_ decision: StageDecision, _ memory: StageMemory?) {
    let record = workspace.work(of: wave).record(of: decision.stage)
    if let key = decision.key, let memory, memory.key == key.key {
      records[record] = memory.record
    } else {
      newRecords.insert(record)
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
    return key.reasons(since: last).map { reason in
      let isOwn =
        reason.kind == .input
        && key.inputs.contains {
          $0.name == reason.name && $0.path.hasPrefix(workspace.work(of: wave).base + "/")
        }
      return isOwn && reason.name.hasSuffix("/run.json") ? Self.earlier(reason.name) : reason
    }
  }

  private func lost(_ outputs: [StageMemory.Output], _ folder: String) -> [StaleReason] {
    let lost = outputs.first { fileSize(joinPath(folder, $0.name)) != $0.bytes }
    return lost.map { [StaleReason(.output, $0.name)] } ?? []
  }

  /// The reason that a stage before this one leaves something else.
  private static func earlier(_ record: String) -> StaleReason {
    StaleReason(.earlier, lastName(of: Files.folder(of: record)))
  }
}
