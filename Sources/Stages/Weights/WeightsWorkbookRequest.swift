import Artefacts
public import Diagnostics
import Settings
import Spreadsheets
import Strategies
import Texts

/// One call that makes the workbook in which the members of a group weigh the criteria of a catalogue.
public struct WeightsWorkbookRequest: Sendable {
  /// Where the names of the members come from.
  public enum Members: Hashable, Sendable {
    /// From the command line.
    case named([String])
    /// From a file with a name a line.
    case file(String)
    /// From the members that the pipeline names for its report.
    case pipeline
  }

  /// The pipeline.
  public var pipeline: Pipeline
  /// The wave, whose date the workbook bears.
  public var wave: WaveDescription
  /// The members.
  public var members: Members
  /// The language, as ``ExplainRequest/languages`` names it; the first of the report when `nil`.
  public var language: String?

  /// Creates a request from what a command line gives.
  public init(pipeline: Pipeline, wave: WaveDescription, members: Members, language: String? = nil) {
    self.pipeline = pipeline
    self.wave = wave
    self.members = members
    self.language = language
  }

  /// Makes the workbook.
  ///
  /// - Parameter name: The name of the file, for messages.
  /// - Returns: The bytes, the same for the same catalogue, members and language.
  /// - Throws: ``Diagnostics/Failure`` with status 64 or 65 when a name is empty or stands twice, 66 when a file is missing,
  ///   78 when the pipeline or the catalogue is wrong.
  public func file(named name: String) throws(Failure) -> [UInt8] {
    let members =
      switch members {
      case .named(let names): try GroupMembers(options: names)
      case .file(let path): try GroupMembers(file: path)
      case .pipeline: try GroupMembers(pipeline: pipeline)
      }
    let catalogue = try readCatalogue(pipeline.catalogue)
    let present = try pipeline.weighted(catalogue)
    let report = try pipeline.report
    let language = language.flatMap(Language.init) ?? report.languages.first ?? .nl
    let phrases = Phrases(
      language, units: UnitWords(singular: Wording(pipeline.unit.one), plural: Wording(pipeline.unit.many)))
    // What members compare their points with adds up to the same, up to rounding.
    let sum = present.criteria.reduce(0) { $0 + $1.points }
    let scale = sum > 0 ? catalogue.points / sum : 0
    let workbook = PointsWorkbook(
      title: phrases.groupWeights, date: wave.date, words: words(phrases, catalogue),
      subject: [Self.subject, catalogue.criteriaDigest], persons: members.names,
      rows: present.criteria.map { criterion in
        PointsWorkbook.Row(
          key: criterion.id, label: Wording(criterion.name)[language],
          explanation: "\(Wording(criterion.question)[language]) \(Wording(criterion.why)[language])",
          present: (criterion.points * scale * 10).rounded() / 10)
      }, total: catalogue.points)
    return try workbook.file(named: name)
  }

  /// For what the points of such a workbook are.
  static let subject = "criteria"

  private func words(_ phrases: Phrases, _ catalogue: Catalogue) -> PointsWorkbook.Words {
    let total = phrases.plainPoints(catalogue.points)
    return PointsWorkbook.Words(
      about: phrases.aboutSheet,
      lines: phrases.groupWeightsLines(
        total: total, criteria: catalogue.criteria.count, version: ProgramVersion.current),
      heading: phrases.weightsOf, task: phrases.divide(total: total), heads: phrases.weightHeads,
      sum: phrases.sumOfPoints,
      balance: PointsWorkbook.Balance(
        right: phrases.allDivided, left: phrases.leftToDivide, over: phrases.tooManyDivided),
      prompt: PointsWorkbook.Message(phrases.pointsPrompt, phrases.pointsBetween(total: total)),
      refusal: PointsWorkbook.Message(phrases.noPoints, phrases.pointsBetween(total: total)))
  }
}

extension Pipeline {
  /// A catalogue with the weights that match uses: those of people where the pipeline names a file, else its own.
  func weighted(_ catalogue: Catalogue) throws(Failure) -> Catalogue {
    let settings = try match
    guard let file = settings.weightsFile.map(path) else { return catalogue }
    return catalogue.weighted(
      by: try readWeights(file, catalogue: catalogue, consistency: settings.consistency).combined)
  }
}

extension Catalogue {
  /// What the points of a person add up to: the total of the catalogue, or 100 when it has none.
  var points: Double { pointsTotal ?? 100 }

  /// A digest of what people weigh: the criteria with their names and questions; not of their points.
  var criteriaDigest: String {
    sha256(
      criteria.flatMap { criterion in
        [criterion.id, criterion.name.nl, criterion.name.en, criterion.question.nl, criterion.question.en]
          .flatMap { Array($0.utf8) + [0] }
      })
  }
}

extension Phrases {
  /// A number of points without decimals when it has none.
  func plainPoints(_ points: Double) -> String {
    points == points.rounded() ? number.decimal(points, digits: 0) : number.decimal(points, digits: 1)
  }
}
