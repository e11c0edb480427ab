import Clustering
import Matrices
import Testing

@Suite struct NeighboursTests {
  /// Rows on a line: three of label 0, then two of label 1.
  let line = LabelledRows(Matrix([[0], [1], [2], [10], [12]]), labels: [0, 0, 0, 1, 1], labelCount: 3)

  // MARK: - Nearest rows

  @Test func `shares among the nearest rows, by hand`() async {
    let queries = Matrix([[0], [11], [6], [100]])
    let shares = await line.shares(nearestTo: queries, neighbours: 3)
    #expect(shares.row(0) == [1, 0, 0])
    #expect(shares.row(1) == [1.0 / 3, 2.0 / 3, 0])
    // 2 and 10 are both at a distance of 4, and 1 at 5 is nearer than 12 at 6.
    #expect(shares.row(2) == [2.0 / 3, 1.0 / 3, 0])
    #expect(shares.row(3) == [1.0 / 3, 2.0 / 3, 0])
  }

  @Test func `of rows at the same distance the first is taken`() async {
    let one = await line.shares(nearestTo: Matrix([[6]]), neighbours: 1)
    #expect(one.row(0) == [1, 0, 0])
    let same = LabelledRows(Matrix([[5], [5], [5]]), labels: [2, 0, 1], labelCount: 3)
    #expect(await same.shares(nearestTo: Matrix([[5]]), neighbours: 2).row(0) == [0.5, 0, 0.5])
  }

  @Test func `all rows are taken when there are fewer than asked for`() async {
    #expect(await line.shares(nearestTo: Matrix([[0]]), neighbours: 50).row(0) == line.overallShares)
    #expect(line.overallShares == [0.6, 0.4, 0])
    #expect(await line.shares(nearestTo: Matrix(rows: 0, columns: 1), neighbours: 3).rows == 0)
  }

  // MARK: - Centroid sets

  @Test func `a new row is judged by each set of centroids, by hand`() async {
    // Two clusters on a line, whose border is at 5, at 6 and at 4; in the fourth set the second did not come back.
    let sets = CentroidSets(count: 4, clusters: 2, columns: 1, values: [0, 10, 2, 10, 0, 8, 1, .nan])
    let shares = await sets.sharesNearest(of: Matrix([[4.5], [5.5], [9], [5]]))
    #expect(shares.row(0) == [0.75, 0.25])
    #expect(shares.row(1) == [0.5, 0.5])
    #expect(shares.row(2) == [0.25, 0.75])
    // In the first set 5 is as near to both, and goes to the first.
    #expect(shares.row(3) == [0.75, 0.25])
  }

  @Test func `each set judges the replicate of its own index`() async {
    let sets = CentroidSets(count: 3, clusters: 2, columns: 1, values: [0, 10, 0, 10, 0, 10])
    let replicates = Replicates(count: 2, rows: 2, columns: 1, values: [4, 9, 6, 9])
    let shares = await sets.sharesNearest(of: Matrix([[0], [0]]), replicates: replicates)
    #expect(shares.row(0) == [0.5, 0.5])
    #expect(shares.row(1) == [0, 1])
  }

  // MARK: - Regression

  @Test func `a regression without columns gives everybody the overall shares`() {
    let rows = LabelledRows(Matrix(rows: 4, columns: 0), labels: [0, 0, 0, 1], labelCount: 2)
    let chances = MultinomialModel(rows).chances(of: Matrix(rows: 1, columns: 0))
    #expect((chances[0, 0] - 0.75).magnitude < 1e-9)
    #expect((chances[0, 1] - 0.25).magnitude < 1e-9)
  }

  @Test func `a regression of what is the same on both sides draws the border in the middle`() {
    let rows = LabelledRows(Matrix([[-2], [-1], [1], [2]]), labels: [0, 0, 1, 1], labelCount: 2)
    let model = MultinomialModel(rows)
    let chances = model.chances(of: Matrix([[0], [3], [-3]]))
    #expect((chances[0, 0] - 0.5).magnitude < 1e-12)
    #expect((chances[1, 1] - chances[2, 0]).magnitude < 1e-12)
    #expect(chances[1, 1] > 0.9)
    // A slope at which the ridge balances the misses, label by label.
    #expect((model.coefficients[0, 1] + model.coefficients[1, 1]).magnitude < 1e-12)
  }

  @Test func `a label without rows gets a small chance and no fault`() {
    let rows = LabelledRows(Matrix([[-2], [-1], [1], [2]]), labels: [0, 0, 1, 1], labelCount: 3)
    let chances = MultinomialModel(rows).chances(of: Matrix([[0.5]]))
    #expect(chances.values.allSatisfy { $0.isFinite && $0 >= 0 })
    #expect(chances[0, 2] < 1e-6)
  }

  @Test func `shares and chances equal those of scikit-learn`() async throws {
    let iris = try referenceMatrix("iris")
    let rows = LabelledRows(iris, labels: (0..<150).map { $0 / 50 }, labelCount: 3)
    let chances = MultinomialModel(rows, ridge: 1).chances(of: iris)
    let shares = await rows.shares(nearestTo: iris, neighbours: 10)
    let reference = try referenceRows("shares.csv")
    #expect(reference.count { $0[1] == "neighbours" } > 10)
    for line in reference {
      let row = try #require(Int(line[0]))
      let wanted = try line.dropFirst(2).map { try #require(Double($0)) }
      let found = line[1] == "neighbours" ? shares.row(row) : chances.row(row)
      // scikit-learn stops where a step of L-BFGS no longer lowers the cost, some 1e-16 above the least: half the digits.
      let tolerance = line[1] == "neighbours" ? 1e-15 : 1e-6
      for (a, b) in zip(found, wanted) { #expect((a - b).magnitude < tolerance, "row \(row), \(line[1])") }
    }
  }

  // MARK: - Cross-validation

  @Test func `leaving out one row at a time, by hand`() async {
    // Four rows, so four folds of one row each. The nearest other row of 0 is 1 and the other way round, that of 10 is
    // 11 and the other way round: always right. Without looking two of the others have the other label and one has the
    // row's own: shares of 1/3 and 2/3, always wrong.
    let rows = LabelledRows(Matrix([[0], [1], [10], [11]]), labels: [0, 0, 1, 1], labelCount: 2)
    let found = await SharesValidation(rows, methods: [.neighbours(1), .neighbours(3)], seed: 1)
    #expect(found.scores[0].accuracy == 1)
    #expect(found.scores[0].brier == 0)
    #expect(found.scores[1].accuracy == 0)
    #expect((found.scores[1].brier - 8.0 / 9).magnitude < 1e-15)
    #expect(found.method == .neighbours(1))
    #expect(found.selected == found.scores[0])
    #expect(found.baseline.accuracy == 0)
    #expect((found.baseline.brier - 8.0 / 9).magnitude < 1e-15)
    #expect(found.accuracyGain.mean == 1)
    #expect(found.accuracyGain.standardError == 0)
    #expect(found.isBetter)
  }

  @Test func `columns that say nothing are no better than not looking`() async {
    var generator = SeededGenerator(seed: 3, streams: 0)
    let noise = Matrix(rows: 200, columns: 2, values: (0..<400).map { _ in generator.normal() })
    let labels = (0..<200).map { _ in generator.index(below: 10) < 5 ? 0 : generator.index(below: 3) }
    let rows = LabelledRows(noise, labels: labels, labelCount: 3)
    let found = await SharesValidation(rows, methods: SharesMethod.candidates(for: rows), seed: 5)
    #expect(!found.isBetter)
    #expect(found.methods == [10, 15, 20, 30, 50].map { .neighbours($0) } + [.multinomial(ridge: 1)])
  }

  @Test func `noise is seldom called better`() async {
    var better = 0
    for seed in 0..<60 {
      var generator = SeededGenerator(seed: UInt64(seed), streams: 1)
      let noise = Matrix(rows: 80, columns: 2, values: (0..<160).map { _ in generator.normal() })
      let rows = LabelledRows(noise, labels: (0..<80).map { _ in generator.index(below: 3) }, labelCount: 3)
      let methods = SharesMethod.candidates(for: rows)
      if await SharesValidation(rows, methods: methods, seed: 2).isBetter { better += 1 }
    }
    // A gain in Brier score above its standard error happens by chance in one of six; it must come with one in accuracy.
    #expect(better <= 12, "\(better) of 60")
  }

  @Test func `groups that lie apart are told from the columns`() async throws {
    let iris = try referenceMatrix("iris")
    let rows = LabelledRows(iris, labels: (0..<150).map { $0 / 50 }, labelCount: 3)
    let found = await SharesValidation(rows, methods: SharesMethod.candidates(for: rows), seed: 1)
    #expect(found.isBetter)
    #expect(found.selected.accuracy > 0.9)
    #expect(found.selected.brier >= found.scores.map(\.brier).min() ?? 0)
    #expect(await SharesValidation(rows, methods: SharesMethod.candidates(for: rows), seed: 1) == found)
  }

  @Test func `a single label leaves nothing to guess`() async {
    let rows = LabelledRows(Matrix([[0], [1], [2]]), labels: [0, 0, 0], labelCount: 1)
    let found = await SharesValidation(rows, methods: SharesMethod.candidates(for: rows), seed: 1)
    #expect(found.selected.accuracy == 1)
    #expect(found.baseline.accuracy == 1)
    #expect(!found.isBetter)
  }
}
