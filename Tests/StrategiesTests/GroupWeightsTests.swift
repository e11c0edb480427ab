import DecisionAnalysis
import Matrices
import Strategies
import Testing

@Suite struct GroupWeightsTests {
  @Test func `points become weights that add up to one`() {
    let person = PersonWeights(person: "lid 01", points: [50, 30, 20])
    #expect(person.weights == [0.5, 0.3, 0.2])
    #expect(person.method == .points)
    #expect(person.consistencyRatio == nil)
  }

  @Test func `points that are all zero weigh every criterion alike`() {
    #expect(PersonWeights(person: "lid 01", points: [0, 0, 0, 0]).weights == [0.25, 0.25, 0.25, 0.25])
  }

  /// The example of three criteria that are judged 3, 3 and 2.
  @Test func `judgements of pairs become their priorities with the consistency ratio`() throws {
    let judgements = Matrix([[1, 3, 3], [1.0 / 3, 1, 2], [1.0 / 3, 1.0 / 2, 1]])
    let person = PersonWeights(person: "lid 02", pairs: try PairwiseComparison(judgements))
    #expect(person.method == .pairs)
    for (weight, expected) in zip(person.weights, [0.593634, 0.249311, 0.157056]) {
      #expect((weight - expected).magnitude < 1e-6)
    }
    // (3.053622 - 3) / 2, over 0.4792 for three criteria.
    #expect(((person.consistencyRatio ?? 0) - 0.055949).magnitude < 1e-6)
  }

  @Test func `the group weighs as the mean of its members`() {
    let group = GroupWeights([
      PersonWeights(person: "lid 01", points: [50, 30, 20]), PersonWeights(person: "lid 02", points: [1, 0, 0]),
      PersonWeights(person: "lid 03", points: [0, 3, 1]),
    ])
    // Thirds of 0.5 + 1 + 0, 0.3 + 0 + 0.75 and 0.2 + 0 + 0.25.
    for (weight, expected) in zip(group.combined, [0.5, 0.35, 0.15]) {
      #expect((weight - expected).magnitude < 1e-12)
    }
    #expect(group.persons.map(\.person) == ["lid 01", "lid 02", "lid 03"])
  }

  @Test func `a group of one weighs as that one, and a group of none not at all`() {
    let person = PersonWeights(person: "lid 01", points: [4, 3, 1])
    #expect(GroupWeights([person]).combined == person.weights)
    #expect(GroupWeights([]).combined == [])
  }
}
