/// English terms of the field that Dutch sentences use as they are, so that a screen reader can speak them in English.
public enum EnglishTerms {
  /// A piece of a text.
  public struct Piece: Hashable, Sendable {
    /// The piece.
    public var text: String
    /// Whether it is an English term in a Dutch text.
    public var isEnglish: Bool

    /// Creates a piece.
    public init(_ text: String, isEnglish: Bool = false) {
      self.text = text
      self.isEnglish = isEnglish
    }
  }

  /// The terms, each as a whole word.
  static let all = ["k-means", "raking", "scree plot", "pooling"]

  /// Cuts a Dutch text at the English terms in it.
  ///
  /// - Parameter text: A text.
  /// - Returns: Its pieces in order, of which none is empty; one piece when it holds no term. Linear in the length of the
  ///   text for a given list of terms.
  public static func pieces(of text: String) -> [Piece] {
    let bytes = Array(text.utf8)
    var pieces: [Piece] = []
    var start = 0
    var position = 0
    while position < bytes.count {
      guard let length = term(at: position, in: bytes) else {
        position += 1
        continue
      }
      if start < position { pieces.append(Piece(String(decoding: bytes[start..<position], as: UTF8.self))) }
      pieces.append(Piece(String(decoding: bytes[position..<(position + length)], as: UTF8.self), isEnglish: true))
      position += length
      start = position
    }
    if start < bytes.count { pieces.append(Piece(String(decoding: bytes[start...], as: UTF8.self))) }
    return pieces
  }

  private static let encoded = all.map { Array($0.utf8) }

  /// The length of the term that begins at a place, if one stands there as a whole word.
  private static func term(at position: Int, in bytes: [UInt8]) -> Int? {
    guard position == 0 || !isOfAWord(bytes[position - 1]) else { return nil }
    let term = encoded.first { term in
      let end = position + term.count
      return end <= bytes.count && bytes[position] == term[0] && bytes[position..<end].elementsEqual(term)
        && (end == bytes.count || !isOfAWord(bytes[end]))
    }
    return term?.count
  }

  /// Letters, digits, hyphens, and every byte of a character beyond ASCII.
  private static func isOfAWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), 0x80...:
      true
    default: false
    }
  }
}
