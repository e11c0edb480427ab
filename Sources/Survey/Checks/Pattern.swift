/// A pattern that a text must fit as a whole, as the constraint `pattern` of a table schema.
///
/// The syntax is that of XML Schema, as far as cells of a survey need it: `[A-Z]`, `[^,;]`, `.`, `\d`, `\w`, `\s` and their
/// opposites `\D`, `\W`, `\S`, `\p{Lu}`, groups, `|`, `*`, `+`, `?`, `{2}`, `{2,}`, `{2,4}`. A `^` in front and a `$` behind
/// say what holds anyway, and may stand there.
///
/// All ways through the pattern are followed side by side (Thompson 1968, doi:10.1145/363347.363387), so that no pattern
/// and no cell makes matching slow: the time is at most the length of the text times that of the pattern.
public struct Pattern: Hashable, Sendable {
  /// What is wrong with a pattern.
  public struct Mistake: Error, Hashable, Sendable {
    /// What is wrong, as a sentence fragment.
    public var reason: String
  }

  /// The pattern as written.
  public let text: String
  private let steps: [PatternStep]

  /// The most steps of a pattern, repetitions written out.
  public static let mostSteps = 2000

  /// Reads a pattern.
  ///
  /// - Parameter text: The pattern.
  /// - Throws: ``Mistake`` when it is none, or has more than ``mostSteps`` steps.
  public init(_ text: String) throws(Mistake) {
    self.text = text
    var parser = PatternParser(text)
    var steps = try parser.whole().steps
    steps.append(.found)
    self.steps = steps
  }

  /// Returns whether a whole text fits.
  ///
  /// - Complexity: O(*t* · *p*) for *t* characters and *p* steps.
  public func fits(_ text: String) -> Bool {
    var current = Places(steps.count)
    var next = Places(steps.count)
    follow(0, into: &current)
    for scalar in text.unicodeScalars {
      if current.list.isEmpty { return false }
      for place in current.list {
        if case .one(let set) = steps[place], set.contains(scalar) { follow(place + 1, into: &next) }
      }
      swap(&current, &next)
      next.removeAll()
    }
    return current.list.contains { steps[$0] == .found }
  }

  /// Adds a place and all that can be reached from it without reading anything.
  private func follow(_ start: Int, into places: inout Places) {
    var open = [start]
    while let place = open.popLast() {
      guard places.insert(place) else { continue }
      if case .either(let first, let second) = steps[place] {
        open.append(place + second)
        open.append(place + first)
      }
    }
  }
}

/// The places in a pattern that have been reached, each once.
private struct Places {
  private(set) var list: [Int] = []
  private var isIn: [Bool]

  init(_ count: Int) { isIn = [Bool](repeating: false, count: count) }

  mutating func insert(_ place: Int) -> Bool {
    if isIn[place] { return false }
    isIn[place] = true
    list.append(place)
    return true
  }

  mutating func removeAll() {
    for place in list { isIn[place] = false }
    list.removeAll(keepingCapacity: true)
  }
}

/// A step of a pattern: read one character, go on at one of two places relative to this one, or be done.
enum PatternStep: Hashable, Sendable {
  case one(ScalarSet)
  case either(Int, Int)
  case found
}

/// The characters that one step of a pattern reads.
struct ScalarSet: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case range(UInt32, UInt32)
    case digit
    case space
    case word
    case category(String)
    case not([Part])
  }

  var parts: [Part]
  var isOpposite = false

  func contains(_ scalar: Unicode.Scalar) -> Bool { Self.any(parts, scalar) != isOpposite }

  private static func any(_ parts: [Part], _ scalar: Unicode.Scalar) -> Bool {
    parts.contains { part in
      switch part {
      case .range(let low, let high): return low <= scalar.value && scalar.value <= high
      case .digit: return ("0"..."9").contains(scalar)
      case .space: return [" ", "\t", "\n", "\r"].contains(scalar)
      case .word: return "LNMS".contains(shortName(scalar.properties.generalCategory).prefix(1))
      case .category(let name): return shortName(scalar.properties.generalCategory).hasPrefix(name)
      case .not(let inner): return !any(inner, scalar)
      }
    }
  }

  /// The letters by which Unicode calls a general category.
  private static func shortName(_ category: Unicode.GeneralCategory) -> String {
    switch category {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: "Cn"
    @unknown default: "Cn"
    }
  }
}
