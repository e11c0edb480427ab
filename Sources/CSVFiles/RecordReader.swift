import Diagnostics
import Files
import Tables

/// A place in a file where a line begins.
struct Cursor: Hashable, Sendable {
  /// The offset of the first byte of the line.
  var offset: Int
  /// The line, counted from 1.
  var line: Int
}

/// What a reader must know about a file.
struct ReadingRules: Sendable {
  var delimiter: UInt8
  var encoding: TextEncoding
  /// Whether the whole file is well-formed UTF-8.
  var isWellFormed: Bool
  /// Whether byte-order marks stand within the file.
  var hasInnerMarks: Bool
  /// Whether a NUL stands in the file.
  var hasNUL: Bool
  /// The most bytes of a field.
  var longestField: Int
  /// The number of bytes that are read at a time.
  var block: Int

  /// The most bytes of a record.
  var longestRecord: Int { 16 * max(longestField, RecordReader.segment) }
}

/// Where records begin, and where their fields end.
struct RecordPlaces {
  private(set) var ends: [UInt32] = []
  private(set) var lines: [Int] = []
  private(set) var offsets: [Int] = []

  mutating func append(fields: Int, _ begin: Cursor) {
    ends.append(UInt32(truncatingIfNeeded: fields))
    lines.append(begin.line)
    offsets.append(begin.offset)
  }

  mutating func removeAll() {
    ends.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
  }
}

/// Reads records one after another from a line on where no field is open.
///
/// libcsv is fed a line at a time: at most one record ends within a line, and its state afterwards tells whether a quoted
/// field goes on. So the place of every record is known, although libcsv tells none. A record that is broken ends with the
/// line on which the culprit begins, and reading goes on with the next line; a quote too many costs one record.
@safe final class RecordReader {
  /// Where reading stops.
  struct Stop {
    /// No record begins here or below.
    var limit = Int.max
    /// A line that begins here ends the records: the footer.
    var tail: Int?
    /// The most whole records.
    var records = Int.max
  }

  /// The most records of the head of a file.
  static let headRecords = 300

  /// Lines are fed to libcsv in parts of this many bytes, counted from where the record begins.
  static let segment = 1 << 16

  let file: String
  let rules: ReadingRules
  let window: Window
  let parser: FieldParser
  let recoding: Recoding
  private var places = RecordPlaces()
  var broken: [BrokenRecord] = []
  /// The line ends that ended records.
  private(set) var lineEnds: Set<CSVDialect.LineEnd> = []

  // The record and the line that are being read.
  private(set) var recordStart = Cursor(offset: 0, line: 1)
  private(set) var lineStart = Cursor(offset: 0, line: 1)
  private(set) var belowFirstLine = Cursor(offset: 0, line: 1)
  var here = Cursor(offset: 0, line: 1)
  /// The offset of the first byte that libcsv has not seen.
  var fed = 0
  /// The number of the quoted field that was open at the end of the last line, and the line on which it began.
  private(set) var openField: Int?
  private(set) var openLine = Cursor(offset: 0, line: 1)
  private(set) var belowOpenLine = Cursor(offset: 0, line: 1)
  /// The first NUL of the record.
  var nul: Int?

  init(_ store: ByteStore, _ rules: ReadingRules) {
    file = store.file
    self.rules = rules
    window = Window(store, block: rules.block)
    recoding = Recoding(rules.encoding, isWellFormed: rules.isWellFormed)
    parser = FieldParser(delimiter: rules.delimiter, recoding: recoding, longestField: rules.longestField)
  }

  /// Reads records, and returns where the next one would begin.
  func read(from cursor: Cursor, until stop: Stop = Stop()) throws(Failure) -> Cursor {
    here = cursor
    window.seek(cursor.offset)
    while here.offset < stop.limit, here.offset != stop.tail, recordCount < stop.records {
      if here.offset == window.end, try !window.fill(keeping: here.offset) { break }
      try readRecord()
    }
    return here
  }

  /// Returns what was read since the last call.
  func takeRecords() -> RawRecords {
    var records = RawRecords()
    takeRecords(into: &records)
    return records
  }

  /// Puts what was read since the last call in the place of other records, whose memory is used again.
  func takeRecords(into records: inout RawRecords) {
    parser.takeFields(into: &records, places)
    records.broken = broken
    places.removeAll()
    broken = []
  }

  /// The number of records since the last call.
  var recordCount: Int { places.ends.count }

  /// The number of fields before the record that is being read.
  var firstField: Int { Int(places.ends.last ?? 0) }

  private func readRecord() throws(Failure) {
    recordStart = here
    fed = here.offset
    openField = nil
    nul = nil
    while true {
      switch try readLine() {
      case .ended:
        return endRecord()
      case .open:
        noteOpenField()
      case .endOfFile:
        if parser.isInQuotes {
          noteOpenField()
          return try breakRecord(.openQuote)
        }
        parser.finish()
        if let mistake = tooLongField() { return try breakRecord(mistake) }
        return endRecord()
      case .broken(let mistake):
        return try breakRecord(mistake)
      }
    }
  }

  private func endRecord() {
    let fields = parser.fieldCount
    if fields == firstField { return }
    if let nul { return breakWholeRecord(.nul(nul)) }
    noteLineEnd()
    places.append(fields: fields, recordStart)
  }

  private func noteLineEnd() {
    guard recordCount < Self.headRecords, here.line > lineStart.line else { return }
    let isFeed = window[here.offset - 1] == UInt8(ascii: "\n")
    let isPair = isFeed && here.offset - 1 > recordStart.offset && window[here.offset - 2] == UInt8(ascii: "\r")
    lineEnds.insert(isPair ? .crlf : isFeed ? .lf : .cr)
  }

  /// Remembers the line on which the open quoted field began.
  private func noteOpenField() {
    if lineStart == recordStart { belowFirstLine = here }
    let field = parser.fieldCount
    if openField == field { return }
    openField = field
    openLine = lineStart
    belowOpenLine = here
  }

  private enum LineOutcome {
    case ended, open, endOfFile
    case broken(Mistake)
  }

  /// Feeds one line, and leaves ``here`` at the next.
  private func readLine() throws(Failure) -> LineOutcome {
    lineStart = here
    var searched = here.offset
    var lineBreak: Int?
    while true {
      if lineBreak == nil {
        lineBreak = window.lineBreak(from: searched)
        searched = window.end
      }
      let next = recordStart.offset + ((fed - recordStart.offset) / Self.segment + 1) * Self.segment
      let end = if let lineBreak { try lineEnd(lineBreak, keeping: recordStart.offset) } else { Int.max }
      if end <= next {
        here = Cursor(offset: end, line: lineStart.line + 1)
        if let mistake = feed(to: end) { return .broken(mistake) }
        if let mistake = tooLongRecord() { return .broken(mistake) }
        return parser.isInRecord ? .open : .ended
      }
      if window.end > next + 3 || (window.isAtEnd && window.end > next) {
        if let mistake = feed(to: afterMark(next)) ?? tooLongRecord() { return .broken(mistake) }
        continue
      }
      if try !window.fill(keeping: recordStart.offset) {
        here = Cursor(offset: window.end, line: lineStart.line)
        if let mistake = feed(to: window.end) { return .broken(mistake) }
        return .endOfFile
      }
    }
  }

  /// The offset after the line break that begins at an offset: LF, CRLF or CR.
  func lineEnd(_ lineBreak: Int, keeping offset: Int) throws(Failure) -> Int {
    let next = lineBreak + 1
    if window[lineBreak] == UInt8(ascii: "\n") { return next }
    if next == window.end { _ = try window.fill(keeping: offset) }
    return next < window.end && window[next] == UInt8(ascii: "\n") ? next + 1 : next
  }
}
