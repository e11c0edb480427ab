/// What the bytes from 80 to FF stand for in the encodings of one byte a character; below 80 all of them are ASCII.
///
/// Undefined places are U+FFFD.
enum CodePage {
  /// The characters of an encoding of one byte a character, 128 of them, the first for byte 80.
  ///
  /// For text that is UTF-8 but for a few bytes, those bytes are read as Windows-1252.
  static func characters(of encoding: TextEncoding) -> [Unicode.Scalar] {
    switch encoding {
    case .utf8, .utf8Twice, .windows1252: windows1252
    case .iso885915: iso885915
    case .cp850: cp850
    }
  }

  /// The characters as UTF-8: the bytes from the lowest place up, and their number in the highest byte.
  static func packed(_ encoding: TextEncoding) -> [UInt32] {
    characters(of: encoding).map { scalar in
      var value: UInt32 = 0
      var count: UInt32 = 0
      for byte in UTF8.encode(scalar).map(Array.init) ?? [] {
        value |= UInt32(byte) << (8 * count)
        count += 1
      }
      return value | count << 24
    }
  }

  /// After https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT.
  static let windows1252 =
    scalars(
      """
      €\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\
      \u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ
      """) + latin1

  /// After https://www.unicode.org/Public/MAPPINGS/ISO8859/8859-15.TXT.
  static let iso885915 = {
    var scalars = (0x80...0x9F).map { Unicode.Scalar(UInt8($0)) } + latin1
    let changed: [(Int, Unicode.Scalar)] = [
      (0xA4, "€"), (0xA6, "Š"), (0xA8, "š"), (0xB4, "Ž"), (0xB8, "ž"), (0xBC, "Œ"), (0xBD, "œ"), (0xBE, "Ÿ"),
    ]
    for (byte, scalar) in changed { scalars[byte - 0x80] = scalar }
    return scalars
  }()

  /// After https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC/CP850.TXT.
  static let cp850 = scalars(
    """
    ÇüéâäàåçêëèïîìÄÅ\
    ÉæÆôöòûùÿÖÜø£Ø×ƒ\
    áíóúñÑªº¿®¬½¼¡«»\
    ░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤\
    ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
    ÓßÔÒõÕµþÞÚÛÙýÝ¯´\
    \u{00AD}±‗¾¶§÷¸°¨·¹³²■\u{00A0}
    """)

  /// The characters from A0 to FF of ISO 8859-1, which are those of Unicode.
  private static let latin1 = (0xA0...0xFF).map { Unicode.Scalar(UInt8($0)) }

  private static func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
}
