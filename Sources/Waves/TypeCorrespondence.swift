import Clustering
import Matrices

/// Which types of one wave the types of the next one are, judged by the units that are in both.
///
/// Noise moves units even when nothing changed: of a type only as many members stay as the sum of their certainties. A type
/// lives on when more than half of these stay together; where all are sure, that is more than half of the units:
///
/// - *kept*: an earlier type and one of now are matched, and share more than half of what can stay of each;
/// - *split off*: a type of now shares more than half of what can stay of it with an earlier type, and is not that type;
/// - *merged*: an earlier type shares more than half of what can stay of it with a type of now, and is not that type;
/// - *new* and *retired*: none of these.
///
/// The matching is the one-to-one matching that shares most units in all. Halves that are exactly halves decide nothing; of
/// several types that would do, the one that shares most counts, and of equals the first.
///
/// > Spiliopoulou, M., Ntoutsi, I., Theodoridis, Y. and Schult, R. (2006). MONIC: modeling and monitoring cluster
/// > transitions. doi:10.1145/1150402.1150491
public struct TypeCorrespondence: Hashable, Sendable {
  /// What became of an earlier type; types of now by their indices.
  public enum Fate: Hashable, Sendable {
    /// It is this type of now.
    case kept(as: Int)
    /// It fell apart into these, in the order of their indices.
    case split(into: [Int])
    /// Most of it went to this one.
    case merged(into: Int)
    /// It is not there any more.
    case retired
  }

  /// Where a type of now comes from; earlier types by their indices.
  public enum Origin: Hashable, Sendable {
    /// It is this earlier type.
    case kept(from: Int)
    /// It was a part of this one.
    case split(from: Int)
    /// Most of each of these went to it, in the order of their indices.
    case merged(of: [Int])
    /// It was not there.
    case new
  }

  /// The number of units that each two types share: *k* earlier types, each with *m* numbers.
  public let shared: [[Int]]
  /// The type of now that each earlier type is matched with, *k* indices; `nil` for one that is left over.
  public let matching: [Int?]
  /// What became of each earlier type.
  public let fates: [Fate]
  /// Where each type of now comes from.
  public let origins: [Origin]

  /// Compares the types of two waves.
  ///
  /// - Parameters:
  ///   - shared: The number of units that each earlier type shares with each type of now: *k* rows of *m* numbers.
  ///   - staying: How many of the shared units of each type would stay if nothing changed, *k* and *m* numbers; all of them
  ///     when left out, in which case there must be an earlier type.
  /// - Precondition: All rows have *m* numbers.
  /// - Complexity: O(max(*k*, *m*)³), as ``Clustering/optimalMatching(_:)``.
  public init(_ shared: [[Int]], staying: (earlier: [Double], now: [Double])? = nil) {
    let count = staying?.now.count ?? shared.first?.count ?? 0
    precondition(shared.allSatisfy { $0.count == count }, "a number for each type of now")
    let sums = (0..<count).map { type in Double(shared.reduce(0) { $0 + $1[type] }) }
    let most = staying ?? (earlier: shared.map { Double($0.reduce(0, +)) }, now: sums)
    let matching = optimalMatching(shared)
    func isMostOf(_ whole: Double, _ part: Int) -> Bool {
      part > 0 && (2 * Double(part)).roundedToGrid > whole.roundedToGrid
    }
    func isPart(_ type: Int, of row: Int) -> Bool { isMostOf(most.now[type], shared[row][type]) }
    func goes(_ row: Int, to type: Int) -> Bool { isMostOf(most.earlier[row], shared[row][type]) }

    let kept = matching.enumerated().map { row, column in
      column.flatMap { isPart($0, of: row) && goes(row, to: $0) ? $0 : nil }
    }
    let parents = (0..<count).map { type in
      highest(shared.indices.filter { isPart(type, of: $0) }) { shared[$0][type] }
    }
    let receivers = shared.indices.map { row in
      highest((0..<count).filter { goes(row, to: $0) }) { shared[row][$0] }
    }
    let origins = (0..<count).map { type -> Origin in
      if let row = kept.firstIndex(of: type) { return .kept(from: row) }
      if let row = parents[type] { return .split(from: row) }
      let parts = shared.indices.filter { kept[$0] == nil && receivers[$0] == type }
      return parts.isEmpty ? .new : .merged(of: parts)
    }
    self.shared = shared
    self.matching = matching
    self.origins = origins
    fates = shared.indices.map { row in
      if let type = kept[row] { return .kept(as: type) }
      let parts = (0..<count).filter { origins[$0] == .split(from: row) }
      if !parts.isEmpty { return .split(into: (0..<count).filter { parts.contains($0) || receivers[row] == $0 }) }
      return receivers[row].map { .merged(into: $0) } ?? .retired
    }
  }

  /// Compares the types of units that are in both waves.
  ///
  /// - Parameters:
  ///   - earlier: The place of each unit in the earlier wave.
  ///   - now: Its place in this wave, in the same order.
  ///   - counts: The number of earlier types and of types now.
  /// - Precondition: As many units in both.
  public init(_ earlier: [UnitPlace], _ now: [UnitPlace], types counts: (earlier: Int, now: Int)) {
    precondition(earlier.count == now.count, "a place of each unit in both waves")
    var shared = [[Int]](repeating: Array(repeating: 0, count: counts.now), count: counts.earlier)
    var staying = (
      earlier: [Double](repeating: 0, count: counts.earlier), now: [Double](repeating: 0, count: counts.now)
    )
    for (before, after) in zip(earlier, now) {
      shared[before.type][after.type] += 1
      staying.earlier[before.type] += before.certainty
      staying.now[after.type] += after.certainty
    }
    self.init(shared, staying: staying)
  }

  /// Returns whether a unit that was of one type and is of the other stayed where it was: the type was kept, or the one is
  /// a part of the other.
  public func corresponds(_ earlier: Int, _ type: Int) -> Bool {
    switch (fates[earlier], origins[type]) {
    case (.kept(as: type), _), (.merged(into: type), _), (_, .split(from: earlier)): true
    case (.split(let parts), _): parts.contains(type)
    default: false
    }
  }

  /// Returns whether some type of now is an earlier type, or a part of it, or holds it.
  public func hasHeir(_ earlier: Int) -> Bool { origins.indices.contains { corresponds(earlier, $0) } }

  /// Returns whether a type of now is some earlier type, or a part of it, or holds one.
  public func hasAncestor(_ type: Int) -> Bool { fates.indices.contains { corresponds($0, type) } }
}

/// Returns the index with the highest value, the first of equals; `nil` for none.
private func highest(_ indices: [Int], by value: (Int) -> Int) -> Int? {
  indices.max { (value($0), -$0) < (value($1), -$1) }
}
