/// Where the units of one wave are in the next: of which type, without an answer, or no longer there.
///
/// A unit is followed to the one that it became. Each unit of the earlier wave counts once, also when several became one; a
/// unit that was divided, or is not there any more, *left*. Units of the later wave that no unit became *entered*.
public struct Transitions: Hashable, Sendable {
  /// Where a unit is in a wave.
  public enum Place: Hashable, Sendable {
    /// It is of this type, by its letter.
    case type(String)
    /// It is there, and did not answer.
    case noAnswer
    /// It was not there yet.
    case entered
    /// It is not there any more.
    case left

    /// How it is written in tables.
    public var text: String {
      switch self {
      case .type(let letter): letter
      case .noAnswer: "no_answer"
      case .entered: "entered"
      case .left: "left"
      }
    }
  }

  /// How many units went from one place to another.
  public struct Flow: Hashable, Sendable {
    /// Where they were.
    public var from: Place
    /// Where they are.
    public var to: Place
    /// How many they are.
    public var units: Int
    /// Their share of all that were there, from 0 to 1; 0 when nobody was.
    public var share: Double
  }

  /// The flows: between any two types, also where nobody went; of other places only where somebody did.
  ///
  /// Types come by their letters, A to Z before AA, then those without an answer, those that entered and those that left.
  public let flows: [Flow]

  /// Counts the units of two waves that follow each other.
  ///
  /// - Parameters:
  ///   - earlier: Where each unit is in the earlier wave, by its code.
  ///   - now: Where each unit is in the later wave.
  ///   - types: The letters of the types of both, also of those without units.
  ///   - successor: The code in the later wave of what a unit of the earlier one became; `nil` when it was divided or is gone.
  /// - Complexity: O(*n* + *k* · *m*) for *n* units and *k* and *m* types.
  public init(
    _ earlier: [String: Place], _ now: [String: Place], types: (earlier: [String], now: [String]),
    successor: (String) -> String?
  ) {
    var counts: [Pair: Int] = [:]
    var isReached: Set<String> = []
    for (unit, from) in earlier {
      let code = successor(unit)
      let to = code.flatMap { now[$0] }
      if let code, to != nil { isReached.insert(code) }
      counts[Pair(from: from, to: to ?? .left), default: 0] += 1
    }
    for (unit, to) in now where !isReached.contains(unit) {
      counts[Pair(from: .entered, to: to), default: 0] += 1
    }
    for from in types.earlier {
      for to in types.now { counts[Pair(from: .type(from), to: .type(to)), default: 0] += 0 }
    }
    var wholes: [Place: Int] = [:]
    for (pair, count) in counts { wholes[pair.from, default: 0] += count }
    flows = counts.sorted { $0.key < $1.key }.map { pair, count in
      let whole = wholes[pair.from] ?? 0
      return Flow(from: pair.from, to: pair.to, units: count, share: Double(count) / Double(max(1, whole)))
    }
  }

  /// The number of units that went from one place to another.
  public func units(from: Place, to: Place) -> Int {
    flows.first { $0.from == from && $0.to == to }?.units ?? 0
  }
}

/// Two places, ordered as tables have them.
private struct Pair: Hashable, Comparable {
  var from: Transitions.Place
  var to: Transitions.Place

  static func < (first: Pair, second: Pair) -> Bool {
    first.from == second.from ? isBefore(first.to, second.to) : isBefore(first.from, second.from)
  }

  private static func isBefore(_ first: Transitions.Place, _ second: Transitions.Place) -> Bool {
    rank(first) < rank(second)
  }

  private static func rank(_ place: Transitions.Place) -> (Int, Int, String) {
    switch place {
    case .type(let letter): (0, letter.utf8.count, letter)
    case .noAnswer: (1, 0, "")
    case .entered: (2, 0, "")
    case .left: (3, 0, "")
    }
  }
}
