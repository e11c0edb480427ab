/// One thing that changed about a question, a multi-select or an index between two questionnaires.
public struct QuestionnaireChange: Hashable, Sendable, Codable {
  /// What changed.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The question is new.
    case added
    /// The question is gone.
    case removed
    /// The question is new, and one that is gone has the same text: it may be the same under another name.
    case renamed
    /// The answers are of another type.
    case retyped
    /// The question was put in other words.
    case reworded
    /// A code came, went, was labelled anew or changed places.
    case recoded
    /// A scale has other points, or a number another range.
    case rescaled
    /// A high answer points the other way.
    case turned
    /// The question is shown to others.
    case rerouted
    /// The question belongs to another index, or to none.
    case reindexed
    /// The question belongs to another multi-select, or to none.
    case regrouped
  }

  /// What changed.
  public var kind: Kind
  /// Of what, where that must be said: a language, a code.
  public var of: String?
  /// How it was; `nil` when it was not there.
  public var from: String?
  /// How it is; `nil` when it is not there.
  public var to: String?

  /// Creates a change.
  public init(_ kind: Kind, of: String? = nil, from: String? = nil, to: String? = nil) {
    self.kind = kind
    self.of = of
    self.from = from
    self.to = to
  }

  /// The change in a line: `reworded (nl): "Old" -> "New"`.
  public var line: String {
    switch (kind, from, to) {
    case (.added, _, let group?): "added, as an option of '\(group)'"
    case (.removed, let group?, _): "removed, an option of '\(group)'"
    case (.added, _, nil), (.removed, nil, _): kind.rawValue
    case (.renamed, let old, _): "may be '\(old ?? "")' under another name: the text is the same"
    default: kind.rawValue + (of.map { " (\($0))" } ?? "") + ": " + shown(from) + " -> " + shown(to)
    }
  }

  private func shown(_ text: String?) -> String {
    guard let text else { return "none" }
    return kind == .reworded || kind == .recoded ? "\"\(text)\"" : text
  }
}

/// Everything that changed about one question, multi-select or index.
public struct ChangedQuestion: Hashable, Sendable, Codable {
  /// What changed: a question, unless said otherwise.
  public enum Subject: String, Hashable, Sendable, Codable {
    case question
    case multiSelect = "multi-select"
    case index
  }

  /// What it is.
  public var subject: Subject
  /// Its name; the new one when it may have been renamed.
  public var name: String
  /// The changes, in the order of their kinds; never empty.
  public var changes: [QuestionnaireChange]

  /// Creates a changed question.
  public init(_ subject: Subject, _ name: String, _ changes: [QuestionnaireChange]) {
    self.subject = subject
    self.name = name
    self.changes = changes
  }

  /// The kinds of change as one text, each once: `reworded, recoded`.
  public var kinds: String {
    var kinds: [String] = []
    for change in changes where !kinds.contains(change.kind.rawValue) { kinds.append(change.kind.rawValue) }
    return kinds.joined(separator: ", ")
  }
}
