public import Diagnostics
import Files
public import Tables

/// A delimited file that is read piece by piece.
///
/// ```swift
/// let source = try CSVSource(path: "wave.csv")
/// let (counts, findings) = try await source.pieces(below: 1) { $0.count }
/// ```
public struct CSVSource: RecordSource {
  /// The file as the user named it.
  public let file: String
  /// The dialect that was found.
  public let dialect: CSVDialect
  /// What was noticed when the file was looked over; never an error.
  public let notes: [Finding]
  /// The first records, up to 300, heading included.
  public let head: RawRecords
  /// The number of bytes of the file.
  public let byteCount: Int

  private let records: [RawRecord]

  /// Opens a file.
  public init(
    path: String, shownAs name: String? = nil, dialect: CSVDialect.Choice = .init(),
    longestField: Int = CSVReader.longestField
  ) throws(Failure) {
    try self.init(
      bytes: readFile(path, shownAs: name), file: name ?? path, dialect: dialect, longestField: longestField)
  }

  /// Reads bytes in memory as if they were a file.
  public init(
    bytes: [UInt8], file: String, dialect: CSVDialect.Choice = .init(), longestField: Int = CSVReader.longestField
  ) throws(Failure) {
    if let finding = CSVReader.notText(bytes, file: file) { throw Failure(.badData, [finding]) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let content = bytes[start...]
    let encoding = dialect.encoding ?? TextEncoding(of: content)
    let delimiter =
      dialect.delimiter.map { Delimiter(byte: $0, reason: "given") } ?? Delimiter(detectedIn: content)
    self.file = file
    byteCount = bytes.count
    notes = encoding == .windows1252 ? [CSVReader.notUTF8(content, file: file)] : []
    self.dialect = CSVDialect(
      delimiter: delimiter, encoding: encoding, encodingReason: "", lineEnd: .lf, hasByteOrderMark: start > 0)
    records = try CSVReader.split(
      bytes, from: start, file: file, delimiter: delimiter.byte, encoding: encoding, longestField: longestField)
    head = RawRecords(records.prefix(300))
  }

  /// Reads all records, and hands them over in pieces.
  public func pieces<Result: Sendable>(
    below heading: Int, _ body: @escaping @Sendable (RawRecords) -> Result
  ) async throws(Failure) -> (results: [Result], findings: [Finding]) {
    let below = Array(records.dropFirst(heading))
    let size = 10_000
    let results = stride(from: 0, to: below.count, by: size).map { body(RawRecords(below[$0..<min(below.count, $0 + size)])) }
    return (results, [])
  }
}
