import Artefacts
import Diagnostics
import Estimation
import Files
import Normalisation
import Registers
import Reporting
import Settings
import Strategies
import Survey
import Tables
import Texts

/// Gathers the report from what the stages left.
///
/// The types keep the letters that cluster gave them, and stand in the order of the letters.
struct ReportAssembly {
  let pipeline: Pipeline
  let settings: ReportSettings
  let publish: PublishSettings
  let ingest: ArtefactFolder
  let normalise: ArtefactFolder
  let cluster: ArtefactFolder
  let match: ArtefactFolder
  let codebook: Codebook
  let catalogue: Catalogue
  let names: TypeNames
  let members: TypeMembers
  let ledger: Table
  /// What may be published of the tables about groups of people.
  let publishable: PublishableTables
  /// What may be said of the types.
  let typeDisclosure: TypeDisclosure
  /// What the accessibility statement rests on, if the pipeline has one.
  let accessibility: AccessibilityFile?
  /// The working folders of an earlier wave, and whether somebody asked for it.
  let earlier: (work: WorkFolders, isAsked: Bool)?
  /// What was corrected after the wave was published, the oldest first.
  let corrections: [CorrectionFacts]
  /// What was noticed while reading.
  private(set) var findings: [Finding] = []

  init(_ request: ReportRequest, _ settings: ReportSettings, _ publish: PublishSettings) throws(Failure) {
    pipeline = request.pipeline
    self.settings = settings
    self.publish = publish
    earlier = request.earlier.map { ($0, request.isEarlierAsked) }
    corrections = try correctionFacts(request.errata)
    try requireFolders([
      "ingest": request.ingest, "normalise": request.normalise, "cluster": request.cluster, "match": request.match,
    ])
    ingest = try ArtefactFolder(request.ingest, stage: "ingest")
    normalise = try ArtefactFolder(request.normalise, stage: "normalise")
    cluster = try ArtefactFolder(request.cluster, stage: "cluster")
    match = try ArtefactFolder(request.match, stage: "match")
    codebook = try readCodebook(pipeline.codebook).withFigures(of: ingest.run.parameter("wave"))
    catalogue = try weighted(readCatalogue(pipeline.catalogue), as: match)
    names = try pipeline.typeNames.map { path throws(Failure) in try TypeNames(path: path) } ?? TypeNames(entries: [])
    accessibility = try settings.accessibility.map { path throws(Failure) in
      try AccessibilityFile(path: request.pipeline.path(path))
    }
    members = try TypeMembers(cluster)
    ledger = try normalise.table("units-ledger")
    let control = DisclosureControl(minimum: publish.cellMinimum)
    let section = try request.pipeline.normalise
    publishable = try PublishableTables(normalise, codebook, section.fitness.data, control)
    let respondents = try zip(ledger.texts("unit"), ledger.integers("respondents")).map { ($0, $1 ?? 0) }
    typeDisclosure = TypeDisclosure(
      members.codes, respondents: Dictionary(respondents) { first, _ in first }, leastShown: publish.unitTypeMinimum,
      control)
  }

  /// The folders of the stages, in their order.
  var folders: [ArtefactFolder] { [ingest, normalise, cluster, match] }

  /// The report as a value.
  mutating func report() throws(Failure) -> Report {
    let wave = try waveFacts()
    let register = try registerOnDate(wave)
    let units = try unitFacts(register?.variants ?? [:])
    let features = try featureFacts()
    let matched = try MatchedTypes(match, catalogue)
    let fields = matched.fields(
      of: members.ids, answers: typeDisclosure.answers, DisclosureControl(minimum: publish.cellMinimum))
    let normalising = try pipeline.normalise
    let labels = try ClassLabels(normalising.estimation.classes, normalise)
    let results = try results(labels)
    let changes = try changes(wave, units, register)
    let types = try typeFacts(features, matched, units, spreads(units, normalising.estimation.classes, labels))
    return Report(
      title: Wording(pipeline.title),
      unitWords: UnitWords(singular: Wording(pipeline.unit.one), plural: Wording(pipeline.unit.many)), wave: wave,
      simulated: folders.contains { $0.run.simulated },
      response: try responseFacts(), features: features.facts,
      types: types, units: units, strategies: strategyFacts(),
      criteria: try criterionFacts(features.facts), fields: fields.facts, evidence: try evidenceFacts(),
      results: results.published, map: register?.map, languages: settings.languages,
      members: try memberFacts(units, register), making: makingFacts(),
      groundwork: try groundwork(results, labels, fields.counts, normalising),
      robustness: try robustness(normalising), reliefRanges: reliefRanges(matched),
      clusterFigures: try clusterFigureFacts(), decisionFigures: try decisionFigureFacts(),
      answers: try answerFacts(), accessibility: accessibility?.facts, changes: changes,
      corrections: corrections, selfScan: try selfScan(types, units))
  }

  /// What changed since the earlier wave; nothing, with a warning, when nobody asked for it and it cannot be compared.
  private mutating func changes(
    _ wave: WaveFacts, _ units: [UnitFacts], _ register: RegisterOnDate?
  ) throws(Failure) -> ChangeFacts? {
    guard let earlier else { return nil }
    do {
      return try changeFacts(LastWave(earlier.work, pipeline, before: wave), wave, units, register)
    } catch {
      if earlier.isAsked { throw error }
      findings += error.findings.map { finding in
        var warning = finding
        warning.level = .warning
        warning.message =
          "nothing is said of what changed since '\(lastName(of: earlier.work.base))': \(finding.message)"
        return warning
      }
      return nil
    }
  }
}

/// Returns a catalogue with the weights that match used: those of people, where people weighed the criteria.
///
/// - Throws: ``Diagnostics/Failure`` with status 65 when match weighed criteria that the catalogue lacks.
func weighted(_ catalogue: Catalogue, as match: ArtefactFolder) throws(Failure) -> Catalogue {
  guard match.run.count("persons") ?? 0 > 0, let table = try match.tableIfPresent("weights") else { return catalogue }
  let used = try table.numbers("weight")
  var weights = catalogue.criteria.map { _ in 0.0 }
  for (row, id) in try table.texts("criterion").enumerated() {
    weights[try MatchedTypes.position(id, catalogue.criteria.map(\.id), "criterion")] = used[row] ?? 0
  }
  return catalogue.weighted(by: weights)
}

/// The units of each type, in the order of the letters: A, B, …, Z, AA.
struct TypeMembers {
  /// The letter of each type.
  let ids: [String]
  /// The codes of the units of each type.
  let codes: [[String]]
  /// The codes of the units by which the name of each type is found: of a type that a wave before had, its units in the first
  /// wave that had it, so that a name stays with its type when its units move; else its own.
  var founders: [[String]]
  /// For each unit its type, the share of joint replicates in which it keeps it, and how sure that makes it.
  let placing: [String: (type: Int, certainty: Double, grade: Sureness)]

  init(_ table: Table) throws(Failure) {
    let units = try table.texts("unit")
    let types = try table.texts("type")
    let certainties = try table.numbers("certainty")
    var members: [String: [String]] = [:]
    for (unit, type) in zip(units, types) { members[type, default: []].append(unit) }
    let order = members.sorted { ($0.key.count, $0.key) < ($1.key.count, $1.key) }
    ids = order.map(\.key)
    codes = order.map(\.value)
    founders = codes
    let grades = try table.texts("grade")
    var placing: [String: (type: Int, certainty: Double, grade: Sureness)] = [:]
    for (row, unit) in units.enumerated() {
      guard let type = order.firstIndex(where: { $0.key == types[row] }) else { continue }
      placing[unit] = (type, certainties[row] ?? 0, Sureness(rawValue: grades[row]) ?? .tossUp)
    }
    self.placing = placing
  }

  /// Reads what cluster left.
  init(_ cluster: ArtefactFolder) throws(Failure) {
    try self.init(cluster.table("types"))
    guard let table = try cluster.tableIfPresent("founders") else { return }
    let (types, units) = (try table.texts("type"), try table.texts("unit"))
    for (index, id) in ids.enumerated() {
      let found = units.indices.filter { types[$0] == id }.map { units[$0] }
      if !found.isEmpty { founders[index] = found }
    }
  }
}

extension Wording {
  init(_ text: LocalText) {
    self.init(nl: text.nl, en: text.en)
  }
}
