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

  /// Creates a request from what a command line gives.
  public init(ingest: String, pipeline: Pipeline) {
    self.ingest = ingest
    self.pipeline = pipeline
  }

  /// Creates a request from a pipeline and the working folders of a wave.
  public init(pipeline: Pipeline, wave: WaveDescription, work: WorkFolders) {
    self.init(ingest: work.folder(of: "ingest"), pipeline: pipeline)
    self.wave = wave
  }

  /// The record of ingest, the codebook and the files of the register but for its boundaries.
  public var inputFiles: [String] {
    [joinPath(ingest, "run.json"), pipeline.codebook] + registerInputs(pipeline.register)
  }

  /// The section, the seed and the date.
  public var settingsText: String {
    "seed: \(pipeline.seed)\ndate: \(wave?.date.iso ?? "as ingested")\n" + pipeline.canonicalText(of: "normalise")
  }

  /// Brings the respondents to units, and the units to features.
  ///
  /// - Throws: ``Diagnostics/Failure`` with all that was found: status 66 for a missing folder, 78 for a section that
  ///   names what does not exist, 65 for data that cannot be scaled.
  public func run() async throws(Failure) -> StageOutput {
    let settings = try pipeline.section("normalise") { NormaliseSettings(reading: $0) }
    let codebook = try readCodebook(pipeline.codebook)
    let (answers, folder) = try readWave(ingest, codebook: codebook)
    let state = try registerState(folder.run)
    let result = try NormalisedUnits(answers, codebook, state, settings, seed: pipeline.seed)
    var output = StageOutput(
      stage: Self.stage,
      tables: result.tables,
      simulated: folder.run.simulated, seed: pipeline.seed, inputs: try inputDigests,
      findings: result.findings)
    output.parameters = [RunRecord.Parameter("replicates", String(settings.features.replicates))]
    if let state { output.parameters.append(RunRecord.Parameter("date", state.date.iso)) }
    output.addJSON("features.json", result.fit.transform)
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
      RunRecord.Count("imputed_values", features.reduce(0) { $0 + $1.imputed }),
      RunRecord.Count("replicates", result.replicates.shape[0]),
    ]
  }

  /// Returns the register on the date of the wave, with the units that ceased to exist during the fieldwork.
  private func registerState(_ run: RunRecord) throws(Failure) -> RegisterState? {
    guard let path = pipeline.register else { return nil }
    let register = try readRegister(folder: path)
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
