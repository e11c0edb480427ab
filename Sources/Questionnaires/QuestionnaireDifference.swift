import Settings
public import Survey
import Tables

/// What changed from one questionnaire to another.
///
/// Questions are matched by name. One that is new with the very text of one that is gone is suspected to be renamed, which
/// is said and never assumed. How a file writes its answers (missing codes, decimal marks, texts for true) is no part of
/// a questionnaire, and is not compared.
public struct QuestionnaireDifference: Hashable, Sendable, Codable {
  /// The name of the first questionnaire.
  public var from: String
  /// The name of the second questionnaire.
  public var to: String
  /// What changed: questions in the order of the second questionnaire, those that are gone in the order of the first, then
  /// multi-selects and indices.
  public private(set) var items: [ChangedQuestion]

  /// Whether nothing changed.
  public var isEmpty: Bool { items.isEmpty }

  /// Compares two questionnaires.
  ///
  /// - Parameters:
  ///   - old: The first.
  ///   - new: The second.
  /// - Complexity: O(*q* + *c*) for *q* questions with *c* codes, and the questions that are gone times those that are new.
  public init(from old: Codebook, to new: Codebook) {
    from = old.name
    to = new.name
    items = []
    let before = Dictionary(old.questions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let gone = old.questions.filter { new[$0.name] == nil }
    for question in new.questions {
      if let earlier = before[question.name] {
        add(.question, question.name, changes(from: earlier, to: question))
      } else {
        let same = gone.first { isSameText($0.text, question.text) && $0.group == question.group }
        add(
          .question, question.name,
          [QuestionnaireChange(.added, to: question.group)]
            + (same.map { [QuestionnaireChange(.renamed, from: $0.name, to: question.name)] } ?? []))
      }
    }
    for question in gone { add(.question, question.name, [QuestionnaireChange(.removed, from: question.group)]) }
    for group in new.groups {
      guard let earlier = old.group(group.name) else { continue }
      add(.multiSelect, group.name, reworded(from: earlier.text, to: group.text))
    }
    for index in new.indices {
      guard let earlier = old.index(index.name) else { continue }
      add(.index, index.name, reworded(from: earlier.about, to: index.about))
    }
  }

  /// Returns what changed about a question, or `nil` when nothing did.
  public subscript(question: String) -> ChangedQuestion? {
    items.first { $0.subject == .question && $0.name == question }
  }

  private mutating func add(_ subject: ChangedQuestion.Subject, _ name: String, _ changes: [QuestionnaireChange]) {
    if !changes.isEmpty { items.append(ChangedQuestion(subject, name, changes)) }
  }
}

extension QuestionnaireDifference {
  /// The difference as a list for readers; one line when nothing changed.
  public var text: String {
    if isEmpty { return "nothing changed from '\(from)' to '\(to)'\n" }
    var text = "from '\(from)' to '\(to)': \(items.count) changed\n"
    for item in items {
      text += "\n\(item.subject.rawValue) '\(item.name)'\n"
      for change in item.changes { text += "  \(change.line)\n" }
    }
    return text
  }
}

// MARK: - Changes of one question

private func changes(from old: Question, to new: Question) -> [QuestionnaireChange] {
  var changes: [QuestionnaireChange] = []
  func compare(_ kind: QuestionnaireChange.Kind, _ from: String?, _ to: String?) {
    if from != to { changes.append(QuestionnaireChange(kind, from: from, to: to)) }
  }
  compare(.retyped, old.kind.rawValue, new.kind.rawValue)
  changes += reworded(from: old.text, to: new.text)
  changes += recoded(from: old.categories, to: new.categories, isScale: old.kind == .scale && new.kind == .scale)
  if old.kind == new.kind { compare(.rescaled, range(of: old), range(of: new)) }
  compare(.turned, old.direction.rawValue, new.direction.rawValue)
  compare(.rerouted, routing(of: old), routing(of: new))
  compare(.reindexed, old.index, new.index)
  compare(.regrouped, old.group, new.group)
  return changes
}

private func reworded(from old: LocalText, to new: LocalText) -> [QuestionnaireChange] {
  [("nl", old.nl, new.nl), ("en", old.en, new.en)].filter { !isSameText($0.1, $0.2) }.map {
    QuestionnaireChange(.reworded, of: $0.0, from: $0.1, to: $0.2)
  }
}

/// The codes that came, went, have another label or number; then whether those that stayed come in another order.
///
/// The points of a scale that came or went are told by its range.
private func recoded(from old: [Category], to new: [Category], isScale: Bool) -> [QuestionnaireChange] {
  if old.isEmpty || new.isEmpty { return [] }
  var changes: [QuestionnaireChange] = []
  let before = Dictionary(old.map { ($0.value, $0) }, uniquingKeysWith: { first, _ in first })
  let after = Set(new.map(\.value))
  for category in new {
    guard let earlier = before[category.value] else {
      if !isScale { changes.append(QuestionnaireChange(.recoded, of: "code \(category.value)", to: category.label.nl)) }
      continue
    }
    for (language, was, now) in [
      ("nl", earlier.label.nl, category.label.nl), ("en", earlier.label.en, category.label.en),
    ] where !isSameText(was, now) {
      changes.append(QuestionnaireChange(.recoded, of: "code \(category.value), \(language)", from: was, to: now))
    }
    if earlier.number != category.number {
      changes.append(
        QuestionnaireChange(
          .recoded, of: "number of code \(category.value)", from: earlier.number.map(plainText),
          to: category.number.map(plainText)))
    }
  }
  for category in old where !after.contains(category.value) && !isScale {
    changes.append(QuestionnaireChange(.recoded, of: "code \(category.value)", from: category.label.nl))
  }
  let kept = old.map(\.value).filter { after.contains($0) }
  let now = new.map(\.value).filter { before[$0] != nil }
  if kept != now {
    changes.append(
      QuestionnaireChange(
        .recoded, of: "order", from: kept.joined(separator: " "), to: now.joined(separator: " ")))
  }
  return changes
}

/// The points of a scale, or the range of a number; `nil` for anything else.
private func range(of question: Question) -> String? {
  switch question.kind {
  case .scale:
    let codes = question.categories.compactMap { Int($0.value) }.sorted()
    return "\(codes.count) points, " + codes.map(String.init).joined(separator: " ")
  case .integer, .number:
    if question.minimum == nil && question.maximum == nil { return nil }
    return "\(question.minimum.map(plainText) ?? "any") to \(question.maximum.map(plainText) ?? "any")"
  default: return nil
  }
}

/// To whom a question is shown, as text.
private func routing(of question: Question) -> String {
  guard let condition = question.shownIf else { return "everybody" }
  return "'\(condition.question)' is \(condition.answers.joined(separator: ", "))"
}

private func isSameText(_ first: LocalText, _ second: LocalText) -> Bool {
  isSameText(first.nl, second.nl) && isSameText(first.en, second.en)
}

/// Whether two texts differ at most in white space.
private func isSameText(_ first: String, _ second: String) -> Bool {
  first == second || first.split(whereSeparator: \.isWhitespace) == second.split(whereSeparator: \.isWhitespace)
}
