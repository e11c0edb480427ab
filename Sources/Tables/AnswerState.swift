/// What became of a question for one respondent.
///
/// Only `answered` carries a value.
public enum AnswerState: String, Hashable, Sendable, CaseIterable {
  /// A value was given.
  case answered
  /// An option of a multi-select was shown and not chosen.
  case notSelected = "not_selected"
  /// The questionnaire skipped the question for this respondent.
  case notShown = "not_shown"
  /// The respondent refused, or said "don't know".
  case refused
  /// Nothing was given, and nothing says why.
  case missing
}
