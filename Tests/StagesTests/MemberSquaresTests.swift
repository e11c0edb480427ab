import Reporting
import Testing

@testable import Stages

/// Units on two directions, counted in squares.
@Suite struct MemberSquaresTests {
  private typealias Place = (x: Double, y: Double)

  private func around(_ x: Double, _ y: Double, _ count: Int) -> [Place] {
    (0..<count).map { (x + Double($0) * 0.001, y + Double($0) * 0.001) }
  }

  @Test func `a square counts its units and names the largest type`() throws {
    // Six of A and two of B left below, five of B right above; 16 squares across, and all are shown.
    let members = [around(0.01, 0.01, 6), around(0.02, 0.02, 2) + around(15.9, 15.9, 5)]
    let facts = try #require(MemberSquares(members, told: [true, true], least: 5).facts)
    #expect(facts.squares.map(\.count) == [8, 5])
    #expect(facts.squares.map(\.type) == [0, 1])
    #expect(facts.squares.map(\.share) == [0.75, 1])
    #expect(facts.hidden == 0 && facts.least == 5)
    #expect(facts.squares[0].x == facts.side / 2 && facts.squares[0].y == facts.side / 2)
  }

  @Test func `of as many of two types the first is named`() throws {
    let facts = try #require(
      MemberSquares([around(0.1, 0.1, 3), around(0.1, 0.1, 3), around(9, 9, 6)], told: [true, true, true], least: 5)
        .facts)
    #expect(facts.squares.first?.type == 0 && facts.squares.first?.share == 0.5)
  }

  @Test func `squares of fewer than the least are not shown and counted`() throws {
    let members = [around(0.1, 0.1, 20), around(9.9, 9.9, 4)]
    let facts = try #require(MemberSquares(members, told: [true, true], least: 5).facts)
    #expect(facts.squares.map(\.count) == [20])
    #expect(facts.hidden == 4)
    #expect(facts.clouds[0] != nil && facts.clouds[1] == nil, "four are too few for a mean")
  }

  @Test func `squares become larger until four in five units are shown`() throws {
    // Twenty units in a row: with 16 squares hardly two stand together, with 3 six or seven.
    let row = (0..<20).map { (x: Double($0), y: 0.5) }
    let facts = try #require(MemberSquares([row], told: [true], least: 5).facts)
    #expect(facts.squares.reduce(0) { $0 + $1.count } >= 16)
    #expect(facts.squares.allSatisfy { $0.count >= 5 })
    #expect(facts.side >= 19.0 / 4)
  }

  @Test func `members of a type that may not be told of are in no square`() throws {
    let members = [around(0.1, 0.1, 6), around(0.1, 0.1, 30)]
    let facts = MemberSquares(members, told: [true, false], least: 5).facts
    #expect(facts?.squares.map(\.count) ?? [6] == [6])
    #expect(facts?.clouds[1] == nil)
  }

  @Test func `without units, or with all in one place, nothing is drawn`() {
    #expect(MemberSquares([], told: [], least: 5).facts == nil)
    #expect(MemberSquares([[(1, 1), (1, 1)]], told: [true], least: 1).facts == nil)
    #expect(MemberSquares([[(0, 0), (1, 1)]], told: [true], least: 5).facts == nil)
  }

  @Test func `the spread of a type is its covariance`() throws {
    let places: [Place] = [(0, 0), (2, 0), (0, 2), (2, 2), (1, 1)]
    let facts = try #require(MemberSquares([places], told: [true], least: 1).facts)
    let cloud = try #require(facts.clouds[0])
    #expect(cloud.x == 1 && cloud.y == 1 && cloud.xx == 1 && cloud.yy == 1 && cloud.xy == 0)
  }

  @Test(arguments: 1...20)
  func `every unit is in a square that is shown or counted as hidden, and order does not matter`(
    seed: Int
  ) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func roll() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24)
    }
    let members = (0..<4).map { type in
      (0..<(10 + seed)).map { _ in (x: Double(type) + 2 * roll() - 3, y: 3 * roll() * roll()) }
    }
    let told = [true, true, true, true]
    let facts = try #require(MemberSquares(members, told: told, least: 5).facts)
    #expect(facts.squares.reduce(0) { $0 + $1.count } + facts.hidden == 4 * (10 + seed))
    #expect(facts.squares.allSatisfy { $0.count >= 5 && $0.share >= 0.25 && $0.share <= 1 })
    let turned = MemberSquares(members.map { $0.reversed() }, told: told, least: 5).facts
    #expect(turned?.squares == facts.squares && turned?.side == facts.side)
  }
}
