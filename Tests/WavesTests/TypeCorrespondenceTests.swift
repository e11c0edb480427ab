import Testing
import Waves

@Suite struct TypeCorrespondenceTests {
  @Test func `types that are numbered anew are the same types`() {
    let types = TypeCorrespondence([[1, 20, 2], [2, 1, 30], [25, 0, 0]])
    #expect(types.matching == [1, 2, 0])
    #expect(types.fates == [.kept(as: 1), .kept(as: 2), .kept(as: 0)])
    #expect(types.origins == [.kept(from: 2), .kept(from: 0), .kept(from: 1)])
    #expect(types.corresponds(0, 1))
    #expect(!types.corresponds(0, 0))
  }

  @Test func `half is not more than half`() {
    // 10 of 20 units stayed together.
    let half = TypeCorrespondence([[10, 10], [0, 10]])
    #expect(half.matching == [0, 1])
    // Type 0 of now comes wholly from type 0, which kept only half of it; type 1 went wholly to type 1, which is half of that.
    #expect(half.origins == [.split(from: 0), .merged(of: [1])])
    #expect(half.fates == [.split(into: [0]), .merged(into: 1)])
  }

  @Test func `a type falls apart in halves`() {
    let types = TypeCorrespondence([[12, 12, 1], [1, 0, 30]])
    #expect(types.origins == [.split(from: 0), .split(from: 0), .kept(from: 1)])
    #expect(types.fates == [.split(into: [0, 1]), .kept(as: 2)])
    #expect(types.corresponds(0, 0) && types.corresponds(0, 1) && types.corresponds(1, 2))
    #expect(!types.corresponds(1, 0) && !types.corresponds(0, 2))
  }

  @Test func `a type is kept while a part of it splits off`() {
    let types = TypeCorrespondence([[18, 12, 0], [0, 0, 30]])
    #expect(types.origins == [.kept(from: 0), .split(from: 0), .kept(from: 1)])
    #expect(types.fates == [.kept(as: 0), .kept(as: 2)])
    #expect(types.corresponds(0, 1))
  }

  @Test func `two types merge, into one of them or into a third`() {
    let into = TypeCorrespondence([[20, 1], [9, 2], [0, 30]])
    #expect(into.fates == [.kept(as: 0), .merged(into: 0), .kept(as: 1)])
    #expect(into.origins == [.kept(from: 0), .kept(from: 2)])
    let third = TypeCorrespondence([[15, 0], [15, 0], [0, 30]])
    #expect(third.fates == [.merged(into: 0), .merged(into: 0), .kept(as: 1)])
    #expect(third.origins == [.merged(of: [0, 1]), .kept(from: 2)])
    #expect(third.corresponds(0, 0) && third.corresponds(1, 0))
  }

  @Test func `a type comes and another goes`() {
    let types = TypeCorrespondence([[20, 0, 4], [0, 20, 4], [2, 2, 2]])
    #expect(types.matching == [0, 1, 2])
    #expect(types.fates == [.kept(as: 0), .kept(as: 1), .retired])
    #expect(types.origins == [.kept(from: 0), .kept(from: 1), .new])
    // They are matched, as what is left over, and are not the same for that.
    #expect(!types.corresponds(2, 2))
  }

  @Test func `types without a unit in both waves are new and retired`() {
    let types = TypeCorrespondence([[0, 0], [0, 5]])
    #expect(types.fates == [.retired, .kept(as: 1)])
    #expect(types.origins == [.new, .kept(from: 1)])
    let none = TypeCorrespondence([], staying: (earlier: [], now: [0, 0]))
    #expect(none.origins == [.new, .new])
    #expect(none.fates.isEmpty)
    #expect(TypeCorrespondence([[], []]).fates == [.retired, .retired])
  }

  @Test func `units are counted into the table`() {
    func places(_ types: [Int]) -> [UnitPlace] {
      types.map { UnitPlace(type: $0, shares: $0 == 0 ? [1, 0] : [0, 1]) }
    }
    let types = TypeCorrespondence(places([0, 0, 1, 1, 1]), places([1, 1, 0, 0, 1]), types: (earlier: 2, now: 2))
    #expect(types.shared == [[0, 2], [2, 1]])
    #expect(types.fates == [.kept(as: 1), .kept(as: 0)])
  }

  @Test func `a type of which few units can stay is kept when most of these stay`() {
    // Of 10 units each, 4 stayed together; of units that keep their type in 6 of 10 redraws, 6 can stay.
    let shared = [[4, 3, 3], [3, 4, 3], [3, 3, 4]]
    let unsure = TypeCorrespondence(shared, staying: (earlier: [6, 6, 6], now: [6, 6, 6]))
    #expect(unsure.fates == [.kept(as: 0), .kept(as: 1), .kept(as: 2)])
    let sure = TypeCorrespondence(shared)
    #expect(sure.fates == [.retired, .retired, .retired])
    #expect(sure.origins == [.new, .new, .new])
    // Exactly half of what can stay decides nothing.
    #expect(TypeCorrespondence(shared, staying: (earlier: [8, 8, 8], now: [8, 8, 8])).fates == sure.fates)
  }

  @Test func `numbering types anew renumbers the answer and nothing else`() {
    let shared = [[12, 12, 1, 0], [1, 0, 30, 2], [0, 3, 2, 3]]
    let order = [2, 0, 3, 1]
    let plain = TypeCorrespondence(shared)
    let turned = TypeCorrespondence(shared.map { row in order.map { row[$0] } })
    for earlier in shared.indices {
      for (place, type) in order.enumerated() {
        #expect(turned.corresponds(earlier, place) == plain.corresponds(earlier, type))
        if case .kept(as: type) = plain.fates[earlier] { #expect(turned.fates[earlier] == .kept(as: place)) }
      }
    }
    for (place, type) in order.enumerated() { #expect(turned.origins[place] == plain.origins[type]) }
  }

  // MARK: - Centroids

  @Test func `centroids decide where few members are shared`() {
    // None of the units of the first type is in both waves, and as many as 20 lie where it lay.
    let shared = [[0, 0], [0, 25]]
    #expect(TypeCorrespondence(shared).fates == [.retired, .kept(as: 1)])
    let types = TypeCorrespondence(shared, nearest: [[20, 1], [2, 30]])
    #expect(types.matching == [0, 1])
    #expect(types.fates == [.kept(as: 0), .kept(as: 1)])
    #expect(types.origins == [.kept(from: 0), .kept(from: 1)])
    // A type that lies where none lay is new all the same.
    let none = TypeCorrespondence(shared, nearest: [[0, 0], [20, 30]])
    #expect(none.fates == [.retired, .kept(as: 1)])
    #expect(none.origins == [.split(from: 1), .kept(from: 1)])
    let far = TypeCorrespondence(shared, nearest: [[0, 0], [3, 30]], far: [17, 0])
    #expect(far.origins == [.new, .kept(from: 1)])
  }

  @Test func `waves without a unit in common are matched by centroids alone`() {
    let types = TypeCorrespondence([[0, 0, 0], [0, 0, 0]], nearest: [[1, 20, 12], [30, 2, 0]])
    #expect(types.fates == [.kept(as: 1), .kept(as: 0)])
    #expect(types.origins == [.kept(from: 1), .kept(from: 0), .split(from: 0)])
  }

  @Test func `where there are enough members they decide against the centroids`() {
    // All units moved together to where the other type lay.
    let types = TypeCorrespondence([[20, 0], [0, 20]], nearest: [[0, 20], [20, 0]])
    #expect(types.fates == [.kept(as: 0), .kept(as: 1)])
    let four = TypeCorrespondence([[4, 0], [0, 4]], nearest: [[0, 20], [20, 0]])
    #expect(four.fates == [.kept(as: 1), .kept(as: 0)])
    let five = TypeCorrespondence([[5, 0], [0, 5]], nearest: [[0, 20], [20, 0]])
    #expect(five.fates == [.kept(as: 0), .kept(as: 1)])
  }

  @Test func `centroids decide between members that are equally many`() {
    let shared = [[10, 10], [10, 10]]
    #expect(TypeCorrespondence(shared).matching == [0, 1])
    #expect(TypeCorrespondence(shared, nearest: [[5, 15], [15, 5]]).matching == [1, 0])
    #expect(TypeCorrespondence(shared, nearest: [[15, 5], [5, 15]]).matching == [0, 1])
  }

  @Test func `types whose members all moved are kept where they lie where they lay`() {
    // Members went everywhere; nearly all units of each type lie where one lay.
    let shared = [[10, 9, 11], [9, 10, 10], [11, 10, 9]]
    #expect(TypeCorrespondence(shared).fates == [.retired, .retired, .retired])
    let types = TypeCorrespondence(shared, nearest: [[2, 30, 0], [28, 1, 3], [0, 1, 27]])
    #expect(types.fates == [.kept(as: 1), .kept(as: 0), .kept(as: 2)])
    // A part of the first by members lies where the third lay, which members find nowhere.
    let moved = TypeCorrespondence(
      [[24, 12, 0], [0, 0, 30], [4, 5, 4]], nearest: [[60, 2, 0], [0, 0, 40], [1, 36, 0]])
    #expect(moved.origins == [.kept(from: 0), .kept(from: 2), .kept(from: 1)])
    #expect(moved.fates == [.kept(as: 0), .kept(as: 2), .kept(as: 1)])
    // Of a type that fell apart in place while its members moved, centroids tell the parts.
    let apart = TypeCorrespondence([[5, 5, 4], [4, 5, 5]], nearest: [[16, 14, 0], [0, 0, 25]])
    #expect(apart.fates == [.kept(as: 0), .kept(as: 2)])
    #expect(apart.origins == [.kept(from: 0), .split(from: 0), .kept(from: 1)])
  }

  @Test func `what types are to each other restores the comparison`() {
    let tables = [
      [[12, 12, 1], [1, 0, 30]], [[20, 1], [9, 2], [0, 30]], [[15, 0], [15, 0], [0, 30]], [[10, 10], [0, 10]],
      [[17, 9, 0, 0], [17, 0, 0, 5], [0, 0, 30, 0], [17, 0, 0, 6]], [[20, 0, 4], [0, 20, 4], [2, 2, 2]],
    ]
    for shared in tables {
      let types = TypeCorrespondence(shared)
      let relations = shared.indices.map { row in shared[0].indices.map { types.relation(row, $0) } }
      let restored = TypeCorrespondence(shared, relations: relations)
      #expect(restored.fates == types.fates)
      #expect(restored.origins == types.origins)
    }
  }

  @Test func `votes of the members themselves change nothing`() {
    for shared in [[[12, 12, 1], [1, 0, 30]], [[20, 1], [9, 2], [0, 30]], [[15, 0], [15, 0], [0, 30]]] {
      let (plain, voted) = (TypeCorrespondence(shared), TypeCorrespondence(shared, nearest: shared))
      #expect(voted.fates == plain.fates)
      #expect(voted.origins == plain.origins)
    }
  }
}
