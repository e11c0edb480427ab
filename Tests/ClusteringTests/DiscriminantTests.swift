import Clustering
import Matrices
import RealModule
import Testing

@Suite struct DiscriminantTests {
  /// Two labels on a line: 0 and 2 around 1, 4 and 6 around 5; the variance within labels is (1 + 1 + 1 + 1) / (4 - 2) = 2.
  let line = DiscriminantSums(
    Matrix([[0], [2], [4], [6]]), labels: [0, 0, 1, 1], weights: [1, 1, 1, 1], labelCount: 2)

  // MARK: - By hand

  @Test func `means and variance of two labels on a line`() throws {
    let model = try #require(line.model(shares: [0.5, 0.5]))
    #expect(model.means.values == [1, 5])
    #expect(model.covariance.values == [2])
    // Halfway the densities are equal; at 4 they are as exp(-9/4) to exp(-1/4), so 1 to e².
    #expect(model.chances(of: [3]) == [0.5, 0.5])
    #expect(abs(model.chances(of: [4])[0] - 0.11920292202211755) < 1e-15)
  }

  @Test func `chances of a row of which nothing is known are the shares`() throws {
    let model = try #require(line.model(shares: [0.25, 0.75]))
    for (chance, share) in zip(model.chances(of: [.nan]), [0.25, 0.75]) { #expect(abs(chance - share) < 1e-15) }
  }

  @Test func `a column that another tells already is passed over`() {
    let twice = DiscriminantModel(
      shares: [0.5, 0.5], means: Matrix([[1, 1], [5, 5]]), covariance: Matrix([[2, 2], [2, 2]]))
    let once = DiscriminantModel(shares: [0.5, 0.5], means: Matrix([[1], [5]]), covariance: Matrix([[2]]))
    #expect(twice.chances(of: [4, 4]) == once.chances(of: [4]))
    #expect(twice.chances(of: [.nan, 4]) == once.chances(of: [4]))
  }

  @Test func `equal weights change nothing, and a row of double weight draws its mean`() throws {
    let doubled = DiscriminantSums(
      Matrix([[0], [2], [4], [6]]), labels: [0, 0, 1, 1], weights: [2, 2, 2, 2], labelCount: 2)
    #expect(doubled.model(shares: [0.5, 0.5]) == line.model(shares: [0.5, 0.5]))
    let drawn = DiscriminantSums(Matrix([[0], [3]]), labels: [0, 0], weights: [1, 2], labelCount: 1)
    #expect(drawn.means.values == [2])
    // Squares 1·4 + 2·1 = 6 over 3 - 5/3.
    #expect(abs((drawn.model(shares: [1])?.covariance.values[0] ?? 0) - 4.5) < 1e-12)
  }

  @Test func `a label without rows gets no chance`() throws {
    let sums = DiscriminantSums(Matrix([[0], [2], [4]]), labels: [0, 0, 1], weights: [1, 1, 1], labelCount: 3)
    let model = try #require(sums.model(shares: [0.4, 0.4, 0.2]))
    #expect(model.shares == [0.5, 0.5, 0])
    #expect(model.chances(of: [1])[2] == 0)
    #expect(
      DiscriminantModel(shares: [0, 0], means: Matrix([[1], [2]]), covariance: Matrix([[1]])).chances(of: [1]) == [
        0, 0,
      ])
  }

  @Test func `rows that are all different labels give no model`() {
    let sums = DiscriminantSums(Matrix([[0], [2]]), labels: [0, 1], weights: [1, 1], labelCount: 2)
    #expect(sums.model(shares: [0.5, 0.5]) == nil)
    #expect(DiscriminantSums(labels: 2, columns: 1).model(shares: [0.5, 0.5]) == nil)
  }

  @Test func `gaps take no part in means and squares`() throws {
    let gaps = DiscriminantSums(
      Matrix([[0, 1], [2, .nan], [4, 3], [6, 5], [.nan, 9]]), labels: [0, 0, 1, 1, 1], weights: [1, 1, 1, 1, 1],
      labelCount: 2)
    let model = try #require(gaps.model(shares: [0.5, 0.5]))
    // The third of label 1 is 3, 5 and 9.
    #expect(Array(model.means.values.prefix(3)) == [1, 1, 5])
    #expect(abs(model.means[1, 1] - 17.0 / 3) < 1e-12)
    #expect(model.covariance[0, 0] == 2)
  }

  // MARK: - Parity

  private static func iris() throws -> (rows: Matrix, labels: [Int]) {
    (try referenceMatrix("iris"), (0..<150).map { $0 / 50 })
  }

  @Test func `chances are those of R`() async throws {
    let (rows, labels) = try Self.iris()
    let weights = [Double](repeating: 1, count: 150)
    let priors = ["equal": [1.0 / 3, 1.0 / 3, 1.0 / 3], "unequal": [0.2, 0.3, 0.5]]
    let sums = DiscriminantSums(rows, labels: labels, weights: weights, labelCount: 3)
    var seen = 0
    for cells in try referenceRows("discriminants.csv") {
      let shares = try #require(priors[cells[1]])
      let row = try #require(Int(cells[2]))
      var values = rows.row(row)
      let chances: [Double]
      switch cells[0] {
      case "all": chances = try #require(sums.model(shares: shares)).chances(of: values)
      case "without-3":
        values[2] = .nan
        chances = try #require(sums.model(shares: shares)).chances(of: values)
      default:
        chances = await DiscriminantCheck(rows, labels: labels, weights: weights, shares: shares).chances.row(row)
      }
      for (ours, theirs) in zip(chances, try referenceNumbers(cells[3...5])) {
        #expect(abs(ours - theirs) < 1e-9 * max(theirs, 1e-3), "\(cells)")
      }
      seen += 1
    }
    #expect(seen == 132)
  }

  @Test func `Wilks' lambda is that of R, and each step takes the least`() throws {
    let (rows, labels) = try Self.iris()
    let sums = DiscriminantSums(rows, labels: labels, weights: Array(repeating: 1, count: 150), labelCount: 3)
    var lambdas: [[Int]: Double] = [:]
    for cells in try referenceRows("wilks.csv") {
      lambdas[cells[0].split(separator: " ").compactMap { Int($0) }] = try referenceNumbers([cells[1]])[0]
    }
    for (columns, lambda) in lambdas {
      let found = StepwiseDiscriminants(sums, given: columns, candidates: [], most: 1)
      #expect(abs(found.startingLambda - lambda) < 1e-12)
      #expect(found.steps.isEmpty)
    }
    let steps = StepwiseDiscriminants(sums, given: [], candidates: [0, 1, 2, 3], most: 4).steps
    #expect(steps.map(\.column) == [2, 1, 3, 0])
    for count in 2...4 {
      let taken = steps.prefix(count).map(\.column).sorted()
      let lambda = try #require(lambdas[taken])
      #expect(abs(steps[count - 1].lambda - lambda) < 1e-12)
      for (columns, other) in lambdas
      where columns.count == count && Set(columns).isSuperset(of: steps.prefix(count - 1).map(\.column)) {
        #expect(other >= lambda - 1e-12)
      }
    }
  }

  // MARK: - Properties

  @Test func `what is taken away is as if it never was added`() throws {
    let rows = overlappingRows(40, columns: 3, centres: 2)
    let labels = (0..<40).map { $0 % 2 }
    let weights = (0..<40).map { 1 / Double(1 + $0 % 3) }
    var sums = DiscriminantSums(rows, labels: labels, weights: weights, labelCount: 2)
    for row in 20..<40 { sums.remove(rows.row(row), label: labels[row], weight: weights[row]) }
    let half = DiscriminantSums(
      rows.selectingRows(Array(0..<20)), labels: Array(labels.prefix(20)), weights: Array(weights.prefix(20)),
      labelCount: 2)
    let (less, fresh) = (try #require(sums.model(shares: [0.5, 0.5])), try #require(half.model(shares: [0.5, 0.5])))
    for (one, other) in zip(less.covariance.values + less.means.values, fresh.covariance.values + fresh.means.values) {
      #expect(abs(one - other) < 1e-12)
    }
  }

  @Test func `leaving out groups never shows a row its own group`() async throws {
    let rows = overlappingRows(30, columns: 2, centres: 3)
    let labels = (0..<30).map { $0 % 3 }
    let weights = [Double](repeating: 1, count: 30)
    let groups = (0..<30).map { $0 / 5 }
    let shares = [0.2, 0.3, 0.5]
    let check = await DiscriminantCheck(rows, labels: labels, weights: weights, groups: groups, shares: shares)
    for row in [0, 13, 29] {
      let others = (0..<30).filter { groups[$0] != groups[row] }
      let sums = DiscriminantSums(
        rows.selectingRows(others), labels: others.map { labels[$0] }, weights: others.map { weights[$0] },
        labelCount: 3)
      let chances = try #require(sums.model(shares: shares)).chances(of: rows.row(row))
      for (one, other) in zip(check.chances.row(row), chances) { #expect(abs(one - other) < 1e-12) }
    }
    #expect(check.hitRate == Double(zip(check.guesses, labels).count { $0 == $1 }) / 30)
  }

  @Test func `bands tell what became of what was said`() async {
    // Of labels at 1 and 9 a row at 5.2 is nearer to the other; four rows are said surely, and one of label 0 wrongly.
    let rows = Matrix([[0], [1], [2], [8], [9], [10], [5.2]])
    let check = await DiscriminantCheck(
      rows, labels: [0, 0, 0, 1, 1, 1, 0], weights: Array(repeating: 1, count: 7), shares: [0.5, 0.5])
    let bands = check.bands(from: [0, 0.6, 0.9])
    #expect(bands.map(\.rows).reduce(0, +) == 7)
    for band in bands { #expect(band.said >= band.from) }
    #expect(check.guesses == [0, 0, 0, 1, 1, 1, 1])
    #expect(check.hitRate == 6.0 / 7)
    let sum = bands.map { $0.held * Double($0.rows) }.reduce(0, +)
    #expect(abs(sum - 6) < 1e-12)
    let own = check.labels.enumerated().map { -Double.log(check.chances[$0, $1]) }
    #expect(abs(check.logLoss - own.reduce(0, +) / 7) < 1e-12)
  }

  @Test func `a column that says the same of all is never taken`() {
    let rows = Matrix([[0, 7], [2, 7], [4, 7], [6, 7]])
    let sums = DiscriminantSums(rows, labels: [0, 0, 1, 1], weights: [1, 1, 1, 1], labelCount: 2)
    let found = StepwiseDiscriminants(sums, given: [], candidates: [1, 0], most: 5)
    #expect(found.steps.map(\.column) == [0])
    // Within labels 1 is left of 5 (0, 2, 4 and 6 around 3).
    #expect(abs(found.steps[0].lambda - 0.2) < 1e-12)
  }
}
