public import Diagnostics
public import Exports
import Files
public import Tables

/// The answers in an SPSS data file (`.sav`, `.zsav`), as texts.
///
/// ReadStat reads the file. The first record holds the names of the variables. Codes are written as they are meant: `1`,
/// not `1.0`; dates and moments as ISO texts; texts without spaces at their end. A system-missing value is empty; a value
/// that the file declares to be no answer stays, and ``labels`` tell of it. A `.sav` has no lines: the line of a record is
/// the number of the case, and its byte is 0. ReadStat 1.1 does not tell multiple-response sets.
public struct StatSource: RecordSource {
  /// The file as the user named it.
  public let file: String
  /// The names of the variables, and the first records.
  public let head: RawRecords
  /// What the file tells of each variable, in their order.
  public let labels: [ColumnLabels]
  /// The number of records that the file announces, or `nil` when it does not say.
  public let announced: Int?

  private let path: String

  /// The number of records in ``head``, beside the names.
  private static let headRecords = 200

  /// Opens a file, and reads its dictionary and its first records.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - name: The file as messages call it; the path when `nil`.
  /// - Throws: ``Diagnostics/Failure`` with status `missingInput` when the file is missing, `badData` when it is no SPSS
  ///   file, is cut off, damaged or encrypted.
  public init(path: String, shownAs name: String? = nil) throws(Failure) {
    self.path = path
    file = name ?? path
    try Self.requireSPSS(path, file: file)
    let reading = StatReading(limit: .max) { _ in }
    try reading.run(path, file: file, rows: Self.headRecords)
    guard !reading.columns.isEmpty else {
      throw Failure(
        .badData, rule: "empty-file", at: Place(file: file), message: "the SPSS file holds no variables",
        mend: "export the survey again, with its answers")
    }
    var head = RawRecords()
    head.append(line: 1, byte: 0, fields: reading.columns.map(\.name))
    for record in reading.records { head.append(line: record.line, byte: 0, fields: record.fields) }
    self.head = head
    labels = reading.labels
    announced = reading.announced
  }

  /// Whether the first bytes of a file are those of an SPSS data file.
  public static func isSPSS(_ start: some Sequence<UInt8>) -> Bool {
    let magic = Array(start.prefix(4))
    return magic == Array("$FL2".utf8) || magic == Array("$FL3".utf8)
  }

  /// Reads all records, and hands them over in pieces, one after the other: one piece at a time is in memory.
  ///
  /// - Parameters:
  ///   - heading: The number of records at the top that are left out; the names of the variables are the first.
  ///   - body: What is done with a piece.
  /// - Returns: The results in the order of the file; there are no findings.
  /// - Throws: ``Diagnostics/Failure`` with status `badData` when the file is cut off or damaged.
  public func pieces<Result: Sendable>(
    below heading: Int, _ body: @escaping @Sendable (RawRecords) -> Result
  ) async throws(Failure) -> (results: [Result], findings: [Finding]) {
    var results: [Result] = []
    let reading = StatReading(limit: 4096) { results.append(body($0)) }
    reading.skip = max(0, heading - 1)
    if heading == 0 { reading.records.append(line: 1, byte: 0, fields: labels.map(\.name)) }
    try reading.run(path, file: file, rows: 0)
    if !reading.records.isEmpty { results.append(body(reading.records)) }
    return (results, [])
  }

  private static func requireSPSS(_ path: String, file: String) throws(Failure) {
    let start = try readStart(path, shownAs: file, count: 16)
    if isSPSS(start) { return }
    if start.starts(with: Array("ENCRYPTEDSAV".utf8)) {
      throw Failure(
        .badData, rule: "encrypted-sav", at: Place(file: file), message: "the SPSS file is encrypted",
        mend: "open it in SPSS and save it without a password")
    }
    throw Failure(
      .badData, rule: "not-a-sav", at: Place(file: file),
      message: "this is not an SPSS data file: it does not begin with \"$FL2\" or \"$FL3\"",
      mend: "save the data as .sav in SPSS, or export it as CSV (UTF-8)")
  }
}
