import Clustering
import Matrices

/// What members and centroids say of each pair of an earlier type and a type of now.
struct Votes {
  /// The number of types of now.
  let count: Int
  private let shared: [[Int]]
  private let nearest: [[Int]]
  private let hasCentroids: Bool
  /// How many units can stay of each type, by members and by centroids.
  private let members: (earlier: [Double], now: [Double])
  private let nearby: (earlier: [Double], now: [Double])
  /// Whether too few members of a type are in both waves.
  private let isFew: (earlier: [Bool], now: [Bool])

  init(_ shared: [[Int]], staying: (earlier: [Double], now: [Double])?, nearest: [[Int]]?, far: [Int]?) {
    let count = staying?.now.count ?? shared.first?.count ?? 0
    precondition(shared.allSatisfy { $0.count == count }, "a number for each type of now")
    precondition(
      nearest.map { $0.count == shared.count && $0.allSatisfy { $0.count == count } } ?? true,
      "as many votes as there are pairs of types")
    precondition(far.map { $0.count == count } ?? true, "a number for each type of now")
    let sums = Self.sums(of: shared, count)
    let least = nearest == nil ? 0 : Double(TypeCorrespondence.leastMembers)
    self.count = count
    self.shared = shared
    self.nearest = nearest ?? shared
    hasCentroids = nearest != nil
    members = staying ?? sums
    let votes = Self.sums(of: self.nearest, count)
    nearby = (earlier: votes.earlier, now: votes.now.enumerated().map { $1 + Double(far?[$0] ?? 0) })
    isFew = (earlier: sums.earlier.map { $0 < least }, now: sums.now.map { $0 < least })
  }

  private static func sums(of table: [[Int]], _ count: Int) -> (earlier: [Double], now: [Double]) {
    (
      earlier: table.map { Double($0.reduce(0, +)) },
      now: (0..<count).map { type in Double(table.reduce(0) { $0 + $1[type] }) }
    )
  }

  private func isByCentroids(_ row: Int, _ type: Int) -> Bool { isFew.earlier[row] || isFew.now[type] }

  /// The units that speak for the pair.
  subscript(row: Int, type: Int) -> Int { isByCentroids(row, type) ? nearest[row][type] : shared[row][type] }

  /// What is matched: the units that speak for each pair, and among equals the other kind of votes.
  var matched: [[Int]] {
    let total = max(shared.joined().reduce(0, +), nearest.joined().reduce(0, +))
    return shared.indices.map { row in
      (0..<count).map { type in
        self[row, type] * (total + 1) + (isByCentroids(row, type) ? shared : nearest)[row][type]
      }
    }
  }

  /// Whether most of a type of now comes from an earlier type.
  func isPart(_ type: Int, of row: Int) -> Bool {
    isMost(self[row, type], of: (isByCentroids(row, type) ? nearby : members).now[type])
  }

  /// Whether most of an earlier type went to a type of now.
  func goes(_ row: Int, to type: Int) -> Bool {
    isMost(self[row, type], of: (isByCentroids(row, type) ? nearby : members).earlier[row])
  }

  /// Whether most units of a type of now are nearest to an earlier type.
  func isNearPart(_ type: Int, of row: Int) -> Bool { hasCentroids && isMost(nearest[row][type], of: nearby.now[type]) }

  /// Whether most of the votes for an earlier type are those of a type of now.
  func goesNear(_ row: Int, to type: Int) -> Bool {
    hasCentroids && isMost(nearest[row][type], of: nearby.earlier[row])
  }

  /// Returns which types are kept: those that are given, and of the others those that the votes find.
  func completing(_ kept: [Int?]) -> [Int?] {
    guard hasCentroids else { return kept }
    let rows = kept.indices.filter { kept[$0] == nil }
    let columns = (0..<count).filter { !kept.contains($0) }
    let found = optimalMatching(rows.map { row in columns.map { nearest[row][$0] } })
    var kept = kept
    for (row, column) in zip(rows, found) {
      guard let type = column.map({ columns[$0] }), isNearPart(type, of: row), goesNear(row, to: type) else { continue }
      kept[row] = type
    }
    return kept
  }

  private func isMost(_ part: Int, of whole: Double) -> Bool {
    part > 0 && (2 * Double(part)).roundedToGrid > whole.roundedToGrid
  }
}
