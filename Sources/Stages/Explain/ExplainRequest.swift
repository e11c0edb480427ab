import Artefacts
public import Diagnostics
import Reporting
import Settings
import Strategies
import Survey
import Tables
import Texts

/// One call of explain: the whole story of one unit from what the stages left, for the analyst and never for publication.
///
/// Nothing is written, and nothing of it reaches a report.
public struct ExplainRequest: Sendable {
  /// The pipeline.
  public var pipeline: Pipeline
  /// The wave.
  public var wave: WaveDescription
  /// The working folders of the wave.
  public var work: WorkFolders
  /// The name or code of the unit, as somebody typed it.
  public var unit: String
  /// The language, as ``languages`` names it; the first of the report when `nil`.
  public var language: String?
  /// The number of neighbours.
  public var neighbours: Int

  /// The languages in which a story can be told.
  public static let languages = Language.allCases.map(\.rawValue)

  /// Creates a request from what a command line gives.
  public init(
    pipeline: Pipeline, wave: WaveDescription, work: WorkFolders, unit: String, language: String? = nil,
    neighbours: Int = 5
  ) {
    self.pipeline = pipeline
    self.wave = wave
    self.work = work
    self.unit = unit
    self.language = language
    self.neighbours = neighbours
  }

  /// The story as it is told.
  public struct Explanation: Hashable, Sendable {
    /// The story for a terminal, at most 100 characters wide but for names that are longer.
    public let text: String
    /// The same as JSON.
    public let json: String
  }

  /// Tells the story.
  ///
  /// - Throws: ``Diagnostics/Failure`` with all that was found: status 64 for a name that leads to no unit or to several, 66
  ///   for stages that left nothing or something out of date, 78 for settings that are wrong.
  public func run() async throws(Failure) -> Explanation {
    let report = try pipeline.report
    let language = language.flatMap(Language.init) ?? report.languages.first ?? .nl
    let words = UnitWords(singular: Wording(pipeline.unit.one), plural: Wording(pipeline.unit.many))
    let phrases = Phrases(language, units: words)
    let folders = try StoryFolders(pipeline: pipeline, wave: wave, work: work)
    let sources = try StorySources(pipeline: pipeline, wave: wave, folders: folders, language: language)
    let story = try story(sources, phrases)
    return Explanation(
      text: StoryText(story, phrases).text, json: String(decoding: JSONText.encode(story), as: UTF8.self))
  }

  private func story(_ sources: StorySources, _ phrases: Phrases) throws(Failure) -> UnitStory {
    let ingest = try IngestRequest(pipeline: pipeline, wave: wave, work: work)
    let naming = try UnitNaming(ingest)
    let publish = try pipeline.publish
    var story = UnitStory(
      asked: shortened(printable(unit)), kind: .noUnit, name: shortened(printable(unit)), wave: wave.name,
      date: wave.date.iso, language: sources.language.rawValue, simulated: sources.folders.isSimulated,
      publication: UnitStory.Publication(
        leastRespondents: publish.unitTypeMinimum, isAllowed: false,
        note: phrases.notForPublication(least: publish.unitTypeMinimum)))
    switch try AskedUnit(unit, naming, ingest.settings, known: sources.answering(), phrases) {
    case .noUnit(let isListed): story.remarks = [phrases.noUnit(story.name, isListed: isListed)]
    case .unit(let code, let name, let remarks):
      story.code = code
      story.name = name
      story.remarks = remarks
      if let row = try sources.units.texts("unit").firstIndex(of: code) {
        try tell(of: code, row: row, sources, in: &story)
      } else {
        try tellSilent(of: code, sources, in: &story)
      }
    }
    return story
  }

  /// Tells of a unit that answered.
  private func tell(
    of code: String, row: Int, _ sources: StorySources, in story: inout UnitStory
  ) throws(Failure) {
    story.kind = .respondent
    let type = sources.members.placing[code]?.type
    story.answers = try sources.answers(code, row: row, type: type)
    story.publication.isAllowed = story.answers?.respondents ?? 0 >= story.publication.leastRespondents
    story.type = try sources.placing(of: code)
    story.move = try sources.move(of: code)
    let near = sources.nearest(to: code, count: neighbours)
    if let type, let own = try OwnMatch(sources, code) {
      story.strategy = own.choice(type)
      story.roads = own.roads(neighbours: near.map(\.code))
      story.consequences = own.consequences(type)
    }
    let open = story.roads.first.map { $0.preconditions.filter { $0.state == .open } } ?? []
    story.neighbours = try sources.neighbours(near, fromRegister: false, open: open)
  }

  /// Tells of a unit that did not answer.
  private func tellSilent(of code: String, _ sources: StorySources, in story: inout UnitStory) throws(Failure) {
    story.kind = .silent
    story.expected = try sources.expectation(of: code)
    guard let row = try sources.ledger.texts("unit").firstIndex(of: code) else { return }
    let near = try sources.alike(ledgerRow: row, count: neighbours)
    story.neighbours = try sources.neighbours(near, fromRegister: true, open: [])
  }
}

extension OwnMatch {
  /// The road of the strategy of the type, and of the unit's own when that surely is another.
  fileprivate func roads(neighbours: [String]) -> [UnitStory.Road] {
    let ofType = typeStrategy.map { road($0, isOfType: true, neighbours: neighbours) }
    let isMisfit = other.map { $0.share >= sources.matching.misfit } ?? false
    let own = isMisfit ? other.map { road($0.ownStrategy, isOfType: false, neighbours: neighbours) } : nil
    return [ofType, own].compactMap { $0 }
  }
}
