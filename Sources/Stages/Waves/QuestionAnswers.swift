import Artefacts
import Diagnostics
import Estimation
import Files
import Questionnaires
import Survey
import Tables
import Waves

/// What changed about questions between two waves, beside their answers.
struct QuestionChanges {
  private var texts: [String: String] = [:]
  private var items: [String: [String]] = [:]

  /// Nothing is known to have changed.
  init() {}

  /// Takes what changed; where a question stands, and to which index or multi-select it belongs, changes no answer.
  ///
  /// - Parameters:
  ///   - difference: What changed from the one questionnaire to the other.
  ///   - codebook: The codebook of the pipeline, which says what indices and multi-selects are made of.
  init(_ difference: QuestionnaireDifference, _ codebook: Codebook) {
    let harmless: Set<QuestionnaireChange.Kind> = [.reindexed, .regrouped]
    for item in difference.items {
      let kinds = item.changes.map(\.kind).filter { !harmless.contains($0) }
      if kinds.isEmpty || item.subject == .index { continue }
      let names = kinds.map(\.rawValue).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      let questions = item.subject == .question ? [item.name] : codebook.options(of: item.name).map(\.name)
      for question in questions where texts[question] == nil { texts[question] = names.joined(separator: ", ") }
    }
    for index in codebook.indices { items["index." + index.name] = codebook.items(of: index.name).map(\.name) }
    for group in codebook.groups { items["group." + group.name] = codebook.options(of: group.name).map(\.name) }
  }

  /// The questions about which something changed, sorted.
  var questions: [String] { texts.keys.sorted() }

  /// What changed about a question: `reworded`, `removed`, …; `nil` when nothing did.
  func text(of question: String) -> String? { texts[question] }

  /// What changed about the questions behind a feature, by their names; `nil` when nothing did.
  func text(ofSource source: ValueSource?) -> String? {
    guard let source else { return nil }
    if case .question(let name) = source { return texts[name] }
    let changed = (items[source.text] ?? []).compactMap { name in texts[name].map { "\(name) \($0)" } }
    return changed.isEmpty ? nil : changed.joined(separator: "; ")
  }
}

/// The answers of two waves to all questions of the pipeline's codebook, and what changed about these.
struct QuestionAnswers {
  /// What changed.
  let changes: QuestionChanges
  private let codebook: Codebook
  private let earlier: Wave
  private let now: Wave

  /// Reads the answers that ingest left of both waves; `nil` when that is not there any more, or is not what the features
  /// were made from.
  ///
  /// - Parameters:
  ///   - earlier: The earlier wave.
  ///   - now: This wave.
  ///   - history: The pipeline, whose codebooks are read.
  /// - Throws: ``Diagnostics/Failure`` when a codebook or table cannot be read.
  init?(_ earlier: WaveRecord, _ now: WaveRecord, _ history: WaveHistory) throws(Failure) {
    guard let before = earlier.ingestFolder, let after = now.ingestFolder else { return nil }
    codebook = try readCodebook(history.pipeline.codebook)
    self.earlier = try readWave(before, codebook: codebook).wave
    self.now = try readWave(after, codebook: codebook).wave
    let own = (history.description(of: earlier.name)?.codebook, history.description(of: now.name)?.codebook)
    if own.0 == own.1 {
      changes = QuestionChanges()
    } else {
      changes = QuestionChanges(
        QuestionnaireDifference(
          from: try own.0.map { path throws(Failure) in try readCodebook(path) } ?? codebook,
          to: try own.1.map { path throws(Failure) in try readCodebook(path) } ?? codebook), codebook)
    }
  }

  /// Returns the answers to each question that can be counted: scales and numbers as such, categories and truths by position.
  ///
  /// A question that only one of the waves asked has no answers in the other; one that is not in the codebook any more has
  /// none at all.
  func columns(_ units: UnitNumbers) -> [DriftColumn] {
    let rows = (
      earlier: earlier.units.map { units.earlier($0) ?? 0 }, now: now.units.map { units.now($0) ?? 0 }
    )
    let nobody = DriftColumn.Side([], units: [])
    let gone = changes.questions.filter { codebook[$0] == nil }
      .map { DriftColumn($0, .numbers, earlier: nobody, now: nobody) }
    let columns = codebook.questions.filter { $0.isMeasurable && $0.role == .answer }.compactMap {
      question -> DriftColumn? in
      guard let before = earlier[question.name], let after = now[question.name] else { return nil }
      let isCategory = question.kind == .category || question.kind == .boolean
      let values =
        question.kind == .category
        ? commonPositions(texts(before), texts(after)) : (before: before.numbers, after: after.numbers)
      return DriftColumn(
        question.name, isCategory ? .categories : .numbers,
        earlier: DriftColumn.Side(present: values.before, units: rows.earlier),
        now: DriftColumn.Side(present: values.after, units: rows.now))
    }
    return columns + gone
  }

  private func texts(_ answers: AnswerColumn) -> [String?] { Column(answers.question, answers.values).texts }
}

extension WaveRecord {
  /// The folder beside it that ingest left, when it is the one that normalise read.
  fileprivate var ingestFolder: String? {
    let path = joinPath(Files.folder(of: folder.path), IngestRequest.stage)
    guard let read = folder.run.inputs.first(where: { $0.name == IngestRequest.stage + "/run.json" }),
      let digest = try? sha256(ofFile: joinPath(path, "run.json")), digest == read.sha256
    else { return nil }
    return path
  }
}
