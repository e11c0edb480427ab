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
  private let changes: [(difference: QuestionnaireDifference, crosswalk: Crosswalk)]

  /// Takes what changed from the questionnaires of waves to that of the pipeline, and how it is treated.
  init(_ reference: Codebook, _ changes: [(difference: QuestionnaireDifference, crosswalk: Crosswalk)]) {
    self.reference = reference
    self.changes = changes
  }

  /// Reads the questionnaires of waves.
  ///
  /// - Parameters:
  ///   - waves: The names of the waves.
  ///   - pipeline: The pipeline.
  ///   - reference: Its codebook.
  /// - Throws: ``Diagnostics/Failure`` when a codebook of a wave or the crosswalk cannot be read.
  init(_ waves: [String], _ pipeline: Pipeline, _ reference: Codebook) throws(Failure) {
    var changes: [(difference: QuestionnaireDifference, crosswalk: Crosswalk)] = []
    for path in pipeline.waves {
      let wave = try WaveDescription(path)
      guard waves.contains(wave.name), wave.codebook != nil else { continue }
      let request = try IngestRequest(pipeline: pipeline, wave: wave, work: WorkFolders(base: ""))
      let questionnaire = try WaveQuestionnaire(request)
      changes.append((questionnaire.difference, questionnaire.crosswalk))
    }
    self.init(reference, changes)
  }

  /// Returns whether the answers of all waves can be compared.
  ///
  /// - Parameters:
  ///   - name: The name of the question or index in the pipeline's codebook.
  ///   - isIndex: Whether it is an index.
  /// - Returns: Whether they can.
  func contains(_ name: String, isIndex: Bool) -> Bool {
    changes.allSatisfy { change in
      guard isIndex else { return isSame(name, change, but: [.reindexed, .regrouped]) }
      return reference.items(of: name).allSatisfy { isSame($0.name, change, but: [.regrouped]) }
    }
  }

  /// Returns whether nothing changed about a question but what does not matter, or the crosswalk treats what did.
  private func isSame(
    _ name: String, _ change: (difference: QuestionnaireDifference, crosswalk: Crosswalk),
    but harmless: Set<QuestionnaireChange.Kind>
  ) -> Bool {
    if let treatment = change.crosswalk.treatments[name] { return !treatment.isBroken }
    let group = reference[name]?.group
    let isReworded = change.difference.items.contains { item in
      switch item.subject {
      case .question: item.name == name && item.changes.contains { !harmless.contains($0.kind) }
      case .multiSelect: item.name == group
      case .index: false
      }
    }
    return !isReworded
  }
}
