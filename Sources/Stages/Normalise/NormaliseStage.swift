public import Artefacts
public import Diagnostics
import Estimation
import Files
import Normalisation
import Registers
import Survey
import Tables

/// One call of normalise: what ingest left becomes units with features, replicates and estimates.
public struct NormaliseRequest: StageRequest {
  /// The name of the stage.
  public static let stage = "normalise"

  /// The folder that ingest left.
  public var ingest: String
  /// The pipeline, of which the codebook, the register, the seed and the section `normalise` are used.
  public var pipeline: Pipeline
  /// The wave, whose date decides the state of the register; `nil` takes the date that ingest recorded.
  public var wave: WaveDescription?
  /// The folder that normalise left of an earlier wave, when the fit is frozen or pooled.
  public var earlier: String?

  /// Creates a request from what a command line gives.
  public init(ingest: String, pipeline: Pipeline, earlier: String? = nil) {
    self.ingest = ingest
    self.pipeline = pipeline
    self.earlier = earlier
  }

  /// Creates a request from a pipeline and the working folders of a wave.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 78 and all that is wrong in the section.
  public init(pipeline: Pipeline, wave: WaveDescription, work: WorkFolders) throws(Failure) {
    let fit = try pipeline.normalise.features.fit
    self.init(
      ingest: work.folder(of: "ingest"), pipeline: pipeline,
      earlier: fit.wave.map { work.ofWave($0).folder(of: Self.stage) })
    self.wave = wave
  }

  /// The record of ingest, the codebook, the files of the register (its boundaries when a feature is a place), and the
  /// record of the earlier wave, if any.
  public var inputFiles: [String] {
    let fitted = earlier.map { joinPath($0, "run.json") }.flatMap { pathExists($0) ? [$0] : nil } ?? []
    return [joinPath(ingest, "run.json"), pipeline.codebook]
      + registerInputs(pipeline.register, boundaries: needsPlaces) + fitted
  }

  private var needsPlaces: Bool {
    (try? pipeline.normalise)?.features.needsPlaces ?? false
  }

  /// The section, the seed and the date.
  public var keySettings: [RunRecord.Parameter] {
    [
      RunRecord.Parameter("seed", String(pipeline.seed)),
      RunRecord.Parameter("date", wave?.date.iso ?? "as ingested"),
    ] + pipeline.settings(of: "normalise")
  }

  /// Brings the respondents to units, and the units to features.
  ///
  /// - Throws: ``Diagnostics/Failure`` with all that was found: status 66 for a missing folder, 78 for a section that
  ///   names what does not exist, 65 for data that cannot be scaled.
  public func run() async throws(Failure) -> StageOutput {
    let settings = try pipeline.normalise
    let questionnaire = try readCodebook(pipeline.codebook)
    let (answers, folder) = try readWave(ingest, codebook: questionnaire)
    let codebook = questionnaire.withFigures(of: folder.run.parameter("wave"))
    let files = try pipeline.register.map { path throws(Failure) in try RegisterFolder(path) }
    var state = try registerState(folder.run, files?.register)
    if settings.features.needsPlaces, let date = state?.date, let boundaries = try files?.boundaries(on: date) {
      state?.places = UnitPlaces(boundaries)
    }
    let result = try await NormalisedUnits(
      NormalisedUnits.Input(
        wave: answers, codebook: codebook, register: state,
        earlier: try earlierUnits(settings.features.fit, files?.register), settings: settings, seed: pipeline.seed))
    var output = StageOutput(
      stage: Self.stage,
      tables: result.tables,
      simulated: folder.run.simulated, seed: pipeline.seed, inputs: try inputDigests,
      findings: result.findings)
    output.parameters = settings.parameters
    if let name = folder.run.parameter("wave") { output.parameters.append(RunRecord.Parameter("wave", name)) }
    if let state { output.parameters.append(RunRecord.Parameter("date", state.date.iso)) }
    output.addJSON("features.json", result.fit.transform)
    output.tables.append(result.findings.map(\.withBareFile).findingsTable)
    if let components = result.fit.components(settings.features.components) {
      output.tables += [components.table, components.scoreTable(result.units)]
    }
    output.addJSON("weighting.json", result.design.diagnostics)
    output.documents.append(FileContent("replicates.npy", bytes: result.replicates.bytes))
    output.counts = counts(of: result, respondents: answers.respondents.count, state)
    return output
  }

  private func counts(of result: NormalisedUnits, respondents: Int, _ state: RegisterState?) -> [RunRecord.Count] {
    let features = result.fit.transform.features
    return [
      RunRecord.Count("respondents", respondents),
      RunRecord.Count("units", result.units.count),
      RunRecord.Count("units_of_register", state?.units.count ?? result.units.count),
      RunRecord.Count("non_respondents", result.ledger.count(of: .nonRespondent)),
      RunRecord.Count("merged_away", result.ledger.count(of: .mergedAway)),
      RunRecord.Count("features", features.count { $0.use == .cluster }),
      RunRecord.Count("profile_features", features.count { $0.use == .profile }),
      RunRecord.Count("imputed_values", result.fit.imputed.count),
      RunRecord.Count("replicates", result.replicates.shape[0]),
    ]
  }

  /// Returns what is known of the earlier wave that the fit takes; `nil` for a fit of this wave alone.
  private func earlierUnits(_ fit: FitSettings, _ register: Register?) throws(Failure) -> EarlierUnits? {
    if fit.mode == .refit { return nil }
    guard let earlier else {
      throw Failure(
        .usage, rule: "no-earlier-folder", at: fit.place, value: fit.wave,
        message: "the fit is '\(fit.mode.rawValue)' with the wave '\(fit.wave ?? "")', whose folder was not named",
        mend: "add '--earlier DIR' with the folder that koers-normalise left of that wave")
    }
    return try EarlierUnits(earlier, fit, register)
  }

  /// Returns the register on the date of the wave, with the units that ceased to exist during the fieldwork.
  private func registerState(_ run: RunRecord, _ register: Register?) throws(Failure) -> RegisterState? {
    guard let path = pipeline.register, let register else { return nil }
    var described = wave
    let recorded = run.parameter("date").flatMap { CalendarDate(iso: $0) }
    if described == nil, recorded == nil, let last = pipeline.waves.last { described = try WaveDescription(last) }
    guard let date = described?.date ?? recorded else { return nil }
    let units = register.units(on: date)
    if units.isEmpty {
      throw Failure(
        .badData, rule: "empty-register", at: Place(file: path), value: date.iso,
        message: "the register knows no unit on \(date.iso)", mend: "correct the date of the wave, or the register")
    }
    let codes = Set(units.map(\.code))
    let before = (described?.fieldwork?.lowerBound).map { min($0, date) } ?? date
    let merged = register.units(on: before).filter { !codes.contains($0.code) }.map { unit in
      (unit: unit, into: register.fate(of: unit.code, from: before, to: date).successors?.first?.code ?? "")
    }
    return RegisterState(units: units, valueNames: register.valueNames, merged: merged, date: date)
  }
}

extension NormalisationSettings {
  /// Whether a feature is where the unit lies.
  fileprivate var needsPlaces: Bool { features.contains { $0.transform == .coordinates } }
}

extension Finding {
  /// The finding without the folder of its file, which differs between machines.
  fileprivate var withBareFile: Finding {
    var finding = self
    finding.place.file = finding.place.file.map(lastName)
    return finding
  }
}
