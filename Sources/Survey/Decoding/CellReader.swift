import Diagnostics
import Settings
import Tables

/// What a cell holds once it is read.
enum Cell: Hashable {
  /// The position of a category.
  case code(Int)
  case text(String)
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  case date(CalendarDate)
}

/// A cell with its state, or what is wrong with it.
struct CellReading {
  var state: AnswerState
  var cell: Cell?
  var problem: CellProblem?

  static let missing = CellReading(state: .missing, cell: nil, problem: nil)
}

/// What is wrong with a cell.
struct CellProblem: Hashable {
  var rule: String
  var message: String
  var mend: String
}

/// Reads the cells of one question.
struct CellReader: Sendable {
  let question: Question
  private let categories: [String: Int]

  init(_ question: Question) {
    self.question = question
    categories = Dictionary(
      question.categories.enumerated().map { ($1.value, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads a cell; spaces around it do not count.
  func read(_ raw: String) -> CellReading {
    let text = trimmed(raw)
    if question.missingValues.contains(text) { return .missing }
    if question.refused.contains(text) { return CellReading(state: .refused) }
    if question.notShown.contains(text) { return CellReading(state: .notShown) }
    if question.constraints.asksOfCells, let problem = question.constraints.problem(of: text, in: question.name) {
      return CellReading(state: .missing, problem: problem)
    }
    switch question.kind {
    case .text: return answered(.text(text))
    case .category, .scale: return categories[text].map { answered(.code($0)) } ?? notAllowed(text)
    case .integer:
      guard let number = Int(text) else { return wrong(text, "not-a-whole-number", "a whole number") }
      return inRange(Double(number), text) ?? answered(.integer(number))
    case .number:
      guard let number = decimal(text) else { return wrongNumber(text) }
      return inRange(number, text) ?? answered(.number(number))
    case .boolean: return truth(text)
    case .date:
      guard text.utf8.count == 10, let date = CalendarDate(iso: text) else {
        return wrong(text, "not-a-date", "a date such as 2020-06-26")
      }
      return answered(.date(date))
    case .moment:
      guard let moment = isoMoment(text) else {
        return wrong(text, "not-a-moment", "a date with a time such as 2020-06-26T10:30")
      }
      return answered(.text(moment))
    }
  }

  private func answered(_ cell: Cell) -> CellReading { CellReading(state: .answered, cell: cell) }

  private func truth(_ text: String) -> CellReading {
    if question.trueValues.contains(text) { return answered(.boolean(true)) }
    if question.falseValues.contains(text) {
      return CellReading(state: question.isOption ? .notSelected : .answered, cell: .boolean(false))
    }
    let allowed = (question.trueValues + question.falseValues).joined(separator: ", ")
    return wrong(text, "not-allowed", "one of \(allowed)")
  }

  private func wrong(_ text: String, _ rule: String, _ wanted: String, mend: String? = nil) -> CellReading {
    CellReading(
      state: .missing,
      problem: CellProblem(
        rule: rule, message: "'\(question.name)' holds \"\(text)\", which is not \(wanted)",
        mend: mend ?? "correct the cell, or add \"\(text)\" to 'missingValues' of \(question.name) in the codebook"))
  }

  private func notAllowed(_ text: String) -> CellReading {
    let codes = question.categories.map(\.value)
    var mend: String?
    if let meant = question.categories.first(where: { $0.label.nl == text || $0.label.en == text }) {
      mend = "write the code '\(meant.value)'; export the survey with codes, not labels"
    } else if text.count > 2, let meant = suggestion(for: text, among: codes) {
      mend = "did you mean '\(meant)'?"
    }
    return wrong(text, "not-allowed", "one of " + codes.joined(separator: ", "), mend: mend)
  }

  private func wrongNumber(_ text: String) -> CellReading {
    if question.decimalMark == ",", text.utf8.contains(UInt8(ascii: ".")) {
      return wrong(
        text, "not-a-number", "a number with a decimal comma",
        mend: "write a decimal comma and no thousands separator, or set 'decimalChar: \".\"' in the codebook")
    }
    return wrong(text, "not-a-number", "a number")
  }

  private func inRange(_ number: Double, _ text: String) -> CellReading? {
    let low = question.minimum ?? -.infinity
    let high = question.maximum ?? .infinity
    if number >= low, number <= high { return nil }
    let wanted: String
    switch (question.minimum, question.maximum) {
    case (let low?, let high?): wanted = "between \(plainText(low)) and \(plainText(high))"
    case (let low?, nil): wanted = "at least \(plainText(low))"
    default: wanted = "at most \(plainText(high))"
    }
    return wrong(text, "out-of-range", wanted, mend: "correct the cell, or widen 'constraints' of \(question.name)")
  }

  /// Returns the number that digits with at most one decimal mark stand for.
  private func decimal(_ text: String) -> Double? {
    var plain = ""
    var marks = 0
    var digits = 0
    for (position, character) in text.enumerated() {
      if character == question.decimalMark {
        marks += 1
        plain.append(".")
      } else if let value = character.asciiValue, (48...57).contains(value) {
        digits += 1
        plain.append(character)
      } else if position == 0, character == "-" || character == "+" {
        plain.append(character)
      } else {
        return nil
      }
    }
    guard digits > 0, marks <= 1, let number = Double(plain), number.isFinite else { return nil }
    return number
  }
}

/// Returns a moment as `2020-06-26T10:30:00`, or `nil` when the text is none; a date alone is midnight.
private func isoMoment(_ text: String) -> String? {
  guard let date = CalendarDate(iso: text) else { return nil }
  var rest = text.dropFirst(11)
  if rest.last == "Z" { rest = rest.dropLast() }
  if text.utf8.count == 10 { return date.iso + "T00:00:00" }
  let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
  guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ $0.utf8.count == 2 }) else { return nil }
  let numbers = parts.compactMap { Int($0) }
  guard numbers.count == parts.count, (0...23).contains(numbers[0]),
    numbers.dropFirst().allSatisfy({ (0...59).contains($0) })
  else { return nil }
  return date.iso + "T" + parts.joined(separator: ":") + (parts.count == 2 ? ":00" : "")
}
