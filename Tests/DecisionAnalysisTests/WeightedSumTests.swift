import DecisionAnalysis
import Testing

@Suite struct WeightedSumTests {
  /// Two criteria of 3 and 1 points, amounts from 0 to 10.
  private func model(_ alternatives: [[WeightedSum.Term]]) -> WeightedSum {
    WeightedSum(points: [3, 1], alternatives: alternatives)
  }

  private func high(_ criterion: Int, importance: Double = 1) throws -> WeightedSum.Term {
    WeightedSum.Term(criterion: criterion, importance: importance, value: try ValueFunction(zeroAt: 0, oneAt: 10))
  }

  private func low(_ criterion: Int) throws -> WeightedSum.Term {
    WeightedSum.Term(criterion: criterion, value: try ValueFunction(zeroAt: 10, oneAt: 0))
  }

  @Test func `a score is the weighted mean worked by hand`() throws {
    // (3 · 0.8 + 1 · 0.4) / 4 = 0.7 and (3 · 1 · 0.8 + 1 · 3 · 0.4) / 6 = 0.6
    let plain = try model([[high(0), high(1)], [high(0), high(1, importance: 3)]]).assess([8, 4])
    #expect(plain.map { ($0.score ?? .nan).description.prefix(8) } == ["0.699999", "0.600000"])
    #expect(plain[0].contributions.map(\.weight) == [0.75, 0.25])
    #expect(plain[0].contributions.map(\.value) == [0.8, 0.4])
  }

  @Test func `contributions add up to the score`() throws {
    let assessment = try model([[low(0), high(1)]]).assess([2.5, 6])[0]
    let sum = assessment.contributions.reduce(0) { $0 + $1.contribution }
    #expect(assessment.score.map { ($0 - sum).magnitude <= 0x1p-33 } == true)  // the rounding of the score
  }

  @Test func `an unknown amount leaves its criterion out, and nothing known gives no score`() throws {
    let assessed = try model([[high(0), high(1)], [high(0)]]).assess([.nan, 4])
    #expect(assessed[0].score.map { ($0 - 0.4).magnitude < 0x1p-32 } == true)
    #expect(assessed[0].contributions[0].weight == 0)
    #expect(assessed[1].score == nil)
  }

  @Test func `adding, removing or copying an alternative never reorders the others`() throws {
    let three = try [[high(0)], [high(0), low(1)], [low(0), high(1)]]
    for first in stride(from: 0.0, through: 10, by: 2.5) {
      for second in stride(from: 0.0, through: 10, by: 2.5) {
        let alone = model(three).assess([first, second])
        let copied = model(three + [three[0], three[2]]).assess([first, second])
        #expect(Array(copied.prefix(3)) == alone)
        #expect(copied[3] == alone[0])
        #expect(model([three[0], three[2]]).assess([first, second]) == [alone[0], alone[2]])
      }
    }
  }

  @Test func `equal scores take equal ranks and unknown ones come last`() {
    #expect(competitionRanks(of: [0.5, 0.9, nil, 0.5, 0.1]) == [2, 1, 5, 2, 4])
    #expect(competitionRanks(of: []) == [])
  }
}
