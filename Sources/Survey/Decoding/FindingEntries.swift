import Tables

/// What was found about records and their cells, in a few bytes each.
///
/// A million findings take thirty megabytes and the bytes of the values; the words are made when somebody reads them.
struct FindingEntries: Sendable {
  enum Kind: UInt8, Sendable {
    /// The record has `extra` fields, too few or too many.
    case ragged
    /// An answer that every record needs is not there.
    case emptyRequired
    /// A cell cannot be read.
    case wrong
    /// A cell that every record needs cannot be read.
    case wrongRequired
    /// A cell of joined choices holds something that is none; the multi-select is `extra`.
    case unknownChoice
    /// The respondent has `extra` records, and `other` is the one that counts.
    case duplicate
    /// The respondent has `extra` records, which are merged into `other`.
    case merged
    /// An answer contradicts that of the same respondent in `other`, whose value is the one at `extra`.
    case conflict
    /// A cell breaks the check `extra`; `other` is the record that has the same answer.
    case breach
  }

  struct Entry: Sendable {
    var record: UInt32
    var question: UInt16
    var kind: Kind
    var value: UInt32
    var extra: UInt32
    var other: UInt32

    /// The order within a record: what is about the whole record, then by question.
    var order: UInt16 {
      switch kind {
      case .ragged, .duplicate, .merged: 0
      case .emptyRequired, .wrong, .wrongRequired, .unknownChoice, .conflict, .breach: question
      }
    }
  }

  private(set) var entries: [Entry] = []
  private(set) var values = PackedTexts()

  static let noValue = UInt32.max

  mutating func add(
    _ kind: Kind, record: Int, question: Int = 0, value: String? = nil, extra: Int = 0, other: Int = 0
  ) {
    var position = Self.noValue
    if let value {
      position = UInt32(values.count)
      values.append(value)
    }
    entries.append(
      Entry(
        record: UInt32(record), question: UInt16(question), kind: kind, value: position, extra: UInt32(extra),
        other: UInt32(other)))
  }

  /// Keeps a text that an entry names by its position.
  mutating func add(value: String) -> Int {
    values.append(value)
    return values.count - 1
  }

  /// Puts the entries in the order of records and questions; what came first stays first.
  mutating func sort() {
    func key(_ index: Int) -> (UInt32, UInt16, Int) { (entries[index].record, entries[index].order, index) }
    if entries.indices.dropFirst().allSatisfy({ key($0 - 1) < key($0) }) { return }
    entries = entries.indices.sorted { key($0) < key($1) }.map { entries[$0] }
  }

  /// Adds the entries of the next piece.
  mutating func append(_ other: FindingEntries, after count: Int) {
    let first = UInt32(values.count)
    values.append(other.values)
    entries.append(
      contentsOf: other.entries.lazy.map { entry in
        var entry = entry
        entry.record += UInt32(count)
        if entry.value != Self.noValue { entry.value += first }
        return entry
      })
  }
}
