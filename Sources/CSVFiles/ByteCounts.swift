/// What some bytes of a file hold, as far as it matters for reading it.
///
/// Counts of parts add up to those of the whole.
struct ByteCounts: Sendable {
  /// Whether the number of quotes is odd.
  var hasOddQuotes = false
  /// The line feeds, carriage returns, and line feeds right behind a carriage return.
  var lineFeeds = 0
  var carriageReturns = 0
  var pairs = 0
  /// The offset of the first NUL.
  var nul: Int?
  /// The well-formed sequences of UTF-8 beyond ASCII, but for byte-order marks.
  var sequences = 0
  /// Those that are part of a character that was encoded twice, and the number of such characters.
  var twiceSequences = 0
  var twice = 0
  var firstTwice: Int?
  /// The byte-order marks, but for one at the very beginning.
  var marks = 0
  var firstMark: Int?
  /// The bytes beyond ASCII that are part of no well-formed sequence.
  var invalid = 0
  var firstInvalid: Int?
  /// Those bytes counted by their neighbours.
  var highBytes: HighBytes?

  /// The line breaks.
  var lineEnds: Int { lineFeeds + carriageReturns - pairs }

  /// Adds the counts of the part that follows.
  mutating func add(_ next: ByteCounts) {
    hasOddQuotes = hasOddQuotes != next.hasOddQuotes
    lineFeeds += next.lineFeeds
    carriageReturns += next.carriageReturns
    pairs += next.pairs
    nul = nul ?? next.nul
    sequences += next.sequences
    twiceSequences += next.twiceSequences
    twice += next.twice
    firstTwice = firstTwice ?? next.firstTwice
    marks += next.marks
    firstMark = firstMark ?? next.firstMark
    invalid += next.invalid
    firstInvalid = firstInvalid ?? next.firstInvalid
    if let more = next.highBytes {
      if highBytes == nil { highBytes = more } else { highBytes?.add(more) }
    }
  }
}

/// Bytes from 80 on that are no UTF-8, counted by what stands before and behind them.
struct HighBytes: Hashable, Sendable {
  /// What stands beside a byte.
  enum Neighbour: Int, CaseIterable {
    /// A small letter, or another byte from 80 on.
    case small
    /// A capital letter.
    case capital
    /// Anything else, or nothing.
    case other

    init(_ byte: UInt8) {
      switch byte {
      case 0x61...0x7A, 0x80...: self = .small
      case 0x41...0x5A: self = .capital
      default: self = .other
      }
    }
  }

  private var counts = [Int](repeating: 0, count: 128 * 9)

  /// Counts a byte.
  mutating func count(_ byte: UInt8, before: UInt8, after: UInt8) {
    counts[Self.index(byte, Neighbour(before), Neighbour(after))] += 1
  }

  /// How often a byte stands between such neighbours.
  func count(_ byte: UInt8, _ before: Neighbour, _ after: Neighbour) -> Int {
    counts[Self.index(byte, before, after)]
  }

  /// How often a byte occurs.
  func count(_ byte: UInt8) -> Int {
    let first = Self.index(byte, .small, .small)
    return counts[first..<first + 9].reduce(0, +)
  }

  /// Adds other counts.
  mutating func add(_ other: HighBytes) {
    for index in counts.indices { counts[index] += other.counts[index] }
  }

  private static func index(_ byte: UInt8, _ before: Neighbour, _ after: Neighbour) -> Int {
    (Int(byte) - 128) * 9 + before.rawValue * 3 + after.rawValue
  }
}
