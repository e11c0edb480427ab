public import Diagnostics
import Estimation
import Files
import Normalisation
import PipelineFiles
public import Questionnaires
import Settings
import Strategies
public import Survey
import Tables

/// The questionnaire of a wave beside that of the reference, and how the one becomes the other.
///
/// A wave whose description names a codebook of its own is read by that, and brought to the pipeline's by the crosswalk.
public struct WaveQuestionnaire: Sendable {
  /// The codebook of the pipeline, in whose terms the answers are kept.
  public let reference: Codebook
  /// The codebook that the wave is read by.
  public let own: Codebook
  /// What changed from the wave's to the reference; empty when both are one.
  public let difference: QuestionnaireDifference
  /// How the changed questions are treated.
  public let crosswalk: Crosswalk
  /// Notes about changes and treatments.
  public let findings: [Finding]
  private let isReference: Bool

  /// Reads the codebooks and the crosswalk of a request.
  ///
  /// - Parameter request: The request.
  /// - Throws: ``Diagnostics/Failure`` with status 66 when a file is missing, 78 with all that is wrong in one of them, or
  ///   with every question that is used in the typology, changed, and not treated.
  public init(_ request: IngestRequest) throws(Failure) {
    reference = try readCodebook(request.codebook)
    guard let path = request.wave.codebook else {
      own = reference
      difference = QuestionnaireDifference(from: reference, to: reference)
      crosswalk = Crosswalk()
      findings = []
      isReference = true
      return
    }
    own = try readCodebook(path)
    difference = QuestionnaireDifference(from: own, to: reference)
    let found = Findings()
    var treatments = Crosswalk()
    if let file = request.crosswalk {
      let reader = SettingsReader(try readYAML(file), of: "the crosswalk", findings: found)
      treatments = Crosswalk(reading: reader, wave: request.wave.name, from: own, to: reference)
      reader.finish()
      try found.throwErrors()
    }
    let used = Self.questions(of: request.usedSources, in: [own, reference])
    let place = Place(file: request.crosswalk ?? request.wave.descriptionFile ?? path)
    for finding in treatments.untreated(difference, used: used, wave: request.wave.name, at: place) {
      found.add(finding)
    }
    try found.throwErrors()
    crosswalk = treatments
    findings = found.all
    isReference = false
  }

  /// Returns a wave that was read by its own codebook in the terms of the reference.
  public func brought(_ wave: Wave) -> Wave {
    isReference ? wave : crosswalk.apply(to: wave, from: own, to: reference)
  }

  /// The answers in the terms of the wave's own codebook, which keep what the reference has no place for.
  func ownAnswers(_ wave: Wave) -> Table {
    var table = wave.table(own)
    table.name = "own-answers"
    return table
  }

  /// The questions behind sources: those named, and the items that an index has in any of the codebooks.
  private static func questions(of sources: Set<String>, in books: [Codebook]) -> Set<String> {
    var questions: Set<String> = []
    for source in sources {
      switch ValueSource(source) {
      case .question(let name)?: questions.insert(name)
      case .index(let name)?: for book in books { questions.formUnion(book.items(of: name).map(\.name)) }
      case .group(let name)?: for book in books { questions.formUnion(book.options(of: name).map(\.name)) }
      default: break
      }
    }
    return questions
  }
}

extension Pipeline {
  /// The sources of everything that types, strategies and statements on fitness are made from: the features, who answered
  /// where that is evened out, the questions on the fitness of data, and what the catalogue names.
  ///
  /// - Throws: ``Diagnostics/Failure`` when the section `normalise` or the catalogue is wrong.
  func usedSources() throws(Failure) -> Set<String> {
    let settings = try normalise
    let features = settings.features.features.compactMap { $0.source?.text }
    let data = settings.fitness.data
    let others = [settings.estimation.aggregation.adjustFor, data?.suffices.question, data?.goal?.question]
    let asked = (others + [data?.field?.question]).compactMap { $0.map { "question." + $0 } }
    return Set(features + asked + (try readCatalogue(catalogue)).sources.map { "index." + $0 })
  }
}
