import Diagnostics
import Settings
import Tables

/// Holds the records of a file against the checks of a codebook.
///
/// - Parameters:
///   - codebook: The checks and the questions.
///   - answers: The answers of all records.
///   - fieldwork: The first and last day on which answers came in, if known.
/// - Returns: One finding for each cell that breaks a check, and one for each limit that is passed, with the number of the
///   question in the codebook.
/// - Complexity: O(records · claims), without memory as long as nothing is broken; `unique` remembers each answer.
func runChecks(
  _ codebook: Codebook, on answers: some RecordAnswers, fieldwork: ClosedRange<CalendarDate>?
) -> [(order: Int, finding: Finding)] {
  var found: [(order: Int, finding: Finding)] = []
  for check in codebook.checks + codebook.uniqueFields {
    if check.rule == .submittedWithin, fieldwork == nil {
      found.append((0, check.withoutFieldwork(file: answers.file)))
      continue
    }
    guard let run = CheckRun(check.during(fieldwork), codebook.questions) else { continue }
    found += run.findings(answers)
  }
  return found
}

extension Codebook {
  /// The checks that `unique` under the constraints of a field asks for. Two records of one respondent are no breach but
  /// duplicates, of which one is left.
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
}

/// One check, made ready for many records.
private struct CheckRun {
  private struct Ready {
    var condition: Condition
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
        all.append(Ready(condition: condition, question: number, claims: claims))
      }
      return all
    }
    guard let when = ready(check.when), let then = ready(check.then), !then.isEmpty else { return nil }
    self.when = when
    self.then = then
  }

  func findings(_ answers: some RecordAnswers) -> [(order: Int, finding: Finding)] {
    var about = 0
    var records = 0
    var found: [(order: Int, finding: Finding)] = []
    var seen: [String: Int] = [:]
    for record in 0..<answers.recordCount where answers.counts(record) && isAbout(record, answers) {
      let before = found.count
      if check.rule == .unique {
        let question = then[0].question
        guard let value = answers.comparable(question, of: record) else { continue }
        about += 1
        if let first = seen[value] {
          found.append(breach(of: then[0], by: record, answers, twin: first))
        } else {
          seen[value] = record
        }
      } else {
        about += 1
        for demand in then where demand.claims.contains(where: { $0.holds(record, answers) == false }) {
          found.append(breach(of: demand, by: record, answers))
        }
      }
      if found.count > before { records += 1 }
    }
    return raised(found, records: records, about: about, file: answers.file)
  }

  private func isAbout(_ record: Int, _ answers: some RecordAnswers) -> Bool {
    when.allSatisfy { $0.claims.allSatisfy { $0.holds(record, answers) == true } }
  }

  /// The findings, as errors when there are more than the limit bears.
  private func raised(
    _ found: [(order: Int, finding: Finding)], records: Int, about: Int, file: String
  ) -> [(order: Int, finding: Finding)] {
    guard let limit = check.limit, records > 0 else { return found }
    let bound: String
    switch limit {
    case .count(let most):
      if records <= most { return found }
      bound = "\(most)"
    case .share(let most):
      if Double(records) <= most * Double(about) { return found }
      bound = "\(plainText((most * 10000).rounded() / 100)) %"
    }
    var errors = found
    for index in errors.indices { errors[index].finding.level = .error }
    let records = records == 1 ? "1 of \(about) records breaks" : "\(records) of \(about) records break"
    let sum = Finding(
      .error, rule: check.name, at: Place(file: file), value: check.name,
      message: "\(records) the check '\(check.name)', which is more than the limit of \(bound)",
      mend: "correct the cells, or raise 'limit' of the check in the codebook")
    return errors + [(0, sum)]
  }

  private func breach(
    of demand: Ready, by record: Int, _ answers: some RecordAnswers, twin: Int? = nil
  ) -> (order: Int, finding: Finding) {
    let name = demand.condition.question
    let value = answers.written(demand.question, of: record)
    var message = "'\(name)' " + (value.isEmpty ? "is empty" : "holds \"\(value)\"")
    if let twin {
      message += ", as the record on line \(answers.line(of: twin)) does, and no two may be alike"
    } else {
      message += ", and should \(demand.condition.demand)"
    }
    if !when.isEmpty {
      message += " when " + when.map { "'\($0.condition.question)' \($0.condition.words)" }.joined(separator: " and ")
    }
    message += " (check '\(check.name)')"
    var mend = "correct the cell, or change the check in the codebook"
    if var reason = check.reason?.en {
      if reason.hasSuffix(".") { reason.removeLast() }
      mend = "\(reason): \(mend)"
    }
    let place = Place(file: answers.file, line: answers.line(of: record), field: name)
    return (
      demand.question,
      Finding(
        check.level, rule: check.name, at: place, value: value.isEmpty ? nil : value, message: message, mend: mend)
    )
  }
}

extension RecordAnswers {
  /// An answer in a form that is equal for equal answers.
  fileprivate func comparable(_ question: Int, of record: Int) -> String? {
    text(question, of: record) ?? number(question, of: record).map(plainText)
  }
}
