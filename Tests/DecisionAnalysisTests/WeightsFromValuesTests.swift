import DecisionAnalysis
import Matrices
import Testing

@Suite struct WeightsFromValuesTests {
  private func agree(_ found: [Double], _ expected: [Double]) -> Bool {
    found.count == expected.count && zip(found, expected).allSatisfy { ($0 - $1).magnitude <= 1e-12 }
  }

  @Test func `the entropy of shares is that worked by hand`() {
    // Shares 1/2 and 1/2: entropy 1, weight 0. Shares 1 and 0: entropy 0. Shares 1/4 and 3/4: entropy .8112781 bits.
    let found = entropyWeights(Matrix([[2, 5, 1], [2, 0, 3]]))
    #expect(agree(found, [0, 1 / 1.1887218755408671, 0.1887218755408671 / 1.1887218755408671]), "\(found)")
  }

  @Test func `contrast and conflict are those worked by hand`() {
    // From 0 to 1 all three have the values 0, 1/2 and 1 in some order, thus the same deviation. The first two go together
    // (r = 1) and against the third (r = −1): conflicts 2, 2 and 4.
    let found = criticWeights(Matrix([[1, 10, 9], [2, 20, 6], [3, 30, 3]]))
    #expect(agree(found, [0.25, 0.25, 0.5]), "\(found)")
  }

  @Test func `a criterion on which all are equal weighs nothing and changes no other weight`() {
    let values = Matrix([[1, 4, 2], [2, 9, 1], [4, 1, 3], [2, 2, 2]])
    for (constant, method) in [(7.0, entropyWeights), (0, entropyWeights), (7, criticWeights), (0, criticWeights)] {
      let wider = Matrix((0..<4).map { values.row($0) + [constant] })
      #expect(method(wider) == method(values) + [0])
    }
  }

  @Test func `where nothing tells criteria apart all weigh alike`() {
    for method in [entropyWeights, criticWeights] {
      #expect(method(Matrix([[3, 4]])) == [0.5, 0.5])
      #expect(method(Matrix([[3, 4], [3, 4]])) == [0.5, 0.5])
      #expect(method(Matrix(rows: 0, columns: 4)) == [0.25, 0.25, 0.25, 0.25])
      #expect(method(Matrix(rows: 2, columns: 0)) == [])
    }
    // Two criteria that go together perfectly have no conflict.
    #expect(criticWeights(Matrix([[1, 2], [2, 4], [3, 6]])) == [0.5, 0.5])
    #expect(equalWeights(count: 5) == [0.2, 0.2, 0.2, 0.2, 0.2])
    #expect(equalWeights(count: 0) == [])
  }
}
