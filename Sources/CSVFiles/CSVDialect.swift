/// How a delimited file is written, with the reason for each part of it.
public struct CSVDialect: Hashable, Sendable {
  /// What a user says about the dialect; what is left out is found out from the file.
  public struct Choice: Hashable, Sendable {
    /// The byte between fields; found out when `nil`.
    public var delimiter: UInt8?
    /// The encoding; found out when `nil`.
    public var encoding: TextEncoding?
    /// Beginnings of lines at the end of the file that are no answers, beside the ones that are known.
    public var footers: [String]

    /// Creates a choice; by default everything is found out.
    public init(delimiter: UInt8? = nil, encoding: TextEncoding? = nil, footers: [String] = []) {
      self.delimiter = delimiter
      self.encoding = encoding
      self.footers = footers
    }
  }

  /// What ends a line.
  public enum LineEnd: String, Hashable, Sendable {
    /// A line feed, as Unix writes it.
    case lf = "LF"
    /// A carriage return and a line feed, as Windows writes it.
    case crlf = "CRLF"
    /// A carriage return alone, as old Macintosh programs write it.
    case cr = "CR"
    /// More than one of them.
    case mixed
  }

  /// The byte between fields, and why this one.
  public var delimiter: Delimiter
  /// The encoding.
  public var encoding: TextEncoding
  /// Why this encoding, as a sentence fragment.
  public var encodingReason: String
  /// What ends the lines; a file of one line counts as LF.
  public var lineEnd: LineEnd
  /// Whether the file begins with a byte-order mark.
  public var hasByteOrderMark: Bool
}
