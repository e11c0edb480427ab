import Diagnostics
import Settings

/// Says in words which cells break a check.
struct CheckWords: Sendable {
  let check: Check
  /// Whether more cells break the check than its limit bears, so that each is an error.
  var isRaised = false

  init(_ check: Check) { self.check = check }

  /// What a breach is.
  var level: Finding.Level { isRaised ? .error : check.level }

  /// The finding of a cell.
  ///
  /// - Parameters:
  ///   - name: The question.
  ///   - value: The cell as it was written; empty when nothing was.
  ///   - place: The file, the line and the question.
  ///   - twinLine: The line of the first record with the same answer, when answers must differ.
  /// - Returns: The finding.
  func finding(_ name: String, value: String, at place: Place, twinLine: Int) -> Finding {
    var message = "'\(name)' " + (value.isEmpty ? "is empty" : "holds \"\(value)\"")
    if check.rule == .unique {
      message += ", as the record on line \(twinLine) does, and no two may be alike"
    } else {
      let demand = check.then.first { $0.question == name }?.demand ?? ""
      message += ", and should \(demand)"
    }
    if !check.when.isEmpty {
      message += " when " + check.when.map { "'\($0.question)' \($0.words)" }.joined(separator: " and ")
    }
    message += " (check '\(check.name)')"
    var mend = "correct the cell, or change the check in the codebook"
    if var reason = check.reason?.en {
      if reason.hasSuffix(".") { reason.removeLast() }
      mend = "\(reason): \(mend)"
    }
    return Finding(
      level, rule: check.name, at: place, value: value.isEmpty ? nil : value,
      message: message, mend: mend)
  }
}

extension Condition {
  /// The condition in words behind the name of its question: `is at least 1`.
  var words: String {
    claims.map { claim in
      switch claim {
      case .answered(let wanted): wanted ? "has an answer" : "has no answer"
      case .fits(let pattern): "fits the pattern \"\(pattern.text)\""
      default: "is " + claim.words
      }
    }.joined(separator: " and ")
  }

  /// What the condition asks of an answer: `be at least 1`.
  var demand: String {
    claims.map { claim in
      switch claim {
      case .answered(let wanted): wanted ? "have an answer" : "have no answer"
      case .fits(let pattern): "fit the pattern \"\(pattern.text)\""
      default: "be " + claim.words
      }
    }.joined(separator: " and ")
  }
}

extension Condition.Claim {
  fileprivate var words: String {
    switch self {
    case .answered, .fits: ""
    case .isOne(let codes): codes.count == 1 ? codes[0] : "one of " + codes.joined(separator: ", ")
    case .isNone(let codes): codes.count == 1 ? "not \(codes[0])" : "none of " + codes.joined(separator: ", ")
    case .atLeast(let bound): "at least \(bound)"
    case .atMost(let bound): "at most \(bound)"
    case .sameAs(let other): "the same as '\(other)'"
    case .lessThan(let other): "less than '\(other)'"
    case .atMostThat(let other): "at most '\(other)'"
    }
  }
}
