/// The encodings that delimited files are read in.
public enum TextEncoding: String, Hashable, Sendable {
  /// UTF-8, with or without a byte-order mark.
  case utf8 = "UTF-8"
  /// Windows code page 1252, which holds ISO 8859-1; its five empty places read as U+FFFD.
  case windows1252 = "Windows-1252"

  /// Tells the encoding of some text: UTF-8 when it is valid UTF-8, and Windows-1252 otherwise.
  init(of bytes: ArraySlice<UInt8>) {
    self = UTF8Check.firstInvalid(in: bytes) == nil ? .utf8 : .windows1252
  }

  /// The text that some bytes stand for.
  func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    switch self {
    case .utf8: return unsafe String(decoding: bytes, as: UTF8.self)
    case .windows1252:
      var scalars = String.UnicodeScalarView()
      for index in bytes.indices { scalars.append(Self.scalar(unsafe bytes[index])) }
      return String(scalars)
    }
  }

  private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return high[Int(byte) - 0x80]
  }

  /// The scalars of the bytes 80 to 9F, after https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT.
  private static let high: [Unicode.Scalar] = [
    "\u{20AC}", "\u{FFFD}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{FFFD}", "\u{017D}", "\u{FFFD}",
    "\u{FFFD}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}", "\u{0153}", "\u{FFFD}", "\u{017E}", "\u{0178}",
  ]
}

/// Finds the first byte that cannot be UTF-8.
enum UTF8Check {
  /// Returns the index of the first byte of the first ill-formed sequence, or `nil` when all is well formed.
  static func firstInvalid(in bytes: ArraySlice<UInt8>) -> Int? {
    if unsafe bytes.withUnsafeBufferPointer({ unsafe $0.allSatisfy { $0 < 0x80 } }) { return nil }
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard let length = sequenceLength(at: index, in: bytes) else { return index }
      index += length
    }
    return nil
  }

  private static func sequenceLength(at index: Int, in bytes: ArraySlice<UInt8>) -> Int? {
    let lead = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { second = 0xA0...0xBF }
      if lead == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { second = 0x90...0xBF }
      if lead == 0xF4 { second = 0x80...0x8F }
    default: return nil
    }
    guard index + length <= bytes.endIndex, second.contains(bytes[index + 1]) else { return nil }
    for offset in 2..<max(2, length) where !(0x80...0xBF).contains(bytes[index + offset]) { return nil }
    return length
  }
}
