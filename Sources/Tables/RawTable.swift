/// A delimited file as it was read: texts only, each record with the place where it began.
public struct RawTable: Hashable, Sendable {
  /// The file as the user named it.
  public var file: String
  /// The names of the columns.
  public var header: [String]
  /// The line of the header, counted from 1.
  public var headerLine: Int
  /// The records below the header, in the order of the file; a record may be shorter or longer than the header.
  public var records: [RawRecord]

  /// Creates a raw table.
  public init(file: String, header: [String], headerLine: Int = 1, records: [RawRecord]) {
    self.file = file
    self.header = header
    self.headerLine = headerLine
    self.records = records
  }
}

/// One record of a delimited file.
public struct RawRecord: Hashable, Sendable {
  /// The line on which the record begins, counted from 1; line breaks between quotes count.
  public var line: Int
  /// The offset of its first byte in the file, counted from 0.
  public var byte: Int
  /// The fields as texts, without quotes.
  public var fields: [String]

  /// Creates a record.
  public init(line: Int, byte: Int, fields: [String]) {
    self.line = line
    self.byte = byte
    self.fields = fields
  }
}
