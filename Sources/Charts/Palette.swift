/// Colours and patterns that can be told apart in grey and by people who are colour-blind.
///
/// The colours are those of Okabe and Ito; each comes with a pattern of its own, and figures add the letter, so that
/// nothing rests on colour alone. A ninth mark takes the first colour with another pattern.
///
/// > Okabe, M. and Ito, K. (2008). Color Universal Design. https://jfly.uni-koeln.de/color/
enum Palette {
  static let ink = "#1a1a1a"
  static let soft = "#595959"
  static let line = "#c4c4c4"
  static let faint = "#ececec"
  static let paper = "#ffffff"

  private static let colours = [
    "#0072b2", "#f0e442", "#e69f00", "#56b4e9", "#009e73", "#d55e00", "#cc79a7", "#6b6b6b",
  ]

  /// The colours that carry white letters; the others carry black ones.
  private static let dark: Set<String> = ["#0072b2", "#6b6b6b", "#08519c", "#2171b5"]

  /// The colour of the mark with a number from 0.
  static func colour(_ index: Int) -> String { colours[index % colours.count] }

  /// The colour of the letter that is drawn on a colour.
  static func letterColour(on colour: String) -> String { dark.contains(colour) ? paper : ink }

  /// Shades for steps in an order, dark first, for `count` steps.
  static func shades(_ count: Int) -> [String] {
    let ramp = ["#08519c", "#4a98cc", "#6baed6", "#9ecae1", "#c6dbef", "#dfeaf5", "#eef3f9", "#f7f9fc"]
    guard count > 0 else { return [] }
    return (0..<count).map { ramp[min(ramp.count - 1, count <= 4 ? $0 * 2 : $0)] }
  }

  /// The number of a type's mark, which hangs on its letter alone: A is 0, Z is 25, AA is 26; any other text takes its
  /// position instead.
  static func index(of letter: String, position: Int) -> Int {
    let capitals = letter.utf8.map { Int($0) - 65 }
    if capitals.count == 2, capitals.allSatisfy((0..<26).contains) { return 26 * (capitals[0] + 1) + capitals[1] }
    guard letter.utf8.count == 1, let byte = letter.utf8.first else { return position }
    let upper = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") ? byte - 32 : byte
    guard upper >= UInt8(ascii: "A"), upper <= UInt8(ascii: "Z") else { return position }
    return Int(upper - UInt8(ascii: "A"))
  }
}

/// How a surface is filled.
enum Fill: Hashable, Sendable {
  /// The mark with a number from 0: its colour and its pattern.
  case mark(Int)
  /// Units that did not answer: white.
  case noAnswer
  /// Units with too few answers to show: light grey.
  case tooFew

  /// The name of the pattern in a figure, or nothing when a plain colour will do.
  var patternName: String? {
    switch self {
    case .mark(0): nil
    case .mark(let index): "m\(index)"
    case .noAnswer, .tooFew: nil
    }
  }

  /// The plain colour under the pattern.
  var colour: String {
    switch self {
    case .mark(let index): Palette.colour(index)
    case .noAnswer: Palette.paper
    case .tooFew: "#d9d9d9"
    }
  }

  /// The strokes of the pattern in a tile of 6 by 6.
  var strokes: (path: String, colour: String)? {
    switch self {
    case .noAnswer, .tooFew: return nil
    case .mark(let index):
      let paths = [
        "", "M1.5 1.5h1v1h-1zM4.5 4.5h1v1h-1z", "M-1 1L1-1M0 6L6 0M5 7L7 5", "M0 1.5h6M0 4.5h6", "M1.5 0v6M4.5 0v6",
        "M-1 5L1 7M0 0L6 6M5-1L7 1", "M0 3h6M3 0v6", "M0 0L6 6M6 0L0 6",
      ]
      let which = (index % 8 + index / 8) % 8
      let dark = Palette.letterColour(on: colour) == Palette.paper
      return (paths[which], dark ? Palette.paper : "#2b2b2b")
    }
  }
}
