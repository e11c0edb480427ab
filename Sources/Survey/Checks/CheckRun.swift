import Diagnostics
import Tables

/// A cell that breaks a check.
struct Breach: Hashable {
  var record: Int
  /// The question in the codebook.
  var question: Int
  /// The check among those that were made.
  var check: Int
  /// The first record with the same answer, when answers must differ.
  var twin: Int?
}

/// What the checks of a codebook found.
struct CheckResult {
  /// How each check is told.
  var words: [CheckWords] = []
  /// The cells that break a check, by check and then by record.
  var breaches: [Breach] = []
  /// What is to be said of the file as a whole: limits that are passed, checks that could not be made.
  var notes: [Finding] = []
}

/// Holds the records of a file against the checks of a codebook.
///
/// - Parameters:
///   - codebook: The checks and the questions.
///   - answers: The answers of all records.
///   - fieldwork: The first and last day on which answers came in, if known.
/// - Returns: The cells that break a check, and the limits that are passed.
/// - Complexity: O(records · claims), without memory as long as nothing is broken; `unique` remembers each answer.
func runChecks(
  _ codebook: Codebook, on answers: some RecordAnswers, fieldwork: ClosedRange<CalendarDate>?
) -> CheckResult {
  var result = CheckResult()
  for check in codebook.checks + codebook.uniqueFields {
    if check.rule == .submittedWithin, fieldwork == nil {
      result.notes.append(check.withoutFieldwork(file: answers.file))
      continue
    }
    guard let run = CheckRun(check.during(fieldwork), codebook.questions) else { continue }
    var words = CheckWords(run.check)
    let (breaches, records, about) = run.breaches(answers, number: result.words.count)
    if let sum = run.check.passed(records, of: about, file: answers.file) {
      words.isRaised = true
      result.notes.append(sum)
    }
    result.words.append(words)
    result.breaches += breaches
  }
  return result
}

extension Codebook {
  /// The checks that the constraint `unique` of fields asks for.
  ///
  /// Two records of one respondent are no breach but duplicates, of which one is left.
  fileprivate var uniqueFields: [Check] {
    questions.filter { $0.constraints.isUnique && $0.role != .respondent }.map {
      Check(name: "unique", rule: .unique, then: [Condition(question: $0.name)])
    }
  }
}

extension Check {
  /// The check with the days of the fieldwork as bounds, when it asks for them.
  fileprivate func during(_ fieldwork: ClosedRange<CalendarDate>?) -> Check {
    guard rule == .submittedWithin, let fieldwork, !then.isEmpty else { return self }
    var check = self
    check.then[0].claims = [.atLeast(fieldwork.lowerBound.iso), .atMost(fieldwork.upperBound.iso)]
    return check
  }

  fileprivate func withoutFieldwork(file: String) -> Finding {
    Finding(
      .note, rule: "no-fieldwork", at: Place(file: file), value: name,
      message: "nothing says when the fieldwork was, so the check '\(name)' was not made",
      mend: "add 'fieldwork: {from: ..., to: ...}' to the description of the wave, or remove the check")
  }

  /// The error that says that more records break the check than its limit bears, if they do.
  fileprivate func passed(_ records: Int, of about: Int, file: String) -> Finding? {
    let bound: String
    switch limit {
    case .count(let most) where records > most: bound = "\(most)"
    case .share(let most) where Double(records) > most * Double(about):
      bound = "\(plainText((most * 10000).rounded() / 100)) %"
    default: return nil
    }
    return Finding(
      .error, rule: name, at: Place(file: file), value: name,
      message:
        "\(records) of \(about) records \(records == 1 ? "breaks" : "break") the check '\(name)', which is more than "
        + "the limit of \(bound)",
      mend: "correct the cells, or raise 'limit' of the check in the codebook")
  }
}

/// One check, made ready for many records.
private struct CheckRun {
  private struct Ready {
    var question: Int
    var claims: [ReadyClaim]
  }

  let check: Check
  private let when: [Ready]
  private let then: [Ready]

  init?(_ check: Check, _ questions: [Question]) {
    self.check = check
    func ready(_ conditions: [Condition]) -> [Ready]? {
      var all: [Ready] = []
      for condition in conditions {
        guard let number = questions.firstIndex(where: { $0.name == condition.question }) else { return nil }
        let claims = condition.claims.compactMap { ReadyClaim($0, of: number, in: questions) }
        guard claims.count == condition.claims.count else { return nil }
        all.append(Ready(question: number, claims: claims))
      }
      return all
    }
    guard let when = ready(check.when), let then = ready(check.then), !then.isEmpty else { return nil }
    self.when = when
    self.then = then
  }

  /// The cells that break the check, with the number of their records and of the records that the check is about.
  func breaches(_ answers: some RecordAnswers, number: Int) -> (cells: [Breach], records: Int, about: Int) {
    if check.rule == .unique { return doubles(answers, number: number) }
    var cells: [Breach] = []
    var records = 0
    var about = 0
    for record in 0..<answers.recordCount where answers.counts(record) && isAbout(record, answers) {
      about += 1
      let before = cells.count
      for demand in then where demand.claims.contains(where: { $0.holds(record, answers) == false }) {
        cells.append(Breach(record: record, question: demand.question, check: number))
      }
      if cells.count > before { records += 1 }
    }
    return (cells, records, about)
  }

  private func doubles(_ answers: some RecordAnswers, number: Int) -> (cells: [Breach], records: Int, about: Int) {
    let question = then[0].question
    var cells: [Breach] = []
    var about = 0
    var firsts: [String: Int] = [:]
    for record in 0..<answers.recordCount where answers.counts(record) && isAbout(record, answers) {
      guard let value = answers.text(question, of: record) ?? answers.number(question, of: record).map(plainText)
      else { continue }
      about += 1
      if let first = firsts[value] {
        cells.append(Breach(record: record, question: question, check: number, twin: first))
      } else {
        firsts[value] = record
      }
    }
    return (cells, cells.count, about)
  }

  private func isAbout(_ record: Int, _ answers: some RecordAnswers) -> Bool {
    when.allSatisfy { $0.claims.allSatisfy { $0.holds(record, answers) == true } }
  }
}
