import Settings
import Tables

/// A claim about the answer to a question, made ready for many records.
struct ReadyClaim {
  private enum Test {
    case answered(Bool)
    case numbers([Double], orRefused: Bool, wanted: Bool)
    case texts([String], orRefused: Bool, wanted: Bool)
    case atLeast(Double)
    case atMost(Double)
    case from(String)
    case until(String)
    case fits(Pattern)
    case same(Int)
    case less(Int)
    case notMore(Int)
  }

  let claim: Condition.Claim
  private let test: Test
  private let question: Int
  private let isText: Bool

  /// Makes a claim ready, or returns `nil` when it names what is not there, which reading the codebook told.
  init?(_ claim: Condition.Claim, of number: Int, in questions: [Question]) {
    let subject = questions[number]
    self.claim = claim
    question = number
    isText = subject.isHeldAsText
    func other(_ name: String) -> Int? { questions.firstIndex { $0.name == name } }
    func list(_ codes: [String], wanted: Bool) -> Test {
      let orRefused = codes.contains(where: subject.refused.contains)
      if subject.isHeldAsText { return .texts(codes, orRefused: orRefused, wanted: wanted) }
      return .numbers(codes.compactMap(subject.number), orRefused: orRefused, wanted: wanted)
    }
    func bound(_ text: String, _ number: (Double) -> Test, _ moment: (String) -> Test) -> Test? {
      subject.isHeldAsText ? moment(text) : Double(text).map(number)
    }
    let test: Test? =
      switch claim {
      case .answered(let wanted): .answered(wanted)
      case .isOne(let codes): list(codes, wanted: true)
      case .isNone(let codes): list(codes, wanted: false)
      case .atLeast(let text): bound(text, { .atLeast($0) }, { .from($0) })
      case .atMost(let text): bound(text, { .atMost($0) }, { .until($0) })
      case .fits(let pattern): .fits(pattern)
      case .sameAs(let name): other(name).map { .same($0) }
      case .lessThan(let name): other(name).map { .less($0) }
      case .atMostThat(let name): other(name).map { .notMore($0) }
      }
    guard let test else { return nil }
    self.test = test
  }

  /// Returns whether the claim holds of a record, or `nil` when there is no answer of which it could.
  func holds(_ record: Int, _ answers: some RecordAnswers) -> Bool? {
    switch test {
    case .answered(let wanted): return answers.isGiven(question, of: record) == wanted
    case .numbers(let codes, let orRefused, let wanted):
      if answers.state(question, of: record) == .refused { return orRefused == wanted }
      return answers.number(question, of: record).map { codes.contains($0) == wanted }
    case .texts(let codes, let orRefused, let wanted):
      if answers.state(question, of: record) == .refused { return orRefused == wanted }
      return answers.text(question, of: record).map { codes.contains($0) == wanted }
    case .atLeast(let bound): return answers.number(question, of: record).map { $0 >= bound }
    case .atMost(let bound): return answers.number(question, of: record).map { $0 <= bound }
    // A day is the head of its moments, and so comes before them; as an upper bound it holds for all of them.
    case .from(let bound): return answers.text(question, of: record).map { $0 >= bound }
    case .until(let bound): return answers.text(question, of: record).map { $0 <= bound || $0.hasPrefix(bound) }
    case .fits(let pattern): return answers.text(question, of: record).map(pattern.fits)
    case .same(let other):
      return isText
        ? compare(record, other, answers.text, answers, ==) : compare(record, other, answers.number, answers, ==)
    case .less(let other):
      return isText
        ? compare(record, other, answers.text, answers, <) : compare(record, other, answers.number, answers, <)
    case .notMore(let other):
      return isText
        ? compare(record, other, answers.text, answers, <=) : compare(record, other, answers.number, answers, <=)
    }
  }

  private func compare<Value>(
    _ record: Int, _ other: Int, _ value: (Int, Int) -> Value?, _ answers: some RecordAnswers,
    _ relation: (Value, Value) -> Bool
  ) -> Bool? {
    guard let left = value(question, record), let right = value(other, record) else { return nil }
    return relation(left, right)
  }
}

extension Question {
  /// Whether its answers are texts rather than numbers.
  var isHeldAsText: Bool {
    switch kind {
    case .text, .category, .date, .moment: true
    case .scale, .integer, .number, .boolean: false
    }
  }

  /// The number that a text in a check stands for.
  fileprivate func number(_ text: String) -> Double? {
    if kind == .boolean {
      if trueValues.contains(text) || text == "true" { return 1 }
      return falseValues.contains(text) || text == "false" ? 0 : nil
    }
    return Double(text)
  }
}
