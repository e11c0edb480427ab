import CLibCSV
import Tables

/// Owns libcsv's parser in strict mode, and packs the fields that it reports one behind another.
@safe final class FieldParser {
  private let parser: UnsafeMutablePointer<csv_parser>
  private let sink: UnsafeMutablePointer<FieldSink>
  private let ended: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void

  init(delimiter: UInt8, recoding: Recoding, longestField: Int) {
    unsafe parser = .allocate(capacity: 1)
    _ = unsafe csv_init(parser, UInt8(CSV_STRICT))
    unsafe csv_set_delim(parser, delimiter)
    unsafe csv_set_blk_size(parser, 1 << 14)
    unsafe ended = recoding.mode == .keep ? plainFieldEnded : fieldEnded
    unsafe sink = .allocate(capacity: 1)
    unsafe sink.initialize(to: FieldSink(recoding: recoding, longestField: longestField))
  }

  deinit {
    unsafe csv_free(parser)
    unsafe parser.deallocate()
    unsafe sink.pointee.deallocate()
    unsafe sink.deallocate()
  }

  /// Whether a record has begun and not ended.
  var isInRecord: Bool { unsafe parser.pointee.pstate != Int32(koers_csv_row_not_begun) }

  /// Whether a quoted field is open.
  var isInQuotes: Bool {
    unsafe parser.pointee.pstate == Int32(koers_csv_field_begun) && parser.pointee.quoted != 0
  }

  /// The number of bytes of the open field.
  var openBytes: Int { unsafe parser.pointee.entry_pos }

  /// The number of fields since the last ``reset(keeping:)`` or ``takeFields(into:_:)``.
  var fieldCount: Int { unsafe sink.pointee.fieldCount }

  /// The first field that is longer than allowed, if one was reported since the last reset.
  var tooLong: Int? { unsafe sink.pointee.tooLong < 0 ? nil : sink.pointee.tooLong }

  /// Parses some bytes, and returns how many were taken; fewer than given after a mistake.
  func feed(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    unsafe sink.pointee.reserve(bytes: openBytes + count, fields: count + 1)
    return unsafe csv_parse(parser, bytes, count, ended, nil, sink)
  }

  /// Ends a record that has no line break at its end.
  func finish() {
    unsafe sink.pointee.reserve(bytes: openBytes, fields: 1)
    _ = unsafe csv_fini(parser, ended, nil, sink)
  }

  /// Forgets the open record and all fields but the first `count`.
  func reset(keeping count: Int) {
    _ = unsafe csv_fini(parser, nil, nil, nil)
    unsafe sink.pointee.drop(keeping: count)
  }

  /// Moves all fields that were reported into records.
  func takeFields(into records: inout RawRecords, _ places: RecordPlaces) {
    unsafe records.refill(
      bytes: UnsafeBufferPointer(start: sink.pointee.bytes, count: sink.pointee.byteCount),
      fieldEnds: UnsafeBufferPointer(start: sink.pointee.ends, count: sink.pointee.fieldCount),
      recordEnds: places.ends, lines: places.lines, byteOffsets: places.offsets)
    unsafe sink.pointee.drop(keeping: 0)
  }
}

/// Where the fields go: memory that is made larger before each call of the parser, so that nothing is checked per field.
@safe private struct FieldSink {
  var bytes: UnsafeMutablePointer<UInt8>
  var byteCount = 0
  var ends: UnsafeMutablePointer<UInt32>
  var fieldCount = 0
  var tooLong = -1
  let longestField: Int
  let recoding: Recoding
  private var byteCapacity = 1 << 12
  private var fieldCapacity = 1 << 10

  init(recoding: Recoding, longestField: Int) {
    self.recoding = recoding
    self.longestField = longestField
    unsafe bytes = .allocate(capacity: byteCapacity)
    unsafe ends = .allocate(capacity: fieldCapacity)
  }

  func deallocate() {
    unsafe bytes.deallocate()
    unsafe ends.deallocate()
  }

  mutating func reserve(bytes more: Int, fields: Int) {
    let wanted = byteCount + Recoding.growth * more + FieldSink.stride
    if wanted > byteCapacity {
      byteCapacity = 2 * wanted
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: byteCapacity)
      unsafe larger.update(from: bytes, count: byteCount)
      unsafe bytes.deallocate()
      unsafe bytes = larger
    }
    if fieldCount + fields > fieldCapacity {
      fieldCapacity = 2 * (fieldCount + fields)
      let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: fieldCapacity)
      unsafe larger.update(from: ends, count: fieldCount)
      unsafe ends.deallocate()
      unsafe ends = larger
    }
  }

  mutating func drop(keeping count: Int) {
    fieldCount = count
    byteCount = count == 0 ? 0 : Int(unsafe ends[count - 1])
    tooLong = -1
  }

  /// Ends the field whose bytes were written.
  @inline(__always)
  mutating func endField() {
    unsafe ends[fieldCount] = UInt32(truncatingIfNeeded: byteCount)
    fieldCount &+= 1
  }

  /// Copies the bytes of a field behind those before it.
  @inline(__always)
  mutating func copy(_ source: UnsafePointer<UInt8>, _ count: Int) {
    let target = unsafe bytes + byteCount
    if count == 1 {
      // libcsv has just stored this byte; a wider load would have to wait until it has reached the cache.
      unsafe target.pointee = source.pointee
    } else if count <= FieldSink.stride {
      let chunk = unsafe UnsafeRawPointer(source).loadUnaligned(as: SIMD16<UInt8>.self)
      unsafe UnsafeMutableRawPointer(target).storeBytes(of: chunk, as: SIMD16<UInt8>.self)
    } else {
      unsafe target.update(from: source, count: count)
    }
    byteCount &+= count
  }

  /// Notes a field that is longer than allowed, before it is ended.
  @inline(__always)
  mutating func check(_ count: Int) {
    if count > longestField, tooLong < 0 { tooLong = fieldCount }
  }

  /// Short fields are copied in one step of this many bytes; libcsv's buffer and the room reserved here are larger.
  static let stride = 16
}

/// Takes a field of a file whose bytes stay as they are.
private func plainFieldEnded(_ text: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?) {
  guard let context = unsafe context else { return }
  let sink = unsafe context.assumingMemoryBound(to: FieldSink.self)
  if count > 0, let text = unsafe text {
    unsafe sink.pointee.copy(UnsafePointer(text.assumingMemoryBound(to: UInt8.self)), count)
    unsafe sink.pointee.check(count)
  }
  unsafe sink.pointee.endField()
}

/// Takes a field of a file whose bytes beyond ASCII are to be read.
private func fieldEnded(_ text: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?) {
  guard let context = unsafe context else { return }
  let sink = unsafe context.assumingMemoryBound(to: FieldSink.self)
  if count > 0, let text = unsafe text {
    let source = unsafe UnsafePointer(text.assumingMemoryBound(to: UInt8.self))
    if unsafe source.isASCII(count) {
      unsafe sink.pointee.copy(source, count)
    } else {
      let target = unsafe sink.pointee.bytes + sink.pointee.byteCount
      unsafe sink.pointee.byteCount += sink.pointee.recoding.write(source, count, to: target)
    }
    unsafe sink.pointee.check(count)
  }
  unsafe sink.pointee.endField()
}
