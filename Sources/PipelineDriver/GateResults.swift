import Artefacts
import Diagnostics
import Files
import RunHistory
import Stages

/// What the gates said of the typology of a wave: the table `gates` of the stage cluster.
struct GateResults {
  let history: [HistoryGate]

  init(_ folder: ArtefactFolder) throws(Failure) {
    let table = try folder.table("gates")
    let (gates, sentences) = (try table.texts("gate"), try table.texts("sentence"))
    let (values, wanted) = (try table.numbers("value"), try table.numbers("wanted"))
    let passed = try table.numbers("passed")
    history = gates.indices.map { row in
      HistoryGate(
        gate: gates[row], value: values[row], wanted: wanted[row], passed: passed[row].map { $0 == 1 },
        sentence: sentences[row])
    }
  }

  /// The gates that did not pass.
  var closed: [HistoryGate] { history.filter { $0.passed == false } }

  /// The failure when the gates hold a publication: every gate that did not pass.
  func failure(_ run: PipelineRun) -> Failure {
    Failure(
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

extension PipelineRun {
  /// The gates that hold the types which cluster left of the wave; empty when none does, or somebody accepted these types.
  ///
  /// - Throws: ``Diagnostics/Failure`` when the table of gates or the history cannot be read.
  func closedGates() throws(Failure) -> [HistoryGate] {
    let path = work.folder(of: ClusterRequest.stage)
    guard let record = RunRecord(of: ClusterRequest.stage, in: path), record.parameter("typology") == "held" else {
      return []
    }
    if pathExists(workspace.history), try openHistory(workspace).acceptance(of: record.key) != nil { return [] }
    return try GateResults(ArtefactFolder(path, stage: ClusterRequest.stage)).closed
  }
}
