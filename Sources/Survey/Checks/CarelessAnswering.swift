import Diagnostics
import Tables

/// A sign of careless answering on a record.
struct CarelessMark: Hashable {
  var record: Int
  var sign: CarelessRules.Sign
  /// What was seen, as a sentence fragment.
  var reason: String
}

/// Looks for signs of careless answering.
///
/// - **Straight-lining.** The long-string index of Johnson (2005, doi:10.1016/j.jrp.2004.09.009): the longest run of one
///   answer over the items of a block, here as a share of the items answered. Items without an answer neither end nor
///   lengthen a run. Items with the same codes are one block, in the order of the codebook; a block tells most when some of
///   its items are reversed, so that one answer to all contradicts itself. Beside it the intra-individual response
///   variability of Dunn et al. (2018, doi:10.1007/s10869-016-9479-0), the standard deviation (*n* − 1) of a respondent's
///   answers over the block, when a bound on it is declared.
/// - **Speed.** The time taken, against the median of all records; the inverse of the relative speed index of Leiner (2019,
///   doi:10.18148/srm/2019.v13i3.7403), over the questionnaire as a whole. Fewer than ten times say nothing.
/// - **Sparse.** The share of the closed questions shown that were answered.
///
/// - Parameters:
///   - rules: Which signs are looked for.
///   - codebook: The questions.
///   - answers: The answers of all records.
/// - Returns: The marks by sign and then by record.
/// - Complexity: O(records · items), and *n* log *n* for the median of *n* times.
func carelessMarks(_ rules: CarelessRules, _ codebook: Codebook, _ answers: some RecordAnswers) -> [CarelessMark] {
  let records = (0..<answers.recordCount).filter(answers.counts)
  var marks: [CarelessMark] = []
  if let rule = rules.straightLining { marks += straightLines(rule, codebook, answers, records) }
  if let below = rules.speedBelow { marks += speeders(below, codebook, answers, records) }
  if let below = rules.sparseBelow { marks += sparse(below, answers, records) }
  return marks
}

// MARK: - Straight lines

/// How alike the answers to a block of items are.
struct LongString: Hashable {
  /// The number of items answered.
  var answered = 0
  /// The length of the longest run of one answer.
  var longest = 0
  /// The standard deviation of the answers; 0 for fewer than two.
  var deviation = 0.0

  /// Measures answers in the order of the questionnaire; `nil` stands for none.
  init(_ answers: some Sequence<Double?>) {
    var run = 0
    var last = Double.nan
    var mean = 0.0
    var squares = 0.0
    for case let answer? in answers {
      answered += 1
      run = answer == last ? run + 1 : 1
      longest = max(longest, run)
      last = answer
      let step = answer - mean
      mean += step / Double(answered)
      squares += step * (answer - mean)
    }
    if answered > 1 { deviation = (squares / Double(answered - 1)).squareRoot() }
  }
}

private func straightLines(
  _ rule: CarelessRules.StraightLining, _ codebook: Codebook, _ answers: some RecordAnswers, _ records: [Int]
) -> [CarelessMark] {
  let blocks = codebook.scaleBlocks(rule.questions)
  var marks: [CarelessMark] = []
  for record in records {
    for block in blocks {
      let line = LongString(block.lazy.map { answers.number($0, of: record) })
      guard line.answered >= rule.leastItems else { continue }
      if Double(line.longest) >= rule.share * Double(line.answered) {
        marks.append(
          CarelessMark(
            record: record, sign: .straightLining,
            reason: "\(line.longest) of \(line.answered) items in a row have one answer"))
        break
      }
      if let most = rule.deviation, line.deviation <= most {
        let shown = plainText((line.deviation * 100).rounded() / 100)
        marks.append(
          CarelessMark(
            record: record, sign: .straightLining,
            reason: "the answers to \(line.answered) items have a standard deviation of \(shown)"))
        break
      }
    }
  }
  return marks
}

extension Codebook {
  /// The items among which straight lines are looked for, one block for each list of codes.
  fileprivate func scaleBlocks(_ names: [String]) -> [[Int]] {
    var blocks: [(codes: [String], items: [Int])] = []
    for (number, question) in questions.enumerated() where question.kind == .scale {
      guard names.isEmpty ? question.index != nil : names.contains(question.name) else { continue }
      let codes = question.categories.map(\.value)
      if let block = blocks.firstIndex(where: { $0.codes == codes }) {
        blocks[block].items.append(number)
      } else {
        blocks.append((codes, [number]))
      }
    }
    return blocks.map(\.items)
  }
}

// MARK: - Speed

private func speeders(
  _ below: Double, _ codebook: Codebook, _ answers: some RecordAnswers, _ records: [Int]
) -> [CarelessMark] {
  let times = durations(codebook, answers, records)
  let sorted = times.compactMap { $0 }.sorted()
  guard sorted.count >= 10 else { return [] }
  let middle = sorted.count / 2
  let median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  return zip(records, times).compactMap { record, time in
    guard let time, time < below * median else { return nil }
    return CarelessMark(
      record: record, sign: .speeding,
      reason: "answering took \(plainText(time)) seconds, and the median is \(plainText(median))")
  }
}

/// The seconds that answering took, of each record; a time that is not above 0 is none.
private func durations(_ codebook: Codebook, _ answers: some RecordAnswers, _ records: [Int]) -> [Double?] {
  func number(_ role: Question.Role) -> Int? { codebook.questions.firstIndex { $0.role == role } }
  func positive(_ time: Double?) -> Double? { time.flatMap { $0 > 0 ? $0 : nil } }
  if let duration = number(.duration) {
    return records.map { positive(answers.number(duration, of: $0)) }
  }
  guard let started = number(.started), let submitted = number(.submitted) else { return records.map { _ in nil } }
  return records.map { record in
    guard let from = answers.text(started, of: record).flatMap(secondsOfMoment),
      let to = answers.text(submitted, of: record).flatMap(secondsOfMoment)
    else { return nil }
    return positive(to - from)
  }
}

/// The seconds from the first day of the calendar to a moment written as `2020-06-26T10:30:00`.
func secondsOfMoment(_ moment: String) -> Double? {
  guard let date = CalendarDate(iso: moment) else { return nil }
  let parts = moment.dropFirst(11).split(separator: ":").compactMap { Int($0) }
  guard parts.count == 3 else { return nil }
  // Days by the Gregorian calendar, the year taken to begin in March so that a leap day is its last.
  let month = (date.month + 9) % 12
  let year = date.year - month / 10
  let days = 365 * year + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + date.day
  return Double(days * 86400 + parts[0] * 3600 + parts[1] * 60 + parts[2])
}

// MARK: - Sparse

private func sparse(
  _ below: Double, _ answers: some RecordAnswers, _ records: [Int]
) -> [CarelessMark] {
  records.compactMap { record in
    let (answered, shown) = answers.coverage(of: record)
    guard Double(answered) < below * Double(shown) else { return nil }
    return CarelessMark(
      record: record, sign: .sparse, reason: "\(answered) of \(shown) questions were answered")
  }
}

// MARK: - Notes

extension CarelessRules.Sign {
  /// The rule by which findings call the sign.
  var rule: String { rawValue.replacing("_", with: "-") }

  /// The note that counts the records with the sign.
  func note(_ count: Int, of records: Int, isExcluded: Bool, file: String) -> Finding {
    let who = count == 1 ? "1 of \(records) records" : "\(count) of \(records) records"
    let what =
      switch self {
      case .straightLining: count == 1 ? "gives one answer to a block of items" : "give one answer to a block of items"
      case .speeding: count == 1 ? "was answered too fast" : "were answered too fast"
      case .sparse: count == 1 ? "answers few questions" : "answer few questions"
      }
    return Finding(
      .note, rule: rule, at: Place(file: file), value: rawValue,
      message: "\(who) \(what); " + (isExcluded ? "left out of the analysis" : "flagged in the ledger, and used"),
      mend: isExcluded
        ? "remove '\(rawValue)' from 'exclude_careless' under 'ingest' in the pipeline file to use them"
        : "add 'exclude_careless: [\(rawValue)]' under 'ingest' in the pipeline file to leave them out")
  }
}
