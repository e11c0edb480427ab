/// How far a publication meets the law on accessibility, by the letters of the Dutch model.
///
/// The letter follows from what was examined, so that nobody can claim more
/// (https://www.digitoegankelijk.nl/toegankelijkheidsverklaring/status): A and B need an examination by people of all fifty
/// requirements, not older than three years; C needs one that is planned within six months. Checks by a program do not
/// cover all requirements and never give an A or a B by themselves; but without them, or with findings of which no deviation
/// speaks, the letter is lower. E, no statement, is never given: there is one.
public enum AccessibilityStatus: String, CaseIterable, Hashable, Sendable {
  /// Meets every requirement.
  case full = "A"
  /// Meets a part of the requirements.
  case partial = "B"
  /// First measures were taken.
  case firstMeasures = "C"
  /// Does not meet the law.
  case none = "D"
  /// There is no statement.
  case noStatement = "E"

  /// Why the letter is what it is.
  public enum Reason: Hashable, Sendable {
    /// People examined everything, and this many requirements are met.
    case evaluated(met: Int)
    /// People examined everything, but too long ago.
    case outdated(String)
    /// People did not examine everything.
    case notEvaluated
    /// An examination by people is planned for a day within six months.
    case planned(String)
    /// No examination by people is planned within six months.
    case notPlanned
    /// No program checked the pages.
    case notChecked
    /// The pages that were checked are of another version, or are others.
    case checkedOther
    /// Checks by a program found things of which the statement says nothing else.
    case unanswered(Int)
  }
}

extension AccessibilityFacts {
  /// Returns the status with its reasons, in the order in which they are told.
  ///
  /// - Parameters:
  ///   - program: The program that made this publication, with its version.
  ///   - pages: The names of the pages of this publication, sorted.
  /// - Returns: The status, and at least one reason.
  public func status(program: String, pages: [String]) -> (AccessibilityStatus, [AccessibilityStatus.Reason]) {
    var reasons: [AccessibilityStatus.Reason] = []
    var hasEvaluation = false
    if let evaluation {
      hasEvaluation = Self.day(evaluation.date, plusMonths: 36) >= date
      reasons.append(hasEvaluation ? .evaluated(met: evaluation.met) : .outdated(evaluation.date))
    } else {
      reasons.append(.notEvaluated)
    }
    var isPlanned = false
    if !hasEvaluation {
      if let planned, planned >= date, planned <= Self.day(date, plusMonths: 6) {
        isPlanned = true
        reasons.append(.planned(planned))
      } else {
        reasons.append(.notPlanned)
      }
    }
    let open = unansweredFindings.count
    let isCurrent = checks.map { self.isCurrent($0, program: program, pages: pages) } ?? false
    if checks == nil { reasons.append(.notChecked) } else if !isCurrent { reasons.append(.checkedOther) }
    if open > 0 { reasons.append(.unanswered(open)) }
    let found = checks?.runs.contains { !$0.findings.isEmpty } ?? false
    let isWhole = evaluation?.met == Evaluation.requirements && deviations.isEmpty && !found && isCurrent
    if hasEvaluation, checks != nil { return (isWhole ? .full : .partial, reasons) }
    if hasEvaluation || isPlanned { return (open > 0 ? .none : .firstMeasures, reasons) }
    return (.none, reasons)
  }

  /// What checks found and no deviation speaks of, each with the check.
  public var unansweredFindings: [(check: String, found: Found)] {
    let answered = deviations.flatMap(\.checks)
    return (checks?.runs ?? []).filter { !answered.contains($0.id) }.flatMap { run in
      run.findings.map { (run.id, $0) }
    }
  }

  /// Returns whether the pages that were checked are those of this publication.
  func isCurrent(_ checks: Checks, program: String, pages: [String]) -> Bool {
    checks.program == program && !checks.pages.isEmpty && checks.pages.values.allSatisfy { $0.sorted() == pages }
  }

  /// Returns a day some months later, for comparison: `2020-08-31` plus six months is `2021-02-31`.
  private static func day(_ iso: String, plusMonths months: Int) -> String {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return iso }
    let month = parts[0] * 12 + parts[1] - 1 + months
    let padded = { (number: Int) in number < 10 ? "0\(number)" : String(number) }
    return "\(month / 12)-\(padded(month % 12 + 1))-\(padded(parts[2]))"
  }
}
