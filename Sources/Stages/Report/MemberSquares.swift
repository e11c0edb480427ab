import Matrices
import Reporting

/// Units on two directions, counted in squares, so that no place of a single unit is told.
///
/// The sheet is divided into squares that touch the origin. Their side is the smallest of some with which at least
/// ``wantedShare`` of the units stand in squares of at least the minimum; when none does, the one that shows most.
struct MemberSquares {
  /// The part of the units that a good division shows.
  static let wantedShare = 0.8
  /// How many squares the wider direction is divided into, from fine to coarse.
  static let divisions = [16, 14, 12, 10, 9, 8, 7, 6, 5, 4, 3]

  /// What may be shown; `nil` when no square has enough units.
  let facts: MemberViewFacts?

  /// Counts units.
  ///
  /// - Parameters:
  ///   - members: The place of each member of each type on both directions; finite.
  ///   - told: Whether each type may be told of; members of others are in no square.
  ///   - least: The least number of units in a square, at least 1.
  /// - Complexity: O(units · divisions).
  init(_ members: [[(x: Double, y: Double)]], told: [Bool], least: Int) {
    let points = members.indices.filter { told[$0] }.flatMap { type in members[type].map { (place: $0, type: type) } }
    let xs = points.map { $0.place.x.roundedToGrid }
    let ys = points.map { $0.place.y.roundedToGrid }
    guard let left = xs.min(), let right = xs.max(), let bottom = ys.min(), let top = ys.max(),
      max(right - left, top - bottom) > 0
    else {
      facts = nil
      return
    }
    let reach = max(right - left, top - bottom)
    var best: (side: Double, squares: [MemberViewFacts.Square], shown: Int)?
    for division in Self.divisions {
      let side = (reach / Double(division)).roundedToGrid
      let squares = Self.squares(xs, ys, points.map(\.type), side: side, least: max(1, least))
      let shown = squares.reduce(0) { $0 + $1.count }
      if shown > best?.shown ?? 0 { best = (side, squares, shown) }
      if Double(shown) >= Self.wantedShare * Double(points.count) { break }
    }
    guard let best else {
      facts = nil
      return
    }
    facts = MemberViewFacts(
      side: best.side, squares: best.squares,
      clouds: members.indices.map { told[$0] ? Self.cloud(members[$0], least: max(2, least)) : nil },
      least: max(1, least), hidden: points.count - best.shown)
  }

  /// The squares with enough units, from the left and from the bottom.
  private static func squares(
    _ xs: [Double], _ ys: [Double], _ types: [Int], side: Double, least: Int
  ) -> [MemberViewFacts.Square] {
    struct Place: Hashable { var column: Int, row: Int }
    var counts: [Place: [Int: Int]] = [:]
    for index in xs.indices {
      let place = Place(column: Int((xs[index] / side).rounded(.down)), row: Int((ys[index] / side).rounded(.down)))
      counts[place, default: [:]][types[index], default: 0] += 1
    }
    return counts.sorted { ($0.key.column, $0.key.row) < ($1.key.column, $1.key.row) }.compactMap { place, types in
      let all = types.values.reduce(0, +)
      let largest = types.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.first
      guard all >= least, let largest else { return nil }
      return MemberViewFacts.Square(
        x: (Double(place.column) + 0.5) * side, y: (Double(place.row) + 0.5) * side, count: all, type: largest.key,
        share: Double(largest.value) / Double(all))
    }
  }

  /// The mean and spread of some places; `nil` for fewer than the least.
  private static func cloud(_ places: [(x: Double, y: Double)], least: Int) -> MemberViewFacts.Cloud? {
    guard places.count >= least else { return nil }
    let count = Double(places.count)
    let x = places.reduce(0) { $0 + $1.x } / count
    let y = places.reduce(0) { $0 + $1.y } / count
    func spread(_ product: ((x: Double, y: Double)) -> Double) -> Double {
      places.reduce(0) { $0 + product($1) } / (count - 1)
    }
    return MemberViewFacts.Cloud(
      x: x, y: y, xx: spread { ($0.x - x) * ($0.x - x) }, xy: spread { ($0.x - x) * ($0.y - y) },
      yy: spread { ($0.y - y) * ($0.y - y) })
  }
}
