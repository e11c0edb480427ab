public import Diagnostics
import Tables

/// All that was found in a survey file, by line; each finding is made when it is asked for.
///
/// A finding is kept in a few bytes, so that a million of them fit in memory; nothing is left out.
public struct SurveyFindings: RandomAccessCollection, Sendable {
  /// For each finding its position among those in short, or, below zero, the complement of its position among those made.
  private var items: [Int32]
  private var made: [Finding]
  private let entries: FindingEntries
  private let words: FindingWords?
  private let lines: [UInt32]

  init(_ findings: [Finding] = []) {
    made = findings
    items = findings.indices.map { ~Int32($0) }
    entries = FindingEntries()
    words = nil
    lines = []
  }

  /// Puts findings of the whole file first, then those about records in their order.
  ///
  /// - Parameters:
  ///   - notes: What was found about the file as a whole.
  ///   - made: Findings about records, by record and question.
  ///   - entries: Findings in short, by record.
  ///   - words: Makes the words of findings in short.
  ///   - lines: For each record the line on which it begins.
  init(
    notes: [Finding], made: [(record: Int, order: Int, finding: Finding)], entries: FindingEntries, words: FindingWords,
    lines: [UInt32]
  ) {
    self.entries = entries
    self.words = words
    self.lines = lines
    self.made = notes
    items = notes.indices.map { ~Int32($0) }
    items.reserveCapacity(notes.count + made.count + entries.entries.count)
    let order = made.indices.sorted { (made[$0].record, made[$0].order, $0) < (made[$1].record, made[$1].order, $1) }
    var next = 0
    for (position, entry) in entries.entries.enumerated() {
      while next < order.count {
        let other = made[order[next]]
        if (other.record, other.order) >= (Int(entry.record), Int(entry.order)) { break }
        append(other.finding)
        next += 1
      }
      items.append(Int32(position))
    }
    for index in order[next...] { append(made[index].finding) }
  }

  private mutating func append(_ finding: Finding) {
    items.append(~Int32(made.count))
    made.append(finding)
  }

  /// The index of the first finding.
  public var startIndex: Int { 0 }
  /// The number of findings.
  public var endIndex: Int { items.count }

  /// Returns a finding.
  public subscript(position: Int) -> Finding {
    let item = items[position]
    if item < 0 { return made[Int(~item)] }
    guard let words else { preconditionFailure("findings in short have words") }
    let entry = entries.entries[Int(item)]
    let value = entry.value == FindingEntries.noValue ? "" : entries.values[Int(entry.value)]
    return words.finding(
      entry, value: value, line: Int(lines[Int(entry.record)]), other: Int(lines[Int(entry.other)]),
      values: entries.values)
  }
}

extension SurveyFindings {
  /// The level and the rule of each finding, without its words where these are not needed to know them.
  public var levelsAndRules: [(level: Finding.Level, rule: String)] {
    items.map { item in
      if item < 0 {
        let finding = made[Int(~item)]
        return (finding.level, finding.rule)
      }
      let entry = entries.entries[Int(item)]
      let value = entry.value == FindingEntries.noValue ? "" : entries.values[Int(entry.value)]
      return words?.levelAndRule(entry, value: value) ?? (.warning, "")
    }
  }

  /// The most findings that are made for a failure; all others are made when they are asked for.
  private static let mostTold = 1000

  /// The failure of a survey with these findings: the first of them, of the errors beyond as many again, and all.
  ///
  /// - Parameter refusal: Why the survey is refused, when that is not among the findings.
  /// - Returns: The failure, with status 65.
  func failure(_ refusal: Finding?) -> Failure {
    var told = Array(prefix(Self.mostTold))
    if count > told.count {
      let kinds = levelsAndRules
      let errors = (told.count..<count).lazy.filter { kinds[$0].level == .error }.prefix(Self.mostTold)
      told += errors.map { self[$0] }
    }
    var failure = Failure(.badData, told + [refusal].compactMap { $0 })
    if count > told.count { failure.all = ManyFindings(self, then: refusal, tally: FindingTally(levelsAndRules)) }
    return failure
  }
}

extension SurveyFindings: Equatable, ExpressibleByArrayLiteral {
  /// Creates findings from a literal.
  public init(arrayLiteral elements: Finding...) { self.init(elements) }

  /// Whether two lists hold the same findings.
  public static func == (left: SurveyFindings, right: SurveyFindings) -> Bool { left.elementsEqual(right) }
}
