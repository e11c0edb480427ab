import Artefacts
import Diagnostics
import RunHistory
import Stages
import Tables

/// What the gates said of the typology of a wave: the table `gates` of the stage cluster.
struct GateResults {
  let history: [HistoryGate]

  init(_ folder: ArtefactFolder) throws(Failure) {
    let table = try folder.table("gates")
    let gates = table["gate"]?.texts ?? []
    let values = table["value"]?.numbers ?? []
    let wanted = table["wanted"]?.numbers ?? []
    let passed = table["passed"]?.texts ?? []
    let booleans = table["passed"].map(Self.booleans) ?? []
    let sentences = table["sentence"]?.texts ?? []
    history = gates.indices.map { row in
      HistoryGate(
        gate: gates[row] ?? "", value: values.indices.contains(row) ? values[row] : nil,
        wanted: wanted.indices.contains(row) ? wanted[row] : nil,
        passed: booleans.indices.contains(row)
          ? booleans[row] : passed.indices.contains(row) ? passed[row] == "true" : nil,
        sentence: sentences.indices.contains(row) ? sentences[row] ?? "" : "")
    }
  }

  private static func booleans(_ column: Tables.Column) -> [Bool?] {
    if case .boolean(let values) = column.values { return values }
    return []
  }

  /// The failure when the gates hold a publication: every gate that did not pass.
  func failure(_ run: PipelineRun) -> Failure {
    let closed = history.filter { $0.passed == false }
    return Failure(
      .held,
      closed.map { gate in
        Finding(
          .error, rule: "held-" + gate.gate, at: Place(file: run.pipeline.file), value: run.wave.name,
          message: "the gate '\(gate.gate)' holds the wave '\(run.wave.name)': \(gate.sentence)",
          mend:
            "look at gates.csv and refit.csv in \(run.work.folder(of: ClusterRequest.stage)); then publish the new types "
            + "with 'koers run --wave \(run.wave.name) --accept REASON', keep the published ones with "
            + "'cluster: {waves: {refit: never}}', or change the gate. The last publication stays until then")
      })
  }
}
