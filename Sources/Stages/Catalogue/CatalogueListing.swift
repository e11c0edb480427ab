public import Diagnostics
import Files
import PipelineFiles
import Settings
import Strategies
import Survey
import Texts

/// A catalogue of strategies as a command prints it: every strategy worked out, the criteria with their reasons, the fields
/// of work, what doing nothing leads to, and doing nothing itself.
public struct CatalogueListing: Sendable {
  /// The languages that it can be printed in.
  public static let languages = Language.allCases.map(\.rawValue)

  /// What was noticed about the catalogue; none is an error.
  public let findings: [Finding]

  /// The file of the catalogue.
  let file: String
  let catalogue: Catalogue
  /// What the pipeline measures; `nil` for a catalogue by itself.
  let sources: CatalogueSources?
  /// The positions of the strategies that are asked for; `nil` for the whole catalogue.
  let chosen: [Int]?
  /// How people weigh the criteria, with the file that says so, when the pipeline names one.
  let group: (file: String, weights: GroupWeights)?
  let phrases: Phrases

  /// Reads a catalogue, by itself or as a pipeline names it.
  ///
  /// The sources that a catalogue names are held against what its pipeline measures, and the file in which people weigh the
  /// criteria is read; for a catalogue by itself sources go unchecked.
  ///
  /// - Parameters:
  ///   - path: A pipeline file, the folder with its `pipeline.yaml`, or a catalogue.
  ///   - strategies: The identifiers of the strategies to print, in any order; empty for the whole catalogue.
  ///   - language: One of ``languages``; when `nil`, the first language of the pipeline's report, or else Dutch.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when a file is missing, 78 with everything that is wrong in one, 64
  ///   for strategies that the catalogue does not have.
  public init(_ path: String, strategies: [String] = [], language: String? = nil) throws(Failure) {
    let pipeline = try Self.namesPipeline(path) ? Pipeline(path) : nil
    let sources = try pipeline.map { pipeline throws(Failure) in try CatalogueSources(pipeline) }
    let noted = Findings()
    file = pipeline?.catalogue ?? path
    catalogue = try readCatalogue(file, sources: sources?.names, findings: noted)
    findings = noted.all
    self.sources = sources
    chosen = try Self.positions(of: strategies, in: catalogue)
    group = try pipeline.flatMap { [catalogue] pipeline throws(Failure) in try Self.weights(pipeline, catalogue) }
    let report = try pipeline?.report
    let words = pipeline.map { UnitWords(singular: Wording($0.unit.one), plural: Wording($0.unit.many)) }
    phrases = Phrases(
      language.flatMap(Language.init) ?? report?.languages.first ?? .nl, units: words ?? Self.organisations)
  }

  /// What units are called when no pipeline says so.
  private static let organisations = UnitWords(
    singular: Wording(nl: "organisatie", en: "organisation"), plural: Wording(nl: "organisaties", en: "organisations"))

  /// Whether a path names a pipeline: a folder, or a file that names a catalogue.
  private static func namesPipeline(_ path: String) throws(Failure) -> Bool {
    if isFolder(path) { return true }
    guard case .mapping(let entries) = try readYAML(path).content else { return false }
    return entries.contains { $0.key == "catalogue" || $0.key == "waves" }
  }

  private static func weights(_ pipeline: Pipeline, _ catalogue: Catalogue) throws(Failure) -> (String, GroupWeights)? {
    let settings = try pipeline.match
    guard let file = settings.weightsFile.map(pipeline.path) else { return nil }
    return (file, try readWeights(file, catalogue: catalogue, consistency: settings.consistency))
  }

  private static func positions(of ids: [String], in catalogue: Catalogue) throws(Failure) -> [Int]? {
    if ids.isEmpty { return nil }
    let known = catalogue.strategies.map(\.id)
    let unknown = ids.filter { !known.contains($0) }
    if unknown.isEmpty { return known.indices.filter { ids.contains(known[$0]) } }
    throw Failure(
      .usage,
      unknown.map { id in
        Finding(
          .error, rule: "unknown-strategy", value: id, message: "the catalogue has no strategy '\(id)'",
          mend: suggestion(for: id, among: known).map { "did you mean '\($0)'?" }
            ?? "use one of the strategies: \(known.joined(separator: ", "))")
      })
  }
}

extension CatalogueListing {
  /// What the amount of a criterion is.
  enum Kind: String {
    case index, question, register, consequence, judgement
  }

  /// What the amount of a criterion is; `nil` when no pipeline tells.
  func kind(of criterion: Criterion) -> Kind? {
    if criterion.isJudged { return .judgement }
    if catalogue.consequences.contains(where: { $0.source == criterion.source }) { return .consequence }
    switch sources?[criterion.source] {
    case .index: return .index
    case .question, .group: return .question
    case .register: return .register
    case nil: return nil
    }
  }

  /// The share of a criterion in the points of all.
  func share(of criterion: Criterion) -> Double {
    let sum = catalogue.criteria.reduce(0) { $0 + $1.points }
    return sum > 0 ? criterion.points / sum : 0
  }

  /// The preconditions of a strategy in the order in which they can be brought about, and the step of each position.
  func steps(of strategy: Strategy) -> (order: [Int], step: [Int]) {
    let order = strategy.preconditionOrder
    var step = order
    for (index, position) in order.enumerated() { step[position] = index + 1 }
    return (order, step)
  }
}
