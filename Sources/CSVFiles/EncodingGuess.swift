/// Guesses which code page the bytes beyond ASCII belong to.
///
/// Each byte is read by each code page, and the character gets points for how well it stands between its neighbours: a
/// small letter within a word is likely, a capital behind a small letter is not, and a line of a box is least of all.
/// The code page with the most points wins; a tie goes to Windows-1252, then ISO 8859-15.
struct EncodingGuess {
  /// The code page.
  let encoding: TextEncoding
  /// The points of each code page.
  let points: [(encoding: TextEncoding, points: Int)]
  /// The code page that is nearly as likely and gives another text, if there is one.
  let rival: TextEncoding?

  private static let candidates: [TextEncoding] = [.windows1252, .iso885915, .cp850]
  /// A lead of this many points or fewer is no lead: one character read better would outweigh it.
  private static let narrow = 2

  init(_ bytes: HighBytes) {
    points = Self.candidates.map { ($0, Self.points(of: $0, bytes)) }
    var best = 0
    for index in points.indices where points[index].points > points[best].points { best = index }
    let (winner, most) = points[best]
    encoding = winner
    rival =
      points.first {
        $0.encoding != winner && most - $0.points <= Self.narrow && !Self.agree($0.encoding, winner, bytes)
      }?.encoding
  }

  /// The points in words: `Windows-1252 12, ISO 8859-15 12, code page 850 -9`.
  var pointsText: String { points.map { "\($0.encoding.rawValue) \($0.points)" }.joined(separator: ", ") }

  /// Whether two code pages give the same text.
  private static func agree(_ left: TextEncoding, _ right: TextEncoding, _ bytes: HighBytes) -> Bool {
    let (left, right) = (CodePage.characters(of: left), CodePage.characters(of: right))
    return (0..<128).allSatisfy { left[$0] == right[$0] || bytes.count(UInt8($0 + 128)) == 0 }
  }

  private static func points(of encoding: TextEncoding, _ bytes: HighBytes) -> Int {
    let characters = CodePage.characters(of: encoding)
    var points = 0
    for index in characters.indices where bytes.count(UInt8(index + 128)) > 0 {
      let kind = Kind(characters[index])
      for before in HighBytes.Neighbour.allCases {
        for after in HighBytes.Neighbour.allCases {
          let count = bytes.count(UInt8(index + 128), before, after)
          if count > 0 { points += count * kind.points(before, after) }
        }
      }
    }
    return points
  }

  /// How a character behaves in text.
  private enum Kind {
    /// A small letter that western European languages use often, or one that they use seldom.
    case commonSmall, rareSmall
    case capital
    case openingQuote, closingQuote, apostrophe
    case dash, mark
    /// A sign that hardly anybody types; a piece of a box; a control character or none at all.
    case rareSign, box, none

    init(_ character: Unicode.Scalar) {
      switch character {
      case "à", "á", "â", "ã", "ä", "å", "æ", "ç", "è", "é", "ê", "ë", "í", "î", "ï", "ñ", "ó", "ô", "õ", "ö", "ø", "ú",
        "û", "ü", "ß", "ì", "ò", "ù":
        self = .commonSmall
      case "ð", "þ", "ý", "ÿ", "š", "ž", "œ", "ı", "ƒ": self = .rareSmall
      case "À"..."Ö", "Ø"..."Þ", "Š", "Ž", "Œ", "Ÿ": self = .capital
      case "“", "„", "‘", "‚", "«", "‹", "¿", "¡": self = .openingQuote
      case "”", "»", "›", "…": self = .closingQuote
      case "’": self = .apostrophe
      case "–", "—": self = .dash
      case "€", "£", "•", "·", "°", "ª", "º", "²", "³", "¼", "½", "¾", "©", "®", "™", "§", "\u{A0}": self = .mark
      case "\u{2500}"..."\u{259F}", "■", "‗": self = .box
      case "\u{80}"..."\u{9F}", "\u{FFFD}": self = .none
      default: self = .rareSign
      }
    }

    func points(_ before: HighBytes.Neighbour, _ after: HighBytes.Neighbour) -> Int {
      let letters = (before == .other ? 0 : 1) + (after == .other ? 0 : 1)
      switch self {
      case .commonSmall: return before == .capital && after == .capital ? -1 : 1 + letters
      case .rareSmall: return letters == 0 ? 0 : 1
      case .capital: return before == .small ? -3 : letters == 0 ? 0 : 2
      case .openingQuote: return before == .other ? 1 : letters == 2 ? -2 : 0
      case .closingQuote: return after == .other ? 1 : letters == 2 ? -2 : 0
      case .apostrophe: return before == .other ? 0 : 1
      case .dash: return letters == 0 ? 2 : letters == 1 ? 0 : -1
      case .mark: return letters == 2 ? -2 : 1
      case .rareSign: return -2
      case .box: return -4
      case .none: return -5
      }
    }
  }
}
