public import Artefacts
import DecisionAnalysis
public import Diagnostics
import Files
import Settings
public import Strategies

/// One call of match: types and their amounts meet the catalogue of strategies.
public struct MatchRequest: StageRequest {
  /// The name of the stage.
  public static let stage = "match"

  /// The folder that normalise left.
  public var units: String
  /// The folder that cluster left.
  public var types: String
  /// The catalogue of strategies.
  public var catalogue: String
  /// The file in which people weigh the criteria; `nil` takes the points of the catalogue.
  public var weights: String?
  /// How to match.
  public var settings: MatchSettings
  /// The seed of all random draws.
  public var seed: UInt64

  /// Creates a request from what a command line gives.
  public init(
    units: String, types: String, catalogue: String, weights: String? = nil, settings: MatchSettings = MatchSettings(),
    seed: UInt64 = 1
  ) {
    self.units = units
    self.types = types
    self.catalogue = catalogue
    self.weights = weights
    self.settings = settings
    self.seed = seed
  }

  /// Creates a request from what a command line gives, the options winning over the pipeline.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 78 and all that is wrong in the section `match`, or 64 when nothing names
  ///   a catalogue.
  public init(
    units: String, types: String, catalogue: String?, weights: String? = nil, pipeline: Pipeline?, draws: Int?,
    seed: UInt64?
  ) throws(Failure) {
    guard let catalogue = catalogue ?? pipeline?.catalogue else {
      throw Failure(
        .usage, rule: "no-catalogue", message: "nothing names a catalogue of strategies",
        mend: "give --catalogue with its file, or --pipeline that names one")
    }
    var settings = try pipeline?.match ?? MatchSettings()
    if let draws { settings.draws = draws }
    self.init(
      units: units, types: types, catalogue: catalogue,
      weights: weights ?? settings.weightsFile.flatMap { pipeline?.path($0) }, settings: settings,
      seed: seed ?? pipeline?.seed ?? 1)
  }

  /// Creates a request from a pipeline and the working folders of a wave.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 78 and all that is wrong in the section `match`.
  public init(pipeline: Pipeline, wave: WaveDescription, work: WorkFolders) throws(Failure) {
    let settings = try pipeline.match
    self.init(
      units: work.folder(of: "normalise"), types: work.folder(of: "cluster"), catalogue: pipeline.catalogue,
      weights: settings.weightsFile.map(pipeline.path), settings: settings, seed: pipeline.seed)
  }
}

extension MatchRequest {
  /// The records of normalise and cluster, the catalogue, and the weights of people, if any.
  public var inputFiles: [String] {
    [joinPath(units, "run.json"), joinPath(types, "run.json"), catalogue] + (weights.map { [$0] } ?? [])
  }

  /// The settings and the seed.
  public var keySettings: [RunRecord.Parameter] { [RunRecord.Parameter("seed", String(seed))] + parameters }

  /// Matches every strategy to every type.
  ///
  /// - Throws: ``Diagnostics/Failure`` with all that was found: status 66 for a missing folder or file, 78 for a catalogue
  ///   or weights that are wrong or name what is not there, and for a catalogue of which no type may have any strategy, 65
  ///   for folders that do not belong together.
  public func run() async throws(Failure) -> StageOutput {
    try requireFolders(["normalise": units, "cluster": types])
    let normalised = try ArtefactFolder(units, stage: "normalise")
    let clustered = try ArtefactFolder(types, stage: "cluster")
    let amounts = try MeasuredAmounts(normalised)
    let noted = Findings()
    var catalogue = try readCatalogue(self.catalogue, sources: amounts.names, findings: noted)
    let declared = catalogue.criteria.map(\.points)
    let group = try weights.map { path throws(Failure) in
      try readWeights(path, catalogue: catalogue, consistency: settings.consistency)
    }
    if let group { catalogue = catalogue.weighted(by: group.combined) }
    let profiles = try TypeProfiles(amounts, sources: catalogue.sources, of: normalised, types: clustered)
    let matcher = Matcher(catalogue: catalogue, settings: settings, sources: catalogue.sources, seed: seed)
    let fields = try profiles.fields(of: matcher, normalised, seed: seed)
    let matches = await profiles.matches(by: matcher, fields: fields)
    let tables = MatchTables(
      catalogue: catalogue, profiles: profiles, fieldProfiles: fields, matches: matches,
      ownChoices: await profiles.ownChoices(by: matcher, matches))
    let weighing = MatchWeights(catalogue, declared: declared, group: group, matches)
    let clear = tables.clearTypes
    var output = StageOutput(
      stage: Self.stage,
      tables: tables.all + [weighing.table, weighing.choiceTable(profiles, matcher)]
        + (weighing.personTable.map { [$0] } ?? []), simulated: normalised.run.simulated || clustered.run.simulated,
      seed: seed, parameters: parameters, inputs: try inputDigests,
      counts: [
        RunRecord.Count("types", profiles.types.count),
        RunRecord.Count("strategies", catalogue.strategies.count),
        RunRecord.Count("criteria", catalogue.criteria.count),
        RunRecord.Count("clear_winners", clear),
        RunRecord.Count("no_clear_winner", profiles.types.count - clear),
        RunRecord.Count("misfits", tables.misfits.count),
        RunRecord.Count("agreeing", tables.agreeingTypes),
        RunRecord.Count("field_cells", matches.reduce(0) { $0 + $1.fields.count }),
        RunRecord.Count("pooled_cells", tables.pooledCells),
        RunRecord.Count("persons", group?.persons.count ?? 0),
      ])
    let noticed = MatchFindings(
      catalogue: catalogue, file: self.catalogue, tables: tables,
      amounts: profiles.types.indices.map { matcher.onCriteria(profiles.profile(ofType: $0)).amounts })
    output.findings = noted.all.filter { $0.level > .note } + (try noticed.all())
    return output
  }

  private var parameters: [RunRecord.Parameter] {
    [
      RunRecord.Parameter("draws", String(settings.draws)),
      RunRecord.Parameter("bounds", String(settings.bounds)),
      RunRecord.Parameter("clear.acceptability", String(settings.winner.acceptability)),
      RunRecord.Parameter("clear.ahead", String(settings.winner.ahead)),
      RunRecord.Parameter("misfit", String(settings.misfit)),
      RunRecord.Parameter("field.least", String(settings.fieldLeast)),
      RunRecord.Parameter("promethee.indifference", String(settings.indifference)),
      RunRecord.Parameter("promethee.preference", String(settings.preference)),
      RunRecord.Parameter("weights", weights == nil ? "catalogue" : "persons"),
      RunRecord.Parameter("weights.consistency", String(settings.consistency)),
    ]
  }
}
