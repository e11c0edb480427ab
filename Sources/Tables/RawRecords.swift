/// Records of a file as texts, packed: the bytes of all fields one behind another, and where each field and record ends.
///
/// A survey of a million records is read in pieces, and each piece is a value of this type. One field takes its own bytes
/// and four more; loops over many cells take ``bytes``, ``fieldEnds`` and ``recordEnds`` as they are, and everybody else
/// reads records and fields as collections.
///
/// ```swift
/// var records = RawRecords()
/// records.append(line: 2, byte: 10, fields: ["1", "yes"])
/// records[0].fields[1]   // "yes"
/// ```
public struct RawRecords: Sendable {
  /// The bytes of all fields as well-formed UTF-8, in order, with nothing between them.
  public private(set) var bytes: [UInt8] = []
  /// For each field the index in ``bytes`` after its last byte.
  public private(set) var fieldEnds: [UInt32] = []
  /// For each record the index in ``fieldEnds`` after its last field.
  public private(set) var recordEnds: [UInt32] = []
  /// For each record the line on which it begins, counted from 1; line breaks between quotes count.
  public private(set) var lines: [Int] = []
  /// For each record the offset of its first byte in the file, counted from 0.
  public private(set) var byteOffsets: [Int] = []
  /// The records that could not be split into fields, in the order of the file; they are not among the others.
  public var broken: [BrokenRecord] = []

  /// Creates no records.
  public init() {}

  /// Puts packed records in the place of what is here, and uses its memory again.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of all fields, well-formed UTF-8.
  ///   - fieldEnds: For each field the index after its last byte.
  ///   - recordEnds: For each record the index after its last field.
  ///   - lines: For each record its line.
  ///   - byteOffsets: For each record the offset of its first byte.
  /// - Precondition: Ends do not decrease, the last ones are the numbers of bytes and of fields, and there are as many
  ///   lines and offsets as records.
  /// - Complexity: O(bytes); nothing is allocated when the records before took as much and nobody else holds them.
  public mutating func refill(
    bytes: some Collection<UInt8>, fieldEnds: some Collection<UInt32>, recordEnds: [UInt32], lines: [Int],
    byteOffsets: [Int]
  ) {
    self.bytes.removeAll(keepingCapacity: true)
    self.bytes.append(contentsOf: bytes)
    self.fieldEnds.removeAll(keepingCapacity: true)
    self.fieldEnds.append(contentsOf: fieldEnds)
    self.recordEnds.removeAll(keepingCapacity: true)
    self.recordEnds.append(contentsOf: recordEnds)
    self.lines.removeAll(keepingCapacity: true)
    self.lines.append(contentsOf: lines)
    self.byteOffsets.removeAll(keepingCapacity: true)
    self.byteOffsets.append(contentsOf: byteOffsets)
    broken = []
    precondition(Int(self.fieldEnds.last ?? 0) == self.bytes.count, "the ends of the fields do not fit the bytes")
    precondition(Int(recordEnds.last ?? 0) == self.fieldEnds.count, "the ends of the records do not fit the fields")
    precondition(lines.count == recordEnds.count && byteOffsets.count == recordEnds.count, "places are missing")
  }

  /// The most bytes or fields that one value holds: what four bytes can count.
  public static let capacity = Int(UInt32.max)

  /// Makes room for records to come.
  public mutating func reserve(bytes: Int, fields: Int, records: Int) {
    self.bytes.reserveCapacity(bytes)
    fieldEnds.reserveCapacity(fields)
    recordEnds.reserveCapacity(records)
    lines.reserveCapacity(records)
    byteOffsets.reserveCapacity(records)
  }

  /// Adds a field to the record that is being made; it counts once ``endRecord(line:byte:)`` is called.
  ///
  /// - Precondition: The bytes are well-formed UTF-8, and ``capacity`` is not reached.
  public mutating func appendField(_ field: some Sequence<UInt8>) {
    bytes.append(contentsOf: field)
    fieldEnds.append(UInt32(bytes.count))
  }

  /// Ends the record that is being made.
  public mutating func endRecord(line: Int, byte: Int) {
    recordEnds.append(UInt32(fieldEnds.count))
    lines.append(line)
    byteOffsets.append(byte)
  }

  /// Forgets the fields of the record that is being made.
  public mutating func dropOpenRecord() {
    let kept = Int(recordEnds.last ?? 0)
    fieldEnds.removeLast(fieldEnds.count - kept)
    bytes.removeLast(bytes.count - Int(fieldEnds.last ?? 0))
  }

  /// Adds a record.
  public mutating func append(line: Int, byte: Int, fields: some Sequence<String>) {
    for field in fields { appendField(field.utf8) }
    endRecord(line: line, byte: byte)
  }

  /// Adds a record of other records.
  public mutating func append(_ other: RawRecords, _ record: Int) {
    let first = other.firstField(record)
    for field in first..<first + other.fieldCount(record) { appendField(other.bytes[other.range(field)]) }
    endRecord(line: other.lines[record], byte: other.byteOffsets[record])
  }

  /// The number of fields of a record.
  public func fieldCount(_ record: Int) -> Int { Int(recordEnds[record]) - firstField(record) }

  /// The index in ``fieldEnds`` of the first field of a record.
  public func firstField(_ record: Int) -> Int { record == 0 ? 0 : Int(recordEnds[record - 1]) }

  /// The range in ``bytes`` of a field, counted through all records.
  func range(_ field: Int) -> Range<Int> { (field == 0 ? 0 : Int(fieldEnds[field - 1]))..<Int(fieldEnds[field]) }

  /// The text of a field of a record.
  ///
  /// - Precondition: The record has that field.
  public func text(_ record: Int, _ field: Int) -> String {
    precondition(field >= 0 && field < fieldCount(record), "the record has no such field")
    return String(decoding: bytes[range(firstField(record) + field)], as: UTF8.self)
  }
}

extension RawRecords: RandomAccessCollection {
  /// The index of the first record.
  public var startIndex: Int { 0 }
  /// The number of records.
  public var endIndex: Int { recordEnds.count }

  /// Returns a record.
  public subscript(position: Int) -> RawRecord {
    precondition(indices.contains(position), "there is no such record")
    return RawRecord(of: self, at: position)
  }
}

extension RawRecords: Hashable, ExpressibleByArrayLiteral {
  /// Creates records from a literal.
  public init(arrayLiteral elements: RawRecord...) { self.init(elements) }

  /// Creates records from records.
  public init(_ records: some Sequence<RawRecord>) {
    for record in records { append(line: record.line, byte: record.byte, fields: record.fields) }
  }

  /// Whether the same records stand at the same places, broken ones included.
  public static func == (left: RawRecords, right: RawRecords) -> Bool {
    left.bytes == right.bytes && left.fieldEnds == right.fieldEnds && left.recordEnds == right.recordEnds
      && left.lines == right.lines && left.byteOffsets == right.byteOffsets && left.broken == right.broken
  }
}

/// One record of a delimited file.
public struct RawRecord: Sendable {
  private let records: RawRecords
  private let index: Int

  /// Creates a record of its own.
  public init(line: Int, byte: Int, fields: [String]) {
    var records = RawRecords()
    records.append(line: line, byte: byte, fields: fields)
    self.init(of: records, at: 0)
  }

  fileprivate init(of records: RawRecords, at index: Int) {
    self.records = records
    self.index = index
  }

  /// The line on which the record begins, counted from 1; line breaks between quotes count.
  public var line: Int { records.lines[index] }
  /// The offset of its first byte in the file, counted from 0.
  public var byte: Int { records.byteOffsets[index] }
  /// The fields as texts, without quotes.
  public var fields: RawFields { RawFields(of: records, at: index) }
}

extension RawRecord: Hashable {
  /// Whether two records begin at the same place and have the same fields.
  public static func == (left: RawRecord, right: RawRecord) -> Bool {
    left.line == right.line && left.byte == right.byte && left.fields == right.fields
  }

  /// Hashes the place and the fields.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(line)
    hasher.combine(byte)
    hasher.combine(fields)
  }
}

/// The fields of one record, read when they are asked for.
public struct RawFields: RandomAccessCollection, Hashable, Sendable, ExpressibleByArrayLiteral {
  private let records: RawRecords
  private let record: Int

  /// Creates fields from a literal.
  public init(arrayLiteral elements: String...) { self = RawRecord(line: 1, byte: 0, fields: elements).fields }

  fileprivate init(of records: RawRecords, at record: Int) {
    self.records = records
    self.record = record
  }

  /// The index of the first field.
  public var startIndex: Int { 0 }
  /// The number of fields.
  public var endIndex: Int { records.fieldCount(record) }
  /// The text of a field.
  public subscript(position: Int) -> String { records.text(record, position) }

  /// Whether two records have the same fields.
  public static func == (left: RawFields, right: RawFields) -> Bool { left.elementsEqual(right) }

  /// Hashes the fields in order.
  public func hash(into hasher: inout Hasher) {
    for field in self { hasher.combine(field) }
  }
}
