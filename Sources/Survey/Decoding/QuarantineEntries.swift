import Diagnostics
import Tables

/// Broken records, kept as they were, and why.
struct QuarantineEntries: Sendable {
  /// Why a record is broken.
  enum Reason: Sendable, Hashable {
    case ragged
    case empty(question: Int)
    case wrong(question: Int, text: String)
    case unsplit(BrokenRecord)
  }

  private(set) var rows: [Int] = []
  private(set) var reasons: [Reason] = []
  private(set) var records = RawRecords()
  private var known: Set<Int> = []

  /// Adds a record, unless it is there for an earlier reason.
  mutating func add(_ reason: Reason, _ row: Int, _ source: RawRecords) {
    guard known.insert(row).inserted else { return }
    rows.append(row)
    reasons.append(reason)
    records.append(source, row)
  }

  /// Puts the records in the order of the file.
  mutating func sort() {
    if zip(rows, rows.dropFirst()).allSatisfy({ $0 < $1 }) { return }
    let order = rows.indices.sorted { rows[$0] < rows[$1] }
    var sorted = RawRecords()
    for index in order { sorted.append(records, index) }
    rows = order.map { rows[$0] }
    reasons = order.map { reasons[$0] }
    records = sorted
  }

  /// The number of fields of a record that is here.
  func fieldCount(of row: Int) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return records.fieldCount(low)
  }

  /// Adds the records of the next piece.
  mutating func append(_ other: QuarantineEntries, after count: Int) {
    for index in other.rows.indices {
      rows.append(count + other.rows[index])
      reasons.append(other.reasons[index])
      records.append(other.records, index)
    }
  }
}

/// The broken records of a survey file, in its order, each made when it is asked for.
public struct Quarantine: RandomAccessCollection, Sendable {
  let entries: QuarantineEntries
  let words: FindingWords

  /// The index of the first record.
  public var startIndex: Int { 0 }
  /// The number of records.
  public var endIndex: Int { entries.rows.count }

  /// Returns a broken record.
  public subscript(position: Int) -> QuarantinedRecord {
    let reason = entries.reasons[position]
    let content = entries.records[position]
    let column: String?
    let rule: String
    switch reason {
    case .ragged: (rule, column) = ("ragged-record", nil)
    case .empty(let question): (rule, column) = ("required-answer", words.name(question))
    case .unsplit(let broken): (rule, column) = (broken.finding.rule, broken.finding.place.field)
    case .wrong(let question, let text):
      (rule, column) = (words.problem(question, text)?.rule ?? "", words.name(question))
    }
    var fields = Array(content.fields)
    if case .unsplit(let broken) = reason { fields = [broken.text] }
    return QuarantinedRecord(
      record: entries.rows[position] + 1, line: content.line, byte: content.byte, rule: rule, column: column,
      reason: words.reason(reason, fields: content.fields.count), fields: fields)
  }
}
