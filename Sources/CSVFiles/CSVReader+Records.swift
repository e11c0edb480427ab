private import CLibCSV
import Diagnostics
import Tables

extension CSVReader {
  /// Splits the bytes from an offset on into records, in strict mode.
  ///
  /// The parser is fed a line at a time: at most one record ends within a line, and the state of the parser afterwards
  /// tells whether a quoted field goes on. A record with a stray quote is reported and left, and reading goes on below it.
  static func split(
    _ bytes: [UInt8], from start: Int, file: String, delimiter: UInt8, encoding: TextEncoding, longestField: Int
  ) throws(Failure) -> [RawRecord] {
    let collector = RecordCollector(encoding: encoding, longestField: longestField)
    let parser = StrictParser(delimiter: delimiter)
    var findings: [Finding] = []
    var line = 1
    var index = start
    var quoteLine = 0
    var openField: Int?
    collector.begin(line: 1, byte: start)
    while index < bytes.count {
      let end = lineEnd(in: bytes, from: index)
      if !parser.isInRecord { collector.begin(line: line, byte: index) }
      let taken = parser.feed(bytes, index..<end, to: collector)
      if taken < end - index {
        findings.append(strayQuote(file: file, line: line, column: taken, bytes: bytes[index..<end], encoding))
        collector.drop()
        parser.reset()
        openField = nil
      } else if parser.isInQuotes {
        if openField != collector.fieldCount {
          openField = collector.fieldCount
          quoteLine = line
        }
      } else {
        openField = nil
      }
      if collector.isTooLong || parser.bufferedBytes > longestField {
        let place = Place(file: file, line: openField == nil ? line : quoteLine)
        throw Failure(.badData, findings + [tooLong(at: place, longestField)])
      }
      line += 1
      index = end
    }
    if openField != nil {
      findings.append(openQuote(file: file, line: quoteLine, excerpt: nil))
    } else {
      parser.finish(to: collector)
    }
    if !findings.isEmpty { throw Failure(.badData, findings) }
    return collector.records
  }

  /// The index after the line break that ends the line at `start`: LF, CRLF or CR.
  private static func lineEnd(in bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") { return index + 1 }
      if byte == UInt8(ascii: "\r") {
        let next = index + 1
        return next < bytes.count && bytes[next] == UInt8(ascii: "\n") ? next + 1 : next
      }
      index += 1
    }
    return index
  }

  private static func strayQuote(
    file: String, line: Int, column: Int, bytes: ArraySlice<UInt8>, _ encoding: TextEncoding
  ) -> Finding {
    let before = bytes.prefix(column)
    let column = unsafe before.withUnsafeBufferPointer { unsafe encoding.decode($0) }.count + 1
    return Finding(
      .error, rule: "stray-quote", at: Place(file: file, line: line, column: column),
      message: "a quote stands within a field, or text follows a closing quote",
      mend: "put the whole field between quotes, and write a quote inside it twice")
  }

  private static func openQuote(file: String, line: Int, excerpt: String?) -> Finding {
    Finding(
      .error, rule: "open-quote", at: Place(file: file, line: line),
      message: "a quoted field opens on line \(line) and is never closed",
      mend: "close the field with a quote, and write a quote inside it twice")
  }

  private static func tooLong(at place: Place, _ bound: Int) -> Finding {
    Finding(
      .error, rule: "field-too-long", at: place, message: "a field is longer than \(bound) bytes",
      mend: "look for a quote that is not closed; a survey answer is never that long")
  }
}

/// Takes the fields that the parser reports, and makes records of them.
final class RecordCollector {
  private(set) var records: [RawRecord] = []
  private(set) var isTooLong = false
  private let encoding: TextEncoding
  private let longestField: Int
  private var line = 1
  private var byte = 0
  private var fields: [String] = []
  private var width = 0

  init(encoding: TextEncoding, longestField: Int) {
    self.encoding = encoding
    self.longestField = longestField
  }

  /// The number of fields of the record that is being read.
  var fieldCount: Int { fields.count }

  /// Notes where the next record begins.
  func begin(line: Int, byte: Int) {
    self.line = line
    self.byte = byte
  }

  /// Forgets the fields of a broken record.
  func drop() { fields = [] }

  fileprivate func take(_ field: UnsafeBufferPointer<UInt8>) {
    if field.count > longestField { isTooLong = true }
    unsafe fields.append(encoding.decode(field))
  }

  fileprivate func endRecord() {
    records.append(RawRecord(line: line, byte: byte, fields: fields))
    width = max(width, fields.count)
    fields = []
    fields.reserveCapacity(width)
  }
}

/// Owns libcsv's parser.
@safe private final class StrictParser {
  private let parser: UnsafeMutablePointer<csv_parser>
  private let delimiter: UInt8

  init(delimiter: UInt8) {
    unsafe parser = .allocate(capacity: 1)
    self.delimiter = delimiter
    start()
  }

  deinit {
    unsafe csv_free(parser)
    unsafe parser.deallocate()
  }

  /// Whether a record has begun and not ended.
  var isInRecord: Bool { unsafe parser.pointee.pstate != Int32(koers_csv_row_not_begun) }

  /// Whether a quoted field is open.
  var isInQuotes: Bool {
    unsafe parser.pointee.pstate == Int32(koers_csv_field_begun) && parser.pointee.quoted != 0
  }

  /// The number of bytes of the open field.
  var bufferedBytes: Int { unsafe parser.pointee.entry_pos }

  /// Parses some bytes, and returns how many were taken; fewer than given after a mistake.
  func feed(_ bytes: [UInt8], _ range: Range<Int>, to collector: RecordCollector) -> Int {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      return unsafe csv_parse(
        parser, base + range.lowerBound, range.count, fieldEnded, recordEnded,
        Unmanaged.passUnretained(collector).toOpaque())
    }
  }

  /// Ends the last record of a file that has no line break at its end.
  func finish(to collector: RecordCollector) {
    _ = unsafe csv_fini(parser, fieldEnded, recordEnded, Unmanaged.passUnretained(collector).toOpaque())
  }

  /// Begins anew, after a mistake.
  func reset() {
    unsafe csv_free(parser)
    start()
  }

  private func start() {
    _ = unsafe csv_init(parser, UInt8(CSV_STRICT))
    unsafe csv_set_delim(parser, delimiter)
    unsafe csv_set_blk_size(parser, 1 << 14)
  }
}

private func fieldEnded(_ text: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?) {
  guard let context = unsafe context else { return }
  let collector = unsafe Unmanaged<RecordCollector>.fromOpaque(context).takeUnretainedValue()
  unsafe collector.take(
    UnsafeBufferPointer(start: text.map { unsafe UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) }, count: count))
}

private func recordEnded(_ terminator: Int32, _ context: UnsafeMutableRawPointer?) {
  guard let context = unsafe context else { return }
  unsafe Unmanaged<RecordCollector>.fromOpaque(context).takeUnretainedValue().endRecord()
}
