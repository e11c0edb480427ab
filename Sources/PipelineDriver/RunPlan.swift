import Artefacts
public import Diagnostics
public import Stages

/// What `koers run` would do, stage by stage: the answer of `--dry-run`.
public struct RunPlan: Sendable, Codable {
  /// The plan of one stage.
  public struct Step: Sendable, Codable {
    /// The wave.
    public var wave: String
    /// The stage.
    public var stage: String
    /// Whether it runs.
    public var runs: Bool
    /// Whether it cannot run, because something is missing.
    public var isBlocked: Bool
    /// Why.
    public var reasons: [StaleReason]
    /// Why, in words.
    public var words: [String]
  }

  /// The pipeline.
  public var pipeline: String
  /// The steps, wave by wave in the order in which they are run.
  public var steps: [Step]

  /// Makes the plan of runs.
  ///
  /// - Parameter runs: The runs, in their order.
  /// - Throws: ``Diagnostics/Failure`` as ``PipelineRun/decisions()``.
  public init(_ runs: [PipelineRun]) throws(Failure) {
    pipeline = runs.first?.pipeline.name ?? ""
    steps = []
    var foreseen = ForeseenRecords()
    for run in runs {
      steps += try run.decisions(after: &foreseen).map { decision in
        Step(
          wave: run.wave.name, stage: decision.stage, runs: decision.runs, isBlocked: decision.isBlocked,
          reasons: decision.reasons, words: decision.reasons.map(\.words))
      }
    }
  }

  /// Whether nothing would run.
  public var isUpToDate: Bool { !steps.contains(where: \.runs) }

  /// The plan as a terminal shows it.
  public var text: String {
    steps.map { step in
      let what = step.isBlocked ? "cannot run" : step.runs ? "runs" : "is up to date"
      return "\(step.wave) \(step.stage) \(what)"
        + (step.words.isEmpty ? "" : ": " + step.words.joined(separator: "; "))
        + "\n"
    }.joined()
  }

  /// The plan as JSON.
  public var json: String { String(decoding: JSONText.encode(self), as: UTF8.self) }
}
