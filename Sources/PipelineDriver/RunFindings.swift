public import Artefacts
public import Diagnostics

/// What the stages of a run found: the findings to be told, and the counts of all.
public struct RunFindings: Sendable {
  /// The findings to be told; of very many the first.
  public private(set) var findings: [Finding] = []
  /// How often each rule found something.
  public private(set) var tally = FindingTally()
  /// The most that are to be printed, when the settings of a stage say so.
  public private(set) var limit: Int?

  /// Creates findings of nothing.
  public init() {}

  /// Takes findings that no stage made.
  public init(_ findings: [Finding]) {
    self.findings = findings
    tally = FindingTally(findings)
  }

  /// Takes the findings of a stage.
  public init(_ output: StageOutput) {
    findings = output.findings
    tally = output.tally ?? FindingTally(output.findings)
    limit = output.findingsPrinted
  }

  /// Adds the findings of the next stage.
  public mutating func add(_ other: RunFindings) {
    findings += other.findings
    tally.add(other.tally)
    limit = limit ?? other.limit
  }
}
