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

/// Reads the cells of one question, one at a time: any cell, and what is wrong with it.
struct CellReader: Sendable {
  let question: Question
  let style: NumberStyle
  private let categories: CategoryNames
  private let format: DateFormat?

  init(_ question: Question, style: NumberStyle? = nil) {
    self.question = question
    self.style = style ?? NumberStyle(decimal: question.decimalMark)
    categories = CategoryNames(question)
    format = question.dateFormat.flatMap { DateFormat($0) }
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
    case .category, .scale: return categories.position(text).map { answered(.code($0)) } ?? notAllowed(text)
    case .integer:
      guard let number = whole(text) else { return wrongNumber(text, "not-a-whole-number", "a whole number") }
      return inRange(Double(number), text) ?? answered(.integer(number))
    case .number:
      guard let number = style.plain(bare(text)).flatMap(Double.init), number.isFinite else {
        return wrongNumber(text, "not-a-number", "a number")
      }
      return inRange(number, text) ?? answered(.number(number))
    case .boolean: return truth(text)
    case .date:
      if let date = format.map({ $0.read(text)?.day }) ?? plainDay(text) { return answered(.date(date)) }
      return wrong(text, "not-a-date", "a date such as " + (question.dateFormat ?? "2020-06-26"), mend: formatMend)
    case .moment:
      if let moment = format.map({ $0.read(text).map { $0.day.iso + "T" + $0.time } }) ?? isoMoment(text) {
        return answered(.text(moment))
      }
      return wrong(
        text, "not-a-moment", "a date with a time such as " + (question.dateFormat ?? "2020-06-26T10:30"),
        mend: formatMend)
    }
  }

  private func answered(_ cell: Cell) -> CellReading { CellReading(state: .answered, cell: cell) }

  private func plainDay(_ text: String) -> CalendarDate? { text.utf8.count == 10 ? CalendarDate(iso: text) : nil }

  private var formatMend: String? {
    question.dateFormat.map { "correct the cell, or 'format: \"\($0)\"' of \(question.name) in the codebook" }
  }

  private func truth(_ text: String) -> CellReading {
    if let truth = truthValue(text, { $0 }) ?? truthValue(text, CategoryNames.fold) {
      if truth { return answered(.boolean(true)) }
      return CellReading(state: question.isOption ? .notSelected : .answered, cell: .boolean(false))
    }
    let allowed = (question.trueValues + question.falseValues).joined(separator: ", ")
    return wrong(text, "not-allowed", "one of \(allowed)")
  }

  /// What a text stands for among true and false; the words of an option are true too.
  private func truthValue(_ text: String, _ form: (String) -> String) -> Bool? {
    let wanted = form(text)
    var truths = question.trueValues
    if question.isOption { truths += [question.optionText].compactMap { $0 } + [question.label.nl, question.label.en] }
    if truths.contains(where: { form($0) == wanted }) { return true }
    return question.falseValues.contains { form($0) == wanted } ? false : nil
  }

  /// The text of a number without what surrounds it, when the codebook says that something may.
  private func bare(_ text: String) -> String {
    if question.bareNumber { return text }
    func isPart(_ character: Character) -> Bool { character.asciiValue.map { (48...57).contains($0) } ?? false }
    guard let first = text.firstIndex(where: isPart), let last = text.lastIndex(where: isPart) else { return text }
    let sign = text[..<first].contains { $0 == "-" || $0 == "−" } ? "-" : ""
    let mark = text[..<first].last == style.decimal ? String(style.decimal) : ""
    return sign + mark + text[first...last]
  }

  /// The whole number that a text stands for; noughts behind a mark do not count (`8.0`).
  private func whole(_ text: String) -> Int? {
    let bare = bare(text)
    if let number = Int(bare) { return number }
    if let plain = style.plain(bare) {
      let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
      let isWhole = parts.count == 1 || (!parts[1].isEmpty && parts[1].allSatisfy { $0 == "0" })
      return isWhole ? Int(parts[0]) : nil
    }
    for end in [".0", ",0", ".00", ",00"] where bare.hasSuffix(end) { return Int(bare.dropLast(end.count)) }
    return nil
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
    let words = codes + question.categories.flatMap { [$0.label.nl, $0.label.en] + $0.also }
    let meant = text.count > 2 ? suggestion(for: text, among: words) : nil
    return wrong(
      text, "not-allowed", "one of " + codes.joined(separator: ", "), mend: meant.map { "did you mean '\($0)'?" })
  }

  private func wrongNumber(_ text: String, _ rule: String, _ wanted: String) -> CellReading {
    let other: Character = style.decimal == "," ? "." : ","
    guard text.contains(where: { $0 == "," || $0 == "." }), question.kind == .number else {
      return wrong(text, rule, wanted)
    }
    let mark = style.decimal == "," ? "comma" : "point"
    return wrong(
      text, rule, "\(wanted) with a decimal \(mark)",
      mend: "write a decimal \(mark) and no thousands separator, or set 'decimalChar: \"\(other)\"' in the codebook")
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
