import Matrices
import Testing

@Suite struct SeededGeneratorTests {
  @Test func `the same seed and streams give the same numbers`() {
    var one = SeededGenerator(seed: 7, streams: 3, 1)
    var two = SeededGenerator(seed: 7, path: [3, 1])
    #expect((0..<5).map { _ in one.next() } == (0..<5).map { _ in two.next() })
  }

  @Test func `other seeds and other streams give other numbers`() {
    let firsts = [(7, [1, 2]), (7, [2, 1]), (7, [1]), (7, [1, 2, 0]), (8, [1, 2])].map { seed, path in
      var generator = SeededGenerator(seed: UInt64(seed), path: path)
      return generator.next()
    }
    #expect(Set(firsts).count == firsts.count)
  }

  @Test func `an index is below its bound, and every index comes up`() {
    var generator = SeededGenerator(seed: 1)
    let drawn = (0..<2000).map { _ in generator.index(below: 7) }
    #expect(Set(drawn) == Set(0..<7))
  }

  @Test func `uniform, normal and exponential draws have the moments they promise`() {
    var generator = SeededGenerator(seed: 2)
    let uniform = (0..<20000).map { _ in generator.uniform() }
    let normal = (0..<20000).map { _ in generator.normal() }
    // Four standard errors: sqrt(1/12/20000) * 4 = 0.0082; 1/sqrt(20000) * 4 = 0.028.
    #expect((uniform.mean.map { ($0 - 0.5).magnitude } ?? 1) < 0.0082)
    #expect((normal.mean?.magnitude ?? 1) < 0.028)
    #expect((normal.variance.map { ($0 - 1).magnitude } ?? 1) < 0.04)
    let exponential = (0..<20000).map { _ in generator.exponential() }
    #expect((exponential.mean.map { ($0 - 1).magnitude } ?? 1) < 0.028)
    #expect(exponential.allSatisfy { $0 >= 0 && $0.isFinite })
    #expect(uniform.allSatisfy { $0 >= 0 && $0 < 1 })
  }

  @Test func `a permutation holds every index once`() {
    var generator = SeededGenerator(seed: 3)
    #expect(generator.permutation(of: 50).sorted() == Array(0..<50))
    #expect(generator.permutation(of: 0).isEmpty)
  }
}
