public import Diagnostics
import Files
public import Tables

/// A delimited file that is read piece by piece, so that it need not fit in memory.
///
/// Opening it reads it through once: its dialect is found out, and where quotes and line ends stand. ``pieces(below:_:)``
/// reads it once more; pieces are cut at record boundaries, and each is split by a parser of libcsv of its own.
///
/// libcsv trims spaces and tabs around fields that are not quoted, and skips blank lines. Ragged records are passed on as
/// they are. Records that cannot be split are in ``Tables/RawRecords/broken`` of their piece, and cost nothing but
/// themselves. Byte-order marks within the file are left out, and so are footers and rows of nothing but separators at
/// its end; notes tell about all of them.
///
/// ```swift
/// let source = try CSVSource(path: "wave.csv")
/// let (counts, notes) = try await source.pieces(below: 1) { $0.count }
/// ```
public struct CSVSource: RecordSource {
  /// The file as the user named it.
  public let file: String
  /// The dialect that was found, with the reason for each part.
  public let dialect: CSVDialect
  /// What was noticed when the file was looked over; never an error.
  public let notes: [Finding]
  /// The first records, up to 300, heading included.
  public let head: RawRecords
  /// The number of bytes of the file.
  public var byteCount: Int { content.store.count }

  let content: CSVContent
  let tail: FileTail?

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: The file; a pipe is read into memory.
  ///   - name: The file as messages call it; the path when `nil`.
  ///   - dialect: What is known about the dialect; the rest is found out.
  ///   - longestField: The most bytes of a field; a record with a longer one is broken. A record may take sixteen times
  ///     that, and at least a mebibyte.
  /// - Throws: ``Diagnostics/Failure`` with status `missingInput` when the file cannot be read, and `badData` when it is
  ///   empty, is no text, lacks the delimiter that was given, or begins with a record that is broken.
  /// - Complexity: O(bytes) on all cores; a few blocks of memory, whatever the size of the file.
  public init(
    path: String, shownAs name: String? = nil, dialect: CSVDialect.Choice = .init(),
    longestField: Int = CSVReader.longestField
  ) throws(Failure) {
    try self.init(try ByteStore(path: path, shownAs: name), dialect, longestField: longestField)
  }

  /// Reads bytes in memory as if they were a file.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - file: The file as messages call it.
  ///   - dialect: What is known about the dialect; the rest is found out.
  ///   - longestField: The most bytes of a field.
  /// - Throws: ``Diagnostics/Failure`` as for a file.
  public init(
    bytes: [UInt8], file: String, dialect: CSVDialect.Choice = .init(), longestField: Int = CSVReader.longestField
  ) throws(Failure) {
    try self.init(ByteStore(bytes, file: file), dialect, longestField: longestField)
  }

  init(
    _ store: ByteStore, _ choice: CSVDialect.Choice = .init(), longestField: Int = CSVReader.longestField,
    sizes: CSVContent.Sizes = .init()
  ) throws(Failure) {
    content = try CSVContent(store, choice, longestField: longestField, sizes: sizes)
    file = store.file
    dialect = content.dialect
    notes = content.notes
    let reader = RecordReader(store, content.rules)
    let below = try reader.read(from: content.top, until: RecordReader.Stop(records: 1))
    let heading = reader.takeRecords()
    if !heading.broken.isEmpty { throw Failure(.badData, notes + heading.broken.map(\.finding)) }
    if heading.isEmpty { throw CSVReader.noRecords(store.file) }
    var search = TailSearch(store, content.rules, width: heading.fieldCount(0), footers: choice.footers)
    tail = try search.run(below: below.offset, lineEnds: content.scan.total.lineEnds)
    let stop = RecordReader.Stop(
      limit: below.offset + Self.mostHeadBytes, tail: tail?.start, records: RecordReader.headRecords)
    _ = try reader.read(from: content.top, until: stop)
    head = reader.takeRecords()
  }

  /// Records beyond this many bytes below the heading are no part of the head.
  private static let mostHeadBytes = 1 << 24
}
