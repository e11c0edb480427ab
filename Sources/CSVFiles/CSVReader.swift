public import Diagnostics
import Files
public import Tables

/// Reads delimited files into raw tables: texts only, each record with the line and byte where it began.
///
/// libcsv splits the records. It trims spaces and tabs around fields that are not quoted, and skips blank lines; a value
/// that begins or ends with a space survives only between quotes. Positions are counted here, because libcsv has none.
public enum CSVReader {
  /// The byte of a comma.
  public static let comma = UInt8(ascii: ",")
  /// The byte of a semicolon.
  public static let semicolon = UInt8(ascii: ";")
  /// The byte of a tab.
  public static let tab = UInt8(ascii: "\t")
  /// The most bytes that one field may take unless told otherwise: one mebibyte.
  public static let longestField = 1 << 20

  /// Reads a file, and returns its table alone.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - name: The file as messages call it; the path when `nil`.
  ///   - delimiter: The byte between fields; found out from the header when `nil`.
  /// - Returns: The texts.
  /// - Throws: ``Diagnostics/Failure`` as ``readDocument(path:shownAs:delimiter:longestField:)`` does.
  public static func read(path: String, shownAs name: String? = nil, delimiter: UInt8? = nil) throws(Failure)
    -> RawTable
  {
    try readDocument(path: path, shownAs: name, delimiter: delimiter).table
  }

  /// Reads a file with all that was noticed on the way.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - name: The file as messages call it; the path when `nil`.
  ///   - delimiter: The byte between fields; found out from the header when `nil`.
  ///   - longestField: The most bytes that one field may take.
  /// - Returns: The texts with the dialect that was found.
  /// - Throws: ``Diagnostics/Failure`` with status `missingInput` when the file cannot be read, `badData` otherwise.
  public static func readDocument(
    path: String, shownAs name: String? = nil, delimiter: UInt8? = nil, longestField: Int = longestField
  ) throws(Failure) -> CSVDocument {
    try document(try ByteStore(path: path, shownAs: name), delimiter: delimiter, longestField: longestField)
  }

  /// Splits bytes into a raw table.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - file: The file as messages call it.
  ///   - delimiter: The byte between fields; found out from the header when `nil`.
  /// - Returns: The texts.
  /// - Throws: ``Diagnostics/Failure`` with status `badData`.
  public static func parse(_ bytes: [UInt8], file: String, delimiter: UInt8? = nil) throws(Failure) -> RawTable {
    try parseDocument(bytes, file: file, delimiter: delimiter).table
  }

  /// Splits bytes into a raw table with all that was noticed on the way.
  ///
  /// The encoding is found out, as ``CSVSource`` does; footers stay records. Lines end with LF, CRLF or CR; a quoted field may hold line breaks.
  ///
  /// - Throws: ``Diagnostics/Failure`` with status `badData`: an empty file, a file that is no text, a given delimiter
  ///   that the header lacks, stray or open quotes (all of them, each with its line), a field beyond the bound, two columns of one name, a
  ///   column without a name, more than a gibibyte.
  /// - Complexity: O(bytes); one string a field.
  public static func parseDocument(
    _ bytes: [UInt8], file: String, delimiter: UInt8? = nil, longestField: Int = longestField
  ) throws(Failure) -> CSVDocument {
    try document(ByteStore(bytes, file: file), delimiter: delimiter, longestField: longestField)
  }

  private static func document(
    _ store: ByteStore, delimiter: UInt8?, longestField: Int
  ) throws(Failure) -> CSVDocument {
    if store.count > mostTableBytes {
      throw Failure(
        .badData, rule: "too-large", at: Place(file: store.file),
        message: "the file is larger than \(mostTableBytes) bytes, and it would have to be held as a whole",
        mend: "check that it is the right file; only surveys are read piece by piece")
    }
    let content = try CSVContent(store, CSVDialect.Choice(delimiter: delimiter), longestField: longestField)
    let reader = RecordReader(store, content.rules)
    let below = try reader.read(from: content.top, until: RecordReader.Stop(records: 1))
    let heading = reader.takeRecords()
    _ = try reader.read(from: below)
    let records = reader.takeRecords()
    let broken = heading.broken + records.broken
    if !broken.isEmpty { throw Failure(.badData, content.notes + broken.map(\.finding)) }
    guard let header = heading.first else { throw noRecords(store.file) }
    let table = RawTable(file: store.file, header: Array(header.fields), headerLine: header.line, records: records)
    let mistakes = headerMistakes(table)
    if !mistakes.isEmpty { throw Failure(.badData, content.notes + mistakes) }
    return CSVDocument(
      table: table, delimiter: content.dialect.delimiter, encoding: content.dialect.encoding, notes: content.notes)
  }

  /// The most bytes of a table that is held as a whole: its texts, at three bytes for each, can still be counted.
  private static let mostTableBytes = RawRecords.capacity / 4

  static func noRecords(_ file: String) -> Failure {
    Failure(
      .badData, rule: "empty-file", at: Place(file: file), message: "the file holds no header and no records",
      mend: "export the survey again; the first line must hold the names of the columns")
  }

  private static func headerMistakes(_ table: RawTable) -> [Finding] {
    var mistakes: [Finding] = []
    var first: [String: Int] = [:]
    for (index, name) in table.header.enumerated() {
      if name.isEmpty {
        mistakes.append(
          Finding(
            .error, rule: "unnamed-column", at: Place(file: table.file, line: table.headerLine),
            message: "column \(index + 1) has no name", mend: "give it a name in the header, or remove the column"))
      } else if let earlier = first[name] {
        mistakes.append(
          Finding(
            .error, rule: "duplicate-column",
            at: Place(file: table.file, line: table.headerLine, field: name), value: name,
            message: "columns \(earlier + 1) and \(index + 1) are both called '\(name)'",
            mend: "rename or remove one of the two"))
      } else {
        first[name] = index
      }
    }
    return mistakes
  }
}

/// A delimited file as it was read, with the dialect that was found.
public struct CSVDocument: Hashable, Sendable {
  /// The texts.
  public var table: RawTable
  /// The byte between fields, and why this one.
  public var delimiter: Delimiter
  /// The encoding that the bytes were read with.
  public var encoding: TextEncoding
  /// What was noticed; never an error.
  public var notes: [Finding]
}
