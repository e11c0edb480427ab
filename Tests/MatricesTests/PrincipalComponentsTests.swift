import Foundation
import Matrices
import Testing

@Suite struct PrincipalComponentsTests {
  @Test func `two columns that are the same have one component along the diagonal`() {
    let found = PrincipalComponents(Matrix([[1, 1], [2, 2], [4, 4]]))
    // Variance of 1, 2, 4: 7/3; along the diagonal twice that, across it nothing.
    #expect((found.variances[0] - 14.0 / 3).magnitude < 1e-12)
    #expect(found.variances[1] < 1e-12)
    #expect((found.loadings[0, 0] - 0.5.squareRoot()).magnitude < 1e-12)
    #expect((found.loadings[0, 1] - 0.5.squareRoot()).magnitude < 1e-12)
    #expect(found.means == [7.0 / 3, 7.0 / 3])
    #expect((found.shares[0] - 1).magnitude < 1e-12)
  }

  @Test func `components of equal variance stand in the order of their loadings, from the first column on`() {
    // A square: every direction has the same variance, and Jacobi has nothing to turn.
    let found = PrincipalComponents(Matrix([[1, 1], [1, -1], [-1, 1], [-1, -1]]))
    #expect(found.variances[0] == found.variances[1])
    #expect(found.loadings == Matrix([[1, 0], [0, 1]]))
  }

  @Test func `the largest loading of every component is positive`() throws {
    let found = PrincipalComponents(try table())
    for component in 0..<found.count {
      let axis = found.loadings.row(component)
      let largest = try #require(axis.max { $0.magnitude < $1.magnitude })
      #expect(largest > 0)
    }
  }

  @Test func `variances, shares, loadings and scores are those of prcomp and scikit-learn`() throws {
    let raw = try table()
    var scaled = raw
    for column in 0..<raw.columns {
      let values = raw.column(column)
      let (mean, spread) = (try #require(values.mean), try #require(values.standardDeviation))
      for row in 0..<raw.rows { scaled[row, column] = (values[row] - mean) / spread }
    }
    let found = ["raw": PrincipalComponents(raw), "z": PrincipalComponents(scaled)]
    for row in try lines("components.csv").dropFirst() {
      let fields = row.split(separator: ",").map(String.init)
      let components = try #require(found[fields[0]])
      let component = try #require(Int(fields[1])) - 1
      let wanted = try fields[2...].map { try #require(Double($0)) }
      let scores = components.scores(fields[0] == "raw" ? raw : scaled)
      let have =
        [components.variances[component], components.shares[component]] + components.loadings.row(component)
        + (0..<3).map { scores[$0, component] }
      for (a, b) in zip(have, wanted) {
        // Both are good to about 1e-15 of the largest variance, 115; the smallest is 0.5.
        #expect((a - b).magnitude < 1e-12 * max(1, b.magnitude), "\(row)")
      }
    }
  }

  @Test func `all scores turned back are the data, and fewer are the nearest to it`() throws {
    let data = try table()
    let found = PrincipalComponents(data)
    let back = found.original(found.scores(data))
    for (a, b) in zip(back.values, data.values) { #expect((a - b).magnitude < 1e-12 * max(1, b.magnitude)) }
    let rough = found.original(found.scores(data, kept: 2))
    // What is lost is the variance of the components left out, times n - 1.
    let lost = zip(rough.values, data.values).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let left = found.variances[2...].sum * Double(data.rows - 1)
    #expect((lost - left).magnitude < 1e-10 * left)
  }

  @Test func `variances add up to those of the columns, and loadings stand at right angles`() {
    var generator = SeededGenerator(seed: 3)
    let (rows, count) = (60, 12)
    let data = Matrix(rows: rows, columns: count, values: (0..<rows * count).map { _ in generator.normal() })
    let found = PrincipalComponents(data)
    let total = (0..<count).reduce(0) { $0 + (data.column($1).variance ?? 0) }
    #expect((found.variances.sum - total).magnitude < 1e-11 * total)
    for a in 0..<count {
      for b in 0..<count {
        let product = zip(found.loadings.row(a), found.loadings.row(b)).reduce(0) { $0 + $1.0 * $1.1 }
        #expect((product - (a == b ? 1 : 0)).magnitude < 1e-12)
      }
    }
    let scores = found.scores(data)
    for component in 0..<count {
      let variance = scores.column(component).variance ?? 0
      #expect((variance - found.variances[component]).magnitude < 1e-11 * total)
    }
  }

  @Test func `permuting the rows changes nothing but rounding, and permuting the columns permutes the loadings`() throws
  {
    let data = try table()
    let found = PrincipalComponents(data)
    let turned = PrincipalComponents(data.selectingRows(Array((0..<data.rows).reversed())))
    let order = [3, 0, 4, 1, 2]
    let moved = PrincipalComponents(data.selectingColumns(order))
    for component in 0..<found.count {
      #expect((turned.variances[component] - found.variances[component]).magnitude < 1e-11)
      for column in 0..<found.count {
        #expect((turned.loadings[component, column] - found.loadings[component, column]).magnitude < 1e-12)
        #expect((moved.loadings[component, column] - found.loadings[component, order[column]]).magnitude < 1e-12)
      }
    }
  }

  @Test func `a column that does not vary, a single row and no column give components without variance`() {
    let found = PrincipalComponents(Matrix([[5, 1], [5, 3]]))
    #expect(found.variances == [2, 0])
    #expect(found.loadings == Matrix([[0, 1], [1, 0]]))
    let single = PrincipalComponents(Matrix([[5, 1]]))
    #expect(single.variances == [0, 0])
    #expect(single.shares == [0, 0])
    #expect(PrincipalComponents(Matrix(rows: 0, columns: 0)).count == 0)
  }

  private func table() throws -> Matrix {
    Matrix(try lines("table.csv").dropFirst().map { try $0.split(separator: ",").map { try #require(Double($0)) } })
  }

  private func lines(_ name: String) throws -> [Substring] {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Reference"))
    return try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
  }
}
