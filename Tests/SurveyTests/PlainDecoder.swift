import Survey
import Tables

/// A decoder that knows one way only: every cell is a string, and is compared with the strings of the codebook.
///
/// It is slow and plain on purpose, and shares nothing with the decoder that it is held against but the codebook.
struct PlainDecoder {
  /// What a cell comes to: a state, and the value as a file holds it.
  struct Answer: Equatable {
    var state: AnswerState
    var text: String?
    var rule: String?
  }

  let question: Question

  func answer(_ cell: String) -> Answer {
    let text = Self.trim(cell)
    if question.missingValues.contains(text) { return Answer(state: .missing) }
    if question.refused.contains(text) { return Answer(state: .refused) }
    if question.notShown.contains(text) { return Answer(state: .notShown) }
    switch question.kind {
    case .text: return Answer(state: .answered, text: text)
    case .category, .scale:
      let known = question.categories.first { $0.value == text }
      guard let known else { return Answer(state: .missing, rule: "not-allowed") }
      let code = question.kind == .scale ? Int(known.value).map(String.init) : known.value
      return Answer(state: .answered, text: code)
    case .boolean:
      if question.trueValues.contains(text) { return Answer(state: .answered, text: "true") }
      if question.falseValues.contains(text) {
        return Answer(state: question.isOption ? .notSelected : .answered, text: "false")
      }
      return Answer(state: .missing, rule: "not-allowed")
    case .integer:
      guard let number = Int(text) else { return Answer(state: .missing, rule: "not-a-whole-number") }
      return inRange(Double(number), String(number))
    case .number:
      let plain = text.replacing(String(question.decimalMark), with: ".")
      let isPlain = !text.contains { $0 != question.decimalMark && !"+-0123456789".contains($0) }
      guard isPlain, text.count(where: { $0 == question.decimalMark }) <= 1, let number = Double(plain) else {
        return Answer(state: .missing, rule: "not-a-number")
      }
      return inRange(number, plainText(number))
    case .date:
      guard text.count == 10, let day = CalendarDate(iso: text) else {
        return Answer(state: .missing, rule: "not-a-date")
      }
      return Answer(state: .answered, text: day.iso)
    case .moment: return moment(text)
    }
  }

  private func inRange(_ number: Double, _ text: String) -> Answer {
    if let low = question.minimum, number < low { return Answer(state: .missing, rule: "out-of-range") }
    if let high = question.maximum, number > high { return Answer(state: .missing, rule: "out-of-range") }
    return Answer(state: .answered, text: text)
  }

  private func moment(_ text: String) -> Answer {
    let wrong = Answer(state: .missing, rule: "not-a-moment")
    guard let day = CalendarDate(iso: text) else { return wrong }
    if text.count == 10 { return Answer(state: .answered, text: day.iso + "T00:00:00") }
    var time = String(text.dropFirst(11))
    if time.hasSuffix("Z") { time.removeLast() }
    let parts = time.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let bounds = [24, 60, 60]
    guard parts.count == 2 || parts.count == 3 else { return wrong }
    for (part, bound) in zip(parts, bounds) {
      guard part.count == 2, part.allSatisfy({ "0123456789".contains($0) }), let number = Int(part), number < bound
      else { return wrong }
    }
    return Answer(state: .answered, text: day.iso + "T" + (parts + ["00"]).prefix(3).joined(separator: ":"))
  }

  private static func trim(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
    var trimmed = String.UnicodeScalarView()
    trimmed.append(contentsOf: scalars[start...])
    return String(trimmed)
  }
}
