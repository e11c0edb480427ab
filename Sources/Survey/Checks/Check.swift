public import Diagnostics
public import Settings

/// A check of the answers, declared in the codebook under `koers:checks`.
///
/// A check says what must hold of every record, or of the records of which something else holds:
///
/// ```yaml
/// koers:checks:
///   - name: pilots-asked
///     rule: consistent
///     when: {question: pilots_running, at-most: 0}
///     then: {question: pilots_succeeded, answered: false}
///     level: warning
///     limit: {share: 0.05}
///     reason: {nl: Wie geen proefprojecten kent, is niet gevraagd of ze slaagden., en: Who knows of no pilots was not asked.}
///   - {name: staff-plausible, rule: range, question: data_staff_fte, at-least: 0, at-most: 200, level: note}
///   - {name: known-size, rule: required, question: size, when: {question: function, is: manager}}
///   - {name: one-address, rule: unique, question: e-mail, level: error}
///   - {name: on-time, rule: submitted-within, limit: {count: 10}}
/// ```
///
/// Read aloud: *when* what holds under `when`, *then* what stands under `then`. A check never changes an answer; it leaves a
/// finding for each cell that breaks it. A cell without an answer breaks only what asks for an answer. Records that are
/// quarantined, excluded or duplicates are not checked.
///
/// `level` says what a breach is: a note, a warning, or an error. With `limit` (a `count` of breaches, or the `share` of the
/// records that the check is about) more breaches than that are errors. Errors stop the run once everything is checked.
public struct Check: Hashable, Sendable {
  /// What a check asks for.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// The question has an answer.
    case required
    /// The answer lies between bounds.
    case range
    /// The answer is one of a list.
    case allowed
    /// The answer fits a pattern.
    case pattern
    /// No two records have the same answer.
    case unique
    /// What stands under `then` holds.
    case consistent
    /// The answers were sent in during the fieldwork of the wave.
    case submittedWithin = "submitted-within"
  }

  /// How many breaches are borne.
  public enum Limit: Hashable, Sendable {
    /// A number of breaches.
    case count(Int)
    /// A share of the records that the check is about, from 0 to 1.
    case share(Double)
  }

  /// The name, by which findings call the check.
  public var name: String
  /// What the check asks for.
  public var rule: Rule
  /// What a breach is.
  public var level: Finding.Level
  /// How many breaches are borne; `nil` when any number is.
  public var limit: Limit?
  /// Why the check is there, for readers.
  public var reason: LocalText?
  /// What holds of the records that the check is about, all of it; empty when it is about all.
  public var when: [Condition]
  /// What must hold of them, all of it; of `unique` the question alone counts.
  public var then: [Condition]

  /// Creates a check.
  public init(
    name: String, rule: Rule, level: Finding.Level = .warning, limit: Limit? = nil, reason: LocalText? = nil,
    when: [Condition] = [], then: [Condition]
  ) {
    self.name = name
    self.rule = rule
    self.level = level
    self.limit = limit
    self.reason = reason
    self.when = when
    self.then = then
  }
}

/// What may hold of the answer to one question: everything that is said must hold together.
public struct Condition: Hashable, Sendable {
  /// What is said of an answer.
  public enum Claim: Hashable, Sendable {
    /// `answered:` whether there is an answer; an option left open and "don't know" are answers too.
    case answered(Bool)
    /// `is:` the answer is one of these.
    case isOne([String])
    /// `is-not:` the answer is none of these.
    case isNone([String])
    /// `at-least:` the answer is this number or day, or more.
    case atLeast(String)
    /// `at-most:` the answer is this number or day, or less.
    case atMost(String)
    /// `fits:` the answer fits a pattern.
    case fits(Pattern)
    /// `same-as:` the answer equals that to another question.
    case sameAs(String)
    /// `less-than-that-of:` the answer is less than that to another question.
    case lessThan(String)
    /// `at-most-that-of:` the answer is not more than that to another question.
    case atMostThat(String)
  }

  /// The name of the question.
  public var question: String
  /// What is said of its answer.
  public var claims: [Claim]

  /// Creates a condition.
  public init(question: String, claims: [Claim] = []) {
    self.question = question
    self.claims = claims
  }
}
