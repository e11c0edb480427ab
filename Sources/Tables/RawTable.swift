/// A delimited file as it was read: texts only, each record with the place where it began.
public struct RawTable: Hashable, Sendable {
  /// The file as the user named it.
  public var file: String
  /// The names of the columns.
  public var header: [String]
  /// The line of the header, counted from 1.
  public var headerLine: Int
  /// The records below the header, in the order of the file; a record may be shorter or longer than the header.
  public var records: RawRecords

  /// Creates a raw table.
  public init(file: String, header: [String], headerLine: Int = 1, records: RawRecords) {
    self.file = file
    self.header = header
    self.headerLine = headerLine
    self.records = records
  }
}
