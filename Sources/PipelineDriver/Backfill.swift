import Artefacts
public import Diagnostics
import Files
public import RunHistory
import Stages
import Tables

/// Old waves run as a later run was: with its pipeline file, codebook, catalogue and register, as they were then.
public struct Backfill: Sendable {
  /// The runs, the oldest wave first.
  public let request: PipelineRequest
  /// The run whose parameters are used.
  public let pinned: HistoryRun

  /// Lays down what decided a run, and prepares runs over older waves.
  ///
  /// Publications of the wave of that run and of newer ones are never touched.
  ///
  /// - Parameters:
  ///   - path: The pipeline file or its folder as it is now, whose waves are used.
  ///   - run: The run whose parameters are used; what readers see of the newest wave when left out.
  ///   - names: The waves; every wave before that run's that is not published when empty.
  ///   - reports: The folder of all publications.
  ///   - workspace: The folder of all working folders.
  ///   - force: Whether stages that are up to date run all the same.
  /// - Throws: ``Diagnostics/Failure`` with status 64 for waves that are not older, 66 when something of the run is not kept any
  ///   more or nothing was published yet.
  public init(
    _ path: String, as run: String? = nil, waves names: [String] = [], reports: String, workspace: String,
    force: Bool = false
  ) throws(Failure) {
    let today = try Pipeline(path)
    let found = try PipelineWaves(today)
    let place = Workspace(of: today.name, in: workspace, reports: reports)
    let history = try openHistory(place)
    let shown = try Publications.shown(history)
    guard let reference = run ?? shown.last.map({ String($0.run) }) else {
      throw Failure(
        .missingInput, rule: "nothing-published", at: Place(file: place.publications),
        message: "nothing is published yet, and no run is named whose parameters are used",
        mend: "run 'koers run' first, or name a run with '--as'")
    }
    pinned = try referredRun(reference, in: history)
    let chosen = try Self.chosen(names, found, before: pinned, place, in: today)
    let pipeline = try Self.laid(pinned, history, place).withWaves(of: today)
    request = PipelineRequest(
      runs: chosen.map { PipelineRun(pipeline: pipeline, wave: $0, workspace: place, force: force) }, workspace: place,
      findings: found.findings)
  }

  private static func chosen(
    _ names: [String], _ found: PipelineWaves, before pinned: HistoryRun, _ place: Workspace, in pipeline: Pipeline
  ) throws(Failure) -> [WaveDescription] {
    if names.isEmpty {
      return found.all.filter { wave in
        wave.date.iso < pinned.date && !pathExists(joinPath(place.publication(of: wave.name), "run.json"))
      }
    }
    var waves: [WaveDescription] = []
    for name in names { waves.append(try found.wave(name, in: pipeline)) }
    let late = waves.filter { $0.date.iso >= pinned.date }
    if !late.isEmpty {
      throw Failure(
        .usage,
        late.map { wave in
          Finding(
            .error, rule: "not-older", at: Place(file: wave.descriptionFile), value: wave.name,
            message: "the wave '\(wave.name)' is not older than '\(pinned.wave)', whose parameters are used",
            mend: "run it with 'koers run --wave \(wave.name)'; a backfill never touches newer publications")
        })
    }
    return waves.sorted { $0.date < $1.date }
  }

  /// Lays down the pipeline of a run, in the workspace.
  private static func laid(_ run: HistoryRun, _ history: RunHistory, _ workspace: Workspace) throws(Failure) -> Pipeline
  {
    let folder = joinPath(joinPath(workspace.base, "pinned"), String(run.run))
    try remove(folder)
    let home = LaidFiles.home(in: folder)
    let files = LaidFiles(home, workspace.store)
    let context = try history.inputs(of: run.run, InputSnapshot.context)
    guard let file = context.first else { throw history.unknownRun(String(run.run)) }
    for input in context { try files.lay(input) }
    for stage in try history.stages(of: run.run) {
      for input in stage.inputs where !input.path.hasPrefix(InputSnapshot.workspacePrefix) { try files.lay(input) }
    }
    return try Pipeline(joinPath(home, file.path))
  }
}
