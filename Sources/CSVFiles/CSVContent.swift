import Diagnostics
import Files
import Tables

/// A delimited file that was looked over: its dialect is known, and where its first record begins.
struct CSVContent: Sendable {
  /// The sizes by which a file is cut; they change nothing in what is read.
  struct Sizes: Sendable {
    /// The number of bytes of a piece.
    var piece = 1 << 21
    /// The number of bytes that are read at a time.
    var block = 1 << 18
  }

  let store: ByteStore
  let scan: FileScan
  let dialect: CSVDialect
  let notes: [Finding]
  let rules: ReadingRules
  /// Where the first line begins: behind a byte-order mark.
  let top: Cursor

  /// Looks a file over.
  ///
  /// - Throws: ``Diagnostics/Failure`` when it cannot be read, is empty or no text, or lacks the delimiter that was given.
  init(
    _ store: ByteStore, _ choice: CSVDialect.Choice, longestField: Int, sizes: Sizes = Sizes()
  ) throws(Failure) {
    self.store = store
    let head = try Self.head(store)
    if let finding = Signature.notText(head, file: store.file) { throw Failure(.badData, [finding]) }
    let hasMark = head.starts(with: [0xEF, 0xBB, 0xBF])
    top = Cursor(offset: hasMark ? 3 : 0, line: 1)
    scan = try FileScan(store, pieceSize: sizes.piece, block: sizes.block)
    let encoding = try EncodingChoice(choice.encoding, scan, store, hasMark: hasMark)
    var rules = ReadingRules(
      delimiter: CSVReader.comma, encoding: encoding.encoding, isWellFormed: scan.total.invalid == 0,
      hasInnerMarks: scan.total.marks > 0, hasNUL: scan.total.nul != nil, longestField: longestField, block: sizes.block
    )
    let trial = try DelimiterTrial(Array(head.dropFirst(top.offset)), isWhole: head.count == store.count, rules: rules)
    if let given = choice.delimiter, let mistaken = trial.mistaken(given, file: store.file) {
      throw Failure(.badData, [mistaken])
    }
    let delimiter = choice.delimiter.map { Delimiter(byte: $0, reason: "given") } ?? trial.winner
    rules.delimiter = delimiter.byte
    self.rules = rules
    dialect = CSVDialect(
      delimiter: delimiter, encoding: encoding.encoding, encodingReason: encoding.reason,
      lineEnd: try Self.lineEnd(store, rules, from: top), hasByteOrderMark: hasMark)
    notes = encoding.notes + (try Self.marks(scan, store))
  }

  /// The first bytes of a file.
  private static func head(_ store: ByteStore) throws(Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: min(store.count, Signature.looked))
    var failure: Failure?
    unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      do throws(Failure) { unsafe try store.read(at: 0, into: buffer) } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }

  private static func lineEnd(
    _ store: ByteStore, _ rules: ReadingRules, from top: Cursor
  ) throws(Failure) -> CSVDialect.LineEnd {
    let reader = RecordReader(store, rules)
    _ = try reader.read(from: top, until: RecordReader.Stop(limit: Signature.looked, records: RecordReader.headRecords))
    return reader.lineEnds.count > 1 ? .mixed : reader.lineEnds.first ?? .lf
  }

  /// The note on byte-order marks within the file.
  private static func marks(_ scan: FileScan, _ store: ByteStore) throws(Failure) -> [Finding] {
    let count = scan.total.marks
    guard let first = scan.total.firstMark else { return [] }
    let line = try scan.line(of: first, in: store)
    return [
      Finding(
        .note, rule: "byte-order-mark", at: Place(file: store.file, line: line),
        message: "\(count == 1 ? "a byte-order mark stands" : "\(count) byte-order marks stand") within the file,"
          + " \(count == 1 ? "" : "the first ")on line \(line), and \(count == 1 ? "was" : "were") left out",
        mend: "nothing; files that are joined bring them in")
    ]
  }
}
