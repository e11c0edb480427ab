import Clustering
import Matrices
import Testing

@testable import Waves

@Suite struct TypeLettersTests {
  private func letters(_ shared: [[Int]], used: [String] = []) -> [String] {
    let earlier = shared.indices.map(typeLetter)
    return TypeLetters(
      count: shared[0].count, following: [.init(TypeCorrespondence(shared), letters: earlier, used: used)]
    ).letters
  }

  @Test func `a first wave has the letters in their order`() {
    let letters = TypeLetters(count: 3)
    #expect(letters.letters == ["A", "B", "C"])
    #expect(letters.used == ["A", "B", "C"])
    #expect(typeLetter(25) == "Z" && typeLetter(26) == "AA" && typeLetter(27) == "AB" && typeLetter(702) == "AAA")
    #expect(isBeforeInLetters("Z", "AA") && isBeforeInLetters("A", "B") && !isBeforeInLetters("B", "B"))
  }

  @Test func `types that are found in another order keep their letters`() {
    #expect(letters([[1, 20, 2], [2, 1, 30], [25, 0, 0]]) == ["C", "A", "B"])
  }

  @Test func `a part that splits off gets another letter, and the largest part keeps it`() {
    // Type A is kept and loses a part.
    #expect(letters([[18, 12, 0], [0, 0, 30]]) == ["A", "C", "B"])
    // Type A falls apart in halves: of equal parts the one that is matched with it.
    #expect(letters([[12, 12, 1], [1, 0, 30]]) == ["A", "C", "B"])
    #expect(letters([[12, 13, 1], [1, 0, 30]]) == ["C", "A", "B"])
  }

  @Test func `a merged type takes the letter of the one that gave it most`() {
    #expect(letters([[20, 1], [9, 2], [0, 30]]) == ["A", "C"])
    #expect(letters([[15, 0], [16, 0], [0, 30]]) == ["B", "C"])
    // Of two that gave as much, the first.
    #expect(letters([[15, 0], [15, 0], [0, 30]]) == ["A", "C"])
  }

  @Test func `a type whose letter went along with a merger hands it to no part`() {
    // Most of A went to the first type of now, with all of B; a part of it is a type of its own.
    let types = TypeCorrespondence([[18, 9, 0], [17, 0, 0], [0, 0, 30]])
    #expect(types.origins == [.split(from: 0), .split(from: 0), .kept(from: 2)])
    #expect(types.fates[1] == .merged(into: 0))
    #expect(letters([[18, 9, 0], [17, 0, 0], [0, 0, 30]]) == ["A", "D", "C"])
    let third = TypeCorrespondence([[17, 9, 0, 0], [17, 0, 0, 5], [0, 0, 30, 0], [17, 0, 0, 6]])
    #expect(third.origins == [.merged(of: [0, 1, 3]), .split(from: 0), .kept(from: 2), .split(from: 3)])
    #expect(third.ancestors == [0, nil, 2, 3])
  }

  @Test func `a letter that was ever used names no other type`() {
    // C is new, and C and D were used by waves before.
    #expect(letters([[20, 0, 4], [0, 20, 4], [2, 2, 2]], used: ["D"]) == ["A", "B", "E"])
    let gone = TypeCorrespondence([[20, 0, 4], [0, 0, 0]])
    let now = TypeLetters(count: 3, following: [.init(gone, letters: ["F", "Z"], used: ["A", "B", "C", "D", "E"])])
    #expect(now.letters == ["F", "G", "H"])
    #expect(now.used == ["A", "B", "C", "D", "E", "F", "G", "H", "Z"])
    let none = TypeCorrespondence([], staying: (earlier: [], now: [0, 0]))
    #expect(TypeLetters(count: 2, following: [.init(none, letters: [], used: ["A"])]).letters == ["B", "C"])
  }

  @Test func `a second source names what the first leaves without a letter`() {
    // Since the earlier wave type 1 of now is new; the last run of this wave called it D, and the types it lost C and E.
    let earlier = TypeCorrespondence([[20, 0, 4], [0, 0, 20]])
    let kept = TypeCorrespondence([[0, 30, 0], [24, 0, 0], [0, 0, 25], [0, 0, 0]])
    let both = TypeLetters(
      count: 3,
      following: [.init(earlier, letters: ["A", "B"]), .init(kept, letters: ["D", "A", "B", "E"], used: ["C"])])
    #expect(both.letters == ["A", "D", "B"])
    #expect(both.used == ["A", "B", "C", "D", "E"])
    // It never gives a letter that the first source knows: B is retired.
    let retired = TypeCorrespondence([[20, 0], [0, 0]])
    let last = TypeCorrespondence([[20, 0], [0, 9]])
    let now = TypeLetters(
      count: 2, following: [.init(retired, letters: ["A", "B"]), .init(last, letters: ["A", "B"])])
    #expect(now.letters == ["A", "C"])
  }

  @Test func `the types stand in the order of their letters`() {
    let types = TypeCorrespondence([[0, 20], [20, 0]])
    #expect(TypeLetters(count: 2, following: [.init(types, letters: ["AA", "Z"])]).order == [0, 1])
    #expect(TypeLetters(count: 2, following: [.init(types, letters: ["B", "C"])]).order == [1, 0])
  }

  // MARK: - No order and no seed changes a letter

  /// The letters of the units of a wave that follows another, by unit.
  private func unitLetters(_ before: [Int], _ after: [Int], _ nearest: [Int]) -> [String] {
    let now = Partition(labels: after)
    let count = (before.max() ?? 0) + 1
    func table(_ labels: [Int]) -> [[Int]] {
      var shared = [[Int]](repeating: Array(repeating: 0, count: now.clusters), count: count)
      for (earlier, type) in zip(labels, now.labels) { shared[earlier][type] += 1 }
      return shared
    }
    let types = TypeCorrespondence(table(before), nearest: table(nearest))
    let letters = TypeLetters(
      count: now.clusters, following: [.init(types, letters: (0..<count).map(typeLetter), used: ["F"])])
    return now.labels.map { letters.letters[$0] }
  }

  @Test(arguments: UInt64(1)...40)
  func `what a search calls the types changes no letter`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = 3 + Int(generator.next() % 4)
    let before = (0..<120).map { _ in Int(generator.next() % UInt64(count)) }
    let noise = 0.1 + 0.6 * generator.uniform()
    func shaken(_ labels: [Int]) -> [Int] {
      labels.map { generator.uniform() < noise ? Int(generator.next() % UInt64(count + 1)) : $0 }
    }
    let after = shaken(before)
    let nearest = shaken(before).map { min($0, count - 1) }
    let plain = unitLetters(before, after, nearest)
    var names = Array(0...count)
    for index in names.indices.reversed() where index > 0 {
      names.swapAt(index, Int(generator.next() % UInt64(index + 1)))
    }
    #expect(unitLetters(before, after.map { 7 * names[$0] + 3 }, nearest) == plain)
  }

  @Test(arguments: UInt64(1)...40)
  func `no two types share a letter, and kept types keep theirs`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (rows, columns) = (1 + Int(generator.next() % 6), 1 + Int(generator.next() % 6))
    func table() -> [[Int]] {
      (0..<rows).map { _ in (0..<columns).map { _ in generator.uniform() < 0.4 ? Int(generator.next() % 40) : 0 } }
    }
    let types = TypeCorrespondence(table(), nearest: table())
    let earlier = (0..<rows).map { typeLetter(2 * $0) }
    let now = TypeLetters(count: columns, following: [.init(types, letters: earlier, used: ["B"])])
    #expect(Set(now.letters).count == columns)
    #expect(!now.letters.contains("B"))
    for (row, fate) in types.fates.enumerated() {
      if case .kept(let type) = fate { #expect(now.letters[type] == earlier[row]) }
      if fate == .retired { #expect(!now.letters.contains(earlier[row])) }
    }
    for (type, origin) in types.origins.enumerated() where origin == .new {
      #expect(!earlier.contains(now.letters[type]))
    }
    #expect(Set(earlier + now.letters + ["B"]) == Set(now.used))
    #expect(now.order.map { now.letters[$0] } == now.letters.sorted(by: isBeforeInLetters))
  }
}
