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

  // MARK: - What they choose

  private func choices(_ amounts: [Double], _ points: [[Double]]) throws -> ChoiceByMembers {
    let matcher = Matcher(
      catalogue: try catalogue(smallCatalogue).catalogue, settings: MatchSettings(draws: 1),
      sources: ["a", "b", "pain"],
      seed: 1)
    let group = GroupWeights(
      points.enumerated().map { PersonWeights(person: "lid 0\($0 + 1)", points: $1) })
    return matcher.choices(for: Profile(amounts: amounts, replicates: Matrix([amounts])), by: group)
  }

  @Test func `what comes first under each weights is that worked by hand`() throws {
    // rise (p .6 + 2 q .1) / (p + 2 q), fall .4, stay .9: stay comes first, but where the second criterion has no points.
    let found = try choices([6, 1, 3], [[1, 0], [1, 1], [1, 0]])
    #expect(found.present == 2)
    #expect(found.members == [0, 2, 0])
    #expect(found.mean == 2)
    #expect(found.counts.map { "\($0.strategy) \($0.members)" } == ["0 2", "2 1"])
    #expect(!found.isUnmoved)
  }

  @Test func `a vetoed strategy comes first for nobody, and weights that change nothing are told`() throws {
    // rise is excluded from 9.5 of b on, fall .1 and stay .05 remain.
    let found = try choices([9, 9.5, 3], [[1, 1], [3, 1]])
    #expect(found.present == 1 && found.mean == 1 && found.members == [1, 1])
    #expect(found.isUnmoved && found.counts.count == 1)
  }

  @Test func `of strategies that are first for as many members, the first of the catalogue is named first`() throws {
    #expect(try choices([6, 1, 3], [[1, 1], [1, 0]]).counts.map(\.strategy) == [0, 2])
  }
}
