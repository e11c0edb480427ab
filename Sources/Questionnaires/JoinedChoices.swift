import Tables

/// The choices in cells that hold several of them behind a joiner.
struct JoinedChoices: Hashable, Sendable {
  /// The most different parts that are kept; a free text has more.
  static let mostParts = 60

  /// Two parts that stood beside each other.
  struct Pair: Hashable, Sendable {
    var first: String
    var second: String
  }

  /// The joiner.
  let joiner: Character
  /// The number of cells that hold the joiner.
  private(set) var cells = 0
  /// How often each part was seen.
  private(set) var parts: [String: Int] = [:]
  /// How often one part stood right before another.
  private(set) var pairs: [Pair: Int] = [:]
  /// Whether there were more parts than are kept.
  private(set) var isOverfull = false

  init(joiner: Character) { self.joiner = joiner }

  /// The parts of a cell, without spaces around them; a joiner at the end adds none.
  static func split(_ cell: String, _ joiner: Character) -> [String] {
    var parts = cell.split(separator: joiner, omittingEmptySubsequences: false).map { trimmed($0) }
    if parts.last == "" { parts.removeLast() }
    return parts
  }

  mutating func add(_ cell: String, times: Int) {
    cells += times
    guard !isOverfull else { return }
    let found = Self.split(cell, joiner)
    for part in found { count(part, times) }
    for (first, second) in zip(found, found.dropFirst()) {
      pairs[Pair(first: first, second: second), default: 0] += times
    }
  }

  mutating func add(_ next: JoinedChoices) {
    cells += next.cells
    isOverfull = isOverfull || next.isOverfull
    guard !isOverfull else { return forget() }
    for part in next.parts.keys.sorted() { count(part, next.parts[part] ?? 0) }
    for (pair, times) in next.pairs { pairs[pair, default: 0] += times }
    if isOverfull { forget() }
  }

  private mutating func count(_ part: String, _ times: Int) {
    parts[part, default: 0] += times
    guard parts.count > Self.mostParts else { return }
    isOverfull = true
    forget()
  }

  private mutating func forget() {
    parts = [:]
    pairs = [:]
  }

  /// The choices, in order of the alphabet, when the parts look like choices and not like sentences.
  ///
  /// A part that begins with a small letter, and only ever stands right behind one other part, belongs to that choice:
  /// the choice itself holds the joiner.
  ///
  /// - Parameter alone: How often each value was seen in a cell without the joiner.
  /// - Returns: The choices; nothing when the parts look like anything else.
  func choices(alone: [String: Int]) -> [String]? {
    guard cells >= 2, !isOverfull, !parts.isEmpty else { return nil }
    var counts = parts
    for (value, times) in alone where !value.contains(joiner) { counts[value, default: 0] += times }
    let (merged, pieces, inner) = merge(counts)
    // Somewhere two choices must stand beside each other, or it is a sentence with a comma.
    guard pairs.keys.contains(where: { !inner.contains($0) }) else { return nil }
    var choices: [String: Int] = counts.filter { !pieces.contains($0.key) }
    for (choice, times) in merged { choices[choice] = times }
    for value in alone.keys where choices[value] == nil && !value.contains(joiner) { choices[value] = alone[value] }
    let known = choices.keys.filter { !$0.isEmpty }.sorted()
    let single = known.count { choices[$0] == 1 }
    guard (2...30).contains(known.count), single * 2 <= known.count, known.allSatisfy({ $0.count <= 120 }) else {
      return nil
    }
    return known
  }

  /// The choices that hold the joiner, the parts that they are made of, and the pairs within them.
  private func merge(_ counts: [String: Int]) -> (choices: [String: Int], pieces: Set<String>, inner: Set<Pair>) {
    let capitals = counts.keys.count { $0.first?.isUppercase ?? false }
    guard capitals * 2 > counts.count else { return ([:], [], []) }
    var behind: [String: String] = [:]
    for (pair, times) in pairs {
      guard pair.second.first?.isLowercase ?? false, counts[pair.second] == times else { continue }
      behind[pair.first] = pair.second
    }
    var choices: [String: Int] = [:]
    var pieces: Set<String> = []
    var inner: Set<Pair> = []
    for start in behind.keys.sorted() where start.first?.isUppercase ?? false {
      var words = [start]
      while let last = words.last, let next = behind[last], words.count < 10 { words.append(next) }
      for (first, second) in zip(words, words.dropFirst()) { inner.insert(Pair(first: first, second: second)) }
      choices[words.joined(separator: "\(joiner) ")] = counts[words.last ?? ""] ?? 0
      // A choice may also begin like another one: then its first part stands without the rest as well.
      let whole = counts[words[1]] == counts[start]
      pieces.formUnion(whole ? words : Array(words.dropFirst()))
    }
    return (choices, pieces, inner)
  }
}
