import Matrices
import Testing

@Suite struct CholeskyTests {
  @Test func `equations worked by hand`() {
    // 4x + 2y = 10 and 2x + 5y = 13: x = 1.5, y = 2.
    #expect(Matrix([[4, 2], [2, 5]]).solvedByCholesky([10, 13]) == [1.5, 2])
    #expect(Matrix([[9]]).solvedByCholesky([18]) == [2])
    #expect(Matrix([]).solvedByCholesky([]) == [])
  }

  @Test func `what is not positive definite has no solution`() {
    #expect(Matrix([[1, 2], [2, 4]]).solvedByCholesky([1, 2]) == nil)
    #expect(Matrix([[1, 2], [2, 1]]).solvedByCholesky([1, 2]) == nil)
    #expect(Matrix([[0]]).solvedByCholesky([0]) == nil)
  }

  @Test func `the solution satisfies the equations`() throws {
    var generator = SeededGenerator(seed: 3, streams: 1)
    let rows = (0..<8).map { _ in (0..<6).map { _ in generator.normal() } }
    let right = (0..<6).map { _ in generator.normal() }
    let products = (0..<6).map { i in (0..<6).map { j in rows.reduce(0) { $0 + $1[i] * $1[j] } } }
    let solution = try #require(Matrix(products).solvedByCholesky(right))
    for (row, wanted) in zip(products, right) {
      let found = zip(row, solution).reduce(0) { $0 + $1.0 * $1.1 }
      // Some 200 roundings of products below 100.
      #expect((found - wanted).magnitude < 1e-11)
    }
  }
}
