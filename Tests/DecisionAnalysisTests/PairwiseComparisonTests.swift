import DecisionAnalysis
import Matrices
import Testing

@Suite struct PairwiseComparisonTests {
  @Test func `judgements that contradict each other a little have the known priorities and eigenvalue`() throws {
    let compared = try PairwiseComparison(Matrix([[1, 3, 3], [1 / 3, 1, 2], [1 / 3, 1 / 2, 1]]))
    for (priority, expected) in zip(compared.priorities, [0.593634, 0.249311, 0.157056]) {
      #expect((priority - expected).magnitude <= 5e-7)
    }
    #expect((compared.largestEigenvalue - 3.053622).magnitude <= 5e-7)
    #expect((compared.consistencyIndex - 0.026811).magnitude <= 5e-7)
    // The random index of three criteria is (2.7699 · 3 − 4.3513 − 3) / 2 = .4792.
    #expect((PairwiseComparison.randomIndex(3) - 0.4792).magnitude <= 1e-12)
    #expect((compared.consistencyRatio - 0.026811 / 0.4792).magnitude <= 2e-6)
  }

  @Test func `judgements that follow from each other are consistent`() throws {
    // Weights 6, 3 and 1.
    let compared = try PairwiseComparison(Matrix([[1, 2, 6], [1 / 2, 1, 3], [1 / 6, 1 / 3, 1]]))
    for (priority, expected) in zip(compared.priorities, [0.6, 0.3, 0.1]) {
      #expect((priority - expected).magnitude <= 1e-15)
    }
    #expect(compared.consistencyRatio <= 1e-14)
    #expect(compared.leastConsistent == nil)
  }

  @Test func `the judgement that fits least is named`() throws {
    // Weights 6, 3 and 1, but for the last pair, which was turned round.
    let compared = try PairwiseComparison(Matrix([[1, 2, 6], [1 / 2, 1, 1 / 3], [1 / 6, 3, 1]]))
    let misfit = try #require(compared.leastConsistent)
    #expect(misfit.judged == compared.judgements[misfit.row, misfit.column])
    #expect(misfit.implied == compared.priorities[misfit.row] / compared.priorities[misfit.column])
    #expect(compared.consistencyRatio > 0.1)
    // A circle of three weighs on all of its pairs alike: 9 times too much, shared by three.
    for (row, column) in [(0, 1), (0, 2), (1, 2)] {
      let ratio = compared.judgements[row, column] * compared.priorities[column] / compared.priorities[row]
      #expect((max(ratio, 1 / ratio) - 2.080083823051904).magnitude <= 1e-9)
    }
  }

  @Test func `one or two criteria cannot contradict`() throws {
    let two = try PairwiseComparison(Matrix([[1, 4], [0.25, 1]]))
    #expect(two.priorities == [0.8, 0.2])
    #expect(two.consistencyRatio == 0)
    let one = try PairwiseComparison(Matrix([[1]]))
    #expect(one.priorities == [1])
    #expect(one.consistencyIndex == 0)
  }

  @Test func `wrong judgements are told by their place`() {
    #expect(throws: PairwiseComparisonError.notSquare(rows: 1, columns: 2)) {
      try PairwiseComparison(Matrix([[1, 2]]))
    }
    #expect(throws: PairwiseComparisonError.notPositive(row: 1, column: 0)) {
      try PairwiseComparison(Matrix([[1, -2], [-0.5, 1]]))
    }
    #expect(throws: PairwiseComparisonError.notReciprocal(row: 1, column: 0)) {
      try PairwiseComparison(Matrix([[1, 2], [2, 1]]))
    }
    #expect(throws: PairwiseComparisonError.notReciprocal(row: 0, column: 0)) {
      try PairwiseComparison(Matrix([[2, 2], [0.5, 1]]))
    }
  }
}
