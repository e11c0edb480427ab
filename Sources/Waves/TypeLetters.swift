/// The letters of the types of a wave, so that no type is ever renumbered.
///
/// Letters come from earlier typologies, the first of which has the first say:
///
/// - a type that was kept keeps its letter;
/// - a type that others merged into takes the letter of the one that gave it most;
/// - of the parts of a type that fell apart, the one that shares most with it keeps the letter, of equals the one that is
///   matched with it; a part that split off a kept type gets another;
/// - every other type gets the first letter that was never given to any type.
///
/// So a letter stays with its type for ever, and one that is retired never comes back for another.
///
/// Letters are given in the order of the types, which should hang on the division alone, as that of
/// ``Clustering/Partition`` does: then no order of units or types and no seed changes a letter.
public struct TypeLetters: Hashable, Sendable {
  /// A typology that letters are taken from.
  public struct Source: Hashable, Sendable {
    /// Which types of now its types are.
    public var types: TypeCorrespondence
    /// The letters of its types, in their order.
    public var letters: [String]
    /// All letters that were ever given until then; those of its types count as well.
    public var used: [String]

    /// Creates a source.
    ///
    /// - Precondition: A letter for each of its types, no two the same.
    public init(_ types: TypeCorrespondence, letters: [String], used: [String] = []) {
      precondition(types.fates.count == letters.count, "a letter for each type")
      precondition(Set(letters).count == letters.count, "no letter twice")
      self.types = types
      self.letters = letters
      self.used = used
    }
  }

  /// The letter of each type of now.
  public let letters: [String]
  /// All letters that were ever given, these included, from A on.
  public let used: [String]

  /// Gives the types of a wave their letters.
  ///
  /// - Parameters:
  ///   - count: The number of types of now.
  ///   - sources: The typologies that letters are taken from. A later one names types that the ones before it leave
  ///     without a letter, and never by a letter that was given until then.
  /// - Precondition: Each source knows as many types of now.
  /// - Complexity: O(*k* · *m*) for *k* earlier types and *m* types now.
  public init(count: Int, following sources: [Source] = []) {
    precondition(sources.allSatisfy { $0.types.origins.count == count }, "as many types of now in every source")
    var given = [String?](repeating: nil, count: count)
    var used: Set<String> = []
    for source in sources {
      for (type, row) in source.types.ancestors.enumerated() {
        if let row, given[type] == nil, !used.contains(source.letters[row]) { given[type] = source.letters[row] }
      }
      used.formUnion(source.letters + source.used)
    }
    var next = 0
    letters = given.map { letter in
      if let letter { return letter }
      while used.contains(typeLetter(next)) { next += 1 }
      used.insert(typeLetter(next))
      return typeLetter(next)
    }
    self.used = used.sorted(by: isBeforeInLetters)
  }

  /// The types of now in the order of their letters.
  public var order: [Int] { letters.indices.sorted { isBeforeInLetters(letters[$0], letters[$1]) } }
}

extension TypeCorrespondence {
  /// The earlier type that hands its letter to each type of now; no earlier type does so twice.
  public var ancestors: [Int?] {
    var ancestors = [Int?](repeating: nil, count: origins.count)
    for (type, origin) in origins.enumerated() {
      switch origin {
      case .kept(let row): ancestors[type] = row
      case .merged(let rows): ancestors[type] = rows.max { (votes[$0][type], -$0) < (votes[$1][type], -$1) }
      case .split, .new: break
      }
    }
    for row in fates.indices where !ancestors.contains(row) {
      let parts = origins.indices.filter { origins[$0] == .split(from: row) }
      func rank(_ part: Int) -> (Int, Int, Int) { (votes[row][part], matching[row] == part ? 1 : 0, -part) }
      if let heir = parts.max(by: { rank($0) < rank($1) }) { ancestors[heir] = row }
    }
    return ancestors
  }
}

/// Returns the letter with a number from 0: A to Z, then AA, AB and so on.
public func typeLetter(_ index: Int) -> String {
  let letter = String(Character(Unicode.Scalar(UInt8(65 + index % 26))))
  return index < 26 ? letter : typeLetter(index / 26 - 1) + letter
}

/// Returns whether a letter comes before another: Z before AA.
public func isBeforeInLetters(_ first: String, _ second: String) -> Bool {
  (first.utf8.count, first) < (second.utf8.count, second)
}
