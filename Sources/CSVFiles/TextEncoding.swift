/// The encodings that delimited files are read in.
///
/// The names are those that people read; ``settingName`` is what stands in a codebook.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  /// UTF-8, with or without a byte-order mark.
  case utf8 = "UTF-8"
  /// Windows code page 1252, which holds ISO 8859-1; its five empty places read as U+FFFD.
  case windows1252 = "Windows-1252"
  /// ISO 8859-15, which has the euro sign and no quotation marks but the straight ones.
  case iso885915 = "ISO 8859-15"
  /// Code page 850, which DOS wrote in western Europe.
  case cp850 = "code page 850"
  /// UTF-8 that was taken for Windows-1252 and written as UTF-8 once more: `Ã©` for `é`.
  case utf8Twice = "UTF-8 encoded twice"

  /// The name of the encoding in a codebook: `utf-8`, `windows-1252`, `iso-8859-15`, `cp850`, `utf-8-twice`.
  public var settingName: String {
    switch self {
    case .utf8: "utf-8"
    case .windows1252: "windows-1252"
    case .iso885915: "iso-8859-15"
    case .cp850: "cp850"
    case .utf8Twice: "utf-8-twice"
    }
  }

  /// Creates the encoding of a name in a codebook, or `nil` when there is none of that name.
  public init?(settingName: String) {
    guard let encoding = Self.allCases.first(where: { $0.settingName == settingName }) else { return nil }
    self = encoding
  }

  /// Whether each byte stands for one character.
  var isSingleByte: Bool {
    switch self {
    case .utf8, .utf8Twice: false
    case .windows1252, .iso885915, .cp850: true
    }
  }
}
