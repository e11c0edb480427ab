import Tables

/// What becomes of the records of one respondent.
struct DuplicateRecords {
  /// The record that counts.
  var kept: Int
  /// The questions whose answer comes from another record, with that record; only when records are merged.
  var filled: [(question: Int, from: Int)] = []
  /// The answers that contradict a later one, with the record of that one; only when records are merged.
  var conflicts: [(record: Int, question: Int, later: Int)] = []

  /// Decides by the rule of the codebook.
  ///
  /// - Parameters:
  ///   - records: The records, at least one.
  ///   - codebook: The rule and the questions.
  ///   - answers: The answers of all records.
  init(_ records: [Int], _ codebook: Codebook, _ answers: some RecordAnswers) {
    let order = RecordOrder(codebook, answers)
    switch codebook.duplicates {
    case .first: kept = records.min() ?? 0
    case .last: kept = records.max() ?? 0
    case .mostComplete: kept = order.mostComplete(records)
    case .latestComplete: kept = order.latest(records.filter(order.isComplete)) ?? order.mostComplete(records)
    case .merge:
      kept = order.latest(records) ?? 0
      merge(order.sortedByTime(records).dropLast().reversed(), codebook, answers)
    }
  }

  /// Fills the gaps of the record that counts from earlier ones, the latest first, and notes where they contradict it.
  private mutating func merge(_ earlier: [Int], _ codebook: Codebook, _ answers: some RecordAnswers) {
    for block in codebook.blocks(where: { $0.isMerged }) {
      let isGap = block.allSatisfy { answers.state($0, of: kept) == .missing }
      var source = isGap ? nil : Optional(kept)
      for record in earlier where block.contains(where: { answers.state($0, of: record) != .missing }) {
        guard let source else {
          source = record
          filled += block.map { ($0, record) }
          continue
        }
        for question in block where !answers.agree(question, record, source) {
          if codebook.questions[question].isOpen { continue }
          conflicts.append((record, question, source))
        }
      }
    }
  }
}

/// Tells which of a respondent's records is latest, and which most complete.
private struct RecordOrder<Answers: RecordAnswers> {
  let answers: Answers
  let codebook: Codebook
  let moment: Int?

  init(_ codebook: Codebook, _ answers: Answers) {
    self.answers = answers
    self.codebook = codebook
    moment = codebook.questions.firstIndex { $0.role == .submitted }
  }

  private func submitted(_ record: Int) -> String { moment.flatMap { answers.text($0, of: record) } ?? "" }

  /// Returns the records by moment of submission; where that is not known or the same, in the order of the file.
  func sortedByTime(_ records: [Int]) -> [Int] { records.sorted { (submitted($0), $0) < (submitted($1), $1) } }

  func latest(_ records: [Int]) -> Int? { sortedByTime(records).last }

  func mostComplete(_ records: [Int]) -> Int {
    func key(_ record: Int) -> (Int, String, Int) {
      let given = codebook.questions.indices.count {
        let state = answers.state($0, of: record)
        return state == .answered || state == .notSelected
      }
      return (given, submitted(record), record)
    }
    return records.max { key($0) < key($1) } ?? 0
  }

  /// Whether a record has enough answers to be used.
  func isComplete(_ record: Int) -> Bool {
    let (answered, shown) = answers.coverage(of: record)
    return Double(answered) >= codebook.leastAnswered * Double(shown)
  }
}

extension Question {
  /// Whether the answer of another record of the same respondent may take its place.
  fileprivate var isMerged: Bool { ![.respondent, .submitted, .started, .duration].contains(role) }
  /// Whether two different answers are no contradiction, as two free texts are none.
  fileprivate var isOpen: Bool { role == .answer && kind == .text }
}

extension RecordAnswers {
  /// Whether two records say the same, or one of them says nothing.
  fileprivate func agree(_ question: Int, _ first: Int, _ second: Int) -> Bool {
    let states = (state(question, of: first), state(question, of: second))
    if states.0 == .missing || states.1 == .missing { return true }
    if states.0 != states.1 { return false }
    if let number = number(question, of: first) { return number == self.number(question, of: second) }
    return text(question, of: first)?.lowercased() == text(question, of: second)?.lowercased()
  }
}
