public import Artefacts
import CSVFiles
import Clustering
public import Diagnostics
import Files
import Normalisation
import Tables

/// One call of cluster: units with features become types, with the evidence for their number.
public struct ClusterRequest: StageRequest {
  /// The name of the stage.
  public static let stage = "cluster"
  /// What a run record calls the record of the run whose letters were kept.
  public static let keptRecord = "kept/run.json"

  /// The folder that normalise left, or any delimited file with a column of names and columns of numbers.
  public var features: String
  /// The column that names the units; found when `nil`.
  public var id: String?
  /// The column of a delimited file with weights of the units, for the sensitivity to them; `nil` without.
  public var weights: String?
  /// How types are made.
  public var settings: ClusterSettings
  /// The seed of all random draws.
  public var seed: UInt64
  /// The folders that ``ShardRequest`` left, whose starts are taken; `nil` makes them here.
  public var parts: [String]?
  /// The working folders of an earlier wave whose types are followed, if any: normalise, when it is there, and cluster.
  public var earlier: WorkFolders?
  /// Whether somebody asked for that wave, so that it is an error when it cannot be followed; else it is a warning.
  public var isEarlierAsked: Bool
  /// The folder that cluster left in a run before of the same wave, whose letters are kept, if any.
  ///
  /// For a wave that comes in after a later one, it is that of the later one: what readers know keeps its letters.
  ///
  /// It is no part of the key: a rerun is not asked for because there was a run. When it makes a difference, `run.json` has
  /// its digest.
  public var kept: String?
  /// All earlier waves of the pipeline, for the comparison with them; `nil` when none is known.
  var history: WaveHistory?

  /// Whether the features are those that normalise leaves in the working folders, also when they are not there yet.
  private var isOfPipeline = false

  /// Creates a request from what a command line gives.
  ///
  /// A path `DIR/features.csv` beside the `run.json` of normalise stands for the folder.
  public init(
    features: String, id: String? = nil, settings: ClusterSettings = ClusterSettings(), seed: UInt64 = 1,
    earlier: WorkFolders? = nil, kept: String? = nil
  ) {
    self.features = features
    self.id = id
    self.settings = settings
    self.seed = seed
    self.earlier = earlier
    isEarlierAsked = earlier != nil
    self.kept = kept
  }

  /// Creates a request from a pipeline and the working folders of a wave.
  ///
  /// Its types follow those of the last wave before it that was published, and keep the letters of its own last run, or of
  /// the next wave when it never ran.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 78 and all that is wrong in the section `cluster`.
  public init(pipeline: Pipeline, wave: WaveDescription, work: WorkFolders) throws(Failure) {
    let settings = try pipeline.cluster
    self.init(
      features: work.folder(of: "normalise"), settings: settings, seed: pipeline.seed,
      kept: pathExists(work.record(of: Self.stage))
        ? work.folder(of: Self.stage) : nextWave(after: wave, of: pipeline, work)?.folder(of: Self.stage))
    earlier = lastWave(before: wave, of: pipeline, work)
    isOfPipeline = true
    if earlier != nil { history = WaveHistory(pipeline, before: wave, work) }
  }

  /// The folder that normalise left, or `nil` when the features stand alone.
  private var folderOfNormalise: String? { isOfPipeline ? features : normaliseFolder(of: features) }
}

extension ClusterRequest {
  /// The record of normalise, or the file of features, and the records of the earlier wave.
  public var inputFiles: [String] {
    [folderOfNormalise.map { joinPath($0, "run.json") } ?? features] + earlierRecords
  }

  /// The settings and the seed.
  public var keySettings: [RunRecord.Parameter] {
    [("seed", String(seed)), ("id", id ?? ""), ("weights", weights ?? "")].map { RunRecord.Parameter($0.0, $0.1) }
      + (settings.parameters + (earlier == nil ? [] : settings.waveParameters)).map {
        RunRecord.Parameter($0.name, $0.value)
      }
  }

  /// Finds the types.
  ///
  /// - Throws: ``Diagnostics/Failure`` with all that was found: status 66 for a missing file, 65 for data that cannot be
  ///   divided into as many types as asked for.
  public func run() async throws(Failure) -> StageOutput {
    let folder = try normalised()
    let table = try featureTable(folder)
    let divisions = try parts.map { paths throws(Failure) in
      try ShardedStarts(paths, of: self, units: table.units.count).divisions
    }
    guard let found = await Typology(table, settings, seed: seed, divisions: divisions) else {
      throw Failure(
        .ownFault, rule: "no-choice", message: "no number of types was chosen",
        mend: "report this with the settings of the run")
    }
    let comparison = try await comparison(folder)
    let followed = try await followed(found, folder, drift: comparison?.drift.featureShare)
    let compared = try comparison?.tables(followed.types)
    let typology = followed.types.typology
    let expected = try await expectedTypes(typology, folder)
    let scan = try await scan(typology, folder)
    let context = await TypologyContext(
      typology, try folder.flatMap { folder throws(Failure) in try UnitBackground(folder, units: table.units) },
      quick: settings.quick)
    var output = StageOutput(
      stage: Self.stage,
      tables: try tables(followed.types)
        + [
          typology.coAssignmentTable, expected?.table, expected?.checkTable, scan?.questionTable, scan?.checkTable,
        ].compactMap { $0 } + context.tables
        + followed.types.tables + (compared?.tables ?? []),
      simulated: table.simulated, seed: seed, parameters: parameters + followed.types.parameters,
      inputs: try namedDigests + (followed.types.kept.map { [$0] } ?? []),
      findings: table.findings + typology.findings + context.findings + (expected?.findings ?? []) + followed.findings)
    output.addJSON("model.json", context.completing(typology.model))
    if followed.types.origin == .assigned, let scale = followed.types.earlier?.scale {
      output.addJSON(scaleDocument, scale)
    }
    if let scan { output.addJSON(scanDocument, scan.model) }
    output.documents += typology.joint.documents
    output.counts =
      [
        RunRecord.Count("units", table.units.count),
        RunRecord.Count("features", table.features.count),
        RunRecord.Count("replicates", table.replicates?.count ?? 0),
        RunRecord.Count("types", typology.choice.clusters),
        RunRecord.Count("smallest_type", typology.evidence.smallest),
        RunRecord.Count("hits", typology.evidence.fit.census.hits),
      ] + (compared?.counts ?? [])
    return output
  }

  /// What decides where a start ends, and how many there are: by these parts of a search belong together.
  var searchParameters: [RunRecord.Parameter] {
    let names = ["types.from", "types.to", "starts", "seeding", "descent"]
    let all = settings.parameters.filter { names.contains($0.name) }.map { RunRecord.Parameter($0.name, $0.value) }
    return all + [RunRecord.Parameter("id", id ?? "")]
  }

  /// The features, which have enough different units for the types that are asked for.
  func featureTable() throws(Failure) -> FeatureTable { try featureTable(normalised()) }

  private func normalised() throws(Failure) -> ArtefactFolder? {
    try folderOfNormalise.map { path throws(Failure) in try ArtefactFolder(path, stage: "normalise") }
  }

  private func featureTable(_ folder: ArtefactFolder?) throws(Failure) -> FeatureTable {
    let table = try readFeatures(folder)
    try table.requireRoom(forTypes: settings.to, at: settings.mostPlace ?? Place(file: features))
    return table
  }

  /// The settings, and those of following a wave where one is followed.
  private var parameters: [RunRecord.Parameter] {
    (settings.parameters + (earlier == nil ? [] : settings.waveParameters)).map {
      RunRecord.Parameter($0.name, $0.value)
    }
  }

  /// The tables of the typology, and of the search for it: for published types those of the search that found them.
  private func tables(_ followed: FollowedTypology) throws(Failure) -> [Table] {
    let typology = followed.typology
    let own = [typology.membershipTable, typology.cohesionTable]
    guard typology.published != nil, let earlier = followed.earlier else {
      return [typology.typeTable, typology.evidenceTable, typology.stabilityTable, typology.optimaTable] + own
        + [typology.lineageTable, typology.silhouetteTable] + [typology.gapTable].compactMap { $0 }
    }
    var refit = followed.refit.evidenceTable
    refit.name = "refit-evidence"
    var search: [Table] = []
    for name in ["evidence", "stability", "optima", "lineage", "gap"] where earlier.cluster.hasTable(name) {
      search.append(try earlier.cluster.table(name))
    }
    return [typology.typeTable] + own + [typology.silhouetteTable] + search + [refit]
  }

  private func readFeatures(_ folder: ArtefactFolder?) throws(Failure) -> FeatureTable {
    if let folder {
      if let weights {
        throw Failure(
          .usage, rule: "weights-of-a-folder", at: Place(file: folder.path), value: weights,
          message: "the folder that normalise left has weights of its own, and takes none from a column '\(weights)'",
          mend: "leave out '--weights'")
      }
      return try FeatureTable(normalised: folder)
    }
    return try FeatureTable(CSVReader.read(path: features), id: id, weights: weights)
  }

  /// The model of one person's answers; `nil` where normalise left none.
  private func scan(_ typology: Typology, _ folder: ArtefactFolder?) async throws(Failure) -> SelfScanFit? {
    guard let folder else { return nil }
    let types = zip(typology.features.units, typology.evidence.fit.partition.labels).map { ($0, $1) }
    return try await SelfScanFit(
      folder, types: Dictionary(types) { first, _ in first }, letters: typology.letters, most: settings.scanQuestions)
  }

  private func expectedTypes(_ typology: Typology, _ folder: ArtefactFolder?) async throws(Failure) -> ExpectedTypes? {
    guard let folder, pathExists(joinPath(folder.path, "units-ledger.csv")) else { return nil }
    let types = zip(typology.features.units, typology.evidence.fit.partition.labels).map { (unit: $0, type: $1) }
    return await ExpectedTypes(
      ledger: try folder.table("units-ledger"), transform: try folder.json("features.json", as: FittedTransform.self),
      types: types, letters: typology.letters, seed: seed)
  }
}
