import DecisionAnalysis
import Matrices
import Testing

@Suite struct IdleCriteriaTests {
  private let rising: ValueFunction
  private let falling: ValueFunction

  init() throws {
    rising = try ValueFunction(zeroAt: 0, oneAt: 10)
    falling = try ValueFunction(zeroAt: 10, oneAt: 0)
  }

  private func term(_ criterion: Int, importance: Double = 1, _ value: ValueFunction? = nil) -> WeightedSum.Term {
    WeightedSum.Term(criterion: criterion, importance: importance, value: value ?? rising)
  }

  @Test func `each criterion that tells none apart has its reason`() {
    let model = WeightedSum(
      points: [0, 2, 2, 2, 2, 2],
      alternatives: [
        [term(0), term(2), term(3), term(4), term(5)],
        [term(0, falling), term(2), term(3, falling), term(4)],
      ])
    #expect(
      model.idleCriteria(for: [3, 4, .nan, 5, 6, 7]) == [
        IdleCriterion(criterion: 0, reason: .withoutPoints), IdleCriterion(criterion: 1, reason: .notNamed),
        IdleCriterion(criterion: 2, reason: .unknown), IdleCriterion(criterion: 3, reason: .sameValue(0.5)),
        IdleCriterion(criterion: 4, reason: .sameValue(0.6)),
      ])
    #expect(
      WeightedSum(points: [1], alternatives: []).idleCriteria(for: [1])
        == [IdleCriterion(criterion: 0, reason: .notNamed)])
  }

  @Test(arguments: 0..<40)
  func `without criteria of no points, no name or no amount all scores are the same`(seed: Int) throws {
    var generator = SeededGenerator(seed: 27, streams: seed)
    let drawn = try DrawnModel(using: &generator)
    let amounts = drawn.amounts(using: &generator)
    let idle = drawn.model.idleCriteria(for: amounts).filter {
      if case .sameValue = $0.reason { false } else { true }
    }
    let left = WeightedSum(
      points: drawn.model.points,
      alternatives: drawn.model.alternatives.map { terms in
        terms.filter { term in !idle.contains { $0.criterion == term.criterion } }
      })
    #expect(left.assess(amounts).map(\.score) == drawn.model.assess(amounts).map(\.score))
  }

  @Test func `a criterion worth the same to all can still reorder those that weigh it differently`() {
    // .8 against .7 without it; with it (.8 + 3 · .5) / 4 = .575 against (3 · .7 + .5) / 4 = .65.
    let alternatives = [[term(0), term(2, importance: 3)], [term(1, importance: 3), term(2)]]
    let amounts: [Double] = [8, 7, 5]
    let model = WeightedSum(points: [1, 1, 1], alternatives: alternatives)
    #expect(model.idleCriteria(for: amounts) == [IdleCriterion(criterion: 2, reason: .sameValue(0.5))])
    #expect(competitionRanks(of: model.assess(amounts).map(\.score)) == [2, 1])
    let without = WeightedSum(points: [1, 1, 0], alternatives: alternatives)
    #expect(competitionRanks(of: without.assess(amounts).map(\.score)) == [1, 2])
  }

  @Test func `alternatives that ask the same are found in whatever order they ask it`() {
    let model = WeightedSum(
      points: [1, 2, 0],
      alternatives: [
        [term(0), term(1)], [term(1), term(0), term(2)], [term(0), term(1, importance: 2)],
        [term(0), term(1, falling)],
        [term(1), term(0)], [term(0), term(1, falling)], [], [term(2)],
      ])
    #expect(model.identicalAlternatives() == [[0, 1, 4], [3, 5]])
    let scores = model.assess([2, 7, 1]).map(\.score)
    #expect(scores[0] == scores[1] && scores[0] == scores[4] && scores[3] == scores[5])
  }

  @Test func `alternatives to which the amounts are worth the same tie`() {
    let model = WeightedSum(
      points: [1, 2, 1],
      alternatives: [[term(0), term(1)], [term(0, falling), term(1)], [term(0), term(1), term(2)], [term(2)]])
    #expect(model.identicalAlternatives() == [])
    #expect(model.identicalAlternatives(for: [5, 3, .nan]) == [[0, 1, 2]])
    #expect(model.identicalAlternatives(for: [4, 3, .nan]) == [[0, 2]])
    #expect(model.identicalAlternatives(for: [.nan, .nan, .nan]) == [])
  }
}
