import Matrices
import Testing

@testable import Waves

@Suite struct MovementsTests {
  private typealias Place = UnitPlace

  /// Two types that are the same two types in both waves.
  private let same = TypeCorrespondence([[10, 1], [1, 10]])

  @Test func `the probability of the same type worked by hand`() {
    // .8 · .9 + .2 · .1
    #expect(abs(Movements.chanceOfSame([0.8, 0.2], [0.9, 0.1], same) - 0.74) < 1e-9)
    #expect(Movements.chanceOfSame([1, 0], [0, 1], same) == 0)
    #expect(Movements.chanceOfSame([1, 0], [1, 0], same) == 1)
    // The types are numbered the other way round.
    let turned = TypeCorrespondence([[1, 10], [10, 1]])
    #expect(abs(Movements.chanceOfSame([0.8, 0.2], [0.9, 0.1], turned) - 0.26) < 1e-9)
  }

  @Test func `a move is beyond noise only when both waves are sure`() {
    let moved = [
      (Place(type: 0, shares: [0.99, 0.01]), Place(type: 1, shares: [0.02, 0.98])),
      (Place(type: 0, shares: [0.99, 0.01]), Place(type: 1, shares: [0.40, 0.60])),
      (Place(type: 0, shares: [0.60, 0.40]), Place(type: 1, shares: [0.01, 0.99])),
      (Place(type: 0, shares: [0.60, 0.40]), Place(type: 0, shares: [0.99, 0.01])),
      (Place(type: 1, shares: [0.03, 0.97]), Place(type: 0, shares: [0.98, 0.02])),
    ]
    let movements = Movements(moved.map(\.0), moved.map(\.1), same)
    #expect(movements.movements == [.beyondNoise, .withinNoise, .withinNoise, .stayed, .beyondNoise])
    #expect(movements.count(of: .beyondNoise) == 2)
    #expect(abs(movements.chancesOfSame[0] - (0.99 * 0.02 + 0.01 * 0.98)) < 1e-9)
  }

  @Test func `a probability of exactly the level is noise`() {
    let earlier = [Place(type: 0, shares: [1, 0])]
    #expect(Movements(earlier, [Place(type: 1, shares: [0.05, 0.95])], same).movements == [.withinNoise])
    #expect(Movements(earlier, [Place(type: 1, shares: [0.045, 0.955])], same).movements == [.beyondNoise])
  }

  @Test func `who goes from a type to a part of it did not move`() {
    let split = TypeCorrespondence([[12, 12, 1], [1, 0, 30]])
    let earlier = [Place(type: 0, shares: [1, 0]), Place(type: 0, shares: [1, 0])]
    let now = [Place(type: 1, shares: [0, 1, 0]), Place(type: 2, shares: [0, 0, 1])]
    let movements = Movements(earlier, now, split)
    #expect(movements.movements == [.stayed, .beyondNoise])
    #expect(movements.chancesOfSame == [1, 0])
  }

  @Test func `a unit of a type that is gone, or is new, is counted apart`() {
    let types = TypeCorrespondence([[20, 0, 4], [0, 20, 4], [2, 2, 2]])
    let earlier = [Place(type: 2, shares: [0, 0, 1]), Place(type: 0, shares: [1, 0, 0])]
    let now = [Place(type: 0, shares: [1, 0, 0]), Place(type: 2, shares: [0, 0, 1])]
    #expect(Movements(earlier, now, types).movements == [.withoutCounterpart, .withoutCounterpart])
  }

  @Test func `the moves that noise leads to expect, worked by hand`() {
    // 1 - (.64 + .04) is .32, 1 - (.81 + .01) is .18: .25 on average; a unit that is sure in both adds none.
    let movements = Movements(
      [Place(type: 0, shares: [0.8, 0.2]), Place(type: 0, shares: [1, 0])],
      [Place(type: 0, shares: [0.9, 0.1]), Place(type: 1, shares: [0, 1])], same)
    #expect(abs(movements.expectedByNoise - 0.25) < 1e-12)
    #expect(Movements([], [], same).expectedByNoise == 0)
    #expect(Movements([], [], same).movements.isEmpty)
  }

  // MARK: - Two waves in which nothing changed

  /// A wave of units that lie where they lie, seen through a few respondents each, and redrawn 200 times.
  private func wave(_ positions: [(x: Double, y: Double)], seed: UInt64, noise: Double) -> [Place] {
    let centres = [(0.0, 0.0), (2.0, 0.0), (0.0, 2.0), (2.0, 2.0)]
    func nearest(_ x: Double, _ y: Double) -> Int {
      let distances = centres.map { ($0.0 - x) * ($0.0 - x) + ($0.1 - y) * ($0.1 - y) }
      return distances.indices.min { distances[$0] < distances[$1] } ?? 0
    }
    return positions.enumerated().map { unit, position in
      var generator = SeededGenerator(seed: seed, streams: unit)
      func shaken(_ value: Double) -> Double { value + noise * generator.normal() }
      let (x, y) = (shaken(position.x), shaken(position.y))
      var counts = centres.map { _ in 0 }
      for _ in 0..<200 { counts[nearest(shaken(x), shaken(y))] += 1 }
      return Place(type: nearest(x, y), shares: counts.map { Double($0) / 200 })
    }
  }

  @Test(arguments: [0.2, 0.5, 1.0])
  func `when nothing changed fewer than 5 % of the units move beyond noise`(noise: Double) {
    var (moved, beyond, expected, units) = (0, 0, 0.0, 0)
    for seed in UInt64(1)...10 {
      var generator = SeededGenerator(seed: seed)
      let positions = (0..<200).map { _ in (x: 3 * generator.uniform() - 0.5, y: 3 * generator.uniform() - 0.5) }
      let first = wave(positions, seed: 100 + seed, noise: noise)
      let second = wave(positions, seed: 200 + seed, noise: noise)
      let types = TypeCorrespondence(first, second, types: (earlier: 4, now: 4))
      let movements = Movements(first, second, types)
      units += first.count
      moved += first.count - movements.count(of: .stayed)
      beyond += movements.count(of: .beyondNoise)
      expected += movements.expectedByNoise
    }
    #expect(units == 2000 && moved > 0)
    #expect(Double(beyond) < 0.05 * Double(units), "\(beyond) of \(units) moved beyond noise")
    // What is expected of noise is near what noise did.
    #expect(abs(expected - Double(moved)) < 0.35 * Double(moved), "\(expected) expected, \(moved) moved")
  }

  @Test func `who moved far is found`() {
    var generator = SeededGenerator(seed: 3)
    let positions = (0..<200).map { _ in (x: 2.0 * Double(generator.next() % 2), y: 2.0 * Double(generator.next() % 2))
    }
    var changed = positions
    for unit in 0..<20 { changed[unit].x = 2 - changed[unit].x }
    let first = wave(positions, seed: 4, noise: 0.3)
    let second = wave(changed, seed: 5, noise: 0.3)
    let types = TypeCorrespondence(first, second, types: (earlier: 4, now: 4))
    let movements = Movements(first, second, types)
    let found = movements.movements.indices.filter { movements.movements[$0] == .beyondNoise }
    #expect(found.count { $0 < 20 } >= 19)
    #expect(found.count { $0 >= 20 } <= 1)
  }
}
