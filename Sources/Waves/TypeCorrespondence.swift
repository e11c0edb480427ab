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
/// Centroids are asked as well, when they are known: a unit of now votes for the earlier type whose centroid is nearest to
/// it, unless it lies farther than all units of that type did. They decide
///
/// - about the pairs of a type of which fewer than ``leastMembers`` units are in both waves;
/// - between pairs that share equally many members;
/// - about types that members do not find to be kept: those of both waves that are left over are matched once more, by
///   the votes, and a pair is kept when each has more than half of the votes of the other;
/// - about types of which members say nothing at all: these are parts of another, or went into another, by the votes.
///
/// So a type that lies where one lay is that type, also when its units are others because many moved, and one that lies where
/// none lay is new. (That the centroids of one set of units are asked to divide another, and the divisions are compared,
/// is how the prediction strength judges clusters.)
///
/// > Spiliopoulou, M., Ntoutsi, I., Theodoridis, Y. and Schult, R. (2006). MONIC: modeling and monitoring cluster
/// > transitions. doi:10.1145/1150402.1150491
///
/// > Tibshirani, R. and Walther, G. (2005). Cluster validation by prediction strength. doi:10.1198/106186005X59243
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

  /// The least number of units in both waves from which on the members of a type decide.
  public static let leastMembers = 5

  /// The number of units that each two types share: *k* earlier types, each with *m* numbers.
  public let shared: [[Int]]
  /// The number of units of each type of now that are nearest to the centroid of each earlier type, *k* x *m*; `nil` when
  /// members alone were asked.
  public let nearest: [[Int]]?
  /// The type of now that each earlier type is matched with, *k* indices; `nil` for one that is left over.
  public let matching: [Int?]
  /// What became of each earlier type.
  public let fates: [Fate]
  /// Where each type of now comes from.
  public let origins: [Origin]
  /// The units that speak for each two types being the same, members or centroids: *k* x *m*.
  let votes: [[Int]]

  /// Compares the types of two waves.
  ///
  /// - Parameters:
  ///   - shared: The number of units that each earlier type shares with each type of now: *k* rows of *m* numbers.
  ///   - staying: How many of the shared units of each type would stay if nothing changed, *k* and *m* numbers; all of them
  ///     when left out, in which case there must be an earlier type.
  ///   - nearest: The number of units of each type of now, in both waves or not, that are nearest to the centroid of each
  ///     earlier type: *k* rows of *m* numbers. When it is left out, members alone decide.
  ///   - far: The number of units of each type of now that vote for none, because they lie far from all earlier types.
  /// - Precondition: All rows have *m* numbers.
  /// - Complexity: O(max(*k*, *m*)³), as ``Clustering/optimalMatching(_:)``.
  public init(
    _ shared: [[Int]], staying: (earlier: [Double], now: [Double])? = nil, nearest: [[Int]]? = nil, far: [Int]? = nil
  ) {
    let votes = Votes(shared, staying: staying, nearest: nearest, far: far)
    let columns = 0..<votes.count
    let matching = optimalMatching(votes.matched)
    let kept = votes.completing(
      matching.enumerated().map { row, column in
        column.flatMap { votes.isPart($0, of: row) && votes.goes(row, to: $0) ? $0 : nil }
      })
    let parents = columns.map { type in
      highest(shared.indices.filter { votes.isPart(type, of: $0) }) { votes[$0, type] }
        ?? shared.indices.first { votes.isNearPart(type, of: $0) }
    }
    let receivers = shared.indices.map { row in
      highest(columns.filter { votes.goes(row, to: $0) }) { votes[row, $0] }
        ?? columns.first { votes.goesNear(row, to: $0) }
    }
    let origins = columns.map { type -> Origin in
      if let row = kept.firstIndex(of: type) { return .kept(from: row) }
      if let row = parents[type] { return .split(from: row) }
      let parts = shared.indices.filter { kept[$0] == nil && receivers[$0] == type }
      return parts.isEmpty ? .new : .merged(of: parts)
    }
    self.shared = shared
    self.nearest = nearest
    self.matching = zip(kept, matching).map { $0 ?? ($1.flatMap { kept.contains($0) ? nil : $0 }) }
    self.origins = origins
    self.votes = shared.indices.map { row in columns.map { votes[row, $0] } }
    fates = shared.indices.map { row in
      if let type = kept[row] { return .kept(as: type) }
      let parts = columns.filter { origins[$0] == .split(from: row) }
      if !parts.isEmpty { return .split(into: columns.filter { parts.contains($0) || receivers[row] == $0 }) }
      return receivers[row].map { .merged(into: $0) } ?? .retired
    }
  }

  /// Compares the types of units that are in both waves.
  ///
  /// - Parameters:
  ///   - earlier: The place of each unit in the earlier wave.
  ///   - now: Its place in this wave, in the same order.
  ///   - counts: The number of earlier types and of types now.
  ///   - nearest: The number of units of each type of now that are nearest to the centroid of each earlier type, if known.
  ///   - far: The number of those that are far from all of them.
  /// - Precondition: As many units in both.
  public init(
    _ earlier: [UnitPlace], _ now: [UnitPlace], types counts: (earlier: Int, now: Int), nearest: [[Int]]? = nil,
    far: [Int]? = nil
  ) {
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
    self.init(shared, staying: staying, nearest: nearest, far: far)
  }

  /// What an earlier type and a type of now are to each other.
  public enum Relation: String, Hashable, Sendable, CaseIterable {
    /// The same type.
    case kept
    /// The type of now is a part of the earlier one.
    case split
    /// The earlier one went into the type of now.
    case merged
  }

  /// Restores a comparison from what each two types are to each other, as ``relation(_:_:)`` tells it.
  ///
  /// - Parameters:
  ///   - shared: The number of units that each earlier type shares with each type of now: *k* rows of *m* numbers.
  ///   - relations: What they are to each other, *k* x *m*; `nil` for two that have nothing to do with each other.
  ///   - nearest: As in ``init(_:staying:nearest:far:)``.
  /// - Precondition: The shapes are the same, and there is an earlier type. Of two that claim to be the same type as a third
  ///   the first counts.
  public init(_ shared: [[Int]], relations: [[Relation?]], nearest: [[Int]]? = nil) {
    let columns = relations.first?.indices ?? 0..<0
    let kept = relations.map { row in columns.first { row[$0] == .kept } }
    func rows(_ relation: Relation, _ type: Int) -> [Int] {
      relations.indices.filter { relations[$0][type] == relation }
    }
    self.shared = shared
    self.nearest = nearest
    votes = shared
    matching = kept
    fates = relations.indices.map { row in
      if let type = kept[row] { return .kept(as: type) }
      let merged = columns.filter { relations[row][$0] == .merged }
      guard columns.contains(where: { relations[row][$0] == .split }) else {
        return merged.first.map { .merged(into: $0) } ?? .retired
      }
      return .split(into: columns.filter { relations[row][$0] == .split || merged.contains($0) })
    }
    origins = columns.map { type in
      if let row = rows(.kept, type).first { return .kept(from: row) }
      if let row = rows(.split, type).first { return .split(from: row) }
      let parts = rows(.merged, type)
      return parts.isEmpty ? .new : .merged(of: parts)
    }
  }

  /// Returns what an earlier type and a type of now are to each other; `nil` when they have nothing to do with each other.
  public func relation(_ earlier: Int, _ type: Int) -> Relation? {
    if fates[earlier] == .kept(as: type) { return .kept }
    if origins[type] == .split(from: earlier) { return .split }
    return corresponds(earlier, type) ? .merged : nil
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
