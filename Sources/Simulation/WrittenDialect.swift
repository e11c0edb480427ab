/// How a simulated survey file is written.
public struct WrittenDialect: Hashable, Sendable {
  /// The encodings in which files are written.
  public enum Encoding: String, Hashable, Sendable, CaseIterable {
    /// UTF-8.
    case utf8 = "utf-8"
    /// The code page of Windows in western Europe.
    case windows1252 = "windows-1252"
    /// ISO 8859-15, Latin 9, which has the euro.
    case iso885915 = "iso-8859-15"
    /// The code page of DOS in western Europe.
    case cp850
    /// UTF-8 that was taken for Windows-1252 and encoded once more.
    case utf8Twice = "utf-8-twice"
  }

  /// The character between fields.
  public var delimiter: Character
  /// The encoding.
  public var encoding: Encoding
  /// What ends a line.
  public var lineEnd: String
  /// Whether the file begins with a byte-order mark.
  public var hasByteOrderMark: Bool

  /// Creates a dialect; without arguments what a Dutch spreadsheet writes as "CSV UTF-8".
  public init(
    delimiter: Character = ";", encoding: Encoding = .utf8, lineEnd: String = "\r\n", hasByteOrderMark: Bool = true
  ) {
    self.delimiter = delimiter
    self.encoding = encoding
    self.lineEnd = lineEnd
    self.hasByteOrderMark = hasByteOrderMark && (encoding == .utf8 || encoding == .utf8Twice)
  }

  /// Whether the encoding can hold a byte-order mark.
  var holdsByteOrderMarks: Bool { encoding == .utf8 || encoding == .utf8Twice }
}

extension WrittenDialect.Encoding {
  /// Returns the bytes of a text; a character that the encoding does not have becomes a question mark.
  func bytes(of text: String) -> [UInt8] {
    switch self {
    case .utf8: return Array(text.utf8)
    case .utf8Twice:
      return Array(String(String.UnicodeScalarView(text.utf8.map(Self.windowsScalar))).utf8)
    case .windows1252: return text.unicodeScalars.map { Self.byte(of: $0, Self.windowsHigh, from: 0x80) }
    case .iso885915: return text.unicodeScalars.map { Self.latin9[$0] ?? Self.latin1($0) }
    case .cp850: return text.unicodeScalars.map { Self.byte(of: $0, Self.dosHigh, from: 0x80) }
    }
  }

  private static let question = UInt8(ascii: "?")

  private static func latin1(_ scalar: Unicode.Scalar) -> UInt8 {
    scalar.value <= 0xFF && !latin9.values.contains(UInt8(scalar.value)) ? UInt8(scalar.value) : question
  }

  private static func byte(of scalar: Unicode.Scalar, _ high: [Unicode.Scalar], from first: Int) -> UInt8 {
    if scalar.value < 0x80 { return UInt8(scalar.value) }
    return high.firstIndex(of: scalar).map { UInt8(first + $0) } ?? question
  }

  /// The character for which a byte stands in Windows-1252; its five empty places stand for the control characters of the
  /// same number, as programs that encode twice take them.
  private static func windowsScalar(_ byte: UInt8) -> Unicode.Scalar {
    byte < 0x80 ? Unicode.Scalar(byte) : windowsHigh[Int(byte) - 0x80]
  }

  /// The characters of the bytes from 80 on, after https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT.
  private static let windowsHigh: [Unicode.Scalar] =
    Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
    + (0xA0...0xFF).map { Unicode.Scalar(UInt8($0)) }

  /// The characters that ISO 8859-15 has in other places than ISO 8859-1.
  private static let latin9: [Unicode.Scalar: UInt8] = [
    "€": 0xA4, "Š": 0xA6, "š": 0xA8, "Ž": 0xB4, "ž": 0xB8, "Œ": 0xBC, "œ": 0xBD, "Ÿ": 0xBE,
  ]

  /// The characters of the bytes from 80 on, after https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC/CP850.TXT.
  private static let dosHigh: [Unicode.Scalar] = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤"
      + "ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}").unicodeScalars)
}
