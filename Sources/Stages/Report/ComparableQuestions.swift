import Diagnostics
import Questionnaires
import Survey

/// Which questions two waves put in the same words, or in words that the crosswalk lets stand for the same.
///
/// The answers of all waves are kept in the terms of the pipeline's codebook. A wave that was asked with another says so in
/// its description; there a question is comparable when nothing changed about it, or when the crosswalk treats it and does
/// not break with it. An index is comparable when all its items are.
struct ComparableQuestions {
  private let reference: Codebook
  private let questionnaires: [WaveQuestionnaire]

  /// Reads the questionnaires of waves.
  ///
  /// - Parameters:
  ///   - waves: The names of the waves.
  ///   - pipeline: The pipeline.
  ///   - reference: Its codebook.
  /// - Throws: ``Diagnostics/Failure`` when a codebook of a wave or the crosswalk cannot be read.
  init(_ waves: [String], _ pipeline: Pipeline, _ reference: Codebook) throws(Failure) {
    self.reference = reference
    var questionnaires: [WaveQuestionnaire] = []
    for path in pipeline.waves {
      let wave = try WaveDescription(path)
      guard waves.contains(wave.name), wave.codebook != nil else { continue }
      let request = try IngestRequest(pipeline: pipeline, wave: wave, work: WorkFolders(base: ""))
      questionnaires.append(try WaveQuestionnaire(request))
    }
    self.questionnaires = questionnaires
  }

  /// Returns whether the answers of all waves can be compared.
  ///
  /// - Parameters:
  ///   - name: The name of the question or index in the pipeline's codebook.
  ///   - isIndex: Whether it is an index.
  /// - Returns: Whether they can.
  func contains(_ name: String, isIndex: Bool) -> Bool {
    questionnaires.allSatisfy { questionnaire in
      guard isIndex else { return isSame(name, questionnaire, among: [.reindexed, .regrouped]) }
      return reference.items(of: name).allSatisfy { isSame($0.name, questionnaire, among: [.regrouped]) }
    }
  }

  /// Returns whether nothing changed about a question but what does not matter, or the crosswalk treats what did.
  private func isSame(
    _ name: String, _ questionnaire: WaveQuestionnaire, among harmless: Set<QuestionnaireChange.Kind>
  ) -> Bool {
    if let treatment = questionnaire.crosswalk.treatments[name] { return !treatment.isBroken }
    let group = reference[name]?.group
    let isReworded = questionnaire.difference.items.contains { item in
      switch item.subject {
      case .question: item.name == name && item.changes.contains { !harmless.contains($0.kind) }
      case .multiSelect: item.name == group
      case .index: false
      }
    }
    return !isReworded
  }
}
