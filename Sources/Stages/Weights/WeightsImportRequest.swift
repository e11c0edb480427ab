import Artefacts
import CSVFiles
import DecisionAnalysis
public import Diagnostics
import Strategies
import Tables
import Texts

/// One call that reads the workbook of a group, and tells how far its members agree and what their weights do to the choice.
///
/// The values and vetoes are those that the wave was matched with; nothing is drawn, and nothing of the pipeline is changed.
public struct WeightsImportRequest: Sendable {
  /// The workbook.
  public var file: String
  /// The pipeline.
  public var pipeline: Pipeline
  /// The wave.
  public var wave: WaveDescription
  /// The working folders of the wave.
  public var work: WorkFolders
  /// The names of members who are left out.
  public var without: [String]
  /// The language, as ``ExplainRequest/languages`` names it; the first of the report when `nil`.
  public var language: String?
  /// Where the weights will be written, for the text; `nil` when nowhere.
  public var output: String?

  /// Creates a request from what a command line gives.
  public init(
    file: String, pipeline: Pipeline, wave: WaveDescription, work: WorkFolders, without: [String] = [],
    language: String? = nil, output: String? = nil
  ) {
    self.file = file
    self.pipeline = pipeline
    self.wave = wave
    self.work = work
    self.without = without
    self.language = language
    self.output = output
  }

  /// What was found.
  public struct Answer: Sendable {
    /// What was noticed; nothing of it is an error.
    public let findings: [Finding]
    /// How far members agree and what their weights do, for a terminal.
    public let text: String
    /// The same as JSON.
    public let json: String
    /// The points of each member as a file that `match: {weights: {file: …}}` can name.
    public let csv: String
  }

  /// Reads the workbook and compares.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status 65 and everything that is wrong in the workbook, 66 when it is missing or
  ///   the stages left nothing or something out of date, 64 for members who are left out and unknown, 78 for a pipeline or a
  ///   catalogue that is wrong.
  public func run() throws(Failure) -> Answer {
    let declared = try readCatalogue(pipeline.catalogue)
    let filled = try FilledWeights(file, catalogue: declared, without: without)
    let report = try pipeline.report
    let language = language.flatMap(Language.init) ?? report.languages.first ?? .nl
    let phrases = Phrases(
      language, units: UnitWords(singular: Wording(pipeline.unit.one), plural: Wording(pipeline.unit.many)))
    let folders = try StoryFolders(pipeline: pipeline, wave: wave, work: work)
    let sources = try StorySources(pipeline: pipeline, wave: wave, folders: folders, language: language)
    let verdict = WeightsVerdict(
      file: file, wave: wave.name, language: language.rawValue, simulated: folders.isSimulated,
      group: filled.group, types: try choices(by: filled.group, sources), sources: sources)
    return Answer(
      findings: filled.findings, text: WeightsVerdictText(verdict, phrases, catalogue: pipeline.catalogue, output).text,
      json: String(decoding: JSONText.encode(verdict), as: UTF8.self),
      csv: CSVWriter.text(pointsTable(filled, declared), spreadsheetSafe: true))
  }

  /// What comes first for each type, as match would say it.
  private func choices(
    by group: GroupWeights, _ sources: StorySources
  ) throws(Failure) -> [(id: String, choice: ChoiceByMembers)] {
    let catalogue = sources.catalogue
    let profiles = try TypeProfiles(
      MeasuredAmounts(sources.folders.normalise), sources: catalogue.sources, of: sources.folders.normalise,
      types: sources.folders.cluster)
    // Nothing is drawn here, and a matcher draws its weights when it is made.
    var settings = sources.matching
    settings.draws = 1
    let matcher = Matcher(catalogue: catalogue, settings: settings, sources: catalogue.sources, seed: pipeline.seed)
    return profiles.types.indices.map { type in
      (profiles.types[type], matcher.choices(for: profiles.profile(ofType: type), by: group))
    }
  }

  private func pointsTable(_ filled: FilledWeights, _ catalogue: Catalogue) -> Table {
    Table(
      "weights",
      [Column("person", .text(filled.group.persons.map(\.person)), description: "Who divided the points.")]
        + catalogue.criteria.enumerated().map { index, criterion in
          Column(
            criterion.id, .number(filled.points.map { $0[index] }), description: "Points of the criterion.")
        })
  }
}
