import Diagnostics
import Files
import Tables

/// The byte that stands between the fields of a file, and why it was taken.
public struct Delimiter: Hashable, Sendable {
  /// The byte.
  public var byte: UInt8
  /// Why this one: `given`, or what the first records hold.
  public var reason: String

  /// Creates a delimiter.
  public init(byte: UInt8, reason: String) {
    self.byte = byte
    self.reason = reason
  }

  /// The name of the delimiter: `comma`, `semicolon`, `tab`.
  public var name: String { Self.name(byte) }

  static func name(_ byte: UInt8) -> String {
    switch byte {
    case CSVReader.comma: "comma"
    case CSVReader.semicolon: "semicolon"
    case CSVReader.tab: "tab"
    default: "byte \(byte)"
    }
  }
}

/// What the first records of a file look like when they are split by comma, semicolon and tab.
struct DelimiterTrial {
  /// What comes of one delimiter.
  private struct Outcome {
    var byte: UInt8
    /// The fields of the header; none when it is broken.
    var width = 0
    /// The records below the header, and those of them that have as many fields as it.
    var records = 0
    var agreeing = 0

    /// Whether this outcome is more like a table than another one.
    func beats(_ other: Outcome) -> Bool {
      if (width > 1) != (other.width > 1) { return width > 1 }
      let left = agreeing * max(1, other.records)
      let right = other.agreeing * max(1, records)
      return left != right ? left > right : width > other.width
    }
  }

  private let outcomes: [Outcome]

  /// The most records below the header that are looked at.
  private static let most = 100

  /// Splits the first bytes of a file.
  ///
  /// - Parameters:
  ///   - head: The bytes, without a byte-order mark.
  ///   - isWhole: Whether they are all there is; otherwise the last record may be cut and does not count.
  ///   - rules: How to read, but for the delimiter.
  /// - Throws: ``Diagnostics/Failure`` never in fact, for bytes in memory can be read.
  init(_ head: [UInt8], isWhole: Bool, rules: ReadingRules) throws(Failure) {
    var outcomes: [Outcome] = []
    for byte in [CSVReader.comma, CSVReader.semicolon, CSVReader.tab] {
      var rules = rules
      rules.delimiter = byte
      let reader = RecordReader(ByteStore(head, file: ""), rules)
      let end = try reader.read(
        from: Cursor(offset: 0, line: 1), until: RecordReader.Stop(records: Self.most + 1))
      let records = reader.takeRecords()
      let whole = isWhole || end.offset < head.count ? records.count : max(min(1, records.count), records.count - 1)
      var outcome = Outcome(byte: byte)
      outcome.width = records.isEmpty || records.broken.first?.before == 0 ? 0 : records.fieldCount(0)
      outcome.records = max(0, whole - 1)
      outcome.agreeing = (0..<whole).dropFirst().count { records.fieldCount($0) == outcome.width }
      outcomes.append(outcome)
    }
    self.outcomes = outcomes
  }

  /// The delimiter under which most records have as many fields as the header, and the header has more than one.
  ///
  /// Of equals the one with more fields wins, then the comma, then the semicolon; a header with none of them has one
  /// column, and reads as commas.
  var winner: Delimiter {
    var best = outcomes[0]
    for outcome in outcomes.dropFirst() where outcome.beats(best) { best = outcome }
    let fields = outcomes.map { "\($0.width) by \(Delimiter.name($0.byte))" }.joined(separator: ", ")
    guard best.width > 1 else {
      return Delimiter(byte: CSVReader.comma, reason: "the header is one field by any delimiter")
    }
    let below = best.records == 0 ? "" : "; \(best.agreeing) of the first \(best.records) records have as many"
    return Delimiter(byte: best.byte, reason: "fields of the header: \(fields)\(below)")
  }

  /// Returns a finding when the header lacks the delimiter that was given and holds another one instead.
  func mistaken(_ given: UInt8, file: String) -> Finding? {
    let found = winner
    guard let outcome = outcomes.first(where: { $0.byte == given }), outcome.width == 1,
      outcomes.contains(where: { $0.byte == found.byte && $0.width > 1 })
    else { return nil }
    return Finding(
      .error, rule: "other-delimiter", at: Place(file: file, line: 1), value: Delimiter.name(given),
      message:
        "the header holds no \(Delimiter.name(given)), which was given as the delimiter; it holds a \(found.name)",
      mend: "give '\(found.name)' as the delimiter, or 'auto'")
  }
}
