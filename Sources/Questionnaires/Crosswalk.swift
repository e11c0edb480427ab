public import Diagnostics
public import Settings
public import Survey
import Tables

/// How the changed questions of a wave are treated, so that its answers can stand beside those of the reference.
///
/// The reference is the codebook of the pipeline; a wave that was asked with another has a codebook of its own. What is said
/// here holds for one wave.
public struct Crosswalk: Hashable, Sendable {
  /// How one question of the reference is treated.
  public struct Treatment: Hashable, Sendable {
    /// The name that the question has in the wave, when it is another.
    public var oldName: String?
    /// For codes of the wave those of the reference; codes that are not in it stay as they are.
    public var recode: [String: String]
    /// Whether the scale is turned around.
    public var isReversed: Bool
    /// Whether the answers cannot be compared, and are left out.
    public var isBroken: Bool
    /// Why.
    public var reason: LocalText
    /// Where the treatment stands.
    public var place: Place

    /// Creates a treatment; without anything else the change does not matter.
    public init(
      oldName: String? = nil, recode: [String: String] = [:], isReversed: Bool = false, isBroken: Bool = false,
      reason: LocalText, place: Place = Place()
    ) {
      self.oldName = oldName
      self.recode = recode
      self.isReversed = isReversed
      self.isBroken = isBroken
      self.reason = reason
      self.place = place
    }
  }

  /// The treatments by the name of the question in the reference.
  public var treatments: [String: Treatment]

  /// Creates a crosswalk.
  public init(treatments: [String: Treatment] = [:]) { self.treatments = treatments }

  /// Returns what is found about changed questions that nobody treats: an error for each that is used, one note for each other.
  ///
  /// - Parameters:
  ///   - difference: What changed from the wave's questionnaire to the reference.
  ///   - used: The questions that the typology is made from.
  ///   - wave: The name of the wave.
  ///   - place: Where the wave names its codebook, for findings.
  /// - Returns: The findings, in the order of the difference.
  public func untreated(
    _ difference: QuestionnaireDifference, used: Set<String>, wave: String, at place: Place
  ) -> [Finding] {
    difference.items.compactMap { item in
      if item.subject != .question || treatments[item.name] != nil { return nil }
      if treatments.values.contains(where: { $0.oldName == item.name }) { return nil }
      let isUsed = used.contains(item.name)
      let told = item.changes.map(\.line).joined(separator: "; ")
      return Finding(
        isUsed ? .error : .note, rule: "changed-question", at: place, value: item.name,
        message:
          "'\(item.name)'\(isUsed ? " is used in the typology, and" : "") changed between wave '\(wave)' and the "
          + "reference: \(told)",
        mend: isUsed
          ? "say in the crosswalk how to treat it: same, rename, recode, reverse or break, with a reason"
          : "nothing needs to be done; say in the crosswalk how to treat it when it is to be compared")
    }
  }

  /// Returns a wave that was read by its own codebook as the reference would have it.
  ///
  /// Every question of the reference has a column. It is missing for all where the wave did not ask it, where the
  /// treatment says that it cannot be compared, and where the types differ and no codes are translated; single answers
  /// are missing where the reference has no such code. Respondents and units stay.
  ///
  /// - Parameters:
  ///   - wave: The wave.
  ///   - old: The codebook that it was read by.
  ///   - new: The reference.
  /// - Returns: The wave in the terms of the reference.
  /// - Complexity: O(respondents · questions).
  public func apply(to wave: Wave, from old: Codebook, to new: Codebook) -> Wave {
    var answers: [AnswerColumn] = []
    for question in new.questions where question.role != .respondent && question.role != .unit {
      let treatment = treatments[question.name]
      let name = treatment?.oldName ?? question.name
      if treatment?.isBroken != true, let earlier = old[name], let column = wave[name],
        earlier.role != .respondent, earlier.role != .unit
      {
        answers.append(translated(column, from: earlier, to: question, treatment))
      } else {
        answers.append(empty(question, count: wave.count))
      }
    }
    return Wave(respondents: wave.respondents, units: wave.units, answers: answers)
  }
}

// MARK: - Columns

/// The answers to a question, in the terms of another.
private func translated(
  _ column: AnswerColumn, from old: Question, to new: Question, _ treatment: Crosswalk.Treatment?
) -> AnswerColumn {
  let recode = treatment?.recode ?? [:]
  let isReversed = treatment?.isReversed ?? false
  if old.kind != new.kind && recode.isEmpty { return empty(new, count: column.count) }
  if old.kind == new.kind, recode.isEmpty, !isReversed, new.categories.isEmpty || old.categories == new.categories {
    return AnswerColumn(question: new.name, values: column.values, states: column.states, numbers: column.numbers)
  }
  let texts = Column(old.name, column.values).texts
  var states = column.states
  var values = texts.map { $0.map { recode[$0] ?? $0 } }
  if isReversed {
    let points = new.categories.map(\.value).sorted { (Int($0) ?? 0) < (Int($1) ?? 0) }
    let turned = Dictionary(zip(points, points.reversed()), uniquingKeysWith: { first, _ in first })
    values = values.map { $0.flatMap { turned[$0] } }
  }
  let cells = typed(values, as: new)
  let given = cells.texts
  for row in states.indices where states[row] == .answered && given[row] == nil { states[row] = .missing }
  return AnswerColumn(question: new.name, values: cells.values, states: states, numbers: numbers(cells, of: new))
}

/// Texts as values of a question; `nil` where the question allows no such value.
private func typed(_ texts: [String?], as question: Question) -> Column {
  let codes = Set(question.categories.map(\.value))
  func coded(_ text: String) -> String? { codes.isEmpty || codes.contains(text) ? text : nil }
  let values: Column.Values =
    switch question.kind {
    case .text, .category, .moment: .text(texts.map { $0.flatMap(coded) })
    case .scale, .integer: .integer(texts.map { $0.flatMap(coded).flatMap { Int($0) } })
    case .number: .number(texts.map { $0.flatMap { Double($0) } })
    case .boolean: .boolean(texts.map { $0.flatMap { $0 == "true" ? true : $0 == "false" ? false : nil } })
    case .date: .date(texts.map { $0.flatMap { CalendarDate(iso: $0) } })
    }
  return Column(question.name, values)
}

private func numbers(_ column: Column, of question: Question) -> [Double?] {
  guard question.kind == .category else { return column.numbers }
  let known = Dictionary(question.categories.map { ($0.value, $0.number) }, uniquingKeysWith: { first, _ in first })
  return column.texts.map { $0.flatMap { known[$0] ?? nil } }
}

private func empty(_ question: Question, count: Int) -> AnswerColumn {
  let cells = typed(Array(repeating: nil, count: count), as: question)
  return AnswerColumn(
    question: question.name, values: cells.values, states: Array(repeating: .notShown, count: count),
    numbers: Array(repeating: nil, count: count))
}
